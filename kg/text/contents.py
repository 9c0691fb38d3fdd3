"""The table of contents that stands before a report: it names sections and the notes, and is none of them.

Example: 目录|一、2018年工作回顾 1|附件：名词解释 5. No example: 目录 in a sentence, a heading above its own paragraphs.
"""

from __future__ import annotations

import re

from kg.types import Span

_WORD = re.compile(r"(?:^|(?<=\n))目录(?=\n)")
_PAGED = re.compile(r".{2,60}?[….·\s]*\d{1,3}")
_BEFORE = 1500  # characters of a text in which its table of contents begins
_LINES = 200  # that it has at most
_LONGEST = 60  # characters of a line of it at most


def contents(clean: str) -> Span:
    """The lines of the table of contents with the word above it; empty where there is none."""
    word = _WORD.search(clean, 0, _BEFORE)
    if word is None:
        return Span(0, 0)
    end = word.end()
    for _ in range(_LINES):
        if end >= len(clean):
            break
        stop = clean.find("\n", end + 1)
        stop = stop if stop >= 0 else len(clean)
        line = clean[end + 1 : stop]
        again = len(line) > 3 and clean.find(f"\n{line}", stop) >= 0
        if len(line) > _LONGEST or not (again or _PAGED.fullmatch(line)):
            break
        end = stop
    return Span(word.start(), end)
