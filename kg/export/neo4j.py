"""Pushing a build into a Neo4j server over Bolt.

What is ours in a shared database is marked: nodes and relationships carry `kg_graph` (its name), `kg_hash` (of the
values) and `kg_keys` (the names of the properties that we set); a node `(:KgGraph {name})` stands for the graph. A push
reads the marks, compares them with the build on disk, and writes only the difference: what is new, what has other
values, and what the build has no more. Other nodes, relationships, labels and properties are never touched. A node of
ours that vanishes from the build but carries something of others stays, as `(:KgVanished {id, name})`, and is taken up
again when a later build has it.

No value is ever part of a query's text; the labels and types in it come from the ontology.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from kg import bolt
from kg.bolt import Server
from kg.property_graph import NODE_LABELS, EdgeTable, NodeTable, PropertyGraph, Table, marked, type_labels
from kg.tables import Build
from kg.version import __version__

if TYPE_CHECKING:
    import neo4j

GRAPH = "default"
ROWS = 5_000  # rows of a transaction
MARKS = ("kg_graph", "kg_hash", "kg_keys")

Rows = list[dict[str, Any]]
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
        ServerError: the server cannot be reached, is too old, refuses, or went away; run it again and it completes.
    """
    with bolt.connect(server) as driver, PropertyGraph(build) as source:
        return _Push(driver, server.database, source, graph, rows, progress or (lambda *_: None)).run()


def schema_statements() -> dict[str, str]:
    """The constraints and indexes by name; each statement does nothing when there is one already."""
    return {statement.split()[2 + statement.startswith("CREATE FULLTEXT")]: statement for statement in _schema()}


