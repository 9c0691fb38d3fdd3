"""Whether a place before or behind a thing in its clause is where the thing is, by the words between the two."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from kg.relate.clauses import NEAR, PLACES, Clause, View
from kg.relate.place_cues import AWAY, IN, belongs
from kg.relate.place_settings import FOCUS
from kg.relate.rows import chain, last_of_row
from kg.relate.seats import abroad
from kg.relate.subject_places import EACH
from kg.types import Mention

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
_ENDS = re.compile("[，。；]|$")
_BUILDS_FOR = re.compile(r"[”]?[^，。；、]{0,4}(?:承建|承接|承揽|中标|参建|参与)")  # 甲局在松泉县承建了大桥
_HOSTS = re.compile(r"[”]?(?:共同|联合)*(?:主办|承办|举办|协办|指导)的")  # 甲局主办的推介会在江东市举行
_IN_TURN = re.compile(
    r"[”]?(?:先后|相继|已|将|计划|拟|新|重点|规划)*(?:建成|新建|建设|布局|打造|投资建设|落地|设立|开工建设|开工|启动|实施|兴建|建起)(?:了)?[“]?"
)
_OPEN = re.compile(r"[”]?等")  # of a list that goes on nobody can tell
_AFTER = 160  # characters behind a place that say what is done there
_BESIDE = re.compile(r"(?:围绕|依托|借助|对接|融入|服务|联合|携手|与|同|和)[“]?$")  # 围绕东园打造…, 与东市建设…
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
_LEFT = re.compile("[从由自][“]?$")  # 明澈玻璃从|东园|迁入西园: what is left lies not where one goes
_CLOSES = re.compile(r"[^，。；、：（）]{0,8}）")
_PARK = ("Zone", "Region")  # 云岭高新区（松泉县）; one park behind another is mostly its other name


@dataclass(frozen=True, slots=True)
class Around:
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
        if top.type in PLACES and _LEFT.search(clean, max(clause.start, top.start - 2), top.start):
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
        return acts is not None and _ENDS.match(self.view.clean, acts.end(), self.clause.end) is None


def frames(view: View, clause: Clause, top: Mention) -> tuple[int, int]:
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
