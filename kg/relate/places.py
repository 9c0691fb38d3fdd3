"""The places that a clause gives to a thing: in its name, around it, of the list it stands in, of an event its hall."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.relate.clauses import NEAR, PLACES, Clause, View, span
from kg.relate.place_cues import entered, flagship
from kg.relate.place_frames import Around, frames
from kg.relate.place_names import in_name
from kg.relate.place_settings import developed, set_before
from kg.relate.rows import chained, row_of
from kg.relate.seats import foreign
from kg.types import Claim, Mention

# 来自江东市的甲公司, 总部位于江东市的甲公司
_ORIGIN = re.compile(r"(?:来自|源自|总部(?:设|位|坐落)?(?:在|于)?|注册地(?:在|为)?|发源于)[^，。；、]{0,4}$")
ORIGIN = 9  # the rank of a company's seat, which stands beside the place where it builds
_BARE = re.compile(
    r"(?:新|老|综合|公共|地下|智慧|中心|城市|文化|体育|民俗|规划|生态|游客|旅游|医疗|老年|青少年|妇女儿童|社区)*"
    r"(?:图书馆|文化馆|博物馆|体育馆|体育场|展览馆|展示馆|科技馆|档案馆|美术馆|纪念馆|影剧院|大剧院|会展中心|文化中心|体育中心|活动中心|服务中心|集散中心"
    r"|接待中心|停车场|污水处理厂|垃圾处理[厂场]|自来水厂|水厂|客运站|汽车站|公交站|农贸市场|卫生院|敬老院|养老院|福利院|幼儿园|小学|中学|宿舍楼|教学楼|住院楼|门诊楼"
    r"|综合楼|业务用房|标准厂房|孵化器|农业园|田园综合体|广场|公园)(?:建设|项目|工程|改造|新建|扩建|改扩建)*"
)
# 新区长青路、铁山路, 白鹭湖景区游客中心、英雄群雕: what a list goes on with in the same quarter or grounds
_ROAD = re.compile(r"(?:路|街|巷|大道|道)(?:建设|项目|工程|改造|新建|扩建|改扩建|延伸)*$")
_GROUNDS = re.compile(r"(?:景区|度假区|名胜区)$")
# 白鹭湖景区|提升改造: the grounds themselves are the work; 石桥景区改造, 幸福路拓宽 lie in no other grounds
_OF_GROUNDS = re.compile("(?:基础设施|整体|综合|提质)?(?:提升|改造|升级|修缮|保护|开发|建设|创建|扩建|[一二三]期)")
_APART = re.compile(
    "(?:景区|度假区|名胜区|古镇|公路|大道|[街路])(?:建设|项目|工程|改造|提升|提质|升级|拓宽|修缮|开发|扩建)*$"
)
_TITLE = re.compile(
    r"[”]?的?(?:党委|党组|执行|常务)?(?:副|名誉)?(?:会长|董事长|主席|主任|局长|厅长|院长|校长|理事长|秘书长|总裁|总经理|经理|书记|教授|研究员|专家|院士|负责人|创始人|代表)"
)
_SETTLE_IN = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:项目|企业|公司)?(?:将|已|拟|也|相继|先后|陆续|纷纷|分别|均)*"
    r"(?:在|位于|落户|落地|选址|布局|坐落|入驻|落子|设在|建在)(?:于|在|到|了)?[“]?"
)
_SCATTERED = re.compile(r"[”]?[^，。；、]{0,12}(?:相继|先后|陆续|纷纷)|[^，。；]{0,60}等地")
_HELD_AT = re.compile(r"(?:在|于)[^，。；、]{0,8}$")
# 在江东市，|代表团举办了松泉招商推介会
_IN_FRONT = re.compile(r"(?:随后|当日|当天|此后|期间|其间|之后|[^，。；、]{0,8}日[上下]?午?)?在[“]?")
_HOLDS = re.compile(r"[^，。；]{0,12}(?:举行|举办|召开)了?[“]?")
_HELD = re.compile(r"[^，。；]{0,8}?(?:举行|举办|召开|开幕|启幕|落幕|闭幕|上演|开赛)")


def places(view: View, clause: Clause, thing: Mention, top: Mention) -> Iterator[tuple[int, Claim]]:
    """The places of one mention with their rank (0 decides before 1; `ORIGIN` stands beside any other)."""
    yield from in_name(view, clause, thing)
    for place in view.inner.get(top, ()):  # 新桥镇赤石铁矿整治: the mine inside the project's name
        if place.type in PLACES and place.end == thing.start and foreign(view, place.ref, thing.ref):
            yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "before", (span(thing), span(place)))
    if thing.type == "Event":
        yield from _venue(view, clause, thing)
    leader = view.leader(clause, top)
    if leader is not top:
        yield from _of_leader(view, clause, thing, leader)
    if not (top.type == "Event" and thing.type in PLACES):  # 云岭新区推介会在江东市举行: the event, not the zone
        yield from _beside(view, clause, thing, top, leader)
    if found := flagship(view, clause, thing, top) or entered(view, clause, top):
        where, zone = found
        spans = (span(thing), span(zone))
        yield 0, view.claim("located_in", thing.ref, zone.ref, (where, clause), "setting", spans)
    yield from set_before(view, clause, thing)
    yield from developed(view, clause, thing)


def _paired(view: View, clause: Clause, top: Mention) -> list[Mention] | None:
    """甲、乙分别落户新桥镇、松泉县: the place of the second list that is a thing's own.

    None where a place is said of all; no place where nobody can tell whose it is: 甲、乙相继落户新桥镇、松泉县等地.
    """
    group = view.group(clause, top)
    if not 1 < len(group) <= NEAR or top not in group:
        return None
    place = next((m for m in view.near(clause, group[-1]) if m.start > group[-1].end and m.type in PLACES), None)
    if place is None or _SETTLE_IN.fullmatch(view.clean, group[-1].end, place.start) is None:
        return None
    row = row_of(view, clause, place)
    if "分别" not in view.clean[group[-1].end : place.start]:
        return [] if len(row) > 1 and _SCATTERED.match(view.clean, group[-1].end, clause.end) else None
    return [row[group.index(top)]] if len(row) == len(group) else []


def _of_leader(view: View, clause: Clause, thing: Mention, leader: Mention) -> Iterator[tuple[int, Claim]]:
    """松泉文化馆、图书馆: a second without a name is where the first is, and so are streets in a row."""
    bare = thing.type in ("Project", "Organization") and _BARE.fullmatch(thing.key) is not None
    own = any(m.type in PLACES and m.start == thing.start for m in view.inner.get(thing, ()))
    if not bare and (thing.type != "Project" or own):
        return
    streets = _ROAD.search(leader.key) is not None and _ROAD.search(thing.key) is not None
    streets = streets and "至" not in leader.key  # 江东至松泉、石桥至云岭公路: where the first one ends
    opens = [m for m in view.inner.get(leader, ()) if m.type in PLACES and m.start == leader.start]
    for place in sorted(opens, key=lambda m: -m.end)[:1]:
        grounds = _GROUNDS.search(place.key) is not None and _APART.search(thing.key) is None
        grounds = grounds and _OF_GROUNDS.match(view.clean, place.end, leader.end) is None
        if (bare or streets or grounds) and foreign(view, place.ref, thing.ref):
            spans = (span(thing), span(place))
            yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "listed", spans)


def _listed(group: list[Mention], one: Mention) -> bool:
    """Whether a mention is in a list, which is sorted by position and may be thousands long."""
    at = bisect_left(group, one.start, key=lambda m: m.start)
    return one in itertools.takewhile(lambda m: m.start == one.start, itertools.islice(group, at, None))


def _beside(view: View, clause: Clause, thing: Mention, top: Mention, leader: Mention) -> Iterator[tuple[int, Claim]]:
    """The places of a clause to which words before or behind the thing bind it."""
    if (leader.type in PLACES) != (top.type in PLACES):  # 新桥镇与甲公司签约, 东园的甲、西园的乙 are no lists
        leader = top
    titled = thing.type in ("Organization", "Enterprise") and _TITLE.match(view.clean, top.end, clause.end)
    around = Around(view, clause, thing, top, leader, *frames(view, clause, top))
    own = _paired(view, clause, top)
    for place in view.near(clause, top):
        if own is not None and place.start > top.end and place not in own:
            continue
        if place.type not in PLACES:
            continue
        if not (foreign(view, place.ref, thing.ref) or _held_here(view, clause, place, thing)):
            continue
        if (titled and place.start > top.start) or chained(clause, place, thing):
            continue
        if thing.type == "Organization" and top.type == "Project" and place.start > top.end:
            continue  # 甲中学新校区选址新桥镇: the work, not yet the school
        if top.type in PLACES and _listed(view.group(clause, top), place):
            continue  # 在经开区、高新区建设
        if _from(view, clause, top, place):
            rule = around.origin(place)
        else:
            rule = around.rule_before(place) if place.end <= top.start else around.rule_behind(place)
        if rule:
            sharp = place.type == "Zone" or thing.type == "Event" or view.clean.startswith("（", top.end, place.start)
            rank = ORIGIN if rule == "origin" else 0 if sharp else 1
            spans = (span(thing), span(place))
            yield rank, view.claim("located_in", thing.ref, place.ref, (clause,), rule, spans)


def _held_here(view: View, clause: Clause, place: Mention, thing: Mention) -> bool:
    """Whether the place is the document's own, of an event, whose name may have another place, or one of several."""
    return place.ref == view.home and (thing.type == "Event" or len(view.group(clause, place)) > 1)


