"""Hits of the word lists."""

from kg.extract.hits import hits
from kg.ontology.lexicon import load_lexicon


def test_hits_take_the_longest_word() -> None:
    found = hits("云川经济技术开发区", load_lexicon())["zone_head"]
    assert found[2:].tolist() == [1, 2, 2, 2, 2, 2, 3]


def test_an_empty_text_has_none() -> None:
    assert all(len(found) == 0 for found in hits("", load_lexicon()).values())
