"""Investment and area of projects: which figure belongs to which of them; capacity is read along the same topic."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.ontology import Lexicon
from kg.relate.amount_kinds import does, kind_of
from kg.relate.amount_lists import bare_amounts, respective_amounts
from kg.relate.amount_owners import OVERLAP, Owners, opens_with, programme_of
from kg.relate.capacity import capacity_of_clauses, capacity_of_names
from kg.relate.new_things import brings_up_another
from kg.relate.said import said_at
from kg.relate.scenery import is_title, is_where, sentences_with_mentions
from kg.relate.stage_topics import CONTENTS, HEADING
from kg.relate.things import Things
from kg.relate.years import times_in
from kg.types import Attribute, Mention, Quantity, Ref, Rejection, Scene, Sentence

_THIS = re.compile(
    r"[“]?(?:据[^，。；]{1,10}，|[^，。；]{2,10}(?:显示|介绍|表示|透露|指出)，)?(?:目前，)?(?:该|本|这个|这一)(?:项目|工程|基地)"
    r"(?!化|部|库|数|经理|负责人|建设活动)"
)
_OF_LIST = re.compile(
    r"等\d+余?个[^，。；]{0,8}?项目[^，。；]{0,8}?(?:签约|开工|竣工|投产)[^，。；]{0,4}，(?:签约|合同|协议|投资|总)?$"
)
_CEREMONY = re.compile(r"签约|开工|竣工|投产|推介|揭牌|奠基|洽谈")
_TOTAL = re.compile(
    r"^(?:[^，。；]{0,12}，)?(?:[^，。；\d]{0,12}\d+余?[个项][^，。；]{0,12}(?:签约|开工|竣工|投产)，|[^，。；]{0,14}?(?:签约|开工|竣工|投产|集中)[^，。；]{0,80}?(?:\d+余?[个项]|项目\d+余?[个项]))"
)
_SITE = re.compile(  # a zone where something is built is not the topic, nor are the amounts its own
    r"(?:在|位于|坐落于?|落户|选址|入驻|落地|落子|地处|进驻)(?:于|在|到|至)?[“]?(?:[^，。；、的]{1,6}[省市县区州旗])?$"
)
_PLACE_FIELD = re.compile(r"(?:地点|地址|选址|位置)(?:[^：\n]{0,6})：[^：，。\n]{0,12}$")
_WITH = re.compile(r"(?:由|与|和|同|携手|联合)[^，。；]{0,12}$")  # 由甲集团与|乙经开区|共同打造
_JOINT = re.compile(r"(?:管委会)?(?:共同|联合|合作|共建|携手)")
_ROUTE = re.compile(
    r"(?:起于|起自|止于|终于|[起终]点(?:为|位于|接)|途经|衔接|对接|[^承]接"
    r"|(?:紧邻|毗邻|临近|邻近|靠近|紧靠|距离?)(?:[^，。；、]{2,14}、){0,3})[“]?$"
)  # what a road runs to
_NOT_FAR = re.compile(  # 离|甲项目|不远，乙产业园…; 距|甲园|3公里的乙基地
    r"[”』》]?(?:项目|工程|现场|工地)*(?:不远|(?:不到|仅|约|近)?(?:[\d.]+|[一几数百千]{1,2})(?:公里|千米|米))"
)
_OF_PROJECT = re.compile(  # 该项目选址甲开发区，占地320亩: nothing of this is the zone's
    r"[“]?(?:(?:据[^，。；]{1,10}|目前|其中|根据[^，。；]{1,8})，)*"
    r"(?:(?:该|本|此|整个|这个|这一)(?:[^，。；的、]{0,6}?)(?:项目|工程)|项目)"
    r"(?!化|部|库|数|共|总数|包括|中|\d|经理|方面|攻坚|集群|引进|招引|招商|服务|推进|建设(?!地|内容|用|规模|周期|工期|期|单位))"
)
_OF_ADMINISTRATION = re.compile(  # such a zone is no project that 该项目 could stand for
    r"(?:开发区|高新区|经开区|保税区|保税港区|综保区|新区|试验区|示范区|集中区|集聚区|工业区|园区|自贸区)$"
)
_GOODS = re.compile(  # 年产2亿平方米隔膜生产线: what is made is no area
    r"[^园区城房\d]{0,20}(?:产线|生产线)|[^园区城房\d]{0,14}(?:膜|板|砖|玻璃|布|纸|箔|革|毯|面料)(?:项目|工程)?$"
)
_WORDS_BETWEEN = frozenset(("", "项目", "工程", "建设项目"))  # 完成石桥村节水灌溉|项目|2000亩
_LONGEST_BETWEEN = 4
_WILL_MAKE = re.compile(
    r"(?:建成|投产|达产|达效|投用|竣工|完工|运营)以?后[^，。；]{0,6}$|(?:预计|将|可|拟|计划)[^，。；]{0,6}$"
)
_AHEAD_OF = 16  # characters before a capacity that say that it is still to come
_FOUNDED = re.compile(  # 1992年|创办，2010年|升级为国家级开发区，规划面积59平方公里
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?[^，。；\d]{0,12}?(?:创办|创建|设立|成立|批准|获批|组建|挂牌|升级|晋升|更名|认定)[^。；]{0,60}，"
)
_ITEM = re.compile(r"\s*(?:[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,3}[.、）)])")
_BESIDE = 48  # characters before a project that may say that it is only a landmark
_FAR = 1200  # characters for which 该项目 may stand for the project that was named last
_REACH = 300  # characters for which a project stays what is spoken of; a sentence on 该项目 prolongs it
_LONGEST = 400  # characters of the beginning of a sentence that may be its sum
_OWNERS = frozenset({"Project", "Zone", "Event", "Enterprise", "Organization"})
# 甲博览会上，乙市共签约9个项目，总投资90亿元: a place's own total, not that of the fair
_THERE_SIGNED = re.compile(
    "”?(?:期间|现场|上)，(?:[一-龥]{2,7}[省市县区州旗]|我[省市县区州旗])(?:代表团)?(?:共|累计|现场|成功|已|一共)*签(?:约|订|署)"
)


@dataclass(slots=True)
class _Spoken:
    """What the text speaks of, from one sentence to the next."""

    news: bool
    topic: Mention | None = None
    until: int = 0  # where the topic was last spoken of
    titled: bool = False  # the sentence before was no more than the project's name
    last: Mention | None = None  # the one project of the last sentence of news that named any
    ceremony: Mention | None = None
    works: Mapping[Ref, Mention] = field(default_factory=dict)  # by firm, the one work that its name is part of

    def topic_of(self, clean: str, sentence: Sentence, of_project: bool) -> Mention | None:
        """What 该项目 and amounts without an owner mean in a sentence."""
        if self.topic is None and self.last is not None and sentence.start - self.last.end <= _FAR:
            return self.last if _THIS.match(clean, sentence.start, sentence.end) else None
        topic = self.topic
        if topic is not None and brings_up_another(clean, sentence, topic):
            return None
        if of_project and topic is not None and topic.type == "Zone" and _OF_ADMINISTRATION.search(topic.key):
            return None
        return topic

    def go_on(self, scene: Scene, sentence: Sentence, things: Sequence[Mention]) -> None:
        """Notes what a sentence speaks of."""
        clean = scene.text.clean
        if self.topic is not None and CONTENTS.match(clean, sentence.start):
            self.until = sentence.end
            return
        events = (m for m in things if m.type == "Event" and _CEREMONY.search(m.key))
        self.ceremony = next(events, None) if self.news else None
        projects = [m for m in things if m.type == "Project"]
        self.titled = is_title(clean, sentence, things, self.titled)
        zones = [m for m in things if m.type == "Zone" and m.ref != scene.home]
        if projects or len(zones) == 1:
            self.topic = (projects or zones)[0]
            self.until = self.topic.end
            self.last = self.topic if self.news and len({m.key for m in projects}) == 1 else None
        elif HEADING.fullmatch(clean, sentence.start, sentence.end):
            self.topic = self.last = None  # （三）数字水网工程。: what follows is about something else
        elif self.topic is not None and opens_with(clean, sentence.start, self.topic):
            self.until = sentence.end
        elif sentence.end - self.until >= _REACH:
            self.topic = None


class AmountReader:
    """Attaches money and areas to the project, zone or event that they are about."""

    def __init__(self, lexicon: Lexicon) -> None:
        del lexicon  # what introduces an amount is a closed set of function words

    def read(self, scene: Scene) -> tuple[list[Attribute], list[Rejection]]:
        """The investments, areas and capacities of a document, and the amounts that nothing owns."""
        found: list[Attribute] = []
        refused: list[Rejection] = []
        quantities = [q for q in scene.text.quantities if q.dimension in ("money", "area")]
        clean = scene.text.clean
        at = 0
        zone = scene.home if scene.home is not None and scene.home.type == "Zone" else None
        home = next((m for m in scene.mentions if m.ref == zone), None) if zone is not None else None
        spoken = _Spoken(scene.text.document.kind != "report", works=_only_works(scene))
        for sentence, mentions in sentences_with_mentions(scene):
            if sentence.part == "glossary":
                continue
            things = [m for m in mentions if m.type in _OWNERS and not _is_site(clean, sentence, m)]
            at = bisect_left(quantities, sentence.start, lo=at, key=lambda q: q.start)
            stop = bisect_left(quantities, sentence.end, lo=at, key=lambda q: q.start)
            amounts = quantities[at:stop]
            first = len(found)
            spoken.titled = spoken.titled and not _ITEM.match(clean, sentence.start)
            if amounts or things:
                found += _in_names(clean, sentence, things, amounts)
            if things or spoken.topic is not None:
                found += capacity_of_clauses(clean, sentence, things, spoken.topic, titled=spoken.titled)
            if amounts:
                programs = Things(m for m in mentions if m.type == "Program")
                owned, unowned = _owned(clean, sentence, Things(things), programs, amounts, spoken, home)
                found += owned
                refused += unowned
            found[first:] = [_said_when(scene, sentence, a) for a in found[first:]]
            spoken.go_on(scene, sentence, things)
        return found, refused


def _owned(
    clean: str,
    sentence: Sentence,
    things: Things,
    programs: Things,
    amounts: Sequence[Quantity],
    spoken: _Spoken,
    home: Mention | None = None,
) -> tuple[list[Attribute], list[Rejection]]:
    """The amounts of a sentence with their owners, and those that have none."""
    refused: list[Rejection] = []
    projects = [m for m in things.all if m.type == "Project"]
    each = {
        q: _attribute(m, prop, q, sentence, "each") for q, m, prop in bare_amounts(clean, sentence, projects, amounts)
    }
    for q, m, prop in respective_amounts(clean, sentence, projects, amounts):
        each[q] = _attribute(m, prop, q, sentence, "each")
    found = list(each.values())
    of_project = _OF_PROJECT.match(clean, sentence.start, sentence.end) is not None
    topic = spoken.topic_of(clean, sentence, of_project)
    # 该项目由甲开发区引进，总投资5亿元
    owners = Owners(
        clean, sentence, things.without("Zone") if of_project else things, topic, titled=spoken.titled, home=home
    )
    said: Mention | None = None  # whose the amount before is: 占地3.6平方公里，总投资50亿元
    since = 0  # up to where nothing else has come up since
    for q in amounts:
        if q in each or (kind := kind_of(clean, sentence, q, things, topic)) is None:
            continue
        prop, words = kind
        if over := next((m for m in things.ending(words + 1, q.start) if m.start < words), None):
            words = over.end  # 甲园标准厂房|在建面积42万平方米
        owner = owners.of(q, words, funded=prop == "funded") or programme_of(clean, q, words, programs)
        if prop == "funded":
            if owner is None:
                continue
            prop = "investment"
        if owner is None and said is not None and not _leads(clean, q):
            since = max(since, said.end)
            if not owners.parted(since, words):
                owner, since = said, words - OVERLAP
        if owner is None and _is_total(clean, sentence, words, prop, named=bool(projects)):
            owner = spoken.ceremony
        if owner is not None and clean.startswith("项目", owner.end):
            owner = spoken.works.get(owner.ref, owner)  # 投资3亿元的明澈项目: what it builds
        if owner is not said:
            said, since = owner, q.start
        if owner is None:
            refused.append(Rejection(q.start, q.end, f"{prop} {clean[q.start : q.end]}", "no_entity"))
        else:
            found.append(_attribute(owner, prop, q, sentence))
    return found, refused


def _only_works(scene: Scene) -> dict[Ref, Mention]:
    """By firm the first mention of the work whose name holds the firm's, of firms with one such work."""
    works: dict[Ref, dict[Ref, Mention]] = {}
    work: Mention | None = None
    for m in scene.mentions:
        if m.type == "Project" and (work is None or m.end > work.end):
            work = m
        elif m.type == "Enterprise" and work is not None and m.end < work.end:
            works.setdefault(m.ref, {}).setdefault(work.ref, work)
    return {firm: next(iter(its.values())) for firm, its in works.items() if len(its) == 1}


