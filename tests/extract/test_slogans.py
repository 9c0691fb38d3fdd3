"""The rules for slogans, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.slogans import find_slogans
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("slogans"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_slogans, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "principle"),
    [
        ("坚持统一规划、统一建设、统一管理，抓好落实。", True),
        ("按照依法依规、分类处置的原则，抓好落实。", True),
        ("坚持综合施策、源头治理，抓好落实。", False),
        ("突出新港口、新园区、新社区，抓好落实。", False),
    ],
)
def test_a_row_is_a_principle_by_more_than_its_verb(sentence: str, principle: bool) -> None:
    rules = {m.rule for m in find(find_slogans, sentence)}
    assert ("slogan:parallel_held" in rules) == principle
