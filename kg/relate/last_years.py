"""The year that is over, on which news of January look back: 2024年末，贷款余额…。⏎存款余额…."""

from __future__ import annotations

import re

from kg.types import Text

_STILL_LAST = 3  # the last month in which news without a year tell of the year before
_WHOLE_YEAR = 6  # the last month in which a whole year that was counted is the one before
_ALL_YEAR = re.compile(r"全年(?!任务|目标|计划|预算|预期|免费|无休|营业|平均气温)")
_LEAD = 400  # characters of a text in which it names the year that it looks back on


def year_looked_back_on(text: Text) -> int | None:
    """The year before that of the date, where news of the first months name it at their start and no other first."""
    document = text.document
    if document.kind == "report" or document.year is None or _month(text) > _STILL_LAST:
        return None
    last = document.year - 1
    named = text.clean.find(f"{last}年", 0, _LEAD)
    this_year = min(
        (at for w in ("今年", f"{document.year}年") if (at := text.clean.find(w, 0, _LEAD)) >= 0), default=_LEAD
    )
    return last if 0 <= named < this_year else None


def whole_year_over(text: Text, start: int, end: int) -> int | None:
    """The year before where clean[start:end] counts a whole year that cannot be over in the year of the date."""
    document = text.document
    if document.kind == "report" or document.year is None or _month(text) > _WHOLE_YEAR:
        return None
    return document.year - 1 if _ALL_YEAR.search(text.clean, start, end) else None


def _month(text: Text) -> int:
    """The month of the date of a text, 12 where it has none."""
    published = text.document.published
    return int(published[5:7]) if published is not None and len(published) >= len("2024-01") else 12
