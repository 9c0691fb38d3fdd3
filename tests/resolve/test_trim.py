"""Names without what is no part of them."""

import pytest

from kg.resolve.trim import trimmed
from kg.types import Mention


@pytest.mark.parametrize(
    ("above", "name", "left"),
    [
        ("3.白鹭机械厂\n", "4.100兆瓦光伏电站", "100兆瓦光伏电站"),
        ("白鹭机械厂\n", "4.5万吨合成氨装置", "4.5万吨合成氨装置"),
        ("3.白鹭机械厂\n续建", "4.5万吨合成氨装置", "4.5万吨合成氨装置"),
    ],
)
def test_the_number_of_an_item_is_no_part_of_a_work(above: str, name: str, left: str) -> None:
    clean = above + name
    found = trimmed(clean, Mention(len(above), len(clean), "Project", name, "tagger", 0.8))
    assert found is not None
    assert clean[found.start : found.end] == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("云岭经开区西湖二路新上年产1万吨铜箔四期", "年产1万吨铜箔四期"),
        ("云岭经开区西湖二路排水工程", "云岭经开区西湖二路排水工程"),
    ],
)
def test_where_a_work_is_put_up_is_no_part_of_it(name: str, left: str) -> None:
    clean = f"公司在{name}项目"
    found = trimmed(clean, Mention(3, 3 + len(name), "Project", name, "tagger", 0.8))
    assert found is not None
    assert clean[found.start : found.end] == left


@pytest.mark.parametrize(
    ("surface", "left"),
    [
        ("石桥剧院“一馆两院”", "石桥剧院"),
        ("石桥图书馆“两馆”", "石桥图书馆"),
        ("石桥博物馆“白鹭馆”", "石桥博物馆“白鹭馆”"),
    ],
)
def test_how_many_houses_stand_in_a_row_is_no_part_of_the_last(surface: str, left: str) -> None:
    found = trimmed(surface, Mention(0, len(surface), "Project", surface, "tagger", 0.8))
    assert found is not None
    assert surface[found.start : found.end] == left


@pytest.mark.parametrize(
    ("name", "left"),
    [("连云港及白鹭新区", "白鹭新区"), ("白鹭及白石新区", "白鹭及白石新区"), ("连云港白鹭新区", "连云港白鹭新区")],
)
def test_a_place_and_a_zone_are_two_things(name: str, left: str) -> None:
    found = trimmed(name, Mention(0, len(name), "Zone", name, "tagger", 0.8))
    assert found is not None
    assert name[found.start : found.end] == left
