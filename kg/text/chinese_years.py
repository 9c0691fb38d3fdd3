"""Years in Chinese figures, as the rules for years read them: 二〇一三年 → 2013年, 一九九八年 → 1998年."""

from __future__ import annotations

import re

_DIGITS = {ord(sign): str(i) for i, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys(map(ord, "○零"), "0")
_YEAR = re.compile("(?<![〇○零一二三四五六七八九十])(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=年)")


def in_digits(text: str) -> str:
    """A text of the same length with its Chinese years in digits; 二十三年, 一九年 and 二〇一三 without 年 stay."""
    return _YEAR.sub(lambda m: m[0].translate(_DIGITS), text)
