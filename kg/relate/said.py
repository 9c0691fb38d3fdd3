"""A sentence as it holds at a position: what stands outside the aside of a sentence of a review is done."""

from __future__ import annotations

from dataclasses import replace

from kg.types import Sentence, Text


def said_at(text: Text, sentence: Sentence, position: int) -> Sentence:
    """The sentence, done and of the year of the review outside its aside: 甲路|竣工|，力争明年建成乙桥."""
    aside = sentence.aside
    if aside is None or aside.start <= position < aside.end:
        return sentence
    return replace(sentence, modality="done", year=text.document.year, aside=None)
