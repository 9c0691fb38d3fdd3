"""Enterprise or Organization invests in, builds, owns or runs a Project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

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
    inside = [m for m in view.inner.get(project, ()) if m.type in _DOERS]
    for m in inside:
        yield view.claim("undertakes", m.ref, project.ref, (clause,), "name_inside", (span(m), span(project)))
    known = {m.ref for m in inside}
    for at, _, ref in view.named(project.key, view.actors):
        if ref not in known and at <= 4:
            yield view.claim("undertakes", ref, project.ref, (clause,), "name_inside", (None, span(project)))


def _by_verb(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲公司 … 投资、建设 … 项目, and 项目 … 由甲公司投资."""
    build = view.pattern("verbs_undertake")
    doers = [(c, m) for c in clauses for m in c.mentions if m.type in _DOERS]
    if not doers:
        return
    for clause in clauses:
        projects = [m for m in clause.mentions if m.type == "Project"]
        for project in projects:
            for where, m in doers:
                if where.index not in (clause.index, clause.index - 1, clause.index + 1):
                    continue
                lead = view.clean[max(where.start, m.start - 30) : m.start]
                by = re.search(r"(?:由|系|为)[^，。；]*$", lead) is not None
                if m.end <= project.start:
                    gap = view.clean[m.end : project.start]
                    if len(gap) > 40 or any(
                        x.type == "Project" and m.end <= x.start < project.start and not view.linked(x, project)
                        for x in clause.mentions
                    ):
                        continue
                    if re.fullmatch(r"[”]?的[“]?(?:[^，、]{0,10})", gap):
                        rule = "possessive"
                    elif by and build.search(gap):
                        rule = "by"
                    elif where is clause and build.search(gap):
                        rule = "verb"
                    else:
                        continue
                elif by and build.search(view.clean, m.end, where.end):
                    rule = "by"
                else:
                    continue
                yield view.claim("undertakes", m.ref, project.ref, (where, clause), rule, (span(m), span(project)))
