"""Years in Chinese figures, as the rules for years read them: 二〇一三年 → 2013年, 一九九八年 → 1998年."""

from __future__ import annotations

import re

from kg.numerals import chinese_number

_DIGITS = {ord(sign): str(i) for i, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    map(ord, "○零OoＯ０0"), "0"
)
# 二ＯＯ六年, 二00六年: a Latin O or a digit in the place of a nought
_YEAR = re.compile(
    "(?:二[〇○零OoＯ０0]|一九)[〇○零OoＯ０0一二三四五六七八九]{2}(?=年)(?<![0-9〇○零一二三四五六七八九十].{4})"
)
_DAY = re.compile("(?<=[0-9]年)([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")


def dates_in_digits(text: str) -> str:
    """A text with its Chinese years and dates in digits: 二〇〇四年二月十六日 → 2004年2月16日."""
    return _DAY.sub(lambda m: f"{chinese_number(m[1]):.0f}月{chinese_number(m[2]):.0f}日", in_digits(text))


def in_digits(text: str) -> str:
    """A text of the same length with its Chinese years in digits; 二十三年, 一九年 and 二〇一三 without 年 stay."""
    return _YEAR.sub(lambda m: m[0].translate(_DIGITS), text)
