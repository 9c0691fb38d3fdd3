"""Chinese and Arabic numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.numerals import chinese_number, count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三千", 3000), ("三千零五十", 3050), ("一万二千", 12000), ("十二", 12), ("二十", 20), ("两千三百万", 23000000),
        ("一亿二千万", 120000000), ("二〇二〇", 2020), ("一点五", Decimal("1.5")), ("百", 100),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, value: Decimal) -> None:
    assert chinese_number(text) == value


def test_what_is_no_numeral() -> None:
    assert chinese_number("几十") is None
    assert chinese_number("三点多") is None


@pytest.mark.parametrize(("text", "value"), [("三", 3), ("十二", 12), ("二十", 20), ("12", 12), ("两", 2)])
def test_counts(text: str, value: int) -> None:
    assert count(text) == value


@pytest.mark.parametrize("text", ["三四", "几", "", "若干"])
def test_what_counts_nothing(text: str) -> None:
    assert count(text) == 0
