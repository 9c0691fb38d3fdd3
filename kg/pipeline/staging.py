"""The rows that one document yields before it is joined with others: local names instead of entity ids."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kg.tables import REAL, SCHEMAS, TEXT, WHOLE, schema

TOGETHER = 8_000_000  # bytes of rows that are written in one go

STAGED: dict[str, pa.Schema] = {
    "documents": schema(
        doc_id=TEXT,
        source=TEXT,
        title=TEXT,
        kind=TEXT,
        region_type=TEXT,
        region_key=TEXT,
        year=WHOLE,
        published=TEXT,
        chars=WHOLE,
        text=TEXT,
    ),
    "mentions": schema(
        doc_id=TEXT, start=WHOLE, end=WHOLE, surface=TEXT, name=TEXT, type=TEXT, key=TEXT, rule=TEXT, confidence=REAL
    ),
    # one row for each thing that a document names or understands, with the name that it shows there
    "locals": schema(doc_id=TEXT, type=TEXT, key=TEXT, place=TEXT, sense=TEXT, weight=WHOLE, shown=TEXT),
    "claims": schema(
        doc_id=TEXT,
        head_type=TEXT,
        head_key=TEXT,
        type=TEXT,
        tail_type=TEXT,
        tail_key=TEXT,
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
        status=TEXT,
    ),
    "attributes": schema(
        doc_id=TEXT,
        type=TEXT,
        key=TEXT,
        property=TEXT,
        value=TEXT,
        number=REAL,
        unit=TEXT,
        year=WHOLE,
        modality=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    "observations": schema(
        observation_id=TEXT,
        doc_id=TEXT,
        place_type=TEXT,
        place_key=TEXT,
        indicator=TEXT,
        year=WHOLE,
        value=REAL,
        unit=TEXT,
        measure=TEXT,
        kind=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    # nothing in these waits for the other documents
    "origins": SCHEMAS["origins"],
    "rejected": SCHEMAS["rejected"],
}


class StagedFiles:
    """Files of staged rows, one for each table of `STAGED`.

    The rows of many short documents are written together: a group of rows for each would take as long to write and to
    join as a tenth of the time in which a piece of news is read.
    """

    def __init__(self, folder: Path) -> None:
        self._writers = {name: pq.ParquetWriter(folder / f"{name}.parquet", rows) for name, rows in STAGED.items()}
        self._waiting: dict[str, list[pa.Table]] = {name: [] for name in STAGED}
        self._size = 0

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take the rows of a file."""
        for name, table in tables.items():
            self._waiting[name].append(table)
            self._size += table.nbytes
        if self._size >= TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what waits, and end the files."""
        self._write()
        for writer in self._writers.values():
            writer.close()

    def _write(self) -> None:
        for name, tables in self._waiting.items():
            if tables:
                self._writers[name].write_table(pa.concat_tables(tables))
        self._waiting, self._size = {name: [] for name in STAGED}, 0
