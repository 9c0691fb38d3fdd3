"""The rules for events, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.events import find_events
from tests.extract.cases import names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("events"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_events, sentence) == expected
