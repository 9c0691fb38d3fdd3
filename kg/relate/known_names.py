"""The names that a document has for its places, actors and industries, to be found inside longer names.

Example: 云岭市, which the text names, is found in 云岭市高新技术产业园, and 装备制造 in 云岭装备制造产业园.
No example: a name that fills the whole of the other, or a town of which the text never speaks.
"""

from __future__ import annotations

import functools
import itertools
import re

from kg.ontology import Lexicon
from kg.relate.zone_seats import seats
from kg.types import Ref, Scene

_TRADE = re.compile(r"(?<=制造|加工|养殖|种植|冶炼)业$|(?<!新型)(?<!现代)(?<!传统)工业$")


class KnownNames:
    """The surfaces of a scene's entities, each with its Ref."""

    def __init__(self, scene: Scene, lexicon: Lexicon) -> None:
        self._scene = scene
        self._lexicon = lexicon
        self.places = self._surfaces(frozenset({"Region", "Zone"}))
        self.actors = self._surfaces(frozenset({"Enterprise", "Organization"}))
        self.stems = self._stems()
        self._sizes = self._name_sizes()
        zone = scene.home is not None and scene.home.type == "Zone"
        home = scene.home
        self.seats = seats(scene, self.named(home.key, self.places, home)) if home and zone else frozenset[str]()
        self.above = self._above()
        self.areas = self._areas()
        self.full = self._full_names()

    def named(self, name: str, table: dict[str, Ref], without: Ref | None = None) -> list[tuple[int, str, Ref]]:
        """The names of a table that occur inside a name, longest first at each place, left to right."""
        found, at, last = [], 0, len(name) - 1
        while at < last:
            for size in self._sizes.get(name[at : at + 2], ()):
                ref = table.get(name[at : at + size])
                if ref is not None and ref != without and at + size <= len(name) and size <= last:
                    found.append((at, name[at : at + size], ref))
                    at += size - 1
                    break
            at += 1
        return found

    def _surfaces(self, types: frozenset[str]) -> dict[str, Ref]:
        """Surfaces of the document's entities of some types (two characters or more), with their Ref."""
        found: dict[str, Ref] = {}
        for m in self._scene.mentions:
            if m.type in types and m.end - m.start > 1:
                found.setdefault(self._scene.text.clean[m.start : m.end], m.ref)
        return found

    def _name_sizes(self) -> dict[str, tuple[int, ...]]:
        """For the first two characters of the known names, the lengths that such names have, longest first."""
        sizes: dict[str, set[int]] = {}
        for surface in itertools.chain(self.places, self.actors, self.stems):
            sizes.setdefault(surface[:2], set()).add(len(surface))
        return {start: tuple(sorted(found, reverse=True)) for start, found in sizes.items()}

    def _stems(self) -> dict[str, Ref]:
        """Names of the document's industries without 产业, for looking into the names of parks."""
        found: dict[str, Ref] = {}
        for surface, ref in self._surfaces(frozenset({"Industry"})).items():
            stem = re.sub(r"(?:产业链|产业集群|产业|行业)$", "", surface)
            if len(stem) > 1:
                found.setdefault(stem, ref)
        for stem, ref in list(found.items()):  # 装备制造业: 装备制造产业园
            short = _TRADE.sub("", stem)
            if len(short) > 3 or (len(short) > 1 and stem.endswith("工业")):
                found.setdefault(short, ref)
        return found

    def _above(self) -> frozenset[str]:
        """The keys of the Regions that contain the document's own region or zone (云岭高新区: 云岭市)."""
        home = self._scene.home
        if home is None:
            return frozenset()
        if home.type == "Region":
            return frozenset(self._scene.parents.get(home.key, ()))
        near = self.seats
        return frozenset((*near, *(up for key in near for up in self._scene.parents.get(key, ()))))

    def _areas(self) -> frozenset[str]:
        """The keys of customary areas of several divisions: 长三角, 京津冀."""
        names = _area_names(self._lexicon)
        return frozenset(ref.key for surface, ref in self.places.items() if surface in names)

    def _full_names(self) -> dict[str, str]:
        """The longest name that the text has for each Region."""
        found: dict[str, str] = {}
        for surface, ref in self.places.items():
            if ref.type == "Region" and len(surface) > len(found.get(ref.key, "")):
                found[ref.key] = surface
        return found


@functools.lru_cache(maxsize=4)
def _area_names(lexicon: Lexicon) -> frozenset[str]:
    rows = lexicon.rows("customary_regions")
    return frozenset(n for row in rows if row["kind"] == "area" for n in (row["name"], *row["alias"].split("|")) if n)
