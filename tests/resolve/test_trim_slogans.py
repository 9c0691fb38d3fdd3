"""Slogans with the bounds of their names."""

from __future__ import annotations

import pytest

from kg.resolve.trim_slogans import slogan_trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "surface", "expected"),
    [
        ("建设富强、文明、和谐家园", "富强、文明、和谐家园", "富强、文明、和谐家园"),
        ("加快建设名城、打造活力新区", "名城、打造活力新区", "名城、打造活力新区"),
        ("打响益阳乡村振兴战略第一枪", "益阳乡村振兴战略", "乡村振兴战略"),
        ("落实中央保增长、保民生、保稳定的部署", "中央保增长、保民生、保稳定", "保增长、保民生、保稳定"),
        ("落实中央经济工作会议精神", "中央经济工作会议精神", "中央经济工作会议精神"),
        ("建设美丽宁乡", "美丽宁乡", "美丽宁乡"),
        ("优化新型城镇化布局，", "新型城镇化布局", "新型城镇化"),
        ("形成全域旅游大布局，", "全域旅游大布局", "全域旅游大布局"),
        ("按照“1420”总体部署", "“1420”总体部署", "1420"),
    ],
)
def test_bounds(clean: str, surface: str, expected: str) -> None:
    start = clean.index(surface)
    m = slogan_trimmed(clean, Mention(start, start + len(surface), "Slogan", surface, "tagger", 0.8))
    assert clean[m.start : m.end] == expected


def test_a_phrase_that_stands_alone_is_not_called_an_aim() -> None:
    for surface, key in (("“智造高地、城市门户”定位", "智造高地、城市门户"), ("“354560”目标", "“354560”目标")):
        m = slogan_trimmed(surface, Mention(0, len(surface), "Slogan", surface, "tagger", 0.8))
        assert (m.start, m.end, m.key) == (0, len(surface), key)
