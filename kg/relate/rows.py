"""Places that stand in a row: 松泉县新桥镇, and lists of such."""

from __future__ import annotations

import bisect

from kg.relate.clauses import NEAR, PLACES, Clause, View
from kg.types import Mention


def innermost(clause: Clause, place: Mention) -> Mention:
    """The last of the places that stand right behind each other from one on: 新桥镇 of 松泉县新桥镇."""
    at = bisect.bisect_left(clause.mentions, place.end, key=lambda m: m.start)
    for m in clause.mentions[at : at + NEAR]:
        if m.start != place.end or m.type not in PLACES:
            break
        place = m
    return place


def outermost(clause: Clause, place: Mention) -> Mention:
    """The first of the places that stand right before each other up to one: 松泉县 of 松泉县新桥镇."""
    at = bisect.bisect_left(clause.mentions, place.start, key=lambda m: m.start)
    for m in reversed(clause.mentions[max(0, at - NEAR) : at]):
        if m.end != place.start or m.type not in PLACES:
            break
        place = m
    return place


def row_of(view: View, clause: Clause, place: Mention) -> list[Mention]:
    """The places of a list from one on, of each the innermost: 新桥镇, 青川县 of 松泉县新桥镇、青川县."""
    row = [innermost(clause, place)]
    at = bisect.bisect_left(clause.mentions, row[0].end, key=lambda m: m.start)
    for m in clause.mentions[at : at + NEAR]:
        if m.type not in PLACES:
            break
        if m.start == row[-1].end:
            row[-1] = m
        elif view.linked(row[-1], m):
            row.append(m)
        else:
            break
    return row


def last_of_row(view: View, clause: Clause, place: Mention) -> Mention:
    """The last place that stands in one row with a place."""
    for m in view.near(clause, place):
        if m.start > place.start:
            if m.type not in PLACES or not (m.start == place.end or view.linked(place, m)):
                break
            place = m
    return place


def chain(view: View, clause: Clause, place: Mention, floor: int) -> int:
    """Where the places begin that stand in one row with a place: 云岭市新桥镇, 甲县、乙县."""
    begin, first = place.start, place
    for m in reversed(view.before(clause, place)):
        if m.start < floor or m.type not in PLACES or not (m.end == begin or view.linked(m, first)):
            break
        begin, first = m.start, m
    return begin


def chained(clause: Clause, place: Mention, thing: Mention) -> bool:
    """Whether a smaller place stands right behind a place: 云岭市 of 云岭市新桥镇."""
    at = bisect.bisect_left(clause.mentions, place.end, key=lambda m: m.start)
    following = clause.mentions[at : at + 1]
    return any(m.start == place.end and m.type in PLACES and m.ref != thing.ref for m in following)
