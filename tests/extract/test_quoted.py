"""The rules for phrases in quote marks, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.quoted import find_quoted
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("quoted"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_quoted, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("开展“春雨润企”行动。", "Program"),
        ("落实“一核两带”布局。", "Slogan"),
        ("做强“3+2”产业。", "Industry"),
        ("举办“金秋乡韵”文化节。", "Event"),
        ("荣获“全省卫生乡镇”称号。", "Honor"),
    ],
)
def test_the_word_behind_decides_the_type(sentence: str, type_: str) -> None:
    assert {m.type for m in find(find_quoted, sentence)} == {type_}


def test_what_a_place_is_said_to_be_is_a_title() -> None:
    assert {m.type for m in find(find_quoted, "松泉县是“全国玻璃产业试验基地”。", least=0.0)} == {"Honor"}
    assert "Honor" not in {m.type for m in find(find_quoted, "要打造的是“江东玻璃基地”。", least=0.0)}
    assert "Honor" not in {m.type for m in find(find_quoted, "建设成为“全国玻璃产业基地”。", least=0.0)}


def test_a_phrase_that_may_be_either_is_proposed_as_both() -> None:
    assert {m.type for m in find(find_quoted, "坚持“三拆三清”。", least=0.0)} == {"Program", "Slogan"}


def test_a_name_stands_with_the_word_behind_it_or_without() -> None:
    found = find(find_quoted, "开展“春雨润企”行动。", least=0.0)
    assert {m.end - m.start for m in found} == {4, 8}


def test_years_within_one_pair_of_marks_are_programmes_of_their_own() -> None:
    found = find(find_quoted, "开展“作风转变年、项目突破年”活动，铭记“建国七十年、建党百年”。")
    assert [m.key for m in found if m.rule == "program:quoted_year"] == ["作风转变年", "项目突破年"]
