"""With which place here a company signs: 明澈玻璃与松泉县签约; 甲、乙分别与松泉县、青川县签约 → each with its own."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View
from kg.relate.seats import abroad
from kg.types import Mention

_SIGNS = re.compile(r"[^，。；]{0,20}?(?:签约|签订|签署|签下|达成|合作(?=，|的|建设|共建|开发|推进|实施))")
_PARTNER = re.compile(r"(?:与|同|和)[“]?$")
_BODY = re.compile(r"(?:人民)?(?:政府|管委会|管理委员会|党委|党工委|招商局|办事处)?$")


class Signings:
    """The places here with whose government the subject of a clause signs, sought once in each clause."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: dict[int, list[tuple[Mention, Mention]]] = {}  # of a clause: who signs, and that one's place

    def partner(self, clause: Clause, thing: Mention) -> Mention | None:
        """The place that signs about a company or project, which stands before the place or outside of the clause."""
        if thing.type not in ("Enterprise", "Project"):
            return None
        if clause.index not in self.found:
            self.found[clause.index] = list(self._signing(clause))
        signings = self.found[clause.index]
        outside = thing.start >= clause.end
        at = 0 if outside else bisect.bisect_right(signings, thing.start, key=lambda signing: signing[0].start)
        return self._own(clause, thing, *signings[at]) if at < len(signings) else None

    def _own(self, clause: Clause, thing: Mention, signer: Mention, place: Mention) -> Mention | None:
        """Of 甲、乙分别与松泉县、青川县签约 the place that is a thing's own, else the one that signs."""
        view = self.view
        group, others = view.group(clause, thing), view.group(clause, signer)
        if len(others) < 2 or thing not in group or "分别" not in view.clean[group[-1].end : signer.start]:
            return place
        return place_of(view, others[group.index(thing)]) if len(group) == len(others) else None

    def _signing(self, clause: Clause) -> Iterator[tuple[Mention, Mention]]:
        view = self.view
        for m in clause.mentions[1:]:
            if not _PARTNER.search(view.clean, max(clause.start, m.start - 2), m.start):
                continue
            place = place_of(view, m) if _SIGNS.match(view.clean, m.end, clause.end) else None
            if place is not None and not abroad(view, place.ref):
                yield m, place


def place_of(view: View, body: Mention) -> Mention | None:
    """The place that a body governs, or a place itself: 新桥镇 of 松泉县新桥镇政府."""
    places = [i for i in (body, *view.inner.get(body, ())) if i.type in PLACES]
    last = max(places, key=lambda m: m.end, default=None)
    return last if last is not None and _BODY.fullmatch(view.clean, last.end, body.end) else None
