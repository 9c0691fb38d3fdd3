"""The build directory: table schemas, atomic writing, reading. See README, "The build directory".

Every table is one Parquet file, sorted, written by pyarrow without a clock, so that equal input gives equal bytes.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import BuildError

_S, _I, _F = pa.string(), pa.int32(), pa.float64()


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


SCHEMAS: dict[str, pa.Schema] = {
    "documents": _schema(
        doc_id=_S, source=_S, title=_S, kind=_S, region_id=_S, year=_I, published=_S, chars=_I, text=_S
    ),
    "mentions": _schema(doc_id=_S, start=_I, end=_I, surface=_S, type=_S, entity_id=_S, rule=_S, confidence=_F),
    "entities": _schema(
        entity_id=_S,
        type=_S,
        name=_S,
        aliases=pa.list_(_S),
        properties=_S,
        mention_count=_I,
        doc_count=_I,
        first_year=_I,
        last_year=_I,
    ),
    "relations": _schema(
        relation_id=_S,
        head_id=_S,
        type=_S,
        tail_id=_S,
        properties=_S,
        support=_I,
        doc_count=_I,
        first_year=_I,
        last_year=_I,
        confidence=_F,
    ),
    "evidence": _schema(
        relation_id=_S,
        doc_id=_S,
        start=_I,
        end=_I,
        head_start=_I,
        head_end=_I,
        tail_start=_I,
        tail_end=_I,
        year=_I,
        modality=_S,
        rule=_S,
        confidence=_F,
    ),
    "attributes": _schema(
        entity_id=_S,
        property=_S,
        value=_S,
        number=_F,
        unit=_S,
        year=_I,
        modality=_S,
        doc_id=_S,
        start=_I,
        end=_I,
        rule=_S,
        confidence=_F,
    ),
    "observations": _schema(
        observation_id=_S,
        region_id=_S,
        indicator=_S,
        year=_I,
        value=_F,
        unit=_S,
        measure=_S,
        kind=_S,
        doc_id=_S,
        start=_I,
        end=_I,
        rule=_S,
        confidence=_F,
    ),
    # where stretches of a document's text stand in a file that is no plain text; rows and columns from 1
    "origins": _schema(doc_id=_S, start=_I, end=_I, page=_I, sheet=_S, row=_I, column=_I),
    "rejected": _schema(doc_id=_S, start=_I, end=_I, what=_S, reason=_S),
    "merges": _schema(entity_id=_S, merged_name=_S, merged_place=_S, reason=_S, score=_F, by=_S),
}

REASONS = (
    "overlap",  # another mention of the same characters scored higher
    "generic",  # a word without a name: 龙头企业, 重点项目
    "no_place",  # a name that could be several places and no context decides
    "signature",  # the ontology forbids this relation between these types
    "low_confidence",
    "no_entity",  # a value whose entity was not found
    "no_year",
)

Row = dict[str, Any]

VERSION = "1"  # of the layout of the build directory

_KEYS: dict[str, tuple[str, ...]] = {
    "documents": ("doc_id",),
    "mentions": ("doc_id", "start", "end", "type", "entity_id"),
    "entities": ("entity_id",),
    "relations": ("relation_id",),
    "evidence": ("relation_id", "doc_id", "start", "end", "head_start", "tail_start", "rule"),
    "attributes": ("entity_id", "property", "doc_id", "start", "end", "value", "year", "rule"),
    "observations": ("observation_id",),
    "origins": ("doc_id", "start", "end"),
    "rejected": ("doc_id", "start", "end", "what", "reason"),
    "merges": ("entity_id", "merged_name", "merged_place", "reason"),
}


def sort_key(table: str) -> tuple[str, ...]:
    """The columns that put a table's rows into their one order (missing values first)."""
    return _KEYS[table]


def write_table(folder: Path, name: str, table: pa.Table) -> None:
    """Write NAME.parquet; the same rows give the same bytes."""
    pq.write_table(
        table.cast(SCHEMAS[name]),
        folder / f"{name}.parquet",
        row_group_size=100_000,
        compression="zstd",
        store_schema=False,
    )


def rows_to_table(name: str, rows: list[Row]) -> pa.Table:
    """Sort rows by the table's key and turn them into an Arrow table of its schema."""
    keys = _KEYS[name]
    ordered = sorted(
        rows, key=lambda r: tuple((r[k] is not None, r[k]) if r[k] is not None else (False,) for k in keys)
    )
    return pa.Table.from_pylist(ordered, schema=SCHEMAS[name])


class Build:
    """A build directory, opened for reading. Tables are read when asked for and kept.

    Raises:
        BuildError: the folder is not a build directory of this layout.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        manifest = self.path / "manifest.json"
        if not manifest.is_file():
            what = "there is no build directory here" if self.path.exists() else "no such folder"
            raise BuildError(f"{self.path}: {what}; make one with: kg build INPUT -o {self.path}.")
        self.manifest: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
        if self.manifest.get("layout") != VERSION:
            raise BuildError(f"{self.path}: made by another version of kg; build it again with: kg build --force.")
        self._tables: dict[str, pa.Table] = {}
        self._grouped: dict[str, dict[str, list[Row]]] = {}

    def table(self, name: str) -> pa.Table:
        """One table as Arrow."""
        if name not in self._tables:
            try:
                self._tables[name] = pq.read_table(self.path / f"{name}.parquet")
            except (OSError, pa.ArrowInvalid) as error:
                raise BuildError(f"{self.path / name}.parquet: damaged or missing ({error}); build again.") from None
        return self._tables[name]

    def by_document(self, name: str, doc_id: str) -> list[Row]:
        """The rows of one document, [] when the build is older than the table."""
        if not (self.path / f"{name}.parquet").is_file():
            return []
        if name not in self._grouped:
            grouped: dict[str, list[Row]] = {}
            for row in self.rows(name):
                grouped.setdefault(row["doc_id"], []).append(row)
            self._grouped[name] = grouped
        return self._grouped[name].get(doc_id, [])

    def rows(self, name: str) -> list[Row]:
        """One table as a list of dictionaries."""
        rows: list[Row] = self.table(name).to_pylist()
        return rows
