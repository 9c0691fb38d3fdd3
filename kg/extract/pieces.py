"""The pieces of a text that the tagger reads one by one: sentences, long ones cut at commas."""

from __future__ import annotations

from kg.types import Text

LONGEST = 200


def pieces(text: Text) -> list[tuple[int, int]]:
    """Half-open spans in order, none longer than `LONGEST` characters."""
    out = []
    for s in text.sentences:
        a = s.start
        while s.end - a > LONGEST:
            cut = max(text.clean.rfind(mark, a + LONGEST // 2, a + LONGEST) for mark in "，、：")
            cut = cut + 1 if cut > 0 else a + LONGEST
            out.append((a, cut))
            a = cut
        if s.end > a:
            out.append((a, s.end))
    return out
