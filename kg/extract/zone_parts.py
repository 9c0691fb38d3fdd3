"""The parts that zones call after a letter, a side or a place: 白鹭医学城|A区, 青山开发区|西区, 云岭医药园|石桥园.

Example: 白鹭医学城A区 is a zone of its own. No example: 开发区|东区域, 产业园|石桥公园, which name no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.names import is_place
from kg.extract.zone_rules import zone
from kg.types import Mention

_LETTERED = re.compile("[A-Z]区(?![域别块])|[东西南北]区(?![域别块位])(?=[、，。；）\n和与及建启路一二三扩]|$)")
_AT_PLACE = re.compile("(?P<place>[一-龥]{2,4})园(?=[、，。；）\n和与及建]|$)")


def zone_parts(clean: str, zones: Iterable[Mention]) -> Iterator[Mention]:
    """For each zone the longer name of its part, where one stands right behind it."""
    for m in zones:
        lettered = _LETTERED.match(clean, m.end)
        at = _AT_PLACE.match(clean, m.end) if lettered is None and clean[m.end - 1] in "园城区" else None
        if lettered or (at and is_place(at["place"])):
            end = (lettered or at).end()  # type: ignore[union-attr]
            yield zone(m.start, end, clean[m.start : end], "zone:part")
