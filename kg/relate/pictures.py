"""What a clause says of a place itself: which kind it is, and what it has."""

from __future__ import annotations

import bisect
import re

from kg.relate.clauses import Clause, View
from kg.types import Mention

_BY_MEANS = re.compile(r"(?:则|主要|也|还|重点)*依托[“]?")
# 云岭市则把老街、古城作为名片
_TREATS = re.compile(r"(?:则|也|还)?(?:把|将)[“]?")
_TREATED = re.compile(r"[”]?(?:等[^，。；、]{0,8})?(?:作为|打造[成为]|建设?[成为]|列[入为])")
_LED_BY = re.compile(r"[”]?(?:等[^，。；、]{0,12})?为(?:龙头|代表|骨干|主体|支撑|链主|引领|核心|依托|载体|平台)")
_DRAWS = re.compile(
    r"(?:（[^（）]{1,12}）)?(?:(?:片区|区域|板块)?方面，|(?:则|也|现|已|重点|主要|着力|大力|积极|加快)*"
    r"(?:发展|打造|建设|承载|主攻|聚焦|围绕|依托|瞄准|突出|主打|做[强大优]|培育|壮大|集聚|形成|地处|位于|坐落|是(?!否)|以|由))"
)
_OWNS = re.compile(r"[”]?(?:(?:主|分)会场)?(?:则|现|共|已|还|也|主要|内|区内|园内|目前)*有(?:了)?[“]?")


def drawn_as(view: View, clause: Clause, place: Mention) -> bool:
    """Whether words tell what kind of place one is: 高新区主攻新材料, 高新区玻璃、陶瓷两大产业税收过亿."""
    if _DRAWS.match(view.clean, place.end, clause.end):
        return True
    at = bisect.bisect_left(clause.mentions, place.end, key=lambda m: m.start)
    return any(m.type == "Industry" and m.start == place.end for m in clause.mentions[at : at + 1])


def has(view: View, clause: Clause, place: Mention, thing: Mention) -> bool:
    """云岭高新区以明澈玻璃、天工电气为龙头; 其中东园有电子玻璃基地: what a place has by the words around the list."""
    group = view.group(clause, thing)
    before = view.clean[place.end : group[0].start]
    if thing.type == "Enterprise" and _BY_MEANS.fullmatch(before):
        return True
    if _TREATS.fullmatch(before):
        return _TREATED.match(view.clean, group[-1].end, clause.end) is not None
    if before.endswith("以"):
        return _LED_BY.match(view.clean, group[-1].end, clause.end) is not None
    return _OWNS.fullmatch(before) is not None
