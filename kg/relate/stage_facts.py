"""The fact that a stage becomes: its year, whether it is still to come, and whether the thing has begun at all."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from kg.relate.last_years import year_still_told
from kg.relate.later_months import month_to_come
from kg.relate.said import below_plan, is_due, said_at, will_open
from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_cues import is_soon
from kg.relate.years import time_at, times_in, year_at
from kg.scan import after_last
from kg.types import Attribute, Mention, Modality, Ref, Scene, Sentence, Span

_GROWS = frozenset({"建设", "高标准建设", "高水平建设"})
_YEAR_END = re.compile(r"(?<=\d年)(?:年?底|末)前?(?!已|正式|，)")
_BEFORE_FEAST = re.compile(  # 国庆前启用, in news; not 春节前已投用
    r"[^已了]{0,80}(?:“?(?:国庆节?|五一|十一|双十一)”?|春节|元旦|暑假|汛期|入冬|供暖[季期]|采暖[季期]|年底|月底|季度末)前(?![已夕来后])[^已了]{0,40}$"
)
# titles of plans, and of what will be done in a year: 2020年将为民办好15件实事
_PLAN = re.compile(
    r"(?:规划|计划|方案|要点|清单|意见)(?:纲要|的通知|（[^）]{1,20}）)*$"
    r"|(?:19|20)\d\d年(?:将|要|拟|计划)[^，。！]{0,8}(?:办好|实施|抓好|推进)"
)
BEGUN_SINCE = re.compile(  # 自2017年开工以来进展顺利
    r"(?:(?<=自)|(?<=从)|(?=[^，。；]{0,24}以来))((?:19|20)\d\d)年(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:正式|全面)?"
    r"((?:开工|动工|启动|奠基)(?:建设)?)"
)
_THINGS = frozenset({"Project", "Zone", "Enterprise", "Organization"})
_OF_THING = re.compile("[”』》]?(?:项目|工程)?(?:已|于|从|自)?$")  # 甲项目于|2021年投产
_BY_NOW = re.compile(r"已$|(?:目前|正在|正)[^，。；将预拟]{0,6}$")  # 目前正在进行|设备安装，预计9月试车
_BY_NOW_HERE = re.compile("(?:截至)?(?:目前|当前|如今|眼下)")  # 2020年9月开工，|目前路基完成七成
_MONTH = re.compile(r"\d{1,2}月")
_TIME = 24  # characters behind a stage in which its time may stand
FAR = 400  # characters before a clause, a stage or a sentence that say what it is, or when
# what is finished is what was begun: 计划2025年9月开工，2026年底投产 says no more than that it is planned
_TO_FINISH = re.compile(
    r"建成|竣工|完工|投产|投用|投运|投入|通车|交付|启用|运营|开业|开园|达产|达效|封顶|落成|试生产|试运行|使用|完成|贯通|并网|通水|通航"
)


class StageFacts:
    """Makes facts of the stages of a document.

    Args:
        verbs: the verbs of stages.
        scene: the document.
        members: the projects that a key of something else stands for.
    """

    def __init__(self, verbs: StatusVerbs, scene: Scene, members: dict[str, list[Mention]]) -> None:
        self.verbs = verbs
        self.scene = scene
        self.members = members
        self._ends = frozenset(m.end for m in scene.mentions if m.type in _THINGS)
        self.ahead = _planned_for(scene)

    def of(self, sentence: Sentence, group: list[Mention], stage: Stage, clause: Span) -> Iterator[Attribute]:
        """The fact that a stage is of each thing of a list."""
        clean, members = self.scene.text.clean, self.members
        year, modality = self._when_said(sentence, stage, clause)
        verb = clean[stage.span.start : stage.span.end]
        if modality == "planned" and stage.status in ("completed", "operating") and self.verbs.done(verb) is not None:
            stage = Stage(self.verbs.told(verb, "planned"), stage.span, stage.rule)  # 到2027年，…，建成甲小镇
        kept = stage
        for mention in group:
            stage = kept
            if (
                mention.type == "Zone"
                and stage.status == "planned"
                and clean[stage.span.start : stage.span.end] in _GROWS
                and not clean.endswith("投资", 0, stage.span.start)  # 计划分三期投资|建设甲产业园
            ):
                stage = Stage("building", stage.span, stage.rule)  # a zone that stands is built on
            own = mention.type == "Enterprise" and mention.key in members
            targets = [mention] if mention.type in ("Project", "Zone", "Enterprise") and not own else []
            for m in targets + members.get(mention.key, []):
                yield Attribute(
                    entity=m.ref,
                    property="status",
                    value=stage.status,
                    start=stage.span.start,
                    end=stage.span.end,
                    rule=stage.rule if m is mention else "status.member",
                    confidence=1.0,
                    year=year,
                    modality=modality,
                )

    def _when_said(self, sentence: Sentence, stage: Stage, clause: Span) -> tuple[int | None, Modality]:
        """The year of a stage, and whether it is still to come."""
        text = self.scene.text
        clean, document = text.clean, text.document
        near = max(clause.start, stage.span.start - 16), min(clause.end, stage.span.start + 8)
        if (since := BEGUN_SINCE.search(clean, *near)) and since.start(2) == stage.span.start:
            return int(since[1]), "done"
        begin = max(clause.start, stage.span.start - FAR)
        year, now = year_at(text, sentence, stage.span.start, begin), document.year
        if year is not None and now is not None and year > now:
            time = time_at(text, sentence, stage.span.start, begin)
            if time is not None and time.first <= now and "以来" in clean[time.start : time.end + 3]:
                year = now  # “十四五”以来建成甲电站, told in 2022
        ends = min(clause.end, stage.span.end + _TIME)
        if year == sentence.year and not times_in(text, sentence.start, ends) and times_in(text, ends, sentence.end):
            # 甲路通车，乙路2019年开工
            year = self._own_year(sentence)
        elif self._of_another_thing(sentence, clause, year) or (
            _BY_NOW_HERE.match(clean, clause.start) and not times_in(text, clause.start, ends)
        ):
            year = self._own_year(sentence)
        if year is not None and now is not None and year > now and sentence.modality == "done":
            # 甲站主体封顶，2015年可通车: what comes after says nothing of what is done
            here = times_in(text, begin, min(clause.end, stage.span.end + _TIME))
            year = year if here or times_in(text, sentence.start, min(begin, sentence.start + 2 * _TIME)) else now
        before = part_before(clean, sentence, clause)
        if _MONTH.match(clean, clause.start):  # 今年1月摘牌，2月动工: the year named before
            named = times_in(text, before, stage.span.start)
            year = named[-1].last if named else sentence.year if document.kind == "report" else now
        elif document.kind == "news" and self._undated(sentence, stage, clause):
            # 2021年投产，三期正在调试: the year is that of the other clause, unless that is no more than a year
            alone = [t for t in times_in(text, before, clause.start) if clause.start - before - (t.end - t.start) < 4]
            last = year_still_told(text, sentence.start) if sentence.modality == "done" else None
            year = alone[-1].last if alone else (last or now or year)
        to_come = stage.status == "planned" or (year is not None and now is not None and year > now)
        if to_come:
            return year, "planned"
        if stage.status != "building":
            return year, "done"
        if _BY_NOW.search(clean, begin, stage.span.start):
            return year, "done"
        if document.kind == "news" and (done := self.verbs.done(clean[stage.span.start : stage.span.end])) is not None:
            still = is_due(sentence) or will_open(text, sentence) or below_plan(sentence)
            told = said_at(text, sentence, stage.span.start).modality
            part = done != stage.status and told == "done" and not is_soon(clean, begin, stage.span.start)  # 征拆|完成
            reached = (done == stage.status or part) and not still
            return year, "done" if reached else "planned"  # 预计年底投产, 要加快推进
        return year, sentence.modality

    def _own_year(self, sentence: Sentence) -> int | None:
        """The year of a sentence by itself: that of the plans or that of the document."""
        document = self.scene.text.document
        if sentence.modality != "planned":
            return document.year
        return document.plan_year or (
            document.year if document.kind in ("report", "news") else self.ahead or sentence.year
        )

    def _of_another_thing(self, sentence: Sentence, clause: Span, year: int | None) -> bool:
        """Whether the year is said of another thing in a clause before: 甲中学2021年启用，|乙馆完成招标."""
        named = times_in(self.scene.text, max(sentence.start, clause.start - FAR), clause.start)
        if not named or named[-1].last != year or times_in(self.scene.text, clause.start, clause.end):
            return False
        if self.scene.text.clean.startswith(("同年", "当年", "并于同年", "并于当年"), clause.start):
            return False
        lead = _OF_THING.search(self.scene.text.clean, sentence.start, named[-1].start)
        return lead is not None and lead.start() in self._ends

    def _undated(self, sentence: Sentence, stage: Stage, clause: Span) -> bool:
        """Whether neither the clause nor the beginning of the sentence names the year of a stage."""
        time = time_at(self.scene.text, sentence, stage.span.start, max(clause.start, stage.span.start - FAR))
        if time is None:
            return True
        of_other = time.start < clause.start and self.scene.text.clean[time.start - 1] == "于"
        return of_other and time.start - sentence.start > 1  # 甲项目于2021年投产，


def _planned_for(scene: Scene) -> int | None:
    """The year that most of a plan is for, which holds for what it dates no nearer: 到2025年 of a plan of 2021."""
    document = scene.text.document
    if document.kind != "other":
        return document.plan_year
    years = Counter(s.year for s in scene.text.sentences if s.modality == "planned" and s.aside is None and s.year)
    return years.most_common(1)[0][0] if years else None


def part_before(clean: str, sentence: Sentence, clause: Span) -> int:
    """Where the part of a sentence begins that stands before a clause: 甲路竣工，|续建项目：|乙桥."""
    start, end = max(sentence.start, clause.start - FAR), max(clause.start - 1, sentence.start)
    return after_last(clean, "，；。", start, end)


def is_finish(clean: str, stage: Stage) -> bool:
    """Whether a stage is that of work that is finished, which what is still to begin cannot be."""
    return (
        stage.status in ("building", "completed", "operating")
        and _TO_FINISH.search(clean, stage.span.start, stage.span.end) is not None
    )


def not_begun(scene: Scene, found: list[Attribute]) -> list[Attribute]:
    """The stages without an end in a year to come as a sign of building: 预计2027年投产, of what nobody has begun.

    It says that the thing is planned, and nothing where it is said to be planned, signed or being built.
    """
    document = scene.text.document
    now = document.plan_year if document.kind == "report" else document.year
    clean = scene.text.clean
    plans = [s for s in scene.text.sentences if below_plan(s)] if document.kind != "report" else []
    starts = [s.start for s in plans]

    def ends_later(a: Attribute) -> bool:
        later = now is not None and a.year is not None and a.year > now
        at = bisect_right(starts, a.start) - 1
        if later and at >= 0 and a.start < plans[at].end and a.year == (now or 0) + 1:
            return False  # below 三、明年安排
        return later and a.value == "building" and _TO_FINISH.search(clean, a.start, a.end) is not None

    if not any(ends_later(a) for a in found):
        return found
    said: dict[Ref, set[str]] = {}
    for a in found:
        if not ends_later(a):
            said.setdefault(a.entity, set()).add(a.value)
    kept: list[Attribute] = []
    for a in found:
        if ends_later(a) and (others := said.get(a.entity, set())) <= {"planned", "signed"}:
            if others:
                continue
            a = dataclasses.replace(a, value="planned", modality="planned")
        elif ends_later(a) and "building" in said[a.entity]:
            continue  # 正在加快建设，预计2027年投产
        kept.append(a)
    return kept


def tells(scene: Scene) -> bool:
    """Whether each clause says by itself what is done and what is to come: news do, reports and plans have sections."""
    document = scene.text.document
    if document.kind == "report" or (document.kind == "news" and not _PLAN.search(document.title)):
        return document.kind == "news"
    body = [s for s in scene.text.sentences if s.part == "body"]
    return sum(s.modality == "planned" for s in body) < (0.5 if _PLAN.search(document.title) else 0.8) * len(body)


def when(scene: Scene, clause: Span, modality: Modality | Literal["clause"]) -> Modality | Literal["clause"]:
    """The modality of a clause: planned where it names a year to come (2024年投产, in news of 2022)."""
    document = scene.text.document
    now = document.plan_year if document.kind == "report" else document.year
    if modality == "planned" and now is not None and document.kind != "report":
        past = times_in(scene.text, clause.start, min(clause.end, clause.start + FAR))
        return "done" if past and all(t.last < now for t in past) else modality  # 2021年9月开工, in a plan for 2023
    if now is None or modality == "planned":
        return modality
    if modality == "clause" and _BEFORE_FEAST.match(scene.text.clean, clause.start, clause.end):
        return "planned"
    if modality == "clause" and month_to_come(scene.text, clause):
        return "planned"
    named = times_in(scene.text, clause.start, clause.end)
    if modality == "clause" and any(t.last == now and _YEAR_END.match(scene.text.clean, t.end) for t in named):
        return "planned"  # 2023年底投产, in news of that year
    return "planned" if any(t.first > now for t in named) else modality
