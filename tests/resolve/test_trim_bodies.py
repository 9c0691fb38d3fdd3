"""Bodies with the bounds of their names."""

from __future__ import annotations

import pytest

from kg.resolve.trim_bodies import body_trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "expected"),
    [
        ("引进中国地质大学（武汉）团队", "中国地质大学", "中国地质大学（武汉）"),
        ("国家氢能检验中心（大连）揭牌", "国家氢能检验中心", "国家氢能检验中心（大连）"),
        ("州委书记林森率州发展改革委、州农业农村局调研", "州委书记林森率州发展改革委", "州发展改革委"),
        ("引进东方率先教育学院", "东方率先教育学院", "东方率先教育学院"),
        ("市第一医院（三甲）扩建", "市第一医院", "市第一医院"),
        ("市民政局（大连）通报", "市民政局", "市民政局"),
    ],
)
def test_bounds(clean: str, surface: str, expected: str) -> None:
    start = clean.index(surface)
    m = body_trimmed(clean, Mention(start, start + len(surface), "Organization", surface, "tagger", 0.8))
    assert clean[m.start : m.end] == expected
