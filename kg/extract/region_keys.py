"""The codes of regions that a layer found without knowing which: the tagger sees 渌口 where others see 渌口区."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.regions import NAMED_AFTER_TOWN, OF_ZONE
from kg.extract.toponyms import home_code, is_told
from kg.ontology import Gazetteer
from kg.ontology.divisions import COUNTY, is_province
from kg.types import Mention, Text

# what many a county calls a side of its town, and some city a district
_SIDE = re.compile("(?:[东西南北中]|城[东西南北中关]?|[老新旧]|市中|[桥铁江河][东西]|江[南北])城?区")
_KINDS = ("市", "县", "区", "旗", "州", "乡", "镇", "街道", "村", "社区")


def key_regions(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions, Regions without a code under the code (or the full name) of the region that they mean.

    Looked for in this order: the same surface with a code elsewhere in the document; a chain of names of which each
    lies in the one before (沈阳市沈河区 is 沈河区); the short form of a region that the document names in full; the
    gazetteer's only bearer of the name, or the one that lies nearest to the document's own region. The name that a
    片区 or 组团 shares with a town is no Region and left out.
    """
    mentions = [m for m in mentions if not _after_town(text, m, gazetteer)]
    mentions = _without_sides(text, _without_elsewhere(text, mentions, gazetteer), gazetteer)
    regions = [m for m in mentions if m.type == "Region"]
    known: dict[str, str] = {}
    for m in sorted((m for m in regions if m.key in gazetteer), key=lambda m: (-m.confidence, m.key)):
        known.setdefault(text.clean[m.start : m.end], m.key)
    home = text.document.region
    code = home.key if home and home.type == "Region" and home.key in gazetteer else None
    if code:
        known.setdefault(gazetteer.display(code), code)
    names = {m.key for m in regions if m.key not in gazetteer}
    means: dict[str, str] = {}
    named = {up for key in known.values() for up in (key, *gazetteer.parents(key)) if not is_province(up)}
    for name in sorted(names):
        found = (
            known.get(name)
            or _chained(name, gazetteer)
            or _full_form(name, known, names)
            or _town(name, code, gazetteer)
            or _nearest([c for c in gazetteer.find(name) if is_told(c, code, named, gazetteer)], code, gazetteer)
        )
        if found:
            means[name] = found
    return [replace(m, key=means[m.key]) if m.type == "Region" and m.key in means else m for m in mentions]


def _after_town(text: Text, m: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a mention is only the first part of a zone's name that some town bears too: 盛泽|组团."""
    if m.type != "Region" or m.key in gazetteer or not NAMED_AFTER_TOWN.match(text.clean, m.end):
        return False
    return not gazetteer.find(m.key) and any(m.key + kind in gazetteer.full for kind in ("镇", "乡", "街道"))


def _without_elsewhere(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions without counties of other provinces that only the name of a zone tells of: 沁水|工业园 in 烟台."""
    home = home_code(text.document.region, gazetteer)
    sure = {m.key for m in mentions if m.type == "Region" and m.key in gazetteer and m.rule != "region:weak"}
    named = {up for code in sure for up in (code, *gazetteer.parents(code))}

    def elsewhere(m: Mention) -> bool:
        codes = (m.key,) if m.key in gazetteer else gazetteer.find(m.key)
        return bool(codes) and all(
            code[:2] != (home or code)[:2]
            and len(code) == COUNTY
            and not code.endswith("00")
            and code not in named
            and not named & {*gazetteer.parents(code)}
            for code in codes
        )

    return [
        m
        for m in mentions
        if m.type != "Region" or m.key in sure or not OF_ZONE.match(text.clean, m.end) or not elsewhere(m)
    ]


def _without_sides(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The mentions without 西城区 in a text of 甘谷县: no district of a city of which nothing else tells."""
    home = home_code(text.document.region, gazetteer)
    sides = {m.key for m in mentions if m.type == "Region" and _SIDE.fullmatch(text.clean, m.start, m.end)}
    told = {home, *gazetteer.parents(home)} if home else set()
    told |= {m.key for m in mentions if m.type == "Region" and m.key not in sides and m.key in gazetteer}
    far = {key for key in sides if key in gazetteer and key != home and not told & set(gazetteer.parents(key))}
    return [m for m in mentions if m.type != "Region" or m.key not in far] if home else list(mentions)


def _chained(name: str, gazetteer: Gazetteer) -> str | None:
    """The code of the last of several names written in one, each in the one before."""
    for cut in range(2, len(name) - 1):
        for above in gazetteer.find(name[:cut]):
            below = [c for c in gazetteer.find(name[cut:]) if c != above and gazetteer.contains(above, c)]
            if len(below) == 1:
                return below[0]
            deeper = _chained(name[cut:], gazetteer)
            if deeper and gazetteer.contains(above, deeper):
                return deeper
    return None


def _full_form(name: str, known: dict[str, str], names: set[str]) -> str | None:
    full = sorted({code for kind in _KINDS if (code := known.get(name + kind))})
    if not full:
        full = sorted(name + kind for kind in _KINDS if name + kind in names)
    return full[0] if len(full) == 1 else None


def _town(name: str, home: str | None, gazetteer: Gazetteer) -> str | None:
    """The town of the document's own county or city that is called so without its kind: 岳口 for 岳口镇."""
    if home is None or is_province(home):
        return None
    found = {code for kind in ("镇", "乡") for code in gazetteer.full.get(name + kind, ()) if len(code) > COUNTY}
    root = home[:COUNTY]
    inside = sorted(code for code in found if gazetteer.contains(root, code))
    return inside[0] if len(inside) == 1 else None


def _nearest(codes: Sequence[str], home: str | None, gazetteer: Gazetteer) -> str | None:
    if len(codes) == 1:
        return codes[0]
    if home:
        for place in (home, *gazetteer.parents(home)):
            inside = [c for c in codes if c == place or gazetteer.contains(place, c)]
            if len(inside) == 1:
                return inside[0]
    return None