def _schema() -> Iterator[str]:
    for label in NODE_LABELS:
        yield (
            f"CREATE CONSTRAINT kg_{label.lower()}_id IF NOT EXISTS "
            f"FOR (n:`{label}`) REQUIRE (n.kg_graph, n.id) IS UNIQUE"
        )
    yield "CREATE CONSTRAINT kg_graph_name IF NOT EXISTS FOR (n:KgGraph) REQUIRE n.name IS UNIQUE"
    yield "CREATE INDEX kg_vanished_id IF NOT EXISTS FOR (n:KgVanished) ON (n.kg_graph, n.id)"
    indexed = [(label, "id") for label in (*NODE_LABELS, *type_labels())]
    indexed += [(label, "name") for label in ("Entity", *type_labels())]
    indexed += [("Evidence", "relation"), ("Observation", "indicator"), ("Value", "property")]
    for label, key in indexed:
        yield f"CREATE INDEX kg_{label.lower()}_by_{key} IF NOT EXISTS FOR (n:`{label}`) ON (n.`{key}`)"
    yield (
        "CREATE FULLTEXT INDEX kg_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )


def signature(build: Build) -> dict[str, str]:
    """What the node of the graph says of the build that it holds."""
    manifest = (build.path / "manifest.json").read_bytes()
    return {"build": hashlib.sha256(manifest).hexdigest()[:16], "program": __version__}


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
        self.vanished: bool | None = None  # whether there are nodes to take up again; unknown at first

    def run(self) -> PushSummary:
        self._make_schema()
        self._write("MERGE (g:KgGraph {name: $graph})", [])
        with self._alone():
            self._read_marks()
            work = [(t, _key(t), marked(t)) for t in self.source.tables]
            total = sum(self._count(sql, key) for _, key, sql in work)
            done = 0
            for table, key, sql in work:
                done = self._create_and_change(table, key, sql, done, total)
            for edges in self.source.edges:
                self._remove_edges(edges)
            for label in NODE_LABELS:
                self._remove_nodes(label)
        self._sign()
        return self.summary

    def _make_schema(self) -> None:
        there = {n for what in ("INDEXES", "CONSTRAINTS") for n in self._names(f"SHOW {what} YIELD name RETURN name")}
        if missing := [statement for name, statement in schema_statements().items() if name not in there]:
            for statement in missing:
                self._auto(statement)
            self._auto("CALL db.awaitIndexes(600)")

    def _names(self, query: str) -> list[str]:
        with self.driver.session(database=self.database) as session:
            return [str(record["name"]) for record in session.run(query)]

    # ---- comparing --------------------------------------------------------------------------------------------------

    def _read_marks(self) -> None:
        """Bring the marks of what the database holds of this graph beside the build's tables."""
        self.source.connection.execute("CREATE TABLE held_nodes (label VARCHAR, id VARCHAR, hash VARCHAR)").execute(
            'CREATE TABLE held_edges (name VARCHAR, start VARCHAR, "end" VARCHAR, hash VARCHAR)'
        )
        for label in NODE_LABELS:
            query = f"MATCH (n:`{label}` {{kg_graph: $graph}}) RETURN n.id AS id, n.kg_hash AS hash"
            self._hold("held_nodes", "label", label, query)
        for edges in self.source.edges:
            query = (
                f"MATCH (a:`{edges.start_label}`)-[r:`{edges.type}`]->(b:`{edges.end_label}`) "
                "WHERE r.kg_graph = $graph RETURN a.id AS start, b.id AS end, r.kg_hash AS hash"
            )
            self._hold("held_edges", "name", edges.name, query)

    def _hold(self, table: str, column: str, value: str, query: str) -> None:
        connection = self.source.connection
        schema = {"held_nodes": ("id", "hash"), "held_edges": ("start", "end", "hash")}[table]
        with self.driver.session(database=self.database, default_access_mode="READ", fetch_size=10_000) as session:
            result = session.run(query, graph=self.graph)
            while records := result.fetch(50_000):
                arrow = pa.table(
                    {
                        column: pa.array([value] * len(records), pa.string()),
                        **{name: pa.array([r[name] for r in records], pa.string()) for name in schema},
                    }
                )
                connection.from_arrow(arrow).insert_into(table)

    def _count(self, sql: str, key: _Key) -> int:
        """How many rows are to be created or changed; the others are counted as untouched."""
        found = self.source.connection.execute(
            f"SELECT count(*), count(*) FILTER ({key.new}), count(*) FILTER ({key.other}) FROM ({sql}) t {key.join}"
        ).fetchone()
        assert found is not None
        every, new, other = found
        tally = self.summary.nodes if key.nodes else self.summary.relationships
        tally.created += new
        tally.changed += other
        tally.untouched += every - new - other
        return int(new + other)

    # ---- writing ----------------------------------------------------------------------------------------------------

    def _create_and_change(self, table: Table, key: _Key, sql: str, done: int, total: int) -> int:
        what = "nodes" if key.nodes else "relationships"
        for rows in self.source.select(f"SELECT t.* FROM ({sql}) t {key.join} WHERE {key.new}", self.size):
            if isinstance(table, NodeTable):
                self._revive(table, rows)
            self._write(query_of(table), [self._entry(table, row) for row in rows])
            done += len(rows)
            self.progress(what, done, total)
        for rows in self.source.select(f"SELECT t.* FROM ({sql}) t {key.join} WHERE {key.other}", self.size):
            self._write(query_of(table), self._without_lost(table, [self._entry(table, row) for row in rows]))
            done += len(rows)
            self.progress(what, done, total)
        return done

    def _entry(self, table: Table, row: dict[str, Any]) -> dict[str, Any]:
        ends = _ids(table)
        properties = {k: v for k, v in row.items() if k not in ends}
        return {**{end: row[end] for end in ends}, "properties": properties}

    def _without_lost(self, table: Table, entries: Rows) -> Rows:
        """Let properties that we set once and have no more become null, which removes them."""
        if isinstance(table, NodeTable):
            match = f"MATCH (x:`{table.key_label}` {{kg_graph: $graph, id: row.id}})"
        else:
            match = f"{_ends(table)} MATCH (a)-[x:`{table.type}` {{kg_graph: $graph}}]->(b)"
        ends = _ids(table)
        asked = [{end: e[end] for end in ends} for e in entries]
        found = self._read(f"UNWIND $rows AS row {match} RETURN row AS row, x.kg_keys AS keys", asked)
        keys = {tuple(f["row"][end] for end in ends): (f["keys"] or "").split() for f in found}
        for entry in entries:
            lost = dict.fromkeys(keys.get(tuple(entry[end] for end in ends), ()))
            entry["properties"] = lost | entry["properties"]
        return entries

    def _revive(self, table: NodeTable, rows: Rows) -> None:
        if self.vanished is None:
            found = self._read("MATCH (n:KgVanished {kg_graph: $graph}) RETURN count(n) AS n", [])
            self.vanished = bool(found[0]["n"])
        if self.vanished:
            query = (
                "UNWIND $rows AS row MATCH (n:KgVanished {kg_graph: $graph, id: row.id}) "
                f"SET n:`{table.key_label}` REMOVE n:KgVanished"
            )
            self._write(query, [{"id": row["id"]} for row in rows])

    # ---- removing ---------------------------------------------------------------------------------------------------

    def _remove_edges(self, edges: EdgeTable) -> None:
        sql = f"""SELECT h.start, h."end" FROM held_edges h WHERE h.name = '{edges.name}' AND NOT EXISTS (
                  SELECT 1 FROM ({edges.sql}) t WHERE t.start = h.start AND t."end" = h."end")"""
        query = f"UNWIND $rows AS row {_ends(edges)} MATCH (a)-[r:`{edges.type}` {{kg_graph: $graph}}]->(b) DELETE r"
        for rows in self.source.select(sql, self.size):
            self._write(query, rows)
            self.summary.relationships.removed += len(rows)
            self.progress("removed relationships", self.summary.relationships.removed, 0)

    def _remove_nodes(self, label: str) -> None:
        ours = " UNION ALL ".join(f"(SELECT id FROM ({t.sql}))" for t in self.source.nodes if t.key_label == label)
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
                mine = {*(f["keys"] or "").split(), *MARKS}
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

    def _auto(self, query: str) -> None:
        with self.driver.session(database=self.database) as session:
            self._add(session.run(query).consume())

    def _write(self, query: str, rows: Sequence[dict[str, Any]]) -> None:
        if not rows and "$rows" in query:
            return

        def work(transaction: neo4j.ManagedTransaction) -> neo4j.ResultSummary:
            return transaction.run(query, rows=rows, graph=self.graph).consume()

        with self.driver.session(database=self.database) as session:
            self._add(session.execute_write(work))

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
class _Key:
    """How rows of a table meet the marks of the database: the join, and which rows are new or have other values."""

    nodes: bool
    join: str
    new: str
    other: str


def _key(table: Table) -> _Key:
    if isinstance(table, NodeTable):
        join = f"LEFT JOIN held_nodes h ON h.label = '{table.key_label}' AND h.id = t.id"
        return _Key(True, join, "h.id IS NULL", "h.id IS NOT NULL AND h.hash IS DISTINCT FROM t.kg_hash")
    join = f'LEFT JOIN held_edges h ON h.name = \'{table.name}\' AND h.start = t.start AND h."end" = t."end"'
    other = "h.start IS NOT NULL AND h.hash IS DISTINCT FROM t.kg_hash" if table.columns else "false"
    return _Key(False, join, "h.start IS NULL", other)


def _ends(edges: EdgeTable) -> str:
    return (
        f"MATCH (a:`{edges.start_label}` {{kg_graph: $graph, id: row.start}}) "
        f"MATCH (b:`{edges.end_label}` {{kg_graph: $graph, id: row.end}})"
    )


def _ids(table: Table) -> tuple[str, ...]:
    return ("id",) if isinstance(table, NodeTable) else ("start", "end")


def query_of(table: Table) -> str:
    """Creates a batch of rows or gives them other values."""
    if isinstance(table, NodeTable):
        labels = "".join(f":`{label}`" for label in table.labels)
        return (
            f"UNWIND $rows AS row MERGE (n:`{table.key_label}` {{kg_graph: $graph, id: row.id}}) "
            f"SET n{labels}, n += row.properties"
        )
    return (
        f"UNWIND $rows AS row {_ends(table)} MERGE (a)-[r:`{table.type}` {{kg_graph: $graph}}]->(b) "
        "SET r += row.properties"
    )
