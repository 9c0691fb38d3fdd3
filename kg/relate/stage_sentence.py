"""The stages that one sentence tells of its things, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kg.ontology import Lexicon
from kg.relate.said import below_plan, is_due, said_at
from kg.relate.scenery import is_title
from kg.relate.seats import seated_elsewhere
from kg.relate.stage_agreements import AGREED, agreed, may_be_agreed
from kg.relate.stage_aims import OF_WHICH, aims, done_or_planned
from kg.relate.stage_contents import consists, made_of, will_invest
from kg.relate.stage_facts import StageFacts, is_finish, when
from kg.relate.stage_formulas import of_formula
from kg.relate.stage_headings import stage_of_heading
from kg.relate.stage_history import dated_before, history
from kg.relate.stage_things import is_thing, outermost
from kg.relate.stage_topics import ITEM, THIS, of_phase
from kg.relate.status import Stage
from kg.relate.status_groups import counted, venue
from kg.relate.status_lists import clauses, lists
from kg.relate.status_parts import is_given_up
from kg.types import Attribute, Mention, Modality, Sentence, Span

_EXCEPT = re.compile("除(?:了)?[^，。；]{0,4}$")  # 除|甲项目外，其余5个项目均已开工
_AGREES = re.compile(
    r"(?:目前|现)?(?:已经?|正式|成功)*(?:与|同|和)[^，。；]{2,24}?(?:正式|成功)?(?:签订|签署|签约|达成)"
)
_OWN_PHASE = re.compile(
    r"[”』》]?(?:项目|工程|基地)?(?:[一二三四首]期|启动区|首批(?!产品)|首段|先行区|起步区|首发区)(?!规划)"
)
_NEXT_PHASE = re.compile(r"(?<=[，；（：])(?:其中)?[一二三四首]期")
_OTHER_PHASE = re.compile(r"(?:建设|启动|实施|推进|谋划|上马|投建)(?:[^，。；\d]{0,8}?)([二三四五]期)")
_SO_MANY = re.compile(r"了?(?:[^，。；、\d]{0,6}项目)?\d+余?[个项家套户栋]")
_MOVED = re.compile(r"整体(?:搬迁|迁建|搬入)$")
_STILL = re.compile(  # …于2021年9月开工，计划2024年底建成通车
    r"(?:目前|现|[上本]月|日前|近日|已|于|预计|计划|将|拟|有望|力争|确保|争取|可|当年|今年|明年|去年|年底|年内|上半年|下半年|[一二三四]季度"
    r"|\d{4}年|\d{1,2}月份?|\d{1,2}日|底|前|上旬|中旬|下旬|初|末|正式|全面|顺利|、|最快|届时|首台机组|全线|整体|全部|并|实现|成功|如期|[一二三四首]期(?:工程|项目)?|历时\d{1,4}个?[年月天]"
    r"|[春夏秋冬]季|供暖季|采暖季|春节|国庆|元旦|暑期|主体(?:工程|结构)?|基本|进入)+"
    r"(?:[内外]部装修|装修|设备安装|设备调试|安装调试|收尾|小批量|试生产|试产|试运行|试运营|量产|达产|并网|开通|合龙|开工|动工|奠基|建成|竣工|完工|投产|投入|投用|投运|通车|试|交付|启用|运营|开业|达产|封顶|结顶|签约)"
    r"|(?:(?:截至)?(?:目前|当前|眼下|如今)，?)?(?:项目|工程)?(?:主体|路基|桩基|土建|基础|厂房|大坝|隧道|桥梁|钢结构|设备|管网|征地|征拆)[^，。；、]{0,8}(?:完成|完工|封顶|贯通|建成|过半)"
    r"|(?:目前|当前|现|眼下|如今)?(?:，)?(?:项目|工程)?(?:正|正在|正以)[^，。；]{0,8}(?:推进(?:项目)?建设|建设|施工|装修|安装|调试|试生产|试运行)"
)
_BESIDE = re.compile(
    "[”』》]?(?:项目|工程)?(?:均|都|将|已|正式|成功|签约|集中)*"
    "(?:(?:落户|入驻|进驻|落地|选址|布局)(?:于|在|到)?|受制于|受限于|取决于|毗邻|紧邻|紧靠)[“]?"
)
_ARRANGED = re.compile(r"(?:安排|铺排|计划|谋划|排定|确定|推进)[^。；]{0,24}(?:项目|工程)[^。；、\d]{0,4}\d+[个项]")
_LIST = 120  # characters before 新建 in which a list of what goes on begins
_LISTED = re.compile(r"(?:包括|涉及|涵盖|分别是|分别为|其中有|主要有|有：|：)$")


class _Said(NamedTuple):
    """A clause, the sentence as it is told there, and whether it tells of plans ("clause": its own words say so)."""

    sentence: Sentence
    clause: Span
    modality: Modality | Literal["clause"]


class SentenceStages:
    """Reads the stages of one sentence.

    Args:
        facts: what makes facts of stages.
        lexicon: the word lists.
        sentence: the sentence, `mentions` those in it.
        announced: the stage of all that it lists, which a sentence before or a line above has told.
        news: whether what it tells is done where it says nothing else.
        titled: whether the sentence before is no more than the name of a project.
    """

    def __init__(
        self,
        facts: StageFacts,
        lexicon: Lexicon,
        sentence: Sentence,
        mentions: tuple[Mention, ...],
        announced: Stage | None,
        *,
        news: bool,
        titled: bool,
    ) -> None:
        self._facts, self._verbs, self._scene, self._lexicon = facts, facts.verbs, facts.scene, lexicon
        self._clean = facts.scene.text.clean
        self._whole, self._mentions, self._announced, self._news = sentence, mentions, announced, news
        self._topic: list[Mention] = []
        self._told_of = False  # whether a stage of the topic was said already
        self._built = False  # whether it told that something was built
        self._to_begin = False  # whether that was a start still to come
        self._carried: Stage | None = None  # of a list that goes on: 签约的项目包括A，B，C; “两路两桥”，即A、B，C、D
        self._pushed: Stage | None = None  # of the verb before the first of several lists: 推进A、B提质，C、D建设
        self._parts_of = made_of(self._clean, sentence, mentions, news, titled)
        self._signed = AGREED.search(self._clean, sentence.start, sentence.end) if news else None

    def read(self) -> Iterator[Attribute]:
        """The facts of all its clauses."""
        clean, whole = self._clean, self._whole
        for clause in clauses(clean, whole.start, whole.end):
            said = self._said(clause)
            after = clause.start > said.sentence.start
            if self._parts_of is None and self._news and after and THIS.match(clean, clause.start):
                self._parts_of = clause.start - 1
            if counts := of_formula(self._verbs, clean, whole.start, clause, said.modality):
                self._carried = counts
            inside, groups = self._things(clause)
            if not groups:
                yield from self._goes_on(said, inside)
                continue
            self._topic, self._told_of = [], False
            for i, group in enumerate(groups):
                stop = groups[i + 1][0].start if i + 1 < len(groups) else clause.end
                begin = groups[i - 1][-1].end if i else clause.start
                if i and _BESIDE.fullmatch(clean, begin, group[0].start):
                    continue  # 甲基地落户|乙科技园, 甲港受制于|乙枢纽: not of what is told
                yield from self._of_list(said, group, Span(begin, stop), first=i == 0)

    def _said(self, clause: Span) -> _Said:
        sentence = said_at(self._scene.text, self._whole, clause.start)
        apart = self._news and not below_plan(sentence)
        apart = apart or (sentence is not self._whole and sentence.modality == "done")
        return _Said(sentence, clause, "clause" if apart else sentence.modality)

    def _goes_on(self, said: _Said, inside: list[Mention]) -> Iterator[Attribute]:
        """What a clause without a thing of its own tells of the topic."""
        sentence, clause, _ = said
        if inside and inside[0].type == "Program" and inside[0].start == clause.start:
            self._topic = []  # 甲小区交付，|棚改|开工1200套，建成300套
        stage = self._of_topic(said, self._topic[-1], inside) if self._topic else None
        if stage is not None and not (self._to_begin and is_finish(self._clean, stage)):
            self._to_begin = stage.status == "planned"
            yield from self._facts.of(sentence, self._topic, stage, clause)

    def _of_list(self, said: _Said, group: list[Mention], around: Span, *, first: bool) -> Iterator[Attribute]:
        """What a clause tells of a list of things, the first in it or not; `around` reaches to the lists beside it."""
        clean, (sentence, clause, modality) = self._clean, said
        told = done_or_planned(self._scene, sentence, clause, group, around, modality)
        if told == "clause" and (is_due(sentence) or aims(clean, self._whole, clause)):
            told = "planned"
        if each := self._verbs.each(clean, group, around.end, "planned" if told == "planned" else "done"):
            self._topic, self._told_of, self._to_begin = group, True, False
            for mention, one in zip(group, each, strict=True):
                yield from self._facts.of(sentence, [mention], one, clause)
            return
        stage = self._verbs.stage(clean, group, Span(around.start, clause.end), around.end, told)
        if stage is None and first and group[-1].end == clause.end and told == "done":
            stage = _moved(clean, group[0])
        if stage is not None:
            stage = _as_meant(clean, sentence, self._mentions, clause, stage, first)
        if self._news and stage is not None and stage.status == "completed" and self._is_new_in_plan(stage):
            stage = Stage("planned", stage.span, stage.rule)
        if stage is not None and _OWN_PHASE.match(clean, group[-1].end, around.end):
            stage = of_phase(clean, group[-1].end, stage)
            if stage is None:
                return
        if self._news and self._parts_of is not None and self._parts_of < clause.start and consists(clean, stage):
            return  # 甲项目总投资3亿元，建设乙生产线: what it consists of
        stage = self._as_built(self._as_pushed(stage, group[0].start - clause.start <= 2, first), told)
        if stage is None and is_given_up(clean, group[-1].end, around.end):
            return  # 签约项目9个，甲、乙投产，丙因疫情缓建
        stage = self._as_listed(said, group, around, stage)
        self._topic, self._told_of = group, stage is not None and stage.rule != "status.group"
        self._to_begin = stage is not None and stage.status == "planned"
        for was in history(self._verbs, clean, around.start, group[0].start):
            yield from self._facts.of(sentence, group[:1], was, clause)
        if stage is not None:
            earlier = dated_before(self._verbs, clean, group[-1].end, stage) if told != "planned" else ()
            for one in (*earlier, stage):
                yield from self._facts.of(sentence, group, one, clause)

    def _as_pushed(self, stage: Stage | None, opens: bool, first: bool) -> Stage | None:
        """The stage of a list that opens its clause, of which a verb in front of the list before tells."""
        if stage is not None and stage.rule == "status.weak" and opens and self._pushed is not None and first:
            return self._pushed  # 推进A、B提质，C、D建设
        if stage is not None and stage.rule == "status.before":
            pushes = stage.status == "building" and self._verbs.pushes(self._clean, stage.span)
            self._pushed = stage if pushes else None
        return stage

    def _is_new_in_plan(self, stage: Stage) -> bool:
        """Whether 新建 counts what a year's list adds to what goes on: 今年安排项目23个。其中，续建甲；|新建|乙."""
        if self._clean[stage.span.start : stage.span.end] != "新建":
            return False
        start = max(0, stage.span.start - _LIST)
        carried = self._clean.rfind("续建", start, stage.span.start)
        return carried >= 0 and _ARRANGED.search(self._clean, start, carried) is not None

    def _as_built(self, stage: Stage | None, told: str) -> Stage | None:
        """The stage of what was renewed behind what was built in the same sentence: 新建甲小学、|改扩建乙中学."""
        if stage is None or stage.rule != "status.before" or told == "planned":
            return stage
        if self._verbs.renews(self._clean, stage.span):
            built = stage.status == "building" and self._built
            return Stage("completed", stage.span, stage.rule) if built else stage
        self._built = self._built or stage.status == "completed"
        return stage

    def _as_listed(self, said: _Said, group: list[Mention], around: Span, stage: Stage | None) -> Stage | None:
        """The stage of a list by what is said of the list as a whole, where its own words leave that open."""
        clean, (sentence, clause, _) = self._clean, said
        if stage is None:
            stage = self._carried or stage_of_heading(self._verbs, self._scene.text, sentence, group, clause)
            return stage or self._of_announced(said, group)
        if self._news and may_be_agreed(clean, stage):
            announced = self._announced
            # 集中签约31个项目，其中甲公司投资…建设某基地; so of those that all began
            of_all = announced if announced is not None and announced.status in ("signed", "started") else None
            return agreed(clean, sentence.start, clause.start, self._signed) or of_all or stage
        if stage.rule == "status.before" and _LISTED.search(clean[around.start : group[0].start]):
            self._carried = stage  # 签约的项目包括A，B，C: what follows was signed too
        return stage

    def _things(self, clause: Span) -> tuple[list[Mention], list[list[Mention]]]:
        """The mentions of a clause, and in lists those of things that have stages."""
        clean, home, mentions = self._clean, self._scene.home, self._mentions
        at = bisect_left(mentions, clause.start, key=lambda m: m.start)
        to = bisect_left(mentions, clause.end, lo=at, key=lambda m: m.start)
        inside = [m for m in mentions[at:to] if m.end <= clause.end]
        things = [
            m
            for i, m in enumerate(inside)
            if m.ref != home
            and (
                is_thing(clean, m, clause, self._facts.members, inside[i + 1 : i + 8])
                or _among_works(clean, inside[max(0, i - 2) : i + 3], m)
            )
        ]
        far = {m for m in things if m.type == "Zone" and seated_elsewhere(self._lexicon, m.key, home)}
        return inside, lists(clean, outermost([m for m in things if m not in far]), self._verbs)

    def _of_topic(self, said: _Said, topic: Mention, inside: list[Mention]) -> Stage | None:
        """The stage that a clause without a thing of its own tells of the topic: …，已于去年开工."""
        clean, (_, clause, modality) = self._clean, said
        agrees = _AGREES.match(clean, clause.start, clause.end) is not None  # 已与和泰集团签订框架协议
        this = THIS.match(clean, clause.start, clause.end)  # …，该项目2023年6月开工
        start = this.end() if this else clause.start
        other = _OTHER_PHASE.search(clean, topic.end, clause.end)
        if other is not None and other[1] not in topic.key and this is None:
            return None  # 甲二期投产后，计划再投15亿元建设三期，目前环评公示
        told = self._told_of and this is None and _STILL.match(clean, clause.start, clause.end) is None
        if not agrees and (inside or told):
            return None
        at = Mention(start, start, topic.type, topic.key, topic.rule, topic.confidence)
        stage = self._verbs.stage(clean, [at], clause, clause.end, when(self._scene, clause, modality))
        if stage is None or stage.rule not in ("status.after", "status.words"):
            return None
        if not agrees and (stage.span.start - start > 12 or _SO_MANY.match(clean, stage.span.end)):
            return None  # …，已开工12个
        part = _NEXT_PHASE.search(clean, topic.end, clause.start)  # 一期占地100亩，已投产
        return of_phase(clean, part.start() if part and not this else start, stage)

    def _of_announced(self, said: _Said, group: list[Mention]) -> Stage | None:
        """The stage of all that is listed: 集中开工16个项目，其中，甲项目…; of a project also that of the ceremony."""
        clean, news, (sentence, clause, _) = self._clean, self._news, said
        told = self._announced
        if told is not None and group[-1].end <= told.span.start < sentence.end:
            told = None  # 甲园二期新增用地300亩，已签约项目7个: those in it
        if (
            told is None
            and clause.start > sentence.start
            and (
                OF_WHICH.match(clean, clause.start)
                or clean.startswith(("分别是", "分别为"), clause.start)
                or clean.endswith("项目中", 0, clause.start - 1)
            )
        ):
            told = counted(self._verbs, clean, sentence.start, clause.start, "done" if news else sentence.modality)
        if told is not None and group[0].type in ("Project", "Zone"):
            return None if _EXCEPT.search(clean, clause.start, group[0].start) else told
        return venue(clean, sentence.start, group[-1]) if news and group[0].type == "Project" else None


