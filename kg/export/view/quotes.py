"""Sentences as a page shows them: one line, with the marked words' places in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[。！？；\n]")
_REACH = 90  # characters at most that are shown on either side of a clause

Marked = tuple[str, list[int]]  # the sentence; start, end, start, end … of the marks in it


def quote(text: str, start: int, end: int, marks: Sequence[tuple[int | None, int | None]]) -> Marked:
    """The sentence around a clause and where the marked words stand in it (0, 0 where a mark has no words).

    Line breaks inside words go, other runs of white space become one blank.
    """
    before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _REACH), start)]
    left = before[-1] if before else max(0, start - _REACH)
    if end > start and _SENTENCE_END.match(text[end - 1]):
        right = end
    else:
        after = _SENTENCE_END.search(text, end, min(len(text), end + _REACH))
        right = after.end() if after else min(len(text), end + _REACH)
    places = [left, right, *(p for mark in marks for p in mark if p is not None)]
    low, high = min(places), max(places)
    if high - low > 6 * _REACH:  # an end far away (in a heading, say) is not worth a page of text
        low, high = left, right
    shown, at = _one_line(text[low:high])
    out: list[int] = []
    for first, last in marks:
        inside = first is not None and last is not None and low <= first < last <= high
        out += (
            [at[first - low], at[last - 1 - low] + 1] if inside and first is not None and last is not None else [0, 0]
        )
    return shown, out


def _one_line(text: str) -> tuple[str, Sequence[int]]:
    """The text without line breaks, and the new place of each of its characters."""
    if len(text.split()) == 1 and not text[0].isspace() and not text[-1].isspace():
        return text, range(len(text))
    out: list[str] = []
    at: list[int] = []
    for i, c in enumerate(text):
        at.append(len(out))
        if not c.isspace():
            out.append(c)
        elif out and out[-1] != " " and i + 1 < len(text) and out[-1].isascii() and text[i + 1].isascii():
            out.append(" ")
    return "".join(out), at
