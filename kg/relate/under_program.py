"""Project or Enterprise is listed under a Program."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

_MEMBERS = frozenset({"Project", "Enterprise"})
_SUCH = re.compile(
    r"[”》]?(?:（[^（）]*）)?等?(?:一批|[\d一二三四五六七八九十百两]{0,4}(?:个|大|项|家|处|条|座)?)?[^，、。；]{0,8}?[“《]?"
)
_INTO = re.compile(r"(?:列入|纳入|入选|进入|入围|获批)[^，；。]{0,15}$")


def under_program(view: View) -> Iterator[Claim]:
    """十大产业项目：①甲项目②乙项目; 甲、乙等3个老旧小区改造; 甲项目列入“五个一百”; 实施上市行动，重点培育甲公司."""
    for clauses in view.sentences():
        yield from _listed(view, clauses)
        yield from _under_heading(view, clauses)


def _under_heading(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    path = clauses[0].sentence.path
    heads = [m for h in path for m in view.heading_mentions(h) if m.type == "Program"]
    for program in heads:
        for clause in clauses:
            for m in clause.mentions:
                if m.type == "Project" and m.start >= program.end:
                    yield view.claim(
                        "under_program", m.ref, program.ref, (clause,), "heading", (span(m), span(program))
                    )


def _listed(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    program: tuple[Clause, Mention] | None = None
    for clause in clauses:
        for group in view.lists(clause.mentions):
            members = [m for m in group if m.type in _MEMBERS]
            after = [m for m in clause.mentions if m.start >= group[-1].end]
            if members and after and after[0].type == "Program":
                p = after[0]
                gap = view.between(group[-1], p)
                if _INTO.search(gap):
                    for m in members:
                        yield view.claim("under_program", m.ref, p.ref, (clause,), "into", (span(m), span(p)))
                elif _SUCH.fullmatch(gap):
                    for m in members:
                        yield view.claim("under_program", m.ref, p.ref, (clause,), "such", (span(m), span(p)))
            if members and program is not None:
                where, p = program
                colon = view.clean[p.end : p.end + 3].lstrip("”》").startswith("：")
                rule = "colon" if colon else "same_clause" if where is clause else "after"
                for m in members:
                    if m.type == "Project" or rule != "same_clause":
                        yield view.claim("under_program", m.ref, p.ref, (where, clause), rule, (span(m), span(p)))
            for m in group:
                if m.type == "Program":
                    program = (clause, m)
