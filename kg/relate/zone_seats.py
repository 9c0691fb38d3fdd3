"""The regions in which a text's own zone lies, as its name and the words around it tell.

Example: 松泉县 of 松泉县东园, of 东园位于松泉县, of 江东（松泉）产业园; of 江东松泉共建园 in a text of 松泉县新桥镇.
No example: 江东 of the last two, which only helps to build it.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.types import Mention, Ref, Scene

LIES = re.compile(
    r"(?:（[^（）]{1,24}）)?，?(?:就|便)?(?:[^，。；、]{0,12}批准设立，)?(?:位于|地处|坐落于|坐落在|横?跨)[“]?"
)
_TOWN = r"(?:区|县|市)?[一-龥]{1,4}?(?:镇|乡|街道)"


def seats(scene: Scene, named: list[tuple[int, str, Ref]]) -> frozenset[str]:
    """The keys of the Regions in which the zone lies that a text is about, without those above them.

    Args:
        scene: a text whose home is a zone.
        named: the places that the zone's name holds, in order.
    """
    clean, home = scene.text.clean, scene.home
    regions = [m for m in scene.mentions if m.type == "Region"]
    starts, ends = [m.start for m in regions], {m.end: m for m in regions}
    found: set[str] = set()
    for m in (m for m in scene.mentions if m.ref == home):
        if before := ends.get(m.start):
            found.add(before.key)  # 松泉县|东园
        if lies := LIES.match(clean, m.end):
            found.update(_chain(regions, starts, lies.end()))
    found |= _of_name(scene, [(s, r) for _, s, r in named if r.type == "Region"])
    return frozenset(found - {up for key in found for up in scene.parents.get(key, ())})


def _chain(regions: list[Mention], starts: list[int], at: int) -> set[str]:
    """The regions that stand side by side from a place on: 松泉县|新桥镇."""
    found: set[str] = set()
    for m in regions[bisect_left(starts, at) :]:
        if m.start > at:
            break
        found.add(m.key)
        at = max(at, m.end)
    return found


def _of_name(scene: Scene, named: list[tuple[str, Ref]]) -> set[str]:
    """The regions of the name, of two partners only the one that the zone is in."""
    keys = {ref.key for _, ref in named}
    name = scene.home.key if scene.home is not None else ""
    if bracketed := {ref.key for surface, ref in named if f"（{surface}" in name}:
        return bracketed
    above = {up for key in keys for up in scene.parents.get(key, ())}
    if len(keys - above) > 1:
        stems = ((surface.rstrip("区县市"), ref.key) for surface, ref in named)
        of_towns = {key for stem, key in stems if re.search(stem + _TOWN, scene.text.clean)}
        return of_towns if len(of_towns) == 1 else keys
    return keys
