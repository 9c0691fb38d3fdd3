"""What 该县, 该镇 or 园区 means at the start of a clause or of its sentence: the last such place before.

Example: 松泉县招商见效。该县签约… means 松泉县. No example: 该镇 in a text of 新桥镇, 该县级.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from kg.relate.clauses import NEAR, Clause, View
from kg.types import Mention, Ref

_THIS_PLACE = re.compile(
    r"(?:近年来，|目前，|如今，|今年以来，|此外，|同时，)?该([县市区州旗镇乡村盟])(?![级域场属直])"
)
_PARK = re.compile(
    r"[“]?(?:近年来，|目前，?|如今，?|今年以来，|截至目前，|同时，)?(?:该|此|本)?(?:园区|产业园|开发区)(?!的|内的?[^，。；]{0,6}企业|与|和|将与|负责)"
)
_GATHERS = re.compile(
    r"[^。；]{0,24}?(?:集聚|聚集|汇聚|入驻|引进|引入|招引|吸引|落户|拥有|签约|已有|现有|培育|建成|落地)"
)
_OPEN_ABOUT = frozenset({"Industry", "Slogan", "Program"})  # what a park is about may stand between
# 园区税收翻番，…，综合评估全市第一
_PARK_OPENS = re.compile(
    r"(?:去年|全年|目前|一年来)?，?(?:该|本)?园区(?:新签|新增|新引|引进|入驻|税收|产值|技工贸|亩均|实现|完成|先后|荣?获|规[上模])"
)
_CLAUSES = 3  # clauses back to the one that begins with 园区
_SCOPE = 8  # clauses before that in which the zone is named


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


def this_park(view: View, clause: Clause, thing: Mention) -> Mention | None:
    """The zone that 园区 means in news, where it gathers a thing: 松泉经开区负责人介绍，园区已集聚明澈、天工.

    Nothing in a report, in the text of a zone, or where two zones were named before.
    """
    home = view.home
    if view.scene.text.document.kind == "report" or home is None or home.type == "Zone":
        return None
    for index in range(clause.index, max(clause.first, clause.index - _CLAUSES) - 1, -1):
        where = view.clauses[index]
        if index < clause.index and any(m.type not in _OPEN_ABOUT for m in where.mentions):
            return None
        if _PARK.match(view.clean, where.start, where.end):
            break
    else:
        return None
    if not _GATHERS.match(view.clean, clause.start, thing.start):
        return None
    return zone_named(view, view.clauses[max(0, index - _SCOPE) : index])


def opens_with_park(view: View, clause: Clause) -> bool:
    """Whether the sentence of a clause, in a region's text, goes on about its park: 园区税收翻番，…，获评…."""
    if view.home is None or view.home.type != "Region":
        return False
    return _PARK_OPENS.match(view.clean, view.clauses[clause.first].start, clause.end) is not None


def other_park(view: View, clause: Clause) -> Mention | None:
    """What 园区 means in the text of a zone that is called otherwise: the one park that the sentence before names."""
    home = view.home
    if home is None or home.key.endswith("园") or home.key.endswith("园区"):
        return None
    if clause.index != clause.first or clause.first == 0:
        return None
    before = view.clauses[clause.first - 1]
    if "\n" in view.clean[before.end : clause.start]:
        return None
    zone = zone_named(view, view.clauses[before.first : clause.first])
    return zone if zone is not None and zone.ref != home and zone.key.endswith(("园", "园区")) else None


def zone_named(view: View, clauses: Sequence[Clause]) -> Mention | None:
    """The one zone that clauses name, be it within the name of a body: 云岭高新区管委会; None where they name two."""
    zones: dict[Ref, Mention] = {}
    for clause in clauses:
        for m in clause.mentions:
            zones.update({one.ref: one for one in (m, *view.inner.get(m, ())) if one.type == "Zone"})
    return next(iter(zones.values())) if len(zones) == 1 else None
