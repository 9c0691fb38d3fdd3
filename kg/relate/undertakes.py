"""Enterprise or Organization invests in, builds, owns or runs a Project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import LEAD, NEAR, Clause, View, span
from kg.types import Claim, Mention

_BY = re.compile(r"(?:由|系|为)[^，。；]*$")
_OF = re.compile(r"[”]?的[“]?[^，、]{0,10}")
_GAP = 40  # characters between a doer and its project
_STREET = re.compile(r"(?:路|大道|街|大街|广场路|大桥)")  # a street that bears a company's name
_DOERS = frozenset({"Enterprise", "Organization"})


def undertakes(view: View) -> Iterator[Claim]:
    """明澈玻璃二期 carries 明澈玻璃; 由甲公司、乙公司联合建设; 甲公司投资5亿元建设某基地; 甲公司的某项目."""
    for clause in view.clauses:
        for project in clause.mentions:
            if project.type == "Project":
                yield from _by_name(view, clause, project)
    for clauses in view.sentences():
        yield from _by_verb(view, clauses)


def _by_name(view: View, clause: Clause, project: Mention) -> Iterator[Claim]:
    """The doer's name inside the project's."""
    inside = [
        m for m in view.inner.get(project, ()) if m.type in _DOERS and not _STREET.match(view.clean, m.end, project.end)
    ]
    for m in inside:
        yield view.claim("undertakes", m.ref, project.ref, (clause,), "name_inside", (span(m), span(project)))
    known = {m.ref for m in inside}
    for at, name, ref in view.named(project.key, view.actors):
        if ref not in known and at <= 4 and not _STREET.match(project.key, at + len(name)):
            yield view.claim("undertakes", ref, project.ref, (clause,), "name_inside", (None, span(project)))


def _by_verb(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲公司 … 投资、建设 … 项目, and 项目 … 由甲公司投资."""
    doers = {c.index: [m for m in c.mentions if m.type in _DOERS] for c in clauses}
    if not any(doers.values()):
        return
    for clause in clauses:
        for project in clause.mentions:
            if project.type != "Project":
                continue
            for index in (clause.index - 1, clause.index, clause.index + 1):
                for doer in doers.get(index, ())[:NEAR]:
                    where = view.clauses[index]
                    if rule := _rule(view, clause, project, where, doer):
                        spans = (span(doer), span(project))
                        yield view.claim("undertakes", doer.ref, project.ref, (where, clause), rule, spans)


def _rule(view: View, clause: Clause, project: Mention, where: Clause, doer: Mention) -> str:
    """The rule that joins a doer in one clause to a project in the same or the next one; empty where none does."""
    build = view.pattern("verbs_undertake")
    by = _BY.search(view.clean, max(where.start, doer.start - 30), doer.start) is not None
    if doer.end > project.start:
        return "by" if by and build.search(view.clean, doer.end, min(where.end, doer.end + LEAD)) else ""
    gap = view.clean[doer.end : project.start]
    if len(gap) > _GAP or any(
        x.type == "Project" and doer.end <= x.start < project.start and not view.linked(x, project)
        for x in view.near(clause, project)
    ):
        return ""
    if _OF.fullmatch(gap):
        return "possessive"
    if build.search(gap) and (by or where is clause):
        return "by" if by else "verb"
    return ""
