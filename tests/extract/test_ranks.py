"""Ranks of a place in one list of the best."""

from __future__ import annotations

from kg.extract.ranks import ranks


def test_a_long_row_of_lists_has_each_rank_once() -> None:
    found = list(ranks("全国百强县投资潜力第1、" * 400))
    assert len(found) == len({m.start for m in found}) > 398
    assert {m.key for m in found} == {"全国百强县投资潜力第1"}


def test_two_ranks_of_one_list_are_two_honours() -> None:
    found = {m.key for m in ranks("综合实力、竞争力分列全国百强县第45位、第64位，产值居第3位。")}
    assert found == {"全国百强县第64位"}
