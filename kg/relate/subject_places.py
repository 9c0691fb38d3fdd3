"""The place that a sentence speaks of and in which it so puts a thing.

Example: 松泉县开工项目9个，包括甲项目; 东园主攻新材料，引进乙.
No example: 支持松泉县建设，甲馆开工; 松泉县赴江东考察甲厂.
"""

from __future__ import annotations

import re

from kg.relate.clauses import ACTORS, PLACES, Clause, View
from kg.relate.pictures import drawn_as, has
from kg.relate.place_headings import Ground
from kg.relate.rows import innermost
from kg.relate.signings import Signings, place_of
from kg.relate.this_place import some_of_many, this_park, this_place
from kg.types import Mention

_ITS_WORK = re.compile(r"[^，。；、（了]{2,12}(?:工程|项目|改造|整治)(?:（[^（）]{1,24}）)?、")
_FAR = 160  # characters from a place to what it does
_WIDE = 400  # characters before a thing in a clause on 该县 that may tell of somewhere else
_DOES = re.compile(  # 松泉县今年开工项目9个，包括…
    r"[^，。；、]{0,12}?(?:(?:新|续|扩|改|在|共|筹|兴|创)建|新增|建成|改造|开工|启动|竣工|投产|投用|落户|落成|签约|签订|签署|签下|拿下|敲定|斩获|揽获|迎来|引进|引入|引来|招引|吸引|入驻|集聚|聚集|聚起|汇聚"
    r"|成立|组建|创办|兴办|拥有|现有|举办|举行|承办|打造|实施|规划|涌现|发展|谋划|推进|抓[好实]|占(?:据)?大头|唱主角)"
)
_WINS = re.compile(
    r"[^，。；、]{0,12}?(?:签约|签订|签署|签下|拿下|敲定|斩获|揽获|迎来|引进|引入|引来|招引|吸引|入驻|集聚|聚集|聚起|汇聚|汇集|落户|(?<!加快)(?<!推动)落地|拥有|现有|占(?:据)?大头|唱主角)|(?:与|同|和)[^，。；]{2,40}?(?:签约|签订|签署|签下)|[^，。；、]{0,6}举[行办]"
)
_ASIDE = re.compile(r"(?:片区|区域|板块)?方面，")  # 滨江新区方面，甲、乙建成
_DRAWN = frozenset({"Enterprise", "Project"})
_GATHERED = frozenset({"Enterprise", "Project", "Organization"})
_OPENERS = frozenset({"Project", "Organization"})
_SMALL = re.compile(r"(?:产业园|科技园|创业园|物流园|孵化[园器基地]*|小镇|园中园|产业基地|加速器)$")
_ADVANCES = re.compile(
    r"(?:全力|加快|强力|扎实|稳步|大力|高标准|统筹|有序|重点|着力|积极)*(?:推进|推动|加快|加速|抓好|建好|建强|布局|筹建|谋划|启动|(?:共同|合作|联合|投资|规划)*建设)[“]?"
)
# a park with an office that acts for it: 云岭经开区将投资2亿元实施…, 云岭产业园要确保…入驻
_OFFICE = re.compile(r"(?:开发区|高新区|经开区|工业园区?|产业园区?|集中区|集聚区)$")
_BUILDS = re.compile(
    r"(?:今年|明年|年内|将|要|已|正|还|计划|拟|全力|加快|大力)*(?:投资(?:约|近|超)?\d[\d.]*[万亿]元，?)?"
    r"(?:实施|新建|开工建设|开工|建成|启动建设|启动实施|推进|推动)"
)
_MOVES_IN = re.compile(r"[^，。；、]{0,20}?(?:入驻|入园|进驻|投产)(?=[，。；\n])")
_SEES_TO = re.compile(r"(?:全力)?(?:确保|力促|推动|促成|推进|保障)[“]?")
_BUILT = re.compile(r"(?:共建|合建|建设|建成|打造)(?:了|起)?[“]?$")  # 与明澈集团共建了物流园
_PARTNERS = re.compile(r"引进|引入|招引|签|与|同|和")  # a zone that comes as investor or partner
_SITED = re.compile(
    r"(?:该|此|本)?项目(?:将|已|拟|计划|均|正式)*(?:选址|落户|位于|坐落|落地|建在|落子)(?:于|在|到)?[“]?"
)
_BASE = re.compile(r"(?:依托|以|立足|借助)[“]?$")
_BASE_END = re.compile(r"[”]?(?:为(?:载体|平台|主阵地|主战场|依托))?，")
_GATHERS = re.compile(r"(?:已|重点|现已|先后|相继|成功|加快)*(?:集聚|聚集|汇聚|引进|入驻|落户|引入|落地|招引|培育)")
_SO_MANY = re.compile(
    r"[^，。；、]{0,10}?(?:新上|新增|新引进|引进|落户|落地|签约|拥有|现有|集聚|开工|实施)[^，。；、\d]{0,8}(?:项目|企业|公司)?\d+余?[个家]"
)
_LED = re.compile(r"(?:支持|推动|推进|指导|鼓励)[“]?$")
_AWAY = re.compile(
    r"赴|前往|奔赴|参加|参展|参会|亮相|出席|支援|援建|帮扶|援助|捐|对口|协作|结对|考察|走访|拜访|学习|来自|连接|直达|通往|出口|销往|组团|招商小分队|输送"
)
# 新桥镇依托东西部协作资金，建成甲厂: who makes use of aid has got it
_HELPED = re.compile(
    r"(?:依托|借助|借力|利用|通过|争取|用好|用足|用活|整合|抢抓|抓住|实施|深化|推进|落实)[“]?[^，。；]{0,10}?"
    r"(?:东西部(?:扶贫)?协作|对口(?:支援|帮扶|协作)|定点帮扶|帮扶|援建|支援|结对)[^，。；]{0,14}，"
)
_TAKES_ALONG = re.compile(
    r"(?:共|积极|还|也|精心)*(?:组织|带领|推荐)(?:了|辖区|本地|当地|全县|全市)*[“]?[^，。；与和]{2,40}"
)
EACH = re.compile(r"[^，。；、]{0,4}分别(?:[^，。；]{0,2}(?:与|同|和)[^，。；]*|[^，。；、]{0,8})$")


