"""The rules for zones, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.zone_rules import CONFIDENCE
from kg.extract.zones import find_zones
from tests.extract.cases import find, names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("zones"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_zones, sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), read_cases("zones"))
def test_mentions_carry_their_rule_and_confidence(sentence: str, expected: tuple[str, ...]) -> None:
    for mention in find(find_zones, sentence, least=0.0):
        assert mention.confidence == CONFIDENCE[mention.rule]
        assert mention.start < mention.end


def test_a_row_of_head_words_without_a_stop_names_hardly_anything() -> None:
    assert len(find(find_zones, "园区" * 2_000 + "。", least=0.0)) < 10
