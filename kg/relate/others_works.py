"""Which projects of a sentence are somebody else's than the doer's whom a rule looks at."""

from __future__ import annotations

import re

from kg.relate.clauses import LEAD, Clause, View
from kg.relate.owners import DOERS, is_doer
from kg.types import Mention

_EACH_ITS = re.compile(r"分别|各自")
_TOGETHER = re.compile("共同|联合|合作|合资|携手|联手|共建|合力")


def is_anothers(view: View, project: Mention, doer: Mention) -> bool:
    """Whether 分别 gives a project to another doer of the list: 甲校、乙院分别由市教育局、市卫生局建设."""
    first, second = (view.group(view.clause(m.start), m) for m in sorted((project, doer), key=lambda m: m.start))
    if len(first) != len(second) or len(first) < 2:
        return False
    if not _EACH_ITS.search(view.clean, first[-1].end, second[0].start):
        return False
    ours, theirs = (first, second) if project in first else (second, first)
    return project in ours and doer in theirs and ours.index(project) != theirs.index(doer)


def named_for_another(view: View, clause: Clause, project: Mention, doer: Mention) -> bool:
    """Whether a further item of a list is named for somebody else: 甲公司投资的乙基地、丙公司扩建项目."""
    if view.leader(clause, project) is project or doer.start > project.start:
        return False
    inside = [m for m in view.inner.get(project, ()) if m.type in DOERS and m.start == project.start]
    return bool(inside) and all(m.ref != doer.ref for m in inside)


def bracketed(view: View, clause: Clause, project: Mention, doer: Mention) -> bool:
    """Whether a doer stands in brackets behind another project: 甲市场、乙基地（由丙公司投资）、丁电场."""
    opened = view.clean.rfind("（", max(clause.start, doer.start - LEAD), doer.start)
    if opened < 0 or view.clean.find("）", opened, doer.start) >= 0:
        return False
    inside = view.clean.find("）", doer.end, doer.end + LEAD)
    return opened - project.end > 2 or 0 <= inside < project.start


def of_next(view: View, clause: Clause, doer: Mention) -> bool:
    """Whether what a doer does is the project behind it: 甲、乙修缮一新，由丙公司运营的丁酒店."""
    its = next((m for m in view.near(clause, doer) if m.type == "Project" and m.start >= doer.end), None)
    return its is not None and view.clean[doer.end : its.start].strip("“").endswith("的")


def by_itself(view: View, clause: Clause, project: Mention) -> bool:
    """Whether a project is no object of the clause before: 由甲公司建的某厂开工，乙项目推进.

    It is one in 由甲公司出资，建设乙项目.
    """
    if view.pattern("verbs_undertake").search(view.clean, view.lead(clause, project.start), project.start) is None:
        return True
    return any(is_doer(m) for m in view.before(clause, project))


def crossed(view: View, clause: Clause, project: Mention, doer: Mention) -> bool:
    """Whether of as many firms as works each has its own: 甲公司、乙公司投资建设丙、丁: 甲 builds 丙.

    None of: 甲公司、乙公司共同建设丙、丁.
    """
    lists = one_each(view, clause, project, doer)
    return lists is not None and lists[0].index(doer) != lists[1].index(project)


def one_each(view: View, clause: Clause, project: Mention, doer: Mention) -> tuple[list[Mention], list[Mention]] | None:
    """The list of firms in which a doer stands and the list of as many works, one of each; None elsewhere."""
    firms, works = view.group(clause, doer), view.group(clause, project)
    firms = [m for m in firms if m.type == doer.type]  # 松泉县与甲公司、乙公司分别签订…
    if len(firms) < 2 or doer not in firms or project not in works or firms[-1].end > works[0].start:
        return None
    works = [m for m in works if m.type == "Project"]
    if len(firms) != len(works) or _TOGETHER.search(view.clean, firms[-1].end, works[0].start):
        return None
    return firms, works


def has_own(view: View, where: Clause, doer: Mention) -> bool:
    """Whether the words behind 由某公司 name the work that it does: 由甲公司负责实施|丁电站."""
    work = next((m for m in view.near(where, doer) if m.start >= doer.end and m.type == "Project"), None)
    return work is not None and view.pattern("verbs_undertake").search(view.clean, doer.end, work.start) is not None
