"""Where the clauses of a sentence end: at a stop outside brackets, quotes and names.

Example: 甲公司落户，|总投资3亿元。| No example: the comma of 甲项目（一期，二期）.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from kg.types import Mention, Sentence

_BREAK = re.compile(r"[，；：。！？\n（）“”]")


def clause_stops(clean: str, sentence: Sentence, top: Sequence[Mention], starts: Sequence[int]) -> Iterator[int]:
    """Behind each stop of a sentence that ends a clause; `starts` are those of the mentions on their own."""
    depth = 0
    for match in _BREAK.finditer(clean, sentence.start, sentence.end):
        sign = match.group()
        if sign in "（“":
            depth += 1
        elif sign in "）”":
            depth = max(0, depth - 1)
        elif depth == 0 and not _inside(match.start(), top, starts):
            yield match.end()


def _inside(position: int, top: Sequence[Mention], starts: Sequence[int]) -> bool:
    i = bisect.bisect_right(starts, position) - 1
    return i >= 0 and top[i].start < position < top[i].end
