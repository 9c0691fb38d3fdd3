"""Region belongs to a higher Region, by the gazetteer or by the text.

The gazetteer knows the fact, the evidence is the sentence that comes closest to saying it: one where the higher
division stands right before (云岭市松泉县), else one that names both, else one that names the lower. The rule tells
which of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.relate.adjacent import adjacent_regions
from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention, Ref, Span

_RULES = ("stated", "together", "gazetteer")


def part_of(view: View) -> Iterator[Claim]:
    """松泉县 is part of 云岭市 by the gazetteer; 云岭市新桥镇 by the text where the gazetteer does not know it."""
    parents = view.scene.parents
    best: dict[str, tuple[int, Clause, Mention, Span | None]] = {}
    adjacent = [*adjacent_regions(view)]
    for clause, upper, lower in adjacent:
        if parents.get(lower.key, ("",))[0] == upper.key:
            best.setdefault(lower.key, (0, clause, lower, span(upper)))
    for clause in view.clauses:
        regions = [m for top in clause.mentions for m in (top, *view.inner.get(top, ())) if m.type == "Region"]
        here: dict[str, Mention] = {}
        for m in regions:
            here.setdefault(m.key, m)
        for m in regions:
            if not parents.get(m.key):
                continue
            upper_here = here.get(parents[m.key][0])
            rank = 2 if upper_here is None else 1
            if m.key not in best or rank < best[m.key][0]:
                best[m.key] = (rank, clause, m, span(upper_here) if upper_here else None)
    for key, (rank, clause, m, at) in best.items():
        tail = Ref("Region", parents[key][0])
        yield view.claim("part_of", m.ref, tail, (clause,), _RULES[rank], (span(m), at))
    for clause, upper, lower in adjacent:
        if not parents.get(lower.key):
            yield view.claim("part_of", lower.ref, upper.ref, (clause,), "adjacent", (span(lower), span(upper)))
