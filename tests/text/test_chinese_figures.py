"""Figures in Chinese numerals: their digits, their places, and what is left as it is."""

from __future__ import annotations

import pytest

from kg.text.normalise import normalise

HABIT = "财政收入增长百分之八，投资增长百分之七，产值增长百分之六。"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("一九九八年，产值完成三十一亿六千万元", "1998年，产值完成31.6亿元"),
        ("完成四十二点八亿元，增长百分之十一点二", "完成42.8亿元，增长11.2%"),
        ("收入达到二千二百一十五元，净增三百元", "收入达到2215元，净增300元"),
        ("引进外资一千零五十万美元", "引进外资1050万美元"),
        ("粮食总产二十三万五千吨，完成十亿元", "粮食总产23.5万吨，完成10亿元"),
        ("自然增长率为千分之五点六，提高一点五个百分点", "自然增长率为5.6‰，提高1.5个百分点"),
        ("降低百分之零点八，节约一百多万元", "降低0.8%，节约100多万元"),
        ("三个代表，五六万元，第十家，几十亿元，数十万吨", "三个代表，五六万元，第十家，几十亿元，数十万吨"),
        ("三户村，两个文明，十件实事，百分之百", "三户村，两个文明，十件实事，百分之百"),
    ],
)
def test_numerals_become_digits(raw: str, clean: str) -> None:
    assert normalise(HABIT + raw).text.split("。", 1)[1] == clean


def test_digits_stem_from_their_numerals() -> None:
    raw = f"{HABIT}净增三百元，完成三十一亿六千万元。"
    found = normalise(raw)
    for digits, numeral in (("300元", "三百元"), ("31.6亿", "三十一亿六千万"), ("6%", "百分之六")):
        start = found.text.index(digits)
        end = start + len(digits) - 1
        assert raw[found.offsets[start] : found.offsets[end] + 1] == numeral


@pytest.mark.parametrize(
    "raw",
    [
        "产值增长8%，利润增长7%，投资5亿元，税收1亿元，有百分之九十的农户、百分之八十的村、百分之七十的组。",
        "有百分之九十的农户",
        "三十亿元，五十万元，六百元",  # three figures, but no share and no point
    ],
)
def test_a_text_that_writes_digits_keeps_its_numerals(raw: str) -> None:
    assert normalise(raw).text == raw
