"""Where names begin and end: coined words, place names before a body, lists, the name within a list item."""

from __future__ import annotations

import pytest

from kg.extract.items import Item, named
from kg.extract.lists import behind_mark, item_begin, split_list
from kg.extract.names import Words, coined, is_place, key_of, place_after, place_before, strip_prefix
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("name", "size"),
    [("沅璟电子材料", 2), ("昱铖高性能刀具", 2), ("新型城镇化", 0), ("电子信息产业园", 0), ("新能源汽车", 0)],
)
def test_coined_words_are_what_the_dictionary_lacks(name: str, size: int) -> None:
    assert coined(name) == size


def test_place_before_takes_a_whole_run_of_places() -> None:
    clean = "会见湖南省长沙市财政局"
    assert place_before(clean, clean.index("财")) == clean.index("湖")
    assert place_before("各级财政局", 2) == 2
    assert place_after("长沙市沅璟材料") == 3
    assert is_place("长沙")
    assert not is_place("沅璟")


@pytest.mark.parametrize(
    ("clean", "parts"),
    [
        ("甲路、乙桥（含匝道、引桥）和丙站", ["甲路", "乙桥（含匝道、引桥）", "丙站"]),
        ("和平路与人民路", ["和平路", "人民路"]),
        ("普及工程以及示范工程", ["普及工程", "示范工程"]),
    ],
)
def test_lists_are_cut_outside_brackets_and_words(clean: str, parts: list[str]) -> None:
    assert [clean[p.start : p.end] for p in split_list(clean, 0, len(clean))] == parts


def test_an_item_of_plain_chinese_begins_behind_its_mark() -> None:
    clean = "新建枫店中学、A座中学、柳中学"
    heads = [i for i in range(len(clean)) if clean.startswith("中学", i)]
    assert [item_begin(clean, head, 10, "、，") for head in heads] == [None, None, None]
    assert item_begin("，枫店中学", 3, 10, "、，") == 1
    assert item_begin("，" + "枫" * 12 + "中学", 13, 10, "、，") is None
    assert behind_mark("甲。乙，丙", 5, 10, "。，") == 4
    assert behind_mark("甲。乙，丙", 5, 1, "。，") == 0


@pytest.mark.parametrize(
    ("clean", "name", "counted"),
    [
        ("总投资30亿元的沅璟材料基地二期项目建设", "沅璟材料基地二期", False),
        ("新建公办幼儿园35所", "公办幼儿园", True),
        ("加快推进青山大道改造", "青山大道改造", False),
    ],
)
def test_the_name_within_an_item(clean: str, name: str, counted: bool) -> None:
    found = named(clean, Item(0, len(clean), "before"), LEXICON.folder)
    assert clean[found.start : found.end] == name
    assert found.counted is counted


def test_a_name_begins_after_a_boundary_word() -> None:
    text = analyse(Article("test", "工作\n大力推进沅璟工业园建设。"), LEXICON)
    head = text.clean.index("工业园")
    assert Words(text, LEXICON).begin(head) == text.clean.index("沅")


def test_words_that_act_are_verbs_and_boundaries_of_two_characters() -> None:
    text = analyse(Article("test", "工作\n大力推进沅璟工业园建设。"), LEXICON)
    view = Words(text, LEXICON)
    acting = [token.word for token in view.acting(0, len(text.clean))]
    assert "推进" in acting
    assert "工业园" not in acting
    assert "创新" in view.at_home()
    assert view.at_home() < view.at_home("zone")


def test_levels_before_a_name_are_no_part_of_it() -> None:
    assert strip_prefix("国家级高新区", 0, 6) == 3
    assert strip_prefix("高新区", 0, 3) == 0
    assert key_of("“一号” 工程") == "一号工程"
