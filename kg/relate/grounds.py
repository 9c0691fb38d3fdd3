"""The place on whose ground a clause stands though it names none beside the thing.

A heading (【松泉县】, 新桥镇：…), the place that a paragraph has gone to (走进云岭高新区，…), the place that a sentence
speaks of (松泉县开工项目9个，包括…), the one with whose government somebody signs; and the contrary: a visit elsewhere,
where what is seen is not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, PLACES, Clause, View
from kg.relate.pictures import drawn_as, has
from kg.relate.place_headings import Ground, Headings
from kg.relate.rows import innermost
from kg.relate.seats import abroad
from kg.relate.signings import Signings, place_of
from kg.relate.this_place import this_park, this_place
from kg.types import Mention

INSIDE = re.compile(
    r"[”]?(?:境内|园区内|[^，。；：、]{0,8}(?:园|区|城|基地)内|[内里]|(?:主|分)?会场|现场|采访(?:时)?(?:看到|了解到)?|看到|见到|调研)?[，：]?"
)
_SCENE = re.compile(r"(?:(?<![设建部地落])在|走进|来到|位于|深入|走访)[“]?$")  # 走进云岭高新区，…
# 10公里外的新桥镇，
_ITS_WORK = re.compile(r"[^，。；、（了]{2,12}(?:工程|项目|改造|整治)(?:（[^（）]{1,24}）)?、")
_IN_IT = re.compile("[里内]，?")  # 紧邻园区的甲产业园里，
_STATION = re.compile(r"第[一二三四五六七八九十]{1,2}站[，：]")
_BEYOND = re.compile(r"(?:[\d.]+(?:公里|里|千米|米)(?:开?外|之外)|不远处|毗邻|相邻|隔壁|对岸|附近)的[“]?")
_CAN_HOLD = re.compile(r"(?:高新区|经开区|开发区|新区|新城|试验区|功能区|合作区)$")  # parks lie in it
_LEAD = 3  # characters before a place in which the verbs of `_SCENE` and `_VISIT` stand
_FAR = 160  # characters from a place to what it does
_WIDE = 400  # characters before a thing in a clause on 该县 that may tell of somewhere else
_VISIT = re.compile(r"(?:赴|前往|抵达|奔赴|走进|来到|到|深入|在)$")
_VISITED = re.compile(
    r"[^，。；]{0,12}?(?:考察|调研|学习|招商|推介|拜访|访问|交流|参观|督导|检查|视察|走访|督查|观摩|慰问|看望|洽谈|对接)"
)
_INSPECTS = re.compile(r"[^，。；]{0,12}?(?:调研|督导|检查|视察|走访|督查|观摩|慰问|指导|察看)")
_TOUR = re.compile(r"(?:考察团|代表团|招商组|小分队|一行|考察组)[^，。；]{0,10}?(?:参观|考察|走访|拜访|来到|察看)")
_MEETS = re.compile(r"[^，。；]{0,16}?(?:举行|举办|召开)[^，。；]{0,20}?(?:推介|招商|恳谈|对接|签约)?")
# 走进新桥镇的明澈公司车间，
_SEEN = re.compile(
    r"[”]?(?:境内|园区内|内|现场|采访|调研)?(?:的?[^，。；：、]{0,24}(?:车间|现场|工地|园区|展厅|基地|大厅|公司|企业|产业园|厂区|大棚|村部|集团|厂房|项目))?[，：]?|[”]?。"
)
_BACK = re.compile(  # 与园区签约: with its own government
    r"(?:全|我|该)[省市县区州旗镇乡](?![级直属])|[与同和](?:园区|新区|开发区|[市县区]政府|管委会)"
)  # the text speaks of its own place again
_SAW = re.compile(r"(?:参观|走访|考察|察看|观摩)了")
_DEAL = re.compile(r"签约|签订|签署|落户|引进|投资[^，。；]{0,8}亿|来[我本]")
_DOES = re.compile(  # 松泉县今年开工项目9个，包括…
    r"[^，。；、]{0,12}?(?:(?:新|续|扩|改|在|共|筹|兴|创)建|新增|建成|改造|开工|启动|竣工|投产|投用|落户|落成|签约|签订|签署|签下|拿下|敲定|斩获|揽获|迎来|引进|引入|引来|招引|吸引|入驻|集聚|聚集|汇聚"
    r"|拥有|现有|举办|举行|承办|打造|实施|规划|涌现|发展|谋划|推进|抓[好实]|占(?:据)?大头|唱主角)"
)
_WINS = re.compile(
    r"[^，。；、]{0,12}?(?:签约|签订|签署|签下|拿下|敲定|斩获|揽获|迎来|引进|引入|引来|招引|吸引|入驻|集聚|聚集|汇聚|汇集|落户|拥有|现有|占(?:据)?大头|唱主角)|(?:与|同|和)[^，。；]{2,40}?(?:签约|签订|签署|签下)|[^，。；、]{0,6}举[行办]"
)
_ASIDE = re.compile(r"(?:片区|区域|板块)?方面，|(?:主|分)会场，")  # 滨江新区方面，甲、乙建成
_DRAWN = frozenset({"Enterprise", "Project"})
_SMALL = re.compile(r"(?:产业园|科技园|创业园|物流园|孵化[园器基地]*|小镇|园中园|产业基地|加速器)$")
_ADVANCES = re.compile(
    r"(?:全力|加快|强力|扎实|稳步|大力|高标准|统筹|有序|重点|着力|积极)*(?:推进|推动|加快|加速|抓好|建好|建强|布局|筹建|谋划|启动|(?:共同|合作|联合|投资|规划)*建设)[“]?"
)
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
    r"(?:共|积极|还|也|精心)*(?:组织|带领|组团带领|推荐)(?:了|辖区|本地|当地|全县|全市)*[“]?[^，。；与和]{2,40}"
)
# “下一步，我们将加快甲厂、乙园建设。”县投促局局长林某说: who speaks for a county speaks of all of it
_OFFICIAL = re.compile(
    r"”[省市县区州旗盟][一-龥]{0,14}?(?:局长|主任|书记|部长|科长|(?<=[县区州旗盟市])长|[市县区州]长|负责人)[一-龥]{0,4}(?:说|表示|介绍|告诉)"
)
_SAID = 400  # characters of what an official says
PRESS = re.compile(r"(?:日报|晚报|时报|电视台|融媒体?中心|(?<!电)网|新华社|通讯社)$")
EACH = re.compile(r"[^，。；、]{0,4}分别(?:[^，。；]{0,2}(?:与|同|和)[^，。；]*|[^，。；、]{0,8})$")


def grounds(view: View) -> Iterator[tuple[Clause, Mention, Ground]]:
    """For each mention that stands on some place's ground: its clause, itself and the ground, nearest ground first."""
    over, stage, signings = Headings(view), _Stage(view), Signings(view)
    for sentence in view.sentences():
        heading = over.of(sentence[0])
        stage.enter(sentence[0])
        for clause in sentence:
            stage.step(clause)
            for m in clause.mentions:
                found = _spoken_of(view, signings, clause, m) or stage.ground or heading
                if m.type == "Organization" and PRESS.search(m.key):
                    continue  # 云岭日报讯 below the heading of a county
                if found is not None and (found.place is None or _apart(view, found.place, m)):
                    yield clause, m, found


