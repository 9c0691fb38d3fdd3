"""The branches of an industry: 新材料产业重点发展甲、乙; 现代服务业提质增效，丙、丁等业态兴起; 未来产业。聚焦戊，…"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.topics import BROAD
from kg.relate.wholes import REACH, parts_of, side_by_side
from kg.types import Claim, Mention

_TOPIC = re.compile(
    r"(?:其中，?|目前，?)?(?:[一二三四五六七八九]是|[（(][一二三四五六七八九十\d]{1,2}[）)])?(?:要)?(?:大力|着力|加快|积极|持续|全力|重点|不断)*"
    r"(?:聚焦|围绕|瞄准|立足|做[强优大]+|壮大|培育|发展|提升|优化|推动|推进|打造|在)*[“]?"
)
# 战略性新兴产业加快发展，甲、乙产值分别增长…; 特色农业提质增效，丙、丁种植面积…
_THRIVES = re.compile(r"[”]?[^，。；：\d]{0,12}，")
_BRANCH = re.compile(
    r"[”]?(?:等[^，。；、]{0,8}(?:产业|行业|业态|领域|集群|产品|作物|种植)|(?:产业|行业)?(?:产值|增加值|营业?收入|总产值|种植|面积|产量|规模)|(?:产业|行业)?分别)"
)
_FIELD = re.compile(r"(?:聚焦|围绕|瞄准|锚定|布局)+[“]?")
_SHORT = 24  # characters of a sentence that only names what follows
_TOPIC_END = re.compile(r"[”]?(?:产业|领域|方面|产业方面|产业链|上)?，")
_IS_ONE = re.compile(r"[”]?(?:产业)?(?:是|为|作为)[^，。；]{0,14}[“]?")
_MEMBER_END = re.compile(r"[”]?(?:产业)?之一")
# 甲产业是全市第一大产业，包括乙、丙、丁三大门类
_SPLIT = re.compile(r"(?:主要|具体)?(?:包括|包含|涵盖|细分为|分为|划分为|由)[“]?")
# 铝产业做大做强，形成氧化铝、电解铝完整产业链
_GROWN = re.compile(r"(?:现|目前)?(?:已|已经|初步)?(?:形成|构建|打造|建成)(?:了|起)?[“]?")
_CHAIN = re.compile(
    r"[”]?等?(?:较为|较|完整|为主|全|上下游|一体化|多元|门类)*的?(?:完整)?(?:产业链条?|产业体系|产业格局|生产链|链条)"
)
_FORMED = re.compile(
    r"(?:现|目前|现在)?(?:已|已经|初步)?(?:形成|构建|建成)(?:了)?(?:涵盖|包括|集|覆盖|包含)(?:了)?[“]?"
)
_FOSTERED = re.compile(
    r"(?:产业|产业链|领域)?(?:现|目前|已经|已|初步)*(?:要|着力|积极|加快|大力|优先|主要|重点)*(?:发展|培育|布局|主攻|聚焦|突破|推动|推进|建设|打造|形成|涵盖|包括|做强|做优|抓好|壮大|加快)(?:了)?(?:以)?[“]?"
)
# 电子信息产业以半导体、智能终端为重点
_BASED = re.compile(r"(?:产业链?|方面|领域)?(?:要|将|主要)?(?:依托|立足|借助|发挥|以)")
_WITH = re.compile(r"(?:产业|产业链|领域)?(?:主要|重点|则|已)?以[“]?")
_MAIN = re.compile(r"[”]?(?:等)?(?:[^，。；、]{0,6})?为(?:重点|主导|主攻|主体|特色|支撑|核心|骨干|方向|主(?=[，。；]))")


def branches(view: View) -> Iterator[Claim]:
    """聚焦先进制造，推动甲、乙产业发展; 汽车产业已形成涵盖丙、丁的体系: the branches that a text names."""
    yield from _fostered(view)
    yield from _member(view)


def _fostered(view: View) -> Iterator[Claim]:
    """聚焦先进制造，推动甲、乙产业发展; 新材料产业重点发展丙、丁: the branches that a place means to foster.

    Of a broad one (战略性新兴产业, 特色农业) what it did is enough: 现代服务业提质增效，甲、乙等业态蓬勃发展.
    """
    for clauses in view.sentences():
        for before, clause in zip([None, *clauses], clauses, strict=False):
            groups = view.groups(clause)
            if len(groups) == 2 and len(groups[0]) == 1:
                whole, group = groups[0][0], groups[1]
                if _TOPIC.fullmatch(view.clean, clause.start, whole.start) and (
                    _FOSTERED.fullmatch(view.clean, whole.end, group[0].start)
                    or (
                        _WITH.fullmatch(view.clean, whole.end, group[0].start)
                        and _MAIN.match(view.clean, group[-1].end)
                    )
                ):
                    yield from _branch(view, whole, group)
            if before is not None and len(before.mentions) > 1 and groups:
                yield from _based(view, before, clause)
            if before is None or len(before.mentions) != 1 or not groups:
                continue
            whole, group = before.mentions[0], side_by_side(view, clause)
            if not _TOPIC.fullmatch(view.clean, before.start, whole.start):
                continue
            broad = BROAD.fullmatch(whole.key) and _THRIVES.fullmatch(view.clean, whole.end, before.end)
            if not broad and not _TOPIC_END.fullmatch(view.clean, whole.end, before.end):
                continue
            if broad and group[0].start == clause.start:
                fostered = _BRANCH.match(view.clean, group[-1].end, clause.end)
            else:
                fostered = _FOSTERED.fullmatch(view.clean, clause.start, group[0].start)
            if fostered:
                yield from _branch(view, whole, group)
    yield from _fields(view)


def _based(view: View, before: Clause, clause: Clause) -> Iterator[Claim]:
    """海洋生物产业依托白鹭谷，重点发展海洋药物、功能食品."""
    whole, group = before.mentions[0], view.groups(clause)[0]
    if any(m.type in ("Industry", "Slogan", "Program") for m in before.mentions[1:]):
        return
    topic = _TOPIC.fullmatch(view.clean, before.start, whole.start)
    if topic and _BASED.match(view.clean, whole.end) and _FOSTERED.fullmatch(view.clean, clause.start, group[0].start):
        yield from _branch(view, whole, group)


def _branch(view: View, whole: Mention, group: list[Mention]) -> Iterator[Claim]:
    """The list is of the whole, or of a branch that it names behind: 现代服务业…，发展物流、设计等|生产性服务业."""
    if whole.type != "Industry" or len(group) < 2:
        return
    near = view.near(view.clause(group[-1].start), group[-1])
    named = [m for m in near if m.type == "Industry" and view.clean[group[-1].end : m.start] in ("等", "”等")]
    yield from parts_of(view, whole, named or group, "branches")


def _fields(view: View) -> Iterator[Claim]:
    """培育未来产业。聚焦甲，…；聚焦乙，…: the fields of the broad industry that a sentence before names."""
    over: Mention | None = None
    for clauses in view.sentences():
        first, mentions = clauses[0], [m for c in clauses for m in c.mentions]
        if view.clean[max(0, first.start - 1)] == "\n":
            over = None
        if len(clauses) == 1 and len(mentions) == 1 and first.end - first.start < _SHORT:
            broad = mentions[0].type == "Industry" and BROAD.fullmatch(mentions[0].key)
            over = mentions[0] if broad else None
            continue
        if over is None or first.start - over.end > REACH:
            continue
        for clause in clauses:
            one = clause.mentions[0] if len(clause.mentions) == 1 else None
            if one is None or one.type != "Industry" or not _TOPIC_END.fullmatch(view.clean, one.end, clause.end):
                continue
            begins = clause is first or view.clean[clause.start - 1] == "；"
            if begins and _FIELD.fullmatch(view.clean, clause.start, one.start):
                yield from parts_of(view, over, [one], "branches")


def _member(view: View) -> Iterator[Claim]:
    """汽车产业是三大支柱产业之一，已形成涵盖整车、零部件的体系: what it belongs to, and what it has formed."""
    for clauses in view.sentences():
        for clause, following in itertools.zip_longest(clauses, clauses[1:]):
            groups = view.groups(clause)
            one = groups[0][0] if groups and len(groups[0]) == 1 else None
            if one is None or one.type != "Industry" or not _TOPIC.fullmatch(view.clean, clause.start, one.start):
                continue
            whole = groups[1][0] if len(groups) > 1 else None
            if whole and _IS_ONE.fullmatch(view.between(one, whole)) and _MEMBER_END.match(view.clean, whole.end):
                yield from parts_of(view, whole, [one], "member", {"Industry": frozenset({"Industry"})})
            group = view.groups(following)[0] if following and following.mentions else []
            if len(group) > 1 and _has_formed(view, following, group):
                yield from parts_of(view, one, group, "branches")


def _has_formed(view: View, clause: Clause, group: list[Mention]) -> bool:
    """Whether a clause begins with what something consists of: 已形成涵盖甲、乙的体系; 形成甲、乙、丙完整产业链."""
    if any(x.fullmatch(view.clean, clause.start, group[0].start) for x in (_FORMED, _SPLIT)):
        return True
    grown = len(group) > 2 and _GROWN.fullmatch(view.clean, clause.start, group[0].start)
    return bool(grown) and _CHAIN.match(view.clean, group[-1].end) is not None
