"""The observation that a figure with its indicator makes: place, year, kind, and what of the year it covers."""

from __future__ import annotations

import re

from kg.relate.figure_aims import kind_and_year
from kg.relate.figure_line import Line
from kg.relate.figure_words import years_allowed
from kg.relate.figures import Figure
from kg.relate.frames import Frame
from kg.relate.last_years import is_measure, whole_year_over, year_still_told
from kg.relate.periods import Placed, qualify
from kg.relate.year_parts import STATES, part_named, part_of_year
from kg.relate.years import time_at, times_in, year_at
from kg.types import Measure, Observation, Ref, Time

_NO_INDEX = 50  # 居民消费价格指数控制在3%以内: a rise, an index is near 100
_BREAK = re.compile(r"\n")
_NOW = re.compile(r"目前|截至|现有|如今|当前|今年|\d月|季度|半年|春节|元旦")
_FOUNDED = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?[^，。；\d]{0,12}?(?:批准|获批|成立|设立|组建|挂牌|揭牌|升级|晋升|更名|撤[县乡市]|开园|列为|纳入|确定为|认定为|命名为|授予)[^，。；]{0,24}[，；]"
)
_BY_NOW = re.compile(r"目前|如今|当前(?!价)|现[有已共]")
_PARAGRAPH = 600  # characters before a sentence of the news in which a part of the year may be named


def observe(line: Line, figure: Figure, name: str, frame: Frame, clause: int) -> Observation:
    """What a figure says of an indicator; the year is 0 where nobody knows it.

    Args:
        clause: where the clause of the figure begins.
    """
    document = line.scene.text.document
    named = time_at(line.scene.text, line.sentence, figure.start, clause)
    kind, told = kind_and_year(line, figure, clause, _year(line, figure, clause, named), named)
    year = told or document.year or 0
    known, standard = line.names.known(name), line.names.standard(name)
    grown = (standard.endswith("价格指数") and figure.value < _NO_INDEX) or (
        figure.unit == "%" and line.names.money(name)
    )
    measure: Measure = "growth" if grown else frame.measure
    text, position = line.scene.text, figure.start
    several = qualify(Placed(text, line.sentence, standard, measure, figure.unit, year, position, clause, line.review))
    return Observation(
        place=line.said.place or line.scene.home or Ref("Region", ""),
        indicator=name + _about(several, _part_of_year(line, position, kind == "actual")),
        year=year,
        value=figure.value * frame.sign,
        unit=figure.unit,
        measure=measure,
        kind=kind,
        start=figure.start,
        end=figure.end,
        rule=f"observation.{frame.measure}.{'known' if known else 'shape'}",
        confidence=0.95 if known else 0.75 if frame.measure == "growth" else 0.65,
    )


def _year(line: Line, figure: Figure, clause: int, named: Time | None) -> int | None:
    """The year that the words say; one that is named holds for what follows."""
    document, said = line.scene.text.document, line.said
    year = year_at(line.scene.text, line.told(figure.start), figure.start, clause)
    last = document.plan_year or document.year
    planned = line.told(figure.start).modality == "planned"
    if planned and last and (allowed := years_allowed(line.clean, clause, figure.start)):
        return last + allowed - 1
    if named is not None and last and named.last > last and "以来" in line.clean[named.start : named.end + 3]:
        said.year = document.year
        return document.year  # “十三五”以来，…, told in 2019
    if named is not None and _only_founded(line, named, clause):
        return document.year  # 2010年11月升级为国家级高新区，…，常住人口28万人
    if named is not None and named.end <= min(clause, said.dated) and said.year is not None:
        return said.year  # 近年来，…，2018年产值突破700亿元，增长18%
    said.dated = named.start if named is not None else said.dated
    if not planned and _by_now(line, named, clause, figure.start):
        said.year = year = document.year
    elif named is not None and line.clean.startswith("全年", named.start) and not planned:
        over = whole_year_over(line.scene.text, named.start, named.end + len("计划"))
        over = over or year_still_told(line.scene.text, line.sentence.start)
        said.year = year = over or named.last
    elif named is not None:
        said.year = named.last
    elif said.year is not None:
        return said.year
    elif year is not None and _founded_in(line, year, clause):
        return document.year  # 某高新区是…，1992年经国务院批准建立，常住人口18万人
    elif _named_later(line, year, figure):
        return document.year  # 目前拥有上市公司4家，2022年产业规模218亿元
    elif year == document.year and not planned:
        return _last_year(line, figure.start, clause) or year
    return year


