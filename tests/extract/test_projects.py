"""The rules for projects, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.projects import CONFIDENCE, find_projects
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("projects"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_projects, sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), read_cases("projects"))
def test_mentions_carry_their_rule_and_confidence(sentence: str, expected: tuple[str, ...]) -> None:
    for mention in find(find_projects, sentence, least=0.0):
        assert mention.confidence == CONFIDENCE[mention.rule]
        assert mention.start < mention.end


def _keys(sentence: str) -> set[str]:
    return {m.key for m in find(find_projects, sentence)}


def test_roads_and_temples_take_no_head_word_of_their_list() -> None:
    assert _keys("开工建设迎宾大道、凤鸣路等道路。") >= {"迎宾大道", "凤鸣路"}
    assert _keys("推进青石线、白杨线等普通国省干线和农村公路建设。") >= {"青石线", "白杨线"}
    assert "青江高铁白鹭段" in _keys("青江高铁白鹭段、石桥至龙潭高速公路取得新进展。")
    assert "龙泉寺" in _keys("修缮文庙、鼓楼、龙泉寺等文物景点。")


def test_a_head_word_of_a_joined_phrase_is_its_last() -> None:
    keys = _keys("建成柳林至双河、石门至官渡等6条县乡道路和环湖公路。")
    assert keys >= {"柳林至双河公路", "石门至官渡公路"}


def test_no_name_begins_with_what_sets_it_up() -> None:
    found = find(find_projects, "主线设置青禾互通式立交。", least=0.0)
    assert {m.key for m in found} == {"青禾互通式立交"}
