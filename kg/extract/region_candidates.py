"""Names in a text that divisions, customary areas or countries bear, before it is known whether they are meant."""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import rjieba
from daachorse import CharwiseDoubleArrayAhoCorasick

from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY
from kg.types import Text, Token


@dataclass(slots=True)
class Candidate:
    """A name found in the text: which divisions bear it, and what is decided about it.

    `kind` is full, short, town (the short name of a town at home), area, country or continent; `aligned` tells that
    it begins and ends where words do, `tags` are the parts of speech of these; `chained` that the place before it
    holds it.
    """

    start: int
    end: int
    name: str
    codes: tuple[str, ...]
    kind: str
    aligned: bool
    tags: tuple[str, ...] = ()
    key: str = ""
    rule: str = ""
    confidence: float = 0.0
    chained: bool = False

    def take(self, key: str, rule: str, confidence: float) -> None:
        """Decide that a place is meant."""
        self.key, self.rule, self.confidence = key, rule, confidence


class TokenIndex:
    """The words of a text by where they begin and end."""

    def __init__(self, text: Text) -> None:
        self.tokens = text.tokens
        self.starts = [t.start for t in text.tokens]
        self.ends = frozenset(t.end for t in text.tokens)
        self.at = {start: i for i, start in enumerate(self.starts)}

    def aligned(self, start: int, end: int) -> bool:
        """Whether a stretch begins and ends where words do."""
        return start in self.at and end in self.ends

    def tags(self, start: int, end: int) -> tuple[str, ...]:
        """The parts of speech of the words from one position to another."""
        first = self.at.get(start)
        first = bisect_right(self.starts, start) - 1 if first is None else first
        last = self.at.get(end)
        last = bisect_left(self.starts, end) if last is None else last
        return tuple(t.pos for t in self.tokens[first:last])

    def next(self, end: int) -> Token | None:
        """The word that begins at a position."""
        i = self.at.get(end)
        return None if i is None else self.tokens[i]

    def opens_guess(self, start: int, end: int) -> bool:
        """Whether a longer word begins at a position that no dictionary has, only a guess: 来安三县, 来安经|开区."""
        i = self.at.get(start)
        return i is not None and self.tokens[i].end > end and len(rjieba.cut(self.tokens[i].word, False)) > 1

    def within(self, start: int, end: int) -> Iterator[Token]:
        """The words that begin between two positions."""
        return iter(self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)])


def find_candidates(clean: str, tokens: TokenIndex, gazetteer: Gazetteer, home: str | None) -> list[Candidate]:
    """The names of the gazetteer in a text, but those that are cut otherwise by its words; they may overlap."""
    found = []
    automaton, names = _vocabulary(gazetteer)
    for start, end, index in automaton.find_overlapping(clean):
        name = names[index]
        kind, codes = _bearers(gazetteer, name)
        aligned = tokens.aligned(start, end)
        if end - start > 2 and start in tokens.at:
            stands = kind in ("full", "area") or _at_home(codes, gazetteer, home)
        elif kind == "short" and tokens.opens_guess(start, end):
            stands = _at_home((c for c in codes if len(c) == COUNTY), gazetteer, home)
        else:
            stands = kind == "area"
        if aligned or stands:
            found.append(Candidate(start, end, name, codes, kind, aligned, tokens.tags(start, end)))
    return found


def find_towns(
    clean: str, tokens: TokenIndex, towns: Mapping[str, tuple[str, ...]], gazetteer: Gazetteer, home: str | None
) -> list[Candidate]:
    """The short names of towns in a text, `towns` with the codes of each; they may overlap."""
    if not towns:
        return []
    names = sorted(towns)
    found = []
    for start, end, index in CharwiseDoubleArrayAhoCorasick(names).find_overlapping(clean):
        codes = towns[names[index]]
        aligned = tokens.aligned(start, end)
        if aligned or (end - start > 2 and start in tokens.at and _at_home(codes, gazetteer, home)):
            found.append(Candidate(start, end, names[index], codes, "town", aligned, tokens.tags(start, end)))
    return found


def _at_home(codes: Iterable[str], gazetteer: Gazetteer, home: str | None) -> bool:
    """Whether one of some divisions is so near that its name of three or more characters may be cut by jieba."""
    return home is not None and any(gazetteer.contains(home[:COUNTY], code) for code in codes)


def longest(found: Iterable[Candidate]) -> list[Candidate]:
    """Leftmost-longest candidates without overlap; of one span the division before the area."""
    order = {"full": 0, "short": 1, "town": 2}
    out: list[Candidate] = []
    for c in sorted(found, key=lambda c: (c.start, -c.end, order.get(c.kind, 3))):
        if not out or c.start >= out[-1].end:
            out.append(c)
        elif c.start == out[-1].start and c.end == out[-1].end and c.codes and out[-1].codes:
            out[-1].codes = tuple(dict.fromkeys((*out[-1].codes, *c.codes)))
    return out


class _Vocabulary(NamedTuple):
    automaton: CharwiseDoubleArrayAhoCorasick
    names: list[str]


@functools.cache
def _vocabulary(gazetteer: Gazetteer) -> _Vocabulary:
    names = sorted(n for n in {*gazetteer.full, *gazetteer.short, *gazetteer.areas} if len(n) > 1)
    return _Vocabulary(CharwiseDoubleArrayAhoCorasick(names), names)


@functools.lru_cache(maxsize=1 << 16)
def _bearers(gazetteer: Gazetteer, name: str) -> tuple[str, tuple[str, ...]]:
    """What kind of name it is (full, short, area, country) and the codes of the divisions that bear it."""
    if name in gazetteer.full and name not in gazetteer.short:
        return "full", gazetteer.full[name]
    if area := gazetteer.area(name):
        return area.kind, ()
    return "short", gazetteer.find(name)
