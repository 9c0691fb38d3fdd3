"""The names that a recipe is asked with, against those that the graph knows.

A recipe finds a thing by its name or by an alias that the texts use. Where it finds nothing, a name may be written in
another way (株洲 for 株洲市, GDP for 地区生产总值), or nothing in the graph may bear it; both are said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.bolt import Server
from kg.errors import NotFoundError
from kg.graph import nearest, plain_name
from kg.ontology import load_gazetteer, load_statistics
from kg.property_graph import type_labels
from kg.query.cookbook import Recipe
from kg.query.cypher import ask
from kg.tables import Build

Rows = list[dict[str, Any]]

SHOWN = 5  # names that a message offers
_DIVISIONS = ("省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村", "社区")


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of a graph, or a document (its title is its name)."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a parameter of a recipe names: in words, its types (none: any entity), and whether a part is enough."""

    word: str
    types: tuple[str, ...] = ()
    part: bool = False


# by what recipes say of their parameters; others (years, numbers) name nothing
_ASKED = {
    "区域名称": _Asked("place", ("Region", "Zone")),
    "园区名称": _Asked("park", ("Zone",)),
    "企业名称": _Asked("enterprise", ("Enterprise",)),
    "项目名称": _Asked("project", ("Project",)),
    "产业名称": _Asked("industry", ("Industry",), part=True),
    "专项行动名称": _Asked("programme", ("Program",), part=True),
    "政策提法": _Asked("slogan", ("Slogan",)),
    "指标名称": _Asked("indicator", ("Indicator",)),
    **dict.fromkeys(("名称", "起点名称", "终点名称"), _Asked("thing")),
    "标题中的词": _Asked("title with", ("Document",), part=True),
}


def answer(
    recipe: Recipe,
    given: Mapping[str, Any],
    run: Callable[[Mapping[str, Any]], Rows],
    known: Callable[[], Iterable[Known]],
    where: str,
) -> tuple[Rows, dict[str, str]]:
    """The rows of a recipe, and the names that were taken for those given, by parameter.

    Args:
        recipe: what is asked.
        given: its parameters.
        run: the rows for parameters.
        known: all that the graph knows; looked at when there are no rows.
        where: the build or server, for the message.

    Raises:
        NotFoundError: nothing bears a name that was given; the message offers the nearest.
    """
    if rows := run(given):
        return rows, {}
    meant = settle(recipe, given, list(known()), where)
    return (run({**given, **meant}) if meant else rows), meant


def settle(recipe: Recipe, given: Mapping[str, Any], known: Sequence[Known], where: str) -> dict[str, str]:
    """The names that other names stand for, by parameter; those that the graph knows as they are, are left out.

    Raises:
        NotFoundError: nothing bears a name; the message offers the nearest.
    """
    meant = {}
    for parameter in recipe.parameters:
        asked, name = _ASKED.get(parameter.what), given.get(parameter.name)
        if asked is None or not isinstance(name, str):
            continue
        of_type = [k for k in known if (k.type in asked.types if asked.types else k.type != "Document")]
        if any(name == k.name or name in k.aliases or (asked.part and name in k.name) for k in of_type):
            continue
        found = one_meant(of_type, name)
        if found is None:
            raise NotFoundError(f"{where}: there is no {asked.word} “{name}”{_offer(of_type, name)}")
        meant[parameter.name] = found
    return meant


def known_of_build(build: Build) -> Iterator[Known]:
    """All entities and documents of a build."""
    for e in build.rows("entities"):
        yield Known(e["entity_id"], e["type"], e["name"], tuple(e["aliases"]), e["mention_count"])
    for d in build.rows("documents"):
        yield Known(d["doc_id"], "Document", d["title"])


def known_of_server(server: Server) -> Iterator[Known]:
    """All entities and documents of a Neo4j."""
    entities = """MATCH (n:Entity) RETURN n.id AS id, [l IN labels(n) WHERE l IN $labels][0] AS type, n.name AS name,
                  coalesce(n.aliases, []) AS aliases, coalesce(n.mention_count, 0) AS mentions ORDER BY id"""
    for e in ask(server, entities, {"labels": list(type_labels())}):
        yield Known(e["id"], e["type"], e["name"], tuple(e["aliases"]), e["mentions"])
    for d in ask(server, "MATCH (d:Document) RETURN d.id AS id, d.title AS title ORDER BY id"):
        yield Known(d["id"], "Document", d["title"])


def one_meant(known: Sequence[Known], name: str) -> str | None:
    """The name of what another name means; None when nothing or more than one thing may be meant."""
    plain = plain_name(name)
    same = {k.name for k in known if plain in map(plain_name, (k.name, *k.aliases))}
    same = same or set(_division(known, plain) or ()) or _indicators(known, plain)
    same = same or {k.name for k in known if k.type == "Region" and k.name in {plain + kind for kind in _DIVISIONS}}
    return same.pop() if len(same) == 1 else None


def _division(known: Sequence[Known], name: str) -> tuple[str] | None:
    """The name of the highest division that bears a name, among those known: 株洲, 湖南株洲 and 湖南省株洲市."""
    gazetteer = load_gazetteer()
    names = {k.id.removeprefix("region/"): k.name for k in known if k.type == "Region"}
    for at in range(len(name) - 1):  # the name itself, or behind the name of what it lies in
        above, codes = gazetteer.bearers(name[:at]), gazetteer.bearers(name[at:])
        for code in codes:
            if code in names and (not at or any(gazetteer.contains(a, code) for a in above)):
                return (names[code],)
    return None


def _indicators(known: Sequence[Known], name: str) -> set[str]:
    """The names under which figures of an indicator are kept, for another of its names: GDP."""
    statistics = load_statistics()
    standard = statistics.standard(name)
    return {k.name for k in known if k.type == "Indicator" and statistics.standard(k.name) == standard}


def _offer(known: Sequence[Known], name: str) -> str:
    near = nearest((n for k in known for n in (k.name, *k.aliases)), plain_name(name))
    if near:
        return f"; the nearest names are: {'、'.join(near[:SHOWN])}."
    often = sorted(known, key=lambda k: (-k.mentions, k.name))[:SHOWN]
    return f"; there are, for example: {'、'.join(k.name for k in often)}." if often else "."
