"""Names of statistics: what is kept of what a text calls them, and what they are compared by."""

from __future__ import annotations

import pytest

from kg.ontology import load_lexicon, load_statistics


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("GDP", "地区生产总值"),
        ("规上工业增加值", "规模工业增加值"),
        ("研发经费支出占全市生产总值比重", "研发投入强度"),
        ("万元GDP能耗", "万元GDP能耗"),
        ("城镇新增就业", "城镇新增就业"),
        ("优良天数", "空气质量优良天数"),
        ("金融机构各项存款余额", "存款余额"),
        ("规模以上工业企业", "规模以上工业企业数"),
        ("非公有制经济增加值占生产总值比重", "非公有制经济增加值占生产总值比重"),
        ("路边摊位数", ""),
    ],
)
def test_a_headline_has_one_name_and_others_stay_as_told(name: str, told: str) -> None:
    assert load_statistics().told(name) == told


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("城镇新增就业(2019-2023累计)", "新增城镇就业(2019-2023累计)"),
        ("规模以上工业企业数", "规模工业企业数"),
        ("民营经济增加值占全县地区生产总值比重", "民营经济增加值占GDP比重"),
        ("路边摊位数", "路边摊位数"),
    ],
)
def test_names_of_one_statistic_are_compared_by_one(name: str, standard: str) -> None:
    assert load_statistics().standard(name) == standard


def test_what_is_kept_is_known_again_and_of_the_same_kind() -> None:
    statistics = load_statistics()
    for row in load_lexicon().rows("indicators"):
        for name in filter(None, (row["name"], *row["aliases"].split("|"))):
            told = statistics.told(name)
            assert statistics.known(told)
            assert statistics.told(told) == told
            assert statistics.kind(told) == row["kind"]


def test_names_that_are_replaced_are_names_of_the_list() -> None:
    rows = load_lexicon().rows("indicators")
    names = {name for row in rows for name in (row["name"], *row["aliases"].split("|"))}
    assert set(load_lexicon().words("indicators_standard")) <= names
