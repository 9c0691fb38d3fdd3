from __future__ import annotations

import pytest

from kg.resolve.lists import split_lists
from kg.types import Mention
from tests.builders import text_of


def split(surface: str, type_: str = "Project") -> list[tuple[str, str]]:
    clean = f"建成{surface}。"
    made = split_lists(text_of(clean), [Mention(2, 2 + len(surface), type_, surface, "tagger", 0.9)])
    return [(clean[m.start : m.end], m.key) for m in made]


def test_each_part_is_a_thing_of_its_own() -> None:
    assert split("青山、白鹭和石桥等3个乡镇污水处理厂") == [
        ("青山、白鹭和石桥等3个乡镇污水处理厂", "青山污水处理厂"),
        ("白鹭和石桥等3个乡镇污水处理厂", "白鹭污水处理厂"),
        ("石桥等3个乡镇污水处理厂", "石桥污水处理厂"),
    ]


def test_the_head_word_may_touch_the_last_name() -> None:
    assert [key for _, key in split("青松、白石高速")] == ["青松高速", "白石高速"]
    assert [key for _, key in split("城东和城西片区", "Zone")] == ["城东片区", "城西片区"]


@pytest.mark.parametrize(
    "surface",
    [
        "水土保持和生态修复工程",
        "检验、检测和研发中心",
        "青山大道、白鹭大桥",
        "船舶和海工装备产业园",
        "食用菌（香菇、木耳）产业园",
    ],
)
def test_one_thing_stays_whole(surface: str) -> None:
    assert split(surface) == [(surface, surface)]


def test_a_name_that_ends_like_a_thing_counts_where_the_number_says_so() -> None:
    assert [key for _, key in split("白鹭江、黄石桥2个乡镇污水处理厂")] == ["白鹭江污水处理厂", "黄石桥污水处理厂"]


def test_a_list_begins_before_the_mention_of_its_last_part() -> None:
    clean = "加快青山、白鹭、石桥3个乡镇污水处理厂建设，挂车河、龙眠河2座水厂完工，白鹭大桥、青山2座水库开工。"
    whole = [("石桥3个乡镇污水处理厂", "Project"), ("挂车河", "Project"), ("龙眠河2座水厂", "Project")]
    at = [(clean.index(s), s, t) for s, t in whole]
    made = split_lists(text_of(clean), [Mention(i, i + len(s), t, s, "tagger", 0.9) for i, s, t in at])
    assert [m.key for m in made] == [
        "青山污水处理厂",
        "白鹭污水处理厂",
        "石桥污水处理厂",
        "挂车河水厂",
        "龙眠河水厂",
    ]


def test_many_joins_before_a_mention_take_no_time() -> None:
    clean = "，" + "和" * 90 + "青" * 20 + "、石桥9座水厂。"
    last = Mention(112, 118, "Project", clean[112:118], "tagger", 0.9)
    assert split_lists(text_of(clean), [last]) == [last]
