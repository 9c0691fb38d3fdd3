"""Sentences and what governs each: headings, plan or review, year, part of the document."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.ontology.lexicon import Lexicon
from kg.text.ahead import ahead as to_come
from kg.text.asides import aside, governs, reached
from kg.text.metadata import Metadata
from kg.text.own_year import plan_ends
from kg.text.plans import is_plan, planned_years, reviews
from kg.text.times import NAMED_YEAR, Expression
from kg.types import Heading, Modality, Part, Sentence, Span

_POINTS = ("·", "●", "■", "◆", "▲", "★")
_CIRCLED = re.compile(r"[①-⑳]")
_MARK = re.compile(r"[。！？；\n](?:(?<!\n)[。！？；]*[”’）》]*)?")  # a set of characters first: sought fast
_STOP = re.compile(rf"{_MARK.pattern}|(?<=[^①-⑳\n])(?=[①-⑳])")
# Stops inside short brackets and quotes do not end a sentence.
_INSIDE = re.compile(r"（[^（）\n]{0,120}）|《[^《》\n]{0,60}》|“[^“”\n]{0,40}”")
_ITEM = re.compile(r"[①-⑳]|（\d{1,2}）|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}是")
_YEAR_FIRST = re.compile(
    r"(?:各位代表！?)?((?:19|20)\d\d)年，?(?:是|的?(?:主要|总体)?预期目标|的主要任务|我们将|我们要|政府|经济社会|一[要是]|重点|主要任务|主要工作|工作(?:安排|打算|计划|任务|重点|谋划|思路|建议)|目标任务|将|要|计划|我[省市县区州盟旗镇乡]将)"
)
_PLANNED_YEAR = re.compile(  # 三是2020年工作打算。 2021年安排：
    r"(?:^|[是、）.])((?:19|20)\d\d)年(?:度|的)?[^，。；\d]{0,6}(?:工作|项目|建设)?(?:打算|安排|计划|思路|部署|重点工作|主要任务|工作重点|工作任务)：?$"
)
# 今年，建成甲路 at the start of a paragraph, where the report tells of the year before; not 今年以来, 今年，我们实现了
_NOW = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年|今年|明年|新的一年)，(?!以来|我们?[^，。]{0,6}了|[^。]{0,40}(?:了|同比|荣获))"
)
_OPENED = re.compile(
    r"(?:截至|到)?(?P<year>(?:19|20)\d\d)年[末底]?，|“?十(?P<plan>[一二三四五])五”?(?:时期|期间|以来)，"
)
_GREW = re.compile(r"[^。]{0,44}增长\d(?![\d.]*%?(?:个百分点)?(?:以上|左右))")
_REACHED = re.compile(r"[^。]{0,44}(?:完成|实现|达到?)[^。]{0,24}增长\d(?![\d.]*%?(?:个百分点)?(?:以上|左右))")
_REST = re.compile(
    r"(?:下半年|第?[二三四]季度|后(?:[一二三四五六]|\d)个月|年内后期)，?(?!以来|我们?[^，。]{0,6}了|[^。]{0,40}(?:了|同比|荣获))"
)
_PART_TITLED = re.compile(r"上半年|前[一二三]个?季度|第?[一二三]季度|前\d{1,2}个?月|\d{1,2}[-—~～至]\d{1,2}月")
# 报告提出，2020年，将加快建设新城: in news of a report, what follows in the paragraph is planned
_PROPOSED = re.compile(
    r"(?:报告|规划|方案)(?:中|还)?(?:提出|明确|要求)，?((?:19|20)\d\d)年，?[^，。；\d]{0,8}(?:将|要|力争|计划|推动|加快)"
    r"|提出了?((?:19|20)\d\d)年[^，。；\d]{0,8}(?:任务|目标|安排|重点)"
)
_NOTE = re.compile(r"(?<=[\n。；）：])(?:\[\d{1,3}\]|\d{1,3}[.、](?!\d)|[①-⑳])|(?<=解释|注释)1[.、]")
_BOOK = re.compile(r"《[^《》\n]{0,60}》")
_ALL_YEAR = re.compile(r"预计全年|全年[^，。；\d]{0,6}预计")
_LATE = 11  # the month from which an estimate of the whole year is no aim
_MONTHS = re.compile(
    r"(?:\d{1,2}(?:月?[-—－~～至到]\d{1,2})?月|[上下]半年|第?[一二三四]季度|前[一二三四五六七八九十\d]{1,2}个?(?:月|季度))"
)
# a heading that review and plan have alike
_OF_EITHER = re.compile(r"[^，。\d今明未来下后]{0,6}(?:重点工作|重点任务|工作任务|工作重点)(?:推进|进展|完成|落实)?")
_PREAMBLE = re.compile(r"各位代表|我代表|会议上|大会上|报告工作|列席")
# What says that a thing of the plan's own year has happened already: reports slip in their years.
_HAPPENED = re.compile(r"完成了|取得了|实现了|荣获|被评为|同比|较上年|比上年|完成固定资产投资")
_COMPARED = re.compile(r"(?:比|较|与|同|和|由|从|自|是|相当于|为|超|过)(?:“)?$|比[^，。]{0,2}$")
_COMPARISON = re.compile(r"(?:的\d|相比|同期|末的|增长|提高|增加|下降|减少|的[一二两三四五六七八九十]倍|规划编|规划《)")


class Frame(NamedTuple):
    """What is known of a text before it is cut: headings, the appendix of notes, expressions of time, metadata."""

    headings: Sequence[Heading]
    glossary: Span
    times: Sequence[Expression]
    about: Metadata


class _Cues(NamedTuple):
    heading: re.Pattern[str]
    opening: re.Pattern[str]
    place: dict[str, Modality]
    begin: dict[str, Modality]
    planned: re.Pattern[str]
    planned_weak: re.Pattern[str]
    done: re.Pattern[str]
    line: tuple[str, ...]
    anywhere: re.Pattern[str]

    def ahead(self, text: str, about: Metadata) -> list[int]:
        """Where the words stand that make a sentence planned."""
        words = (self.planned,) if about.kind == "report" else (self.planned, self.planned_weak)
        found = [m.start() for shape in words if (m := shape.search(text)) is not None]
        return [*found, *to_come(text)] if about.plan_year is None else found


class _State(NamedTuple):
    """What the section says of the sentences in it; `fixed` when a heading said it, not a sentence.

    `level` is that of the heading below which a plan looks back, -1 elsewhere.
    """

    modality: Modality
    year: int | None
    fixed: bool = False
    level: int = -1


def sentences(clean: str, frame: Frame, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of a clean text, in order; together they cover all of it but line breaks."""
    found, glossary, dated, about = frame
    cues = _cues(lexicon)
    plan = about.kind != "report" and is_plan(about.title)
    ahead = _State("planned", (planned_years(about.title) or (0, about.year))[1])
    state = ahead if plan else _State("done", about.year)
    path: list[Heading] = []
    by_start = {heading.start: heading for heading in found}
    out: list[Sentence] = []
    title = _title_end(clean, about.title)
    opens = _plans_open(found, title, about)
    until_line: _State | None = None  # what holds again after the paragraph in whose midst plans begin
    at = 0
    for start, end in _cut(clean, found, glossary):
        while at < len(dated) and dated[at].start < start:
            at += 1
        past = at
        while past < len(dated) and dated[past].start < end:
            past += 1
        named = dated[at:past]
        part = _part(clean, start, end, title, glossary, cues)
        if part != "body":
            out.append(Sentence(start, end, (), "done", about.year, part, _ITEM.match(clean, start, end) is not None))
            continue
        text = clean[start:end]
        heading = by_start.get(start)
        if heading is not None:
            while path and path[-1].level >= heading.level:
                path.pop()
        if about.kind == "report":
            own = start == 0 or clean[start - 1] == "\n"
            if own and until_line is not None:
                state, until_line = until_line, None
            if heading is None or start >= opens or not _OF_EITHER.fullmatch(heading.text):
                state = _advance(text, heading, named, state, about, cues)
            if heading is None and state.modality == "done" and _opens_plans(text, about, own):
                until_line = None if own or until_line is not None else state
                state = _State("planned", about.plan_year or about.year)
        elif (
            plan
            and heading is not None
            and (heading.level <= 2 or heading.level <= state.level or reviews(heading.text))
        ):
            state = _part_of_plan(heading, state, ahead, about)
        elif not plan:
            state = _proposed(clean, start, end, state, about)
        preamble = about.kind == "report" and not path and heading is None and _PREAMBLE.search(text) is not None
        modality = "done" if preamble else _modality(text, state, about, cues)
        until = out[-1].year if modality == "done" and out and _goes_on(clean, out[-1], text, cues) else None
        if until is not None:
            modality = "planned"
        section = state.year if modality == state.modality or about.plan_year is None else about.plan_year
        section = until if until is not None else section
        if out and modality == "done" and _in_the_new_year(clean, start, out[-1], about):
            section = about.plan_year
        year = _year(clean, start, end, named, _Said(modality, section, about)) if named else section
        item = _ITEM.match(clean, start, end) is not None
        words = None
        if state.modality != modality and until is None and not preamble:
            words = (
                reached(text, cues.done)
                if modality == "done"
                else aside(text, about.plan_year, cues.ahead(text, about))
            )
        words = Span(start + words.start, start + words.end) if words is not None else None
        out.append(Sentence(start, end, tuple(path), modality, year, part, item, words))
        if heading is not None:
            path.append(heading)
    return tuple(out)


