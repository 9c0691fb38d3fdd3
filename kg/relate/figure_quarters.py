"""Figures of one indicator for several parts of a year or several years: 一、二、三季度分别增长7.1%、6.8%和6.5%.

Example: 固定资产投资增长9%，一季度、上半年、前三季度分别增长5%、7%、8%; 2016年至2017年，分别完成产值26亿元、31亿元.
No example: 一、二、三产业分别增长3%、6%、7%.
"""

from __future__ import annotations

import dataclasses
import re

_QUARTER = "第?[一二三四]"
_PART = r"(?:一季度|[上下]半年|前三个?季度|全年|[1一][-—~～至到]\d{1,2}月份?|\d{1,2}月份?)"
_ROW = re.compile(
    rf"(?P<quarters>{_QUARTER}(?:季度)?(?:[、和]{_QUARTER}(?:季度)?)+(?<=季度)|[一二三四]至[二三四]季度)|(?P<parts>{_PART}(?:[、和]{_PART})+)"
)
_SUMMED = re.compile(r"累计")
_SUMS = {"一": "一季度", "二": "上半年", "三": "前三季度", "四": ""}
_NUMBERS = "一二三四"
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(
    rf"(?P<first>{_YEAR})年?(?:[-—－~～]+|至|到)(?P<last>{_YEAR})年|{_YEAR}年?(?:[、和]{_YEAR}年?)+(?<=年)"
)
_ONE_YEAR = re.compile(rf"{_YEAR}年|[去今明上]年")
_FAR_YEARS = 120  # characters before a clause in which the years of its figures stand
_FAR = 40  # characters before a clause in which a row stands that is a clause of its own


@dataclasses.dataclass(frozen=True, slots=True)
class Quarters:
    """The parts of a year, or the years, that a row of figures is about, and the words without them."""

    parts: tuple[str, ...]
    words: str
    years: tuple[int, ...] = ()


def quarters(clean: str, start: int, clause: int, words: str, count: int) -> Quarters | None:
    """The parts of a year of `count` figures, which stand in their clause or alone before it; None for other rows.

    Args:
        start: where the sentence begins.
        clause: where the clause of the figures begins, `words` what stands before them in it.
    """
    if count < 2 or (
        "季度" not in words and "半年" not in words and not clean.endswith(("季度，", "年，"), start, clause)
    ):
        return None
    named = _ROW.search(words)
    if named is not None:
        rest = words[: named.start()] + words[named.end() :]
    else:
        named = _ROW.search(clean, max(start, clause - _FAR), clause)
        if named is None or named.end() != clause - 1:
            return None
        rest = words
    parts = _parts(named, summed=_SUMMED.search(words) is not None)
    return Quarters(parts, rest) if len(parts) == count else None


def years_in_row(clean: str, start: int, clause: int, words: str, count: int) -> Quarters | None:
    """The years of `count` figures that are said one by one; None for other rows.

    Args:
        start: where the sentence begins; one behind a semicolon goes on with the years before it.
        clause: where the clause of the figures begins, `words` what stands before them in it.
    """
    if count < 2 or "分别" not in words:
        return None
    near = max(0, clause - _FAR_YEARS)
    if clean[start - 1 : start] != "；":
        near = max(near, start)
    near = max(near, clean.rfind("。", near, clause) + 1, clean.rfind("\n", near, clause) + 1)
    *_, named = [None, *_YEARS.finditer(clean, near, clause + len(words))]
    if named is None or _ONE_YEAR.search(clean, named.end(), clause):
        return None
    if named["first"]:
        years = tuple(range(int(named["first"]), int(named["last"]) + 1))
    else:
        years = tuple(int(y) for y in re.findall(_YEAR, named[0]))
    return Quarters(("",) * count, words.replace(named[0], ""), years) if len(years) == count else None


def _parts(named: re.Match[str], *, summed: bool) -> tuple[str, ...]:
    """The names of the parts in order: 一、二、三季度 one by one, 一至四季度累计 one quarter more each."""
    if named["parts"]:
        found = re.split("[、和]", named["parts"])
        return tuple("" if p == "全年" else p.replace("三个季", "三季").removesuffix("份") for p in found)
    if "至" in named[0]:
        told = _NUMBERS[_NUMBERS.index(named[0][0]) : _NUMBERS.index(named[0][2]) + 1]
    else:
        told = "".join(c for c in named[0] if c in _NUMBERS)
    return tuple(_SUMS[n] if summed else f"{n}季度" for n in told)
