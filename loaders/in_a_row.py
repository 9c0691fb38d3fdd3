"""Articles that stand in one text with nothing between them but blank lines: each has its title and its date.

Example: 甲县签约 / 2024-05-06 / 一段 … 乙县开工 / 2024-05-07 / 一段, or each with the date below; a page of a paper,
each text of which begins with 本报讯. No example: a chronicle, whose dates stand above paragraphs without titles; a
report with the notice that sends it out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.page_head import DATE_LINE, about_page

Line = tuple[int, int]

_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}")
_REPORTED = re.compile(r"\s*(?:本[报台网]讯|本报[\u4e00-\u9fff]{0,6}(?:\d{1,2}月\d{1,2}日)?[讯电](?=[\s（(]))")
_MASTHEAD = 4  # lines above the first article of a page
_PARAGRAPH = 40  # characters of a line from which it is of a text
_TITLE = 40  # characters of a title at most


def dated_articles(text: str, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each article of a text that holds several; empty where it is one."""
    dates = [i for i, line in enumerate(lines) if _is_date(text[slice(*line)])]
    if len(dates) < 2:
        return []
    starts = _dated_above(text, lines, dates) or _dated_below(text, lines, dates)
    ends = [*starts[1:], len(lines)]
    return [list(lines[low:high]) for low, high in zip(starts, ends, strict=True)] if starts else []


def reported_articles(text: str, lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each article of a page of a paper; the first has those of its head; empty where it is no such page.

    Each has a line of title and begins with 本报讯.
    """
    starts = [i - 1 for i, line in enumerate(lines) if _REPORTED.match(text, *line)]
    if len(starts) < 2 or not 0 <= starts[0] <= _MASTHEAD:
        return []
    if not all(_is_title(text, lines, i) and _is_body(text, lines, i + 1) for i in starts):
        return []
    if not all(_is_body(text, lines, i - 1) for i in starts[1:]):
        return []
    return [list(lines[low:high]) for low, high in zip([0, *starts[1:]], [*starts[1:], len(lines)], strict=True)]


def _is_date(line: str) -> bool:
    """Whether a line is a date, or one about the page with a date: 来源：某日报 2024-05-06 09:00."""
    if DATE_LINE.fullmatch(line):
        return True
    return len(line) <= _TITLE + 20 and _DATE.search(line) is not None and about_page(line)


def _dated_above(text: str, lines: Sequence[Line], dates: list[int]) -> list[int]:
    """Where articles begin that have a line of title, a line of date and then their text."""
    starts = [i - 1 for i in dates]
    fits = starts[0] == 0 and all(_is_title(text, lines, i) and _is_body(text, lines, i + 2) for i in starts)
    return starts if fits and all(_is_body(text, lines, i - 1) for i in starts[1:]) else []


def _dated_below(text: str, lines: Sequence[Line], dates: list[int]) -> list[int]:
    """Where articles begin that have a line of title, their text and then a line of date."""
    starts = [0, *(i + 1 for i in dates[:-1])]
    fits = dates[-1] == len(lines) - 1 and all(_is_body(text, lines, i - 1) for i in dates)
    return starts if fits and all(_is_title(text, lines, i) and _is_body(text, lines, i + 1) for i in starts) else []


def _is_title(text: str, lines: Sequence[Line], at: int) -> bool:
    line = text[slice(*lines[at])].strip() if at < len(lines) else ""
    return 4 <= len(line) <= _TITLE and line[-1] not in "。；，：、"


def _is_body(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a paragraph, which ends like one."""
    line = text[slice(*lines[at])].strip() if at < len(lines) else ""
    return len(line) >= _PARAGRAPH or (len(line) > 8 and line[-1] in "。！？”）")
