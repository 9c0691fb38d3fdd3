"""Zones and fairs of the nation that have their seat in another place than the document is about."""

from __future__ import annotations

import pytest

from kg.ontology import load_lexicon
from kg.relate.clauses import View
from kg.relate.hosts import hosts
from kg.relate.located_in import located_in
from kg.relate.seats import seated_elsewhere
from kg.types import Ref
from tests.relate.scenes import scene


@pytest.mark.parametrize(
    ("zone", "code", "elsewhere"),
    [
        ("雄安新区", "370100", True),
        ("雄安新区", "130000", False),
        ("中关村", "110108", False),
        ("云岭高新区", "370100", False),
    ],
)
def test_seat_of_a_zone(zone: str, code: str, elsewhere: bool) -> None:
    assert seated_elsewhere(load_lexicon(), zone, Ref("Region", code)) is elsewhere


def test_nothing_is_known_where_the_region_has_no_code() -> None:
    assert not seated_elsewhere(load_lexicon(), "雄安新区", Ref("Zone", "云岭高新区"))
    assert not seated_elsewhere(load_lexicon(), "雄安新区", None)


def test_a_zone_of_the_nation_is_not_in_the_reports_region() -> None:
    made = scene("服务[雄安新区]Z建设，壮大[云岭高新区]Z。", Ref("Region", "370100"))
    assert {c.head.key for c in located_in(View(made))} == {"云岭高新区"}


@pytest.mark.parametrize(("code", "hosted"), [("370100", False), ("440100", True)])
def test_a_fair_of_the_nation_is_held_in_its_own_city(code: str, hosted: bool) -> None:
    made = scene("春季[广交会]V成交额增长。", Ref("Region", code))
    assert bool([*hosts(View(made))]) is hosted