def _by_now(line: Line, named: Time | None, clause: int, position: int) -> bool:
    """Whether a clause speaks of now, behind figures of a year named: 2020年产值突破90亿元，目前已聚集企业165家."""
    if (named is None and line.said.year is None) or not _BY_NOW.search(line.clean, clause, position):
        return False
    since = named.end if named is not None else line.sentence.start
    return any(since <= f.start < clause for f in line.figures)


def _only_founded(line: Line, named: Time, clause: int) -> bool:
    """Whether the year named in a clause before only tells when the place was founded or raised."""
    if named.end > clause or line.is_report:
        return False
    founded = _FOUNDED.match(line.clean, named.end, line.sentence.end)
    return founded is not None and founded.end() <= clause


def _founded_in(line: Line, year: int, clause: int) -> bool:
    """Whether the only year that the sentence has named is that of a founding."""
    times = times_in(line.scene.text, line.sentence.start, clause)
    return len(times) == 1 and times[0].last == year and _only_founded(line, times[0], clause)


def _last_year(line: Line, position: int, clause: int) -> int | None:
    """The year before that of the date, where a sentence of news without a time is about it."""
    text, sentence = line.scene.text, line.sentence
    if (over := whole_year_over(text, clause, position)) is not None:
        return over  # 1月9日电 …。班列全年开行6117列
    times = times_in(text, sentence.start, position)
    times = [t for t in times if not text.clean.startswith("全年", t.start)]
    if any(not is_measure(text, t) for t in times) or _NOW.search(text.clean, line.near(position), position):
        return None
    return year_still_told(text, sentence.start)


def _named_later(line: Line, year: int | None, figure: Figure) -> bool:
    """Whether the sentence names a year, before that of the document, behind a figure only."""
    text, sentence = line.scene.text, line.sentence
    if year is None or text.document.year is None or year >= text.document.year:
        return False
    later = (time.last == year for time in times_in(text, figure.end, sentence.end))
    return not times_in(text, sentence.start, figure.start) and any(later)


def _about(several: str, part: str) -> str:
    """What an indicator's name needs to say, in brackets: (上半年), (2019-2023累计), (1-8月比上年)."""
    if several == "(比上年)":
        return f"({part}比上年)"
    return several or (f"({part})" if part else "")


def _part_of_year(line: Line, position: int, actual: bool) -> str:
    """The part of a year that the figure is about; "" where it is a whole year."""
    clean, start = line.clean, line.near(position)
    goes_on = actual and (not line.is_report or line.scene.text.document.plan_year is None)
    goes_on = goes_on and position < line.reading.part_end  # on a page each item has a time of its own
    first = max(0, start - _PARAGRAPH) if goes_on else start
    events = (m.end for m in line.mentions_before(position) if m.type == "Event" and m.end > first)
    first = max(events, default=first)  # 一季度项目签约仪式
    if goes_on and (part := line.reading.part):  # 前三季度，…。1-8月，利润增长6%。⏎固定资产投资增长5%。
        own = part_named(clean, max(first, clean.rfind("\n", 0, position) + 1), position)
        return part if own is None else own
    if not actual and line.is_report:
        return _part_of_aim(line, position)
    paragraph = clean.rfind("\n", first, position) + 1
    if paragraph > first and not _opens_with_part(clean, first, paragraph):
        first = paragraph  # 甲港…，一季度吞吐量5万吨。⏎乙区引进项目80个
    return part_of_year(clean, first, position)


def _part_of_aim(line: Line, position: int) -> str:
    """The part of a year of an aim: that of its clause, else of the sentence; not 甲厂上半年投产，新建农田15万亩."""
    clean, start = line.clean, line.near(position)
    clause = max(start, clean.rfind("，", start, position) + 1)
    if (own := part_named(clean, clause, position)) is not None:
        return own
    works = any(m.type in ("Project", "Zone", "Enterprise") and m.end <= clause for m in line.mentions)
    return "" if works else part_of_year(clean, start, position)


def _opens_with_part(clean: str, first: int, end: int) -> bool:
    """Whether the first sentence of a paragraph in clean[first:end] tells of a part of a year."""
    starts = [first, *(m.end() for m in _BREAK.finditer(clean, first, end - 1))]
    stops = [end if (stop := clean.find("。", start, end)) < 0 else stop for start in starts]
    told = [pair for pair in zip(starts, stops, strict=True) if STATES.search(clean, *pair)]
    return any(part_of_year(clean, start, stop) for start, stop in told)
