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
