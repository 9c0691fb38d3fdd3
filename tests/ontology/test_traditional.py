from __future__ import annotations

from kg.ontology import load_lexicon
from kg.ontology.traditional import in_simplified, is_traditional


def test_a_text_in_traditional_characters() -> None:
    text = "2020年，松泉縣實現地區生產總值90億元，實施「雙百」工程，徵收土地三百畝。"
    assert is_traditional(text)
    assert in_simplified(text) == "2020年，松泉县实现地区生产总值90亿元，实施「双百」工程，征收土地三百亩。"


def test_single_traditional_characters_stay() -> None:
    text = "於潜镇实施双百工程，乾县、鍾祥宾馆开业，著名企业落户，完成投资九亿元。"
    assert not is_traditional(text)
    assert in_simplified(text) == text
    assert in_simplified("中昇开业") == "中昇开业"


def test_what_both_ways_of_writing_have_is_no_pair() -> None:
    names = {row["name"] for row in load_lexicon().rows("traditional")}
    assert not names & set("乾著县市覆")
    assert all(len(row["name"]) == len(row["plain"]) == 1 for row in load_lexicon().rows("traditional"))
