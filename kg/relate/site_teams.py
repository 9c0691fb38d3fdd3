"""Whose people are at work on the site that a news item is about: 甲公司的施工人员正在…, 甲公司项目经理介绍."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.owners import is_doer, undertaking
from kg.types import Claim, Mention

_TEAM = re.compile(
    r"[”]?(?:（[^（）]{1,12}）)?(?:的)?(?:(?:该|本)?(?:项目|工程|标段)(?:部|指挥部)?(?:的)?"
    r"(?:现场|施工|生产|技术|安全|常务|执行)?(?:负责人|经理|总工|副经理|总工程师|书记|党支部书记|总监|主任|管理人员)"
    r"|(?:现场|施工|一线)(?:施工|建设|作业|管理)?(?:负责人|人员|工人|队伍|团队|员|班组))"
)
_FAR = 10  # clauses back in which the site is named


def site_teams(view: View) -> Iterator[Claim]:
    """滨江大桥封顶。明澈建工项目经理说: the one site of the sentences before; none where they name two."""
    if view.scene.text.document.kind == "report":
        return
    for clause in view.clauses:
        for m in clause.mentions:
            if m.type != "Enterprise" or not is_doer(m):
                continue
            if _TEAM.match(view.clean, m.end, clause.end):
                site = _site(view, clause, m)
                if site is not None:
                    where = (view.clause(site.start), clause)
                    yield undertaking(view, m, site, where, "this")


def _site(view: View, clause: Clause, firm: Mention) -> Mention | None:
    """The one project that the clauses before a firm name, in its paragraph."""
    found: Mention | None = None
    for index in range(clause.index, max(-1, clause.index - _FAR), -1):
        where = view.clauses[index]
        if "\n" in view.clean[where.end - 1 : clause.start]:
            break
        for m in view.near(where, firm) if where is clause else where.mentions:
            if m.type == "Project" and m.end <= firm.start:
                if found is not None and found.ref != m.ref:
                    return None
                found = m
    return found