def _from(view: View, clause: Clause, top: Mention, place: Mention) -> bool:
    """Whether a place is named as that of a company's seat: 来自江东市的甲公司, 甲公司总部位于江东市."""
    begin = top.end if place.start >= top.end else clause.start
    return _ORIGIN.search(view.clean, max(begin, place.start - 12), place.start) is not None


def _venue(view: View, clause: Clause, event: Mention) -> Iterator[tuple[int, Claim]]:
    """推介会在江东国际会展中心举行, 在江东市，代表团举办了推介会 → 江东市."""
    if clause.index > clause.first and _HOLDS.fullmatch(view.clean, clause.start, event.start):
        before = view.clauses[clause.index - 1]
        place = before.mentions[-1] if before.mentions else None
        if place is not None and place.type == "Region" and place.end >= before.end - 1:
            first = view.leader(before, place).start
            if len(before.mentions) == 1 and _IN_FRONT.fullmatch(view.clean, before.start, first):
                yield (
                    0,
                    view.claim(
                        "located_in", event.ref, place.ref, (before, clause), "venue", (span(event), span(place))
                    ),
                )
    for hall in view.near(clause, event):
        if hall is event or hall.type not in ("Project", "Organization", "Enterprise", "Zone"):
            continue
        if not _HELD_AT.search(view.clean, max(clause.start, hall.start - 12), hall.start):
            continue
        if hall.start > event.start and not _HELD.match(view.clean, hall.end, clause.end):
            continue
        for place in view.inner.get(hall, ()):
            if place.type in PLACES and place.start == hall.start and foreign(view, place.ref, event.ref):
                spans = (span(event), span(place))
                yield 0, view.claim("located_in", event.ref, place.ref, (clause,), "venue", spans)
