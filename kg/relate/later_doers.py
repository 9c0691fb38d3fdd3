"""Who a later clause of its sentence says builds or runs a project: 某基地投资9亿元，由甲公司建设，乙公司负责运营."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import NEAR, Clause, View
from kg.relate.owners import is_doer, is_parent, undertaking
from kg.relate.stand_ins import BY_FIRST, SCOPE, does
from kg.types import Claim, Mention

_RUNS = re.compile(
    r"[”]?(?:具体|共同|将|则|主要|独家)*(?:负责|承担|承接)(?:了)?(?:(?:该|本|此)?(?:项目|工程)?的?)?(?:[^，。；、]{0,6})(?:投资|建设|运营|管理|施工|开发|经营|实施)"
)


def by_runner(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """某电站由甲公司投资，乙公司负责运营: who runs what the clause before is about."""
    for before, clause in itertools.pairwise(clauses):
        projects = [m for m in before.mentions if m.type == "Project"]
        if len(projects) != 1 or not clause.mentions or any(m.type == "Project" for m in clause.mentions):
            continue
        doers = [m for m in view.groups(clause)[0] if is_doer(m)]
        if doers and doers[0].start - clause.start < 2 and _RUNS.match(view.clean, doers[-1].end, clause.end):
            for doer in doers:
                yield undertaking(view, doer, projects[0], (before, clause), "by")


def by_later(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """某基地总投资9亿元，用地60亩，由甲公司建设: the project with which the clauses before began."""
    project: tuple[Clause, Mention] | None = None
    for clause in clauses:
        named = [m for m in clause.mentions if m.type == "Project"]
        if project is not None and not named and 1 < clause.index - project[0].index < SCOPE:
            doers = [m for m in clause.mentions if is_doer(m) and not is_parent(view, clause, m)]
            first = next((m for m in clause.mentions if is_doer(m)), None)  # 由甲集团全资子公司乙公司实施
            by = first and doers and BY_FIRST.fullmatch(view.clean, clause.start, first.start)
            if by and does(view, doers[-1].end, clause.end):
                for doer in doers[:NEAR]:
                    yield undertaking(view, doer, project[1], (project[0], clause), "by")
        if named:
            project = (clause, named[0]) if len(named) == 1 else None
