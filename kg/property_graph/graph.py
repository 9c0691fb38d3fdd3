"""The nodes and relationships of a build, row by row."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

from kg.errors import BuildError
from kg.ontology import load_lexicon, load_ontology
from kg.property_graph.sql import quoted
from kg.property_graph.tables import EdgeTable, NodeTable, Table
from kg.property_graph.things import entity_nodes, relation_edges
from kg.property_graph.values import value_edges, value_nodes
from kg.property_graph.views import MACROS, SETTLED, VIEWS
from kg.tables import Build

_BATCH = 10_000
_MEMORY = "128MB"  # of the database behind the tables; the least that one thread sorts millions of rows with
_LEAN = "32MB"  # the same while rows are only passed on
_TABLES = ("documents", "mentions", "entities", "relations", "evidence", "attributes", "observations", "origins")


def _silence(connection: duckdb.DuckDBPyConnection) -> None:
    """No bar of its own on a terminal; in a notebook without ipywidgets there is none, and none can be switched off."""
    with contextlib.suppress(duckdb.InvalidInputException):
        connection.execute("SET enable_progress_bar = false")


class PropertyGraph:
    """The nodes and relationships of a build; a context manager, as it holds a connection and maybe a spill folder."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._spill = tempfile.TemporaryDirectory(prefix="kg-")
        config: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": _MEMORY}
        # a file, so that tables of intermediate results do not stay in memory
        self.connection = duckdb.connect(f"{self._spill.name}/graph.duckdb", config=config)
        _silence(self.connection)
        for name in _TABLES:
            path = build.path / f"{name}.parquet"
            try:
                self.connection.from_parquet(path.as_posix()).create_view(name)
            except duckdb.Error as error:
                self.close()
                raise BuildError(f"{path}: damaged or missing ({error}); build again.") from None
        self._prepare()
        self.nodes: tuple[NodeTable, ...] = (*entity_nodes(self.connection), *value_nodes())
        self.edges: tuple[EdgeTable, ...] = (*relation_edges(self.connection), *value_edges())

    @property
    def tables(self) -> tuple[Table, ...]:
        """Nodes first, then relationships."""
        return (*self.nodes, *self.edges)

    def __enter__(self) -> PropertyGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connection and the disk space."""
        self.connection.close()
        self._spill.cleanup()

    def arrow_of(self, sql: str, size: int = _BATCH) -> Iterator[pa.RecordBatch]:
        """The rows that SQL over the build yields, in Arrow batches."""
        with self.connection.cursor() as cursor:
            _silence(cursor)
            yield from cursor.sql(sql).to_arrow_reader(size)

    def rows(self, table: Table, size: int = _BATCH) -> Iterator[list[dict[str, Any]]]:
        """The rows of a table in lists of dictionaries, without the properties that a row does not have."""
        yield from self.select(table.sql, size)

    def select(self, sql: str, size: int = _BATCH) -> Iterator[list[dict[str, Any]]]:
        """The rows that SQL over the build yields, in lists of dictionaries without empty values."""
        for batch in self.arrow_of(sql, size):
            yield [{k: v for k, v in row.items() if v is not None} for row in batch.to_pylist()]

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        found = self.connection.execute(f"SELECT COUNT(*) FROM ({table.sql})").fetchone()
        assert found is not None
        return int(found[0])

    def contains(self, table: Table, column: str, text: str) -> bool:
        """Whether a member of a list column contains a text."""
        sql = f"""SELECT EXISTS (SELECT 1 FROM ({table.sql}) t
                  WHERE len(list_filter(t.{quoted(column)}, lambda x: contains(x, ?))) > 0)"""
        found = self.connection.execute(sql, [text]).fetchone()
        return bool(found and found[0])

    def _prepare(self) -> None:
        units = [(r["name"], float(r["factor"])) for r in load_lexicon().rows("unit") if r["dimension"] == "money"]
        table = pa.table({"unit": [u for u, _ in units], "factor": [f for _, f in units]})
        self.connection.from_arrow(table).create("money")
        stages = list(load_ontology().enums["ProjectStatus"])
        table = pa.table({"status": stages, "stage": list(range(len(stages)))})
        self.connection.from_arrow(table).create("stages")
        for macro in MACROS:
            self.connection.execute(f"CREATE MACRO {macro}")
        for name, sql in VIEWS.items():
            self.connection.execute(f"CREATE VIEW {name} AS {sql}")

    @contextlib.contextmanager
    def lean(self) -> Iterator[None]:
        """Hold little of what was read, for the time that tables are read from one end to the other."""
        with contextlib.suppress(duckdb.Error):  # when something else is in use, it stays
            self.connection.execute(f"SET memory_limit = '{_LEAN}'")
        try:
            yield
        finally:
            self.connection.execute(f"SET memory_limit = '{_MEMORY}'")

    def settle(self) -> None:
        """Work out once what several tables are made of; worth it for who reads them all."""
        for name in SETTLED:
            self.connection.execute(f"CREATE TABLE settled AS SELECT * FROM {name}")
            self.connection.execute(f"DROP VIEW {name}")
            self.connection.execute(f"ALTER TABLE settled RENAME TO {name}")
