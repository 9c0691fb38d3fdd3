"""Terms of a glossary and what they are called in the text."""

from __future__ import annotations

import dataclasses

from kg.relate.definitions import find_definitions
from kg.types import Gloss, Span
from tests.relate.values import value_scene


def test_a_term_is_what_the_text_calls_so() -> None:
    made = value_scene("开展[九清零]G行动。⏎[九清零]S：九类问题整改。")
    clean = made.text.clean
    start = clean.rfind("九清零")
    gloss = Gloss(Span(start, start + 3), Span(start + 4, len(clean)))
    found = find_definitions(dataclasses.replace(made, text=dataclasses.replace(made.text, glossary=(gloss,))))
    assert [(a.entity.type, a.value) for a in found] == [("Program", "九类问题整改。")]
