"""Who undertakes the project whose name alone makes the line above: （二）滨江大桥 / 明澈路桥承建，全长3公里。"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import NEAR, Clause, View
from kg.relate.owners import DOERS, is_doer, is_parent, undertaking
from kg.relate.scenery import is_title
from kg.relate.stand_ins import BY_FIRST, does
from kg.types import Claim, Mention

_BY = re.compile(rf"{BY_FIRST.pattern}|[^，。；由]{{0,12}}，?由")
# 明澈路桥承建，; 明澈玻璃、天工电气联合体投资9亿元建设，: the verb has no object of its own
_DOES = re.compile(
    r"[”]?(?:联合体|计划|拟|将|已|正|负责|牵头|共同|联合|合作|独家|具体|全额|总)*"
    r"(?:投资[^，。；、]{0,10}?(?:建设|兴建|打造|运营|实施)|投资|承建|投建|建设|兴建|实施|开发|承担|代建)"
    r"(?:建设|运营|实施|管理|施工|开发|任务|中|的项目)*(?=[，。；\n]|$)"
)


def below_title(view: View) -> Iterator[Claim]:
    """滨江大桥。由明澈路桥负责实施，…: what the sentence behind a name alone says of who does it.

    Not 滨江大桥。天工电气建设风电基地: that sentence names its own.
    """
    for clause in view.clauses:
        project = _title_of(view, clause)
        if project is None:
            continue
        for where in _sentence(view, clause):
            doers = _doers(view, where)
            for doer in doers[:NEAR]:
                clauses = (view.clause(project.start), where)
                yield undertaking(view, doer, project, clauses, "this")
            if doers:
                break


def _title_of(view: View, clause: Clause) -> Mention | None:
    """The project that alone makes the sentence before the one that a clause opens."""
    if clause.index != clause.first or clause.index == 0:
        return None
    title = view.clauses[clause.index - 1]
    if title.index != title.first or not is_title(view.clean, title.sentence, title.mentions, before=False):
        return None
    return next((m for m in title.mentions if m.type == "Project"), None)


def _sentence(view: View, clause: Clause) -> Iterator[Clause]:
    """The first clauses of a sentence up to one that names a project of its own."""
    for other in view.clauses[clause.index : clause.index + NEAR]:
        if other.first != clause.first or any(m.type == "Project" for m in other.mentions):
            return
        yield other


def _doers(view: View, clause: Clause) -> list[Mention]:
    """Whom a clause without an object names as doing the work: 由甲公司、乙公司建设; 甲公司承建."""
    group = next((g for g in view.groups(clause) if g[0].type in DOERS), [])
    doers = [m for m in group if is_doer(m) and not is_parent(view, clause, m)]
    if not doers:
        return []
    if _BY.fullmatch(view.clean, clause.start, group[0].start):
        return doers if does(view, group[-1].end, clause.end) else []
    return doers if group[0].start == clause.start and _DOES.match(view.clean, group[-1].end, clause.end) else []