def _apart(view: View, place: Mention, thing: Mention) -> bool:
    return place is not thing and place.ref not in (thing.ref, view.home) and not view.is_above(place.ref)


class _Stage:
    """Where a paragraph has gone to: 走进云岭高新区，… ; 赴江东市考察，…"""

    def __init__(self, view: View) -> None:
        self.view = view
        self.ground: Ground | None = None
        self.travelled = self._elsewhere()

    def enter(self, clause: Clause) -> None:
        """A paragraph begins anew."""
        start = clause.sentence.start
        if start == 0 or self.view.clean[start - 1] == "\n" or self.view.scene.text.document.kind == "report":
            self.ground = None
        if self.ground is not None and self.view.clean[start] == "“":
            ends = self.view.clean.find("”", start, start + _SAID)
            if ends > 0 and _OFFICIAL.match(self.view.clean, ends):
                self.ground = None

    def step(self, clause: Clause) -> None:
        """Read one more clause."""
        view = self.view
        if self.ground is not None and self._leaves(clause):
            self.ground = None
        if any(m.ref == view.home for m in clause.mentions) or _BACK.search(view.clean, clause.start, clause.end):
            self.ground = None
        for place in clause.mentions:
            lead = max(clause.start, place.start - _LEAD)
            if place.type not in PLACES or not _VISIT.search(view.clean, lead, place.start):
                continue
            if abroad(view, place.ref):
                if _VISITED.match(view.clean, place.end, clause.end):
                    self.ground = Ground(None, clause, "visit")
                    return
            elif _INSPECTS.match(view.clean, place.end, clause.end):
                self.ground = Ground(place, clause, "stage")
                return
            elif len(group := view.group(clause, place)) > 1 and place in group:
                self.ground = None  # 赴新桥镇、高新区调研 says of neither what is seen next
                return
        if self.travelled and _TOUR.search(view.clean, clause.start, clause.end):
            self.ground = Ground(None, clause, "visit")
            return
        last = clause.mentions[-1] if clause.mentions else None
        if last is not None and last.type in PLACES and _IN_IT.fullmatch(view.clean, last.end, clause.end):
            self.ground = None if abroad(view, last.ref) else Ground(last, clause, "stage")
            return
        if (stop := self._station(clause)) is not None:
            self.ground = Ground(stop, clause, "stage")
            return
        for place in clause.mentions:
            if place.type not in PLACES or not goes_to(view, clause, place):
                continue
            seen = _SEEN if view.clean[place.start - 1] != "在" else INSIDE
            if seen.fullmatch(view.clean, place.end, clause.end):
                self.ground = Ground(place, clause, "stage")

    def _station(self, clause: Clause) -> Mention | None:
        """The place that is all of a sentence behind 第一站，."""
        if not _STATION.fullmatch(self.view.clean, clause.sentence.start, clause.start):
            return None
        place = clause.mentions[-1] if clause.mentions else None
        if place is None or place.type not in PLACES or place.end < clause.end - 1:
            return None
        return None if abroad(self.view, place.ref) else place

    def _leaves(self, clause: Clause) -> bool:
        """Whether a sentence begins to speak of another place than the one gone to: 在松泉县，…；青川县依托…."""
        place = self.ground.place if self.ground else None
        first = clause.mentions[0] if clause.index == clause.first and clause.mentions else None
        if place is None or first is None or first.type not in PLACES or first.start != clause.start:
            return False
        if first.type == "Zone":  # 东园里，…。西园已集聚…
            beside = place.type == "Zone" and first.ref != place.ref and _CAN_HOLD.search(place.key) is None
            return beside and drawn_as(self.view, clause, first)
        inside = self.view.scene.parents.get(first.key, ())
        return first.ref != place.ref and place.key not in inside and not self.view.is_above(first.ref)

    def _elsewhere(self) -> bool:
        """Whether the text tells of a journey: 赴江东市考察, 在江东市举行推介会."""
        view = self.view
        for clause in view.clauses:
            for place in clause.mentions:
                if place.type != "Region" or not abroad(view, place.ref):
                    continue
                lead = view.clean[max(clause.start, place.start - 2) : place.start]
                if lead.endswith(("赴", "前往")) or (lead.endswith("在") and _MEETS.match(view.clean, place.end)):
                    return True
        return False


