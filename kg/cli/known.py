"""Names on the command line that stand for those of a build: 株洲 for 株洲市, GDP for 地区生产总值."""

from __future__ import annotations

from kg.cli.output import tell_meant
from kg.errors import NotFoundError
from kg.graph import find_entities
from kg.query.names import known_of_build, one_meant
from kg.tables import Build

PLACES = ("Region", "Zone")


def as_known(build: Build, name: str, types: tuple[str, ...] = ()) -> str:
    """A name under which the build has something (of these types); it is said when it is another than the one given.

    A name that means nothing comes back as it is, for the command to refuse it.
    """
    try:
        found = find_entities(build, name)
    except NotFoundError:
        found = []
    if name.startswith("relation/") or any(not types or e["type"] in types for e in found):
        return name
    known = [k for k in known_of_build(build) if (k.type in types if types else k.type != "Document")]
    other = one_meant(known, name)
    if other is None:
        return name
    tell_meant({"name": name}, {"name": other})
    return other
