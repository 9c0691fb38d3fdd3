"""Region or Zone has or fosters an Industry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import Clause, View, span
from kg.relate.in_industry import goes_on
from kg.types import Claim, Mention

_ACTORS = frozenset({"Region", "Zone"})
_OWNERS = frozenset({"Enterprise", "Project", "Event"})
_GENERIC = re.compile(r"[“]?(?:(?:该|此|本)(?:项目|公司|企业|集团|基地)|项目|公司)(?!建设)")
_PARK = re.compile(
    r"[“]?(?:目前，?|如今，?|未来，?|据悉，|据介绍，|建成后，?)?(?:该|此|本)?(?:园区|片区|产业园|新区|新城)(?!内)[^，。；]{0,10}"
    r"(?:聚焦|涉及|涵盖|围绕|主打|重点发展|致力于|形成|以)"
)
_ALL = re.compile(r"(?:聚焦|涵盖|涉及|覆盖|致力于|专注于?|主攻|主打|分布在|集中在)")
_END = re.compile(r"[”》]?(?:项目|公司|基地)?，?")
_SCOPE = 24  # clauses back in which the park is looked for that 园区 means
_SUCH = re.compile(r"[”》]?等")


def develops(view: View) -> Iterator[Claim]:
    """壮大玻璃产业 → the document's region develops it; 高新区聚焦新材料 → the zone does; 甲公司聚焦新材料 → nobody."""
    for clause, mention, claim in acted(view, "develops", "Industry", _ACTORS):
        if _GENERIC.match(view.clean, clause.start):
            continue
        if (zone := park(view, clause)) and zone.ref != view.home and claim.rule == "develops:home":
            spans = (span(zone), span(mention))
            where = (view.clause(zone.start), clause)
            yield view.claim("develops", zone.ref, mention.ref, where, "park", spans)
            continue
        if carried(view, clause) or goes_on(view, clause):
            continue
        owners = [m for m in view.governing(clause, _OWNERS, 2) if m.end <= mention.start]
        if not owners and not any(
            _SUCH.match(view.clean, m.end) for m in view.near(clause, mention) if m.type in _OWNERS
        ):
            yield claim


def park(view: View, clause: Clause) -> Mention | None:
    """The zone that 园区聚焦新材料 means: the one that was named last before, None where the clause says nothing so."""
    if not _PARK.match(view.clean, clause.start):
        return None
    for index in range(clause.index - 1, max(-1, clause.index - _SCOPE), -1):
        if found := [m for m in view.clauses[index].mentions if m.type == "Zone"]:
            return found[-1]
    return None


def carried(view: View, clause: Clause) -> list[Mention]:
    """揭牌成立甲创新基地，聚焦新材料领域: the one project or company at the end of the clause before.

    Of a list (签约甲、乙等9个项目，涵盖新材料领域) nothing is taken: it shows what the place fosters.
    """
    if clause.index == clause.first or not _ALL.match(view.clean, clause.start):
        return []
    before = view.clauses[clause.index - 1]
    group = view.groups(before)[-1] if before.mentions else []
    if len(group) != 1 or group[-1].type not in _OWNERS or not _END.fullmatch(view.clean, group[-1].end, before.end):
        return []
    return group
