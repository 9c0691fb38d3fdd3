"""Pushing a build into a Neo4j server over Bolt.

What is ours in a shared database is marked: nodes and relationships carry `kg_graph` (its name), `kg_hash` (of the
values) and `kg_keys` (the names of the properties that we set); a node `(:KgGraph {name})` stands for the graph. A push
reads the marks, compares them with the build on disk, and writes only the difference: what is new, what has other
values, and what the build has no more. Other nodes, relationships, labels and properties are never touched. A node of
ours that vanishes from the build but carries something of others stays, as `(:KgVanished {id, name})`, and is taken up
again when a later build has it.

No value is ever part of a query's text; the labels and types in it come from the ontology.

Rows and marks meet in a database in a temporary file, so that memory does not grow with the graph. It is filled while
the server makes its indexes; the next rows are read and packed while the server writes those before.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

from kg import bolt
from kg.bolt import Server
from kg.export.neo4j_marks import GRAPH, MARKS, graph_name, signature
from kg.export.neo4j_schema import schema_statements
from kg.export.neo4j_statements import creating, ends_of, entry, ids_of, merging, plain_names
from kg.property_graph import (
    NODE_LABELS,
    EdgeTable,
    NodeTable,
    PropertyGraph,
    Table,
    marked,
    relationship_types,
    type_labels,
)
from kg.tables import Build

if TYPE_CHECKING:
    import neo4j

ROWS = 5_000  # rows of a transaction
FETCH = 2_000  # marks that cross at once
STATEMENT = 1_250  # rows of a statement, several of which are under way at once

T = TypeVar("T")
Rows = list[dict[str, Any]]
Statements = list[tuple[str, Sequence[Any]]]
Progress = Callable[[str, int, int], None]  # what is done, rows done, rows in all


@dataclass(slots=True)
class Tally:
    """What a push did with nodes or with relationships; `released` nodes stay for what others hung on them."""

    created: int = 0
    changed: int = 0
    untouched: int = 0
    removed: int = 0
    released: int = 0


@dataclass(slots=True)
class PushSummary:
    """What a push did; `counters` are the sums of what the server itself counted, empty when nothing was written."""

    nodes: Tally = field(default_factory=Tally)
    relationships: Tally = field(default_factory=Tally)
    counters: dict[str, int] = field(default_factory=dict)


def push(
    build: Build, server: Server, *, graph: str = GRAPH, rows: int = ROWS, progress: Progress | None = None
) -> PushSummary:
    """Make a graph in a database equal to a build.

    Args:
        build: the build directory.
        server: where to.
        graph: the name that keeps this graph apart from others in the same database.
        rows: rows of a transaction.
        progress: called with what is done, the rows done and the rows in all.

    Raises:
        GraphNameError: no graph can be called so.
        ServerError: the server cannot be reached, is too old, refuses, or went away; run it again and it completes.
    """
    name = graph_name(graph)
    with bolt.connect(server) as driver, PropertyGraph(build) as source:
        return _Push(driver, server.database, source, name, rows, progress or (lambda *_: None)).run()


class _Push:
    def __init__(
        self,
        driver: neo4j.Driver,
        database: str | None,
        source: PropertyGraph,
        graph: str,
        rows: int,
        progress: Progress,
    ) -> None:
        self.driver = driver
        self.database = database
        self.source = source
        self.graph = graph
        self.size = rows
        self.progress = progress
        self.summary = PushSummary()
        self.done = self.total = 0  # rows to create or change
        self.faltered = False
        self.vanished = False  # whether there are nodes to take up again

    def run(self) -> PushSummary:
        with ThreadPoolExecutor(1) as aside:
            laid = aside.submit(self._lay_out)
            self._make_schema()
            self._write("MERGE (g:KgGraph {name: $graph})", [])
            laid.result()
        with self._alone():
            self._read_marks()
            for table in self.source.tables:
                self._compare(table)
            self.progress("nodes", 0, self.total)
            with self.source.lean():
                self._create(self.source.nodes)
                self._change(self.source.nodes)
                self._create(self.source.edges)
                self._change(self.source.edges)
            for edges in self.source.edges:
                self._remove_edges(edges)
            for label in NODE_LABELS:
                self._remove_nodes(label)
        self._sign()
        return self.summary

    def _make_schema(self) -> None:
        with self.driver.session(database=self.database) as session:
            there = {record["name"] for record in session.run("SHOW INDEXES YIELD name RETURN name")}
        if missing := [statement for name, statement in schema_statements().items() if name not in there]:
            self._write_all([(statement, []) for statement in missing])
            with self.driver.session(database=self.database) as session:
                session.run("CALL db.awaitIndexes(600)").consume()

    # ---- comparing --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Work out the rows of the build, one table `push_NAME` for each of its tables."""
        self.source.settle()
        for table in self.source.tables:
            self.source.connection.execute(f'CREATE TABLE "push_{table.name}" AS {marked(table)}')

    def _read_marks(self) -> None:
        """Bring the marks of what the database holds of this graph beside the build's tables."""
        connection = self.source.connection
        connection.execute("CREATE TABLE held_nodes (label VARCHAR, id VARCHAR, hash VARCHAR)")
        connection.execute('CREATE TABLE held_edges (name VARCHAR, start VARCHAR, "end" VARCHAR, hash VARCHAR)')
        labels = "|".join(f"`{label}`" for label in NODE_LABELS)
        self._hold(
            "held_nodes",
            f"MATCH (n:{labels}) WHERE n.kg_graph = $graph "
            "RETURN [x IN labels(n) WHERE x IN $labels][0] AS label, n.id AS id, n.kg_hash AS hash",
        )
        types = "|".join(f"`{type_}`" for type_ in relationship_types())
        self._hold(
            "held_edges",
            f"MATCH (a)-[r:{types}]->(b) WHERE r.kg_graph = $graph "
            "RETURN [x IN labels(a) WHERE x IN $labels][0] + '_' + type(r) + '_' + "
            "[x IN labels(b) WHERE x IN $labels][0] AS name, a.id AS start, b.id AS end, r.kg_hash AS hash",
        )
        found = self._read("MATCH (n:KgVanished {kg_graph: $graph}) RETURN count(n) AS n", [])
        self.vanished = bool(found[0]["n"])

    def _hold(self, into: str, query: str) -> None:
        with self.driver.session(database=self.database, default_access_mode="READ", fetch_size=FETCH) as session:
            result = session.run(query, graph=self.graph, labels=list(NODE_LABELS))
            names = result.keys()
            while records := result.fetch(FETCH):
                columns = {n: pa.array([record[i] for record in records], pa.string()) for i, n in enumerate(names)}
                self.source.connection.from_arrow(pa.table(columns)).insert_into(into)

    def _compare(self, table: Table) -> None:
        """Part the rows of a table into `new_NAME`, `other_NAME` and those that the database has as they are."""
        if nodes := isinstance(table, NodeTable):
            held, join = "held_nodes", f"h.label = '{table.key_label}' AND h.id = t.id"
        else:
            held, join = "held_edges", f'h.name = \'{table.name}\' AND h.start = t.start AND h."end" = t."end"'
        other = "h.hash IS DISTINCT FROM t.kg_hash" if table.columns else "false"
        of = f"""AS SELECT t.* FROM "push_{table.name}" t"""
        kind, absent = "TABLE", f"WHERE NOT EXISTS (SELECT 1 FROM {held} h WHERE {join})"
        if not self._count(held):  # a first push
            kind, absent = "VIEW", ""
        self.source.connection.execute(f'CREATE {kind} "new_{table.name}" {of} {absent}')
        self.source.connection.execute(f'CREATE {kind} "other_{table.name}" {of} JOIN {held} h ON {join} WHERE {other}')
        every, new, changed = (self._count(f"{part}_{table.name}") for part in ("push", "new", "other"))
        tally = self.summary.nodes if nodes else self.summary.relationships
        tally.created += new
        tally.changed += changed
        tally.untouched += every - new - changed
        self.total += new + changed

    def _count(self, name: str) -> int:
        found = self.source.connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        assert found is not None
        return int(found[0])

    # ---- writing ----------------------------------------------------------------------------------------------------

    def _create(self, tables: Sequence[Table]) -> None:
        for batch in _ahead(self._batches(tables)):
            if self.vanished:
                for part in batch:
                    self._revive(part)
            looking = functools.partial(_looking, batch)
            quick = not self.vanished and all(plain_names(part.names) for part in batch)
            if quick:
                self._write_all([(creating(part.table, part.names), part.rows) for part in batch], looking)
            else:
                self._write_all(looking())
            self._advance(batch[0].table, sum(len(part.rows) for part in batch))

    def _batches(self, tables: Iterable[Table]) -> Iterator[list[_Part]]:
        """The new rows of some tables, so many as a transaction writes."""
        batch: list[_Part] = []
        for table in tables:
            for arrow in self.source.arrow_of(f'SELECT * FROM "new_{table.name}"', self.size):
                rows = zip(*(column.to_pylist() for column in arrow.columns), strict=True)
                batch.append(_Part(table, arrow.schema.names, list(map(list, rows))))
                if sum(len(part.rows) for part in batch) >= self.size:
                    yield batch
                    batch = []
        if batch:
            yield batch

    def _advance(self, table: Table, count: int) -> None:
        self.done += count
        self.progress("nodes" if isinstance(table, NodeTable) else "relationships", self.done, self.total)

    def _revive(self, part: _Part) -> None:
        if isinstance(part.table, NodeTable):
            query = (
                "UNWIND $rows AS row MATCH (n:KgVanished {kg_graph: $graph, id: row.id}) "
                f"SET n:`{part.table.key_label}` REMOVE n:KgVanished"
            )
            self._write(query, [{"id": entry["id"]} for entry in part.entries()])

    def _change(self, tables: Sequence[Table]) -> None:
        for table in tables:
            for rows in self.source.select(f'SELECT * FROM "other_{table.name}"', self.size):
                self._write(merging(table), self._without_lost(table, [entry(table, row) for row in rows]))
                self._advance(table, len(rows))

    def _without_lost(self, table: Table, entries: Rows) -> Rows:
        """Let properties that we set once and have no more become null, which removes them."""
        if isinstance(table, NodeTable):
            match = f"MATCH (x:`{table.key_label}` {{kg_graph: $graph, id: row.id}})"
        else:
            match = f"{ends_of(table)} MATCH (a)-[x:`{table.type}` {{kg_graph: $graph}}]->(b)"
        ends = ids_of(table)
        asked = [{end: e[end] for end in ends} for e in entries]
        found = self._read(f"UNWIND $rows AS row {match} RETURN row AS row, x.kg_keys AS keys", asked)
        keys = {tuple(f["row"][end] for end in ends): (f["keys"] or "").split() for f in found}
        for row in entries:
            lost = dict.fromkeys(keys.get(tuple(row[end] for end in ends), ()))
            row["properties"] = lost | row["properties"]
        return entries

    # ---- removing ---------------------------------------------------------------------------------------------------

    def _remove_edges(self, edges: EdgeTable) -> None:
        sql = f"""SELECT h.start, h."end" FROM held_edges h WHERE h.name = '{edges.name}' AND NOT EXISTS (
                  SELECT 1 FROM "push_{edges.name}" t WHERE t.start = h.start AND t."end" = h."end")"""
        query = f"UNWIND $rows AS row {ends_of(edges)} MATCH (a)-[r:`{edges.type}` {{kg_graph: $graph}}]->(b) DELETE r"
        for rows in self.source.select(sql, self.size):
            self._write(query, rows)
            self.summary.relationships.removed += len(rows)
            self.progress("removed relationships", self.summary.relationships.removed, 0)

    def _remove_nodes(self, label: str) -> None:
        ours = " UNION ALL ".join(f'SELECT id FROM "push_{t.name}"' for t in self.source.nodes if t.key_label == label)
        sql = f"""SELECT h.id FROM held_nodes h WHERE h.label = '{label}' AND NOT EXISTS (
                  SELECT 1 FROM ({ours}) t WHERE t.id = h.id)"""
        match = f"UNWIND $rows AS row MATCH (n:`{label}` {{kg_graph: $graph, id: row.id}})"
        labels = {*NODE_LABELS, *type_labels()}
        remove_labels = "REMOVE n:" + ":".join(f"`{name}`" for name in sorted(labels))
        for rows in self.source.select(sql, self.size):
            found = self._read(
                f"{match} RETURN n.id AS id, n.kg_keys AS keys, keys(n) AS all, labels(n) AS labels, "
                "EXISTS {(n)-[r]-() WHERE r.kg_graph IS NULL OR r.kg_graph <> $graph} AS tied",
                rows,
            )
            gone, kept = [], []
            for f in found:
                mine = {"id", *(f["keys"] or "").split(), *MARKS}
                if f["tied"] or set(f["all"]) - mine or set(f["labels"]) - labels:
                    lost = [k for k in mine if k not in ("id", "name", "title", "kg_graph")]
                    kept.append({"id": f["id"], "lost": dict.fromkeys(lost)})
                else:
                    gone.append({"id": f["id"]})
            self._write(f"{match} DETACH DELETE n", gone)
            self._write(
                f"{match} SET n:KgVanished, n += row.lost {remove_labels} "
                "WITH n MATCH (n)-[r {kg_graph: $graph}]-() DELETE r",
                kept,
            )
            self.summary.nodes.removed += len(gone)
            self.summary.nodes.released += len(kept)
            self.progress("removed nodes", self.summary.nodes.removed, 0)

    # ---- the conversation -------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Let other pushes of this graph wait: a write to its node stays open until this one ends, however it ends."""
        with self.driver.session(database=self.database) as session, session.begin_transaction() as lock:
            lock.run("MATCH (g:KgGraph {name: $graph}) SET g.pushing = true", graph=self.graph).consume()
            yield
            lock.rollback()

    def _sign(self) -> None:
        signed = signature(self.source.build)
        query = (
            "UNWIND $rows AS row MATCH (g:KgGraph {name: $graph}) "
            "WHERE coalesce(g.build, '') <> row.build OR coalesce(g.program, '') <> row.program SET g += row"
        )
        self._write(query, [signed])

    def _write(self, query: str, rows: Rows) -> None:
        """Write rows in one transaction; without rows, run the query if it needs none."""
        if rows or "$rows" not in query:
            self._write_all([(query, rows)])

    def _write_all(self, statements: Statements, looking: Callable[[], Statements] | None = None) -> None:
        """Write rows in one transaction, tried again when the server falters.

        `looking` takes the place of statements that create without looking first, as soon as something faltered: they
        would do harm when an earlier try was written after all and only its answer got lost.
        """
        tries = 0

        def work(transaction: neo4j.ManagedTransaction) -> list[neo4j.ResultSummary]:
            nonlocal tries
            tries += 1
            self.faltered |= tries > 1
            results = [
                transaction.run(query, rows=rows[at : at + STATEMENT], graph=self.graph)
                for query, rows in (looking() if looking and self.faltered else statements)
                for at in range(0, max(len(rows), 1), STATEMENT)
            ]
            return [result.consume() for result in results]  # only now: one is packed while the server runs another

        with self.driver.session(database=self.database) as session:
            for summary in session.execute_write(work):
                self._add(summary)

    def _read(self, query: str, rows: Sequence[dict[str, Any]]) -> Rows:
        def work(transaction: neo4j.ManagedTransaction) -> Rows:
            return transaction.run(query, rows=rows, graph=self.graph).data()

        with self.driver.session(database=self.database) as session:
            return session.execute_read(work)

    def _add(self, summary: neo4j.ResultSummary) -> None:
        for name, value in vars(summary.counters).items():
            if isinstance(value, int) and not isinstance(value, bool) and value:
                self.summary.counters[name] = self.summary.counters.get(name, 0) + value


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a table that are written together: lists of the values of the columns `names`."""

    table: Table
    names: Sequence[str]
    rows: list[list[Any]]

    def entries(self) -> Rows:
        """The same as `{id, properties}` or `{start, end, properties}`, without empty values."""
        named = (zip(self.names, row, strict=True) for row in self.rows)
        return [entry(self.table, {name: value for name, value in row if value is not None}) for row in named]


def _looking(batch: Sequence[_Part]) -> Statements:
    return [(merging(part.table), part.entries()) for part in batch]


def _ahead(batches: Iterator[T]) -> Iterator[T]:
    """The same, each made while the one before is in use."""
    with ThreadPoolExecutor(1) as aside:
        coming = aside.submit(next, batches, None)
        while (batch := coming.result()) is not None:
            coming = aside.submit(next, batches, None)
            yield batch
