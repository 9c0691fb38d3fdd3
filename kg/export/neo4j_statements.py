"""The Cypher that writes rows of the property graph: `$rows` are the rows, `$graph` is the name of the graph.

A row is `{id, properties}` of a node, `{start, end, properties}` of a relationship; where nothing is looked for first,
it is a list of the values alone, which costs half to pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kg.property_graph import EdgeTable, NodeTable, Table

_ENDS = ("start", "end")


def merging(table: Table) -> str:
    """Creates a batch of rows or gives them other values."""
    if isinstance(table, NodeTable):
        return (
            f"UNWIND $rows AS row MERGE (n:`{table.key_label}` {{kg_graph: $graph, id: row.id}}) "
            f"SET n{_labels(table)}, n += row.properties"
        )
    return f"UNWIND $rows AS row {ends_of(table)} MERGE (a)-[r:`{table.type}` {{kg_graph: $graph}}]->(b)" + (
        " SET r += row.properties" if table.columns else ""
    )


def creating(table: Table, names: Sequence[str]) -> str:
    """Creates a batch of rows that are not there; a row is a list of the values of these columns.

    Raises:
        ValueError: the name of a column cannot be part of a statement; see `plain_names`.
    """
    if not plain_names(names):
        raise ValueError(f"no plain names: {names}")
    place = {name: f"row[{i}]" for i, name in enumerate(names)}
    owns = "".join(
        f", `{name}`: {value}" for name, value in place.items() if isinstance(table, NodeTable) or name not in _ENDS
    )
    if isinstance(table, NodeTable):
        return f"UNWIND $rows AS row CREATE (n{_labels(table)} {{kg_graph: $graph{owns}}})"
    ends = ends_of(table, place["start"], place["end"])
    return f"UNWIND $rows AS row {ends} CREATE (a)-[r:`{table.type}` {{kg_graph: $graph{owns}}}]->(b)"


def plain_names(names: Sequence[str]) -> bool:
    """Whether these names, which may come from a build, can be part of a statement: letters, digits and `_` alone."""
    return all(name.isidentifier() for name in names)


def ends_of(edges: EdgeTable, start: str = "row.start", end: str = "row.end") -> str:
    """Finds the ends of a row."""
    return (
        f"MATCH (a:`{edges.start_label}` {{kg_graph: $graph, id: {start}}}) "
        f"MATCH (b:`{edges.end_label}` {{kg_graph: $graph, id: {end}}})"
    )


def ids_of(table: Table) -> tuple[str, ...]:
    """The names of the columns that say which node or relationship a row is."""
    return ("id",) if isinstance(table, NodeTable) else _ENDS


def entry(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row of a table as a row of a statement."""
    ids = ids_of(table)
    return {**{i: row[i] for i in ids}, "properties": {k: v for k, v in row.items() if k not in ids}}


def _labels(nodes: NodeTable) -> str:
    return "".join(f":`{label}`" for label in nodes.labels)
