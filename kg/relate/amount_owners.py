"""Whose an amount is: that of the thing named before it, of the one behind it, or of what the text speaks of."""

from __future__ import annotations

import re

from kg.relate.amount_kinds import FUND, does
from kg.relate.amount_lists import JOINS
from kg.relate.amount_wholes import whole_of
from kg.relate.parks import OWN_PARK
from kg.relate.scenery import SIZED, goes_on_about
from kg.relate.things import Things
from kg.scan import FORM_FIELD
from kg.types import Mention, Quantity, Sentence

_A_PHASE = re.compile(r"[一二三四首]期(?!限|工程的)|第[一二三四]阶段")
_OWN_MONEY = re.compile(r"(?:投资|、)[约近超达]*\d[\d.]*[余多]?[万亿][美欧日港]?元的")
_COUNTED = re.compile(
    r"\d+余?(?:[个项](?!月|工作日|百分点|班|教学班|标准班|床位|停?车位|学位|泊位|机位|机架|行政村)|家)|[一二两三四五六七八九十]个|一批|项目库|合计|项目均|个项目|等项目|^[”』]?(?:项目)?等，"
)
_OF_NAMED = re.compile(r"[^，。；：]{0,24}?的")
_AND_SIZED = re.compile(  # 总投资4亿元，|建筑面积6万平方米的|Y
    r"(?:，(?:总|规划|设计)?(?:占地|用地|建筑|面积|年产|日处理|床位)[^，。；、\d]{0,6}\d[\d.]*[^，。；、\d的]{1,6}){1,2}的"
)
_SIZES_OF_NEXT = re.compile(r"(?:、[^，。；、\d]{0,10}\d[\d.]*[^，。；、\d]{1,6}){1,3}的")
_SELF = re.compile(
    r"^(?:据介绍，|据悉，|据了解，)?(?:该|本|此|整个|这个)?(?:项目|工程|园区|基地)?(?:建设)?(?:计划|预计|预算|概算)?(?:总|占地|规划|用地|建筑|拟)"
)
_SAID = re.compile(r"[^，。；：“”]{4,30}(?:告诉记者|介绍说?|表示|说|透露|介绍道)[，：]“?")
_NOUNS = (
    r"(?:项目|工程|基地|园区|产业园|[校院馆厂园]区?|中心|大桥|桥梁?|隧道|公路|高速|铁路|道路|线路|机场|码头|港区|水库|电站"
    r"|电厂|风电场|综合体|小区|片区|小镇|广场|公园|医院|学校|酒店|市场|生产线|平台)"
)
_OPENS = re.compile(
    r"[“]?(?:据[^，。；]{1,10}，|[^，。；]{2,10}(?:显示|介绍|表示|透露|指出)，)?(?:目前，)?"
    r"(?:该段|(?:该|本|此|整个|这个|这一|这座|这条)(?:[^，。；的]{0,4})"
    + _NOUNS
    + r"|项目|工程|基地|园区|新(?:院|校|馆|厂|园|港)区?)(?!化|部|库|数|经理|负责人|建设活动)"
)
_LISTED = re.compile(
    r"[”』》]?(?:项目|工程)?(?:（[^（）]*）)?(?:[、和及与]|以及)|[”』》]?等(?:项目|工程|[\d一二三四五六七八九十]|一批)"
)
_OWN_AMOUNT = re.compile(  # 、总投资35亿元的B, 、明澈新材投资8亿元的B, 、12亿元的B, 、B（投资12亿元）
    r"[^，。；、（）]{2,24}（(?:计划|总)*投资|(?:[^，。；、\d]{0,14}(?:投资|占地|面积|年产))?[约近超达]{0,2}\d[\d.]*[余多]?(?:[万亿][美欧日港]?元|亩|万?平方米|万?吨)[^，。；、\d]{0,10}(?:、[^，。；、]{2,16})?的"
)
_DESCRIBED = re.compile(
    r"[”]?(?:，)?(?:位于|坐落于|地处|选址)[^。；]{0,60}，(?:总体|计划|整体|预计)?"
)  # 甲产业园位于乙镇，总投资…
_ZONE_BUILT = re.compile(  # 总投资50亿元的甲物流园开工; not 总投资50亿元的甲高新区某某项目
    r"[”』》]?(?:项目)?(?:[，。；\n]|[一二三]期|建成|竣工|完工|封顶|破土|奠基|揭牌|入驻|获批|即将|已|将|预计|成功|相继|完成|进入|启用|开业|主体|厂房|施工|基础设施|公共|配套|建设|开工|动工|签约|开园|投|正式|加快|全面|顺利|落户|启动)"
)
_RENEWS = re.compile(r"[”』》]?(?:进行|实施|开展|予以)")  # 投资50万元对甲卫生院进行改造
_OF_PHASE = re.compile(
    r"(?:[，（；]|其中)(?:其中)?(?:项目)?[一二三四首]期"
)  # 总投资30亿元，其中一期投资12亿元，占地300亩
_MAKES = re.compile(r"，?(?:主要)?(?:新建|建设|扩建|改造|兴建)(?:年产|日产|日处理|年处理|\d|[一二两三四五六][条座栋])")
_STOPS = re.compile(r"[，。；：]")
_BUILT = re.compile(r"(?:建设|兴建|建成|打造|投建)(?=[，。；\n])")
_PHASE_OF = re.compile(r"[”』》]?(?:项目|工程|基地)?[一二三四首]期")
_SUM = re.compile(r"(?:计划|预计|概算)?总投资")  # 甲基地一期占地200亩, but 甲基地一期投资8亿元，总投资50亿元
_PHASE_NAMED = re.compile(r"[一二三四首]期(?:工程|项目)?$")
_OWN_SUM = re.compile(r"[”』》]?(?:项目|工程)?，?(?:计划|预计|总|已|完成)*投资[约近超达]*\d")
_IN_PHASES = re.compile(
    r"分[两三四五2-5]个?(?:期|阶段)|[，。；]其中，?[一二三]期"
    r"|，[一二三首]期(?:工程|项目)?(?:已|累计|完成)"  # 校区占地900亩，…，一期完成投资9亿元
)
_OF_ZONE = re.compile(r"(?:(?:已?建成区|规划|总规划|核准|核定|开发(?!区)|控制)(?:总|控制)?|总)?面积")
_THAT = re.compile(  # …，该项目总投资50亿元: what was spoken of, whoever else the sentence names
    r"(?:^|[，。；：])(?:该|本|此|整个|这个|这一)(?:项目|工程|基地|园区)(?:一期|二期|首期)?(?:计划|预计|规划|建成后)?[^，。；]{0,8}$"
)
_OF_PARK = re.compile(rf"(?<![^，。；：\n]){OWN_PARK}(?:总|现|已)?$")
_PARKLIKE = re.compile("[园区城谷港]$")
_PARK_WORD = 10  # characters of the longest words of `_OF_PARK`
_AROUND = 300  # characters on each side of an amount in which others with owners of their own may stand
OVERLAP = 16  # characters that are looked at once more, in which a count may have begun
_BRACKET = re.compile(r"[”』》]?(?:项目|工程)?（")
_HEADLINE = 44  # characters of the longest headline
_DESCRIPTION = 90  # characters of the longest description of `_DESCRIBED`
_IN_BRACKET = 40  # characters of a bracket before an amount
_JOIN = 3  # characters of the longest of `JOINS`
_PROJECT = frozenset({"Project"})
_ZONE = frozenset({"Zone"})
_EVENT = frozenset({"Event"})
_SITES = _PROJECT | _ZONE | _EVENT