def _as_meant(
    clean: str, sentence: Sentence, mentions: tuple[Mention, ...], clause: Span, stage: Stage, first: bool
) -> Stage:
    """A stage with the rule or status that the sentence gives it: 3.甲大桥建设。 is what the item is about."""
    weak = stage.rule == "status.weak" and ITEM.match(clean, sentence.start)
    if weak and is_title(clean, sentence, mentions, False):
        stage = Stage(stage.status, stage.span, "status.label")
    if first and consists(clean, stage) and will_invest(clean, clause):
        stage = Stage("planned", stage.span, stage.rule)
    return stage


def _among_works(clean: str, near: Sequence[Mention], zone: Mention) -> bool:
    """Whether a zone stands between works in a list, as one of them: 加快推进甲客厅、|乙产业园|、丙港二期."""
    works = [m for m in near if m.type == "Project"]
    before = any(m.end == zone.start - 1 and clean[m.end] == "、" for m in works)
    return zone.type == "Zone" and before and any(m.start == zone.end + 1 and clean[zone.end] in "、和" for m in works)


def _moved(clean: str, thing: Mention) -> Stage | None:
    """县一中整体搬迁，…: a name that is a clause of its own and says what was done."""
    moved = _MOVED.search(clean, thing.start, thing.end)
    return Stage("completed", Span(*moved.span()), "status.name") if moved else None
