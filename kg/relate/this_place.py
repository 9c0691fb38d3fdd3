"""What 该县 or 该镇 means at the start of a clause or of its sentence: the last such division before.

Example: 松泉县招商见效。该县签约… means 松泉县. No example: 该镇 in a text of 新桥镇, 该县级.
"""

from __future__ import annotations

import bisect
import re

from kg.relate.clauses import NEAR, Clause, View
from kg.types import Mention

_THIS_PLACE = re.compile(
    r"(?:近年来，|目前，|如今，|今年以来，|此外，|同时，)?该([县市区州旗镇乡村盟])(?![级域场属直])"
)


def this_place(view: View, clause: Clause) -> Mention | None:
    """What 该县 at the start of a clause or of its sentence means: the last such division before, not the home."""
    this = _THIS_PLACE.match(view.clean, clause.start) or _THIS_PLACE.match(
        view.clean, view.clauses[clause.first].start
    )
    if this is None:
        return None
    home = view.full_name(view.home) if view.home else ""
    if home.endswith(this[1]) and this[1] in "县区旗镇乡":
        return None  # 该镇 in a text of 新桥镇
    at = bisect.bisect_left(view.top, this.start(), key=lambda m: m.start)
    for m in reversed(view.top[max(0, at - 2 * NEAR) : at]):
        if m.ref == view.home and m.key.endswith(this[1]):
            return None  # 该区 in a text of 云岭高新区
        if m.type == "Region" and m.key not in view.areas:
            name = view.full_name(m.ref) or view.surface(m)
            if name[-1] == this[1]:
                return None if m.ref == view.home else m
    return None
