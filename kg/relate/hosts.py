"""Region, Organization or Enterprise organises or holds an Event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, PLACES, Clause, View, span
from kg.types import Claim, Mention

_HOSTS = ACTORS - {"Zone"}
_ORGANISE = re.compile(r"主办|承办|协办|联办|联合举办")
# 参加甲博览会: an Event that others hold
ATTENDS = "参加|参展|参赛|亮相|出席|赴|参与|借助|借力|利用|抢抓|依托|备战|出征"
_ABROAD = re.compile(rf"(?:{ATTENDS})[^，；]*$")
_IN = re.compile(r"[^，。；：]{0,6}在[^，。；：]*$")
# 在创新大赛上获奖, 在甲博览会、乙洽谈会上签约
_THERE = re.compile(r"(?:[”]?[、和与及][^，。；：、和与及]{2,24}){0,6}[”》]?(?:上|期间|中)(?![心央])")
_HELD = re.compile(r"[”》]?(?:将|已|于[^，。；]{0,12})?在[“]?$")
_TAKES_PLACE = re.compile(r"[^，。；]{0,6}(?:举行|举办|召开|开幕|启幕|开赛|落幕|闭幕)")


def hosts(view: View) -> Iterator[Claim]:
    """成功举办玻璃博览会 → the document's region hosts it; 大会由甲公司承办 → 甲公司 does."""
    for clauses in view.sentences():
        events = [(c, m) for c in clauses for m in c.mentions if m.type == "Event"]
        for clause, event in events:
            organisers = _organisers(view, clauses)
            for where, m in organisers:
                yield view.claim("hosts", m.ref, event.ref, (where, clause), "organiser", (span(m), span(event)))
            if organisers or view.home is None or _elsewhere(view, clause, event):
                continue
            subjects = [m for m in view.subjects(clause, ACTORS) if m.end <= event.start and m.type != "Zone"]
            other = [m for m in subjects if m.ref != view.home and not view.is_above(m.ref)]
            for m in other:
                yield view.claim("hosts", m.ref, event.ref, (clause,), "subject", (span(m), span(event)))
            if not other:
                yield view.claim("hosts", view.home, event.ref, (clause,), "home", (None, span(event)))


def _organisers(view: View, clauses: list[Clause]) -> list[tuple[Clause, Mention]]:
    """The actors of 由甲、乙主办 and 丙承办, where the clause names no event of its own after them."""
    found = []
    for clause in clauses:
        verbs = [match.start() for match in _ORGANISE.finditer(view.clean, clause.start, clause.end)]
        if not verbs or not ("由" in view.clean[clause.start : verbs[-1]] or _no_event(clause)):
            continue
        found += [(clause, m) for m in clause.mentions if m.end <= verbs[-1] and m.type in _HOSTS]
    return found


def _no_event(clause: Clause) -> bool:
    return all(m.type != "Event" for m in clause.mentions)


def _elsewhere(view: View, clause: Clause, event: Mention) -> bool:
    """Whether an event is only gone to, or is a fair of the nation in another city, or takes place somewhere else."""
    lead = view.lead(clause, event.start)
    if _ABROAD.search(view.clean, lead, event.start):
        return True
    if _THERE.match(view.clean, event.end) and _IN.fullmatch(view.clean, lead, event.start):
        return True
    home = view.home
    if home is not None and home.type == "Region":
        for row in view.lexicon.rows("events_elsewhere"):
            if re.search(row["pattern"], event.key) and not re.match(row["host"], home.key):
                return True
    for place in view.near(clause, event):
        if place.type in PLACES and place.ref != home and _TAKES_PLACE.match(view.clean, place.end, clause.end):
            inside = home is not None and home.key in view.scene.parents.get(place.key, (home.key,))
            if not inside and _HELD.search(view.clean, max(clause.start, place.start - 16), place.start):
                return True
    return False
