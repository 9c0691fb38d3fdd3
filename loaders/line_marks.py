"""What each line of a text has in front, as programs put it there that quote or number lines.

Example: > 甲县招商 in each line; 1 甲县招商, 2 一、概况, 3 …. No example: a list whose points are counted, with other
lines between them; a table of rows with numbers.
"""

from __future__ import annotations

import re

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_NUMBER = re.compile(r"[ \t]*(\d{1,5})(?:[ \t]*[|:│][ \t]?|[ \t]+)")
_FEWEST = 3  # lines
_MOST_SAID = 0.9  # share of the lines that must have such a mark


def without_line_marks(text: str) -> str:
    """A text without the signs of quotation or the numbers that begin nearly every line of it."""
    lines = text.splitlines(keepends=True)
    filled = [line for line in lines if line.strip()]
    if len(filled) < _FEWEST:
        return text
    quoted = [_QUOTE.match(line) is not None for line in filled]
    if sum(quoted) >= _MOST_SAID * len(filled):
        return "".join(_QUOTE.sub("", line, count=1) for line in lines)
    numbers = [int(match[1]) if (match := _NUMBER.match(line)) else None for line in filled]
    first = numbers[0]
    counted = first in (0, 1) and all(n == first + i for i, n in enumerate(numbers))
    every = first == 1 and _counts_every(lines)
    return "".join(_NUMBER.sub("", line, count=1) for line in lines) if counted or every else text


def _counts_every(lines: list[str]) -> bool:
    """Whether the numbers count the empty lines too."""
    return all((match := _NUMBER.match(f"{line.rstrip()} ")) and int(match[1]) == i for i, line in enumerate(lines, 1))
