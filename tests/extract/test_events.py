"""The rules for events, by a table of sentences."""

from __future__ import annotations

import time

import pytest

from kg.extract.events import find_events
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article
from tests.extract.cases import names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("events"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_events, sentence) == expected


def test_a_line_without_stops_is_read_in_time_that_grows_with_its_length() -> None:
    text = analyse(Article("test", "工作\n" + "首届白鹭博览会" * 12_000 + "。"), load_lexicon())
    start = time.process_time()
    assert list(find_events(text, load_lexicon()))
    assert time.process_time() - start < 4  # a tenth of it where nothing else runs