def _in_the_new_year(clean: str, start: int, before: Sentence, about: Metadata) -> bool:
    """Whether months without a year are those of the plan's year: 今年一季度，收入下降。1—4月，收入增长2%.

    Reports of May look back on the months that are over.
    """
    if about.plan_year is None or before.year != about.plan_year or before.modality != "done":
        return False
    return clean[start - 1] != "\n" and _MONTHS.match(clean, start) is not None


def _plans_open(found: Sequence[Heading], title: int, about: Metadata) -> int:
    """Where the first chapter begins whose heading names the year of the plans; 0 where none does.

    二、重点工作 before 三、2019年打算 goes on with the review, alone it is a plan.
    """
    chapters = (h for h in found if h.level <= 1 and h.start >= title and about.plan_year is not None)
    return next((h.start for h in chapters if str(about.plan_year) in NAMED_YEAR.findall(h.text)), 0)


def _cut(clean: str, found: Sequence[Heading], glossary: Span) -> Iterator[tuple[int, int]]:
    edges: set[int] = {glossary.start, glossary.end}
    edges.update(match.start() for match in _NOTE.finditer(clean, *glossary))
    covered = [match.span() for match in _INSIDE.finditer(clean)]
    i = 0
    for match in (_STOP if _CIRCLED.search(clean) else _MARK).finditer(clean):
        end = match.end()
        while i < len(covered) and covered[i][1] < end:
            i += 1
        if match[0] and match[0] != "\n" and i < len(covered) and covered[i][0] < match.start():
            low, high = covered[i]
            if end < high or high - low <= 24 or match[0][-1] not in "”":
                continue
        edges.add(end)
    for heading in found:
        edges.update((heading.start, heading.end))
    edges.add(len(clean))
    start = 0
    for edge in sorted(edges):
        while start < edge and clean[start] == "\n":
            start += 1
        end = edge
        while end > start and clean[end - 1] == "\n":
            end -= 1
        if end > start:
            yield start, end
        start = edge


