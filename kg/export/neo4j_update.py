"""The Cypher script that brings a graph in a running server up to date from CSV files, by LOAD CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.export.cypher_script import literal, name_of
from kg.export.neo4j_marks import MARKS
from kg.export.neo4j_schema import schema_statements
from kg.property_graph import NODE_LABELS, EdgeTable, NodeTable, Table, relationship_types, type_labels

ROWS = 2_000  # of a transaction


def update_script(tables: Sequence[Table], graph: str, signed: dict[str, str], delimiter: str) -> Iterator[str]:
    """The statements, each ended by a semicolon and a line break; `:auto` is for cypher-shell and the Browser."""
    mark = literal(graph)
    for statement in schema_statements().values():
        yield f"{statement};"
    yield "CALL db.awaitIndexes(600);"
    yield f"MERGE (g:KgGraph {{name: {mark}}});"
    for table in tables:
        yield from _load(table, delimiter)
    yield from _remove_edges(tables, mark)
    yield from _remove_nodes(tables, mark)
    yield f"MATCH (g:KgGraph {{name: {mark}}}) SET g += {literal(signed)};"


def _load(table: Table, delimiter: str) -> Iterator[str]:
    if isinstance(table, NodeTable):
        kind, bound = "nodes", "n"
        find = f"MERGE (n:{name_of(table.key_label)} {{kg_graph: row.kg_graph, id: row.id}})"
        labels = f"n{''.join(f':{name_of(label)}' for label in table.labels)},"
    else:
        kind, bound = "relationships", "r"
        find = (
            f"MATCH (a:{name_of(table.start_label)} {{kg_graph: row.kg_graph, id: {_text('start_id')}}}) "
            f"MATCH (b:{name_of(table.end_label)} {{kg_graph: row.kg_graph, id: {_text('end_id')}}}) "
            f"MERGE (a)-[r:{name_of(table.type)} {{kg_graph: row.kg_graph}}]->(b)"
        )
        labels = ""
    find = find.replace("id: row.id}", f"id: {_text('id')}}}")
    lines = [
        f":auto LOAD CSV WITH HEADERS FROM 'file:///{kind}_{table.name}.csv' AS row",
        "CALL {",
        f"  WITH row {find}",
    ]
    if table.columns:
        lines.append(
            f"  WITH row, {bound}, split(coalesce({bound}.kg_keys, ''), ' ') AS ours "
            f"WHERE {bound}.kg_hash IS NULL OR {bound}.kg_hash <> row.kg_hash"
        )
        values = [f"    {bound}.kg_hash = row.kg_hash, {bound}.kg_keys = row.kg_keys"]
        for name, type_ in table.columns.items():
            at = f"{bound}.{name_of(name)}"
            # a property that we never had is somebody else's: it keeps its value
            theirs = f"row.{name_of(name)} IS NULL AND NOT {literal(name)} IN ours"
            values.append(f"    {at} = CASE WHEN {theirs} THEN {at} ELSE {_value(name, type_, delimiter)} END")
        lines += [f"  SET {labels}".rstrip(), ",\n".join(values)]
    lines.append(f"}} IN TRANSACTIONS OF {ROWS} ROWS;")
    yield "\n".join(lines)


def _text(column: str) -> str:
    return f"replace(row.{name_of(column)}, '\\uE00F', '\\\\')"


def _value(column: str, type_: str, delimiter: str) -> str:
    if type_ == "int":
        return f"toInteger(row.{name_of(column)})"
    if type_ == "float":
        return f"toFloat(row.{name_of(column)})"
    if type_ == "string[]":
        return f"split({_text(column)}, {literal(delimiter)})"
    return _text(column)


def _remove_edges(tables: Sequence[Table], mark: str) -> Iterator[str]:
    edges = [t for t in tables if isinstance(t, EdgeTable)]
    for type_ in relationship_types():
        found = [t for t in edges if t.type == type_]
        match = f"-[r:{name_of(type_)} {{kg_graph: {mark}}}]->(b)"
        if not found:
            yield f"MATCH (){match} DELETE r;"
        for table in found:
            yield (
                f"LOAD CSV WITH HEADERS FROM 'file:///relationships_{table.name}.csv' AS row "
                f"WITH collect({_text('start_id')} + '\\n' + {_text('end_id')}) AS keys "
                f"MATCH (a:{name_of(table.start_label)}){match} WHERE NOT a.id + '\\n' + b.id IN keys DELETE r;"
            )


def _remove_nodes(tables: Sequence[Table], mark: str) -> Iterator[str]:
    labels = sorted({*NODE_LABELS, *type_labels()})
    ours = literal(labels)
    marks = literal(["id", *MARKS])
    foreign = (
        f"EXISTS {{(n)-[r]-() WHERE coalesce(r.kg_graph, '') <> {mark}}} "
        f"OR any(k IN keys(n) WHERE NOT k IN split(n.kg_keys, ' ') AND NOT k IN {marks}) "
        f"OR any(l IN labels(n) WHERE NOT l IN {ours})"
    )
    for label in NODE_LABELS:
        files = [t for t in tables if isinstance(t, NodeTable) and t.key_label == label]
        parts = [
            f"LOAD CSV WITH HEADERS FROM 'file:///nodes_{t.name}.csv' AS row RETURN {_text('id')} AS id" for t in files
        ]
        ids = f"CALL {{ {' UNION ALL '.join(parts)} }} WITH collect(id) AS ids " if parts else ""
        match = f"MATCH (n:{name_of(label)} {{kg_graph: {mark}}})" + (" WHERE NOT n.id IN ids" if parts else "")
        yield (
            f"{ids}{match} WITH n WHERE {foreign} SET n:KgVanished, n.kg_hash = null, n.kg_keys = null "
            f"REMOVE n:{':'.join(map(name_of, labels))};"
        )
        yield f"{ids}{match} DETACH DELETE n;"
