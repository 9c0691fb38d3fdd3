"""Owners of works in a row: where most works of a list begin with a company's name, the others do so too.

Example: of 青禾铝业箔材、白鹭化工二期、沅泰纤维板 the first two begin with companies, so 沅泰 of the third is rather one.
No example: 白鹭大桥、青山隧道、沅泰大道, of which none begins with a company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_WORK, _FIRM = TYPES.index("Project"), TYPES.index("Enterprise")
_SHARE = 0.5  # of the works of a row that must begin with a company, at least
_LEAST = 3  # works of a row
_JOINS = frozenset("、和与")

Floats = npt.NDArray[np.float64]


def among_owned(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each candidate: of a company at a work's start the share of owned.

    Args:
        clean: the text.
        evidence: the candidates, sorted by (start, -end, type).
        margin: (candidates,) how far each lies above the threshold of its type.
    """
    lift = np.zeros(len(margin))
    begun: dict[int, list[int]] = defaultdict(list)
    for i in np.flatnonzero((evidence.type == _FIRM) & (margin > -1)).tolist():
        begun[int(evidence.start[i])].append(i)
    for row in _rows(clean, evidence, margin) if begun else ():
        firms = [
            max(own, key=lambda i: float(margin[i]), default=None)
            for work in row
            for own in [[i for i in begun.get(int(evidence.start[work]), ()) if evidence.end[i] < evidence.end[work]]]
        ]
        share = sum(firm is not None and margin[firm] >= 0 for firm in firms) / len(row)
        if share >= _SHARE:
            lift[[firm for firm in firms if firm is not None and margin[firm] < 0]] = share
    return lift


def _rows(clean: str, evidence: Evidence, margin: Floats) -> Iterator[Sequence[int]]:
    """The lists of likely works, of those that begin at one place the likeliest."""
    works: dict[int, int] = {}
    for i in np.flatnonzero((margin >= 0) & (evidence.type == _WORK)).tolist():
        start = int(evidence.start[i])
        if start not in works or margin[i] > margin[works[start]]:
            works[start] = i
    seen: set[int] = set()
    for start in works:
        row = list(_row(clean, evidence, works, start)) if start not in seen else []
        seen.update(int(evidence.start[i]) for i in row)
        if len(row) >= _LEAST:
            yield row


def _row(clean: str, evidence: Evidence, works: Mapping[int, int], start: int) -> Iterator[int]:
    """From work to work as long as one follows behind a join."""
    while start in works:
        yield works[start]
        end = int(evidence.end[works[start]])
        end += clean.startswith("项目", end) * 2
        if clean[end : end + 1] not in _JOINS:
            return
        start = end + 1
