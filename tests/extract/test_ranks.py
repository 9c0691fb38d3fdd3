"""Ranks of a place in one list of the best."""

from __future__ import annotations

from kg.extract.ranks import ranks


def test_a_long_row_of_lists_has_each_rank_once() -> None:
    found = list(ranks("全国百强县投资潜力第1、" * 400))
    assert len(found) == len({m.start for m in found}) > 398
    assert {m.key for m in found} == {"全国百强县投资潜力第1"}
