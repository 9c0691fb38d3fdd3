"""Lists of projects that numbers, notes and phases mark."""

from __future__ import annotations

import pytest

from kg.extract.numbered import dotted_items, explained_items, numbered_items, phase_items, said_items
from kg.ontology.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("clean", "items"),
    [
        ("推进重点项目：①枫店大桥②柳塘水库。", ["枫店大桥", "柳塘水库"]),
        ("推进重点项目：①枫店大桥、柳塘水库及竹溪水厂建设。", ["枫店大桥", "柳塘水库", "竹溪水厂建设"]),
        ("三点意见：①枫店大桥②柳塘水库。", []),
        ("三个项目落户。\n①服务有温度\n二十八天开工。\n②未来可期\n好戏在后头。", []),
        ("重点项目：①" + "很" * 60, []),
    ],
)
def test_circled_lists(clean: str, items: list[str]) -> None:
    assert [clean[i.start : i.end] for i in numbered_items(clean, LEXICON.folder)] == items


@pytest.mark.parametrize(
    ("clean", "items"),
    [
        ("项目概况\n1、项目名称：枫店大桥\n2、项目用地：三十亩\n", []),
        ("实施工程：1.枫店大桥；2.柳塘水库；4.竹溪水厂。", ["枫店大桥", "柳塘水库"]),
        ("增长1.5倍；2.柳塘水库。", []),
    ],
)
def test_dotted_lists_count_on(clean: str, items: list[str]) -> None:
    assert [clean[i.start : i.end] for i in dotted_items(clean, LEXICON.folder)] == items


@pytest.mark.parametrize(
    ("clean", "items"),
    [
        ("抓好“三大工程”：一是枫店大桥；二是柳塘水库扩建；三是强化作风。", ["枫店大桥", "柳塘水库扩建"]),
        ("我们坚持：一是枫店大桥；二是柳塘水库。", []),
        ("抓好重点项目：一是强化调度；二是优化服务。", []),
    ],
)
def test_works_that_are_told_one_by_one(clean: str, items: list[str]) -> None:
    assert [clean[i.start : i.end] for i in said_items(clean, LEXICON.folder)] == items


def test_notes_and_phases() -> None:
    clean = "三桥即枫店桥、柳塘桥、竹溪桥。二期预计明年开工。"
    assert [clean[i.start : i.end] for i in explained_items(clean)] == ["枫店桥", "柳塘桥", "竹溪桥"]
    assert [clean[i.start : i.end] for i in phase_items(clean)] == ["二期"]
    assert not list(phase_items("二期至三期"))
