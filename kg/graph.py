"""A networkx view of a build, and finding entities in it by name.

The tables are the truth; a view is made from them when someone asks.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import networkx as nx

from kg.errors import NotFoundError
from kg.tables import Build, Row

if TYPE_CHECKING:
    NxGraph = nx.MultiDiGraph[str]  # nodes: entity ids; edge keys: relation ids

_MARKS = str.maketrans("", "", " “”\"'‘’「」《》【】　")


def find_entities(build: Build, name: str) -> list[Row]:
    """The entities that an id, a name or an alias means, most mentioned first.

    Raises:
        NotFoundError: nothing has this name; the message offers the nearest names.
    """
    entities = build.rows("entities")
    if exact := [e for e in entities if e["entity_id"] == name]:
        return exact
    wanted = plain_name(name)
    by_name = [e for e in entities if plain_name(e["name"]) == wanted]
    by_alias = [e for e in entities if any(plain_name(a) == wanted for a in e["aliases"])]
    found = by_name or by_alias
    if not found:
        raise NotFoundError(f"{build.path}: nothing is called “{name}”{_offer(entities, wanted)}")
    return sorted(found, key=lambda e: (-e["mention_count"], e["entity_id"]))


def plain_name(name: str) -> str:
    """A name without blanks and quotation marks."""
    return name.translate(_MARKS)


def nearest(names: Iterable[str], wanted: str, most: int = 5) -> list[str]:
    """Those of some names that hold another, the shortest first, then those that look like it."""
    different = sorted(set(names))
    inside = sorted((n for n in different if wanted and wanted in n), key=lambda n: (len(n), n))
    close = difflib.get_close_matches(wanted, different, n=most, cutoff=0.4)
    return list(dict.fromkeys([*inside[:most], *close]))[:most]


def _offer(entities: Sequence[Row], wanted: str) -> str:
    near = nearest((n for e in entities for n in (e["name"], *e["aliases"])), wanted)
    return f"; the nearest names are: {'、'.join(near)}." if near else "."


def to_networkx(build: Build, only: set[str] | None = None) -> NxGraph:
    """The build as a directed multigraph.

    Nodes are entity ids with the columns of the table `entities` and the entity's properties as attributes; edges go
    from head to tail with the relation id as key, and type, support, doc_count, years, confidence, modality.

    Args:
        build: the build directory.
        only: entity ids to keep (and the relations between them); all by default.
    """
    graph: NxGraph = nx.MultiDiGraph()
    for e in build.rows("entities"):
        if only is not None and e["entity_id"] not in only:
            continue
        plain = {k: v for k, v in e.items() if k not in ("entity_id", "properties") and v is not None}
        graph.add_node(e["entity_id"], **plain, **json.loads(e["properties"]))
    for r in build.rows("relations"):
        if r["head_id"] in graph and r["tail_id"] in graph:
            plain = {
                k: v
                for k, v in r.items()
                if k not in ("head_id", "tail_id", "relation_id", "properties") and v is not None
            }
            graph.add_edge(r["head_id"], r["tail_id"], key=r["relation_id"], **plain, **json.loads(r["properties"]))
    return graph
