"""The divisions at the start of a name, each in the one before."""

from __future__ import annotations

import pytest

from kg.ontology import load_gazetteer
from kg.resolve.places import innermost_region, strip_regions


@pytest.mark.parametrize(
    ("name", "code", "rest"),
    [
        ("湖南醴陵经开区", "430281", "经开区"),
        ("宜宾三江新区", "511500", "三江新区"),  # 三江 is a county of another province
        ("中创新材", None, "中创新材"),
    ],
)
def test_takes_the_divisions_away(name: str, code: str | None, rest: str) -> None:
    gazetteer = load_gazetteer()
    assert innermost_region(name, gazetteer) == code
    assert strip_regions(name, gazetteer) == rest
