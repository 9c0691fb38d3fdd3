"""The gazetteer: codes, names, what lies above and below, what a division was called before."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import NotFoundError, SchemaError
from kg.ontology import Gazetteer, load_gazetteer
from kg.ontology.gazetteer import short_names


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_covers_the_country_down_to_towns(gazetteer: Gazetteer) -> None:
    levels = [place.level for place in gazetteer.places.values() if place.until is None]
    assert levels.count("province") == 34
    assert levels.count("city") > 330
    assert levels.count("county") > 2800
    assert levels.count("town") > 38000


def test_parents_are_nearest_first(gazetteer: Gazetteer) -> None:
    assert gazetteer.parents("430281") == ("430200", "430000")
    assert gazetteer.parents("110101") == ("110000",)
    assert gazetteer.parents("419001") == ("410000",)
    (town,) = (c for c in gazetteer.find("花明楼镇") if gazetteer.contains("430182", c))
    assert gazetteer.parents(town) == ("430182", "430100", "430000")
    assert gazetteer.full_path(town) == "湖南省长沙市宁乡市花明楼镇"


def test_children_lie_one_level_below(gazetteer: Gazetteer) -> None:
    assert "430281" in gazetteer.children("430200")
    assert all(gazetteer.parents(code)[0] == "430200" for code in gazetteer.children("430200"))
    assert "110101" in gazetteer.children("110000")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("醴陵市", "430281"),
        ("醴陵", "430281"),
        ("内蒙古", "150000"),
        ("广西", "450000"),
        ("凉山州", "513400"),
        ("海北州", "632200"),
        ("天祝县", "620623"),
        ("株洲县", "430212"),
        ("襄樊", "420600"),
        ("科右前旗", "152221"),
        ("东乌旗", "152525"),
        ("香港", "810000"),
    ],
)
def test_finds_full_short_and_former_names(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert code in gazetteer.find(name)


def test_homonyms_are_all_found_higher_levels_first(gazetteer: Gazetteer) -> None:
    codes = gazetteer.find("朝阳")
    assert codes[0] == "211300"
    assert {"110105", "220104"} <= set(codes)
    assert gazetteer.find("没有此地县") == ()


def test_a_former_code_leads_to_the_division_of_today(gazetteer: Gazetteer) -> None:
    place = gazetteer.get("430221")
    assert (place.code, place.name) == ("430212", "渌口区")
    (former,) = gazetteer.former_names("430212")
    assert (former.name, former.until) == ("株洲县", 2017)
    assert gazetteer.bearers("武威市") == ("620600",)


def test_a_merged_division_keeps_its_own_code_and_its_last_year(gazetteer: Gazetteer) -> None:
    place = gazetteer.get("310103")
    assert (place.name, place.until) == ("卢湾区", 2010)


def test_an_unknown_code_is_an_error(gazetteer: Gazetteer) -> None:
    assert "999999" not in gazetteer
    with pytest.raises(NotFoundError, match="999999"):
        gazetteer.get("999999")


def test_customary_regions_and_countries_have_one_name(gazetteer: Gazetteer) -> None:
    area = gazetteer.area("长株潭城市群")
    assert area is not None and (area.name, area.kind) == ("长株潭", "area")
    assert gazetteer.area("醴陵") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("攸县", ()),
        ("醴陵市", ("醴陵",)),
        ("黔西南布依族苗族自治州", ("黔西南自治州", "黔西南州", "黔西南")),
        ("东乡族自治县", ("东乡自治县", "东乡县", "东乡")),
        ("新疆维吾尔自治区", ("新疆",)),
        ("克孜勒苏柯尔克孜自治州", ("克孜勒苏自治州", "克孜勒苏州", "克孜勒苏")),
        ("梅里斯达斡尔族区", ("梅里斯区", "梅里斯")),
        ("大通湖管理区", ("大通湖区", "大通湖")),
        ("香港特别行政区", ("香港",)),
    ],
)
def test_short_names(name: str, expected: tuple[str, ...]) -> None:
    assert short_names(name) == expected


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match=r"regions\.tsv"):
        load_gazetteer(tmp_path)
    (tmp_path / "regions.tsv").write_text("# source: x\ncode\tname\tlevel\tuntil\n11\tx\n", "utf-8")
    with pytest.raises(SchemaError, match="line 3"):
        load_gazetteer(tmp_path / ".")