def _leads(clean: str, q: Quantity) -> bool:
    """Whether an amount speaks of what follows it, not of what was named before: 投资35亿元的Y, 投资2亿元建设Y."""
    follows = clean[q.end : q.end + 1]
    return follows == "的" or (follows != "，" and does(clean, q) is not None)


def _is_total(clean: str, sentence: Sentence, words: int, prop: str, *, named: bool) -> bool:
    """Whether an amount sums up a ceremony: 集中签约29个项目，总投资300亿元; `named` where projects are named."""
    if prop == "investment" and _OF_LIST.search(clean, max(sentence.start, words - _LONGEST), words):
        return True
    summed = prop == "investment" or clean[max(words - 2, 0) : words] in ("共计", "合计", "总计")
    lead = clean[sentence.start : min(words, sentence.start + _LONGEST)]
    return summed and not named and _TOTAL.match(lead) is not None


def _in_names(
    clean: str, sentence: Sentence, mentions: Sequence[Mention], amounts: Sequence[Quantity]
) -> Iterator[Attribute]:
    """What a project's name says itself or touches: 年产3万吨…项目, 标准厂房40万平方米."""
    areas = [q for q in amounts if q.dimension == "area"]
    for m in mentions:
        if m.type != "Project":
            continue
        first = bisect_left(areas, m.start, key=lambda q: q.end)
        for q in areas[first:]:
            if q.start > m.end + _LONGEST_BETWEEN or clean[m.end : q.start] not in _WORDS_BETWEEN:
                break
            if not clean[q.start].isdigit() or clean.startswith("以", q.end) or clean[q.start - 1] == "产":
                continue  # 四亩湖公园, 500平方米以上用房, 年产2亿平方米
            if _GOODS.match(clean, q.end, m.end):
                continue
            if q.start >= m.end or q.end == m.start or m.start <= q.start < m.end:
                yield _attribute(m, "area", q, sentence, "name")
    yield from capacity_of_names(clean, mentions)


