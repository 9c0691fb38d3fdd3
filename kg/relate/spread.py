"""Where an industry is: 在松泉县布局玻璃产业; 在松泉县，玻璃产业是一张名片; 玻璃产业主要分布在松泉县、青川县."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.rows import row_of
from kg.types import Claim, Mention

_IN = re.compile(r"(?:在|于)[“]?$")
_DOES = re.compile(
    r"[”]?(?:等地?|境内|一带|等[^，。；、]{0,6})?(?:则|重点|着力|大力|积极|加快|规划|集中|优先|主要|成片|连片)*"
    r"(?:布局|发展|建设|打造|培育|推广|种植|养殖|壮大|形成|聚焦|做[强大优])(?:了)?[^，。；、]{0,6}[“]?"
)
_SCENE = re.compile(r"(?:[“]|而|又如|比如|目前，?|如今，?)*(?:在|走进|来到|放眼)[“]?")
_CENTRED = re.compile(
    r"[”]?(?:产业|行业|企业)?(?:链|集群)?(?:及|和)?(?:上下游|配套|生产|制造|加工|相关)*(?:企业)?(?:则|已|也)?(?:主要|重点|大多|多|相对|高度)*"
    r"(?:集中|分布|聚集|集聚|布局)(?:在|于)[“]?"
)
_ELIDED = re.compile(r"(?:则|已|也)?(?:主要|重点|大多|多|相对|高度)*(?:集中|分布|聚集|集聚|布局)(?:在|于)[“]?")
_HELPS = re.compile(r"(?:助力|助推|带动|支撑|服务|推动|促进|支持)$")
FOSTERS = re.compile(
    r"(?:重点|着力|大力|积极|加快|主要|优先|突出)*(?:发展|培育|打造|建设|壮大|主攻|主打|做[强优大]|推广|种植|养殖)[“]?"
)
_FAR = 4  # clauses between an industry and 主要分布在…


def placed(view: View, clause: Clause, industry: Mention) -> list[Mention]:
    """The places in which a clause that names no other subject sets an industry."""
    leader = view.leader(clause, industry)
    if (aided := _helped(view, clause, industry)) is not None:
        return [aided]
    before = [m for m in view.before(clause, leader) if m.type in PLACES]
    if before:
        row = view.group(clause, before[-1])
        at = row[0].start if before[-1] in row else before[-1].start
        led = _IN.search(view.clean, max(clause.start, at - 3), at)
        if led and _DOES.fullmatch(view.clean, before[-1].end, leader.start):
            return [m for m in row_of(view, clause, row[0]) if m.type in PLACES]
        return []
    scene = view.clauses[clause.index - 1] if clause.index > clause.first else None
    place = scene.mentions[0] if scene and scene.mentions else None
    if scene is None or place is None or place.type not in PLACES or leader.start - clause.start > 1:
        return []
    row = row_of(view, scene, place)
    if _SCENE.fullmatch(view.clean, scene.start, place.start) and row[-1].end == scene.end - 1:
        return row
    return []


def _helped(view: View, clause: Clause, industry: Mention) -> Mention | None:
    """The place that somebody helps to do so: 助力|松泉县|打造玻璃产业集群."""
    leader = view.leader(clause, industry)
    before = [m for m in view.before(clause, leader) if m.end <= leader.start]
    own = before[-1] if before else None
    if own is None or own.type not in PLACES or own.ref == view.home:
        return None
    row = view.group(clause, own)
    helps = len(row) == 1 and _HELPS.search(view.clean, max(clause.start, own.start - 4), own.start)
    return own if helps and FOSTERS.fullmatch(view.clean, own.end, leader.start) else None


def spread(view: View) -> Iterator[Claim]:
    """玻璃产业产值增长9%，主要集中在松泉县、云岭高新区: each of the places develops it."""
    for clause in view.clauses:
        for group in view.groups(clause):
            place = group[0]
            if place.type not in PLACES:
                continue
            for m in _industries(view, clause, place):
                for at in row_of(view, clause, place):
                    if at.ref == view.home:
                        continue
                    where = (view.clause(m.start), clause)
                    yield view.claim("develops", at.ref, m.ref, where, "subject", (span(at), span(m)))


def _industries(view: View, clause: Clause, place: Mention) -> list[Mention]:
    """The industries of which the words before a place say that they are there."""
    before = view.before(clause, place)
    if before:
        group = view.group(clause, before[-1])
        fits = group[-1] == before[-1] and _CENTRED.fullmatch(view.clean, group[-1].end, place.start)
        return [m for m in group if m.type == "Industry"] if fits else []
    if _ELIDED.fullmatch(view.clean, clause.start, place.start) is None:
        return []
    for index in range(clause.index - 1, max(clause.first - 1, clause.index - _FAR), -1):
        if mentions := view.clauses[index].mentions:
            first = [m for m in mentions if m.type not in PLACES][:1]
            return [m for m in view.group(view.clauses[index], first[0]) if m.type == "Industry"] if first else []
    return []
