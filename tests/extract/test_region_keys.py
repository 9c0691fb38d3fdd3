from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.region_keys import key_regions
from kg.ontology import Gazetteer, load_gazetteer
from kg.types import Mention, Ref
from tests.builders import text_of


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def keys(gazetteer: Gazetteer, clean: str, home: str, *found: tuple[str, str]) -> list[str]:
    text = text_of(clean)
    text = replace(text, document=replace(text.document, region=Ref("Region", home)))
    mentions = [Mention(clean.index(s), clean.index(s) + len(s), "Region", key, "test:rule", 0.9) for s, key in found]
    return [m.key for m in key_regions(text, mentions, gazetteer)]


def test_a_short_form_is_the_region_named_in_full(gazetteer: Gazetteer) -> None:
    clean = "石湾乡新修公路，通往石湾。"
    assert keys(gazetteer, clean, "430281", ("石湾乡", "石湾乡"), ("石湾。", "石湾")) == ["石湾乡", "石湾乡"]


def test_a_chain_is_its_last_region(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "株洲市天元区投产。", "430281", ("株洲市天元区", "株洲市天元区")) == ["430211"]


def test_of_several_bearers_the_nearest_to_the_document(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "鼓楼区开工。", "320100", ("鼓楼区", "鼓楼区")) == ["320106"]


def test_a_name_that_nobody_knows_stays(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "云栖谷开工。", "430281", ("云栖谷", "云栖谷")) == ["云栖谷"]


def test_the_first_part_of_a_zone_is_no_town(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "盛泽组团开工。", "320509", ("盛泽", "盛泽")) == []


def test_the_short_name_of_a_town_is_taken_but_not_that_of_a_street(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "店口开工。", "330681", ("店口", "店口")) == ["330681104"]
    assert keys(gazetteer, "暨阳开工。", "330681", ("暨阳", "暨阳")) == ["暨阳"]


def test_a_side_of_the_own_town_is_no_district_of_another_city(gazetteer: Gazetteer) -> None:
    clean = "西城区九年制学校开工，对接北京市。"
    assert keys(gazetteer, clean, "620523", ("西城区", "110102")) == []
    assert keys(gazetteer, clean, "620523", ("西城区", "110102"), ("北京市", "110000"))[0] == "110102"


def test_a_county_of_another_province_that_only_a_zone_is_called_after_is_none(gazetteer: Gazetteer) -> None:
    assert keys(gazetteer, "沁水工业园扩容。", "370612", ("沁水", "沁水")) == []
    assert keys(gazetteer, "山西省投资的沁水工业园扩容。", "370612", ("山西省", "140000"), ("沁水", "沁水"))[1:] == [
        "140521"
    ]
    assert keys(gazetteer, "赴沁水考察。", "370612", ("沁水", "沁水")) == ["140521"]
