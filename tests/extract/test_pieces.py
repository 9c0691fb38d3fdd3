from __future__ import annotations

from dataclasses import replace

from kg.extract.pieces import LONGEST, pieces, windows
from kg.text.tokens import tokenise
from tests.builders import text_of

CLEAN = "云岭市开展“蓝盾护航”专项行动。" * 50 + "长" * 500 + "。"


def test_pieces_cover_the_sentences_and_none_is_too_long() -> None:
    spans = pieces(text_of(CLEAN))
    assert "".join(CLEAN[a:b] for a, b in spans) == CLEAN
    assert max(b - a for a, b in spans) <= LONGEST


def test_a_short_text_is_one_window() -> None:
    text = text_of(CLEAN)
    assert list(windows(text)) == [(0, text)]


def test_windows_are_the_text_cut_between_sentences() -> None:
    text = replace(text_of(CLEAN), tokens=tokenise(CLEAN))
    found = list(windows(text, 100))
    assert len(found) > 5
    assert "".join(window.clean for _, window in found) == CLEAN
    assert [(a + w.start, a + w.end, w.word) for a, window in found for w in window.tokens] == [
        (w.start, w.end, w.word) for w in text.tokens
    ]
    assert [(a + s.start, a + s.end) for a, window in found for s in window.sentences] == [
        (s.start, s.end) for s in text.sentences
    ]
    for _, window in found:
        assert all(window.clean[w.start : w.end] == w.word for w in window.tokens)
