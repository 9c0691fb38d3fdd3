"""A script for cypher-shell that holds the whole graph: statements of some hundred rows each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.export import ExportOptions
from kg.export.neo4j_marks import graph_name, signature
from kg.export.neo4j_schema import schema_statements
from kg.export.neo4j_statements import entry, merging
from kg.export.target import open_target
from kg.property_graph import PropertyGraph, marked
from kg.tables import Build

ROWS = 500  # of a statement

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
# control characters, and those at which some programs end a line
_SPECIAL = re.compile("[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def write_cypher(build: Build, target: Path, options: ExportOptions) -> None:
    """Write constraints, indexes, nodes and relationships; running it twice changes nothing."""
    name = literal(graph_name(options.graph))
    with open_target(target) as file, PropertyGraph(build) as graph:
        graph.settle()

        def line(text: str) -> None:
            file.write(text.encode() + b"\n")

        for statement in schema_statements().values():
            line(f"{statement};")
        line("CALL db.awaitIndexes(600);")
        line(f"MERGE (g:KgGraph {{name: {name}}}) SET g += {literal(signature(graph.build))};")
        for table in graph.tables:
            query = merging(table).replace("$graph", name)
            for rows in graph.select(marked(table), ROWS):
                line(query.replace("$rows", literal([entry(table, row) for row in rows]), 1) + ";")


def literal(value: Any) -> str:
    """A value as Cypher text: every character that could end a string or a line is escaped."""
    if isinstance(value, str):
        return "'" + _SPECIAL.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", value) + "'"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name_of(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return "null"


def name_of(name: str) -> str:
    """A label, type or property name as Cypher text."""
    return "`" + name.replace("`", "``") + "`"
