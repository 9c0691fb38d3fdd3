"""Status attributes: the stage of every project of a sentence, with the year for which it is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from kg.ontology import Lexicon
from kg.relate.said import below_plan, is_due, said_at
from kg.relate.scenery import is_title, sentences_with_mentions
from kg.relate.seats import seated_elsewhere
from kg.relate.stage_agreements import AGREED, agreed, may_be_agreed
from kg.relate.stage_aims import OF_WHICH, aims, done_or_planned
from kg.relate.stage_contents import consists, made_of, will_invest
from kg.relate.stage_facts import StageFacts, is_finish, not_begun, tells, when
from kg.relate.stage_headings import stage_of_heading, without_idle_labels
from kg.relate.stage_history import dated_before, history
from kg.relate.stage_series import FIELD, is_item, next_of_series
from kg.relate.stage_things import THINGS, is_thing, members_of, outermost
from kg.relate.stage_topics import ITEM, THIS, ceremonies, of_phase, spoken
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_groups import counted, venue
from kg.relate.status_labels import status_of_label
from kg.relate.status_lists import clauses, lists
from kg.relate.status_parts import is_given_up
from kg.types import Attribute, Mention, Modality, Scene, Sentence, Span

_FIRST_OF = re.compile(r"其中|项目中，")
_BRACKET = re.compile(r"[【\[]([^】\]\n]{2,8})[】\]]")
_EXCEPT = re.compile("除(?:了)?[^，。；]{0,4}$")  # 除|甲项目外，其余5个项目均已开工
# 共签约项目16个。签约项目涉及新能源、新材料等领域。其中，…
_OF_WHAT_KIND = re.compile(
    "(?:(?:此次|本次|这些|所|上述)?(?:签约|开工|竣工|落户)?的?项目(?:主要)?|其中[^，。；]{0,12}项目[^，。；]{0,8}，(?:主要)?)(?:涉及|涵盖|涵括|覆盖|包括)"
)
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
_LABEL = 24  # characters of a line above items
_STILL = re.compile(  # …于2021年9月开工，计划2024年底建成通车
    r"(?:目前|现|[上本]月|日前|近日|已|于|预计|计划|将|拟|有望|力争|确保|争取|可|当年|今年|明年|去年|年底|年内|上半年|下半年|[一二三四]季度"
    r"|\d{4}年|\d{1,2}月份?|\d{1,2}日|底|前|上旬|中旬|下旬|初|末|正式|全面|顺利|、|最快|届时|首台机组|全线|整体|全部|并|实现|成功|如期|[一二三四首]期(?:工程|项目)?|历时\d{1,4}个?[年月天]"
    r"|[春夏秋冬]季|供暖季|采暖季|春节|国庆|元旦|暑期|主体(?:工程|结构)?|基本|进入)+"
    r"(?:[内外]部装修|装修|设备安装|设备调试|安装调试|收尾|小批量|试生产|试产|试运行|试运营|量产|达产|并网|开通|合龙|开工|动工|奠基|建成|竣工|完工|投产|投入|投用|投运|通车|试|交付|启用|运营|开业|达产|封顶|结顶|签约)"
    r"|(?:目前|当前|现|眼下|如今)?(?:，)?(?:项目|工程)?(?:正|正在|正以)[^，。；]{0,8}(?:推进(?:项目)?建设|建设|施工|装修|安装|调试|试生产|试运行)"
)
_BESIDE = re.compile(
    "[”』》]?(?:项目|工程)?(?:均|都|将|已|正式|成功|签约|集中)*"
    "(?:(?:落户|入驻|进驻|落地|选址|布局)(?:于|在|到)?|受制于|受限于|取决于|毗邻|紧邻|紧靠)[“]?"
)
_LISTED = re.compile(r"(?:包括|涉及|涵盖|分别是|分别为|其中有|主要有|有：|：)$")


class StageReader:
    """Reads the status of projects, of zones that are being built, and of enterprises listed as projects."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs = StatusVerbs(lexicon)
        self._lexicon = lexicon

    def read(self, scene: Scene) -> list[Attribute]:
        news = tells(scene)
        found: list[Attribute] = [*ceremonies(self._verbs, scene)]
        found += spoken(self._verbs, scene, news)
        clean = scene.text.clean
        facts = StageFacts(self._verbs, scene, members_of(scene))
        series: Stage | None = None  # of a row of sentences, each on a project
        till = 0  # where the last sentence of that row ends
        announced: Stage | None = None  # 全市31个项目集中开工。其中，…
        listed: Stage | None = None  # 签约项目包括：⏎1.…；⏎2.…
        titled = False  # the sentence before is no more than a project's name
        for sentence, mentions in sentences_with_mentions(scene):
            below, titled = titled, news and is_title(clean, sentence, mentions, titled)
            before, announced = announced, None
            if clean[sentence.start - 1 : sentence.start] in ("", "\n") and not ITEM.match(clean, sentence.start):
                listed = self._of_items(clean, sentence, "done" if news else sentence.modality)
            if news:
                announced = counted(self._verbs, clean, sentence.start, sentence.end, "done")
            if sentence.part == "glossary" or not any(m.type in THINGS or m.key in facts.members for m in mentions):
                if announced is None and _OF_WHAT_KIND.match(clean, sentence.start):
                    announced = before
                continue
            site = "会场" in clean[sentence.start : min(sentence.end, sentence.start + 40)]  # 主会场设在甲项目现场
            first = next((m for m in mentions if m.type == "Project"), None)
            of_those = any(shape.match(clean, sentence.start) for shape in (OF_WHICH, FIELD))
            of_those = of_those or is_item(clean, sentence, first)
            if before is not None and not site and not of_those:
                before = None
            # 其中，甲项目总投资…。乙项目总投资…。: the items of one announcement
            series = before or next_of_series(clean, sentence, mentions, till, series)
            till = sentence.end
            if bracket := _BRACKET.match(clean, sentence.start, sentence.end):
                series = self._labelled(
                    bracket, "done" if news else sentence.modality
                )  # 【新开工】甲项目，…；乙项目，…
            found += self._sentence(facts, sentence, mentions, series or announced or listed, news, below)
            if series is None and announced is not None and _FIRST_OF.search(clean, sentence.start, sentence.end):
                series = announced  # 集中开工16个项目，其中，甲项目…；乙项目…
        return not_begun(scene, without_idle_labels(found))

    def _sentence(
        self,
        facts: StageFacts,
        sentence: Sentence,
        mentions: tuple[Mention, ...],
        announced: Stage | None,
        news: bool,
        titled: bool,
    ) -> Iterator[Attribute]:
        scene = facts.scene
        clean = scene.text.clean
        spans = list(clauses(clean, sentence.start, sentence.end))
        topic: list[Mention] = []
        told_of = False  # whether a stage of the topic was said already
        to_begin = False  # whether that was a start still to come
        carried: Stage | None = None
        pushed: Stage | None = None
        parts_of = made_of(clean, sentence, mentions, news, titled)
        whole = sentence
        signed = AGREED.search(clean, sentence.start, sentence.end) if news else None
        for clause in spans:
            sentence = said_at(scene.text, whole, clause.start)
            apart = news and not below_plan(scene.text, sentence)
            apart = apart or (sentence is not whole and sentence.modality == "done")
            modality: Modality | Literal["clause"] = "clause" if apart else sentence.modality
            if parts_of is None and news and clause.start > sentence.start and THIS.match(clean, clause.start):
                parts_of = clause.start - 1
            inside, groups = self._things(facts, mentions, clause)
            if not groups:
                if inside and inside[0].type == "Program" and inside[0].start == clause.start:
                    topic = []  # 甲小区交付，|棚改|开工1200套，建成300套
                stage = self._of_topic(scene, clause, topic[-1], told_of, modality, inside) if topic else None
                if stage is not None and not (to_begin and is_finish(clean, stage)):
                    to_begin = stage.status == "planned"
                    yield from facts.of(sentence, topic, stage, clause)
                continue
            topic, told_of = [], False
            for i, group in enumerate(groups):
                stop = groups[i + 1][0].start if i + 1 < len(groups) else clause.end
                begin = groups[i - 1][-1].end if i else clause.start
                if i and _BESIDE.fullmatch(clean, begin, group[0].start):
                    continue  # 甲基地落户|乙科技园, 甲港受制于|乙枢纽: not of what is told
                told = done_or_planned(scene, sentence, clause, group, Span(begin, stop), modality)
                due = is_due(sentence)
                if told == "clause" and (due or aims(clean, whole, clause)):
                    told = "planned"
                if each := self._verbs.each(clean, group, stop, "planned" if told == "planned" else "done"):
                    topic, told_of, to_begin = group, True, False
                    for mention, stage in zip(group, each, strict=True):
                        yield from facts.of(sentence, [mention], stage, clause)
                    continue
                stage = self._verbs.stage(clean, group, Span(begin, clause.end), stop, told)
                if stage is None and i == 0 and group[-1].end == clause.end and told == "done":
                    stage = _moved(clean, group[0])
                if stage is not None:
                    stage = _as_meant(clean, sentence, mentions, clause, stage, i == 0)
                if stage is not None and _OWN_PHASE.match(clean, group[-1].end, stop):
                    stage = of_phase(clean, group[-1].end, stage)
                    if stage is None:
                        continue
                if news and parts_of is not None and parts_of < clause.start and consists(clean, stage):
                    continue  # 甲项目总投资3亿元，建设乙生产线: what it consists of
                going = stage is not None and stage.rule == "status.weak" and group[0].start - clause.start <= 2
                if going and pushed is not None and i == 0:
                    stage = pushed  # 推进A、B提质，C、D建设
                elif stage is not None and stage.rule == "status.before":
                    pushed = stage if stage.status == "building" and self._verbs.pushes(clean, stage.span) else None
                if stage is None and is_given_up(clean, group[-1].end, stop):
                    continue  # 签约项目9个，甲、乙投产，丙因疫情缓建
                if stage is None:
                    stage = carried or stage_of_heading(self._verbs, scene.text, sentence, group, clause)
                    stage = stage or self._announced(clean, sentence, clause, group, announced, news)
                elif news and may_be_agreed(clean, stage):
                    all_signed = announced if announced is not None and announced.status == "signed" else None
                    stage = agreed(clean, sentence.start, clause.start, signed) or all_signed or stage
                elif stage.rule == "status.before" and _LISTED.search(clean[begin : group[0].start]):
                    carried = stage  # 签约的项目包括A，B，C: what follows was signed too
                topic, told_of = group, stage is not None and stage.rule != "status.group"
                to_begin = stage is not None and stage.status == "planned"
                for was in history(self._verbs, clean, begin, group[0].start):
                    yield from facts.of(sentence, group[:1], was, clause)
                if stage is not None:
                    earlier = dated_before(self._verbs, clean, group[-1].end, stage) if told != "planned" else ()
                    for said in (*earlier, stage):
                        yield from facts.of(sentence, group, said, clause)

    def _things(
        self, facts: StageFacts, mentions: tuple[Mention, ...], clause: Span
    ) -> tuple[list[Mention], list[list[Mention]]]:
        """The mentions of a clause, and in lists those of things that have stages."""
        clean, home = facts.scene.text.clean, facts.scene.home
        at = bisect_left(mentions, clause.start, key=lambda m: m.start)
        to = bisect_left(mentions, clause.end, lo=at, key=lambda m: m.start)
        inside = [m for m in mentions[at:to] if m.end <= clause.end]
        things = [m for m in inside if m.ref != home and is_thing(clean, m, clause, facts.members)]
        far = {m for m in things if m.type == "Zone" and seated_elsewhere(self._lexicon, m.key, home)}
        return inside, lists(clean, outermost([m for m in things if m not in far]), self._verbs)

    def _labelled(self, bracket: re.Match[str], modality: Modality) -> Stage | None:
        """The stage of what stands behind a label in brackets."""
        status = status_of_label(self._verbs, bracket[1].removesuffix("项目") + "项目", modality)
        return Stage(status, Span(*bracket.span(1)), "status.label") if status else None

    def _of_items(self, clean: str, sentence: Sentence, modality: Modality) -> Stage | None:
        """The stage that a line gives the items below it: 签约项目包括："""
        if not clean.startswith("：", sentence.end - 1) or sentence.end - sentence.start > _LABEL:
            return None
        status = status_of_label(self._verbs, clean[sentence.start : sentence.end], modality)
        return Stage(status, Span(sentence.start, sentence.end), "status.group") if status else None

    def _of_topic(
        self,
        scene: Scene,
        clause: Span,
        topic: Mention,
        told_of: bool,
        modality: Modality | Literal["clause"],
        inside: list[Mention],
    ) -> Stage | None:
        """The stage that a clause without a thing of its own tells of the topic: …，已于去年开工."""
        clean = scene.text.clean
        agrees = _AGREES.match(clean, clause.start, clause.end) is not None  # 已与和泰集团签订框架协议
        this = THIS.match(clean, clause.start, clause.end)  # …，该项目2023年6月开工
        start = this.end() if this else clause.start
        other = _OTHER_PHASE.search(clean, topic.end, clause.end)
        if other is not None and other[1] not in topic.key and this is None:
            return None  # 甲二期投产后，计划再投15亿元建设三期，目前环评公示
        told = told_of and this is None and _STILL.match(clean, clause.start, clause.end) is None
        if not agrees and (inside or told):
            return None
        at = Mention(start, start, topic.type, topic.key, topic.rule, topic.confidence)
        stage = self._verbs.stage(clean, [at], clause, clause.end, when(scene, clause, modality))
        if stage is None or stage.rule not in ("status.after", "status.words"):
            return None
        if not agrees and (stage.span.start - start > 12 or _SO_MANY.match(clean, stage.span.end)):
            return None  # …，已开工12个
        part = _NEXT_PHASE.search(clean, topic.end, clause.start)  # 一期占地100亩，已投产
        return of_phase(clean, part.start() if part and not this else start, stage)

    def _announced(
        self,
        clean: str,
        sentence: Sentence,
        clause: Span,
        group: list[Mention],
        announced: Stage | None,
        news: bool,
    ) -> Stage | None:
        """The stage of all that is listed: 集中开工16个项目，其中，甲项目…; of a project also that of the ceremony."""
        told = announced
        if told is not None and group[-1].end <= told.span.start < sentence.end:
            told = None  # 甲园二期新增用地300亩，已签约项目7个: those in it
        if (
            told is None
            and clause.start > sentence.start
            and (OF_WHICH.match(clean, clause.start) or clean.endswith("项目中", 0, clause.start - 1))
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


def _moved(clean: str, thing: Mention) -> Stage | None:
    """县一中整体搬迁，…: a name that is a clause of its own and says what was done."""
    moved = _MOVED.search(clean, thing.start, thing.end)
    return Stage("completed", Span(*moved.span()), "status.name") if moved else None
