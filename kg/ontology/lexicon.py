"""The word lists of `schema/lexicon/`: TSV files whose first lines name source, licence and date.

A file looks like this (tabs between columns; lines that start with # before the header are notes)::

    # source: State Council documents 2012-2024
    # licence: facts, no copyright
    # date: 2026-11-26
    name	alias	place
    三高四新	三高四新战略	430000
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path

from kg.errors import SchemaError

FOLDER = Path(__file__).resolve().parent.parent / "schema" / "lexicon"
NOTES = ("source", "licence", "date")

Row = Mapping[str, str]


class Lexicon:
    """The tables of one lexicon folder, read when first asked for.

    Raises:
        SchemaError: a table is missing, lacks one of its three notes, or has a row of the wrong length.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self._tables: dict[str, tuple[Row, ...]] = {}
        self._names: dict[str, frozenset[str]] = {}

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of TABLE.tsv as mappings from column to text."""
        if table not in self._tables:
            self._tables[table] = self._read(self.folder / f"{table}.tsv")
        return self._tables[table]

    def words(self, table: str, column: str = "name") -> tuple[str, ...]:
        """One column of a table, empty cells left out."""
        return tuple(row[column] for row in self.rows(table) if row[column])

    def names(self, table: str) -> frozenset[str]:
        """The names of a table, to look one up."""
        if table not in self._names:
            self._names[table] = frozenset(self.words(table))
        return self._names[table]

    @functools.cached_property
    def version(self) -> str:
        """Twelve hex digits that change when any word list changes."""
        digest = hashlib.sha256()
        for path in sorted(self.folder.glob("*.tsv")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]

    def _read(self, path: Path) -> tuple[Row, ...]:
        try:
            lines = path.read_text("utf-8").splitlines()
        except OSError as error:
            raise SchemaError(f"{path}: the word list cannot be read ({error.strerror}).") from None
        at = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
        notes = {line[1:].partition(":")[0].strip() for line in lines[:at]}
        if missing := [note for note in NOTES if note not in notes]:
            raise SchemaError(f"{path}: the word list does not name its {', '.join(missing)}; add '# {missing[0]}: …'.")
        header = lines[at].split("\t") if at < len(lines) else []
        rows: list[Row] = []
        for number, line in enumerate(lines[at + 1 :], at + 2):
            cells = line.split("\t")
            if len(cells) != len(header):
                raise SchemaError(f"{path}, line {number}: {len(cells)} cells where the header has {len(header)}.")
            rows.append(dict(zip(header, cells, strict=True)))
        return tuple(rows)


@functools.cache
def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """The lexicon of a folder, one object for each folder and process."""
    return Lexicon(folder)
