"""Mentions of entities: layers propose, one arbitration decides, document memory finds what was named before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.extract.arbitrate import arbitrate, rejections
from kg.extract.memory import remember
from kg.ontology import Lexicon
from kg.types import Mention, Rejection, Text

Extractor = Callable[[Text, Lexicon], Iterable[Mention]]

EXTRACTORS: dict[str, Extractor] = {}


def extract(text: Text, lexicon: Lexicon) -> tuple[list[Mention], list[Rejection]]:
    """All mentions of a document, sorted by position, and what was proposed and refused.

    Mentions may nest (a Region inside a Zone's name) but never cross.
    """
    proposals = [m for find in EXTRACTORS.values() for m in find(text, lexicon)]
    accepted, refused = arbitrate(proposals)
    again = remember(text, accepted)
    if again:
        accepted, lost = arbitrate([*accepted, *again])
        refused += lost
    return accepted, rejections(text.clean, refused)
