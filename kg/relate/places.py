"""The words of a clause that put a thing into a place: names, frames, adjacency."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.relate.clauses import NEAR, PLACES, Clause, View, span
from kg.relate.place_cues import AWAY, IN, belongs, entered, flagship
from kg.relate.place_names import in_name
from kg.relate.place_settings import FOCUS, developed, set_before
from kg.relate.rows import chain, chained, last_of_row, row_of
from kg.relate.seats import abroad, foreign
from kg.relate.subject_places import EACH
from kg.types import Claim, Mention

# 来自江东市的甲公司, 总部位于江东市的甲公司
_ORIGIN = re.compile(r"(?:来自|源自|总部(?:设|位|坐落)?(?:在|于)?|注册地(?:在|为)?|发源于)[^，。；、]{0,4}$")
_COMES = re.compile(r"[来到]$")
_CAME = re.compile(r"(?:投资|兴业|创业|发展|建厂|办厂|落户|安家)+的[“]?")  # 来云岭高新区投资的明澈玻璃
_TAKES = re.compile(  # 云岭高新区已落户明澈玻璃
    r"[”]?[^，。；、]{0,6}?(?:落户|落地|落子|入驻|引进|引入|招引|吸引|迎来|集聚|汇聚|聚集|新建|建成|开工建设|启动建设|建设|打造)了?[“]?"
    r"|[”]?(?:引进|引入|招引|建成|建设|打造)的[“]?"
)
_AT = re.compile(r"[”]?(?:境内|内|里)?的?(?:本土|本地|龙头|重点|骨干|知名)*(?:企业|公司)?[“]?")
# 明澈玻璃已在云岭高新区建设…: its own place, whatever stands before
_AT_ONCE = re.compile(
    r"[”》]?(?:等[^，。；、]{0,6})?(?:已|将|正|拟|计划|成功|正式|也|项目|公司|集团)*"
    r"(?:在|落户|选址|位于|坐落|落地|入驻)(?:于|在|到)?(?:[省市县区])?[“]?"
)
_GOES = re.compile(r"(?:落户|落地|入驻)[“]?$")
# 甲公司签约仪式在江东市举行: where one signs is not where the firm or the project is
_CEREMONY = re.compile(
    r"(?!.{0,12}(?:开工|动工|奠基|揭牌|挂牌|开业|投产|竣工|启用|点火|落成|开园|开馆|通车|封顶|启动))"
    r"[^，。；]{0,16}(?:仪式|签约会|推介会|座谈会|恳谈会|洽谈会|发布会|对接会|交流会|论坛|峰会|会议|大会)[^，。；、]{0,12}在$"
)
# 甲商会在江东市成立乙分会, 甲大学在江东市举办论坛: a body acts there and has its seat elsewhere
_ACTS_THERE = re.compile(
    r"[^，。；、]{0,6}?(?:成立|设立|举[办行]|召开|发起|发布|考察|调研|招商|开展|参加|共建|建立|组织|启动|推介)"
)
_BUILDS_FOR = re.compile(r"[”]?[^，。；、]{0,4}(?:承建|承接|承揽|中标|参建|参与)")  # 甲局在松泉县承建了大桥
_HOSTS = re.compile(r"[”]?(?:共同|联合)*(?:主办|承办|举办|协办|指导)的")  # 甲局主办的推介会在江东市举行
_IN_TURN = re.compile(
    r"[”]?(?:先后|相继|已|将|计划|拟|新|重点|规划)*(?:建成|新建|建设|布局|打造|投资建设|落地|设立|开工建设|开工|启动|实施|兴建|建起)(?:了)?[“]?"
)
_OPEN = re.compile(r"[”]?等")  # of a list that goes on nobody can tell
_AFTER = 160  # characters behind a place that say what is done there
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
_BESIDE = re.compile(r"(?:围绕|依托|借助|对接|融入|服务|联合|携手|与|同|和)[“]?$")  # 围绕东园打造…, 与东市建设…
_TITLE = re.compile(
    r"[”]?的?(?:党委|党组|执行|常务)?(?:副|名誉)?(?:会长|董事长|主席|主任|局长|厅长|院长|校长|理事长|秘书长|总裁|总经理|经理|书记|教授|研究员|专家|院士|负责人|创始人|代表)"
)
# 松泉县与|明澈玻璃|签订的|电子玻璃基地
_WITH = re.compile("(?:人民政府|政府|管委会)?(?:与|同|携手|联手|联合)[“]?")
_AGREED_ON = re.compile("[”]?(?:成功|正式)?(?:签订|签约|签署|合作|合资|共建|共同|联合|达成)[^，。；、]{0,8}的[“]?")
_AGREED = re.compile(f"{_WITH.pattern}[^，。；、]{{2,24}}?{_AGREED_ON.pattern}")
_SIGNS_WITH = re.compile(r"[与和同][“]?$")  # 明澈玻璃与松泉县签约的乙项目: the county in which it is to be
_SIGNED = re.compile(
    r"[”]?(?:人民政府|政府|管委会)?(?:现场|正式|成功)?(?:签约|签订|签署|合作共建|合作建设)(?:投资|落户)?的[“]?"
)
# 甲公司的配套企业乙落户云岭高新区 says nothing of 甲
_RELATED = re.compile(
    r"[”]?等?的?(?:[一二两三四五六七八九十\d]+余?家)?(?:配套|供应商|上下游|客户|子公司|全资|控股|旗下|下属|所属|直属|合作伙伴|代理|经销|母公司)"
)
_SETTLE_IN = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:项目|企业|公司)?(?:将|已|拟|也|相继|先后|陆续|纷纷|分别|均)*"
    r"(?:在|位于|落户|落地|选址|布局|坐落|入驻|落子|设在|建在)(?:于|在|到|了)?[“]?"
)
_SCATTERED = re.compile(r"[”]?[^，。；、]{0,12}(?:相继|先后|陆续|纷纷)|[^，。；]{0,60}等地")
_CLOSES = re.compile(r"[^，。；、：（）]{0,8}）")
_PARK = ("Zone", "Region")  # 云岭高新区（松泉县）; one park behind another is mostly its other name
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
    opens = [m for m in view.inner.get(leader, ()) if m.type in PLACES and m.start == leader.start]
    for place in sorted(opens, key=lambda m: -m.end)[:1]:
        if (bare or streets or _GROUNDS.search(place.key)) and foreign(view, place.ref, thing.ref):
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
    around = _Around(view, clause, thing, top, leader, *_frames(view, clause, top))
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


@dataclass(frozen=True, slots=True)
class _Around:
    """A thing in its clause: the mention that holds it, the first of its list, and how far a place may frame it."""

    view: View
    clause: Clause
    thing: Mention
    top: Mention
    leader: Mention
    back: int
    ahead: int

    def origin(self, place: Mention) -> str:
        """来自江东市的甲公司: where a firm or body comes from that stands right behind."""
        if self.thing.type not in ("Enterprise", "Organization"):
            return ""
        first = min(self.leader.start, self.top.start) if place.end <= self.leader.start else self.top.start
        gap = self.view.clean[place.end : first].strip("”")
        return "origin" if place.start > self.top.end or gap in ("的", "的企业", "企业", "") else ""

    def rule_before(self, place: Mention) -> str:
        """The rule by which a place before a thing is where it is, '' for none."""
        view, clause, clean = self.view, self.clause, self.view.clean
        if owner_only(view, clause, self.top):
            return ""
        begin = chain(view, clause, place, clause.start)
        led = begin >= self.back and IN.search(clean, max(clause.start, begin - 8), begin)
        if led and (own := self._apart(place)) is not None:
            return own
        away = self.thing.type != "Event" and AWAY.search(clean, place.end, min(clause.end, place.end + 40))
        if led and not away:
            return "frame"
        if place.ref == view.home or self.back == clause.end:
            return ""
        if len(row := view.group(clause, place)) > 1 and EACH.match(clean, row[-1].end, self.leader.start):
            return ""  # 新桥镇、松泉县分别建成甲、乙
        if self.leader is not self.top and (_item(view, clause, place) or self._has_own()):
            return ""
        if place.end <= self.leader.start and _AT.fullmatch(clean, place.end, self.leader.start):
            route = clean.startswith(("至", "到"), place.start - 1, place.start)  # 松泉至青川的公路
            return "" if route else "before"
        comes = _COMES.search(clean, max(clause.start, place.start - 2), place.start)
        if comes and _CAME.fullmatch(clean, place.end, self.leader.start):
            return "before"
        if place.type == "Region" and self._agreed(place):
            return "before"
        if self.top.type == "Project" and _SIGNED.fullmatch(clean, place.end, self.leader.start):
            return "before" if _SIGNS_WITH.search(clean, max(clause.start, place.start - 2), place.start) else ""
        if not _TAKES.fullmatch(clean, place.end, self.leader.start) or _invests(view, clause, self.thing):
            return ""
        if place.type == self.top.type == "Zone" and _GOES.search(clean, place.end, self.leader.start):
            return ""  # 东园、西园落户云岭新城
        return "" if _BESIDE.search(clean, max(clause.start, place.start - 4), place.start) else "takes"

    def _agreed(self, place: Mention) -> bool:
        """Whether a county and a firm agreed on a work, so that both are there: 松泉县与甲签订的乙基地."""
        clean, gap = self.view.clean, self.view.clean[place.end : self.top.start]
        if abroad(self.view, place.ref):
            return False
        if self.top.type == "Project":
            return _AGREED.fullmatch(gap) is not None
        firm = self.top.type == "Enterprise" and _WITH.fullmatch(gap) is not None
        return firm and _AGREED_ON.match(clean, self.top.end, self.clause.end) is not None

    def _has_own(self) -> bool:
        """Whether a name of a list opens with its own place: 沛城街道的甲厂、|碾庄镇五金小镇."""
        return any(m.type == "Region" and m.start == self.top.start for m in self.view.inner.get(self.top, ()))

    def _apart(self, place: Mention) -> str | None:
        """在新桥镇、松泉县分别落地甲、乙: each in its own; None where a place is said of all.

        So it is of as many things as places without 分别: 在新桥镇、松泉县建成甲、乙.
        """
        row, group = self.view.group(self.clause, place), self.view.group(self.clause, self.top)
        if len(row) < 2 or self.top not in group or group[0].start < row[-1].end:
            return None
        if not EACH.match(self.view.clean, row[-1].end, group[0].start):
            gap = self.view.clean[row[-1].end : group[0].start]
            if len(row) != len(group) or not _IN_TURN.fullmatch(gap) or _OPEN.match(self.view.clean, group[-1].end):
                return None
        return "frame" if len(row) == len(group) and row.index(place) == group.index(self.top) else ""

    def rule_behind(self, place: Mention) -> str:
        """The rule by which a place behind a thing is where it is, '' for none."""
        view, clause, top, clean = self.view, self.clause, self.top, self.view.clean
        if place.type == "Zone" and FOCUS.search(clean, max(top.end, place.start - 12), place.start):
            return "focus"
        if _RELATED.match(clean, _list_end(view, clause, top), clause.end):
            return ""
        if _right_behind(view, clause, top, place):
            return "before"
        if belongs(view, clause, top, place):
            return "frame"
        if place.start > self.ahead or not _led(view, clause, top, place):
            return ""
        if self.thing.type != "Event" and _CEREMONY.match(clean, top.end, place.start):
            return ""
        if self.thing.type in ("Organization", "Enterprise") and _HOSTS.match(clean, _list_end(view, clause, top)):
            return ""
        if self.thing.type == "Organization" and (self._acts_there(place) or self._of_its_work(place)):
            return ""
        if self.thing.type == "Enterprise" and _BUILDS_FOR.match(clean, last_of_row(view, clause, place).end):
            return ""
        return "" if AWAY.search(clean, place.end, min(clause.end, place.end + _AFTER)) else "frame"

    def _of_its_work(self, place: Mention) -> bool:
        """Whether a work of a body stands before the place, which is the work's: 新桥镇政府共建的商贸城位于东园."""
        works = [m for m in self.view.near(self.clause, self.top) if m.type == "Project"]
        return any(self.top.end < m.start < place.start and self.view.clean[m.start - 1] in "的“" for m in works)

    def _acts_there(self, place: Mention) -> bool:
        """Whether a body only does something in a place: 江东大学在云岭市设立研究院, not 云岭学院在云岭市成立."""
        acts = _ACTS_THERE.match(self.view.clean, place.end, self.clause.end)
        return acts is not None and not re.match(r"(?:[，。；]|$)", self.view.clean[acts.end() : self.clause.end])


