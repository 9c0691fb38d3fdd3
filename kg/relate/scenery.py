"""Which mentions stand in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.types import Mention, Scene, Sentence


def sentences_with_mentions(scene: Scene) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """Each sentence with the mentions inside it, in order."""
    mentions = scene.mentions
    at = 0
    for sentence in scene.text.sentences:
        at = bisect_left(mentions, sentence.start, lo=at, key=lambda m: m.start)
        stop = bisect_left(mentions, sentence.end, lo=at, key=lambda m: m.start)
        yield sentence, mentions[at:stop]