def spoken_of(view: View, signings: Signings, clause: Clause, thing: Mention) -> Ground | None:
    """松泉县开工项目9个，包括甲项目 → 松泉县; 松泉经开区与甲公司签订协议; 甲公司与新桥镇政府签约，建设乙项目."""
    if thing.type in PLACES and thing.type != "Zone":
        return None
    this = this_place(view, clause)
    near = max(clause.start, thing.start - _WIDE)
    if this is not None and this is not thing and not _AWAY.search(view.clean, near, thing.start):
        return Ground(this, view.clause(this.start), "subject")
    if thing.type in _GATHERED and (park := this_park(view, clause, thing)) is not None:
        return Ground(park, view.clause(park.start), "subject")
    begins = thing.type == "Project" and view.leader(clause, thing).start == clause.start
    if begins and clause.index > clause.first and (drawn := _portrait(view, clause, thing)) is not None:
        return drawn
    for index in range(clause.index, max(clause.first, clause.index - 6) - 1, -1):
        where = view.clauses[index]
        if (site := _site(view, where, clause, thing)) is not None:
            return Ground(site, where, "subject")
        partner = signings.partner(where, thing)
        if partner is not None:
            return Ground(partner, where, "signed")
        found = view.subjects(where, ACTORS)
        if not found:
            continue
        if thing in found:
            return _portrait(view, clause, thing)
        if found[0].type not in PLACES:
            body = place_of(view, found[0]) if len(found) == 1 and found[0].type == "Organization" else None
            words = view.clean[found[0].end : min(clause.end, found[0].end + _FAR)]
            return Ground(body, where, "subject") if body and _WINS.match(words) and not _AWAY.search(words) else None
        place = _park_of(view, where, innermost(where, found[0]))
        if len(found) > 1:
            each = _paired(view, where, found, thing)
            return Ground(each, where, "subject") if each else None
        if thing is place:
            return None
        end = min(clause.end, thing.end + 24)
        if thing.type == "Enterprise" and _TAKES_ALONG.match(view.clean, place.end, end):
            return Ground(place, where, "subject")  # 松泉县组织明澈玻璃、天工电气参展
        aside = where.index == clause.first and _ASIDE.fullmatch(view.clean, place.end, where.end) is not None
        if aside and thing.type in _DRAWN and not _AWAY.search(view.clean, place.end, thing.start):
            return Ground(place, where, "subject")
        if end - place.end > _FAR:
            return None
        words = view.clean[place.end : end]
        if thing.type == "Zone" and _PARTNERS.search(view.clean, place.end, thing.start):
            built = _BUILT.search(view.clean, max(place.end, clause.start), thing.start)
            return Ground(place, where, "subject") if built else None
        if _LED.search(view.clean, where.start, place.start) or _AWAY.search(_HELPED.sub("", words)):
            return None
        if where is not clause and any(_of_other_park(place, m) for m in (thing, *view.group(clause, thing))):
            return None
        does = _DOES if place.type == "Region" else _WINS
        if thing.type == "Project" and _office_builds(view, place, clause, thing):
            return Ground(place, where, "subject")
        if where is clause and _ITS_WORK.match(view.clean, place.end, thing.start):
            return None  # 新桥村旧村改造工程（23万平方米）、城墙修缮启动
        if place.type == "Zone" and _turns(view, where, clause):
            return None  # 甲金融城入驻机构30家，乙研究院运行，引进丙公司
        if does.match(words) or (where is clause and has(view, clause, place, thing)):
            return Ground(place, where, "subject")
        if index == clause.index or (thing.type == "Event" and place.type == "Zone"):
            return None  # 古镇启动创建，举办马拉松: somebody else may
        return Ground(place, where, "subject") if _goes_on(view, where, place, clause, thing) else None
    return None


