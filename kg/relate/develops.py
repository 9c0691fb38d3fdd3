"""Region or Zone has or fosters an Industry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.actors import acted
from kg.relate.clauses import View
from kg.types import Claim

_ACTORS = frozenset({"Region", "Zone"})
_OWNERS = frozenset({"Enterprise", "Project"})
_GENERIC = re.compile(r"[“]?(?:(?:该|此|本)(?:项目|公司|企业|集团|基地)|项目|公司)(?!建设)")
_SUCH = re.compile(r"[”》]?等")


def develops(view: View) -> Iterator[Claim]:
    """壮大玻璃产业 → the document's region develops it; 高新区聚焦新材料 → the zone does; 甲公司聚焦新材料 → nobody."""
    for clause, mention, claim in acted(view, "develops", "Industry", _ACTORS):
        if _GENERIC.match(view.clean, clause.start):
            continue
        owners = [m for m in view.governing(clause, _OWNERS, 2) if m.end <= mention.start]
        if not owners and not any(
            _SUCH.match(view.clean, m.end) for m in view.near(clause, mention) if m.type in _OWNERS
        ):
            yield claim
