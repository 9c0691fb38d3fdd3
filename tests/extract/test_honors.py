"""The rules for honours, by a table of sentences."""

from __future__ import annotations

import pytest

from kg.extract.honors import find_honors
from tests.extract.cases import names, read_cases


@pytest.mark.parametrize(("sentence", "expected"), read_cases("honors"))
def test_finds_what_the_table_says(sentence: str, expected: tuple[str, ...]) -> None:
    assert names(find_honors, sentence) == expected
