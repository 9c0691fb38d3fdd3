"""Regions that stand together, the upper one first: 云岭市新桥镇."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.types import Mention, Ref

_UNITS = "省市州盟县旗区镇乡村街道"


def adjacent_regions(view: View) -> Iterator[tuple[Clause, Mention, Mention]]:
    """Pairs of them: 云岭市 and 新桥镇 of 云岭市新桥镇; 新桥镇 and the village whose name begins with it."""
    for clause in view.clauses:
        regions = [m for top in clause.mentions for m in (top, *view.inner.get(top, ())) if m.type == "Region"]
        for left, right in itertools.pairwise(regions):
            together = left.end == right.start and (right.key.isdigit() or view.clean[right.end - 1] in _UNITS)
            named = view.clean[right.end - 1] in "省市州盟县旗区镇乡" or left.end - right.end > 2
            within = left.start == right.start and named
            if together and _may_contain(view, left.ref, right.ref):
                yield clause, left, right
            elif within and right.end < left.end and _may_contain(view, right.ref, left.ref):
                yield clause, right, left


def _may_contain(view: View, upper: Ref, lower: Ref) -> bool:
    """Whether one Region can be in the other, by the gazetteer as far as that knows."""
    known = view.scene.parents.get(lower.key)
    if upper == lower or lower.key in view.areas or re.fullmatch(r"\d\d0000", lower.key):
        return False
    return not known or upper.key in known