def _title_end(clean: str, title: str) -> int:
    """The end of the first lines that are the title or repeat it."""
    bare = re.sub(r"[\s：:（）()—“”\"]", "", title)
    end = 0
    for match in re.finditer(r"[^\n]+", clean[:600]):
        line = re.sub(r"[\s：:（）()—“”\"]", "", match[0].removeprefix("标题："))
        if bare and (line.startswith(bare) or line == "政府工作报告"):
            end = match.end()
        else:
            break
    return end


def _part(clean: str, start: int, end: int, title: int, glossary: Span, cues: _Cues) -> Part:
    if end <= title:
        return "title"
    if glossary.start <= start < glossary.end:
        return "glossary"
    if end - start <= 80:
        text = clean[start:end].lstrip("（—- ·")
        if text.startswith(cues.line) or (end - start <= 60 and cues.anywhere.search(text)):
            return "furniture"
        if not re.search(r"[\u4e00-\u9fff]", text) and re.fullmatch(r"[\d\-/.: 页第]+", text):
            return "furniture"
    return "body"


def _advance(
    text: str, heading: Heading | None, named: Sequence[Expression], state: _State, about: Metadata, cues: _Cues
) -> _State:
    """The state after a heading or an opening that changes from review to plan or back."""
    if heading is not None:
        turns = heading.level <= 3 or _names_its_year(heading.text, about)
        return _section(heading, named, state, about, cues) if turns else state
    opening = cues.opening.match(text)
    if opening:
        modality = cues.begin[opening["cue"]]
        if modality != state.modality and not (state.fixed and modality == "done"):
            return _State(modality, (about.plan_year or about.year) if modality == "planned" else about.year)
    first = _YEAR_FIRST.match(text)
    if first and about.plan_year is not None and int(first[1]) == about.plan_year and state.modality == "done":
        return _State("planned", about.plan_year)
    return state


