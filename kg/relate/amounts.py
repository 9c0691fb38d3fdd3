"""Investment and area of projects: which figure belongs to which of them; capacity is read along the same topic."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ontology import Lexicon
from kg.relate.capacity import capacity_of_clauses, capacity_of_names
from kg.relate.scenery import is_title, said_again, sentences_with_mentions
from kg.relate.years import times_in
from kg.types import Attribute, Mention, Quantity, Rejection, Scene, Sentence

_INVESTMENT = re.compile(
    r"(?:总投资额?|投资总额|总?投资[概估]算|计划总投资|预算总投资|概算总投资|总投入|投资额|投资金额|投资规模|协议投资额?|计划投资额?|拟投资|预计投资|估算投资|概算投资|静态总?投资|投资|斥资|耗资|总概算|工程概算|工程造价|总造价|签约金额|签约总?额|协议总?金额|协议资金|合同总?金额|合同总?额|合同引资额?|总金额)"
    r"(?:金额)?(?:预计|合计|总计|共计|均|共|约|近|超|超过|达|达到|为|将|逾|高达|由\d[\d.]*[万亿]元(?:增加|提高|调整|扩大|追加)[到至为]|人民币|：|额|了)*$"
)
# Spent so far, of one year or one phase, or of something else: not what the project costs.
_PART = re.compile(
    r"(?:完成|年度|年内|当年|已|累计|本年|今年|一期|二期|三期|首期|固定资产|新增|追加|每年|民间|工业|设备|上级|基础设施|亩均)(?:计划|总|的)?$"
    r"|[一二三四首]期(?:项目|工程|建设)?(?:计划|预计|拟|总|的)?$"
)
_OF_A_YEAR = re.compile(r"(?<!于)(?<!自)(?:(?:19|20)\d\d年度?|去年|明年)$")  # 2021年计划投资3亿元

_PART_BEFORE = re.compile(
    r"(?:完成|年度|年内|当年|累计|本年|今年|新增|追加|亩均|设备|固定资产|基础设施|民间|工业|技改|建安|产业|房地产|重点项目)(?:计划|总|的)?(?=总?投资)"
)
_FUNDED = re.compile(  # 投入1.2亿元，实施Y: only with the work that it names
    r"(?:投入|筹资|筹措|整合|安排|多方筹集)(?:各类|专项|财政|建设)?(?:资金)?(?:约|近|超过?|达|了)*$"
)
_MEANS = re.compile(r"(?:拟|将|计划|欲|再)$")  # 拟58亿元投建甲项目
_A_PHASE = re.compile(r"[一二三四首]期(?!限|工程的)|第[一二三四]阶段")
_WORKS = frozenset({"", "项目", "工程", "建设"})
_OWN_MONEY = re.compile(r"(?:投资|、)[约近超达]*\d[\d.]*[余多]?[万亿][美欧日港]?元的")
_FOREIGN = re.compile(r"林吉特|卢比|卢布|泰铢|越南盾|韩元|英镑|澳元|加元|新元|瑞郎|雷亚尔|里亚尔|迪拉姆|比索|坚戈")
_OF_WHICH = re.compile(r"其中[地上下一二三期含主体核心起步启动区工业仓储办公厂房]{0,8}$")  # 其中地上建筑面积8万平方米
_SPENT = re.compile(r"完成[^，。；、]{0,8}投资[约近超达]*$")
_AREA = re.compile(
    r"(?:占地|用地|建筑|规划|核准|批准|核定|围网|总|开发(?!区))[^，。；、\d]{0,6}面积[^，。；、\d]{0,6}$"
    r"|(?<=[，、；：])总?面积(?:约|近|达到?|为|共|：)*$"
    r"|(?:占地|用地|用地规模|征地|建设规模|总规模|划定)(?:约|近|达|为|超|超过|共|共计|合计|总计|预计|：)*$"
)
_NOT_AREA = re.compile(r"绿地|绿化|林|耕地|灌溉|征地|供地|播种|种植|存量|违法|拆除|改造")
_DOING = re.compile(
    r"^(?:，(?=在))?(?:在[^，。；]{2,24}?)?(?:，|用于|来|对)?(?:投建|投资建设|投资新建|改扩建|扩建|提质改造|升级改造|建设|新建|完成|实施|启动|改造|修建|打造|兴建|建成(?!后|以后|之后|投))"
)
_COUNTED = re.compile(
    r"\d+余?(?:[个项](?!月|工作日|百分点)|家)|[一二两三四五六七八九十]个|一批|项目库|合计|项目均|个项目|等项目|^[”』]?(?:项目)?等，"
)
_OF_NAMED = re.compile(r"[^，。；]{0,24}?的")
_SELF = re.compile(
    r"^(?:据介绍，|据悉，|据了解，)?(?:该|本|此|整个|这个)?(?:项目|工程|园区|基地)?(?:建设)?(?:计划|预计|预算|概算)?(?:总|占地|规划|用地|建筑|拟)"
)
_NOUNS = (
    r"(?:项目|工程|基地|园区|产业园|[校院馆厂园]区?|中心|大桥|桥梁?|隧道|公路|高速|铁路|道路|线路|机场|码头|港区|水库|电站"
    r"|电厂|风电场|综合体|小区|片区|小镇|广场|公园|医院|学校|酒店|市场|生产线|平台)"
)
_OPENS = re.compile(
    r"[“]?(?:据[^，。；]{1,10}，|[^，。；]{2,10}(?:显示|介绍|表示|透露|指出)，)?(?:目前，)?"
    r"(?:(?:该|本|此|整个|这个|这一|这座|这条)(?:[^，。；的]{0,4})"
    + _NOUNS
    + r"|项目|工程|基地|园区|新(?:院|校|馆|厂|园|港)区?)(?!化|部|库|数|经理|负责人|建设活动)"
)
_THIS = re.compile(
    r"[“]?(?:据[^，。；]{1,10}，|[^，。；]{2,10}(?:显示|介绍|表示|透露|指出)，)?(?:目前，)?(?:该|本|这个|这一)(?:项目|工程|基地)"
    r"(?!化|部|库|数|经理|负责人|建设活动)"
)
_LISTED = re.compile(
    r"[”』》]?(?:项目|工程)?(?:（[^（）]*）)?(?:[、和及与]|以及)|[”』》]?等(?:项目|工程|[\d一二三四五六七八九十]|一批)"
)
_OWN_AMOUNT = re.compile(  # 、总投资35亿元的B, 、明澈新材投资8亿元的B, 、12亿元的B
    r"(?:[^，。；、\d]{0,14}(?:投资|占地|年产))?[约近超达]{0,2}\d[\d.]*[余多]?(?:[万亿][美欧日港]?元|亩|万?平方米|万?吨)[^，。；、\d]{0,10}(?:、[^，。；、]{2,16})?的"
)
_OF_LIST = re.compile(
    r"等\d+余?个[^，。；]{0,8}?项目[^，。；]{0,8}?(?:签约|开工|竣工|投产)[^，。；]{0,4}，(?:签约|合同|协议|投资|总)?$"
)
_CEREMONY = re.compile(r"签约|开工|竣工|投产|推介|揭牌|奠基|洽谈")
_TOTAL = re.compile(
    r"^(?:[^，。；]{0,12}，)?(?:[^，。；\d]{0,12}\d+余?[个项][^，。；]{0,12}(?:签约|开工|竣工|投产)，|[^，。；]{0,14}?(?:签约|开工|竣工|投产|集中)[^，。；]{0,80}?(?:\d+余?[个项]|项目\d+余?[个项]))"
)
_FUND = re.compile(r"(?:设立|出资|成立|组建|发起|规模)[^，。；]{0,8}$")
_DESCRIBED = re.compile(
    r"[”]?(?:，)?(?:位于|坐落于|地处|选址)[^。；]{0,60}，(?:总体|计划|整体|预计)?"
)  # 甲产业园位于乙镇，总投资…
_SITE = re.compile(  # a zone where something is built is not the topic, nor are the amounts its own
    r"(?:在|位于|坐落于?|落户|选址|入驻|落地|落址|落子|地处|进驻)(?:于|在|到|至)?[“]?(?:[^，。；、的]{1,6}[省市县区州旗])?$"
)
_OF_PROJECT = re.compile(  # 该项目选址甲开发区，占地320亩: nothing of this is the zone's
    r"[“]?(?:(?:据[^，。；]{1,10}|目前|其中|根据[^，。；]{1,8})，)*"
    r"(?:(?:该|本|此|整个|这个|这一)(?:[^，。；的、]{0,6}?)(?:项目|工程)|项目)"
    r"(?!化|部|库|数|共|总数|包括|中|\d|经理|方面|攻坚|集群|引进|招引|招商|服务|推进|建设(?!地|内容|用|规模|周期|工期|期|单位))"
)
_OF_ADMINISTRATION = re.compile(  # such a zone is no project that 该项目 could stand for
    r"(?:开发区|高新区|经开区|保税区|保税港区|综保区|新区|试验区|示范区|集中区|集聚区|工业区|园区|自贸区)$"
)
_ZONE_BUILT = re.compile(  # 总投资50亿元的甲物流园开工; not 总投资50亿元的甲高新区某某项目
    r"[”』》]?(?:项目)?(?:[，。；\n]|施工|基础设施|公共|配套|建设|开工|动工|签约|开园|投|正式|加快|全面|顺利|落户|启动)"
)
_RENEWS = re.compile(r"[”』》]?(?:进行|实施|开展|予以)")  # 投资50万元对甲卫生院进行改造
_OF_PHASE = re.compile(
    r"(?:[，（；]|其中)(?:其中)?(?:项目)?[一二三四首]期"
)  # 总投资30亿元，其中一期投资12亿元，占地300亩
_ITEM = re.compile(r"\s*(?:[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,3}[.、）)])")
_STOPS = re.compile(r"[，。；：]")
_EACH_INVESTS = re.compile(r"分别(?:计划|预计|概算|协议|拟)*(?:总?投资)")
_RESPECTIVELY = re.compile(r"分别(?:约|近|超|达到?|为|是|计划|预计|概算|协议|拟|总?投资|总?占地|面积)*")
_IN_BRACKETS = re.compile(r"[”』》]?(?:项目|工程)?（$")
_LEADS_LIST = re.compile(r"(?:总投资|计划投资|拟投资|投资)(?:额|约|近|超|达)*$")
_BUILT = re.compile(r"(?:建设|兴建|建成|打造|投建)(?=[，。；\n])")
_FUND_NAME = re.compile(r"的?[^，。；]{0,16}基金")
_NEIGHBOURS = 4  # projects, some of them one in another, that may stand right beside an amount
_FAR = 1200  # characters for which 该项目 may stand for the project that was named last
_REACH = 300  # characters for which a project stays what is spoken of; a sentence on 该项目 prolongs it
_THAT = re.compile(  # …，该项目总投资50亿元: what was spoken of, whoever else the sentence names
    r"(?:^|[，。；：])(?:该|本|此|整个|这个|这一)(?:项目|工程|基地|园区)(?:一期|二期|首期)?(?:计划|预计|规划|建成后)?[^，。；]{0,8}$"
)

_OWNERS = frozenset({"Project", "Zone", "Event", "Enterprise", "Organization"})


_JOINS = frozenset({"、", "和", "与", "及", "”、“", "项目、", "项目和", "以及"})
_SITES = _OWNERS - {"Enterprise", "Organization"}


class AmountReader:
    """Attaches money and areas to the project, zone or event that they are about."""

    def __init__(self, lexicon: Lexicon) -> None:
        del lexicon  # what introduces an amount is a closed set of function words

    def read(self, scene: Scene) -> tuple[list[Attribute], list[Rejection]]:
        found: list[Attribute] = []
        refused: list[Rejection] = []
        quantities = [q for q in scene.text.quantities if q.dimension in ("money", "area")]
        clean = scene.text.clean
        at = 0
        topic: Mention | None = None
        spoken = 0  # where the topic was last spoken of
        titled = False  # the sentence before was no more than the project's name
        last: Mention | None = None  # the one project of the last sentence of news that named any
        ceremony: Mention | None = None
        news = scene.text.document.kind != "report"
        for sentence, mentions in sentences_with_mentions(scene):
            if sentence.part == "glossary":
                continue
            things = [m for m in mentions if m.type in _OWNERS and not _is_site(clean, sentence, m)]
            programs = [m for m in mentions if m.type == "Program"]
            at = bisect_left(quantities, sentence.start, lo=at, key=lambda q: q.start)
            stop = bisect_left(quantities, sentence.end, lo=at, key=lambda q: q.start)
            amounts = quantities[at:stop]
            first = len(found)
            titled = titled and not _ITEM.match(clean, sentence.start)
            if amounts or things:
                found += self._names(clean, sentence, things, amounts)
            if things or topic is not None:
                found += capacity_of_clauses(clean, sentence, things, topic, titled=titled)
            said: Mention | None = None  # whose the amount before is: 占地3.6平方公里，总投资50亿元
            of_project = amounts and _OF_PROJECT.match(clean, sentence.start, sentence.end)
            owners, spoken_of = things, topic
            if topic is None and last is not None and sentence.start - last.end <= _FAR:
                spoken_of = last if _THIS.match(clean, sentence.start, sentence.end) else None
            if of_project:  # 该项目由甲开发区引进，总投资5亿元
                owners = [m for m in things if m.type != "Zone"]
                if topic is not None and topic.type == "Zone" and _OF_ADMINISTRATION.search(topic.key):
                    spoken_of = None
            each: dict[Quantity, Attribute] = {}
            if amounts and things:
                each = _bare(clean, sentence, things, amounts) | _respective(clean, sentence, things, amounts)
                found += each.values()
            for q in amounts:
                if q in each:
                    continue
                prop, words = self._kind(clean, sentence, q, things)
                if prop is None:
                    continue
                owner = self._owner(
                    clean, sentence, q, words, owners, spoken_of, funded=prop == "funded", titled=titled
                )
                owner = owner or _programme(clean, q, words, programs)
                if prop == "funded" and owner is None:
                    continue
                prop = "investment" if prop == "funded" else prop
                leads = clean[q.end : q.end + 1] == "的"  # 投资35亿元的Y: nothing before
                leads = leads or (
                    clean[q.end : q.end + 1] != "，" and _DOING.match(clean[q.end : q.end + 24]) is not None
                )
                if owner is None and said is not None and not leads and not _between(clean, said, owners, words):
                    owner = said
                summed = prop == "investment" or clean[max(words - 2, 0) : words] in ("共计", "合计", "总计")
                total = summed and _TOTAL.match(clean[sentence.start : words])
                of_list = prop == "investment" and _OF_LIST.search(clean, sentence.start, words)
                if owner is None and ((total and not any(m.type == "Project" for m in things)) or of_list):
                    owner = ceremony
                said = owner
                if owner is None:
                    refused.append(Rejection(q.start, q.end, f"{prop} {clean[q.start : q.end]}", "no_entity"))
                else:
                    found.append(_attribute(owner, prop, q, sentence))
            if len(found) > first:
                found[first:] = [_dated(scene, sentence, a) for a in found[first:]]
            ceremony = None
            if news:
                ceremony = next((m for m in things if m.type == "Event" and _CEREMONY.search(m.key)), None)
            projects = [m for m in things if m.type == "Project"]
            titled = is_title(clean, sentence, things, titled)
            zones = [m for m in things if m.type == "Zone" and m.ref != scene.home]
            if projects or len(zones) == 1:
                topic, spoken = (projects or zones)[0], (projects or zones)[0].end
                last = topic if news and len({m.key for m in projects}) == 1 else None
            elif topic is not None and _opens(clean, sentence.start, topic):
                spoken = sentence.end
            elif sentence.end - spoken >= _REACH:
                topic = None
        return found, refused

    def _kind(self, clean: str, sentence: Sentence, q: Quantity, things: Sequence[Mention]) -> tuple[str | None, int]:
        """investment or area, with the start of the words that say so; None for any other amount."""
        words = clean[max(sentence.start, q.start - 24) : q.start]
        if q.dimension == "money" and not _FOREIGN.match(clean, q.end):
            m = _INVESTMENT.search(words)
            if m is None and (funded := _FUNDED.search(words)):
                return "funded", q.start - len(words) + funded.start()
            if m is None and _MEANS.search(words) and _DOING.match(clean[q.end : q.end + 24]):
                return "investment", q.start - len(words) + len(words.rstrip("拟将计划欲再"))
            if m is None:
                fund = _FUND.search(words) and _FUND_NAME.match(clean, q.end)
                return ("investment" if fund else None), q.start
            lead = words[: m.start()]
            if _OF_WHICH.search(lead):
                return None, q.start
            part = _PART.search(lead)
            at = q.start - len(words) + len(lead)
            if part and any(m.type == "Project" and clean[m.end : at] in _WORKS for m in things if m.end <= at):
                part = None  # 甲基地三期总投资6亿元, where the third phase is the project
            if part or _PART_BEFORE.search(words) or _SPENT.search(words):
                return None, q.start
            if m[0].startswith(("计划投资", "投资")) and _OF_A_YEAR.search(lead):
                return None, q.start
            return "investment", q.start - len(words) + m.start()
        if q.dimension == "money":
            return None, q.start
        m = _AREA.search(words)
        if m is None or _NOT_AREA.search(m[0]) or _OF_WHICH.search(words[: m.start()]):
            return None, q.start
        return "area", q.start - len(words) + m.start()

    def _owner(
        self,
        clean: str,
        sentence: Sentence,
        q: Quantity,
        words: int,
        things: Sequence[Mention],
        topic: Mention | None,
        *,
        funded: bool,
        titled: bool = False,
    ) -> Mention | None:
        """总投资5亿元的Y: what follows; Y总投资5亿元: the nearest before; 项目总投资…: what was spoken of."""
        if fund := next((m for m in things if q.end <= m.start <= q.end + 1 and m.key.endswith("基金")), None):
            return fund if _FUND.search(clean, sentence.start, q.start) else None
        if topic is not None and _THAT.search(clean, sentence.start, words) and topic.type == "Project":
            return topic
        renewed = next((m for m in things if m.start == q.end + 1 and m.type == "Project"), None)
        if renewed is not None and clean[q.end] == "对" and _RENEWS.match(clean, renewed.end):
            return renewed
        before = [m for m in things if m.end <= words]
        built = _BUILT.match(clean, q.end)  # 由甲公司投资12亿元建设: nothing follows, what is built was named before
        if clean[q.end : q.end + 1] == "的" or (built is None and _DOING.match(clean[q.end : q.end + 24])):
            if before_name := [m for m in things if m.end == words and m.type == "Project"]:
                return before_name[0]
            after = [m for m in things if m.start >= q.end and m.start - q.end <= 30 and m.type == "Project"]
            gap = clean[q.end : after[0].start] if after else ""
            if q.dimension == "money" and not any(m.type == "Project" for m in before):
                gap = gap.removeprefix("，")  # 投资2.3亿元，新建Y
            if after and not re.search(r"[，。；]|[万亿]元", gap):
                own = any(m.type == "Project" and m.end == words - 1 for m in before) and clean[words - 1] == "、"
                return None if not own and _shared(clean, after[0], things) else after[0]
            if funded:
                return None
            firm = next((m for m in things if m.start == q.end + 1 and m.type == "Enterprise"), None)
            if clean[q.end : q.end + 1] == "的":
                zone = next((m for m in things if m.start == q.end + 1 and m.type == "Zone"), None)
                if zone is not None and _ZONE_BUILT.match(clean, zone.end):
                    return zone
                around = max(sentence.start, q.start - _REACH), min(sentence.end, q.end + _REACH)
                each = len(_OWN_MONEY.findall(clean, *around)) > 1  # 投资15亿元的甲、投资8亿元的乙等项目
                return firm if each or not _COUNTED.search(clean[q.end : q.end + 30]) else None
            if not clean.startswith("，", q.end):
                return None
        if funded:
            return None
        named = _OF_NAMED.match(clean, q.end)
        if named and (owner := next((m for m in things if m.start == named.end() and m.type == "Project"), None)):
            return None if _shared(clean, owner, things) else owner  # 投资8亿元、年产3万吨的Y
        projects = [m for m in before if m.type == "Project"]
        projects = (
            projects or [m for m in before if m.type == "Zone" and _DESCRIBED.fullmatch(clean, m.end, words)][-1:]
        )
        projects = projects or [
            m
            for m in before
            if m.type in ("Zone", "Event") and words - m.end <= 4 and not clean.startswith("在", m.start - 1)
        ]
        if projects:
            nearest = projects[-1]
            between = clean[nearest.end : words]
            listed = any(m.end < nearest.start and clean[m.end : nearest.start] in _JOINS for m in before)
            apart = "；" in between or _OF_PHASE.search(between)
            if not _COUNTED.search(between) and not apart and not listed:
                return nearest
        if _COUNTED.search(clean[sentence.start : words]) and (events := [m for m in before if m.type == "Event"]):
            return events[-1]  # 签约仪式…签约29个项目，总投资…: the total of the ceremony
        if projects:
            return None
        lead = clean[sentence.start : words]
        if (
            topic is not None
            and not _COUNTED.search(lead)
            and (not _A_PHASE.search(lead) or topic.key.endswith("期"))
            and (
                (not before and (_SELF.match(lead) or titled))
                or (not any(m.type in _SITES for m in before) and _opens(clean, sentence.start, topic))
            )
        ):
            return topic
        return None

    def _names(
        self, clean: str, sentence: Sentence, mentions: Sequence[Mention], amounts: Sequence[Quantity]
    ) -> Iterator[Attribute]:
        """What a project's name says itself or touches: 年产3万吨…项目, 标准厂房40万平方米."""
        areas = [q for q in amounts if q.dimension == "area"]
        for m in mentions:
            if m.type != "Project":
                continue
            for q in areas:
                if not clean[q.start].isdigit() or clean.startswith("以", q.end):
                    continue  # 四亩湖公园, 500平方米以上用房
                if q.start == m.end or q.end == m.start or m.start <= q.start < m.end:
                    yield _attribute(m, "area", q, sentence)
        yield from capacity_of_names(clean, mentions)