def _park_of(view: View, clause: Clause, place: Mention) -> Mention:
    """新桥镇的光电产业园以明澈光电为龙头: the park of a place, where it is the subject."""
    its = next((m for m in view.near(clause, place) if m.start == place.end + 1), None)
    return its if its is not None and its.type == "Zone" and view.clean[place.end] == "的" else place


def _goes_on(view: View, where: Clause, place: Mention, clause: Clause, thing: Mention) -> bool:
    """云岭高新区主攻新材料，|引进明澈: whether a clause goes on with what its sentence's first place does.

    Not 云岭新城雏形初显，滨江大道贯通，|建成第二医院: nothing says that the town builds it.
    """
    between = view.clauses[where.index + 1 : clause.index]
    if any(c.mentions and c.mentions[0].start == c.start and c.mentions[0].type == "Project" for c in between):
        return False
    start, end = clause.start, view.leader(clause, thing).start
    small = thing.type == "Project" or _SMALL.search(thing.key)
    builds = place.type == "Region" or (small and drawn_as(view, where, place))
    does = _DOES if builds else _WINS
    if does.match(view.clean, start, end):
        return True
    return thing.type == "Project" and does is _DOES and _ADVANCES.fullmatch(view.clean, start, end) is not None


def _turns(view: View, where: Clause, clause: Clause) -> bool:
    """Whether a clause between begins with a body or work that is spoken of from then on."""
    between = view.clauses[where.index + 1 : clause.index]
    return any(c.mentions and c.mentions[0].start == c.start and c.mentions[0].type in _OPENERS for c in between)


