"""What a text says of its own place below the heading of another: 松泉县 / 大力发展玻璃产业 is said of 松泉县."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kg.relate.clauses import View
from kg.relate.place_headings import headings
from kg.relate.portraits import acting_park
from kg.types import Claim, Mention

Relator = Callable[[View], Iterator[Claim]]

_RULES = frozenset({"home", "told"})  # that give a text's own place where nobody else is named
_OWN = re.compile(r"(?:全|我|整个)[省市县区州盟旗镇乡](?![级直属])")  # of the whole again


def under_place(relator: Relator) -> Relator:
    """The claims of a relator, where a heading of a place inside the own one stands over them with that place.

    松泉县 / 近年来大力发展玻璃产业 gives 松泉县, 松泉县 / 全市玻璃产业产值过百亿元 the document's own.
    """

    def placed(view: View) -> Iterator[Claim]:
        for claim in relator(view):
            place = _heading(view, claim)
            yield claim if place is None else replace(claim, head=place.ref)

    return placed


def _heading(view: View, claim: Claim) -> Mention | None:
    """The place over a claim that names nobody, unless its clause speaks of the whole."""
    if claim.head != view.home or claim.rule.partition(":")[2] not in _RULES or claim.head_span is not None:
        return None
    places = view.once(_places)
    clause = view.clause(claim.tail_span.start if claim.tail_span else claim.start)
    place = (places[clause.first] if clause.first < len(places) else None) or acting_park(view)
    if place is None or place.ref == view.home or view.is_above(place.ref):
        return None
    return None if _OWN.search(view.clean, clause.start, clause.end) else place


def _places(view: View) -> Iterator[Mention | None]:
    """For each clause the place whose heading stands over its sentence."""
    over = {clause.index: place for clause, place in view.once(headings)}
    for clause in view.clauses:
        yield over.get(clause.first)
