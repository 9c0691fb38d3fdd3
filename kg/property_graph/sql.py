"""Values, names and JSON properties as they are written in SQL."""

from __future__ import annotations

from typing import Literal

ColumnType = Literal["string", "int", "float", "string[]"]


def text(value: str) -> str:
    """A string as a literal."""
    return "'" + value.replace("'", "''") + "'"


def quoted(name: str) -> str:
    """The name of a column."""
    return '"' + name.replace('"', '""') + '"'


def from_json(column: str, key: str, kind: ColumnType) -> str:
    """A property of a column that holds JSON, in its type."""
    path = text('$."' + key.replace('"', '\\"') + '"')
    cast = {"int": "BIGINT", "float": "DOUBLE"}.get(kind)
    value = f"json_extract_string({column}, {path})"
    return f"CAST({value} AS {cast})" if cast else value
