"""The stretch of text that a claim shows: clauses without the stops around them, or part of one without a stop.

Example: 甲公司落户云岭 of “，甲公司落户云岭。”.
No example: a table of a thousand characters, of which the names are shown with what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.types import Span

_LONG = 400  # characters of the longest clause that is shown whole
_AROUND = 80  # characters that are shown on each side of the names in a longer one
_STOPS = "，；：。！？\n "


def stretch(clean: str, start: int, end: int, names: Sequence[Span]) -> tuple[int, int]:
    """Where what is shown of clauses begins and ends."""
    if end - start > _LONG and names:  # a table without stops: what stands around the names
        start = max(start, min(s.start for s in names) - _AROUND)
        end = min(end, max(s.end for s in names) + _AROUND)
    while start < end and clean[start] in _STOPS:
        start += 1
    while end > start and clean[end - 1] in _STOPS:
        end -= 1
    return start, end
