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
        ("东园", "走进位于[云岭市]R[松泉县]R西部的[东园]Z。", {"松泉县"}),
        ("东园", "[松泉县]R的企业来到[东园]Z。", set()),
        # of the city and the county in a name the nearer
        ("云岭市松泉开发区", "走进[[云岭市]R[[松泉|松泉县]R开发区|云岭市松泉开发区]Z]Z。", {"松泉县"}),
    ],
)
def test_where_it_is(zone: str, marked: str, expected: set[str]) -> None:
    home = Ref("Zone", zone)
    claims = RELATORS["located_in"](View(scene(marked, home)))
    assert {claim.tail.key for claim in claims if claim.head == home} == expected


@pytest.mark.parametrize(
    ("relation", "marked", "expected"),
    [
        (
            "located_in",
            "[江东市]R援建[西园]Z，[明澈]E、[天工]E等7家[江东|江东市]R企业在此安家。",
            ("明澈>西园", "天工>西园", "西园>东园"),
        ),
        (
            "located_in",
            "[明澈]E所在的[东园]Z，位于[云岭高新区]Z北部。",
            ("东园>云岭高新区", "明澈>东园"),
        ),
        (
            "hosts",
            "[松泉县]R[东园]Z起势。[第三届[松泉|松泉县]R玻璃大会]V在[东园]Z召开。",
            ("松泉县>第三届松泉玻璃大会",),
        ),
        (
            "includes",
            "园区规划面积9平方公里，分为[甲片区]Z、[乙片区]Z和[丙片区]Z。",
            ("东园>甲片区", "东园>乙片区", "东园>丙片区"),
        ),
        ("includes", "园区由[松泉高新区]Z、[青川经开区]Z合作共建。", ()),
        ("hosts", "[松泉县]R[东园]Z起势。参加[第三届[松泉|松泉县]R玻璃大会]V。", ()),
    ],
)
def test_what_its_news_tell(relation: str, marked: str, expected: tuple[str, ...]) -> None:
    home = Ref("Zone", "东园")
    found = {f"{c.head.key}>{c.tail.key}" for c in RELATORS[relation](View(scene(marked, home)))}
    assert not {*expected} - found, found
    assert expected or not found, found


def test_a_title_of_divisions_is_no_parks() -> None:
    home = Ref("Zone", "松泉园")
    found = RELATORS["receives"](
        View(scene("[松泉县]R[松泉园]Z起势。获评[中国竹子之乡]H，入选[国家绿色园区]H。", home))
    )
    assert {c.tail.key for c in found if c.head == home} == {"国家绿色园区"}
    made = "[松泉县]R[松泉园]Z起势。我们要把[松泉县]R打造成[中国竹子之乡]H、[全国家居第一县]H。"
    found = RELATORS["receives"](View(scene(made, home)))
    assert {(c.head.key, c.tail.key) for c in found} == {("松泉县", "中国竹子之乡"), ("松泉县", "全国家居第一县")}