def _proposed(clean: str, start: int, end: int, state: _State, about: Metadata) -> _State:
    """The state of news of a report where it begins to tell what is planned, until the end of the paragraph."""
    if start == 0 or clean[start - 1] == "\n":
        state = _State("done", about.year)
    said = _PROPOSED.search(clean, start, end)
    year = int(said[1] or said[2]) if said is not None else None
    ahead = year is not None and (about.year is None or year >= about.year)
    return _State("planned", year) if ahead else state


def _opens_plans(text: str, about: Metadata, own: bool) -> bool:
    """Whether a sentence begins with the year of the plans: 今年，建成甲路; 2013年，集中力量抓好…; not 今年以来.

    In what reports on a part of the year, with the rest of it: 下半年，建成甲路. What grew in the plan's year
    may be done already, where it opens its own paragraph: much that follows would be planned.
    """
    if about.plan_year is None:
        return _REST.match(text) is not None and _PART_TITLED.search(about.title) is not None
    headed = _PLANNED_YEAR.match(text.rstrip("。"))
    if headed is not None:
        return int(headed[1]) == about.plan_year
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


def _names_its_year(heading: str, about: Metadata) -> bool:
    """Whether a heading of any level says that what follows is the plan of the next year: 三是2020年工作打算。"""
    named = _PLANNED_YEAR.search(heading)
    return named is not None and int(named[1]) == about.plan_year


def _part_of_plan(heading: Heading, state: _State, ahead: _State, about: Metadata) -> _State:
    """The state below a heading of a plan: 一、发展基础 looks back until the next chapter, the rest plans."""
    if reviews(heading.text):
        named = NAMED_YEAR.findall(heading.text)
        level = heading.level if state.level < 0 else min(heading.level, state.level)
        return _State("done", int(named[-1]) if named else about.year, level=level)
    return state if heading.level > state.level >= 0 else ahead


def _section(heading: Heading, dated: Sequence[Expression], state: _State, about: Metadata, cues: _Cues) -> _State:
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
    else:
        modality = cues.place[cue[-1]] if cue else None
    if modality is None:
        return state
    year = (about.plan_year or about.year) if modality == "planned" else about.year
    if modality == "planned" and year is not None and not named and "开局" not in heading.text:
        spans = [span for one in dated if (span := one.interval(about.years, year)) is not None]
        year = max((last for first, last in spans if first >= year), default=year)
    return _State(modality, year, True)


def _modality(text: str, state: _State, about: Metadata, cues: _Cues) -> Modality:
    """Planned or done: the section's unless the sentence itself says otherwise.

    In a review 力争明年建成 is planned; in a plan section 目前已完成投资3亿元 is done.
    """
    if state.modality == "planned":
        if about.kind != "report" and _looks_back(text, about):
            return "done"
        return "done" if cues.done.search(text) and not cues.planned.search(text) else "planned"
    if cues.planned.search(text):
        return "planned"
    if about.plan_year is not None:
        named = [int(year) for year in NAMED_YEAR.findall(_BOOK.sub("", text))]
        return "planned" if named and min(named) >= about.plan_year and not _HAPPENED.search(text) else "done"
    weak = cues.planned_weak.search(text) if about.kind != "report" and state.level < 0 else None
    estimate = weak is not None and weak[0].startswith("预计") and _estimates(text, about)
    if about.kind == "report" and _PART_TITLED.search(about.title) and _ALL_YEAR.search(text):
        return "planned"
    coming = state.level < 0 and next(to_come(text), None) is not None
    return "planned" if coming or (weak is not None and not estimate) else "done"