def _said_when(scene: Scene, sentence: Sentence, a: Attribute) -> Attribute:
    """An amount with its time; a capacity has no year, and is still to come where 达产后 or 预计 goes before."""
    if a.property != "capacity":
        return _dated(scene, sentence, a)
    a = _dated(scene, sentence, replace(a, year=sentence.year, modality=sentence.modality))
    near = max(sentence.start, a.start - _AHEAD_OF)
    planned = _WILL_MAKE.search(scene.text.clean, near, a.start) is not None or a.modality == "planned"
    return replace(a, year=None, modality="planned" if planned else "done")


def _dated(scene: Scene, sentence: Sentence, a: Attribute) -> Attribute:
    """An amount without the year of what comes after it: 总投资11亿元，预计2025年投产 is said this year."""
    document = scene.text.document
    if a.year is not None and (told := said_at(scene.text, sentence, a.start)) is not sentence:
        a = replace(a, year=told.year, modality=told.modality)
    if a.year is None:
        return a
    before = times_in(scene.text, sentence.start, a.start)
    over = before and all(_FOUNDED.match(scene.text.clean, t.end, a.start) for t in before)
    if not over and (before or not times_in(scene.text, a.end, sentence.end)):
        return a
    return replace(a, year=document.plan_year if a.modality == "planned" and document.plan_year else document.year)


