"""A networkx view of a build, and finding entities in it by name.

The tables are the truth; a view is made from them when someone asks, whole or around a focus.
"""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.errors import NotFoundError
from kg.tables import Build, Row

if TYPE_CHECKING:
    NxGraph = nx.MultiDiGraph[str]  # nodes: entity ids; edge keys: relation ids

QUOTES_PER_RELATION = 3
_MARKS = str.maketrans("", "", " “”\"'‘’「」《》【】　")


def find_entities(build: Build, name: str) -> list[Row]:
    """The entities that an id, a name or an alias means, most mentioned first.

    Raises:
        NotFoundError: nothing has this name; the message offers the nearest names.
    """
    entities = build.rows("entities")
    if exact := [e for e in entities if e["entity_id"] == name]:
        return exact
    wanted = name.translate(_MARKS)
    by_name = [e for e in entities if e["name"].translate(_MARKS) == wanted]
    by_alias = [e for e in entities if any(a.translate(_MARKS) == wanted for a in e["aliases"])]
    found = by_name or by_alias
    if not found:
        raise NotFoundError(f"{build.path}: nothing is called “{name}”{_offer(entities, wanted)}")
    return sorted(found, key=lambda e: (-e["mention_count"], e["entity_id"]))


def _offer(entities: Sequence[Row], wanted: str) -> str:
    names = sorted({n for e in entities for n in (e["name"], *e["aliases"])})
    inside = sorted((n for n in names if wanted and wanted in n), key=lambda n: (len(n), n))
    close = difflib.get_close_matches(wanted, names, n=5, cutoff=0.4)
    nearest = list(dict.fromkeys([*inside[:5], *close]))[:5]
    return f"; the nearest names are: {'、'.join(nearest)}." if nearest else "."


def neighbourhood(build: Build, centre: Iterable[str], hops: int) -> set[str]:
    """The ids of the entities within `hops` relations of the centre, the centre included."""
    beside: dict[str, set[str]] = defaultdict(set)
    relations = build.table("relations")
    ends = zip(relations.column("head_id").to_pylist(), relations.column("tail_id").to_pylist(), strict=True)
    for head, tail in ends:
        beside[head].add(tail)
        beside[tail].add(head)
    reached = set(centre)
    edge = set(reached)
    for _ in range(hops):
        edge = {n for x in edge for n in beside[x]} - reached
        reached |= edge
    return reached


def quotes(build: Build, per_relation: int = QUOTES_PER_RELATION) -> dict[str, list[dict[str, Any]]]:
    """For each relation its best pieces of evidence: the clause, its document's title and year, rule and confidence.

    The surest come first; of equally sure ones those of the latest document.
    """
    documents = {d["doc_id"]: d for d in build.rows("documents")}
    grouped: dict[str, list[Row]] = defaultdict(list)
    for e in build.rows("evidence"):
        grouped[e["relation_id"]].append(e)
    out = {}
    for relation_id, evidence in grouped.items():
        ranked = sorted(evidence, key=lambda e: (-e["confidence"], -(e["year"] or 0), e["doc_id"], e["start"]))
        chosen: list[Row] = []
        seen: set[tuple[str, int]] = set()
        for e in ranked:
            if (e["doc_id"], e["start"]) not in seen and len(chosen) < per_relation:
                seen.add((e["doc_id"], e["start"]))
                chosen.append(e)
        out[relation_id] = [
            {
                "text": documents[e["doc_id"]]["text"][e["start"] : e["end"]],
                "title": documents[e["doc_id"]]["title"],
                **{k: e[k] for k in ("doc_id", "start", "end", "year", "modality", "rule", "confidence")},
            }
            for e in chosen
        ]
    return out


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