def _looks_back(text: str, about: Metadata) -> bool:
    """Whether a sentence of a plan for several years opens with those before it: “十三五”时期，建成甲桥; 2020年，…."""
    planned = planned_years(about.title)
    opened = _OPENED.match(text) if planned is not None else None
    if opened is None or planned is None:
        return False
    over = int(opened["year"]) if opened["year"] else plan_ends(opened["plan"])
    return over < planned[0]


def _estimates(text: str, about: Metadata) -> bool:
    """Whether news of the last months of a year say what all of it will have come to: 预计全年完成产值640亿元."""
    day = about.published
    late = day is not None and int(day[:4]) == about.year and len(day) >= len("2020-12") and int(day[5:7]) >= _LATE
    return late and _ALL_YEAR.search(text) is not None


def _goes_on(clean: str, before: Sentence, text: str, cues: _Cues) -> bool:
    """Whether a sentence goes on with the plans of the one before it: 到2025年，产值突破90亿元；企业达到60家.

    So do the points of a list below what is planned: 今年将加快：●重点完成甲路.
    """
    if before.modality != "planned" or before.part != "body":
        return False
    if before.aside is not None and not governs(clean, before.aside.start):
        return False  # 甲路竣工，预计明年通车；乙厂投产
    ends = clean[before.end - 1]
    pointed = text.startswith(_POINTS) and (ends == "：" or clean.startswith(_POINTS, before.start))
    if ends != "；" and not pointed:
        return False
    return cues.done.search(text) is None and _HAPPENED.search(text) is None


class _Said(NamedTuple):
    """What is known of a sentence before its own years are read."""

    modality: Modality
    section: int | None
    about: Metadata


def _year(clean: str, start: int, end: int, named: Sequence[Expression], said: _Said) -> int | None:
    """The year that a sentence speaks of: the first that it names and does not merely compare with, else the section's.

    比2015年增长8.1% and “十二五”末的1.4倍 name years of comparison, 《…规划（2021—2035年）》 that of a title.
    """
    books = [match.span() for match in _BOOK.finditer(clean, start, end)]
    section, about = said.section, said.about
    for one in named:
        span = one.interval(about.years, section)
        if span is None or any(low <= one.start < high for low, high in books):
            continue
        first, last = span
        before, after = clean[max(start, one.start - 4) : one.start], clean[one.end : one.end + 4]
        if _COMPARED.search(before) or _COMPARISON.match(after):
            continue
        if last - first > 1 and one.start - start > 8:
            continue
        if said.modality == "done" and about.year is not None and last > about.year + 1:
            continue
        if said.modality == "planned" and section is not None and last < min(section, about.plan_year or section):
            continue
        return last
    return section


@functools.lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> _Cues:
    place: dict[str, Modality] = {}
    begin: dict[str, Modality] = {}
    for row in lexicon.rows("section_cue"):
        (place if row["place"] == "heading" else begin)[row["name"]] = _named(row["modality"])
    rows = lexicon.rows("modality_cue")

    def words(modality: str, strength: str) -> re.Pattern[str]:
        return _any(row["name"] for row in rows if row["modality"] == modality and row["strength"] == strength)

    furniture = lexicon.rows("furniture")
    return _Cues(
        _any(place),
        re.compile(rf"(?:各位代表！)?(?P<cue>{_any(begin).pattern})"),
        place,
        begin,
        words("planned", "strong"),
        words("planned", "weak"),
        re.compile(rf"(?:{words('done', 'strong').pattern})(?![项的、])(?![^，。；、]{{0,12}}的(?!\d))"),
        tuple(row["name"].replace(":", "：") for row in furniture if row["place"] == "line"),
        _any(row["name"] for row in furniture if row["place"] == "anywhere"),
    )


def _any(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def _named(text: str) -> Modality:
    return "planned" if text == "planned" else "done"