def _opens(clean: str, start: int, topic: Mention) -> bool:
    """Whether a sentence begins with what stands for the topic: 该项目, 新院区, the head word or start of its name."""
    return _OPENS.match(clean, start) is not None or said_again(clean, start, topic) is not None


def _dated(scene: Scene, sentence: Sentence, a: Attribute) -> Attribute:
    """An amount without the year of what comes after it: 总投资11亿元，预计2025年投产 is said this year."""
    document = scene.text.document
    if a.year is None or times_in(scene.text, sentence.start, a.start):
        return a
    if not times_in(scene.text, a.end, sentence.end):
        return a
    return replace(
        a, year=document.plan_year if sentence.modality == "planned" and document.plan_year else document.year
    )


def _programme(clean: str, q: Quantity, words: int, programs: Sequence[Mention]) -> Mention | None:
    """The programme that an amount is spent on: 投资2.6亿元实施甲工程, 甲工程总投资5亿元; not one of a list."""
    for m in programs:
        if m.end <= words <= m.end + 4 and not _STOPS.search(clean, m.end, words):
            return None if clean[m.start - 1 : m.start] in ("、", "和") else m
    doing = _DOING.match(clean[q.end : q.end + 24]) if q.dimension == "money" else None
    if doing is None:
        return None
    start = q.end + doing.end()
    for m in programs:
        if start <= m.start <= start + 2 and not _STOPS.search(clean, start, m.start):
            return None if _LISTED.match(clean, m.end) else m
    return None


