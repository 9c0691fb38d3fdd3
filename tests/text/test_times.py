from __future__ import annotations

import pytest

from kg.ontology.lexicon import load_lexicon
from kg.text.times import Years, expressions, times
from tests.text.tables import cases

REPORT = Years(now=2020, review=2019, plan=2020)


@pytest.mark.parametrize("case", cases("times"), ids=lambda case: case["clause"])
def test_time(case: dict[str, str]) -> None:
    (found,) = times(expressions(case["clause"], load_lexicon()), (), REPORT, 2019)
    assert case["clause"][found.start : found.end] == case["surface"]
    assert (found.first, found.last) == (int(case["first"]), int(case["last"]))


@pytest.mark.parametrize("case", cases("no_times"), ids=lambda case: case["clause"])
def test_no_time(case: dict[str, str]) -> None:
    assert expressions(case["clause"], load_lexicon()) == []


def test_relative_words_without_a_year_are_left_out() -> None:
    assert times(expressions("今年完成2018年任务", load_lexicon()), (), Years(None, None, None), None)[0].first == 2018


def test_part_of_a_year_has_the_year_right_before_it() -> None:
    found = times(expressions("去年签约，今年上半年开工，上半年完成", load_lexicon()), (), REPORT, 2018)
    assert [one.first for one in found] == [2019, 2020, 2020, 2018]
