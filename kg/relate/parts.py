"""The parts of a list with one head word, of which the longest mention covers all: [甲、[乙、[丙污水处理厂]]].

What is said of the first, whose mention is the list, is said of the others too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.types import Attribute, Claim, Mention, Ref, Scene, Span

_TYPES = frozenset({"Project", "Zone", "Organization"})
_OWN = ("located_in:name_inside", "undertakes:name_inside", "in_industry:project_name", "in_industry:zone_name")
_JOINS = frozenset("、和与及")

Parts = dict[Mention, tuple[Mention, ...]]


def list_parts(scene: Scene) -> Parts:
    """For each mention that is a list, the mentions of its other parts.

    They end with it, are of its type, and stand behind a join; not 星湖科技城 in 白鹭高新区星湖科技城.
    """
    clean = scene.text.clean
    found: dict[Mention, list[Mention]] = {}
    top: Mention | None = None
    for m in sorted(scene.mentions, key=lambda m: (m.start, -m.end, m.type, m.key)):
        if top is None or m.start >= top.end:
            top = m if m.type in _TYPES else None
        elif (m.end, m.type) == (top.end, top.type) and m.key != top.key and clean[m.start - 1 : m.start] in _JOINS:
            found.setdefault(top, []).append(m)
    return {m: tuple(parts) for m, parts in found.items()}


def claims_of_parts(parts: Parts, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims about the first part of a list once more for the others, except what its own name says."""
    by_span = {Span(m.start, m.end): (m, others) for m, others in parts.items()}
    if not by_span:
        return
    known = list(claims)
    placed = {c.head for c in known if c.type == "located_in" and c.rule != "located_in:home"}
    for claim in known:
        head = by_span.get(claim.head_span) if claim.head_span and claim.rule not in _OWN else None
        if head is not None and head[0].ref == claim.head:
            for part in head[1]:
                if part.ref != claim.tail and (claim.type != "located_in" or part.ref not in placed):
                    yield replace(claim, head=part.ref, head_span=Span(part.start, part.end))
        own = claim.rule in _OWN and claim.head_span is not None  # 甲医院、乙医院业务楼: each its own hospital's
        tail = by_span.get(claim.tail_span) if claim.tail_span and not own else None
        if tail is not None and tail[0].ref == claim.tail:
            for part in tail[1]:
                if part.ref != claim.head:
                    yield replace(claim, tail=part.ref, tail_span=Span(part.start, part.end))


def statuses_of_parts(scene: Scene, found: Sequence[Attribute]) -> Iterator[Attribute]:
    """The status of the first part of a list once more for the others, where the same sentence gives it."""
    parts = list_parts(scene)
    if not parts:
        return
    starts = [s.start for s in scene.text.sentences]
    stated: dict[tuple[Ref, int], list[Attribute]] = {}
    for a in found:
        if a.property == "status":
            stated.setdefault((a.entity, bisect_right(starts, a.start)), []).append(a)
    said_of = ((m.ref, bisect_right(starts, m.start), part.ref) for m, others in parts.items() for part in others)
    for ref, sentence, part in dict.fromkeys(said_of):
        for a in stated.get((ref, sentence), ()):
            yield replace(a, entity=part)
