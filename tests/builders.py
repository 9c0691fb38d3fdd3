"""One-function builders of the values that tests need."""

from __future__ import annotations

import re

from kg.types import Document, Mention, Sentence, Text


def document(text: str, title: str = "测试") -> Document:
    """A document of 2021 about a city."""
    return Document("0" * 16, "test.txt", title, "report", text, year=2020, plan_year=2021)


def text_of(clean: str) -> Text:
    """A text that is clean already: sentences end at 。 and nothing else is known of it."""
    ends = [m.end() for m in re.finditer("。|$", clean) if m.end()]
    starts = [0, *ends]
    sentences = tuple(
        Sentence(a, b, (), "done", 2020) for a, b in zip(starts, ends, strict=False) if clean[a:b].strip()
    )
    return Text(document(clean), clean, range(len(clean)), sentences, (), (), (), ())


def mention(clean: str, surface: str, type_: str, confidence: float = 0.9, rule: str = "test:rule") -> Mention:
    """A mention of the first place where a surface stands."""
    at = clean.index(surface)
    return Mention(at, at + len(surface), type_, surface, rule, confidence)
