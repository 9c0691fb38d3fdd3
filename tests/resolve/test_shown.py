"""The names that a user sees."""

from __future__ import annotations

import pytest

from kg.resolve.shown import display, shown_names, written
from kg.types import Mention, Ref


def mention(clean: str, surface: str, type_: str, key: str, rule: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = clean.index(surface, start + 1)
    return Mention(start, start + len(surface), type_, key, rule, 0.9)


def shown(clean: str, *mentions: Mention) -> dict[Ref, str]:
    return shown_names(clean, sorted(mentions, key=lambda m: (m.start, -m.end)))


def test_quote_marks_and_blanks_go_a_middle_dot_stays() -> None:
    assert written("“青山·中国茶谷”") == "青山·中国茶谷"
    assert written("Tesla Motors 青山工厂") == "Tesla Motors青山工厂"


@pytest.mark.parametrize(
    ("surface", "type_", "key", "rule"),
    [
        ("广交会", "Event", "中国进出口商品交易会", "event:lexicon"),
        ("先进制造业", "Industry", "先进制造", "industry:lexicon_joined"),
        ("“365”工程", "Program", "365", "program:quoted_head"),
    ],
)
def test_the_text_s_own_writing_is_shown(surface: str, type_: str, key: str, rule: str) -> None:
    clean = f"抓好{surface}。"
    name = shown(clean, mention(clean, surface, type_, key, rule))[Ref(type_, key)]
    assert name == surface.replace("“", "").replace("”", "")


def test_the_key_is_shown_where_the_text_has_it() -> None:
    clean = "实施“清风行动”，清风行动成效明显，清风行动计划。"
    found = shown(
        clean,
        mention(clean, "“清风行动”", "Program", "清风行动", "program:lexicon"),
        mention(clean, "清风行动计划", "Program", "清风行动", "program:lexicon"),
    )
    assert found == {Ref("Program", "清风行动"): "清风行动"}


def test_the_inside_of_quote_marks_is_no_writing_of_its_own() -> None:
    clean = "开展“清风”提升行动。"
    outer = mention(clean, "“清风”提升行动", "Program", "清风", "program:quoted_head")
    assert shown(clean, outer, mention(clean, "清风", "Program", "清风", "tagger")) == {
        Ref("Program", "清风"): "清风提升行动"
    }


def test_a_name_that_a_list_completes_is_shown_whole() -> None:
    clean = "建成龙潭、石桥污水处理厂。"
    key = "龙潭污水处理厂"
    found = shown(
        clean,
        mention(clean, "龙潭、石桥污水处理厂", "Project", key, "project:list_of"),
        mention(clean, "龙潭", "Project", key, "project:list_of"),
    )
    assert found == {Ref("Project", key): key}


def test_a_fair_of_several_editions_is_shown_without_them() -> None:
    assert display("Event", [("第五届进博会", 1), ("第六届进博会", 2)]) == "进博会"
    assert display("Event", [("第五届进博会", 1)]) == "第五届进博会"


def test_a_thing_is_shown_by_its_fullest_name_a_phrase_by_the_usual() -> None:
    assert display("Enterprise", [("星沅", 5), ("星沅集团", 1)]) == "星沅集团"
    assert display("Slogan", [("三争一创", 5), ("三争一创总要求", 1)]) == "三争一创"
