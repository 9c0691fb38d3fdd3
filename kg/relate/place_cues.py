"""What news say of a place before they name what is there: the first project of a zone, its firms, its officials."""

from __future__ import annotations

import re

from kg.relate.clauses import Clause, View
from kg.relate.seats import foreign
from kg.relate.this_place import at_park
from kg.types import Mention

# 在…, 落户…: what stands before a place in which something is
IN = re.compile(
    r"(?:在|于|落户|落地|落子|选址|入驻|进驻|(?:企业|项目|公司|中心|总部|机构|院所)(?:加速|加快|纷纷|先后|相继)*(?:集聚|汇聚|聚集)|位于|坐落|地处|扎根|布局|移师|(?:搬迁|迁移|转移|搬|迁)(?:到|至|入)|建在|设在|撑起)(?:了|到|在|于)?(?:(?:我|该|全)?[省市县区]|(?:该|本)?(?:园区|开发区|经开区|高新区))?[“]?$"
)
# 在香港上市 says nothing on where a company is
AWAY = re.compile(
    r"上市|挂牌|亮相|参展|参加|推介|签约|签署|签订|会见|座谈|路演|领奖|获奖|前置仓|专卖店|门店|直营店|体验店|旗舰店|专柜|海外仓|销售(?:公司|网点)"
)
_BEING = re.compile(r"(?:作为|系|是)[“]?$")
_FIRST = re.compile(
    r"[”]?的?(?:首发|首个|首批|示范性?|启动|重点|标志性|核心|龙头|旗舰|首开)+(?:建设|区)?(?:项目|工程)(?:之一)?(?:——|—|：|，)?[“]?"
)
_ENTERING = re.compile(
    r"(?:首批|新|已|最早|率先)?(?:入驻|进驻|入园)(?:的)?(?:企业|项目|公司)?(?:中|有|包括)?(?:，|的)?[“]?$"
)
# 园区还引进了明澈、天工等企业
_PARK_TAKES = re.compile(
    r"(?:目前，?|如今，?|据悉，|据介绍，|近年来，)?(?:该|此|本)?(?:园区|开发区|高新区|经开区|产业园|工业园|片区|新区)(?:内)?(?:还|已|先后|相继|陆续|现|共|成功)*"
    r"(?:引进|引入|招引|集聚|聚集|汇聚|入驻|落户|拥有|培育|吸引)(?:了|有)?[“]?"
)
# 园内的明澈二期、瓷器博物馆
_INSIDE = re.compile(
    r"(?:目前，?|其中，?)?其?(?:园|区|园区|开发区|高新区|产业园)内(?:的|现|已|还|同步|配套|规划|有|建有|建成|建设|设有|拥有|集聚|聚集|了)*[“]?"
)
_MOVES_IN = re.compile(
    r"[”]?等?(?:\d+余?家)?[^，。；、在到于]{0,10}(?:入驻|拎包入[住驻]|入园|进驻|搬入|搬迁入园|集中入园)(?=[，。；])"
)
_INSIDERS = frozenset({"Enterprise", "Project", "Zone", "Organization"})
_HEARD = re.compile(r"[^，。；]{0,14}(?:获悉|了解到|传来)")
_OFFICER = re.compile(
    r"(?:委|县委|区委|市委|镇|人民政府|政府|管委会|党工委)?[^，。；、]{0,8}?(?:书记|县长|区长|市长|镇长|主任|局长)[^，。；]{0,12}(?:介绍|表示|说|告诉|坦言|透露)"
)
# 明澈玻璃是云岭高新区的龙头企业
_BELONGS = re.compile(r"[”]?(?:是|作为|系)(?:位于|落户)?[^，。；、]{0,4}[“]?")
_ONE_OF = re.compile(
    r"[”]?的?(?!.{0,8}(?:合作|竞争|客户|供应商))[^，。；、]{0,12}(?:企业|公司|龙头|大户|项目)(?:之一)?(?=[，。；”]|$)"
)
_CUE = 24  # characters before a name in which such words stand
_PARK_SCOPE = 20  # clauses back to the park that is spoken of


