"""Region, Organization or Enterprise organises or holds an Event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, Clause, View, span
from kg.types import Claim, Mention

_BY = re.compile(r"由[^，。；]*?(?:主办|承办|举办|协办|指导)")
_ABROAD = re.compile(r"(?:参加|参展|亮相|出席|赴|走进|参与)[^，、；]{0,12}$")


def hosts(view: View) -> Iterator[Claim]:
    """成功举办玻璃博览会 → the document's region hosts it; 大会由甲公司承办 → 甲公司 does."""
    for clauses in view.sentences():
        events = [(c, m) for c in clauses for m in c.mentions if m.type == "Event"]
        for clause, event in events:
            organisers = _organisers(view, clauses)
            for where, m in organisers:
                yield view.claim("hosts", m.ref, event.ref, (where, clause), "organiser", (span(m), span(event)))
            if organisers or view.home is None or _ABROAD.search(view.clean, clause.start, event.start):
                continue
            subjects = [m for m in view.subjects(clause, ACTORS) if m.end <= event.start and m.type != "Zone"]
            other = [m for m in subjects if m.ref != view.home and not view.is_above(m.ref)]
            for m in other:
                yield view.claim("hosts", m.ref, event.ref, (clause,), "subject", (span(m), span(event)))
            if not other:
                yield view.claim("hosts", view.home, event.ref, (clause,), "home", (None, span(event)))


def _organisers(view: View, clauses: list[Clause]) -> list[tuple[Clause, Mention]]:
    """The actors between 由 and 主办 or 承办."""
    found = []
    for match in _BY.finditer(view.clean, clauses[0].start, clauses[-1].end):
        for clause in clauses:
            for m in clause.mentions:
                if match.start() < m.start < match.end() and m.type in ACTORS and m.type != "Zone":
                    found.append((clause, m))
    return found
