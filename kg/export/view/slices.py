"""Which part of a build a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from kg.errors import NotFoundError
from kg.graph import find_entities
from kg.ontology import load_ontology
from kg.tables import Build, Row

BELOW = ("part_of", "located_in")  # what leads from a thing to the region it lies in


@dataclass(frozen=True, slots=True)
class Slice:
    """The entities and relations to show, in the order of their ids.

    `drawn` has the ids of what is drawn at once: with a focus, entities beyond the wanted hops (or beyond the limit)
    are in the page too, but wait until they are asked for. `focus` has the ids of the entities that the focus means.
    """

    entities: list[Row]
    relations: list[Row]
    drawn: set[str]
    focus: list[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; empty collections and None mean everything.

    Attributes:
        focus: a name or id; only what lies within `hops` relations of it is drawn.
        hops: see `focus`.
        max_nodes: draw at most so many at once.
        region: only this region, what lies in it, and what these are related to.
        types: only entities of these types (Project or 项目).
        relations: only relations of these types (undertakes or 承担).
        years: only what a document says of these years (first, last).
        min_support: only relations with so many pieces of evidence.
        least: only relations that are at least so sure, 0 to 1.
    """

    focus: str | None = None
    hops: int = 2
    max_nodes: int = 5000
    region: str | None = None
    types: Collection[str] = ()
    relations: Collection[str] = ()
    years: tuple[int, int] | None = None
    min_support: int = 1
    least: float = 0.0


def choose(build: Build, wanted: Wanted, years: dict[str, list[int]]) -> Slice:
    """The slice that was asked for.

    Args:
        build: the build directory.
        wanted: the user's choice.
        years: of each entity and relation id, the years for which documents speak of it.

    Raises:
        NotFoundError: no such name, region, type or relation; the message names what there is.
    """
    types, kinds = _types(wanted.types), _relations(wanted.relations)
    in_years = _year_test(wanted.years, years)
    entities = {
        e["entity_id"]: e
        for e in build.rows("entities")
        if (not types or e["type"] in types) and in_years(e["entity_id"])
    }
    all_relations = build.rows("relations")
    relations = [
        r
        for r in all_relations
        if r["head_id"] in entities
        and r["tail_id"] in entities
        and (not kinds or r["type"] in kinds)
        and r["support"] >= wanted.min_support
        and r["confidence"] >= wanted.least
        and in_years(r["relation_id"])
    ]
    if kinds or wanted.min_support > 1 or wanted.least > 0:  # what has no relation of this sort left is not asked for
        tied = {r["head_id"] for r in relations} | {r["tail_id"] for r in relations}
        entities = {i: e for i, e in entities.items() if i in tied}
    if wanted.region:
        inside = _inside(find_regions(build, wanted.region), all_relations)
        near = inside | {r["tail_id"] for r in relations if r["head_id"] in inside}
        near |= {r["head_id"] for r in relations if r["tail_id"] in inside}
        entities = {i: e for i, e in entities.items() if i in near}
    focus: list[str] = []
    drawn = set(entities)
    if wanted.focus:
        found = find_entities(build, wanted.focus)
        focus = [e["entity_id"] for e in found]
        entities |= {e["entity_id"]: e for e in found}  # the focus itself is always shown
        distance = _distances(focus, relations, set(entities), wanted.hops + 1)
        ranked = sorted(distance, key=lambda i: (distance[i], -entities[i]["mention_count"], i))
        inside_hops = [i for i in ranked if distance[i] <= wanted.hops]
        drawn = set(inside_hops[: wanted.max_nodes])
        entities = {i: entities[i] for i in ranked[: 4 * wanted.max_nodes]}
    kept = sorted(entities.values(), key=lambda e: e["entity_id"])
    lines = [r for r in relations if r["head_id"] in entities and r["tail_id"] in entities]
    return Slice(kept, sorted(lines, key=lambda r: r["relation_id"]), drawn, focus)


