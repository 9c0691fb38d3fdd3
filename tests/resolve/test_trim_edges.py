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
        ("Organization", "新建中学", "新建中学"),
        ("Project", "柳河黑臭水体治理（东支、西支、镇区）", "柳河黑臭水体治理"),
        ("Project", "石桥老街改造（含龙门桥）", "石桥老街改造"),
        ("Project", "年产五万吨铝箔（一期）", "年产五万吨铝箔（一期）"),
        ("Zone", "石桥、柳河产业园（东、西）", "石桥、柳河产业园（东、西）"),
    ],
)
def test_names_keep_what_is_theirs(kind: str, surface: str, name: str) -> None:
    found = edges_trimmed(surface, Mention(0, len(surface), kind, surface, "tagger", 0.9))
    assert surface[found.start : found.end] == found.key == name
