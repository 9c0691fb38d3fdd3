"""What points at a name and what tells its parts are no part of it."""

from __future__ import annotations

import pytest

from kg.resolve.trim_edges import edges_trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("kind", "surface", "name"),
    [
        ("Project", "该石桥污水处理厂", "石桥污水处理厂"),
        ("Project", "其高性能陶瓷球生产线", "高性能陶瓷球生产线"),
        ("Project", "待建的云岭大桥", "云岭大桥"),
        ("Zone", "规划中的云岭新城", "云岭新城"),
        ("Project", "其林水库", "其林水库"),
        ("Zone", "专访云岭高新区", "云岭高新区"),
        ("Project", "石桥风电场总装机150MW", "石桥风电场"),
        ("Project", "十万吨二甲醚项目土建工程", "十万吨二甲醚"),
        ("Project", "二期工程视一期运营", "二期工程"),
        ("Organization", "新建中学", "新建中学"),
        ("Project", "年产5万吨的青禾竹炭", "青禾竹炭"),
        ("Project", "年产5万吨竹炭", "年产5万吨竹炭"),
        ("Project", "青禾户外竹材项目3条生产线", "青禾户外竹材"),
        ("Project", "青禾铝箔项目生产线", "青禾铝箔"),
        ("Project", "青禾铝箔生产线", "青禾铝箔生产线"),
        ("Project", "柳河污水处理厂（续建项目）", "柳河污水处理厂"),
        ("Project", "柳河污水处理厂（二期）", "柳河污水处理厂（二期）"),
        ("Project", "柳河黑臭水体治理（东支、西支、镇区）", "柳河黑臭水体治理"),
        ("Project", "石桥老街改造（含龙门桥）", "石桥老街改造"),
        ("Project", "年产五万吨铝箔（一期）", "年产五万吨铝箔（一期）"),
        ("Zone", "石桥、柳河产业园（东、西）", "石桥、柳河产业园（东、西）"),
    ],
)
def test_names_keep_what_is_theirs(kind: str, surface: str, name: str) -> None:
    found = edges_trimmed(surface, Mention(0, len(surface), kind, surface, "tagger", 0.9))
    assert surface[found.start : found.end] == found.key == name


def test_until_when_is_no_part_of_a_name() -> None:
    clean = "年底前石桥产业园一期封顶。"
    found = edges_trimmed(clean, Mention(2, 10, "Project", "前石桥产业园一期", "tagger", 0.9))
    assert found.key == "石桥产业园一期"
    kept = edges_trimmed("前进水库竣工。", Mention(0, 4, "Project", "前进水库", "tagger", 0.9))
    assert kept.key == "前进水库"


@pytest.mark.parametrize(
    ("clean", "name"),
    [("青禾电子二期厂房主体封顶。", "青禾电子二期"), ("青禾电子二期厂房投用。", "青禾电子二期厂房")],
)
def test_a_shell_is_a_part_of_a_phase(clean: str, name: str) -> None:
    found = edges_trimmed(clean, Mention(0, 8, "Project", clean[:8], "tagger", 0.9))
    assert found.key == name
