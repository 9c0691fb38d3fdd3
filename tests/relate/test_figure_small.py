"""Figures of single households in the report of a town."""

from __future__ import annotations

import pytest

from kg.relate.figure_small import of_single_households
from kg.types import Ref

TOWN, CITY = Ref("Region", "430922101"), Ref("Region", "430200")


@pytest.mark.parametrize(
    ("home", "name", "kind", "small"),
    [
        (TOWN, "低保金", "money", True),
        (Ref("Region", "沅楼镇"), "惠农补贴资金", "money", True),
        (TOWN, "解决饮水困难问题人数", "count", True),
        (TOWN, "公益性岗位", "count", True),
        (TOWN, "财政收入", "money", False),
        (TOWN, "农村低保标准", "money", False),
        (TOWN, "新增转移就业", "count", False),
        (CITY, "购机补贴", "money", False),
        (Ref("Zone", "松泉经开区"), "补贴", "money", False),
        (None, "低保金", "money", False),
    ],
)
def test_what_is_paid_to_households_is_no_statistic_of_a_town(
    home: Ref | None, name: str, kind: str, small: bool
) -> None:
    assert of_single_households(home, name, kind) is small
