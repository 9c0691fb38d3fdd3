"""The shares of the three sectors: 三次产业结构由12:48:40调整为9.5:46.1:44.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_NUMBER = r"(\d{1,2}(?:\.\d+)?)%?"
_COLON = r"[:∶：︰]"
_RATIO = rf"(?<![\d.]){_NUMBER}{_COLON}{_NUMBER}{_COLON}{_NUMBER}(?![\d.])"
_SHARES = re.compile(
    r"(?:三次产业|三次产值|三产|产业结构|一、?二、?三(?:次)?产业)"
    rf"[^。；\n:∶：︰]{{0,36}}?[：:]?{_RATIO}(?:(?P<between>[^。；\n:∶：︰]{{1,24}}?){_RATIO})?"
)
_SIGN = re.compile(rf"\d{_COLON}\d")
_ITS_YEAR = re.compile(r"((?:19|20)\d\d)年(?:度|末|底)?的?(?:比例|比重|结构)?$")
_BECOMES = re.compile(r"(?:调整|优化|转变|变化|演变|变|升级|发展|提升|改善|演进|到|至)(?:到|至|为|成)?")
NAMES = ("第一产业占比", "第二产业占比", "第三产业占比")


class Share(NamedTuple):
    """One share at [start, end) in percent, of a ratio that begins at `ratio`; `base` where a change starts from it.

    `year` is the year of its own that what a change led to may name: 由2016年的34:10:56调整为2020年的27:9:64.
    """

    name: str
    start: int
    end: int
    value: float
    base: bool
    ratio: int
    year: int | None = None


def has_ratio(clean: str, start: int, end: int) -> bool:
    """Whether numbers with a colon between stand beside 产业, so that `find_shares` may find something."""
    return clean.find("产", start, end) >= 0 and _SIGN.search(clean, start, end) is not None


def find_shares(clean: str, start: int, end: int) -> Iterator[Share]:
    """The shares that clean[start:end] states; three numbers that do not make a whole are none."""
    if not has_ratio(clean, start, end):
        return
    for m in _SHARES.finditer(clean, start, end):
        change = m["between"] is not None and _BECOMES.search(m["between"]) is not None
        # 结构为9:50:41，上年为…: what does not say that one became the other is read once.
        for first, base in ((1, change), (5, False)) if change else ((1, False),):
            if not 97 <= sum(float(m[g]) for g in range(first, first + 3)) <= 103:
                continue
            own = _ITS_YEAR.search(m["between"]) if change and not base else None
            year = int(own[1]) if own is not None else None
            for group, name in enumerate(NAMES, first):
                yield Share(name, m.start(group), m.end(group), float(m[group]), base, m.start(first), year)
