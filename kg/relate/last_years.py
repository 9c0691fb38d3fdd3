"""The year that is over, of which news tell without a year: 2024年末，贷款余额…。⏎存款余额…."""

from __future__ import annotations

import re

from kg.relate.years import times_in
from kg.types import Text, Time

_DECEMBER = 12
_STILL_LAST = 3  # the last month in which news without a year tell of the year before
_WHOLE_YEAR = 6  # the last month in which a whole year that was counted is the one before
_ALL_YEAR = re.compile(r"全年(?!任务|目标|计划|安排|将|力争|预算|预期|免费|营业|平均气温)")
_JUST_NOW = re.compile(r"(?:本报讯[^，。]{0,16}?)?(?:日前|近日|昨日|昨天|今天|当日|连日来|目前|眼下|如今)")
_OPENS = re.compile(r"(?:^|[，。；：、\n“（(—]|截至|截止|截止到|时间|在|到|据统计|其中|来看|数据显示)[“]?$")
_DISPATCH = "本报讯"  # where the next news of a page begin
_MEASURE = re.compile(r"(?:比|较|同|自|从|由|到|(?<!截)至|于|是|为|超过?)[“]?$")
_BACK = 1500  # characters before a sentence in which a year that still holds is named


def year_still_told(text: Text, position: int) -> int | None:
    """The year before that of the text, where it is the last one named before a sentence at `position`.

    Only of texts without a date, and of those of the first months of a year: what a portrait tells, having named last
    year, is of that year.
    """
    document = text.document
    if document.kind == "report" or document.year is None:
        return None
    if (month := told_month(text)) is not None and month > _STILL_LAST:
        return None
    if _JUST_NOW.match(text.clean, position):
        return None  # 日前，甲厂封顶
    back = max(0, position - _BACK, text.clean.rfind(_DISPATCH, 0, position))
    for time in reversed(times_in(text, back, position)):
        if not text.clean[time.start].isdigit():
            if time.last >= document.year and text.clean[time.start] in "今本":
                return None  # 今年上半年; not 全年
            continue  # 去年
        if not _opens(text, time):
            continue  # 甲园2020年被列入试点: of that only
        if time.first == time.last and not is_measure(text, time):
            return time.last if time.last == document.year - 1 else None
    return None


def _opens(text: Text, time: Time) -> bool:
    """Whether a time begins a clause, or stands behind the word that says up to when: 截至2024年末."""
    return _OPENS.search(text.clean, max(0, time.start - 6), time.start) is not None


def is_measure(text: Text, time: Time) -> bool:
    """Whether a time is what something is compared with or starts from: 由2018年的, 比2018年."""
    return _MEASURE.search(text.clean, max(0, time.start - 4), time.start) is not None


def whole_year_over(text: Text, start: int, end: int) -> int | None:
    """The year before where clean[start:end] counts a whole year that cannot be over in the year of the date."""
    document = text.document
    if document.kind == "report" or document.year is None or _month(text) > _WHOLE_YEAR:
        return None
    return document.year - 1 if _ALL_YEAR.search(text.clean, start, end) else None


def _month(text: Text) -> int:
    """The month of the date of a text, 12 where it has none."""
    return told_month(text) or _DECEMBER


def told_month(text: Text) -> int | None:
    """The month in which a text was written, the last one where its date is of the year after the one it tells of."""
    published, year = text.document.published, text.document.year
    if published is not None and year is not None and int(published[:4]) > year:
        return _DECEMBER  # 数说2022, of February 2023: that year is over and is the one told of
    return text.document.month
