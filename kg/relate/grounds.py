"""The place on whose ground a clause stands though it names none beside the thing.

A heading (【松泉县】, 新桥镇：…), the place that a paragraph has gone to (走进云岭高新区，…), the place that a sentence
speaks of (松泉县开工项目9个，包括…), the one with whose government somebody signs; and the contrary: a visit elsewhere,
where what is seen is not here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View
from kg.relate.pictures import drawn_as
from kg.relate.place_headings import Ground, Headings
from kg.relate.rows import outermost
from kg.relate.seats import abroad
from kg.relate.signings import Signings
from kg.relate.subject_places import spoken_of
from kg.relate.this_place import scene_in_park
from kg.types import Mention

INSIDE = re.compile(
    r"[”]?(?:境内|园区内|[一-龥]{2,4}(?:组团|片区|分园)[内里]?|[^，。；：、]{0,8}(?:园|区|城|基地)内|[内里]|(?:主|分)?会场|现场|采访(?:时)?(?:看到|了解到)?|看到|见到|调研)?[，：]?"
)
_SCENE = re.compile(r"(?:(?<![设建部地落])在|走进|来到|位于|深入|走访)[“]?$")  # 走进云岭高新区，…
# 紧邻园区的甲产业园里，; 甲产业园里一片繁忙。
_IN_IT = re.compile(r"[里内](?:，?(?:一片|到处|处处|机器|热火|生机|塔吊)[^，。；]{0,10})?[，。]?")
# 在云岭高新区的明澈二期项目现场，
_AT_SITE = re.compile(r"[”]?的?[^，。；：、]{2,40}(?:现场|工地|车间|厂区|厂房|展厅|生产线)(?:内|里|上)?，")
_STATION = re.compile(r"第[一二三四五六七八九十]{1,2}站[，：]")
# 10公里外的新桥镇，
_BEYOND = re.compile(r"(?:[\d.]+(?:公里|里|千米|米)(?:开?外|之外)|不远处|毗邻|相邻|隔壁|对岸|附近)的[“]?")
_CAN_HOLD = re.compile(r"(?:高新区|经开区|开发区|新区|新城|试验区|功能区|合作区)$")  # parks lie in it
PART_OF = re.compile(r"(?:境内|城?[东西南北中]{0,2}(?:部|侧|郊|端|岸|面)?)?的[“]?")  # 云岭市西部的
_LEAD = 3  # characters before a place in which the verbs of `_SCENE` and `_VISIT` stand
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
# “下一步，我们将加快甲厂、乙园建设。”县投促局局长林某说: who speaks for a county speaks of all of it
_OFFICIAL = re.compile(
    r"”[省市县区州旗盟][一-龥]{0,14}?(?:局长|主任|书记|部长|科长|(?<=[县区州旗盟市])长|[市县区州]长|负责人)[一-龥]{0,4}(?:说|表示|介绍|告诉)"
)
_SAID = 400  # characters of what an official says
PRESS = re.compile(r"(?:日报|晚报|时报|电视台|融媒体?中心|(?<!电)网|新华社|通讯社)$")


def grounds(view: View) -> Iterator[tuple[Clause, Mention, Ground]]:
    """For each mention that stands on some place's ground: its clause, itself and the ground, nearest ground first."""
    over, stage, signings = Headings(view), _Stage(view), Signings(view)
    for sentence in view.sentences():
        heading = over.of(sentence[0])
        stage.enter(sentence[0])
        for clause in sentence:
            stage.step(clause)
            for m in clause.mentions:
                found = spoken_of(view, signings, clause, m) or stage.ground or heading
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
        if any(m.ref == view.home and _speaks_of(view, m) for m in clause.mentions) or _BACK.search(
            view.clean, clause.start, clause.end
        ):
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
        if (park := scene_in_park(view, clause)) is not None:
            self.ground = Ground(park, clause, "stage")
            return
        if (stop := self._station(clause)) is not None:
            self.ground = Ground(stop, clause, "stage")
            return
        works = [m for m in clause.mentions if m.type == "Project"]  # 在|云岭高新区|明澈二期项目现场，
        opening = [x for m in works[:1] for x in view.inner.get(m, ()) if x.type == "Zone" and x.start == m.start]
        for place in (*clause.mentions, *opening):
            if place.type not in PLACES or not goes_to(view, clause, place):
                continue
            seen = (_SEEN,) if view.clean[place.start - 1] != "在" else (INSIDE, _AT_SITE)
            if any(shape.fullmatch(view.clean, place.end, clause.end) for shape in seen):
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


def _speaks_of(view: View, place: Mention) -> bool:
    """Whether a clause speaks of a place that it names: 松泉县开工9个项目, 在松泉县; not 让松泉土豆身价翻番."""
    return view.clean[place.start - 1] not in "让使给的"


def goes_to(view: View, clause: Clause, place: Mention) -> bool:
    """Whether the words before a place go there: 走进|云岭高新区, 来到|新桥镇."""
    around = next((m for m in reversed(view.before(clause, place)) if m.type in PLACES), None)
    if around is not None and PART_OF.fullmatch(view.clean, around.end, place.start):
        place = outermost(clause, around)  # 走进|云岭高新区西部的|东园
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
