"""The parts that zones call after a letter, a side or a place: 白鹭医学城|A区, 青山开发区|西区, 云岭医药园|石桥园.

Example: 白鹭医学城A区 is a zone of its own, as 青山工业园区|五里组团 is. No example: 开发区|东区域, 产业园|石桥公园.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.names import is_place
from kg.extract.zone_rules import zone
from kg.types import Mention

_LETTERED = re.compile("[A-Z]区(?![域别块])|[东西南北]区(?![域别块位])(?=[、，。；）\n和与及建启路一二三扩]|$)")
_AT_PLACE = re.compile("(?P<place>[一-龥]{2,4})园(?=[、，。；）\n和与及建]|$)")
_NAMED = re.compile(
    "(?![和与及、在新建是将有与为等管内招已全正近])[一-龥]{2,4}?(?:片区|组团|分园|作业区|拓展区|核心区|起步区|启动区|配套区)(?![域])"
)
_ACTS = re.compile("建设|开发|推进|加快|发展|打造|规划|启动|完成|重点|各|两|[二三四五六七八九]大")


def zone_parts(clean: str, zones: Iterable[Mention]) -> Iterator[Mention]:
    """For each zone the longer name of its part, where one stands right behind it."""
    for m in zones:
        if end := _part_end(clean, m.end):
            yield zone(m.start, end, clean[m.start : end], "zone:part")


def _part_end(clean: str, at: int) -> int | None:
    """Where the part ends whose own name begins behind that of its zone."""
    if lettered := _LETTERED.match(clean, at):
        return lettered.end()
    if clean[at - 1] not in "园城区港":
        return None
    if (of_place := _AT_PLACE.match(clean, at)) and is_place(of_place["place"]):
        return of_place.end()
    named = _NAMED.match(clean, at)
    return named.end() if named and not _ACTS.search(named[0]) else None
