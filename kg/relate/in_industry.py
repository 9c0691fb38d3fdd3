"""Enterprise, Project or Zone belongs to an Industry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.business_lines import business_lines
from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.industry_names import by_name
from kg.relate.industry_results import MOST, effect, formed, gathered, result
from kg.relate.members import MEMBERS, described, stated
from kg.relate.strangers import away
from kg.relate.topics import Topic, headed, opens, still_over, topic_of
from kg.types import Claim, Mention

_THIS = re.compile(
    r"(?:据[^，。]{0,12}，)?[“]?(?:该|此|本|整个)?(?:项目|公司|企业|集团|基地|工程|平台)(?:一期|二期|首期)?(?:建成后|投产后|达产后|将|主要|重点|致力于|专注于?|预计|计划|拟|专业|专门|长期|一直)*，?(?:将|主要|重点|专业)*"
    r"(?:(?:是|为)(?:一家)?(?:[^，。；、]{0,12}?(?:专业|专门|专注|主要|集))?)?"
    r"(?:业务)?(?:聚焦|从事|专注于?|致力于|主营|主攻|涉及|涵盖|布局|属于|围绕|面向|深耕|主打|生产|研发|集)[^，。；]{0,12}$"
    r"|这家[^，。；、]{0,6}(?:扎根|深耕|专注于?|从事|主营|专门从事|聚焦|主打)[^，。；、]{0,6}$"
)
_BEGINS = re.compile(r"(?:据[^，。]{0,12}，)?(?:该|此|本|整个)(?:项目|公司|企业|集团|基地|工程|平台)")
_ANOTHER = re.compile(r"[的等、]|.*[二三四五]期项目")  # 甲项目一期竣工，二期项目年内开工，聚焦…
_DEALS = re.compile(r"(?:主要|重点|将|致力于|专业)*(?:从事|聚焦|专注于?|致力于|主攻|主营|涉及|涵盖|面向|生产|研发)")
_KINDS = {"这家": "Enterprise", "公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise"}

_AT = re.compile(r"(?:在|位于|落户|入驻|落地|选址|布局|落子)(?:和?[^，。；、和]{1,12}[、和])*[“]?$")
_WINS = re.compile(
    r"[”]?(?:成功|先后|已|也|正|正在|积极|全力)*(?:争创|获评|获批|荣获|获得|入选|创成|创建|被|列入|跻身|晋升|升级)"
)
_LISTED = 400  # characters of the places before one, in a list, in which that verb is looked for
_NEXT = 3  # clauses behind a sentence of its own in which zones are meant, too
_ROAD = re.compile(
    r"(?:铁路|公路|高速|大道|快速路|国道|省道|航道|大桥|[\dA-Z]+线|学院|大学|学校|医院)(?:[^，。；]{0,6}(?:改造|建设|工程|[一二三]期))?$"
)
_DEALERS = frozenset({"Enterprise", "Project"})
_AMONG = re.compile(r"其中|包括|主要有")
_DEALING = re.compile(
    r"(?:重点|主要|将|致力|主|专业|专门|长期|一直|始终|持续|坚持|深度|并)*(?:聚焦|专注于?|主攻|从事|致力于|主营|涵盖|布局|深耕|主打|生产|研发)[^，。；、]{0,8}$"
)
# 在玻璃产业链，…; 玻璃产业方面，…; 玻璃产业则以明澈为龙头: a field of which a paragraph speaks
_SETS = re.compile(
    r"(?:产业|行业|领域|赛道|板块)(?:链|集群)?(?:上|中|里|方面)?[”]?，|(?:方面|领域|板块|赛道)，|产业(?:链|集群)?则"
)
_LISTED_LEAD = 8  # characters before the first name behind a semicolon


def in_industry(view: View) -> Iterator[Claim]:
    """做强玻璃产业，支持明澈等企业…; 明澈、云岭等玻璃企业; 以明澈为龙头的玻璃产业; 明澈专注新材料; 玻璃产业园."""
    last: dict[str, tuple[Clause, Mention]] = {}
    over: Topic | None = None  # 发展渔业。 as a sentence of its own, over those that follow
    last_topic: Topic | None = None  # that of the sentence before
    for clauses in view.sentences():
        if clauses[0].sentence.part == "glossary":
            continue
        topic = last_topic if last_topic and _continued(view, last_topic, clauses) else None
        over = still_over(view, over, clauses)
        title = headed(view, clauses[0])
        for n, clause in enumerate(clauses):
            groups = view.groups(clause)
            yield from stated(view, clause)
            if n and clause.mentions:
                yield from described(view, clauses[n - 1], clause)
                yield from business_lines(view, clause)
                yield from formed(view, clauses[max(0, n - 2) : n], clause)
            if groups and groups[0][0].type == "Industry":
                yield from _this(view, clause, groups[0], last)
            if above := topic or over or title:
                yield from _under(view, clause, above, "topic" if topic else "over" if over else "heading")
            for top in clause.mentions:
                for m in (top, *view.inner.get(top, ())):
                    if m.type in ("Zone", "Project"):
                        yield from by_name(view, clause, m)
            for m in clause.mentions:
                if m.type in MEMBERS:
                    last[m.type] = (clause, m)
            if topic is None or not topic.field:  # 聚焦未来材料，抓好…，发展半导体材料，…: the first stands over all
                topic = topic_of(view, clause) or topic
        yield from result(view, clauses)
        yield from gathered(view, clauses)
        yield from effect(view, clauses, last)
        if len(clauses) == 1 and topic and topic is not last_topic:
            over = topic
        last_topic = topic if topic and topic.where.index >= clauses[0].index and not topic.counted else None


def _continued(view: View, topic: Topic, clauses: list[Clause]) -> bool:
    """Whether a sentence goes on with a work or firm of the field of the one before: 在玻璃产业链，…。天工二期投产。

    Not in another paragraph, nor where it names an industry of its own.
    """
    first = clauses[0].mentions[0] if clauses[0].mentions else None
    if first is None or first.type not in _DEALERS or len(topic.industries) > 1:
        return False
    listed = view.clean[clauses[0].start - 1] == "；"  # 玻璃产业方面，建成甲基地；培育乙、丙等企业
    if first.start - clauses[0].start > (_LISTED_LEAD if listed else 1):
        return False
    parted = "\n" in view.clean[topic.where.end - 1 : first.start]
    if parted or _SETS.search(view.clean, topic.where.start, topic.where.end) is None:
        return False
    return not any(m.type == "Industry" for c in clauses for m in c.mentions)


def _under(view: View, clause: Clause, topic: Topic, rule: str) -> Iterator[Claim]:
    """What a clause behind a topic names: 明澈二期 of 发展装备制造业，建成明澈二期, not 明澈, whose name it bears."""
    if clause.index - topic.where.index >= topic.reach:
        return
    if topic.counted and not _AMONG.match(view.clean, clause.start, clause.end):
        return
    own = {ref for ref, _ in topic.industries}
    theirs = {m.ref for m in topic.where.mentions if m.type in PLACES}
    if (
        theirs
        and not topic.field
        and (mine := view.subjects(clause, PLACES))
        and theirs.isdisjoint(m.ref for m in mine)
    ):
        return  # 甲县发展肉羊产业，乙县建设奶食品园区
    if any(m.type == "Industry" and m.ref not in own for m in clause.mentions):
        return  # 推进某渔港等园区水产加工业建设: it names an industry of its own
    for m in clause.mentions:
        if m.type not in MEMBERS or m.ref == view.home:
            continue
        if m.type == "Enterprise" and rule != "topic" and away(view, clause, m, m):
            continue  # 与沈阳机床集团洽谈设立总部
        if m.type == "Zone" and rule != "topic" and not _meant(view, clause, topic, m, rule):
            continue
        if m.type == "Zone" and _WINS.match(view.clean, m.end, clause.end):
            continue  # 云岭古城获评国家5A级旅游景区: another matter
        if m.type == "Zone" and (
            len(topic.industries) > 1 or _AT.search(view.clean, max(clause.start, m.start - _LISTED), m.start)
        ):
            continue
        if _ROAD.search(m.key):
            continue
        named = [ref for _, _, ref in view.named(m.key, view.stems)]
        own_field = [n for n in named if not any(_stem(n.key) in ref.key for ref, _ in topic.industries)]
        if own_field and not any(ref in named or _stem(ref.key) in m.key for ref, _ in topic.industries):
            continue  # 构建冷链体系，建成电商产业园: its own name says of which industry it is
        its = [(ref, at) for ref, at in topic.industries if len(topic.industries) > 1 and _stem(ref.key) in m.key]
        # 聚焦甲、乙、丙三大产业，推进丁、戊: which is of which only the names can tell
        news = view.scene.text.document.kind != "report"
        dealers = sum(x.type in _DEALERS for x in clause.mentions)
        several = len(topic.industries) > MOST and (news or m.type == "Enterprise" or dealers > 1)
        where = (clause,) if rule == "heading" else (topic.where, clause)
        for industry, at in its or (() if several else topic.industries):
            yield view.claim("in_industry", m.ref, industry, where, rule, (span(m), at))


def _meant(view: View, clause: Clause, topic: Topic, zone: Mention, rule: str) -> bool:
    """Whether a heading or a sentence of its own is about a zone, too: 发展渔业。建设东港、西港等渔港区，….

    Under a heading it opens the sentence: not 3.明澈玻璃扩建，建设地点：云岭高新区.
    """
    if rule == "heading":
        return clause.index == clause.first and opens(view, clause, zone)
    return clause.index - topic.where.index <= _NEXT and view.clean[clause.start] != "在"


def _stem(name: str) -> str:
    return name.removesuffix("产业链").removesuffix("产业").removesuffix("业") or name


def _this(
    view: View, clause: Clause, industries: list[Mention], last: dict[str, tuple[Clause, Mention]]
) -> Iterator[Claim]:
    """该项目聚焦新材料、电子信息领域: the project that was named last."""
    lead = view.clean[clause.start : industries[0].start]
    if clause.index > clause.first and _DEALING.fullmatch(lead) and not goes_on(view, clause):
        own = _spoken_of(view, clause)
        if len(own) == 1 and own[0].ref != view.home and not _ANOTHER.match(view.clean, own[0].end, clause.start):
            where = view.clause(own[0].start)
            for m in industries:
                if m.type == "Industry":
                    yield view.claim("in_industry", own[0].ref, m.ref, (where, clause), "this", (span(own[0]), span(m)))
            return
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


def _spoken_of(view: View, clause: Clause) -> list[Mention]:
    """The projects and companies of the nearest of three clauses before that has any."""
    for index in range(clause.index - 1, max(clause.first, clause.index - 3) - 1, -1):
        if found := [m for m in view.clauses[index].mentions if m.type in _DEALERS]:
            return found
    return []


def goes_on(view: View, clause: Clause) -> bool:
    """Whether a clause goes on about 该项目 or 该公司, with which its sentence begins: 该项目…，主要从事传感器研发."""
    first = view.clauses[clause.first]
    return (
        first is not clause
        and _BEGINS.match(view.clean, first.start) is not None
        and _DEALS.match(view.clean, clause.start) is not None
    )
