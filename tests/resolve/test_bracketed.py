"""Works that brackets behind a work list."""

from __future__ import annotations

import pytest

from kg.resolve.bracketed import with_bracketed
from kg.types import Mention


@pytest.mark.parametrize(
    ("work", "behind", "parts"),
    [
        ("城区路网", "（人民路、解放路、滨江大道）改造", ["人民路", "解放路", "滨江大道"]),
        ("城区道路提质", "（含建设路、白鹭路和青山大道等）", ["建设路", "白鹭路", "青山大道"]),
        ("乡镇污水处理厂", "（石桥镇区、龙潭镇区、青山镇区）", []),
        ("白鹭产业园", "（一期、二期）", []),
        ("食用菌基地", "（香菇类、木耳类）", []),
    ],
)
def test_what_brackets_list_is_built_too(work: str, behind: str, parts: list[str]) -> None:
    clean = f"推进{work}{behind}。"
    made = with_bracketed(clean, [Mention(2, 2 + len(work), "Project", work, "test", 0.8)])
    assert [clean[m.start : m.end] for m in made] == [work, *parts]


def test_no_work_goes_over_the_end_of_its_bracket() -> None:
    clean = "推进城区路网（人民路、滨江大道）改造。"
    across = Mention(11, 18, "Project", "滨江大道改造", "tagger", 0.8)
    named = Mention(7, 10, "Zone", "人民路", "tagger", 0.8)
    made = with_bracketed(clean, [Mention(2, 6, "Project", "城区路网", "test", 0.8), named, across])
    assert [(m.type, clean[m.start : m.end]) for m in made] == [
        ("Project", "城区路网"),
        ("Project", "人民路"),
        ("Project", "滨江大道"),
    ]
    assert across in with_bracketed(clean, [across])
