"""Parts of zones that are called after a letter, a side or a place."""

from __future__ import annotations

import pytest

from kg.extract.zone_parts import zone_parts
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "whole", "part"),
    [
        ("龙溪医学城A区投用", "龙溪医学城", "龙溪医学城A区"),
        ("云岭开发区西区建设提速", "云岭开发区", "云岭开发区西区"),
        ("云岭生物医药园青山园、科技城", "云岭生物医药园", "云岭生物医药园青山园"),
        ("云岭开发区东区域配电站", "云岭开发区", ""),
        ("云岭工业园区石桥组团招商", "云岭工业园区", "云岭工业园区石桥组团"),
        ("云岭工业园区推进片区开发", "云岭工业园区", ""),
        ("云岭工业园区和石桥片区", "云岭工业园区", ""),
        ("云岭产业园青山公园", "云岭产业园", ""),
        ("云岭产业园游乐园", "云岭产业园", ""),
    ],
)
def test_a_part_has_the_name_of_its_zone_in_its_own(clean: str, whole: str, part: str) -> None:
    zone = Mention(0, len(whole), "Zone", whole, "zone:place", 0.8)
    assert [clean[m.start : m.end] for m in zone_parts(clean, [zone])] == [part][: bool(part)]
