"""The year of the figure that a change starts from: 由5.2%下降到0.6%."""

from __future__ import annotations

import re

from kg.relate.years import times_in
from kg.scan import after_last
from kg.types import Sentence, Text, Time

_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:初|末|底|度)?的?$")
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年|年初)(?:同期|末|底)?的?$")
_FROM = re.compile(r"[由从]$")
_THAN = re.compile(r"[年末底]{0,2}相比")
_NEAR = 4  # characters between an expression of time and the figure that it dates: “十二五”末的
_LISTED = 300  # characters of a list before a sentence that say from which year all of it is told
_PERIOD = 6000  # characters within which a review of several years names them


def base_year(text: Text, sentence: Sentence, position: int, year: int, review: Time | None = None) -> int | None:
    """The year of the figure at `position`, from which something changed until `year`.

    由2010年的16.8 names it, 由上年的 is the year before; 五年来 and “十二五”时期 start from the year before their
    first, as does the `review` in which the sentence stands. A report that says nothing of the kind compares with the
    year before; news do not say.
    """
    words = text.clean[max(sentence.start, position - 16) : position]
    if named := _NAMED.search(words):
        return int(named[1])
    if _LAST_YEAR.search(words):
        return year - 1
    inside = times_in(text, sentence.start, position)
    if inside and position - inside[-1].end <= _NEAR:
        return inside[-1].last
    for time in reversed(inside):
        if time.first == time.last < year and _starts_there(text, time):
            return time.last  # 收入由2016年的26亿元增加到33亿元，支出|由110亿元增加到160亿元
    if text.clean[sentence.start - 1] == "；":  # 收入由2016年的26亿元增加到33亿元；支出|由110亿元增加到160亿元
        lines = after_last(text.clean, "。！？\n", max(0, sentence.start - _LISTED), sentence.start)
        listed = (t for t in times_in(text, lines, sentence.start) if t.first == t.last < year)
        if starts := [t.last for t in listed if _starts_there(text, t)]:
            return starts[-1]
    section = sentence.path[0].start if sentence.path else position - _PERIOD // 4
    named_before = times_in(text, max(0, section, position - _PERIOD), position)
    for time in reversed(named_before):
        if time.last == year and time.last - time.first >= 2 and text.clean[time.start] != "近":
            dated = text.clean[time.start].isdigit()  # 2013年至2022年，产值由86亿元增加到…
            return time.first if dated else _first_said(text, named_before, time.first - 1)
    if review is not None and review.last == year:
        return _first_said(text, named_before, review.first - 1)
    return year - 1 if text.document.kind == "report" else None


def _starts_there(text: Text, time: Time) -> bool:
    """Whether a sentence counts from a year: 由|2016年|的26亿元增加到…, 与|2016年|相比."""
    before, behind = _FROM.search(text.clean, max(0, time.start - 2), time.start), _THAN.match(text.clean, time.end)
    return before is not None or behind is not None


def _first_said(text: Text, named: list[Time], base: int) -> int:
    """The year before several, or the first of them where the section starts from that one: 由2017年的55%提高到….

    过去五年 in a report of 2022 begins for some with the end of 2016, for others with 2017.
    """
    starts = (t for t in named if t.first == t.last == base + 1)
    return base + 1 if any(_FROM.search(text.clean, max(0, t.start - 2), t.start) for t in starts) else base
