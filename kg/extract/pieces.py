"""The pieces of a text that the tagger reads one by one: sentences, long ones cut at commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.types import Text

LONGEST = 200
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
            own_words.append(replace(word, start=word.start - a, end=min(word.end, b) - a))
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
