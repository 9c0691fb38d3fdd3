"""Names that a rule knows and that nothing else claims: zones, works, and programmes where they end.

Example: 危桥改造 of 危桥改造20座, 平台公司转型 of 推进平台公司转型，; 涂装检测中心 of 开工建设涂装检测中心; 云岭配套区
where no longer name holds it.
No example: 精准扶贫 of 精准扶贫贷款, 企业上云 of 企业上云赋能, which go on.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_ZONES = frozenset(["zone:place", "zone:name", "zone:common"])
_PROGRAMS = frozenset(["program:lexicon", "program:lexicon_short", "program:lexicon_scheme"])
_OTHERS = frozenset(
    [
        "project:several_head_plain", "project:before_system_plain", "enterprise:in_project",
        "industry:lexicon_foster", "industry:lexicon_list", "industry:lexicon_joined", "industry:lexicon_alone",
    ]
)  # fmt: skip
_DOUBTFUL = -1.5  # log-odds below the threshold from which such a name is lifted …
_LESS_DOUBTFUL = -1.0  # (works by a plain head word, firms that they begin with, industries)
_SURE = 0.1  # … to this far above it
_REGION = TYPES.index("Region")
_ENDS = re.compile(
    r"”?(?:[，。；\n]|工作(?=[，。；、])|力度|步伐|为契机|为抓手|等[一-龥]{0,4}[工改项]|任务(?=[，。；、])|试点"
    r"|[\d.]+万?(?:[个座处所户套公里米宗件条栋]|平方米|亩)|参[合保]率|扩面|筹资标准|(?:已|实现|基本)*(?:全面)?覆盖(?:率|面|全))"
)

Floats = npt.NDArray[np.float64]


def unclaimed(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    claimed = np.zeros(len(clean) + 1, np.int64)
    for i in np.flatnonzero((margin >= 0) & (evidence.type != _REGION)).tolist():
        claimed[evidence.start[i] + 1 : evidence.end[i] + 1] = 1
    claimed = np.cumsum(claimed)
    for i in np.flatnonzero((margin < 0) & (margin > _DOUBTFUL)).tolist():
        best, start, end = evidence.best[i], int(evidence.start[i]), int(evidence.end[i])
        if best is None or claimed[end] > claimed[start]:
            continue
        other = best.rule in _OTHERS and margin[i] > _LESS_DOUBTFUL
        if other or best.rule in _ZONES or (best.rule in _PROGRAMS and _ENDS.match(clean, end)):
            lift[i] = _SURE - margin[i]
    return lift
