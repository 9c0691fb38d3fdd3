"""Region or Zone has or fosters an Industry."""

from __future__ import annotations

from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import View
from kg.types import Claim

_ACTORS = frozenset({"Region", "Zone"})


def develops(view: View) -> Iterator[Claim]:
    """壮大玻璃产业 → the document's region develops it; 高新区聚焦新材料 → the zone does."""
    for _, _, claim in acted(view, "develops", "Industry", _ACTORS):
        yield claim