def _office_builds(view: View, park: Mention, clause: Clause, thing: Mention) -> bool:
    """Whether a park with an office sees to a work in the clause: 云岭经开区将投资2亿元实施|甲项目."""
    if park.type != "Zone" or _OFFICE.search(park.key) is None or _of_other_park(park, thing):
        return False
    start = park.end if park.end > clause.start else clause.start
    leads = view.group(clause, thing)
    begin = leads[0].start
    if _BUILDS.fullmatch(view.clean, start, begin):
        return True
    return _SEES_TO.fullmatch(view.clean, start, begin) is not None and bool(_MOVES_IN.match(view.clean, leads[-1].end))


def _portrait(view: View, clause: Clause, thing: Mention) -> Ground | None:
    """云岭高新区主攻新材料，明澈、天工等投产; 高新区方面，明澈扩产: whose picture the sentence gives."""
    if thing.type not in _DRAWN:
        return None
    for index in range(clause.index - 1, max(clause.first, clause.index - 6) - 1, -1):
        where = view.clauses[index]
        found = view.subjects(where, ACTORS)
        if not found:
            continue
        place = innermost(where, found[0])
        drawn = len(found) == 1 and place.type in PLACES and drawn_as(view, where, place)
        told = view.clean.startswith("其中", clause.start) or (
            place.type == "Zone" and some_of_many(view, clause, thing)
        )
        among = told and _SO_MANY.match(view.clean, place.end, where.end)
        if among and index == clause.index - 1 and len(found) == 1 and place.type in PLACES:
            return Ground(place, where, "subject")  # 沙河镇今年新上项目12个，其中明澈、天工…
        if any(_of_other_park(place, m) for m in (thing, *view.group(clause, thing))):
            return None
        if not drawn or _LED.search(view.clean, where.start, place.start):
            return None
        return None if _AWAY.search(view.clean, place.end, clause.end) else Ground(place, where, "subject")
    return None


def _of_other_park(place: Mention, thing: Mention) -> bool:
    """Whether a thing is another park or in one: 云岭大数据产业园签约企业31家，|松泉工业园三期建成."""
    return place.type == "Zone" and _SMALL.search(place.key) is not None and "园" in thing.key


def _site(view: View, before: Clause, clause: Clause, thing: Mention) -> Mention | None:
    """The place that a clause before gives to a work that it does not name, or rests on with what it gathers."""
    if thing.type == "Project" and before.index < clause.index and (site := _sited(view, before)) is not None:
        return site
    return _based(view, before, clause) if thing.type in _DRAWN and before.index == clause.index - 1 else None


def _sited(view: View, clause: Clause) -> Mention | None:
    """The place of 项目落户云岭高新区，将建设…, where the project is named only in what follows."""
    place = clause.mentions[0] if clause.mentions else None
    if place is None or place.type not in PLACES or not _SITED.fullmatch(view.clean, clause.start, place.start):
        return None
    return innermost(clause, place)


def _based(view: View, before: Clause, clause: Clause) -> Mention | None:
    """The zone of 制造板块依托云岭高新区，|集聚明澈、天工: on what a clause rests that gathers things there."""
    zone = before.mentions[-1] if before.mentions else None
    if zone is None or zone.type != "Zone" or not _BASE_END.fullmatch(view.clean, zone.end, before.end):
        return None
    rests = _BASE.search(view.clean, view.lead(before, zone.start), zone.start)
    return zone if rests and _GATHERS.match(view.clean, clause.start, clause.end) else None


def _paired(view: View, clause: Clause, subjects: list[Mention], thing: Mention) -> Mention | None:
    """甲区、乙区分别与丙公司、丁公司签约, 分别建成戊、己: the place of the list that matches the thing's own in its."""
    if not subjects or thing.start < subjects[-1].end or thing.start >= clause.end:
        return None
    if not EACH.match(view.clean, subjects[-1].end, view.leader(clause, thing).start):
        return None
    group = next((g for g in view.groups(clause) if thing in g), [])
    return subjects[group.index(thing)] if len(group) == len(subjects) else None
