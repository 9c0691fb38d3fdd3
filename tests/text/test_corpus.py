"""Every real document can be analysed, and its offsets hold."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from kg.loaders import find, load
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.text.normalise import normalise
from kg.types import Text


@pytest.fixture(scope="module")
def texts(shared: Path) -> list[Text]:
    lexicon = load_lexicon()
    return [analyse(article, lexicon) for path in find([str(shared / "corpus")]) for article in load(path)]


def test_clean_spans_are_raw_spans_cleaned(texts: list[Text]) -> None:
    for text in texts:
        raw = text.document.text
        assert len(text.offsets) == len(text.clean)
        for token in text.tokens:
            start, end = text.raw(token.start, token.end)
            assert raw[start] == raw[text.offsets[token.start]]
            again = normalise(f"中{raw[start:end]}中").text[1:-1]
            # Quote marks and marks beside digits depend on what stands around them, line breaks and whether figures
            # in Chinese numerals are read as digits on the whole text.
            if token.word.isalnum() and _has_digits(token.word) == _has_digits(raw[start:end]):
                assert again.replace("\n", "") == token.word


def _has_digits(word: str) -> bool:
    return re.search("[0-9０-９]", word) is not None


def test_sentences_quantities_and_times_lie_in_order(texts: list[Text]) -> None:
    for text in texts:
        for spans in (text.sentences, text.quantities, text.times):
            ends = [(one.start, one.end) for one in spans]
            assert all(start < end for start, end in ends)
            assert all(low[1] <= high[0] for low, high in itertools.pairwise(ends))


def test_reports_have_both_moods_and_news_have_years(texts: list[Text]) -> None:
    for text in texts:
        if text.document.kind == "report" and text.document.plan_year is not None:  # a communiqué plans for none
            assert text.document.plan_year == (text.document.year or 0) + 1
        if text.document.kind == "news":
            assert text.document.year is not None
    whole = [text for text in texts if text.document.plan_year is not None and len(text.clean) > 10000]
    assert len(whole) >= 8
    assert all({one.modality for one in text.sentences} == {"done", "planned"} for text in whole)