class Owners:
    """The owners of the amounts of one sentence.

    Args:
        clean: the text.
        sentence: the sentence.
        things: its projects, zones, events and actors.
        topic: what the text speaks of, None for nothing.
        titled: whether the sentence before is no more than the topic's name.
        home: the zone that the text is about, which 园区 means.
    """

    def __init__(
        self,
        clean: str,
        sentence: Sentence,
        things: Things,
        topic: Mention | None,
        *,
        titled: bool = False,
        home: Mention | None = None,
    ) -> None:
        self.clean = clean
        self.sentence = sentence
        self.things = things
        self.topic = topic
        self.titled = titled
        self.home = home
        of_project = topic is not None and topic.type == "Project"
        self._opened = topic is not None and of_project and opens_with(clean, sentence.start, topic)
        counted = _COUNTED.search(clean[sentence.start : sentence.end])
        self._counted = sentence.start + counted.end() if counted else len(clean) + 1
        phase = _A_PHASE.search(clean, sentence.start, sentence.end)
        self._phase = phase.end() if phase else len(clean) + 1
        self._phase_name = phase[0] if phase else ""
        self._looked = -1, -1, False  # of which thing's end, up to where, and what was found

    def of(self, q: Quantity, words: int, *, funded: bool) -> Mention | None:
        """总投资5亿元的Y: what follows; Y总投资5亿元: the nearest before; 项目总投资…: what was spoken of.

        Args:
            q: the amount.
            words: where the words begin that say what it is.
            funded: whether it is only told what is spent, which is an amount of a work that it names.
        """
        clean, things = self.clean, self.things
        if fund := next((m for m in things.starting(q.end, q.end + 1) if m.key.endswith("基金")), None):
            return fund if FUND.search(clean, max(self.sentence.start, q.start - 16), q.start) else None
        spoken_of = self.topic is not None and self.topic.type == "Project"
        sized = SIZED.match(clean, self.sentence.start) if spoken_of else None
        if sized and q.end < sized.end():
            return self.topic  # 这座总投资2亿元、占地80亩的大楼
        if spoken_of and _THAT.search(clean, max(self.sentence.start, words - 40), words):
            named_here = things.last_before(words, _PROJECT)  # 终止投资乙项目，该项目总投资20亿元
            return named_here or self.topic
        renewed = next((m for m in things.starting(q.end + 1, q.end + 1) if m.type == "Project"), None)
        if renewed is not None and clean[q.end] == "对" and _RENEWS.match(clean, renewed.end):
            return renewed
        built = _BUILT.match(clean, q.end)  # 由甲公司投资12亿元建设: nothing follows, what is built was named before
        if clean.startswith("的", q.end) or (built is None and does(clean, q)):
            owner, sure = self._behind(q, words, funded=funded)
            if sure:
                return owner
        if heads_line := self._of_headline(q, words):
            return heads_line
        if funded:
            spent = [m for m in things.ending(words, words) if m.type == "Project"]
            return spent[0] if spent else None  # 甲楼改造投入320万元
        named = _OF_NAMED.match(clean, q.end)
        if named is None and not self.titled and things.last_before(words, _SITES) is None:
            named = _AND_SIZED.match(clean, q.end)
        behind = things.starting(named.end(), named.end()) if named else ()
        if owner := next((m for m in behind if m.type == "Project"), None):
            return None if self._shared(owner) else owner  # 投资8亿元、年产3万吨的Y
        zone = next((m for m in behind if m.type == "Zone"), None)
        if zone is not None and _ZONE_BUILT.match(clean, zone.end):
            return zone  # 总投资8亿元、占地300亩的甲产业园落户
        if named and _SIZES_OF_NEXT.fullmatch(named[0]) and not things.ending(words, words):
            return None  # 占地210亩、建筑面积26万平方米的二期厂房, which nobody has named
        return self._before(words, q.start)

    def _of_headline(self, q: Quantity, words: int) -> Mention | None:
        """总投资18亿元 甲智造园封顶: in a line that begins with an amount, what it is the amount of follows."""
        clean, sentence = self.clean, self.sentence
        if self.titled or words - sentence.start > 1 or sentence.end - sentence.start > _HEADLINE:
            return None  # 2.甲园。总投资18亿元，一期厂房投产
        at = q.end + (1 if clean.startswith(("！", "，", "的"), q.end) else 0)
        return next((m for m in self.things.starting(at, at + 1) if m.type == "Project"), None)

    def _behind(self, q: Quantity, words: int, *, funded: bool) -> tuple[Mention | None, bool]:
        """The owner of an amount with 的 or a verb of building behind it, and whether no other is to be looked for."""
        clean, things = self.clean, self.things
        if touching := [m for m in things.ending(words, words) if m.type == "Project"]:
            return touching[0], True
        beside = things.starting(q.end + 1, q.end + 1) if clean.startswith("的", q.end) else ()
        if zone := next((m for m in beside if m.type == "Zone" and _LISTED.match(clean, m.end)), None):
            return zone, True  # 占地1.2平方公里的甲制造园和乙市场
        after = next((m for m in things.starting(q.end, q.end + 30) if m.type == "Project"), None)
        if after is not None and _PHASE_NAMED.search(after.key) and _OWN_SUM.match(clean, after.end):
            return None, True  # 总投资50亿元的甲项目一期投资20亿元: the sum is that of the whole
        if after is not None:
            gap = clean[q.end : after.start]
            # 投资2.3亿元，新建Y; not 项目总投资5亿元，建设Y
            if (
                q.dimension == "money"
                and not (self.titled or self._opened)
                and things.last_before(words, _PROJECT) is None
            ):
                gap = gap.removeprefix("，")
            if not re.search(r"[，。；]|[万亿]元", gap):
                own = any(m.type == "Project" for m in things.ending(words - 1, words - 1)) and clean[words - 1] == "、"
                return None if not own and self._shared(after) else after, True
        if funded:
            return None, True
        if _MAKES.match(clean, q.end) and things.last_before(words, _PROJECT) is not None:
            return None, False  # 甲项目拟投资103亿元建设年产10万吨锂盐、30万吨氯化钾
        if not clean.startswith("的", q.end):
            return None, not clean.startswith("，", q.end)
        zone = next((m for m in beside if m.type == "Zone"), None)
        if zone is not None and _ZONE_BUILT.match(clean, zone.end):
            return zone, True
        firm = next((m for m in beside if m.type == "Enterprise"), None)
        around = max(self.sentence.start, q.start - _AROUND), min(self.sentence.end, q.end + _AROUND)
        each = len(_OWN_MONEY.findall(clean, *around)) > 1  # 投资15亿元的甲、投资8亿元的乙等项目
        return firm if each or not _COUNTED.search(clean[q.end : q.end + 30]) else None, True

    def _before(self, words: int, number: int) -> Mention | None:
        """The nearest thing before an amount, the event that sums up, or the topic."""
        clean, things = self.clean, self.things
        zone = self.topic if self.topic is not None and self.topic.type == "Zone" else None
        if (park := self.home or zone) is not None and _OF_PARK.search(
            clean, max(self.sentence.start, words - _PARK_WORD), words
        ):
            work = self.topic is not None and self.topic.type == "Project" and _PARKLIKE.search(self.topic.key)
            return None if work else park  # 甲项目投产。园区规划面积31平方公里
        opening = clean.rfind("（", max(self.sentence.start, words - _IN_BRACKET), words)
        if opening >= 0 and clean.find("）", opening, words) < 0:
            zone = next((m for m in things.ending(opening, opening) if m.type == "Zone"), None)
            if zone is not None:
                return zone  # 开工甲电厂、乙产业园（规划面积12平方公里）
        if (nearest := self._nearest(words)) is not None and self._bracket_of_another(nearest, words):
            return None
        if nearest is not None:
            if _BRACKET.match(clean, nearest.end) and clean.find("）", nearest.end, words) < 0:
                return nearest  # 甲校、乙校（占地105亩，建筑面积3万平方米）
            beside = things.ending(nearest.start - _JOIN, nearest.start - 1)
            listed = any(clean[m.end : nearest.start] in JOINS for m in beside)
            if not listed and not self._apart(nearest.end, words):
                return nearest
        counted = self._counted <= words
        if counted and (event := things.last_before(words, _EVENT)):
            return event  # 签约仪式…签约29个项目，总投资…: the total of the ceremony
        if nearest is not None or self.topic is None or counted:
            return None
        if _PHASE_NAMED.search(self.topic.key) and _IN_PHASES.search(clean, self.sentence.start, self.sentence.end):
            return None  # 甲园一期投产。该产业园总投资24亿元，分三期实施: the sum is that of the whole
        if self._phase <= words and not self.topic.key.endswith(self._phase_name):
            return None
        start = self.sentence.start
        new = not things.any_before(words) or (self.titled and things.last_before(words, _SITES) is None)
        if said := self._said(start, words):
            start, new = said, new or not things.starting(said, words)
        field = FORM_FIELD.match(clean, start)  # （四）投资总额：6.8亿元
        goes_on = new and (self.titled or field or _SELF.match(clean[start : min(number, start + 80)]))
        opens = things.last_before(words, _SITES) is None and opens_with(clean, start, self.topic)
        return self.topic if goes_on or opens else None

    def _said(self, start: int, words: int) -> int:
        """Where what the topic's own manager says of it begins: 明澈玻璃经理告诉记者：“|项目总投资3.8亿元; else 0."""
        said = _SAID.match(self.clean, start, words)
        firm = next((m for m in self.things.starting(start, start) if m.type == "Enterprise"), None)
        own = firm is not None and self.topic is not None and self.topic.key.startswith(firm.key)
        return said.end() if said and own else 0

    def _bracket_of_another(self, nearest: Mention, words: int) -> bool:
        """Whether an amount stands in the bracket of something else: 甲片区，物流港（总投资35亿元，面积2平方公里）."""
        opening = self.clean.rfind("（", nearest.end, words)
        if opening < 0 or self.clean.find("）", opening, words) >= 0:
            return False
        return nearest.type == "Zone" and _STOPS.search(self.clean, nearest.end, opening) is not None

    def _apart(self, end: int, words: int) -> bool:
        """Whether a count, a phase or a semicolon stands between a thing's end and an amount: 甲园，其中一期|总投资….

        The amounts come in the order of the text; what was looked at for the one before is not looked at again.
        """
        of, upto, apart = self._looked
        if of != end:
            upto, apart = end, False
        if not apart:
            start = max(end, upto - OVERLAP)
            between = self.clean[start:words]
            counted = _COUNTED.search(between, start > end)  # 等， counts at the name's end only
            apart = counted is not None or "；" in between or _OF_PHASE.search(between) is not None
        self._looked = end, words, apart
        of_phase = _PHASE_OF.match(self.clean, end, words) and not _SUM.match(self.clean, words)
        return apart or bool(of_phase)

    def _nearest(self, words: int) -> Mention | None:
        """The project before an amount, else the zone that is described there, else the zone or event right there."""
        clean, things = self.clean, self.things
        if project := things.last_before(words, _PROJECT):
            return whole_of(clean, self.sentence, things, project, words) or project
        near = [m for m in things.ending(words - _DESCRIPTION, words) if m.type in ("Zone", "Event")]
        described = [m for m in near if m.type == "Zone" and _DESCRIBED.fullmatch(clean, m.end, words)]
        beside = [m for m in near if words - m.end <= 4 and not clean.startswith("在", m.start - 1)]
        owner = next(reversed(described or beside), None)
        # 甲新区累计完成投资35亿元，建成区面积12平方公里; 甲园现辖乙片区、丙片区，总规划面积38平方公里
        if _OF_ZONE.match(clean, words) and (owner is None or clean[owner.start - 1] in "、和是为"):
            opens = next((m for m in things.all if m.type == "Zone" and m.end <= words), None)
            if opens is not None and opens is not owner and _begins(clean, self.sentence.start, opens.start):
                return opens
        return owner

    def _shared(self, first: Mention) -> bool:
        """Whether an amount in front of a project is that of a list: 总投资50亿元的A、B等5个项目."""
        listed = _LISTED.match(self.clean, first.end)
        if listed is None or _OWN_AMOUNT.match(self.clean, listed.end()):
            return False  # 总投资120亿元的A、总投资35亿元的B: each has its own
        following = self.things.starting(listed.end(), listed.end() + 2)
        more = any(m.type == "Project" for m in following)
        if not more and any(m.type == "Enterprise" for m in following):
            return False  # 甲公司投资3亿元的A、乙公司的B
        return more or listed[0].lstrip("”』》").startswith(("、", "等", "项目、", "工程、"))

    def parted(self, since: int, words: int) -> bool:
        """Whether something else has come up between two amounts: another thing, a count, another phase."""
        return (
            any(m.start < words for m in self.things.starting(since, words))
            or "；" in self.clean[since:words]
            or _COUNTED.search(self.clean, since, words) is not None
            or _OF_PHASE.search(self.clean, since, words) is not None
        )


def _begins(clean: str, start: int, at: int) -> bool:
    """Whether a sentence, or a part of it behind ；, begins with what stands at a position."""
    return at == start or clean[at - 1] in "；。：“"


def programme_of(clean: str, q: Quantity, words: int, programs: Things) -> Mention | None:
    """The programme that an amount is spent on: 投资2.6亿元实施甲工程, 甲工程总投资5亿元; not one of a list."""
    for m in programs.ending(words - 4, words):
        if not _STOPS.search(clean, m.end, words):
            return None if clean[m.start - 1 : m.start] in ("、", "和") else m
    doing = does(clean, q) if q.dimension == "money" else None
    if doing is None:
        return None
    start = q.end + doing.end()
    for m in programs.starting(start, start + 2):
        if not _STOPS.search(clean, start, m.start):
            return None if _LISTED.match(clean, m.end) else m
    return None


def opens_with(clean: str, start: int, topic: Mention) -> bool:
    """Whether a sentence begins with what stands for the topic: 该项目, 新院区, the head word or start of its name."""
    return _OPENS.match(clean, start) is not None or goes_on_about(clean, start, topic)
