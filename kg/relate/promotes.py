"""Region, Zone or Organization adopts a Slogan or sets it as its aim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import View
from kg.relate.idle import is_idle
from kg.types import Claim

# 甲园、乙园“两园融合”: what the parks are to become together, nothing that they adopt
_OF_PARKS = re.compile("[两二三四五六七八九2-9][园区城镇谷港]")
_ACTORS = frozenset({"Region", "Zone", "Organization"})


def promotes(view: View) -> Iterator[Claim]:
    """坚持“三城一谷”战略 → the document's region promotes it; nobody promotes “四上”企业 or “四风”."""
    idle = view.pattern("slogans_not_promoted")
    for clause, mention, claim in acted(view, "promotes", "Slogan", _ACTORS):
        names = {re.sub(r"[“”]", "", name) for name in (mention.key, view.surface(mention))}
        joined = claim.head.type == "Zone" and _OF_PARKS.match(mention.key) and claim.rule == "promotes:owner"
        if not (joined or any(map(idle.search, names)) or is_idle(view, clause, mention)):
            yield claim
