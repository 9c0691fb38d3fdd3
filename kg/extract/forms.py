"""The forms of the word lists of programmes, slogans, honours, events and industries, as they stand in a text.

They are matched on the text without quote marks, so that “放管服”改革 and 放管服改革 are one.
"""

from __future__ import annotations

import functools
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import daachorse

from kg.extract.phrases import MARKS, balance
from kg.ontology.lexicon import load_lexicon

_UNMARKED = re.compile(f"[^{MARKS}]+")
_NO_MARKS = str.maketrans("", "", MARKS)


class Bare(NamedTuple):
    """A text without quote marks; `at[i]` is the position in the text of bare character i."""

    text: str
    at: Sequence[int]


class Form(NamedTuple):
    """An occurrence of a form of a word list: span, canonical name, kind, whether quote marks stand right around it."""

    start: int
    end: int
    name: str
    kind: str
    quoted: bool


@functools.lru_cache(maxsize=8)
def bare(clean: str) -> Bare:
    """The text without quote marks and the way back."""
    at = array("I")
    for found in _UNMARKED.finditer(clean):
        at.extend(range(*found.span()))
    return Bare(clean.translate(_NO_MARKS), at)


@functools.lru_cache(maxsize=32)
def occurrences(clean: str, table: str, folder: Path) -> tuple[Form, ...]:
    """The forms of a table in a text; asked for by several layers, found once."""
    return tuple(forms(table, folder).find(clean))


@functools.lru_cache(maxsize=8)
def _known(clean: str, folder: Path) -> tuple[list[int], list[int]]:
    spans = sorted((f.start, f.end) for table in ("programs", "slogans") for f in occurrences(clean, table, folder))
    return [a for a, _ in spans], [z for _, z in spans]


def is_known(clean: str, start: int, end: int, folder: Path) -> bool:
    """Whether a programme or slogan of the word lists covers a span."""
    starts, ends = _known(clean, folder)
    i = bisect_right(starts, start) - 1
    return any(ends[j] >= end for j in range(max(0, i - 1), i + 1))


class Forms:
    """The names of one word list with all their forms, found in one pass."""

    def __init__(self, rows: Iterable[tuple[str, str, bool, str]]) -> None:
        """`rows`: (form, name, only in quote marks, kind); the first of two rows with one form wins."""
        self._of: dict[str, tuple[str, bool, str]] = {}
        for form, name, quoted, kind in rows:
            self._of.setdefault(form, (name, quoted, kind))
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            sorted(self._of), match_kind=daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def __len__(self) -> int:
        return len(self._of)

    def find(self, clean: str) -> Iterator[Form]:
        """Leftmost-longest occurrences in the text, quote marks passed over."""
        text, at = bare(clean)
        for start, end, _ in self._automaton.find(text):
            name, only_quoted, kind = self._of[text[start:end]]
            a, z = at[start], at[end - 1] + 1
            quoted = a > 0 and clean[a - 1] in "“‘《" and clean[z : z + 1] in ("”", "’", "》")
            if only_quoted and not quoted:
                continue
            a, z = balance(clean, a, z)
            yield Form(a, z, name, kind, quoted)


@functools.cache
def forms(table: str, folder: Path) -> Forms:
    """The automaton over a table with the columns name, alias, quoted and kind."""
    rows = load_lexicon(folder).rows(table)
    # a name that is also among the quoted forms counts only in quote marks
    listed: list[tuple[str, str, bool, str]] = []
    for row in rows:
        quoted = row["quoted"].split("|") if row["quoted"] else []
        if row["name"] not in quoted:
            listed.append((row["name"], row["name"], False, row["kind"]))
        listed += [(form, row["name"], False, row["kind"]) for form in row["alias"].split("|") if form]
        listed += [(form, row["name"], True, row["kind"]) for form in quoted]
    # a bare form beats a quoted one wherever it stands
    return Forms(sorted(listed, key=lambda item: item[2]))
