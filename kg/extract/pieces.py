"""The pieces of a text that the tagger reads one by one: sentences, long ones cut at commas; many side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kg.types import Text

LONGEST = 200
ABREAST = 256  # spans that are read side by side …
ROOM = 30_000  # … and characters that they would have were all as long as the longest
WINDOW = 60_000  # characters that the tagger holds in memory at once; hardly a document is longer


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


class Abreast(NamedTuple):
    """Spans to be read side by side, one character of each at a step, the longest first.

    Attributes:
        ahead: the places of their characters, step after step; within a step in the order of the spans.
        behind: the same with each span read from its end.
        running: how many spans have a character at each step: the first ones.
    """

    ahead: npt.NDArray[np.int64]
    behind: npt.NDArray[np.int64]
    running: list[int]


def abreast(spans: Sequence[tuple[int, int]]) -> Iterator[Abreast]:
    """All spans (none empty), those of like length together.

    >>> next(abreast([(0, 2), (2, 5)]))
    Abreast(ahead=array([2, 0, 3, 1, 4]), behind=array([4, 1, 3, 0, 2]), running=[2, 2, 1])
    """
    order = np.array(sorted(spans, key=lambda s: (s[0] - s[1], s)), np.int64).reshape(-1, 2)
    while len(order):
        size = min(ABREAST, ROOM // int(order[0, 1] - order[0, 0]) + 1)
        (begin, end), order = order[:size].T, order[size:]
        running = np.searchsorted(begin - end, -np.arange(int(end[0] - begin[0])), "left")
        step = np.repeat(np.arange(len(running)), running)
        span = np.arange(len(step)) - (np.cumsum(running) - running)[step]
        yield Abreast(begin[span] + step, end[span] - 1 - step, running.tolist())


def windows(text: Text, size: int = WINDOW) -> Iterator[tuple[int, Text]]:
    """A long text as shorter ones, cut between sentences, each with the position at which it begins.

    Only what the tagger looks at is kept: characters, words and sentences.
    """
    if len(text.clean) <= size:
        yield 0, text
        return
    edges = [0]
    for s in text.sentences:
        if s.start - edges[-1] >= size:
            edges.append(s.start)
    edges.append(len(text.clean))
    words, sentences = iter(text.tokens), iter(text.sentences)
    word, sentence = next(words, None), next(sentences, None)
    for a, b in pairwise(edges):
        own_words, own_sentences = [], []
        while word is not None and word.start < b:
            own_words.append(word._replace(start=word.start - a, end=min(word.end, b) - a))
            word = next(words, None)
        while sentence is not None and sentence.start < b:
            own_sentences.append(replace(sentence, start=sentence.start - a, end=min(sentence.end, b) - a))
            sentence = next(sentences, None)
        yield (
            a,
            replace(
                text,
                clean=text.clean[a:b],
                offsets=text.offsets[a:b],
                sentences=tuple(own_sentences),
                tokens=tuple(own_words),
                quantities=(),
                times=(),
                glossary=(),
            ),
        )
