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
        self.faltered = False
        self.vanished: bool | None = None  # whether there are nodes to take up again; unknown at first

    def run(self) -> PushSummary:
        self._make_schema()
        self._write("MERGE (g:KgGraph {name: $graph})", [])
        with self._alone():
            self._read_marks()
            total = sum(self._compare(table) for table in self.source.tables)
            done = 0
            for table in self.source.tables:
                done = self._create_and_change(table, done, total)
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
            for statement in missing:
                self._auto(statement)
            self._auto("CALL db.awaitIndexes(600)")

    # ---- comparing --------------------------------------------------------------------------------------------------

    def _read_marks(self) -> None:
        """Bring the marks of what the database holds of this graph beside the build's tables."""
        create = 'CREATE TABLE held (name VARCHAR, id VARCHAR, start VARCHAR, "end" VARCHAR, hash VARCHAR)'
        self.source.connection.execute(create)
        labels = "|".join(f"`{label}`" for label in NODE_LABELS)
        self._hold(
            f"MATCH (n:{labels}) WHERE n.kg_graph = $graph "
            "RETURN [x IN labels(n) WHERE x IN $labels][0] AS name, n.id AS id, null AS start, null AS end, "
            "n.kg_hash AS hash"
        )
        types = "|".join(f"`{type_}`" for type_ in relationship_types())
        self._hold(
            f"MATCH (a)-[r:{types}]->(b) WHERE r.kg_graph = $graph "
            "RETURN [x IN labels(a) WHERE x IN $labels][0] + '_' + type(r) + '_' + "
            "[x IN labels(b) WHERE x IN $labels][0] AS name, null AS id, a.id AS start, b.id AS end, r.kg_hash AS hash"
        )

    def _hold(self, query: str) -> None:
        with self.driver.session(database=self.database, default_access_mode="READ", fetch_size=10_000) as session:
            result = session.run(query, graph=self.graph, labels=list(NODE_LABELS))
            while records := result.fetch(50_000):
                columns = {
                    name: pa.array([record[name] for record in records], pa.string())
                    for name in ("name", "id", "start", "end", "hash")
                }
                self.source.connection.from_arrow(pa.table(columns)).insert_into("held")

    def _compare(self, table: Table) -> int:
        """Keep the rows of a table that are to be created or changed; count them, and the others as untouched."""
        if nodes := isinstance(table, NodeTable):
            join = f"h.name = '{table.key_label}' AND h.id = t.id"
        else:
            join = f'h.name = \'{table.name}\' AND h.start = t.start AND h."end" = t."end"'
        other = "h.hash IS DISTINCT FROM t.kg_hash" if table.columns else "false"
        connection = self.source.connection
        connection.execute(
            f"""CREATE TABLE "push_{table.name}" AS
                SELECT t.*, h.name IS NULL AS is_new, h.name IS NOT NULL AND {other} AS is_other
                FROM ({marked(table)}) t LEFT JOIN held h ON {join}"""
        )
        found = connection.execute(
            f"""SELECT count(*), count(*) FILTER (is_new), count(*) FILTER (is_other) FROM "push_{table.name}" """
        ).fetchone()
        assert found is not None
        every, new, changed = found
        tally = self.summary.nodes if nodes else self.summary.relationships
        tally.created += new
        tally.changed += changed
        tally.untouched += every - new - changed
        return int(new + changed)

    # ---- writing ----------------------------------------------------------------------------------------------------

    def _create_and_change(self, table: Table, done: int, total: int) -> int:
        what = "nodes" if isinstance(table, NodeTable) else "relationships"
        for flag in ("is_new", "is_other"):
            sql = f"""SELECT * EXCLUDE (is_new, is_other) FROM "push_{table.name}" WHERE {flag}"""
            for rows in self.source.select(sql, self.size):
                entries = [self._entry(table, row) for row in rows]
                if flag == "is_other":
                    entries = self._without_lost(table, entries)
                elif isinstance(table, NodeTable):
                    self._revive(table, rows)
                quick = query_of(table, new=True) if flag == "is_new" and not self.vanished else None
                self._write(query_of(table), entries, quick)
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
        sql = f"""SELECT h.start, h."end" FROM held h WHERE h.name = '{edges.name}' AND NOT EXISTS (
                  SELECT 1 FROM "push_{edges.name}" t WHERE t.start = h.start AND t."end" = h."end")"""
        query = f"UNWIND $rows AS row {_ends(edges)} MATCH (a)-[r:`{edges.type}` {{kg_graph: $graph}}]->(b) DELETE r"
        for rows in self.source.select(sql, self.size):
            self._write(query, rows)
            self.summary.relationships.removed += len(rows)
            self.progress("removed relationships", self.summary.relationships.removed, 0)

    def _remove_nodes(self, label: str) -> None:
        ours = " UNION ALL ".join(f'SELECT id FROM "push_{t.name}"' for t in self.source.nodes if t.key_label == label)
        sql = f"""SELECT h.id FROM held h WHERE h.name = '{label}' AND NOT EXISTS (
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

    def _auto(self, query: str) -> None:
        with self.driver.session(database=self.database) as session:
            self._add(session.run(query).consume())

    def _write(self, query: str, rows: Sequence[dict[str, Any]], quick: str | None = None) -> None:
        """Write rows in one transaction, tried again when the server falters.

        `quick` may stand for the query as long as nothing faltered: it creates without looking first, which would do
        harm when an earlier try was written after all and only its answer got lost.
        """
        if not rows and "$rows" in query:
            return
        tries = 0

        def work(transaction: neo4j.ManagedTransaction) -> neo4j.ResultSummary:
            nonlocal tries
            tries += 1
            self.faltered |= tries > 1
            chosen = query if self.faltered or quick is None else quick
            return transaction.run(chosen, rows=rows, graph=self.graph).consume()

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


def _ends(edges: EdgeTable) -> str:
    return (
        f"MATCH (a:`{edges.start_label}` {{kg_graph: $graph, id: row.start}}) "
        f"MATCH (b:`{edges.end_label}` {{kg_graph: $graph, id: row.end}})"
    )


def _ids(table: Table) -> tuple[str, ...]:
    return ("id",) if isinstance(table, NodeTable) else ("start", "end")


def query_of(table: Table, *, new: bool = False) -> str:
    """Creates a batch of rows or gives them other values; `new` rows are known not to be there."""
    if isinstance(table, NodeTable):
        labels = "".join(f":`{label}`" for label in table.labels)
        if new:
            return f"UNWIND $rows AS row CREATE (n{labels} {{kg_graph: $graph, id: row.id}}) SET n += row.properties"
        return (
            f"UNWIND $rows AS row MERGE (n:`{table.key_label}` {{kg_graph: $graph, id: row.id}}) "
            f"SET n{labels}, n += row.properties"
        )
    return (
        f"UNWIND $rows AS row {_ends(table)} {'CREATE' if new else 'MERGE'} "
        f"(a)-[r:`{table.type}` {{kg_graph: $graph}}]->(b)" + (" SET r += row.properties" if table.columns else "")
    )
