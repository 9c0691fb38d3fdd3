"""What governs the sentences of a section: plan or review, and the year.

Headings, openings and the year at the start of a paragraph turn a report from its review to its plans and back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.text.ahead import LABEL
from kg.text.cues import Cues
from kg.text.metadata import Metadata
from kg.text.outlook import Outlook
from kg.text.own_year import plan_ends
from kg.text.plans import is_plan, planned_years, reviews
from kg.text.state import State
from kg.text.times import NAMED_YEAR, Expression
from kg.types import Heading, Modality

_YEAR_FIRST = re.compile(
    r"(?:各位代表！?)?((?:19|20)\d\d)年，?(?:是|的?(?:主要|总体)?预期目标|的主要任务|我们将|我们要|政府|经济社会|一[要是]|重点|主要任务|主要工作|工作(?:安排|打算|计划|任务|重点|谋划|思路|建议)|目标任务|将|要|计划|我[省市县区州盟旗镇乡]将|(?:[^，。；：\d]{0,18}目标)(?:任务)?(?:是|为|如下)?：)"
)
_LAST_YEAR = re.compile(r"(?:去年|过去一年|过去的一年)，(?![^。]{0,40}(?:力争|要|将))")
_YEARS_AHEAD = re.compile("(?:今后|未来)[三四五]年，|“?十[一二三四五]五”?(?:时期|期间)，")
# “十五五”时期，我们将… where a report of 2026 has no chapters
_PLAN_BEGINS = re.compile(
    r"“?十(?P<plan>[一二三四五])五”?(?:规划)?(?:(?:时期|期间)(?:，|是)(?![^。]{0,20}(?:以来|了))|开局之年，(?:我们|全[省市县区州])?(?:要|将|必须))"
)
_TASKS = re.compile(
    r"(?:为此，|(?:要|将)|(?:围绕|实现|完成|对标|锚定|聚焦|对照)[^。；]{0,40}，)?(?:我们|今年|全年)?(?:要|将)?(?:重点|着力|突出|全力|集中|扎实)"
    r"(?:要)?(?:抓好|做好|推进|实施|打好|在)(?:以下)?(?:[一二三四五六七八九十]|\d{1,2})(?:个|项|大|方面)[^，。；了]{0,8}(?:工作|任务|方面|行动|攻坚)"
)
_OF_YEAR = re.compile(r"(?:各位代表！?|做好|今年（)?((?:19|20)\d\d)年(?!以来|起|至|到|[-—~～])")
_PLANNED_YEAR = re.compile(  # 三是2020年工作打算。 2021年安排： 明年计划： 2025年，我们这样干
    r"(?:^|[是、）.])((?:19|20)\d\d|明)年(?:度|的)?[^，。；\d]{0,6}(?:工作|项目|建设)?(?:打算|安排|计划|思路|部署|重点工作|主要任务|工作重点|工作任务)：?$"
    r"|^[^\w一-龥]{0,2}((?:19|20)\d\d)年，?(?:我们|咱们|看我们|这样|这么|怎么|如何|看|新目标|目标|接着)[^，。；\d]{0,10}$"
)
# 今年，建成甲路 at the start of a paragraph, where the report tells of the year before; not 今年以来, 今年，我们实现了
_NOW = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年|今年|明年|新的一年)，(?!以来|我们?[^，。]{0,6}了|[^。]{0,40}(?:了|同比|荣获))"
)
_GREW = re.compile(r"[^。]{0,44}增长\d(?![\d.]*%?(?:个百分点)?(?:以上|左右))")
_REACHED = re.compile(r"[^。]{0,44}(?:完成|实现|达到?)[^。]{0,24}增长\d(?![\d.]*%?(?:个百分点)?(?:以上|左右))")
_REACHED_ALREADY = re.compile(
    r"一年来|五年来|回顾|去年|过去|同比|比上年|较上年|荣获|获评|获批|入选|跻身|被评为|位居|成功|圆满|累计|连续[\d一二三四五六七八九十]+年|取得|来之不易"
    r"|建成投产|竣工投产|投入使用|正式|超额|顺利|今年以来|截至|(?<!为)(?<!除)了(?!解|然)|已|跃居|升至|排名第|困难和问题"
)
_TO_DO = re.compile(
    r"(?<=[，。；：）\n])(?:要|深入|全面|加快|大力|积极|持续|扎实|着力|全力|统筹)*(?:实施|推进|推动|打造|建设|开展|深化|办好|支持|抓好|落实|做强|做优|培育|争创|力争|确保|启动|开工|完善|强化|加强|健全|争取|力促|建成)"
)
_PLANNING = re.compile("政府工作报告|要点|任务|安排")  # no 工作总结, 生态环境保护工作报告
_EXCERPT = 360  # characters of a text that tells only of plans, at least
_REST = re.compile(
    r"(?:下半年|第?[二三四]季度|后(?:[一二三四五六]|\d)个月)，?(?!以来|我们?[^，。]{0,6}了|[^。]{0,40}(?:了|同比|荣获))"
)
PART_TITLED = re.compile(r"上半年|前[一二三]个?季度|第?[一二三]季度|前\d{1,2}个?月|\d{1,2}[-—~～至]\d{1,2}月")
# 一、“十四五”规划实施情况, 二、存在的主要问题: what looks back whatever else it names
_OVER = re.compile(
    r"(?:实施|执行|完成|推进|进展|落实|开展|总体|基本)情况$|(?:问题|困难|不足|差距|短板)(?:[和与](?:问题|困难|不足|挑战|原因))?$"
)
# 二、2月份安排, 二、四季度打算
_NEXT_PART = re.compile(
    r"(?:\d{1,2}月份?|下个?月|下?第?[二三四]?季度)(?:主要|重点)?(?:工作)?(?:安排|打算|计划|思路|部署)$"
)
# a heading that review and plan have alike
_OF_EITHER = re.compile(r"[^，。\d今明未来下后]{0,6}(?:重点工作|重点任务|工作任务|工作重点)(?:推进|进展|完成|落实)?")


class Course:
    """The sections of a text as its sentences are read one after the other.

    Attributes:
        state: what governs the sentence that was reached last.
    """

    def __init__(self, clean: str, found: Sequence[Heading], title: int, about: Metadata, cues: Cues) -> None:
        self._clean, self._about, self._cues = clean, about, cues
        self._plan = about.kind != "report" and is_plan(about.title)
        self._ahead = State("planned", (planned_years(about.title) or (0, about.year))[1])
        self._opens = _plans_open(found, title, about)
        self._outlook = Outlook(clean, about)
        self._until_line: State | None = None  # what holds again after the paragraph in whose midst plans begin
        self.state = self._ahead if self._plan else State("done", about.year)
        if about.kind == "report" and about.plan_year is not None and _only_plans(about, clean, title):
            self.state = State("planned", about.plan_year)

    def reach(self, start: int, end: int, heading: Heading | None, named: Sequence[Expression]) -> State:
        """What governs the sentence from start to end, which may be a heading and names expressions of time."""
        if self._about.kind == "report":
            self._in_report(start, end, heading, named)
        elif self._plan:
            state = self.state
            if heading is not None and (heading.level <= 2 or heading.level <= state.level or reviews(heading.text)):
                self.state = _part_of_plan(heading, state, self._ahead, self._about)
        else:
            self.state = self._outlook.reach(start, end, heading, named)
        return self.state

    @property
    def ahead(self) -> bool:
        """Whether the text is neither report nor plan, and looks ahead here."""
        return self._about.kind != "report" and not self._plan and self.state.modality == "planned"

    def _in_report(self, start: int, end: int, heading: Heading | None, named: Sequence[Expression]) -> None:
        about, text = self._about, self._clean[start:end]
        own = start == 0 or self._clean[start - 1] == "\n"
        if own and self._until_line is not None:
            self.state, self._until_line = self._until_line, None
        if heading is None or start >= self._opens or not _OF_EITHER.fullmatch(heading.text):
            self.state = _advance(text, heading, named, self.state, about, self._cues)
        if heading is None and own and self.state.modality == "planned" and _LAST_YEAR.match(text):
            self.state, self._until_line = State("done", about.year), self.state
        if heading is None and own and _turns_to_next_year(text, self.state, about):
            self.state = self.state._replace(year=about.plan_year)
        if heading is None and own and self.state.modality == "planned" and text.startswith(f"{about.year}年，"):
            self._until_line = self.state  # 2019年，甲园竣工。 between paragraphs of the plan for 2020
            self.state = State("done", about.year)
        if heading is None and self.state.modality == "done" and _opens_plans(text, about, own):
            self._until_line = None if own or self._until_line is not None else self.state
            self.state = State("planned", about.plan_year or about.year)
        if self._until_line is not None and self.state.year == about.plan_year and _TASKS.match(text):
            self._until_line = None  # 2026年，产值增长6%。重点抓好七个方面工作： the paragraphs below are those
        self._several_years(text, heading, own, named)

    def _several_years(self, text: str, heading: Heading | None, own: bool, named: Sequence[Expression]) -> None:
        """A paragraph of plans that opens with 今后五年， is theirs, up to its own sentence on the next year."""
        about, state = self._about, self.state
        if heading is not None or state.modality != "planned" or about.plan_year is None:
            return
        if own and state.year == about.plan_year and (last := _of_several_years(text, named, about)) is not None:
            self.state, self._until_line = state._replace(year=last), state
        elif self._until_line == state._replace(year=about.plan_year) and text.startswith(
            ("今年", f"{about.plan_year}年")
        ):
            self.state = self._until_line  # 今后五年，…。今年，建成甲路。


def _only_plans(about: Metadata, clean: str, title: int) -> bool:
    """Whether only the plans of a report stand in a text: nothing was reached, and clauses begin with what is to do."""
    body = clean[title:]
    if not _PLANNING.search(about.title) or f"{about.year}年，" in body:
        return False
    if len(body) < _EXCERPT or _REACHED_ALREADY.search(body) is not None:
        return False
    return len(_TO_DO.findall(body)) >= _EXCERPT // 60


def _plans_open(found: Sequence[Heading], title: int, about: Metadata) -> int:
    """Where the first chapter begins whose heading names the year of the plans; 0 where none does.

    二、重点工作 before 三、2019年打算 goes on with the review, alone it is a plan.
    """
    chapters = (h for h in found if h.level <= 1 and h.start >= title and about.plan_year is not None)
    return next((h.start for h in chapters if str(about.plan_year) in NAMED_YEAR.findall(h.text)), 0)


def _advance(
    text: str, heading: Heading | None, named: Sequence[Expression], state: State, about: Metadata, cues: Cues
) -> State:
    """The state after a heading or an opening that changes from review to plan or back."""
    if heading is not None:
        turns = heading.level <= 3 or _names_its_year(heading.text, about)
        return _section(heading, named, state, about, cues) if turns else state
    opening = cues.opening.match(text)
    if opening:
        modality = cues.begin[opening["cue"]]
        if modality != state.modality and not (state.fixed and modality == "done"):
            return State(modality, (about.plan_year or about.year) if modality == "planned" else about.year)
    first = _YEAR_FIRST.match(text)
    if first and about.plan_year is not None and int(first[1]) == about.plan_year and state.modality == "done":
        return State("planned", about.plan_year)
    return state


def _opens_plans(text: str, about: Metadata, own: bool) -> bool:
    """Whether a sentence begins with the year of the plans: 今年，建成甲路; 2013年，集中力量抓好…; not 今年以来.

    In what reports on a part of the year, with the rest of it: 下半年，建成甲路. What grew in the plan's year
    may be done already, where it opens its own paragraph: much that follows would be planned.
    """
    if about.plan_year is None:
        return _REST.match(text) is not None and PART_TITLED.search(about.title) is not None
    label = LABEL.match(text)
    if label is not None and label["year"] is None:
        return True  # 甲桥竣工。下一步打算：开工乙路。…
    headed = _PLANNED_YEAR.match(text.rstrip("。"))
    if headed is not None:
        return (headed[1] or headed[2]) in ("明", str(about.plan_year))
    begins = _PLAN_BEGINS.match(text) if own else None
    if begins is not None:
        return plan_ends(begins["plan"]) - 4 == about.plan_year
    now = _NOW.match(text)
    if now is None:
        return False
    if now[0].startswith(("今年", "明年")):
        meant = (about.this_year or 0) + now[0].startswith("明年")
        return meant == about.plan_year and (now[0].startswith("明年") or _GREW.match(text) is None)
    titled = {str(about.year), str(about.plan_year)} <= {*NAMED_YEAR.findall(about.title)}
    strict = own and not titled  # a title that names both years tells which one is planned for
    return now["year"] is None or (
        int(now["year"]) == about.plan_year and (_GREW if strict else _REACHED).match(text) is None
    )


def _turns_to_next_year(text: str, state: State, about: Metadata) -> bool:
    """Whether a paragraph of plans for several years goes on with the next: 2007年，产值增长14%。年内建成甲校."""
    if state.modality != "planned" or about.plan_year is None or state.year in (None, about.plan_year):
        return False
    first = _OF_YEAR.match(text)
    return first is not None and int(first[1]) == about.plan_year


def _of_several_years(text: str, named: Sequence[Expression], about: Metadata) -> int | None:
    """The last of the years that a paragraph of the plans opens with: 今后五年，产值年均增长9%。建成甲高铁."""
    if _YEARS_AHEAD.match(text) is None or not named:
        return None
    span = named[0].interval(about.years, about.plan_year)
    return span[1] if span is not None and about.plan_year is not None and span[1] > about.plan_year else None


def _names_its_year(heading: str, about: Metadata) -> bool:
    """Whether a heading of any level says that what follows is the plan of the next year: 三是2020年工作打算。"""
    named = _PLANNED_YEAR.search(heading)
    return named is not None and (named[1] or named[2]) in ("明", str(about.plan_year))


def _part_of_plan(heading: Heading, state: State, ahead: State, about: Metadata) -> State:
    """The state below a heading of a plan: 一、发展基础 looks back until the next chapter, the rest plans."""
    if reviews(heading.text):
        named = NAMED_YEAR.findall(heading.text)
        level = heading.level if state.level < 0 else min(heading.level, state.level)
        return State("done", int(named[-1]) if named else about.year, level=level)
    return state if heading.level > state.level >= 0 else ahead


def _section(heading: Heading, dated: Sequence[Expression], state: State, about: Metadata, cues: Cues) -> State:
    """The state that a heading sets: by the year that it names, else (chapters only) by its words.

    二、“十四五”时期主要目标 is a plan for 2025, 一、“十三五”时期回顾 a review of the year reported on.
    """
    named = [int(year) for year in NAMED_YEAR.findall(heading.text)]
    own = heading.level > 2 and _names_its_year(heading.text, about)
    cue = cues.heading.findall(heading.text) if heading.level <= 1 or own else []
    if named and about.plan_year is not None and (heading.level <= 2 or own):
        modality: Modality | None = "planned" if max(named) >= about.plan_year else "done"
        if cue and cues.place[cue[-1]] == "done" and max(named) == about.plan_year and min(named) == about.plan_year:
            modality = "planned" if heading.level == 1 and state.modality == "planned" else "done"
    elif heading.level <= 1 and _OVER.search(heading.text):
        modality = "done"
    else:
        modality = cues.place[cue[-1]] if cue else None
        if heading.level <= 1 and _NEXT_PART.search(heading.text):
            modality = "planned"
    if modality is None:
        return state
    year = (about.plan_year or about.year) if modality == "planned" else about.year
    if modality == "planned" and year is not None and not named and "开局" not in heading.text:
        spans = [span for one in dated if (span := one.interval(about.years, year)) is not None]
        year = max((last for first, last in spans if first >= year), default=year)
    return State(modality, year, True)
