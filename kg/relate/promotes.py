"""Region, Zone or Organization adopts a Slogan or sets it as its aim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import View
from kg.relate.idle import is_idle
from kg.types import Claim

_ACTORS = frozenset({"Region", "Zone", "Organization"})


def promotes(view: View) -> Iterator[Claim]:
    """坚持“三城一谷”战略 → the document's region promotes it; nobody promotes “四上”企业 or “四风”."""
    idle = view.pattern("slogans_not_promoted")
    for clause, mention, claim in acted(view, "promotes", "Slogan", _ACTORS):
        names = {re.sub(r"[“”]", "", name) for name in (mention.key, view.surface(mention))}
        if not any(map(idle.search, names)) and not is_idle(view, clause, mention):
            yield claim
