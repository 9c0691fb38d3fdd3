"""Where the zone lies that a text is about, and which of two partners only helps to build it."""

from __future__ import annotations

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from kg.types import Ref
from tests.relate.scenes import scene


@pytest.mark.parametrize(
    ("zone", "marked", "expected"),
    [
        ("东园", "走访[松泉县]R[东园]Z。", {"松泉县"}),
        ("东园", "[东园]Z（全称[松泉共建园|东园]Z）位于[松泉县]R。", {"松泉县"}),
        ("江东松泉共建园", "[江东]R、[松泉]R共建[江东松泉共建园]Z，划出松泉新桥镇3000亩。", {"松泉"}),
        ("江东（松泉）产业园", "[江东]R、[松泉]R共建[江东（松泉）产业园]Z。", {"松泉"}),
        ("东园", "[江东市]R援建[东园]Z。", set()),
    ],
)
def test_where_it_is(zone: str, marked: str, expected: set[str]) -> None:
    home = Ref("Zone", zone)
    claims = RELATORS["located_in"](View(scene(marked, home)))
    assert {claim.tail.key for claim in claims if claim.head == home} == expected
