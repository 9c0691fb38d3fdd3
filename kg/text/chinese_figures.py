"""Figures in Chinese numerals, as reports of the 1990s write them, in the digits that all rules for statistics read.

Example: 完成三十一亿六千万元，增长百分之九点五 reads 完成31.6亿元，增长9.5%, in a text that writes its figures so. No
example: 三个代表, 五六万元, 第十家; a text that writes its figures in digits and 百分之百 once.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.numerals import chinese_number
from kg.text.chinese_years import in_digits

_NUMERAL = "[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零〇]{0,18}(?:点[一二三四五六七八九零〇]{1,6})?"
_MONEY = "(?:美元|日元|港元|港币|欧元|元)"
_UNIT = (
    rf"{_MONEY}|公斤|千克|斤|吨|担|公顷|亩|平方公里|平方米|立方米|公里|米|千瓦时|千瓦|千伏安|度|人次|人|户|家|辆|台|套|头|只|册"
    "|个百分点|倍"
)
_SHARE = re.compile(rf"(?P<of>百分之|千分之)(?P<share>零点[一二三四五六七八九零〇]{{1,6}}|{_NUMERAL})(?![百千万亿几])")
_AMOUNT = re.compile(
    rf"(?<![第数几一二两三四五六七八九十百千万亿零〇点分之“\d.])(?P<number>{_NUMERAL})(?P<scale>[万亿]?)(?=(?:[余多][万亿]?)?(?P<unit>{_UNIT}))"
)
_DIGITS = re.compile(rf"\d(?:%|[万亿]{{0,2}}{_MONEY})")
# 五六万元, 二三十家: about so many
_ABOUT = re.compile("[一二两三四五六七八九]{2}")
_FEWEST = 3  # figures from which on a text has the habit
_SMALLEST = {"人": 20, "户": 20, "家": 10, "台": 10, "套": 10, "头": 10, "只": 10, "辆": 10, "册": 10, "度": 10}
_SIGNS = {"百分之": "%", "千分之": "‰"}


def with_digits(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """A text and the places of its characters, its figures in digits where it writes them in Chinese numerals.

    The digits of a numeral stem from its characters in turn, where it has fewer several from its last one.
    """
    if "百分之" not in text and "点" not in text:
        return text, offsets
    found = sorted(_figures(text))
    if len(found) < _FEWEST or len(found) <= sum(1 for _ in _DIGITS.finditer(text)):
        return text, offsets
    text = in_digits(text)
    pieces: list[str] = []
    places: array[int] = array("I")
    at = 0
    for start, end, digits in found:
        pieces += [text[at:start], digits]
        places.extend(offsets[at:start])
        own = [min(start + i, end - 1) for i in range(len(digits) - 1)]
        places.extend(offsets[i] for i in [*own, end - 1])
        at = end
    pieces.append(text[at:])
    places.extend(offsets[at:])
    return "".join(pieces), places


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    """Where figures stand in Chinese numerals, and their digits."""
    for m in _SHARE.finditer(text):
        value = _value(m["share"])
        if value is not None:
            yield m.start(), m.end(), f"{_plain(value)}{_SIGNS[m['of']]}"
    for m in _AMOUNT.finditer(text):
        value = _value(m["number"])
        if value is not None and value >= _SMALLEST.get(m["unit"], 0) and not m["number"].startswith("零"):
            yield m.start(), m.end(), _scaled(value, m["number"], m["scale"], m["unit"])


def _scaled(value: Decimal, number: str, scale: str, unit: str) -> str:
    """The digits of a number with its 万 or 亿: 三十一亿六千万 → 31.6亿, 四十二点八 and 亿 → 42.8亿."""
    if scale:
        return f"{_plain(value)}{scale}"
    if value >= 10**8:
        return f"{_plain(value / 10**8)}亿"
    if number.endswith("万") or (value >= 10**4 and not unit.endswith("元")):
        return f"{_plain(value / 10**4)}万"
    return _plain(value)


def _plain(value: Decimal) -> str:
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _value(numeral: str) -> Decimal | None:
    """The value of a numeral; None of one that says no one number."""
    return None if _ABOUT.search(numeral.partition("点")[0]) else chinese_number(numeral)
