"""The Cypher that writes rows of the property graph: `$rows` are the rows, `$graph` is the name of the graph.

A row is `{id, properties}` of a node, `{start, end, properties}` of a relationship.
"""

from __future__ import annotations

from typing import Any

from kg.property_graph import EdgeTable, NodeTable, Table


def query_of(table: Table, *, new: bool = False) -> str:
    """Creates a batch of rows or gives them other values; `new` rows are known not to be there."""
    if isinstance(table, NodeTable):
        labels = "".join(f":`{label}`" for label in table.labels)
        if new:
            return f"UNWIND $rows AS row CREATE (n{labels} {{kg_graph: $graph, id: row.id}}) SET n += row.properties"
        return (
            f"UNWIND $rows AS row MERGE (n:`{table.key_label}` {{kg_graph: $graph, id: row.id}}) "
            f"SET n{labels}, n += row.properties"
        )
    return (
        f"UNWIND $rows AS row {ends_of(table)} {'CREATE' if new else 'MERGE'} "
        f"(a)-[r:`{table.type}` {{kg_graph: $graph}}]->(b)" + (" SET r += row.properties" if table.columns else "")
    )


def ends_of(edges: EdgeTable) -> str:
    """Finds the ends of a row."""
    return (
        f"MATCH (a:`{edges.start_label}` {{kg_graph: $graph, id: row.start}}) "
        f"MATCH (b:`{edges.end_label}` {{kg_graph: $graph, id: row.end}})"
    )


def ids_of(table: Table) -> tuple[str, ...]:
    """The names of the columns that say which node or relationship a row is."""
    return ("id",) if isinstance(table, NodeTable) else ("start", "end")


def entry(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """A row of a table as a row of a statement."""
    ids = ids_of(table)
    return {**{i: row[i] for i in ids}, "properties": {k: v for k, v in row.items() if k not in ids}}
