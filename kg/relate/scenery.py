"""Which mentions stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.types import Mention, Scene, Sentence


def sentences_with_mentions(scene: Scene) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """Each sentence with the mentions inside it, in order."""
    mentions = scene.mentions
    count = len(mentions)
    at = 0
    for sentence in scene.text.sentences:
        while at < count and mentions[at].start < sentence.start:
            at += 1
        first = at
        while at < count and mentions[at].start < sentence.end:
            at += 1
        yield sentence, mentions[first:at]
