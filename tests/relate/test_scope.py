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
    "430211": ("430200", "430000"),
    "430281": ("430200", "430000"),
    "430200": ("430000",),
    "430281101": ("430281", "430200", "430000"),
}


@pytest.mark.parametrize(
    ("home", "phrase", "above"),
    [
        ("430211", "全市固定资产投资", "430200"),
        ("430211", "全省固定资产投资", "430000"),
        ("430281", "全市固定资产投资", None),
        ("430281101", "全市固定资产投资", "430281"),
        ("430200", "全市固定资产投资", None),
        ("430200", "全省", "430000"),
        ("430211", "全区固定资产投资", None),
        ("430211", "全省重点项目投资", None),
    ],
)
def test_the_place_above(home: str, phrase: str, above: str | None) -> None:
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", home), parents=ABOVE)
    found = place_above(phrase, "percent", made)
    assert (found.key if found else None) == above


def test_counts_stay_with_the_home() -> None:
    made = dataclasses.replace(value_scene("全市增长。"), home=Ref("Region", "430211"), parents=ABOVE)
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
