"""Region, Enterprise, Organization, Zone or Project has received, holds or seeks an Honor."""

from __future__ import annotations

from collections.abc import Iterator

from kg.relate.clauses import ACTORS, Clause, View, span
from kg.types import Claim, Mention

_RECIPIENTS = ACTORS | {"Project"}


def receives(view: View) -> Iterator[Claim]:
    """甲公司获评国家技术创新示范企业 → received by 甲公司; 力争创建全国文明城市 → sought by the document's region."""
    won, sought = view.pattern("verbs_received"), view.pattern("verbs_sought")
    for clause in view.clauses:
        for honor in clause.mentions:
            if honor.type != "Honor":
                continue
            before = view.clean[clause.start : honor.start]
            after = view.clean[honor.end : clause.end][:8]
            verbs = [*won.finditer(before)]
            wanted = sought.search(before) or sought.search(after)
            planned = clause.sentence.modality == "planned"
            status = "sought" if wanted and (not verbs or planned) or (planned and not verbs) else "received"
            properties = (("status", status),)
            recipients = _recipients(view, clause, honor)
            for m in recipients:
                where = view.clause(m.start)
                rule = "subject" if m.start >= clause.start else "earlier_subject"
                yield view.claim(
                    "receives", m.ref, honor.ref, (where, clause), rule, (span(m), span(honor)), properties
                )
            if not recipients and view.home is not None:
                yield view.claim("receives", view.home, honor.ref, (clause,), "home", (None, span(honor)), properties)


def _recipients(view: View, clause: Clause, honor: Mention) -> list[Mention]:
    before = [m for m in clause.mentions if m.end <= honor.start and m.type in _RECIPIENTS]
    if before:
        chain = view.lists(before)[-1]
        return [m for m in chain if not view.is_above(m.ref)]
    return []
