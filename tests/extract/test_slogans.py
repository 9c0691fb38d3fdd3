"""The rules for slogans, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.slogans import find_slogans
from tests.extract.cases import names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("slogans"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_slogans, sentence) == expected