def _bare(
    clean: str, sentence: Sentence, things: Sequence[Mention], amounts: Sequence[Quantity]
) -> dict[Quantity, Attribute]:
    """Amounts without a word for them: 甲（15亿元）、乙（12亿元）; 总投资15亿元的甲、12亿元的乙."""
    found: dict[Quantity, Attribute] = {}
    projects = [m for m in things if m.type == "Project"]
    row: Mention | None = None  # the project before in 总投资15亿元的甲、12亿元的乙
    for q in amounts:
        if q.dimension != "money":
            continue
        at = bisect_left(projects, q.start, key=lambda m: m.start)
        if clean.startswith("）", q.end):
            before = (m for m in projects[max(0, at - _NEIGHBOURS) : at] if m.end < q.start)
            owner = next((m for m in before if _IN_BRACKETS.fullmatch(clean, m.end, q.start)), None)
        else:
            owner = next((m for m in projects[at : at + _NEIGHBOURS] if 1 <= m.start - q.end <= 2), None)
            owner = owner if clean.startswith("的", q.end) else None
            led = _LEADS_LIST.search(clean, max(sentence.start, q.start - 8), q.start) is not None
            if not led and (row is None or clean[row.end : q.start] not in _JOINS):
                owner = None
            row = owner
            if led:
                continue
        if owner is not None:
            found[q] = _attribute(owner, "investment", q, sentence)
    return found


