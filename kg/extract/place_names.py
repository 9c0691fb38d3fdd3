"""The names of divisions that stand in a line, whichever of that name is meant."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.ontology import Gazetteer, load_lexicon
from kg.ontology.gazetteer import short_names
from kg.types import Text, Token

MARKS = r"，,。！!？?；;：:|｜\s"  # what parts the clauses of a title, for a set of characters

_BEGINNING = 1500  # characters in which names within other words are looked for


class Hit(NamedTuple):
    """A name of divisions in a line, and the codes of those that bear it."""

    start: int
    end: int
    name: str
    codes: tuple[str, ...]


def place_names(source: str, gazetteer: Gazetteer) -> list[Hit]:
    """The full and short names of divisions in a line, the longest from the left."""
    automaton, names = _names(gazetteer)
    return [Hit(s, e, names[i], gazetteer.find(names[i])) for s, e, i in automaton.find(source)]


def stem(name: str) -> str:
    """The shortest name that people use for a division: 天祝藏族自治县 → 天祝, 攸县 → 攸县."""
    short = short_names(name)
    return short[-1] if short else name


def named_in_passing(town: str, clean: str, title: str) -> bool:
    """Whether a text names a town no more than once, and not in its title."""
    return clean.count(town) < 2 and stem(town.removesuffix("街道")) not in title


@functools.cache
def generic_names() -> frozenset[str]:
    """Names of divisions that are a common noun unless another place stands before them: 新区, 街道, 城区."""
    return frozenset(row["name"] for row in load_lexicon().rows("place_words") if row["kind"] == "generic")


@functools.cache
def ordinary_names() -> frozenset[str]:
    """Short names that are mostly a word: 合作, 和平."""
    return frozenset(row["name"] for row in load_lexicon().rows("place_words") if row["kind"] == "ordinary")


@functools.cache
def _names(gazetteer: Gazetteer) -> tuple[CharwiseDoubleArrayAhoCorasick, list[str]]:
    names = sorted(n for n in {*gazetteer.full, *gazetteer.short} if len(n) > 1)
    return CharwiseDoubleArrayAhoCorasick(names, MATCH_KIND_LEFTMOST_LONGEST), names


def inside_words(text: Text, gazetteer: Gazetteer) -> frozenset[str]:
    """Short names of places that only stand within other words near the beginning: the 政和 of 财政和."""
    if not text.tokens:
        return frozenset()
    hits = [hit for hit in place_names(text.clean[:_BEGINNING], gazetteer) if hit.end - hit.start == 2]
    free = {hit.name for hit in hits if _begins_word(text.tokens, hit.start)}
    return frozenset(hit.name for hit in hits) - free


def _begins_word(tokens: Sequence[Token], at: int) -> bool:
    found = bisect_left(tokens, at, key=lambda token: token.start)
    return found < len(tokens) and tokens[found].start == at
