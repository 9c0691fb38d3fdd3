"""The parks of a zone: 云岭高新区占地9平方公里，下辖东园、西园; 已建成甲园、乙园等专业园区; 丙园、丁园两大板块."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.relate.wholes import parts_of, value_of
from kg.types import Claim, Mention

_HAS_UNDER = re.compile(
    r"(?:现|共|目前|已)*(?:下辖|下设|分设|管辖|代管|辖有?|内设|分为|划分为|由)(?:了)?[^，。；、]{0,8}[“]?"
)
_HAS_BUILT = re.compile(
    r"(?:现|共|目前|已|已经|先后|相继|初步|逐步|同时|还|加快|重点|着力)*(?:规划|建设|建成|形成|打造|培育|建有|拥有|布局|设有)+(?:了|起)?[^，。；、]{0,6}[“]?"
)
_PARKS = re.compile(
    r"[”]?等?(?:[二两三四五六七八九十\d]{1,2}(?:大|个))?(?:专业|特色|主题|功能|核心|产业|重点|专业化|特色化|现代化?|园中|[省市]级|国家级)*"
    r"(?:园区|园|板块|片区|组团|功能区|分园|产业园区)(?![^，。；、]{0,4}企业)"
)
# 丙园、丁园两大板块协同发展
_ALL = re.compile(
    r"[”]?等?(?P<n>[二两三四五六七八九十]|\d{1,2})(?:大|个)(?:专业|特色|功能|核心|产业|主要)*(?:园区|园|板块|片区|组团|功能区)"
)
_ZONE = frozenset({"Zone"})
_ZONES = {"Zone": _ZONE}
_REACH = 4  # clauses from the zone to what it has


def parks(view: View) -> Iterator[Claim]:
    """What a clause says that the zone which its sentence begins with has; all the parks of the text's own zone."""
    for clause in view.clauses:
        group = view.groups(clause)[0] if clause.mentions else []
        if len(group) < 2 or any(m.type != "Zone" for m in group):
            continue
        whole = _whole(view, clause, group)
        if whole is not None:
            yield from parts_of(view, whole, group, "after", _ZONES)
        elif view.home is not None and _is_home(view, clause, group):
            for m in group:
                yield view.claim("includes", view.home, m.ref, (clause,), "after", (None, span(m)))


def _whole(view: View, clause: Clause, group: list[Mention]) -> Mention | None:
    """The one zone that governs a clause with a list of parks."""
    if clause.index == clause.first:
        return None
    wholes = view.governing(view.clauses[clause.index - 1], _ZONE, _REACH)
    if len(wholes) != 1 or wholes[0] in group:
        return None
    start, first = clause.start, group[0].start
    under = _HAS_UNDER.fullmatch(view.clean, start, first)
    built = _HAS_BUILT.fullmatch(view.clean, start, first) and _PARKS.match(view.clean, group[-1].end, clause.end)
    return wholes[0] if under or built else None


def _is_home(view: View, clause: Clause, group: list[Mention]) -> bool:
    """Whether a clause begins with so many parks of the zone that the text is about: 丙园、丁园两大板块."""
    if view.home is None or view.home.type != "Zone" or group[0].start != clause.start:
        return False
    number = _ALL.match(view.clean, group[-1].end, clause.end)
    return number is not None and value_of(number["n"]) == len(group) and all(m.ref != view.home for m in group)
