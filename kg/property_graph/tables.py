"""The tables that a property graph consists of: nodes with the same labels, relationships of one type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.property_graph.sql import ColumnType, quoted, text

Columns = Mapping[str, ColumnType]


@dataclass(frozen=True, slots=True)
class NodeTable:
    """Nodes that have the same labels. `labels[0]` is the one within which `id` is unique.

    `sql` yields `id` and then the columns, ordered by id.
    """

    labels: tuple[str, ...]
    columns: Columns
    sql: str = field(repr=False)

    @property
    def key_label(self) -> str:
        return self.labels[0]

    @property
    def name(self) -> str:
        return "_".join(self.labels)


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """Relationships of one type between two key labels; no two have the same start and end.

    `sql` yields `start`, `end` and then the columns, ordered by start and end.
    """

    type: str
    start_label: str
    end_label: str
    columns: Columns
    sql: str = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.start_label}_{self.type}_{self.end_label}"


Table = NodeTable | EdgeTable


def marked(table: Table) -> str:
    """SQL for the rows of a table with two marks that a shared database needs to tell what is ours.

    `kg_hash` changes with any value of the row, `kg_keys` names the properties that the row has. Relationships without
    properties need neither.
    """
    if not table.columns:
        return table.sql
    names = list(table.columns)
    there = [f"CASE WHEN {quoted(n)} IS NOT NULL THEN" for n in names]
    keys = ", ".join(f"{case} {text(n)} END" for case, n in zip(there, names, strict=True))
    # of the values that are there: other rows of the table may have more columns in another build
    values = ", ".join(
        f"{case} {text(n + '=')} || CAST(to_json({quoted(n)}) AS VARCHAR) END"
        for case, n in zip(there, names, strict=True)
    )
    return f"""SELECT t.*, substring(md5(concat_ws(' ', {values})), 1, 16) AS kg_hash,
               concat_ws(' ', {keys}) AS kg_keys FROM ({table.sql}) t"""
