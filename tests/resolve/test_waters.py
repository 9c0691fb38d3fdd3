"""Waters to which nothing is done are no projects."""

from __future__ import annotations

import pytest

from kg.resolve.waters import only_water
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "name", "rule", "expected"),
    [
        ("青山水库、白鹭水库水质达标率100%。", "白鹭水库", "project:thing", True),
        ("三河五库：指白鹭河、石桥河、松泉河，青山水库。", "青山水库", "project:thing_far", True),
        ("青山湖等景区游客增多。", "青山湖", "tagger", True),
        ("完成青山水库除险加固，水质达标。", "青山水库", "project:thing", False),
        ("治理白鹭河等6条河道。", "白鹭河", "tagger", False),
        ("青山水库下闸蓄水。", "青山水库", "project:thing", False),
        ("争取青山水库尽快动工。", "青山水库", "project:before_head_named", False),
        ("青山水库被列入全省水利发展规划。", "青山水库", "project:thing", False),
        ("青山水库列入湿地名录。", "青山水库", "project:thing", True),
        ("白鹭湖公园游客增多。", "白鹭湖公园", "project:thing", False),
        ("①青山水库；②白鹭路。", "青山水库", "project:numbered", False),
    ],
)
def test_waters(clean: str, name: str, rule: str, expected: bool) -> None:
    at = clean.index(name)
    assert only_water(clean, Mention(at, at + len(name), "Project", name, rule, 0.9)) is expected
