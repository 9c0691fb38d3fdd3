"""Enterprise, Project or Zone belongs to an Industry."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

_MEMBERS = frozenset({"Enterprise", "Project", "Zone"})
_SUCH = re.compile(
    r"[”》]?(?:（[^（）]*）)?等(?:一批|[\d一二三四五六七八九十百两]{0,4}(?:个|大|项|家|户)?)?(?:知名|龙头|骨干|重点|优质|一批)?[“《]?"
)
_AS = re.compile(r"[”]?(?:项目|公司)?[^，。；、]{0,8}(?:以|属于|从事|专注于?|主营|主攻|致力于)[^，。；]{0,20}")
_FOR = re.compile(r"[”]?为(?:代表|龙头|主体|支撑|核心|引领)的[^，。；、]{0,6}")
_FIRMS = re.compile(r"[”]?(?:产业|行业|类)?(?:企业|公司|园区|项目|产业园)")
_LEAD = re.compile(
    r"(?:大力)?(?:发展|壮大|做强|做大|做优|培育|聚焦|振兴|提升|支持|打造|推进|抓好|突出|建立健全)[^，。；]{0,8}$"
)
_THIS = re.compile(
    r"(?:据[^，。]{0,12}，)?[“]?(?:该|此|本|整个)?(?:项目|公司|企业|集团|基地|工程|平台)(?:一期|二期|首期)?(?:建成后|投产后|达产后|将|主要|重点|致力于|专注于?|预计|计划|拟)*，?(?:将|主要|重点)*"
    r"(?:聚焦|从事|专注于?|致力于|主营|主攻|涉及|涵盖|布局|属于|围绕|面向)[^，。；]{0,12}$"
)
_BEGINS = re.compile(r"(?:据[^，。]{0,12}，)?(?:该|此|本|整个)(?:项目|公司|企业|集团|基地|工程|平台)")
_DEALS = re.compile(r"(?:主要|重点|将|致力于|专业)*(?:从事|聚焦|专注于?|致力于|主攻|主营|涉及|涵盖|面向|生产|研发)")
_KINDS = {"公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise"}
_NO_STEM = frozenset(
    (
        "特色",
        "优势",
        "主导",
        "支柱",
        "新兴",
        "传统",
        "未来",
        "现代",
        "战略性新兴",
        "高新技术",
        "重点",
        "富民",
        "绿色",
        "高端",
    )
)
_SITE = re.compile(r"(?:产业|装备|制造|科技|文化)*(?:产业园|产业小镇|小镇|园区|工业园|基地|园)$")


def in_industry(view: View) -> Iterator[Claim]:
    """做强玻璃产业，支持明澈等企业…; 明澈、云岭等玻璃企业; 以明澈为龙头的玻璃产业; 明澈专注新材料; 玻璃产业园."""
    last: dict[str, tuple[Clause, Mention]] = {}
    for clauses in view.sentences():
        topic: tuple[Clause, Mention] | None = None
        for clause in clauses:
            if clause.sentence.part == "glossary":
                continue
            groups = view.groups(clause)
            yield from _stated(view, clause, groups)
            if groups and groups[0][0].type == "Industry":
                yield from _this(view, clause, groups[0], last)
            if topic is not None:
                for m in clause.mentions:
                    if m.type in _MEMBERS and clause.index - topic[0].index < 3:
                        spans = (span(m), span(topic[1]))
                        yield view.claim("in_industry", m.ref, topic[1].ref, (topic[0], clause), "topic", spans)
            for m in clause.mentions:
                if m.type == "Zone":
                    yield from _by_name(view, clause, m)
            for m in clause.mentions:
                if m.type in _MEMBERS:
                    last[m.type] = (clause, m)
            if topic is None and len(clause.mentions) == 1 and clause.mentions[0].type == "Industry":
                m = clause.mentions[0]
                if _LEAD.search(view.clean, clause.start, m.start):
                    topic = (clause, m)


def _stated(view: View, clause: Clause, groups: list[list[Mention]]) -> Iterator[Claim]:
    """A list of members and then an industry, with words between them that join the two."""
    for members, industries in itertools.pairwise(groups):
        tails = [m for m in industries if m.type == "Industry"]
        heads = [m for m in members if m.type in _MEMBERS and m.ref != view.home]
        if not tails or not heads:
            continue
        gap = view.between(members[-1], industries[0])
        if _SUCH.fullmatch(gap):
            rule = "such"
            tails = tails if _FIRMS.match(view.clean, tails[-1].end) else tails[:1]
        elif _FOR.fullmatch(gap):
            rule = "such"
        elif _AS.fullmatch(gap) and heads[0].type != "Zone":
            rule = "verb"
        else:
            continue
        for m in heads:
            for tail in tails:
                yield view.claim("in_industry", m.ref, tail.ref, (clause,), rule, (span(m), span(tail)))


def _this(
    view: View, clause: Clause, industries: list[Mention], last: dict[str, tuple[Clause, Mention]]
) -> Iterator[Claim]:
    """该项目聚焦新材料、电子信息领域: the project that was named last."""
    lead = view.clean[clause.start : industries[0].start]
    if not _THIS.fullmatch(lead):
        if not goes_on(view, clause):
            return
        lead = view.clean[view.clauses[clause.first].start :][:12]
    kind = next((kind for word, kind in _KINDS.items() if word in lead), "Project")
    if kind not in last or last[kind][1].ref == view.home:
        return
    where, member = last[kind]
    for m in industries:
        if m.type == "Industry":
            yield view.claim("in_industry", member.ref, m.ref, (where, clause), "this", (span(member), span(m)))


def goes_on(view: View, clause: Clause) -> bool:
    """Whether a clause goes on about 该项目 or 该公司, with which its sentence begins: 该项目…，主要从事传感器研发."""
    first = view.clauses[clause.first]
    return (
        first is not clause
        and _BEGINS.match(view.clean, first.start) is not None
        and _DEALS.match(view.clean, clause.start) is not None
    )


def _by_name(view: View, clause: Clause, zone: Mention) -> Iterator[Claim]:
    """玻璃产业园 where the text has a 玻璃产业."""
    for at, stem, ref in view.named(zone.key, view.stems):
        if stem not in _NO_STEM and _SITE.fullmatch(zone.key[at + len(stem) :]):
            yield view.claim("in_industry", zone.ref, ref, (clause,), "zone_name", (span(zone), None))
            return