def _respective(
    clean: str, sentence: Sentence, things: Sequence[Mention], amounts: Sequence[Quantity]
) -> dict[Quantity, Attribute]:
    """甲、乙总投资分别为5亿元、8亿元 and 总投资分别为5亿元、8亿元的甲、乙: each its own, where there are as many."""
    found: dict[Quantity, Attribute] = {}
    said = clean.find("分别", sentence.start, sentence.end)
    projects = [m for m in things if m.type == "Project"]
    if said < 0 or len(projects) < 2:
        return found
    words = clean[max(sentence.start, said - 24) : said]
    behind = _EACH_INVESTS.match(clean, said) is not None
    prop = "investment" if behind or _INVESTMENT.search(words) else "area" if _AREA.search(words) else None
    dimension = "money" if prop == "investment" else "area"
    row: list[Quantity] = []
    for q in amounts:
        near = _RESPECTIVELY.fullmatch(clean, said, q.start) if not row else clean[row[-1].end : q.start] in _JOINS
        if q.dimension == dimension and near:
            row.append(q)
        elif row:
            break
    if prop is None or len(row) < 2:
        return found
    if clean.startswith("的", row[-1].end):
        listed = [m for m in projects if m.start > row[-1].end][: len(row)]
        if not listed or listed[0].start > row[-1].end + 6:
            return found
    else:
        listed = [m for m in projects if m.end <= said][-len(row) :]
    joined = all(clean[a.end : b.start] in _JOINS for a, b in itertools.pairwise(listed))
    if len(listed) != len(row) or not joined:
        return found
    more = clean[listed[-1].end : listed[-1].end + 1] in ("、", "和") or clean[listed[0].start - 1] in ("、", "和")
    return found if more else {q: _attribute(m, prop, q, sentence) for m, q in zip(listed, row, strict=True)}