def flagship(view: View, clause: Clause, thing: Mention, top: Mention) -> tuple[Clause, Mention] | None:
    """作为云岭科技城的示范性启动项目，国际会展中心今日封顶; 云岭科技城首发项目——国际会展中心."""
    if thing.type != "Project" or top is not thing:
        return None
    zone = next((m for m in reversed(view.near(clause, top)) if m.end <= top.start), None)
    if zone is not None:
        alone = zone.type == "Zone" and _FIRST.fullmatch(view.clean, zone.end, top.start)
        return (clause, zone) if alone and foreign(view, zone.ref, thing.ref) else None
    if clause.index == clause.first or top.start - clause.start > 2:
        return None
    before = view.clauses[clause.index - 1]
    if len(before.mentions) != 1 or before.mentions[0].type != "Zone":
        return None
    zone = before.mentions[0]
    said = _BEING.search(view.clean, before.start, zone.start) and _FIRST.fullmatch(view.clean, zone.end, before.end)
    return (before, zone) if said and foreign(view, zone.ref, thing.ref) else None


def entered(view: View, clause: Clause, firm: Mention) -> tuple[Clause, Mention] | None:
    """首批入驻企业中，明澈、天工已完成装修; 园内的明澈二期、东区: the zone that was named last before."""
    leader = view.leader(clause, firm)
    if firm.type in _INSIDERS and (park := at_park(view, clause, firm)) is not None:
        return view.clause(park.start), park
    if firm.type in _INSIDERS and _INSIDE.fullmatch(view.clean, clause.start, leader.start):
        return _last_zone(view, clause, leader, firm)
    if firm.type != "Enterprise":
        return None
    if _PARK_TAKES.fullmatch(view.clean, clause.start, leader.start):
        return _last_zone(view, clause, leader, firm)
    start = clause.start
    if clause.index > clause.first and not view.clauses[clause.index - 1].mentions:
        start = view.clauses[clause.index - 1].start
    if (built := _moved_in(view, clause, leader, firm)) is not None:
        return built
    if _ENTERING.search(view.clean, max(start, leader.start - _CUE), leader.start) is None:
        return None
    return _last_zone(view, clause, leader, firm)


def _moved_in(view: View, clause: Clause, leader: Mention, firm: Mention) -> tuple[Clause, Mention] | None:
    """镇里建起东园，明澈、天工等82家企业入驻: the one zone that its sentence has named."""
    if clause.index == clause.first or leader.start != clause.start:
        return None
    zones = [m for where in view.clauses[clause.first : clause.index] for m in where.mentions if m.type == "Zone"]
    said = _MOVES_IN.match(view.clean, view.group(clause, leader)[-1].end, clause.end)
    if not said or len({m.ref for m in zones}) != 1 or not foreign(view, zones[0].ref, firm.ref):
        return None
    return view.clause(zones[-1].start), zones[-1]


def _last_zone(view: View, clause: Clause, leader: Mention, firm: Mention) -> tuple[Clause, Mention] | None:
    for index in range(clause.index, max(-1, clause.index - _PARK_SCOPE), -1):
        where = view.clauses[index]
        zones = [m for m in where.mentions if m.type == "Zone" and m.end <= leader.start]
        if zones:
            if zones[0].start == where.start:  # 东园是西园与云岭市共建园区: the one that is spoken of
                zones = zones[:1]
            return (where, zones[-1]) if foreign(view, zones[-1].ref, firm.ref) else None
    return None


def told_by(view: View, clause: Clause, place: Mention) -> bool:
    """Whether one hears what follows from a place: 从松泉县获悉，…; 松泉县县长李明介绍，…."""
    if _HEARD.match(view.clean, place.end, clause.end):
        return view.clean[max(clause.start, place.start - 1) : place.start] == "从"
    return _OFFICER.match(view.clean, place.end, clause.end) is not None


def belongs(view: View, clause: Clause, firm: Mention, place: Mention) -> bool:
    """Whether a firm is said to be one of a place's: 明澈玻璃是云岭高新区的龙头企业."""
    said = firm.type == "Enterprise" and _BELONGS.fullmatch(view.clean, firm.end, place.start)
    return bool(said) and _ONE_OF.match(view.clean, place.end, clause.end) is not None
