"""A list of reforms with one head word is as many as it has parts, and none as a whole.

Example: of 行政审批、财税、户籍制度改革, 财税 and 户籍 are reforms, so the row is none, and 行政审批 is one, too.
No example: 医药卫生体制改革.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_PART = "program:shared_reform"
_LEAST = 2  # parts
_NONE = -20.0  # log-odds
_KNOWN = ("program:shared", "program:lexicon")  # rules of what may be a part
_DOUBTFUL, _SURE = -5.0, 0.2  # log-odds below the threshold from which a part is lifted, and to how far above it

Floats = npt.NDArray[np.float64]


def rows_of_reforms(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each: much less for what holds several parts of a list."""
    lift = np.zeros(len(margin))
    parts = np.array([i for i, best in enumerate(evidence.best) if best is not None and best.rule == _PART], np.int64)
    if len(parts) < _LEAST:
        return lift
    begins = evidence.start[parts]
    for i in np.flatnonzero(evidence.type == TYPES.index("Program")).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        inside = parts[np.searchsorted(begins, start) : np.searchsorted(begins, end)]
        held = {int(evidence.start[j]) for j in inside.tolist() if j != i and evidence.end[j] <= end}
        if "、" not in clean[start:end] or len(held) < _LEAST:
            continue
        lift[i] = _NONE
        for j in range(*np.searchsorted(evidence.start, (start, end)).tolist()) if margin[i] >= 0 else ():
            if j != i and evidence.end[j] <= end and _may_be_part(evidence, margin, j):
                lift[j] = max(lift[j], _SURE - margin[j])
    return lift


def _may_be_part(evidence: Evidence, margin: Floats, j: int) -> bool:
    """Whether a candidate is a programme by a rule for parts of lists or known, and doubtful."""
    best = evidence.best[j]
    program = evidence.type[j] == TYPES.index("Program")
    return bool(program and _DOUBTFUL < margin[j] < _SURE and best is not None and best.rule.startswith(_KNOWN))
