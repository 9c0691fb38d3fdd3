"""The words before a figure, figures, and names of indicators."""

from __future__ import annotations

import pytest

from kg.ontology import load_lexicon
from kg.relate.figures import FigureReader
from kg.relate.frames import read_frame
from kg.relate.indicators import Indicators


@pytest.mark.parametrize(
    ("words", "kind", "phrase", "measure", "sign"),
    [
        ("地区生产总值同比增长", "percent", "地区生产总值", "growth", 1),
        ("贫困发生率下降到", "percent", "贫困发生率", "level", 1),
        ("万元GDP能耗下降", "percent", "万元GDP能耗", "growth", -1),
        ("固定资产投资比上年增长", "percent", "固定资产投资", "growth", 1),
        ("森林覆盖率稳定在", "percent", "森林覆盖率", "level", 1),
        ("市场主体总量突破", "count", "市场主体总量", "level", 1),
        ("城乡低保标准提高至每月", "money", "城乡低保标准", "level", 1),
        ("财政总收入净增", "money", "财政总收入", "growth", 1),
        ("增长", "percent", "", "growth", 1),
    ],
)
def test_frames(words: str, kind: str, phrase: str, measure: str, sign: int) -> None:
    frame = read_frame(words, 0, kind)
    assert (frame.phrase, frame.measure, frame.sign) == (phrase, measure, sign)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("达1.2亿人次以上", [(1.2, "亿人次", "count")]),
        ("装机764.6万千瓦", [(764.6, "万千瓦", "amount")]),
        ("提高3.4个百分点", [(3.4, "百分点", "points")]),
        ("压缩至3.5个工作日", [(3.5, "工作日", "days")]),
        ("企业70余家", [(70.0, "家", "count")]),
        ("1,234.5万元", [(1234.5, "万元", "money")]),
        ("第49位", []),
        ("2:3:5", []),
    ],
)
def test_figures(text: str, figures: list[tuple[float, str, str]]) -> None:
    found = FigureReader(load_lexicon()).find(text, 0, len(text))
    assert [(f.value, f.unit, f.kind) for f in found] == figures


@pytest.mark.parametrize(
    ("phrase", "count", "names"),
    [
        ("城乡居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("各项存贷款余额", 2, ["各项存款余额", "各项贷款余额"]),
        ("固定资产投资、工业投资", 2, ["固定资产投资", "工业投资"]),
        ("风电、光电技术可开发量", 2, ["风电技术可开发量", "光电技术可开发量"]),
        ("固定资产投资", 2, []),
    ],
)
def test_names_in_one_phrase(phrase: str, count: int, names: list[str]) -> None:
    assert Indicators(load_lexicon()).split(phrase, count) == names


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("全年完成规模以上工业增加值", "规模工业增加值"),
        ("预计全市GDP", "地区生产总值"),
        ("其中外贸进出口总额", "进出口总额"),
        ("全社会用电量", "全社会用电量"),
    ],
)
def test_one_name_for_an_indicator(phrase: str, name: str) -> None:
    names = Indicators(load_lexicon())
    assert names.canonical(names.strip(phrase)) == name


def test_no_indicator_is_an_alias_of_another() -> None:
    rows = load_lexicon().rows("indicators")
    names = [row["name"] for row in rows]
    aliases = [alias for row in rows for alias in row["aliases"].split("|") if alias]
    assert len(set(names)) == len(names)
    assert len(set(aliases)) == len(aliases)
    assert not set(names) & set(aliases)
