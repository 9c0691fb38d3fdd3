"""What 高新区 and 经开区 alone mean in a document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.resolve.groups import Groups, Name
from kg.resolve.names import canonical, comparable
from kg.types import Mention, Ref, Text

# kinds of zones that stand alone for one that was named, by how its name may end
_BARE: dict[str, tuple[str, ...]] = {
    "高新区": ("高新区",),
    "经开区": ("经开区",),
    "开发区": ("开发区", "经开区"),
    "新区": ("新区",),
    "工业园": ("工业园",),
    "产业园": ("产业园",),
    "综保区": ("综保区",),
    "保税区": ("保税区", "综保区"),
    "自贸区": ("自贸区",),
    "工业集中区": ("工业集中区",),
    "产业集聚区": ("产业集聚区",),
    "物流园": ("物流园",),
    "科技园": ("科技园",),
    "度假区": ("度假区",),
    "保税物流中心": ("保税物流中心", "保税物流中心（B型）", "保税物流中心（A型）"),
}
_INITIAL = re.compile("([一-龥])开区")
_PROPER, _KIND = 4, 3  # characters at the beginning and the end of a zone's name that a shorter one keeps
_LEAST = _PROPER + _KIND
_STEM = re.compile(r"(?:00)+$")


def join_bare_zones(text: Text, mentions: Sequence[Mention], names: Sequence[str], groups: Groups[Name]) -> set[str]:
    """Join 高新区 alone to the zone that the document means by it; the bare names, which nothing else is to join.

    That is the document's own (the one it is about, or one that bears the name of the region it is about), else the
    only one of that kind that is named in full before and is not in some other region.
    """
    _join_initials(names, groups)
    _join_shortened(names, groups)
    bare = {name for name in names if comparable("Zone", name) in _BARE}
    if not bare:
        return set()
    first: dict[str, int] = defaultdict(int)
    for m in reversed(mentions):
        if m.type == "Zone":
            first[canonical(m.key)] = m.start
    home = text.document.region
    regions = {text.clean[m.start : m.end]: m.key for m in mentions if m.type == "Region"}
    own = {s for s, key in regions.items() if home and key == home.key} | ({home.key} if home else set())
    full = [name for name in names if name not in bare]
    for name in sorted(bare):
        ends = _BARE[comparable("Zone", name)]
        fits = [f for f in full if comparable("Zone", f).endswith(ends)]
        ours = [f for f in fits if f.startswith(tuple(sorted(own))) and own]
        near = ours or [
            f for f in fits if not _elsewhere(f, regions, home) and (home is None or first[f] < first[name])
        ]
        if len({groups.root(("Zone", f)) for f in near}) == 1:
            groups.join(("Zone", name), ("Zone", near[0]))
    return bare


def _join_initials(names: Sequence[str], groups: Groups[Name]) -> None:
    """汽开区 is the one 云岭汽车经济技术开发区 of a text."""
    for name in names:
        initial = _INITIAL.fullmatch(name)
        full = [f for f in names if initial and initial[1] in f and f.endswith("开发区") and f != name]
        if len({groups.root(("Zone", f)) for f in full}) == 1:
            groups.join(("Zone", name), ("Zone", full[0]))


def _join_shortened(names: Sequence[str], groups: Groups[Name]) -> None:
    """云岭青石实验区 is the one 云岭青石社会发展综合实验区 of a text: what is proper to it and its kind are kept."""
    for name in names:
        if len(name) < _LEAST:
            continue
        full = [f for f in names if f[:_PROPER] == name[:_PROPER] and f[-_KIND:] == name[-_KIND:] and f != name]
        full = [f for f in full if len(f) > len(name) and _follows(name, f)]
        if len({groups.root(("Zone", f)) for f in full}) == 1:
            groups.join(("Zone", name), ("Zone", full[0]))


def _follows(short: str, full: str) -> bool:
    """Whether the characters of a name stand in a longer one in their order."""
    rest = iter(full)
    return all(c in rest for c in short)


def own_names(text: Text, mentions: Sequence[Mention]) -> frozenset[str]:
    """What a text calls its own region and those above it."""
    home = text.document.region
    if home is None or not home.key.isdigit():
        return frozenset()
    return frozenset(
        text.clean[m.start : m.end]
        for m in mentions
        if m.type == "Region" and m.key.isdigit() and home.key.startswith(_STEM.sub("", m.key))
    )


def _elsewhere(zone: str, regions: dict[str, str], home: Ref | None) -> bool:
    """Whether a zone bears the name of a region that neither holds the document's own nor lies in it."""
    place = next((regions[zone[:n]] for n in range(len(zone) - 2, 1, -1) if zone[:n] in regions), None)
    if place is None or home is None or not (place.isdigit() and home.key.isdigit()):
        return False
    a, b = _STEM.sub("", place), _STEM.sub("", home.key)
    return not (a.startswith(b) or b.startswith(a))