def _is_site(clean: str, sentence: Sentence, m: Mention) -> bool:
    """Whether a mention is the zone where something is built: 选址甲开发区, 落户乙县工业园."""
    return m.type == "Zone" and _SITE.search(clean, max(sentence.start, m.start - 16), m.start) is not None


def _shared(clean: str, first: Mention, things: Sequence[Mention]) -> bool:
    """Whether an amount in front of a project is that of a list: 总投资50亿元的A、B等5个项目."""
    listed = _LISTED.match(clean, first.end)
    if listed is None:
        return False
    if _OWN_AMOUNT.match(clean, listed.end()):
        return False  # 总投资120亿元的A、总投资35亿元的B: each has its own
    more = any(m.type == "Project" and listed.end() <= m.start <= listed.end() + 2 for m in things)
    return more or listed[0].lstrip("”』》").startswith(("、", "等", "项目、", "工程、"))


def _between(clean: str, said: Mention, things: Sequence[Mention], words: int) -> bool:
    """Whether something else has come up since a thing was named."""
    return (
        any(said.end <= m.start < words for m in things)
        or bool(_COUNTED.search(clean, said.end, words))
        or "；" in clean[said.end : words]
        or _OF_PHASE.search(clean, said.end, words) is not None
    )


def _attribute(owner: Mention, prop: str, q: Quantity, sentence: Sentence) -> Attribute:
    number = round(q.si, 2)
    value = str(round(number)) if prop == "area" or number == int(number) else repr(number)
    unit = "CNY" if prop == "investment" else "m²"
    return Attribute(
        owner.ref, prop, value, q.start, q.end, f"{prop}.nearest", 0.8, number, unit, sentence.year, sentence.modality
    )
