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

TEXT, WHOLE, REAL = pa.string(), pa.int32(), pa.float64()


def schema(**columns: pa.DataType) -> pa.Schema:
    """The schema of a table, from its columns in order."""
    return pa.schema(list(columns.items()))


SCHEMAS: dict[str, pa.Schema] = {
    "documents": schema(
        doc_id=TEXT,
        source=TEXT,
        title=TEXT,
        kind=TEXT,
        region_id=TEXT,
        year=WHOLE,
        published=TEXT,
        chars=WHOLE,
        text=TEXT,
    ),
    "mentions": schema(
        doc_id=TEXT, start=WHOLE, end=WHOLE, surface=TEXT, type=TEXT, entity_id=TEXT, rule=TEXT, confidence=REAL
    ),
    "entities": schema(
        entity_id=TEXT,
        type=TEXT,
        name=TEXT,
        aliases=pa.list_(TEXT),
        properties=TEXT,
        mention_count=WHOLE,
        doc_count=WHOLE,
        first_year=WHOLE,
        last_year=WHOLE,
    ),
    "relations": schema(
        relation_id=TEXT,
        head_id=TEXT,
        type=TEXT,
        tail_id=TEXT,
        properties=TEXT,
        support=WHOLE,
        doc_count=WHOLE,
        first_year=WHOLE,
        last_year=WHOLE,
        confidence=REAL,
    ),
    "evidence": schema(
        relation_id=TEXT,
        doc_id=TEXT,
        start=WHOLE,
        end=WHOLE,
        head_start=WHOLE,
        head_end=WHOLE,
        tail_start=WHOLE,
        tail_end=WHOLE,
        year=WHOLE,
        modality=TEXT,
        rule=TEXT,
        confidence=REAL,
    ),
    "attributes": schema(
        entity_id=TEXT,
        property=TEXT,
        value=TEXT,
        number=REAL,
        unit=TEXT,
        year=WHOLE,
        modality=TEXT,
        doc_id=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    "observations": schema(
        observation_id=TEXT,
        region_id=TEXT,
        indicator=TEXT,
        year=WHOLE,
        value=REAL,
        unit=TEXT,
        measure=TEXT,
        kind=TEXT,
        doc_id=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    # where stretches of a document's text stand in a file that is no plain text; rows and columns from 1
    "origins": schema(doc_id=TEXT, start=WHOLE, end=WHOLE, page=WHOLE, sheet=TEXT, row=WHOLE, column=WHOLE),
    "rejected": schema(doc_id=TEXT, start=WHOLE, end=WHOLE, what=TEXT, reason=TEXT),
    "merges": schema(entity_id=TEXT, merged_name=TEXT, merged_place=TEXT, reason=TEXT, score=REAL, by=TEXT),
}

REASONS = (
    "overlap",  # another mention of the same characters scored higher
    "signature",  # the ontology forbids this relation between these types
    "low_confidence",
    "no_entity",  # a value whose entity was not found
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


def write_table(folder: Path, name: str, table: pa.Table) -> None:
    """Write NAME.parquet; the same rows give the same bytes."""
    pq.write_table(
        table.cast(SCHEMAS[name]),
        folder / f"{name}.parquet",
        row_group_size=100_000,
        compression="zstd",
        store_schema=False,
        # a page ends after a megabyte, which is looked at after so many rows: whole texts are read page by page
        write_batch_size=4 if name == "documents" else 1024,
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
        if not self.path.exists():
            raise BuildError(f"{self.path}: no such folder; make one with: kg build INPUT -o {self.path}.")
        if not manifest.is_file():
            raise BuildError(f"{self.path}: this is no build directory; make one with: kg build {self.path} -o build.")
        try:
            self.manifest: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
        except OSError as error:
            raise BuildError(f"{manifest}: cannot be read ({error.strerror}); allow reading it.") from None
        except ValueError:
            raise BuildError(f"{manifest}: damaged; build again with: kg build INPUT -o {self.path} --force.") from None
        if self.manifest.get("layout") != VERSION:
            raise BuildError(f"{self.path}: made by another version of kg; build it again with: kg build --force.")
        self._tables: dict[str, pa.Table] = {}
        self._grouped: dict[str, dict[str, list[Row]]] = {}
        self._copies: dict[str, list[tuple[str, float]]] | None = None

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

    def copies(self, doc_id: str) -> list[tuple[str, float]]:
        """The other inputs that hold a document, the same or nearly: (source, how alike, 1 for the same text)."""
        if self._copies is None:
            self._copies = {}
            for one in self.manifest.get("inputs", []):
                alike = {twin["doc_id"]: (twin["of"], twin["similarity"]) for twin in one.get("near_duplicates", [])}
                for held in one.get("documents", []):
                    kept, similarity = alike.get(held, (held, 1.0))
                    self._copies.setdefault(kept, []).append((one["source"], similarity))
        # The first of a text's inputs is where the table has it from.
        found = self._copies.get(doc_id, [])
        first = next((i for i, (_, similarity) in enumerate(found) if similarity == 1.0), None)
        return [copy for i, copy in enumerate(found) if i != first]

    def rows(self, name: str) -> list[Row]:
        """One table as a list of dictionaries."""
        rows: list[Row] = self.table(name).to_pylist()
        return rows

    def surer(self, name: str, least: float) -> list[Row]:
        """The rows of a table of facts whose confidence is at least `least`."""
        return [row for row in self.rows(name) if row["confidence"] >= least]
