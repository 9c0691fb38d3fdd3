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
    parts = [i for i, best in enumerate(evidence.best) if best is not None and best.rule == _PART]
    if len(parts) < _LEAST:
        return lift
    starts, ends = evidence.start[parts], evidence.end[parts]
    programs = np.flatnonzero(evidence.type == TYPES.index("Program")).tolist()
    for i in programs:
        start, end = int(evidence.start[i]), int(evidence.end[i])
        inside = (starts >= start) & (ends <= end) & (ends - starts < end - start)
        if "、" in clean[start:end] and len(set(starts[inside].tolist())) >= _LEAST:
            lift[i] = _NONE
            for j in programs if margin[i] >= 0 else ():
                best = evidence.best[j]
                within = start <= evidence.start[j] and evidence.end[j] <= end and _DOUBTFUL < margin[j] < _SURE
                if j != i and within and best is not None and best.rule.startswith(_KNOWN):
                    lift[j] = max(lift[j], _SURE - margin[j])
    return lift
