"""Region, Zone or Organization carries out a Program."""

from __future__ import annotations

from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import View
from kg.types import Claim

_ACTORS = frozenset({"Region", "Zone", "Organization"})


def implements(view: View) -> Iterator[Claim]:
    """深入开展“项目攻坚年”活动 → the document's region implements it; 高新区开展… → the zone does."""
    for _, _, claim in acted(view, "implements", "Program", _ACTORS):
        yield claim
