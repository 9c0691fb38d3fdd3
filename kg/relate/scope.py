"""Whose figure it is where a text looks beyond its own place: 全国固定资产投资增长5%，全省增长6%，我市增长7%."""

from __future__ import annotations

import re

from kg.types import Ref, Scene

_NATION = re.compile(r"^(?:其中)?(?:全国|全球|全世界|我国)(?!性|人大|政协|重点|文明|百强|示范|首)")
_ABOVE = re.compile(r"^(?:其中)?全([省市])(?!级|重点|文明|示范|首|场|面)")
_KINDS = frozenset({"percent", "points", "money", "amount", "days", "level"})
_CODE = re.compile(r"\d{6,}")
_CITIES = 81  # the last two digits of a county-level city's code, and more


def of_nation(phrase: str, kind: str) -> bool:
    """Whether a figure of unit kind `kind` is that of the nation or the world, which no region of the graph is."""
    return kind in _KINDS and _NATION.match(phrase) is not None


def without_nation(phrase: str) -> str:
    """The phrase without the word for the nation."""
    return _NATION.sub("", phrase)


def place_above(phrase: str, kind: str, scene: Scene) -> Ref | None:
    """The province or city meant where 全省, 全市 stands before an indicator in a text of a place below it."""
    home = scene.home
    if kind not in _KINDS or home is None or home.type != "Region" or (m := _ABOVE.match(phrase)) is None:
        return None
    return next((Ref("Region", key) for key in scene.parents.get(home.key, ()) if _is_meant(m[1], home.key, key)), None)


def _is_meant(level: str, home: str, above: str) -> bool:
    """Whether a region above the home is the province (省) or the city (市) that the home lies in."""
    if not _CODE.fullmatch(above):
        return above.endswith(level) and not home.endswith(level)
    if level == "省":
        return above.endswith("0000")
    if home[4:6] == "00" or (len(home) == 6 and int(home[4:6]) >= _CITIES):
        return False  # a city itself
    return int(above[4:6]) >= _CITIES or (above.endswith("00") and not above.endswith("0000"))