def _frames(view: View, clause: Clause, top: Mention) -> tuple[int, int]:
    """How far back, and how far on, a place after 在 may stand that frames a thing: each of a list has the nearest.

    甲在丙县建设乙、丁在戊县建设己: 丁 is not in 丙县, nor is 甲 in 戊县.
    """
    behind = (m for m in reversed(view.before(clause, top)) if m.type in PLACES)
    led = next((m for m in behind if IN.search(view.clean, max(clause.start, m.start - 8), m.start)), None)
    end = top.end  # of those of its kind that stand beside it: 甲基地、乙基地在丙县投产
    group = view.group(clause, top)
    at = bisect_right(group, top.start, key=lambda m: m.start)
    for m in itertools.takewhile(lambda m: m.type == top.type, group[at : at + NEAR]):
        end = m.end
    ahead = (m for m in view.near(clause, top) if m.start >= end and m.type in PLACES)
    place = next((m for m in ahead if IN.search(view.clean, max(end, m.start - 8), m.start)), None)
    if place is not None and _AT_ONCE.fullmatch(view.clean, end, place.start):
        return clause.end, last_of_row(view, clause, place).start
    if led is not None:
        return led.start, clause.start
    return clause.start, clause.end if place is None else last_of_row(view, clause, place).start


def _right_behind(view: View, clause: Clause, top: Mention, place: Mention) -> bool:
    """甲厂（新桥镇）, 乙大桥（松泉县、青川县）, 丙园（云岭高新区东区）; 乙高速松泉段."""
    if view.clean.startswith("（", top.end):
        if top.type not in ("Enterprise", "Project") and (top.type, place.type) != _PARK:
            return False
        opens = chain(view, clause, place, top.end) == top.end + 1
        return opens and _CLOSES.match(view.clean, last_of_row(view, clause, place).end, clause.end) is not None
    return place.start == top.end and top.type == "Project" and view.clean.startswith("段", place.end)


