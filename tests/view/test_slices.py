"""Which part of a build is shown."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import NotFoundError
from kg.export.view.details import tenths
from kg.export.view.slices import Slice, Wanted, choose, known_years
from kg.tables import Build
from tests.view.builds import HOSTILE


def part(build: Build, **wanted: Any) -> Slice:
    return choose(build, Wanted(**wanted), known_years(build))


def names(part: Slice) -> set[str]:
    return {e["name"] for e in part.entities if e["entity_id"] in part.drawn and e["name"] not in HOSTILE}


def test_everything(small: Build) -> None:
    assert len(part(small).entities) == 10
    assert len(part(small).relations) == 9


def test_focus_draws_the_near_and_keeps_the_next(small: Build) -> None:
    near = part(small, focus="旗滨玻璃", hops=1)
    assert names(near) == {"旗滨玻璃公司", "醴陵市", "电子玻璃一期项目"}
    assert "株洲市" in {e["name"] for e in near.entities}
    assert near.focus == ["enterprise/旗滨玻璃公司"]
    assert len(part(small, focus="旗滨玻璃", hops=9).drawn) == 10
    assert len(part(small, focus="旗滨玻璃", hops=9, max_nodes=4).drawn) == 4


def test_region_with_all_that_lies_in_it(small: Build) -> None:
    assert names(part(small, region="醴陵市")) == {"旗滨玻璃公司", "醴陵市", "电子玻璃一期项目", "株洲市"}
    assert len(part(small, region="株洲市").entities) == 10


def test_types_relations_years_support(small: Build) -> None:
    assert names(part(small, types=["企业", "Region"])) == {"旗滨玻璃公司", "醴陵市", "株洲市"}
    assert names(part(small, relations=["承担"])) == {"旗滨玻璃公司", "电子玻璃一期项目"}
    assert names(part(small, years=(2020, 2020))) >= {"旗滨玻璃公司", "醴陵市"}
    assert {r["type"] for r in part(small, years=(2020, 2020)).relations} == {"located_in", "undertakes"}
    assert part(small, min_support=2).entities == []


def test_least_leaves_out_what_is_less_sure_and_what_nothing_ties_then(small: Build) -> None:
    assert len(part(small, least=0.55).relations) == 9
    surer = part(small, least=0.6)
    assert len(surer.relations) == 8 and "电子玻璃一期项目" not in names(surer)
    assert "重庆路小学" in names(part(small, least=0.7))
    assert "重庆路小学" not in names(part(small, least=0.71))


@pytest.mark.parametrize(
    ("confidence", "digit"), [(0.0001, 0), (0.29, 2), (0.5, 5), (0.7, 7), (0.6999, 6), (0.8, 8), (0.9999, 9), (1.0, 9)]
)
def test_tenths_never_flatter(confidence: float, digit: int) -> None:
    assert tenths(confidence) == digit


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"focus": "旗滨波璃"}, "旗滨玻璃"),
        ({"region": "旗滨玻璃"}, "no region or zone"),
        ({"types": ["公司"]}, "企业"),
        ({"relations": ["制造"]}, "承担"),
    ],
)
def test_what_is_unknown_is_offered(small: Build, wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        part(small, **wanted)
