"""The words that say of a sentence or a section whether it plans or looks back, and what is no text of the document."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.ontology.furniture import furniture
from kg.ontology.lexicon import Lexicon
from kg.text.ahead import ahead as to_come
from kg.text.metadata import Metadata
from kg.types import Modality


class Cues(NamedTuple):
    """The words as patterns.

    Attributes:
        heading, place: the words of headings that open a review or a plan, and which of the two.
        opening, begin: the same of the first words of a sentence.
        planned, planned_weak: what makes a sentence planned anywhere, and in news.
        done: what makes a sentence of a plan one that looks back.
        line, anywhere: furniture of pages, at the start of a line and anywhere in a short one.
    """

    heading: re.Pattern[str]
    opening: re.Pattern[str]
    place: dict[str, Modality]
    begin: dict[str, Modality]
    planned: re.Pattern[str]
    planned_weak: re.Pattern[str]
    done: re.Pattern[str]
    line: tuple[str, ...]
    anywhere: re.Pattern[str]

    def ahead(self, text: str, about: Metadata) -> list[int]:
        """Where the words stand that make a sentence planned."""
        words = (self.planned,) if about.kind == "report" else (self.planned, self.planned_weak)
        found = [m.start() for shape in words if (m := shape.search(text)) is not None]
        return [*found, *to_come(text)] if about.plan_year is None else found


@functools.lru_cache(maxsize=4)
def cues_of(lexicon: Lexicon) -> Cues:
    """The cues of a lexicon."""
    place: dict[str, Modality] = {}
    begin: dict[str, Modality] = {}
    for row in lexicon.rows("section_cue"):
        (place if row["place"] == "heading" else begin)[row["name"]] = _named(row["modality"])
    rows = lexicon.rows("modality_cue")

    def words(modality: str, strength: str) -> re.Pattern[str]:
        return _any(row["name"] for row in rows if row["modality"] == modality and row["strength"] == strength)

    return Cues(
        _any(place),
        re.compile(rf"(?:各位代表！)?(?P<cue>{_any(begin).pattern})"),
        place,
        begin,
        re.compile(rf"(?:{words('planned', 'strong').pattern})(?!生育)"),  # 我县计划|生育
        words("planned", "weak"),
        re.compile(rf"(?:{words('done', 'strong').pattern})(?![项的、])(?![^，。；、]{{0,12}}的(?!\d))"),
        furniture(lexicon, "line"),
        _any(furniture(lexicon, "anywhere")),
    )


def _any(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def _named(text: str) -> Modality:
    return "planned" if text == "planned" else "done"
