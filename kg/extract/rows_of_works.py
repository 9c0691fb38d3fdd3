"""What rows of works tell of their members: an item among works is a work, and begins with its owner as the others do.

Example: of 青禾铝业箔材、白鹭化工二期、沅泰纤维板 two begin with companies, so 沅泰 of the third is rather one; of
three works in a row one that is doubtful is rather a work, and so is what is called a 项目 as a whole.
No example: 白鹭大桥、青山隧道、沅泰大道, of which none begins with a company.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import TYPES, Evidence

_WORK, _FIRM = TYPES.index("Project"), TYPES.index("Enterprise")
_SHARE = 0.5  # of the works of a row that must begin with a company, at least
_LEAST = 3  # works of a row
_JOINS = frozenset("、和与")
_DOUBTFUL = 0.7  # log-odds below the threshold of works, of what neighbours or 项目 may still make one …
_SEEN = 0.3  # … where the tagger finds it at least so probable
_PLANTS = ("电厂", "热电厂", "水厂", "泵站", "电站")  # a company or a work; among works a work
_OPENS = frozenset("、，。；：的\n（")
_CALLED = re.compile("”?项目(?=[，。；：、）\n]|建设|开工|签约|落户|竣工|投产|正式|已|将|由|位于|选址|总投资|计划)")


Floats = npt.NDArray[np.float64]


def among_works(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each candidate.

    Args:
        clean: the text.
        evidence: the candidates, sorted by (start, -end, type).
        margin: (candidates,) how far each lies above the threshold of its type.
    """
    lift = _called(clean, evidence, margin)
    works: dict[int, int] = {}
    for i in np.flatnonzero((margin + lift >= 0) & (evidence.type == _WORK)).tolist():
        start = int(evidence.start[i])
        if start not in works or margin[i] > margin[works[start]]:
            works[start] = i
    begun: dict[int, list[int]] = defaultdict(list)
    for i in np.flatnonzero((evidence.type == _FIRM) & (margin > -1)).tolist():
        begun[int(evidence.start[i])].append(i)
    for row in _rows(clean, evidence, works) if begun else ():
        firms = [_owner(evidence, margin, begun, work) for work in row]
        share = sum(firm is not None and margin[firm] >= 0 for firm in firms) / len(row)
        if share >= _SHARE:
            lift[[firm for firm in firms if firm is not None and margin[firm] < 0]] = share
    return lift


def _called(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """What is called a 项目 as a whole, invested in or between works: of the doubtful what overlaps nothing likely."""
    lift = np.zeros(len(margin))
    likely = (evidence.type == _WORK) & (margin >= 0)
    starts, ends = set(evidence.start[likely].tolist()), set(evidence.end[likely].tolist())
    taken = np.zeros(len(clean) + 1, np.int64)
    for i in np.flatnonzero((margin >= 0) & (evidence.type != TYPES.index("Region"))).tolist():
        taken[evidence.start[i] + 1 : evidence.end[i] + 1] = evidence.type[i] != _FIRM
    taken = np.cumsum(taken)
    doubtful = (evidence.type == _WORK) & (margin > -_DOUBTFUL) & (evidence.tagger.sum(1) >= _SEEN)
    for i in np.flatnonzero(doubtful).tolist():
        start, end = int(evidence.start[i]), int(evidence.end[i])
        plant = likely[i] and clean[start:end].endswith(_PLANTS)
        if not plant and (likely[i] or taken[end] > taken[start]):
            continue
        before, behind = clean[start - 1 : start], clean[end : end + 1]
        between = (before == "、" and start - 1 in ends) or (behind == "、" and end + 1 in starts)
        called = (not before or before in _OPENS) and _CALLED.match(clean, end) is not None
        if between or called:
            lift[i] = _DOUBTFUL
    return lift


def _owner(evidence: Evidence, margin: Floats, begun: Mapping[int, Sequence[int]], work: int) -> int | None:
    """The likeliest company that a work begins with."""
    own = [i for i in begun.get(int(evidence.start[work]), ()) if evidence.end[i] < evidence.end[work]]
    return max(own, key=lambda i: float(margin[i]), default=None)


def _rows(clean: str, evidence: Evidence, works: Mapping[int, int]) -> Iterator[Sequence[int]]:
    """The lists of works, each by the start of its first."""
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
