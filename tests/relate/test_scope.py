"""Figures of the nation, the province and the city above in a text of a place below them."""

from __future__ import annotations

import dataclasses

import pytest

from kg.ontology import load_lexicon
from kg.relate.observations import find_observations
from kg.relate.scope import of_nation, place_above
from kg.types import Ref
from tests.relate.values import value_scene

ABOVE = {
    "320511": ("320500", "320000"),
    "320581": ("320500", "320000"),
    "320500": ("320000",),
    "532501": ("532500", "530000"),
    "532524": ("532500", "530000"),
    "532501101": ("532501", "532500", "530000"),
    "320581101": ("320581", "320500", "320000"),
    "500115": ("500000",),
}


@pytest.mark.parametrize(
    ("home", "phrase", "above"),
    [
        ("320511", "全市固定资产投资", "320500"),
        ("320511", "全省固定资产投资", "320000"),
        ("320581", "全市固定资产投资", None),
        ("320581101", "全市固定资产投资", "320581"),
        ("320500", "全市固定资产投资", None),
        ("320500", "全省", "320000"),
        ("532501", "全市固定资产投资", None),
        ("532524", "全市固定资产投资", None),
        ("532501101", "全市固定资产投资", "532501"),
        ("320511", "全区固定资产投资", None),
        ("320511", "全省重点项目投资", None),
        ("500115", "全市固定资产投资", "500000"),
    ],
)
def test_the_place_above(home: str, phrase: str, above: str | None) -> None:
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", home), parents=ABOVE)
    found = place_above(phrase, "percent", made)
    assert (found.key if found else None) == above


def test_counts_of_all_are_those_of_the_place_above() -> None:
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", "320511"), parents=ABOVE)
    assert place_above("全市共签约项目", "count", made) == Ref("Region", "320500")
    assert place_above("全省著名商标", "count", made) is None


def test_counts_stay_with_the_home() -> None:
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", "320511"), parents=ABOVE)
    assert place_above("全市新增企业", "count", made) is None


def test_figures_of_the_nation() -> None:
    assert of_nation("全国固定资产投资", "percent")
    assert not of_nation("全国重点镇", "count")
    assert not of_nation("国内游客", "percent")


def test_what_follows_without_a_name_is_the_same_indicator_of_the_own_place() -> None:
    found, refused = find_observations(
        value_scene("全国固定资产投资增长5.1%，全省增长6.2%，我市增长7.3%。"), load_lexicon()
    )
    assert [(o.place.key, o.indicator, o.value) for o in found] == [
        ("东山省", "固定资产投资", 6.2),
        ("云岭市", "固定资产投资", 7.3),
    ]
    assert [r.reason for r in refused] == ["low_confidence"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[松泉县]R、[临江市]R社会消费品零售总额分别增长8.3%、7.9%。",
            [("松泉县", "社会消费品零售总额", 8.3), ("临江市", "社会消费品零售总额", 7.9)],
        ),
        (
            "[松泉县]R和[新桥镇]R分别实现旅游收入8亿元、2亿元。",
            [("松泉县", "旅游收入", 8.0), ("新桥镇", "旅游收入", 2.0)],
        ),
        (
            "全省规模以上工业增加值增长6.4%，[云岭市]R增长7.1%。",
            [("东山省", "规模工业增加值", 6.4), ("云岭市", "规模工业增加值", 7.1)],
        ),
        ("全省地区生产总值2万亿元，增长5%。", [("东山省", "地区生产总值", 2.0), ("东山省", "地区生产总值", 5.0)]),
        ("全省增速第一，地区生产总值增长9%。", [("云岭市", "地区生产总值", 9.0)]),
    ],
)
def test_whose_figures_they_are(text: str, expected: list[tuple[str, str, float]]) -> None:
    found, _ = find_observations(value_scene(text), load_lexicon())
    assert [(o.place.key, o.indicator, o.value) for o in found] == expected


@pytest.mark.parametrize(
    ("home", "phrase", "kind", "above"),
    [
        ("320511101", "全区固定资产投资", "percent", "320511"),
        ("320511101", "全区新增企业", "count", "320511"),
        ("320511", "全区固定资产投资", "percent", None),
        ("320581101", "上半年全省固定资产投资", "percent", "320000"),
    ],
)
def test_the_county_above_a_town(home: str, phrase: str, kind: str, above: str | None) -> None:
    parents = {**ABOVE, "320511101": ("320511", "320500", "320000")}
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", home), parents=parents)
    found = place_above(phrase, kind, made)
    assert (found.key if found else None) == above


def test_figures_of_a_count_of_the_nation() -> None:
    assert of_nation("前5个月我国新能源汽车销量", "count")
    assert not of_nation("全国文明村镇", "count")
