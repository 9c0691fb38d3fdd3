"""Two halves of the name of one work."""

from __future__ import annotations

import pytest

from kg.resolve.halves import whole_again
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "found", "expected"),
    [
        (
            "举行晶圆制造和封装测试基地项目开工仪式。",
            (("晶圆制造", "Project"), ("封装测试基地", "Project")),
            ["晶圆制造和封装测试基地"],
        ),
        (
            "开工白鹭电池制造和青山储能基地。",
            (("白鹭电池制造", "Project"), ("青山储能基地", "Project"), ("青山", "Region")),
            ["白鹭电池制造", "青山储能基地", "青山"],
        ),
        (
            "实施乡村学校标准化建设和质量提升工程。",
            (("乡村学校标准化建设", "Program"), ("质量提升工程", "Program")),
            ["乡村学校标准化建设和质量提升工程"],
        ),
        (
            "实施乡村学校建设和春雨行动。",
            (("乡村学校建设", "Program"), ("春雨行动", "Program")),
            ["乡村学校建设", "春雨行动"],
        ),
        ("开工白鹭大桥和研发基地。", (("白鹭大桥", "Project"), ("研发基地", "Project")), ["白鹭大桥", "研发基地"]),
        ("开工电池制造和白鹭大桥。", (("电池制造", "Project"), ("白鹭大桥", "Project")), ["电池制造", "白鹭大桥"]),
    ],
)
def test_halves(clean: str, found: tuple[tuple[str, str], ...], expected: list[str]) -> None:
    mentions = [Mention(clean.index(s), clean.index(s) + len(s), t, s, "tagger", 0.8) for s, t in found]
    assert [clean[m.start : m.end] for m in whole_again(clean, mentions)] == expected
