"""What the parts of a list with the head word of zones tell of one another: when one is a zone, the others are.

Example: of 石心、董家湾、六零二等老工业片区, 石心 is a zone, so 六零二 is one. No example: 石心、董家湾 without 等片区.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import Evidence

_RULES = frozenset(["zone:list", "zone:list_beside"])
_JOINS = frozenset("、和与及")
_DOUBTFUL = -4.0  # log-odds below the threshold from which a part is lifted …
_SURE = 0.5  # … to this far above it

Floats = npt.NDArray[np.float64]


def listed_zones(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each; `margin` tells how far it lies above its type's threshold."""
    lift = np.zeros(len(margin))
    row: list[int] = []
    for i, best in enumerate(evidence.best):
        if best is None or best.rule not in _RULES:
            continue
        if row and not _joined(clean, int(evidence.end[row[-1]]), int(evidence.start[i])):
            _lift(row, margin, lift)
            row = []
        row.append(i)
    _lift(row, margin, lift)
    return lift


def _joined(clean: str, end: int, start: int) -> bool:
    """Whether nothing but a list mark stands between two candidates."""
    return start == end + 1 and clean[end] in _JOINS


def _lift(row: list[int], margin: Floats, lift: Floats) -> None:
    """Lift the doubtful parts of a row of which a part is sure."""
    if len(row) > 1 and any(margin[i] >= 0 for i in row):
        for i in row:
            if _DOUBTFUL < margin[i] < _SURE:
                lift[i] = _SURE - margin[i]
