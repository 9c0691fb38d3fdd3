"""Region, Zone or Organization adopts a Slogan or sets it as its aim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import AUTHORITIES, acted
from kg.relate.clauses import Clause, View
from kg.relate.idle import is_idle
from kg.types import Claim, Mention

# 甲园、乙园“两园融合”, “一区两园”: what the parks are together, nothing that they adopt
_OF_PARKS = re.compile("(?:一[区园城谷])?[两二三四五六七八九多2-9][园区城镇谷港]")


def promotes(view: View) -> Iterator[Claim]:
    """坚持“三城一谷”战略 → the document's region promotes it; nobody promotes “四上”企业 or “四风”."""
    idle = view.pattern("slogans_not_promoted")
    for clause, mention, claim in acted(view, "promotes", "Slogan", AUTHORITIES):
        names = {re.sub(r"[“”]", "", name) for name in (mention.key, view.surface(mention))}
        if not (_of_parks(clause, mention, claim) or any(map(idle.search, names)) or is_idle(view, clause, mention)):
            yield claim


def _of_parks(clause: Clause, slogan: Mention, claim: Claim) -> bool:
    """Whether a formula counts the parks that stand before it; a zone that 坚持“一区多园” follows it."""
    if claim.head.type != "Zone" or not _OF_PARKS.match(slogan.key):
        return False
    parks = [m for m in clause.mentions if m.type == "Zone" and m.end <= slogan.start]
    return claim.rule == "promotes:owner" or len(parks) > 1
