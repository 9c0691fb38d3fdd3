"""The rules for programmes, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.programs import find_programs
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("programs"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_programs, sentence) == expected


def test_a_known_programme_has_one_key_with_and_without_quote_marks() -> None:
    keys = {m.key for m in find(find_programs, "深化“放管服”改革，推进放管服改革。")}
    assert keys == {"放管服改革"}


def test_the_mention_takes_the_head_word_and_both_quote_marks() -> None:
    sentence = "深化“放管服”改革。"
    text = analyse(Article("test", f"青山县工作\n{sentence}"), load_lexicon())
    assert [text.clean[m.start : m.end] for m in find_programs(text, load_lexicon())] == ["“放管服”改革"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("开展消防、燃气、危化品等领域专项整治。", "消防、燃气、危化品等领域专项整治"),
        ("开展小区飞线、楼道堆物专项清理。", "小区飞线、楼道堆物专项清理"),
        ("扎实开展桃江县水环境综合整治。", "水环境综合整治"),
        ("办好28件民生实事。", "28件民生实事"),
        ("打好蓝天、碧水、净土三大保卫战。", "碧水保卫战"),
    ],
)
def test_weaker_readings_are_proposed_too(sentence: str, name: str) -> None:
    assert name in {m.key for m in find(find_programs, sentence, least=0.0)}


def test_what_is_done_to_a_thing_may_be_a_project() -> None:
    found = find(find_programs, "推进白鹭河综合整治。", least=0.0)
    assert {(m.type, m.key) for m in found} == {("Program", "白鹭河综合整治"), ("Project", "白鹭河综合整治")}
