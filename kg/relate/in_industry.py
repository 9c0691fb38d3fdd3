"""Enterprise, Project or Zone belongs to an Industry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

_MEMBERS = frozenset({"Enterprise", "Project", "Zone"})
_SUCH = re.compile(
    r"[”》]?(?:（[^（）]*）)?等(?:一批|[\d一二三四五六七八九十百两]{0,4}(?:个|大|项|家)?)?[^，、。；]{0,6}?[“《]?"
)
_THING = re.compile(r"[”]?(?:类)?(?:龙头|骨干|重点|知名|优质)?(?:企业|项目|产业|园区|运营商|领域)")


def in_industry(view: View) -> Iterator[Claim]:
    """做强玻璃产业，支持明澈、云岭两家企业…; 明澈、云岭等玻璃企业; 以明澈为代表的玻璃产业; 玻璃产业园 ← 玻璃产业."""
    for clauses in view.sentences():
        topic: tuple[Clause, list[Mention]] | None = None
        for clause in clauses:
            groups = view.lists(clause.mentions)
            for i, group in enumerate(groups):
                members = [m for m in group if m.type in _MEMBERS]
                following = groups[i + 1] if i + 1 < len(groups) else []
                if members and following and following[0].type == "Industry":
                    gap = view.between(group[-1], following[0])
                    rule = ""
                    if _SUCH.fullmatch(gap):
                        rule = "such"
                    elif re.fullmatch(
                        r"[”]?[^，。；]{0,8}(?:以|属于|从事|为代表的|聚焦|专注|主营)[^，。；]{0,20}", gap
                    ):
                        rule = "verb"
                    if rule:
                        for m in members:
                            for x in following:
                                if x.type == "Industry":
                                    yield view.claim("in_industry", m.ref, x.ref, (clause,), rule, (span(m), span(x)))
                elif members and topic is not None:
                    where, industries = topic
                    rule = "topic"
                    for m in members:
                        yield view.claim(
                            "in_industry",
                            m.ref,
                            industries[0].ref,
                            (where, clause),
                            rule,
                            (span(m), span(industries[0])),
                        )
            if clause.mentions and clause.mentions[0].type == "Industry" and topic is None:
                topic = (clause, [m for m in groups[0] if m.type == "Industry"])
    yield from _by_name(view)


def _by_name(view: View) -> Iterator[Claim]:
    table = {}
    for surface, ref in view.industries.items():
        stem = re.sub(r"(?:产业链|产业集群|产业|行业)$", "", surface)
        if len(stem) > 1:
            table[stem] = ref
    for clause in view.clauses:
        for m in clause.mentions:
            if m.type in ("Zone", "Project"):
                for _, _, ref in view.named(m.key, table)[:1]:
                    yield view.claim("in_industry", m.ref, ref, (clause,), f"{m.type.lower()}_name", (span(m), None))
