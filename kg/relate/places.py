"""The words of a text that put a thing into a place: names, frames, settings, adjacency."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kg.relate.clauses import NEAR, PLACES, Clause, View, span
from kg.relate.grounds import INSIDE, SCENE, innermost
from kg.relate.place_cues import belongs, entered, flagship, told_by
from kg.relate.place_names import in_name
from kg.relate.seats import foreign
from kg.types import Claim, Mention, Ref

_IN = re.compile(
    r"(?:在|于|落户|落地|落子|选址|入驻|进驻|位于|坐落|地处|扎根|布局|移师|(?:搬迁|迁移|转移|搬|迁)(?:到|至|入)|建在|设在)(?:了|到|在|于)?(?:(?:我|该|全)?[省市县区]|(?:该|本)?(?:园区|开发区|经开区|高新区))?[“]?$"
)
# 来自江东市的甲公司, 总部位于江东市的甲公司
_ORIGIN = re.compile(r"(?:来自|源自|总部(?:设|位|坐落)?(?:在|于)?|注册地(?:在|为)?|发源于)[^，。；、]{0,4}$")
_COMES = re.compile(r"[来到]$")
_CAME = re.compile(r"(?:投资|兴业|创业|发展|建厂|办厂|落户|安家)+的[“]?")  # 来云岭高新区投资的明澈玻璃
_LISTED = re.compile(
    r"上市|挂牌|亮相|参展|参加|推介|签约|签署|签订|会见|座谈|路演|领奖|获奖"
)  # 在香港上市 says nothing on where a company is
_TAKES = re.compile(  # 云岭高新区已落户明澈玻璃
    r"[”]?[^，。；、]{0,6}?(?:落户|落地|入驻|引进|引入|招引|迎来|集聚|汇聚|聚集|新建|建成|开工建设|启动建设|建设|打造)了?[“]?"
)
_AT = re.compile(r"[”]?(?:境内|内)?的?(?:本土|本地|龙头|重点|骨干|知名)*(?:企业|公司)?[“]?")
# 明澈玻璃已在云岭高新区建设…: its own place, whatever stands before
_AT_ONCE = re.compile(
    r"[”》]?(?:等[^，。；、]{0,6})?(?:已|将|正|拟|计划|成功|正式|也|项目|公司|集团)*"
    r"(?:在|落户|选址|位于|坐落|落地|入驻)(?:于|在|到)?(?:[省市县区])?[“]?"
)
_AFTER = 160  # characters behind a place that say what is done there
ORIGIN = 9  # the rank of a company's seat, which stands beside the place where it builds
_SCOPE = 8  # clauses for which 走进云岭高新区， sets the scene
_FOCUS = re.compile(
    r"为(?:重点|抓手|龙头|支撑|核心)(?:，)?(?:推动|推进|加快|带动|抓好)[“]?$"
)  # 以滨江大桥为重点推进新城建设
_ADVANCES = re.compile(
    r"[”]?(?:重点|核心区|启动区)?(?:工程|项目|开发|规划|建设|基础设施|配套|功能|承载能力|综合服务能力)*"
    r"(?:\d+[个项]|全面|加快|加速|提速|推进|完成投资|完善|提升|有序|稳步|扎实|强力|顺利|快速|初具|步伐|，)"
)
_STARTS = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|[①-⑳])?(?:全力|加快|强力|扎实|稳步|全面|大力|继续|深入|高标准|高质量|高起点|统筹|有序)*"
    r"(?:推进|推动|加快|完善|建设|抓好|提升|做好|实施|开发)?[“]?"
)
_BARE = re.compile(
    r"(?:新|老|综合|公共|地下|智慧|中心|城市|文化|体育|民俗|规划|生态|游客|旅游|医疗|老年|青少年|妇女儿童|社区)*"
    r"(?:图书馆|文化馆|博物馆|体育馆|体育场|展览馆|展示馆|科技馆|档案馆|美术馆|纪念馆|影剧院|大剧院|会展中心|文化中心|体育中心|活动中心|服务中心|集散中心"
    r"|接待中心|停车场|污水处理厂|垃圾处理[厂场]|自来水厂|水厂|客运站|汽车站|公交站|农贸市场|卫生院|敬老院|养老院|福利院|幼儿园|小学|中学|宿舍楼|教学楼|住院楼|门诊楼"
    r"|综合楼|业务用房|标准厂房|孵化器|农业园|田园综合体|广场|公园)(?:建设|项目|工程|改造|新建|扩建|改扩建)*"
)
_BESIDE = re.compile(r"(?:围绕|依托|借助|对接|融入|服务|联合|携手|与|同|和)[“]?$")  # 围绕东园打造…, 与东市建设…
_UNITS = "省市州盟县旗区镇乡村街道"
_POLICY = re.compile(r"(?:试验区|先行区|示范区|合作区|自贸区|自由贸易区)$")  # a policy for a whole region, no site
_SETTLERS = frozenset({"Enterprise", "Organization", "Project", "Zone"})
_SETTLES = re.compile(
    r"(?:均|都|将|已|正式|成功|并|先后|分别|项目|总部|园区|基地)*(?:落户|选址|位于|坐落|地处|落地|入驻|布局)(?:于|在|到|了)*[“]?"
)
_TITLE = re.compile(
    r"[”]?(?:党委|党组|执行|常务)?(?:副|名誉)?(?:会长|董事长|主席|主任|局长|厅长|院长|校长|理事长|秘书长|总裁|总经理|经理|书记|教授|研究员|专家|院士|负责人|创始人|代表)"
)
# 甲公司的配套企业乙落户云岭高新区 says nothing of 甲
_RELATED = re.compile(r"[”]?等?的?(?:配套|供应商|上下游|客户|子公司|全资|控股|旗下|合作伙伴|代理|经销|母公司)")
_HELD_AT = re.compile(r"(?:在|于)[^，。；、]{0,8}$")
_HELD = re.compile(r"[^，。；]{0,8}?(?:举行|举办|召开|开幕|启幕|落幕|闭幕|上演|开赛)")
_AT_START = re.compile(r"(?:并|将|拟|计划|正|已|分别|先后|同时)*(?:在|于)[“]?")
_BUILDS = re.compile(r"[”]?[^，。；、]{0,6}?(?:建设|投资|兴建|设立|成立|打造|布局|新建|投建|落地|实施|启动|建成)")
_INVESTS = re.compile(r"[”]?(?:计划|拟|将|已|总)*(?:投资|斥资|出资|追加|投入|增资)")
_GENERIC = re.compile(r"[“]?(?:该|此|本)?(项目|公司|企业|基地|园区)(?:将|已|拟|总部)?")
_KINDS = {"项目": "Project", "基地": "Project", "公司": "Enterprise", "企业": "Enterprise", "园区": "Zone"}


def places(view: View, clause: Clause, thing: Mention, top: Mention) -> Iterator[tuple[int, Claim]]:
    """The places of one mention with their rank (0 decides before 1; `ORIGIN` stands beside any other)."""
    yield from in_name(view, clause, thing)
    for place in view.inner.get(top, ()):  # 新桥镇赤石铁矿整治: the mine inside the project's name
        if place.type in PLACES and place.end == thing.start and foreign(view, place.ref, thing.ref):
            yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "before", (span(thing), span(place)))
    if thing.type == "Event":
        yield from _venue(view, clause, thing)
    leader = view.leader(clause, top)
    if leader is not top and thing.type in ("Project", "Organization") and _BARE.fullmatch(thing.key):
        opens = [m for m in view.inner.get(leader, ()) if m.type in PLACES and m.start == leader.start]
        for place in sorted(opens, key=lambda m: -m.end)[:1]:  # 松泉文化馆、图书馆: the second has no other name
            if foreign(view, place.ref, thing.ref):
                spans = (span(thing), span(place))
                yield 1, view.claim("located_in", thing.ref, place.ref, (clause,), "listed", spans)
    if leader.type in PLACES and top.type not in PLACES:  # 新桥镇与甲公司签约 is no list
        leader = top
    titled = thing.type in ("Organization", "Enterprise") and _TITLE.match(view.clean, top.end, clause.end)
    back, ahead = _frames(view, clause, top)
    for place in view.near(clause, top):
        if place.type not in PLACES or not (foreign(view, place.ref, thing.ref) or _held_here(view, place, thing)):
            continue
        spans = (span(thing), span(place))
        if (titled and place.start > top.start) or _chained(view, clause, place, thing):
            continue
        if top.type in PLACES and place in view.group(clause, top):
            continue  # 在经开区、高新区建设
        if _from(view, clause, top, place):
            beside = place.start > top.end or view.clean[place.end : top.start].strip("”") in (
                "的",
                "的企业",
                "企业",
                "",
            )
            if beside and thing.type in ("Enterprise", "Organization"):
                yield ORIGIN, view.claim("located_in", thing.ref, place.ref, (clause,), "origin", spans)
            continue
        if place.end <= top.start:
            begin = _chain(view, clause, place, clause.start)
            led = _IN.search(view.clean, max(clause.start, begin - 8), begin)
            elsewhere = _LISTED.search(view.clean, place.end, min(clause.end, place.end + 40))
            if led and begin >= back and (thing.type == "Event" or not elsewhere):
                rule = "frame"
            elif place.ref == view.home or back == clause.end or (leader is not top and _item(view, clause, place)):
                continue
            elif place.end <= leader.start and _AT.fullmatch(view.clean, place.end, leader.start):
                if view.clean.startswith(("至", "到"), place.start - 1, place.start):
                    continue  # 松泉至青川的公路
                rule = "before"
            elif _COMES.search(view.clean, max(clause.start, place.start - 2), place.start) and _CAME.fullmatch(
                view.clean, place.end, leader.start
            ):
                rule = "before"
            elif (
                _TAKES.fullmatch(view.clean, place.end, leader.start)
                and not _invests(view, clause, thing)
                and not _BESIDE.search(view.clean, max(clause.start, place.start - 4), place.start)
            ):
                rule = "takes"
            else:
                continue
        elif _FOCUS.search(view.clean, max(top.end, place.start - 12), place.start) and place.type == "Zone":
            rule = "focus"
        elif _RELATED.match(view.clean, _list_end(view, clause, top), clause.end):
            continue
        elif _right_behind(view, top, place):
            rule = "before"
        elif belongs(view, clause, top, place) or (
            _led(view, clause, top, place)
            and place.start <= ahead
            and not _LISTED.search(view.clean, place.end, min(clause.end, place.end + _AFTER))
        ):
            rule = "frame"
        else:
            continue
        sharp = place.type == "Zone" or thing.type == "Event"
        yield 0 if sharp else 1, view.claim("located_in", thing.ref, place.ref, (clause,), rule, spans)
    if found := flagship(view, clause, thing, top) or entered(view, clause, top):
        where, zone = found
        spans = (span(thing), span(zone))
        yield 0, view.claim("located_in", thing.ref, zone.ref, (where, clause), "setting", spans)
    for index in range(clause.index - 1, max(clause.first, clause.index - _SCOPE) - 1, -1):
        where = view.clauses[index]
        last = where.mentions[-1] if where.mentions else None
        if last is not None and last.type in PLACES and told_by(view, where, last):
            if thing.type != "Event" and foreign(view, last.ref, thing.ref):
                spans = (span(thing), span(last))
                yield 2, view.claim("located_in", thing.ref, last.ref, (where, clause), "setting", spans)
            break
        if last is not None and last.type in PLACES and INSIDE.fullmatch(view.clean, last.end, where.end):
            set_there = SCENE.search(view.clean, where.start, last.start) or view.clean[last.end] in "内园：境"
            if set_there and foreign(view, last.ref, thing.ref):
                spans = (span(thing), span(last))
                rank = 0 if last.type == "Zone" else 2
                yield rank, view.claim("located_in", thing.ref, last.ref, (where, clause), "setting", spans)
            break
    if thing.type == "Project" and clause.index > clause.first:
        yield from _development(view, clause, thing)


def _frames(view: View, clause: Clause, top: Mention) -> tuple[int, int]:
    """How far back, and how far on, a place after 在 may stand that frames a thing: each of a list has the nearest.

    甲在丙县建设乙、丁在戊县建设己: 丁 is not in 丙县, nor is 甲 in 戊县.
    """
    behind = (m for m in reversed(view.before(clause, top)) if m.type in PLACES)
    led = next((m for m in behind if _IN.search(view.clean, max(clause.start, m.start - 8), m.start)), None)
    end = top.end  # of those of its kind that stand beside it: 甲基地、乙基地在丙县投产
    group = view.group(clause, top)
    at = bisect_right(group, top.start, key=lambda m: m.start)
    for m in itertools.takewhile(lambda m: m.type == top.type, group[at : at + NEAR]):
        end = m.end
    ahead = (m for m in view.near(clause, top) if m.start >= end and m.type in PLACES)
    place = next((m for m in ahead if _IN.search(view.clean, max(end, m.start - 8), m.start)), None)
    if place is not None and _AT_ONCE.fullmatch(view.clean, end, place.start):
        return clause.end, _last_of_row(view, clause, place)
    if led is not None:
        return led.start, clause.start
    return clause.start, clause.end if place is None else _last_of_row(view, clause, place)


def _last_of_row(view: View, clause: Clause, place: Mention) -> int:
    """Where the last place begins that stands in one row with a place."""
    for m in view.near(clause, place):
        if m.start > place.start:
            if m.type not in PLACES or not (m.start == place.end or view.linked(place, m)):
                break
            place = m
    return place.start


def _right_behind(view: View, top: Mention, place: Mention) -> bool:
    """甲厂（新桥镇）; 乙高速松泉段."""
    if view.between(top, place) == "（":
        return top.type in ("Enterprise", "Project") and view.clean.startswith("）", place.end)
    return place.start == top.end and top.type == "Project" and view.clean.startswith("段", place.end)


def _item(view: View, clause: Clause, place: Mention) -> bool:
    """Whether a place opens one item of a list that has a place for each: 甲县水库、乙县电站、机场."""
    before = view.before(clause, place)
    return (
        bool(before) and before[-1].type not in PLACES and view.between(before[-1], place) in ("、", "和", "与", "及")
    )


def _development(view: View, clause: Clause, thing: Mention) -> Iterator[tuple[int, Claim]]:
    """云岭新城全面提速，客运枢纽等12个项目完工: the zone whose progress the sentence begins with."""
    first = view.clauses[clause.first]
    if len(first.mentions) != 1 or first.mentions[0].type != "Zone":
        return
    zone = first.mentions[0]
    if (
        _POLICY.search(zone.key)
        or not foreign(view, zone.ref, thing.ref)
        or not _ADVANCES.match(view.clean, zone.end, first.end)
    ):
        return
    if not _STARTS.fullmatch(view.clean, first.start, zone.start):
        return
    spans = (span(thing), span(zone))
    yield 2, view.claim("located_in", thing.ref, zone.ref, (first, clause), "development", spans)


def _held_here(view: View, place: Mention, thing: Mention) -> bool:
    """Whether the place is the document's own and the thing an event, whose name may have another place."""
    return thing.type == "Event" and place.ref == view.home


