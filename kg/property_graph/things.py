"""Entities as nodes and the relations of the ontology between them as relationships.

Which properties each type has, and of which type they are, is asked of the build itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from kg.ontology import load_ontology
from kg.property_graph.labels import type_labels
from kg.property_graph.sql import ColumnType, from_json, quoted, text
from kg.property_graph.tables import EdgeTable, NodeTable

_OF_ENTITY: dict[str, tuple[ColumnType, str]] = {  # each column with its type and where it comes from
    "name": ("string", "short(e.name)"),
    "whole_name": ("string", "CASE WHEN e.name <> short(e.name) THEN e.name END"),
    # none instead of an empty list: the import tool of Neo4j knows no empty lists
    "aliases": (
        "string[]",
        "CASE WHEN len(list_filter(e.aliases, lambda a: a <> '')) > 0 "
        "THEN list_filter(e.aliases, lambda a: a <> '') END",
    ),
    "mention_count": ("int", "e.mention_count"),
    "doc_count": ("int", "e.doc_count"),
    "first_year": ("int", "e.first_year"),
    "last_year": ("int", "e.last_year"),
}
_OF_RELATION: dict[str, tuple[ColumnType, str]] = {
    "id": ("string", "r.relation_id"),
    "support": ("int", "r.support"),
    "doc_count": ("int", "r.doc_count"),
    "first_year": ("int", "r.first_year"),
    "last_year": ("int", "r.last_year"),
    "confidence": ("float", "r.confidence"),
}
_QUOTED: dict[str, tuple[ColumnType, str]] = {"quotes": ("string[]", "q.quotes"), "titles": ("string[]", "q.titles")}


def entity_nodes(connection: duckdb.DuckDBPyConnection) -> Iterator[NodeTable]:
    """The entities of each type of the ontology."""
    keys, worded = _keys(connection, "entities"), _worded(connection)
    for type_ in type_labels():
        own = keys.get(type_, {})
        columns = _OF_ENTITY | {key: (kind, from_json("e.properties", key, kind)) for key, kind in own.items()}
        for key in worded.get(type_, []):
            if own.get(key) == "float":
                number = from_json("e.properties", key, "float")
                columns[f"{key}_text"] = (
                    "string",
                    f"(SELECT w.text FROM wordings w WHERE w.entity_id = e.entity_id AND w.property = {text(key)} "
                    f"AND w.number = {number})",
                )
        sql = f"""SELECT node_id(e.entity_id) AS id, {_selected(columns)} FROM entities e
                  WHERE e.type = {text(type_)} ORDER BY id"""
        yield NodeTable(("Entity", type_), _types(columns), sql)


def relation_edges(connection: duckdb.DuckDBPyConnection) -> Iterator[EdgeTable]:
    """The relations of each type of the ontology."""
    keys = _keys(connection, "relations")
    for type_, relation in load_ontology().relations.items():
        own = {key: (kind, from_json("r.properties", key, kind)) for key, kind in keys.get(type_, {}).items()}
        columns = _OF_RELATION | own | _QUOTED
        sql = f"""SELECT node_id(r.head_id) AS start, node_id(r.tail_id) AS "end", {_selected(columns)}
                  FROM relations r LEFT JOIN quotes q ON r.relation_id = q.relation_id
                  WHERE r.type = {text(type_)} ORDER BY start, "end" """
        yield EdgeTable(str(relation.notes["neo4j_type"]), "Entity", "Entity", _types(columns), sql)


def _selected(columns: dict[str, tuple[ColumnType, str]]) -> str:
    return ", ".join(f"{sql} AS {quoted(name)}" for name, (_, sql) in columns.items())


def _types(columns: dict[str, tuple[ColumnType, str]]) -> dict[str, ColumnType]:
    return {name: kind for name, (kind, _) in columns.items()}


def _worded(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """For each type of entity the properties whose numbers have words: 50亿元."""
    sql = """SELECT DISTINCT e.type, a.property FROM attributes a JOIN entities e ON a.entity_id = e.entity_id
             WHERE a.number IS NOT NULL AND a.property NOT IN ('year', 'status') ORDER BY ALL"""
    worded: dict[str, list[str]] = {}
    for type_, property_ in connection.execute(sql).fetchall():
        worded.setdefault(type_, []).append(property_)
    return worded


def _keys(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, dict[str, ColumnType]]:
    """For each type of the table, the keys of its JSON properties and their types."""
    sql = f"""SELECT DISTINCT type, key, json_type(properties, '$."' || key || '"') AS what FROM
              (SELECT type, properties, unnest(json_keys(properties)) AS key FROM {table}) ORDER BY ALL"""
    seen: dict[str, dict[str, set[str]]] = {}
    for type_, key, what in connection.execute(sql).fetchall():
        seen.setdefault(type_, {}).setdefault(key, set()).add(what)
    return {type_: {key: _column_type(key, whats) for key, whats in keys.items()} for type_, keys in seen.items()}


def _column_type(key: str, whats: set[str]) -> ColumnType:
    """The type of a property: that of the ontology, else that of the values in JSON."""
    known = load_ontology().properties
    whole, real = {"UBIGINT", "BIGINT"}, {"DOUBLE", "UBIGINT", "BIGINT"}
    range_ = known[key].range if key in known else None
    if range_ == "integer" or (range_ is None and whats <= whole):
        return "int"
    if range_ in ("decimal", "float", "double") or (range_ is None and whats <= real):
        return "float"
    return "string"