def _spoken_of(view: View, signings: Signings, clause: Clause, thing: Mention) -> Ground | None:
    """松泉县开工项目9个，包括甲项目 → 松泉县; 松泉经开区与甲公司签订协议; 甲公司与新桥镇政府签约，建设乙项目."""
    if thing.type in PLACES and thing.type != "Zone":
        return None
    this = this_place(view, clause)
    if (
        this is not None
        and this is not thing
        and not _AWAY.search(view.clean, max(clause.start, thing.start - _WIDE), thing.start)
    ):
        return Ground(this, view.clause(this.start), "subject")
    if thing.type in _DRAWN and (park := this_park(view, clause, thing)) is not None:
        return Ground(park, view.clause(park.start), "subject")
    begins = thing.type == "Project" and view.leader(clause, thing).start == clause.start
    if begins and clause.index > clause.first and (drawn := _portrait(view, clause, thing)) is not None:
        return drawn
    for index in range(clause.index, max(clause.first, clause.index - 6) - 1, -1):
        where = view.clauses[index]
        if thing.type == "Project" and index < clause.index and (site := _sited(view, where)) is not None:
            return Ground(site, where, "subject")
        if thing.type in _DRAWN and index == clause.index - 1 and (base := _based(view, where, clause)) is not None:
            return Ground(base, where, "subject")
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
        does = _DOES if place.type == "Region" else _WINS
        if where is clause and _ITS_WORK.match(view.clean, place.end, thing.start):
            return None  # 新桥村旧村改造工程（23万平方米）、城墙修缮启动
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
        among = view.clean.startswith("其中", clause.start) and _SO_MANY.match(view.clean, place.end, where.end)
        if among and index == clause.index - 1 and len(found) == 1 and place.type in PLACES:
            return Ground(place, where, "subject")  # 沙河镇今年新上项目12个，其中明澈、天工…
        if not drawn or _LED.search(view.clean, where.start, place.start):
            return None
        return None if _AWAY.search(view.clean, place.end, clause.end) else Ground(place, where, "subject")
    return None


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


def goes_to(view: View, clause: Clause, place: Mention) -> bool:
    """Whether the words before a place go there: 走进|云岭高新区, 来到|新桥镇."""
    found = _SCENE.search(view.clean, max(clause.start, place.start - _LEAD), place.start)
    if found is not None and found[0].startswith(("在", "位于")):
        begin = view.clean.rfind("】", clause.start, place.start)
        before = [m for m in view.before(clause, place) if begin < m.start and m.end <= found.start()]
        return not before  # 东园坐落在城东区，: where the subject itself is
    return found is not None or _BEYOND.fullmatch(view.clean, clause.start, place.start) is not None


def on_visit(view: View, ground: Ground, clause: Clause) -> bool:
    """Whether what a clause names is only seen elsewhere: a visit, and no deal in the sentence."""
    if ground.place is not None:
        return False
    sentence = clause.sentence
    seen = _SAW.search(view.clean, clause.start, clause.end)  # 先后参观了甲、乙，并与丙签订协议
    return seen is not None or not _DEAL.search(view.clean, sentence.start, sentence.end)
