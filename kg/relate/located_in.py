"""Enterprise, Project, Zone, Organization, Event or Region is in a Region or Zone.

The nearest place that governs the thing decides, over the whole document: a place in its name, one that the clause sets
(在甲建设, 落户甲), the subject or heading it stands under. Only what no place governs is in the document's own region.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View, span
from kg.types import Claim, Mention, Ref

_THINGS = frozenset({"Enterprise", "Project", "Zone", "Organization", "Event"})
_ROUTE = re.compile(r"至|到|[-－—–]|高铁|铁路|航线|专列|班列")
_BRANCH = re.compile(r"(?:分行|支行|分公司|分院|分校|分中心)$")
_IN = re.compile(r"(?:在|于|落户|落地|选址|入驻|进驻|位于|坐落于?|地处|扎根|布局|投资|落子)(?:了|到|在|于)?[“]?$")
_COURT = re.compile(r"(?:对接|洽谈|拜访|走访|招引|考察|接洽)[^，。；]*$")
_WITH = re.compile(r"(?:与|同|和)[^，。；]*$")


def located_in(view: View) -> Iterator[Claim]:
    """明澈在云岭高新区建设…基地 → 云岭高新区; 新桥镇污水处理厂 → 新桥镇; 建成玻璃博物馆 → the document's region."""
    explicit: dict[Ref, list[tuple[int, Claim]]] = defaultdict(list)
    understood: dict[Ref, list[Claim]] = defaultdict(list)
    courted: set[Ref] = set()
    outsiders = view.pattern("bodies_elsewhere")
    for clause in view.clauses:
        if clause.sentence.part == "furniture":
            continue
        for m in clause.mentions:
            for x in (m, *view.inner.get(m, ())):
                if x.type not in _THINGS or x.ref == view.home:
                    continue
                found = [*_places(view, clause, x, m)]
                explicit[x.ref] += found
                if x.type == "Enterprise" and _COURT.search(view.clean, clause.start, x.start):
                    courted.add(x.ref)
                elif x.type == "Organization" and outsiders.search(x.key):
                    continue
                elif view.home is not None:
                    here = (None, span(x))
                    understood[x.ref].append(
                        view.claim("located_in", x.ref, view.home, (clause,), "home", (span(x), None))
                    )
    for ref in sorted({*explicit, *understood}):
        if claims := explicit.get(ref):
            best = min(rank for rank, _ in claims)
            yield from (claim for rank, claim in claims if rank == best)
        elif ref not in courted:
            yield from understood[ref]
    for clause, upper, lower in adjacent_regions(view):
        yield view.claim("located_in", lower.ref, upper.ref, (clause,), "adjacent", (span(lower), span(upper)))


def _places(view: View, clause: Clause, thing: Mention, top: Mention) -> Iterator[tuple[int, Claim]]:
    """The places of one mention with their rank (0 decides before 1)."""
    yield from _in_name(view, clause, thing)
    near = [m for m in clause.mentions if m.type in PLACES and m.ref != thing.ref]
    for place in near:
        if view.is_above(place.ref) or place.ref == view.home:
            continue
        if _IN.search(view.clean, clause.start, place.start) and place.end <= top.start:
            yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "frame", (span(thing), span(place)))
            return
        if top.end <= place.start and _IN.search(view.clean[top.end : place.start]):
            yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "frame", (span(thing), span(place)))
            return
    for place in view.governing(clause, PLACES):
        if place.end <= top.start and place.ref not in (thing.ref, view.home) and not view.is_above(place.ref):
            where = view.clause(place.start)
            yield (
                2,
                view.claim("located_in", thing.ref, place.ref, (where, clause), "subject", (span(thing), span(place))),
            )


def _in_name(view: View, clause: Clause, thing: Mention) -> Iterator[tuple[int, Claim]]:
    if thing.type == "Enterprise" and not _BRANCH.search(thing.key):
        return
    if thing.type == "Project" and _ROUTE.search(thing.key):
        return
    found = [(at, s, r) for at, s, r in view.named(thing.key, view.places) if r != thing.ref and not view.is_above(r)]
    zones = [f for f in found if f[2].type == "Zone"]
    for _, surface, ref in (zones or found)[-1:]:
        at = view.clean.find(surface, thing.start, thing.end)
        place = None if at < 0 else (at, at + len(surface))
        spans = (span(thing), None if place is None else span(Mention(*place, ref.type, ref.key, "", 1.0)))
        yield 0, view.claim("located_in", thing.ref, ref, (clause,), "name_inside", spans)


def adjacent_regions(view: View) -> Iterator[tuple[Clause, Mention, Mention]]:
    """Pairs of Regions that stand together, the upper one first: 云岭市新桥镇."""
    for clause in view.clauses:
        for left, right in zip(clause.mentions, clause.mentions[1:], strict=False):
            if left.type == right.type == "Region" and left.end == right.start and left.ref != right.ref:
                yield clause, left, right
        for m in clause.mentions:
            if m.type == "Region":
                for upper in view.inner.get(m, ()):
                    if upper.type == "Region" and upper.start == m.start and upper.ref != m.ref:
                        yield clause, upper, m
