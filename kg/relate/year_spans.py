"""The several years of which a paragraph speaks, 五年来, “十三五”时期, and since when figures have changed."""

from __future__ import annotations

import re

from kg.relate.years import is_base, times_in
from kg.types import Sentence, Text, Time

YEARS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}
# 五年累计新增就业28万人
_SO_MANY = re.compile(
    r"([三四五])年(?:来|间)?(?:累计|新增|净增|引进|完成|争取|投入|实施|减少|减贫|转移|共(?!同|建|享))"
)
# 五年造林78万亩, 五年来民生投入达4.3亿元; not 五年规划, 近五年
_OWN_YEARS = re.compile(
    r"(?<![第十近前每年期去续])([三四五])年(?:来|间)?(?![级制期规计行以内生限保后前度左多大发])(?=[^，。；]{2})"
)
_REACHED = re.compile(r"[到至为]$")
_OF_FIGURE = re.compile(r"[末底]?的?\d")
_BASE = re.compile(r"(?:比|较|自|从|与|同|由|超过?|(?<!特别)是|为|相当于)“?$")
_AT_END = re.compile(r"[末底初]")
_FROM = re.compile(r"(?:比|较|与|同|(?<!特别)是|为|相当于)“?$")
_AVERAGES = re.compile("(?:时期|期间)?年(?:均|平均)")
_AT_START = 16  # characters of a paragraph within which it says of which years it speaks
_NEAR_TIMES = 1200  # characters of a paragraph before a figure in which the years it covers may be named


def stretch_start(clean: str, position: int) -> int:
    """Where the paragraph of a position begins, or the list of paragraphs with dashes (——) that it stands in."""
    first = max(0, position - _NEAR_TIMES)
    start = clean.rfind("\n", 0, position) + 1
    while start > first and clean.startswith("——", start) and (before := clean.rfind("\n", 0, start - 1) + 1) < start:
        start = before
    return max(first, start)


def years_covered(text: Text, sentence: Sentence, position: int) -> Time | None:
    """The stretch of several years of which the paragraph speaks at `position`: 五年来, “十三五”时期, 2016-2020年.

    The last expression of time before the position counts, those that only serve as a measure left out; with a year of
    its own (2020年末) there is none, and none with 近年来 or 党的十八大以来: nobody knows how many years those are.
    """
    time = last_time(text, sentence, position)
    return time if time is not None and time.last > time.first and not _is_vague(text, time, position) else None


def _is_vague(text: Text, time: Time, position: int) -> bool:
    """Whether several years are 近年来 or 党的十八大以来."""
    return text.clean.startswith(("近年", "近几"), time.start) or text.clean.find("以来", time.end, position) >= 0


def last_time(text: Text, sentence: Sentence, position: int) -> Time | None:
    """The last expression of time in the paragraph before a position that is no mere measure, None where none is."""
    start = stretch_start(text.clean, position)
    if sentence.path and sentence.path[-1].start > start:
        start = sentence.path[-1].start
    for time in reversed(times_in(text, start, position)):
        if _BASE.search(text.clean[max(start, time.start - 4) : time.start]) or is_base(text.clean, sentence, time):
            continue
        apart = time.end < sentence.start or text.clean.find("；", time.end, position) >= 0
        if apart and _ends_a_change(text, time):
            continue  # 由2016年的612亿元增加到2021年的935亿元。一般公共预算收入累计完成285亿元
        if apart and time.start - start > _AT_START and _AVERAGES.match(text.clean, time.end):
            continue  # 增长13%，“十五”期间年均增长14%。财政收入16亿元
        return time
    return None


def _ends_a_change(text: Text, time: Time) -> bool:
    """Whether a year only dates the figure that a change led to: 增加到2021年的935亿元."""
    before = text.clean[time.start - 1 : time.start]
    return _REACHED.match(before) is not None and _OF_FIGURE.match(text.clean, time.end) is not None


def under_review(text: Text, sentence: Sentence, position: int, year: int) -> Time | None:
    """The several years up to `year` that the paragraph or its headings name, whatever single years stand between.

    过去五年，…。2020年，地区生产总值达到186亿元，年均增长7.2%; and the heading 2015年及“十二五”工作回顾.
    """
    start = stretch_start(text.clean, position)
    places = [(start, position), *((h.start, h.start + len(h.text) + 8) for h in reversed(sentence.path))]
    for first, end in places:
        for time in reversed(times_in(text, first, end)):
            if time.last == year and time.last - time.first >= 2 and not is_base(text.clean, sentence, time):
                return time
    return None


def opens(text: Text, time: Time, position: int) -> bool:
    """Whether a paragraph begins with several years: “十三五”时期，…。2020年，…。累计减贫6万人."""
    start = stretch_start(text.clean, position)
    several = time.last - time.first >= 2 and time.start - start <= _AT_START
    return (
        several and not text.clean.startswith(("收官", "的", "开局"), time.end) and text.clean[time.start - 1] != "是"
    )


def so_many_years(text: Text, position: int, since: int = 0) -> int:
    """How many years 五年累计 counts that stands before in the paragraph with no other time behind it; 0 for none.

    Args:
        since: where to begin to look, if not with the paragraph.
    """
    start = max(stretch_start(text.clean, position), since)
    last = max(_SO_MANY.finditer(text.clean, start, position), key=lambda m: m.start(), default=None)
    if last is None or any(t.first == t.last for t in times_in(text, last.end(), position)):
        return 0
    return YEARS[last[1]]


def base_of(text: Text, sentence: Sentence, position: int, clause: int) -> Time | None:
    """From when the figure at `position` is said to have changed: 比2018年增加, 是“十二五”末的2倍, 是“十二五”的2倍."""
    for time in reversed(times_in(text, max(sentence.start, clause - 24), position)):
        before = text.clean[max(sentence.start, time.start - 4) : time.start]
        if _FROM.search(before):
            ended = _AT_END.search(text.clean, time.start, time.end + 1) is not None
            return Time(time.start, time.end, time.last, time.last) if ended else time
        if time.start >= clause:
            return None
    return None


def own_years(clean: str, clause: int, position: int) -> int:
    """How many years the clause of a figure itself says that it is about, 五年造林78万亩; 0 where it says nothing."""
    m = _OWN_YEARS.search(clean, clause, position)
    return YEARS[m[1]] if m is not None else 0