def _item(view: View, clause: Clause, place: Mention) -> bool:
    """Whether a place opens one item of a list that has a place for each: 甲县水库、乙县电站、机场."""
    before = view.before(clause, place)
    return (
        bool(before) and before[-1].type not in PLACES and view.between(before[-1], place) in ("、", "和", "与", "及")
    )


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


def _led(view: View, clause: Clause, top: Mention, place: Mention) -> bool:
    """Whether a place behind a thing stands after 位于, 在…, be it the second of 云岭市新桥镇 or of 甲县、乙县."""
    begin = chain(view, clause, place, top.end)
    return IN.search(view.clean, max(top.end, begin - 8), begin) is not None


def _invests(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a zone is only the investor of what follows: 新桥镇引进云岭高新区投资的养殖场."""
    return thing.type == "Zone" and view.clean.startswith(("投资", "援建", "出资"), thing.end, clause.end)


def owner_only(view: View, clause: Clause, top: Mention) -> bool:
    """Whether a firm is named only as that of which another is a part or a supplier: 甲公司旗下的乙公司."""
    if top.type != "Enterprise" or view.clean.startswith("等", top.end):
        return False
    return _RELATED.match(view.clean, top.end, clause.end) is not None


def _list_end(view: View, clause: Clause, top: Mention) -> int:
    """Where the list ends in which a mention stands."""
    group = view.group(clause, top)
    place = bisect_left(group, top.start, key=lambda m: m.start)
    return group[-1].end if place < len(group) and group[place] == top else top.end