def refuse_nothing(build: Build, part: Slice, wanted: Wanted, years: dict[str, list[int]]) -> None:
    """Refuse to draw nothing.

    Raises:
        NotFoundError: nothing is left; the message says how far one may ask.
    """
    if part.entities:
        return
    if not (held := build.table("entities").num_rows):
        raise NotFoundError(f"{build.path}: the build holds no names; kg inspect FILE shows what is read of a text.")
    hints, relations = [], build.rows("relations")
    if wanted.years and (all_years := sorted({y for of in years.values() for y in of})):
        hints.append(f"the texts speak of the years {all_years[0]} to {all_years[-1]}")
    if relations and wanted.least:
        hints.append(f"the surest relation has a confidence of {max(r['confidence'] for r in relations):.4f}")
    if relations and wanted.min_support > 1:
        hints.append(f"the best attested relation has {max(r['support'] for r in relations):,} pieces of evidence")
    told = "; ".join(hints) or "ask for fewer conditions at once"
    raise NotFoundError(f"{build.path}: nothing is left to show of {held:,} things: {told}.")


def find_regions(build: Build, name: str) -> set[str]:
    """The regions and zones that a name means.

    Raises:
        NotFoundError: there is no region or zone of this name.
    """
    found = [e["entity_id"] for e in find_entities(build, name) if e["type"] in ("Region", "Zone")]
    if not found:
        raise NotFoundError(f"“{name}” is no region or zone; --focus shows what it is related to.")
    return set(found)


def known_years(build: Build) -> dict[str, list[int]]:
    """For each entity and relation id the years for which documents speak of it, in order.

    A relation has the years of its evidence; an entity those of its relations and attributes, and those of the
    documents that mention it.
    """
    report = {d["doc_id"]: d["year"] for d in build.rows("documents")}
    found: dict[str, set[int]] = defaultdict(set)

    def add(table: str, column: str) -> None:
        rows = build.table(table)
        own = rows.column("year").to_pylist() if "year" in rows.column_names else [None] * rows.num_rows
        for id_, doc, year in zip(rows.column(column).to_pylist(), rows.column("doc_id").to_pylist(), own, strict=True):
            if (said := year or report[doc]) is not None:
                found[id_].add(said)

    add("mentions", "entity_id")
    add("attributes", "entity_id")
    add("evidence", "relation_id")
    for r in build.rows("relations"):
        years = found.get(r["relation_id"], set())
        found[r["head_id"]] |= years
        found[r["tail_id"]] |= years
    return {i: sorted(years) for i, years in found.items() if years}


def _year_test(wanted: tuple[int, int] | None, years: dict[str, list[int]]) -> Callable[[str], bool]:
    if wanted is None:
        return lambda _: True
    first, last = wanted
    return lambda id_: any(first <= y <= last for y in years.get(id_, ()))


def _inside(regions: set[str], relations: list[Row]) -> set[str]:
    """The regions and all that lies in them, through any number of steps."""
    beneath: dict[str, list[str]] = defaultdict(list)
    for r in relations:
        if r["type"] in BELOW:
            beneath[r["tail_id"]].append(r["head_id"])
    reached, edge = set(regions), sorted(regions)
    while edge:
        edge = [n for x in edge for n in beneath[x] if n not in reached and not reached.add(n)]  # type: ignore[func-returns-value]
    return reached


def _distances(focus: list[str], relations: list[Row], allowed: set[str], hops: int) -> dict[str, int]:
    beside: dict[str, list[str]] = defaultdict(list)
    for r in relations:
        beside[r["head_id"]].append(r["tail_id"])
        beside[r["tail_id"]].append(r["head_id"])
    distance = dict.fromkeys(focus, 0)
    edge = list(focus)
    for step in range(1, hops + 1):
        nearer, edge = edge, []
        for x in nearer:
            for n in beside[x]:
                if n in allowed and n not in distance:
                    distance[n] = step
                    edge.append(n)
    return distance


def _types(names: Collection[str]) -> set[str]:
    kinds = load_ontology().entities
    return _named(names, {n: n for n in kinds} | {k.zh: n for n, k in kinds.items()}, "entity type")


def _relations(names: Collection[str]) -> set[str]:
    kinds = load_ontology().relations
    by_name = {n: n for n in kinds} | {k.zh: n for n, k in kinds.items()} | {k.name: n for n, k in kinds.items()}
    return _named(names, by_name, "relation")


def _named(names: Collection[str], known: dict[str, str], what: str) -> set[str]:
    for name in names:
        if name not in known:
            shown = ", ".join(f"{n} ({zh})" for zh, n in known.items() if zh != n and not zh.isascii())
            raise NotFoundError(f"there is no {what} “{name}”; choose from {shown}.")
    return {known[name] for name in names}
