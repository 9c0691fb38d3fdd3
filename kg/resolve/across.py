"""Identity across documents: which names of which documents are one entity, and the entity's readable, stable id.

The input is one record for each distinct (type, key, place, sense) that documents hold, the output the entity of each.
Names are compared in their comparable form. Whether a name is bound to a place depends on its type:

- what a national word list knows (长三角, 美国, 国务院, 三去一降一补) is one for all, by whichever of its names;
- a Region of the gazetteer is its code; other Regions, Zones, Organizations and Projects carry their place;
- a numbered formula (五大行动) means what its place says: it carries the place, and where the definitions (名词解释)
  of two places differ, so do the entities;
- everything else (Enterprise, Program, Slogan, Industry, Honor, Event) is one for all.

Two bound records of equal name whose places contain one another (醴陵市 in 株洲市) are one, unless their
definitions differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.resolve.companies import Seats, one_place
from kg.resolve.groups import Groups
from kg.resolve.names import StripRegion, canonical, company_core, comparable, is_short_form
from kg.resolve.own_places import own_forms

National = Callable[[str, str], str | None]

PLACED = frozenset({"Region", "Zone", "Organization", "Project"})
_CODE = re.compile(r"\d{6}(?:\d{3}){0,2}$")
_NUMERALS = "一二三四五六七八九十百两0123456789"
_NUMBERED = re.compile(f"[{_NUMERALS}](?:大|个|项|类|条|城|区|谷|带|核|圈|轴|廊|点|化|高|新|保|稳|通|上|平)|\\d\\+")


@dataclass(frozen=True, slots=True, order=True)
class LocalEntity:
    """One entity of the documents of one place.

    `place` is the code of the documents' own region ("" if unknown), `sense` the start of the entity's definition
    ("" without one), `weight` its number of mentions.
    """

    type: str
    key: str
    place: str
    sense: str
    weight: int


@dataclass(frozen=True, slots=True)
class Merge:
    """One judgement that two names are one entity."""

    entity_id: str
    merged_name: str
    merged_place: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """`entity_of[local]` is an entity id; `names[entity_id]` its name; `merges` says why."""

    entity_of: dict[LocalEntity, str]
    names: dict[str, str]
    merges: list[Merge]


def resolve_across(
    locals_: Iterable[LocalEntity],
    *,
    region_name: Callable[[str], str | None],
    strip_region: Callable[[str], str],
    national: National,
) -> Resolution:
    """Join local entities to entities.

    Args:
        locals_: the distinct local entities.
        region_name: the display name of a gazetteer code, None for an unknown one.
        strip_region: takes the name of an administrative division from the start of a company's name.
        national: the name that a word list gives to (type, name), so that it means the same everywhere, or None.
    """
    ordered = sorted(locals_)
    clusters = _Clusters()
    by_name: dict[tuple[str, str], list[LocalEntity]] = defaultdict(list)
    for local in ordered:
        by_name[local.type, _form(local, national)].append(local)
    for (type_, _), same in sorted(by_name.items()):
        for group in _apart(same, national):
            _join_group(group, clusters, national, bound=_is_bound(type_, group[0].key, national))
    _join_companies([x for x in ordered if x.type == "Enterprise"], clusters, strip_region)
    _join_own([x for x in ordered if x.place and national(x.type, canonical(x.key)) is None], clusters, region_name)
    return _name(ordered, clusters, region_name, national)


def _is_bound(type_: str, key: str, national: National) -> bool:
    """Whether a name means what its place says."""
    if national(type_, canonical(key)) is not None:
        return False
    if type_ in PLACED:
        return not (type_ == "Region" and _CODE.match(key))
    return type_ in ("Program", "Slogan") and bool(_NUMBERED.search(key))


def _apart(group: list[LocalEntity], national: National) -> list[list[LocalEntity]]:
    """A group as it is, or in parts where a word list has several programmes of one form.

    粮食单产提升 and 粮食单产提升行动, 扫黑除恶 and 扫黑除恶专项斗争 are of different years; what no list has goes with
    the plainest of them.
    """
    listed = [national(x.type, canonical(x.key)) if x.type == "Program" else None for x in group]
    names = sorted({name for name in listed if name is not None}, key=lambda n: (len(n), n))
    if len(names) < 2:
        return [group]
    return [[x for x, name in zip(group, listed, strict=True) if (name or names[0]) == one] for one in names]


def _form(local: LocalEntity, national: National) -> str:
    name = national(local.type, canonical(local.key)) or local.key
    return name if local.type == "Region" else comparable(local.type, name)


def _stem(code: str) -> str:
    if len(code) > 6:
        return code
    stem = code
    while stem.endswith("00"):
        stem = stem[:-2]
    return stem


def _join_group(group: list[LocalEntity], clusters: _Clusters, national: National, *, bound: bool) -> None:
    """Join records of one comparable name; `bound` names only within places that contain one another."""
    seen: dict[str, list[LocalEntity]] = defaultdict(list)
    for a in sorted(group, key=lambda x: (len(_stem(x.place)), x)):
        places = [a.place, *ancestors(a.place)] if bound else sorted(seen)
        known = national(a.type, canonical(a.key)) is not None
        b = next((b for place in places for b in seen.get(place, []) if known or not _differ(a, b)), None)
        if b is not None:
            reason = "same name" if not bound else "same name and place"
            if bound and a.place != b.place:
                clusters.join(b, a, "same name, one place contains the other", 0.9)
            else:
                clusters.join(b, a, reason, 1.0)
        if b is None or a.sense:
            seen[a.place].append(a)


def _differ(a: LocalEntity, b: LocalEntity) -> bool:
    """Whether two places define one name differently."""
    return bool(a.sense and b.sense and a.sense != b.sense and a.place != b.place)


def ancestors(code: str) -> list[str]:
    """The codes of the divisions above one, nearest first: 430281 → 430200, 430000."""
    stem = _stem(code)
    stems = [stem[:n] for n in (9, 6, 4, 2) if n < len(stem)]
    return [s if len(s) > 6 else s.ljust(6, "0") for s in stems]


def _join_companies(companies: list[LocalEntity], clusters: _Clusters, strip: StripRegion) -> None:
    """Short forms join the one full form of their prefecture that they abbreviate."""
    full: dict[tuple[str, str], list[tuple[str, LocalEntity]]] = defaultdict(list)
    for c in companies:
        core = strip(company_core(c.key))
        if core != canonical(c.key) and len(core) >= 2:
            full[core[:2], c.place[:4]].append((core, c))
    seats = Seats((c.key for c in companies), strip)
    for c in companies:
        short = strip(canonical(c.key))
        fits = {
            clusters.groups.root(x): x
            for core, x in full.get((short[:2], c.place[:4]), [])
            if x.key != c.key
            and (core == short or is_short_form(short, core))
            and one_place(canonical(c.key), company_core(x.key), strip)
            and seats.may_be_one(c.key, x.key)
        }
        if len(fits) == 1:
            clusters.join(next(iter(fits.values())), c, "short form of the full name, same prefecture", 0.85)


def _join_own(placed: list[LocalEntity], clusters: _Clusters, region_name: Callable[[str], str | None]) -> None:
    """Names with and without the place that their documents are about are one."""
    known: dict[tuple[str, str, str], LocalEntity] = {}
    for x in placed:
        for form in own_forms(x.type, x.key, [x.place, *ancestors(x.place)], region_name):
            same = known.setdefault((x.type, x.place, form), x)
            if same is not x and not _differ(same, x):
                clusters.join(same, x, "the same name without the documents' own place", 0.9)


class _Clusters:
    """Groups of local entities that remember why they were joined."""

    def __init__(self) -> None:
        self.groups: Groups[LocalEntity] = Groups()
        self.reasons: list[tuple[LocalEntity, LocalEntity, str, float]] = []

    def join(self, a: LocalEntity, b: LocalEntity, reason: str, score: float) -> None:
        if self.groups.join(a, b):
            self.reasons.append((a, b, reason, score))


def _name(
    ordered: list[LocalEntity],
    clusters: _Clusters,
    region_name: Callable[[str], str | None],
    national: National,
) -> Resolution:
    members: dict[LocalEntity, list[LocalEntity]] = defaultdict(list)
    for x in ordered:
        members[clusters.groups.root(x)].append(x)
    entity_of: dict[LocalEntity, str] = {}
    names: dict[str, str] = {}
    for root in sorted(members):
        group = members[root]
        name = _best_name(group, region_name, national)
        base = _base_id(group, name, national)
        entity_id, n = base, 2
        while entity_id in names:
            entity_id, n = f"{base}~{n}", n + 1
        names[entity_id] = name
        for x in group:
            entity_of[x] = entity_id
    merges = {
        (entity_of[b], canonical(b.key), b.place): Merge(entity_of[b], canonical(b.key), b.place, reason, score)
        for a, b, reason, score in clusters.reasons
        if a.key != b.key or a.place != b.place
    }
    return Resolution(entity_of, names, [merges[k] for k in sorted(merges)])


def _best_name(group: list[LocalEntity], region_name: Callable[[str], str | None], national: National) -> str:
    first = group[0]
    if first.type == "Region" and (known := region_name(first.key)):
        return known
    if listed := sorted({n for x in group if (n := national(x.type, canonical(x.key))) is not None}):
        return listed[0]
    weight: dict[str, int] = defaultdict(int)
    for x in group:
        weight[canonical(x.key)] += x.weight
    if first.type in PLACED or first.type == "Enterprise":  # things have a full name, which stays as texts are added
        return max(weight, key=lambda n: (len(n), weight[n], n))
    return max(weight, key=lambda n: (weight[n], -len(n), n))  # phrases are known by the form used most


def _base_id(group: list[LocalEntity], name: str, national: National) -> str:
    first = group[0]
    if first.type == "Region" and _CODE.match(first.key):
        return f"region/{first.key}"
    name = name.replace("/", "／")
    if _is_bound(first.type, name, national):
        # a thing lies in the nearest place that speaks of it, a formula belongs to the widest
        far = 1 if first.type in ("Program", "Slogan") else -1
        places = sorted({x.place for x in group if x.place}, key=lambda p: (far * len(_stem(p)), p))
        if places:
            return f"{first.type.lower()}/{places[0]}/{name}"
    return f"{first.type.lower()}/{name}"
