"""How likely a candidate must be to be taken for a name: what the fitted thresholds ask of its type, and more of some.

The model believes two kinds of names a little too much. Those that only the tagger has seen, which no rule proposes
here or anywhere in the document: of those that it gave less than one half, one in three was right in documents that the
models had not read. And what a rule takes for a programme because a verb carries it out.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence, bare

# firms, projects, bodies and titles that only the tagger has seen are as good as the model says
_ALONE = {"Region": 0.6, "Zone": 0.5, "Program": 0.5, "Slogan": 0.5, "Industry": 0.6, "Event": 0.5}
_WEAK = {"program:deed_work": 0.6, "program:deed_work_alone": 0.6}

_QUOTED = re.compile("“([^“”]{2,20})”")

Floats = npt.NDArray[np.float64]


def asked(clean: str, evidence: Evidence, thresholds: Floats) -> Floats:
    """(candidates,) the log-odds that each must have.

    Example: 白鹭模式 that no rule proposes must be likelier than not. No example: 白鹭模式 that stands in quote marks
    elsewhere in the text.
    """
    least = thresholds[evidence.type]
    alone = np.array([_ALONE.get(kind, 0.0) for kind in TYPES])[evidence.type]
    weak = np.array([_WEAK.get(best.rule, 0.0) if best is not None else 0.0 for best in evidence.best])
    least = np.maximum(least, np.where(_only_seen(clean, evidence), alone, weak))
    return np.log(least / (1 - least))


def _only_seen(clean: str, evidence: Evidence) -> npt.NDArray[np.bool_]:
    """(candidates,) which of them no rule proposes anywhere in the document."""
    spans = zip(evidence.type.tolist(), evidence.start.tolist(), evidence.end.tolist(), strict=True)
    names = [(kind, _core(clean[start:end])) for kind, start, end in spans]
    proposed = {name for name, best in zip(names, evidence.best, strict=True) if best is not None}
    return np.array([name not in proposed for name in names], bool)


def _core(name: str) -> str:
    """A name without quote marks and what stands behind them: 五个百亿 of “五个百亿”项目."""
    quoted = _QUOTED.match(name)
    return quoted[1] if quoted else bare(name)
