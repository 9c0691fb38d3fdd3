"""What the layers for programmes, slogans, honours, events and industries share: marks, head words, mentions."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.extract.confidence import CONFIDENCE
from kg.extract.names import Finder
from kg.ontology.lexicon import load_lexicon
from kg.types import Mention, Text

MARKS = "“”‘’"
_QUOTES = re.compile(r"[“”‘’《》\s]")
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）"}
CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}


class Quotation(NamedTuple):
    """The inside of a pair of quote marks."""

    start: int
    end: int


def unquote(surface: str) -> str:
    """A surface as a key: without quote marks, title marks and blanks."""
    return _QUOTES.sub("", surface)


def balance(clean: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span by the quote or title mark whose partner it holds: 放管服”改革 → “放管服”改革."""
    for opener, closer in _PAIRS.items():
        depth = low = 0
        for c in clean[start:end]:
            depth += (c == opener) - (c == closer)
            low = min(low, depth)
        if low < 0 and start and clean[start - 1] == opener:
            start -= 1
        if depth > low and clean[end : end + 1] == closer:
            end += 1
    return start, end


@functools.cache
def heads(folder: Path, type_: str, use: str) -> tuple[str, ...]:
    """Head words of a type from phrase_heads, longest first; `use` is quoted (behind a quotation) or open."""
    found = {
        row["head"]
        for row in load_lexicon(folder).rows("phrase_heads")
        if row["type"] == type_ and use in row["use"].split("|")
    }
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


@functools.cache
def heads_finder(folder: Path, type_: str, use: str) -> Finder:
    """The automaton over the head words of a type."""
    return Finder(heads(folder, type_, use))


@functools.cache
def edge_words(folder: Path) -> frozenset[str]:
    """The words that end a name on its left (开展, 推进, 全面)."""
    return frozenset(load_lexicon(folder).words("phrase_edges"))


@functools.cache
def generic_names(folder: Path) -> frozenset[str]:
    """Names that say nothing: 专项行动, 各项改革."""
    return frozenset(load_lexicon(folder).words("phrase_generic"))


_QUOTATION = re.compile(r"“([^“”\n]{1,60})”|‘([^‘’“”\n]{1,30})’")


def quotations(clean: str) -> Iterator[Quotation]:
    """The insides of quote marks, in order."""
    for found in _QUOTATION.finditer(clean):
        yield Quotation(found.start() + 1, found.end() - 1)


def mention(text: Text, span: tuple[int, int], type_: str, rule: str) -> Mention:
    """A mention whose key is its own surface."""
    start, end = balance(text.clean, *span)
    return Mention(start, end, type_, unquote(text.clean[start:end]), rule, CONFIDENCE[rule])
