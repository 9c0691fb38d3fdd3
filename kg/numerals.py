"""Chinese and Arabic numerals as exact decimals."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def chinese_number(text: str) -> Decimal | None:
    """The value of a Chinese numeral (三千零五十, 一点五, 二〇二〇), None where it is none.

    >>> chinese_number("一万二千")
    Decimal('12000')
    """
    whole, point, fraction = text.partition("点")
    if point:
        if not fraction or any(sign not in _DIGITS for sign in fraction):
            return None
        base = chinese_number(whole)
        return None if base is None else base + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in fraction))
    half = text.endswith("半") and len(text) > 1
    if half:
        text = text[:-1]
    if text and all(sign in _DIGITS for sign in text):
        return Decimal("".join(str(_DIGITS[sign]) for sign in text)) + (Decimal("0.5") if half else 0)
    total = section = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        elif sign == "万":
            total += (section + digit or 1) * 10**4
            section = digit = 0
        elif sign == "亿":
            total = (total + section + digit or 1) * 10**8
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit) if text else None


def arabic_number(text: str) -> Decimal:
    """The value of digits with an optional point and thousands commas: 1,234.5."""
    return Decimal(text.replace(",", ""))


def count(text: str) -> int:
    """How many things a count says that there are: 三, 十二, 12; 0 where it is none or says no one number (三四).

    >>> count("十二"), count("12"), count("三四")
    (12, 12, 0)
    """
    if text.isdecimal():
        return int(text)
    if len(text) > 1 and all(sign in _DIGITS for sign in text):
        return 0
    return int(chinese_number(text) or 0)