def _from(view: View, clause: Clause, top: Mention, place: Mention) -> bool:
    """Whether a place is named as that of a company's seat: 来自江东市的甲公司, 甲公司总部位于江东市."""
    begin = top.end if place.start >= top.end else clause.start
    return _ORIGIN.search(view.clean, max(begin, place.start - 12), place.start) is not None


def _venue(view: View, clause: Clause, event: Mention) -> Iterator[tuple[int, Claim]]:
    """推介会在江东国际会展中心举行 → 江东市."""
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


def _led(view: View, clause: Clause, top: Mention, place: Mention) -> bool:
    """Whether a place behind a thing stands after 位于, 在…, be it the second of 云岭市新桥镇 or of 甲县、乙县."""
    begin = _chain(view, clause, place, top.end)
    return _IN.search(view.clean, max(top.end, begin - 8), begin) is not None


def _invests(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a zone is only the investor of what follows: 新桥镇引进云岭高新区投资的养殖场."""
    return thing.type == "Zone" and view.clean.startswith(("投资", "援建", "出资"), thing.end, clause.end)


def _list_end(view: View, clause: Clause, top: Mention) -> int:
    """Where the list ends in which a mention stands."""
    group = view.group(clause, top)
    place = bisect_left(group, top.start, key=lambda m: m.start)
    return group[-1].end if place < len(group) and group[place] == top else top.end


def _chain(view: View, clause: Clause, place: Mention, floor: int) -> int:
    """Where the places begin that stand in one row with a place: 云岭市新桥镇, 甲县、乙县."""
    begin, first = place.start, place
    for m in reversed(view.before(clause, place)):
        if m.start < floor or m.type not in PLACES or not (m.end == begin or view.linked(m, first)):
            break
        begin, first = m.start, m
    return begin


def _chained(view: View, clause: Clause, place: Mention, thing: Mention) -> bool:
    """Whether a smaller place stands right behind a place: 云岭市 of 云岭市新桥镇."""
    at = bisect_left(clause.mentions, place.end, key=lambda m: m.start)
    following = clause.mentions[at : at + 1]
    return any(m.start == place.end and m.type in PLACES and m.ref != thing.ref for m in following)


def generic(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """项目选址云岭高新区: the place of the project that was named last before."""
    match = _GENERIC.match(view.clean, clause.start)
    place = clause.mentions[0] if clause.mentions else None
    if match is None or place is None or place.type not in PLACES or not foreign(view, place.ref, Ref("", "")):
        return
    led = _IN.search(view.clean, match.end(), place.start)
    place = innermost(clause, place)
    if not led or _LISTED.search(view.clean, place.end, min(clause.end, place.end + 40)):
        return
    for index in range(clause.index - 1, max(-1, clause.index - 12), -1):
        if found := [m for m in view.clauses[index].mentions if m.type == _KINDS[match[1]]]:
            clauses = (view.clauses[index], clause)
            spans = (span(found[-1]), span(place))
            yield 0, view.claim("located_in", found[-1].ref, place.ref, clauses, "this", spans)
            return


def focused(view: View) -> Iterator[Claim]:
    """以“一桥两路”为重点推进新城开发: the zone in which the parts of a term are, as claims of the term itself."""
    for clause in view.clauses:
        for term, zone in itertools.pairwise(clause.mentions):
            joined = zone.start - term.end < 24 and _FOCUS.search(view.clean, term.end, zone.start)
            if joined and term.type in ("Program", "Slogan") and zone.type == "Zone":
                spans = (span(term), span(zone))
                yield view.claim("located_in", term.ref, zone.ref, (clause,), "focus", spans)


def settled(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """甲中心、乙研究院揭牌，落户云岭科技城; 甲公司投资5亿元，在云岭科技城建设…; 创办甲公司，落户云岭科技城."""
    place = clause.mentions[0] if clause.mentions else None
    if place is None or place.type not in PLACES or clause.index == clause.first:
        return
    if not foreign(view, place.ref, Ref("", "")):
        return
    before = view.clauses[clause.index - 1]
    if _SETTLES.fullmatch(view.clean, clause.start, place.start):
        group = view.subjects(before, _SETTLERS)
        last = before.mentions[-1] if before.mentions else None
        if not group and last is not None and last.type in _SETTLERS and before.end - last.end <= 3:
            group = [last]
    elif _AT_START.fullmatch(view.clean, clause.start, place.start) and _BUILDS.match(
        view.clean, place.end, clause.end
    ):
        firms = [m for m in before.mentions if m.type == "Enterprise"]
        group = [m for m in firms[-1:] if _INVESTS.match(view.clean, m.end, before.end)]
    else:
        return
    place = innermost(clause, place)
    for m in group:
        if view.clean[m.end : m.end + 1] != "的" and m.ref != place.ref and m.ref != view.home:
            spans = (span(m), span(place))
            yield 0, view.claim("located_in", m.ref, place.ref, (before, clause), "settled", spans)


def adjacent_regions(view: View) -> Iterator[tuple[Clause, Mention, Mention]]:
    """Pairs of Regions that stand together, the upper one first: 云岭市新桥镇."""
    for clause in view.clauses:
        regions = [m for top in clause.mentions for m in (top, *view.inner.get(top, ())) if m.type == "Region"]
        for left, right in itertools.pairwise(regions):
            together = left.end == right.start and (right.key.isdigit() or view.clean[right.end - 1] in _UNITS)
            named = view.clean[right.end - 1] in "省市州盟县旗区镇乡" or left.end - right.end > 2
            within = left.start == right.start and named
            if together and _may_contain(view, left.ref, right.ref):
                yield clause, left, right
            elif within and right.end < left.end and _may_contain(view, right.ref, left.ref):
                yield clause, right, left


def _may_contain(view: View, upper: Ref, lower: Ref) -> bool:
    """Whether one Region can be in the other, by the gazetteer as far as that knows."""
    known = view.scene.parents.get(lower.key)
    if upper == lower or lower.key in view.areas or re.fullmatch(r"\d\d0000", lower.key):
        return False
    return not known or upper.key in known
