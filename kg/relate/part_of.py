"""Region belongs to a higher Region, by the gazetteer or by the text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.relate.clauses import View, span
from kg.relate.places import adjacent_regions
from kg.types import Claim, Ref


def part_of(view: View) -> Iterator[Claim]:
    """松泉县 is part of 云岭市 by the gazetteer; 云岭市新桥镇 by the text where the gazetteer does not know it."""
    parents, seen = view.scene.parents, set[str]()
    for clause in view.clauses:
        for m in (*clause.mentions, *(i for t in clause.mentions for i in view.inner.get(t, ()))):
            if m.type == "Region" and m.key not in seen and parents.get(m.key):
                seen.add(m.key)
                tail = Ref("Region", parents[m.key][0])
                yield view.claim("part_of", m.ref, tail, (clause,), "gazetteer", (span(m), None))
    for clause, upper, lower in adjacent_regions(view):
        if not parents.get(lower.key):
            yield view.claim("part_of", lower.ref, upper.ref, (clause,), "adjacent", (span(lower), span(upper)))