def _is_site(clean: str, sentence: Sentence, m: Mention) -> bool:
    """Whether a mention is where something is built or leads to: 选址甲开发区, 落户乙县工业园, 终于丙公路."""
    if clean.endswith(("离", "距"), 0, m.start) and _NOT_FAR.match(clean, m.end):
        return True
    if m.type == "Project":
        return is_where(clean, m) or _ROUTE.search(clean, max(sentence.start, m.start - _BESIDE), m.start) is not None
    if m.type == "Event":
        return _THERE_SIGNED.match(clean, m.end, sentence.end) is not None
    if m.type != "Zone":
        return False
    if _PLACE_FIELD.search(clean, max(0, m.start - 16), m.start):
        return True  # 建设地点：甲工业园
    joint = _JOINT.match(clean, m.end, sentence.end) and _WITH.search(clean, max(sentence.start, m.start - 20), m.start)
    return bool(joint) or _SITE.search(clean, max(sentence.start, m.start - 16), m.start) is not None


def _attribute(owner: Mention, prop: str, q: Quantity, sentence: Sentence, rule: str = "nearest") -> Attribute:
    number = round(q.si, 2)
    value = str(round(number)) if prop == "area" or number == int(number) else repr(number)
    unit = "CNY" if prop == "investment" else "m²"
    return Attribute(
        owner.ref, prop, value, q.start, q.end, f"{prop}.{rule}", 1.0, number, unit, sentence.year, sentence.modality
    )
