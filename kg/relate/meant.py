"""Whom 两家公司, 后者, 该项目 and 公司 at the start of a clause mean: those who were named before."""

from __future__ import annotations

import re

from kg.relate.clauses import ACTORS, NEAR, Clause, View
from kg.relate.strangers import away
from kg.types import Mention, Ref

# 两家公司还分别上榜…; 前者获评…
BOTH = re.compile(r"[“]?(?:这|上述|该)?(?:(?P<many>[两二三四五2-5])家(?:公司|企业)|(?P<one>[前后])者)(?![的负])")
_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_HAND = re.compile(r"(?:由|与|同|旗下|控股|参股|收购)[“]?$")
_RECIPIENTS = ACTORS | {"Project"}
_THIS = re.compile(
    r"[“]?(?:目前|近年来|如今|去年|今年|\d{4}年)*，?(?:(?:该|此|本)(项目|企业|园区)|(?:该|此|本)?(公司|集团)(?!的))"
)
_THESE = {"项目": "Project", "公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise", "园区": "Zone"}


def those(view: View, clause: Clause) -> list[Mention]:
    """Whom 两家公司, 前者, 后者 at the start of a clause mean: the firms named last, one of a list of two."""
    both = BOTH.match(view.clean, clause.start)
    if both is None:
        return []
    firms: dict[Ref, Mention] = {}
    for other in reversed(view.clauses[max(0, clause.index - 8) : clause.index]):
        if both["one"]:
            pairs = [g for g in view.groups(other) if len(g) == 2 and g[0].type == g[1].type in _RECIPIENTS]
            if pairs:
                return [pairs[-1][0 if both["one"] == "前" else 1]]
            continue
        for m in reversed(other.mentions[-NEAR:]):
            if m.type == "Enterprise" and len(firms) < (_MANY.get(both["many"]) or int(both["many"])):
                firms.setdefault(m.ref, m)
    return [*reversed(firms.values())]


def this_one(view: View, clause: Clause, said: Clause) -> Mention | None:
    """What 该项目, 该公司 at the start of the clause `said` means: the last one of its kind before the clause."""
    this = _THIS.match(view.clean, said.start)
    if this is None:
        return None
    kind = _THESE[this[1] or this[2]]
    for index in range(clause.index - 1, max(-1, clause.index - 8), -1):
        where = view.clauses[index]
        found = [m for m in where.mentions if m.type == kind and not _minor(view, where, m)]
        if found:
            return found[-1]
    return None


def _minor(view: View, clause: Clause, firm: Mention) -> bool:
    """Whether 公司 does not mean a firm next: another's hand, daughter, customer or partner: 由丙公司运营, 为丁配套."""
    if firm.type != "Enterprise":
        return False
    hand = _HAND.search(view.clean, max(0, firm.start - 4), firm.start) is not None
    return hand or away(view, clause, firm, firm)
