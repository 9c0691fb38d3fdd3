"""Properties of entities that clauses state: status, investment, area, capacity, year, definition."""

from __future__ import annotations

import functools
from dataclasses import replace

from kg.ontology import Lexicon
from kg.relate.amounts import AmountReader
from kg.relate.clauses import confidences
from kg.relate.definitions import find_definitions
from kg.relate.parts import statuses_of_parts
from kg.relate.stages import StageReader
from kg.relate.years import find_years
from kg.types import Attribute, Rejection, Scene


@functools.lru_cache(maxsize=4)
def _readers(lexicon: Lexicon) -> tuple[StageReader, AmountReader]:
    return StageReader(lexicon), AmountReader(lexicon)


def find_attributes(scene: Scene, lexicon: Lexicon) -> tuple[list[Attribute], list[Rejection]]:
    """The attributes that a document states of the entities it mentions, each once, in order of position.

    Each is as sure as its rule, of which `relation_rules.tsv` tells.
    """
    stages, amounts = _readers(lexicon)
    found: list[Attribute] = []
    found += stages.read(scene)
    found += list(statuses_of_parts(scene, found))
    more, refused = amounts.read(scene)
    found += more
    found += find_years(scene)
    found += find_definitions(scene)
    sure = confidences(lexicon)
    return [replace(a, confidence=sure[a.rule]) for a in _once(found)], refused


def _once(found: list[Attribute]) -> list[Attribute]:
    """Each value of a property once for an entity, at its first place; a status once for each year."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Attribute] = []
    for a in sorted(found, key=lambda a: (a.start, a.end, a.property, a.entity, a.value)):
        key = (a.entity, a.property, a.value, a.year if a.property == "status" else None)
        if key not in seen:
            seen.add(key)
            kept.append(a)
    return kept
