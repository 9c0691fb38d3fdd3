"""How fast a push and the import tool are: python -m tests.benchmarks.neo4j [BUILD…]

Without a build, on generated graphs of 50,000 nodes with 150,000 relationships and of 200,000 with 600,000, so that
memory can be compared. Beside the push the plain way, a loop with one statement and one transaction for each
relationship: `pasted`, the values written into its text, as scripts for cypher-shell have them and programs that put
their queries together; and `parameters`, the same text each time, so that the server plans it once.

A Neo4j that was just started is many times slower than one that has run for a while, with everything: Java interprets
first and compiles later. So that neither side finds a server that only the other has warmed, both are measured

- warm: on one server process, after the same warm-up for all: a push of the build and WARM statements of either plain
  way; then rounds of a push into a graph of its own name, STATEMENTS pasted ones and STATEMENTS with parameters, of
  which the medians count. Both find their nodes by the same unique index;
- cold: each on a server process of its own that was started for it, the push on an empty database, indexes and all. Of
  the plain way COLD statements are measured, and for those that would follow the warm rate is taken.

That the nodes are there already is not counted for the plain ways. On a busy machine compare the seconds of CPU, of
client and server together with all that its compiler does, rather than those of the clock.

Needs the jars of tests/neo4j (make java).
"""

from __future__ import annotations

import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pyarrow as pa
from neo4j import GraphDatabase, Session

from kg.export import export
from kg.export.cypher_script import literal
from kg.property_graph import PropertyGraph
from kg.tables import SCHEMAS, VERSION, Build, write_table
from tests.neo4j.server import Neo4jServer, import_csv, run_neo4j
from tests.tools import ROOT

Way = Callable[[Session], None]

LIB = ROOT / ".cache" / "java" / "neo4j"
WARM = 5_000  # statements of either plain way before the clock runs
STATEMENTS = 1_000  # of either plain way in each round
COLD = 1_000  # statements of the plain way on a server just started
ROUNDS = 3


def generate(folder: Path, size: int) -> Build:
    """A build whose property graph has `size` nodes and three times as many relationships."""
    folder.mkdir()
    unit = size // 100
    documents, places, entities, relations, statuses, figures, mentions = (
        unit, unit, 29 * unit, 40 * unit, 20 * unit, 9 * unit, 73 * unit
    )  # fmt: skip
    rng = np.random.default_rng(1)
    text = "甲区的新材料项目位于乙市高新区，由丙公司投资3亿元建设，现已开工。" * 10

    def table(name: str, count: int, /, **columns: Any) -> None:
        arrays = []
        for column in SCHEMAS[name]:
            given = columns.get(column.name)
            values = given if isinstance(given, list | np.ndarray) else [given] * count
            arrays.append(pa.array(values, column.type))
        write_table(folder, name, pa.table(arrays, schema=SCHEMAS[name]))

    def some(count: int, of: int) -> Any:
        return rng.integers(0, of, count)

    doc_ids = [f"{i:016x}" for i in range(documents)]
    place_ids = [f"region/{i:06d}" for i in range(places)]
    project_ids = [f"project/{i % places:06d}/新材料产业园第{i}期项目" for i in range(entities)]
    table(
        "documents", documents, doc_id=doc_ids, source="x.txt", title=[f"{i}号报告" for i in range(documents)],
        kind="report", year=2021, chars=len(text), text=text,
    )  # fmt: skip
    names = [f"第{i}区" for i in range(places)] + [i.rpartition("/")[2] for i in project_ids] + ["产值"]
    table(
        "entities", len(names), entity_id=[*place_ids, *project_ids, "indicator/产值"],
        type=["Region"] * places + ["Project"] * entities + ["Indicator"], name=names,
        aliases=[[f"{n}（别名）"] for n in names], properties='{"investment": 300000000, "status": "started"}',
        mention_count=3, doc_count=2, first_year=2020, last_year=2021,
    )  # fmt: skip
    pairs = np.unique(np.stack([some(2 * relations, entities), some(2 * relations, places)], 1), axis=0)
    pairs = pairs[rng.permutation(len(pairs))[:relations]]
    ids = [f"relation/{i:016x}" for i in range(relations)]
    table(
        "relations", relations, relation_id=ids, head_id=[project_ids[i] for i in pairs[:, 0]], type="located_in",
        tail_id=[place_ids[i] for i in pairs[:, 1]], properties='{"modality": "done"}', support=1, doc_count=1,
        first_year=2021, last_year=2021, confidence=0.9,
    )  # fmt: skip
    table(
        "evidence", relations, relation_id=ids, doc_id=[doc_ids[i] for i in some(relations, documents)],
        start=some(relations, 100), end=some(relations, 100) + 120, year=2021, modality="done", rule="x:y",
        confidence=0.9,
    )  # fmt: skip
    table(
        "attributes", statuses, entity_id=[project_ids[i] for i in range(statuses)], property="status",
        value="started", year=2021, modality="done", doc_id=[doc_ids[i] for i in some(statuses, documents)], start=29,
        end=31, rule="x:y", confidence=0.9,
    )  # fmt: skip
    table(
        "observations", figures, observation_id=[f"observation/{i:016x}" for i in range(figures)],
        region_id=[place_ids[i] for i in some(figures, places)], indicator="产值", year=2021,
        value=some(figures, 1000) / 10, unit="亿元", measure="level", kind="actual",
        doc_id=[doc_ids[i] for i in some(figures, documents)], start=22, end=25, rule="x:y", confidence=0.9,
    )  # fmt: skip
    pairs = np.unique(np.stack([some(2 * mentions, documents), some(2 * mentions, entities)], 1), axis=0)
    pairs = pairs[rng.permutation(len(pairs))[:mentions]]
    table(
        "mentions", mentions, doc_id=[doc_ids[i] for i in pairs[:, 0]], start=2, end=5, surface="新材料",
        type="Project", entity_id=[project_ids[i] for i in pairs[:, 1]], rule="x:y", confidence=0.9,
    )  # fmt: skip
    for name in SCHEMAS:
        if not (folder / f"{name}.parquet").exists():
            table(name, 0)
    (folder / "manifest.json").write_text(json.dumps({"layout": VERSION, "counts": {}, "problems": []}), "utf-8")
    return Build(folder)


def push(build: Path, uri: str, graph: str) -> None:
    """Push in this process and print its figures."""
    from kg.bolt import Server
    from kg.export import neo4j

    start, before = time.perf_counter(), time.process_time()
    summary = neo4j.push(Build(build), Server(uri), graph=graph)
    figures = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - before}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(figures | {"MB": peak, "counters": summary.counters}))


def pushed(server: Neo4jServer, build: Build, graph: str) -> dict[str, Any]:
    """The figures of a push in a process of its own; `cpu` is that of client and server."""
    before = server_cpu(server)
    command = [sys.executable, "-m", "tests.benchmarks.neo4j", "--push", str(build.path), server.uri, graph]
    run: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    run["server"] = server_cpu(server) - before
    run["cpu"] += run["server"]
    return run


def server_cpu(server: Neo4jServer) -> float:
    """Seconds of CPU that the server has used."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Plain:
    """The plain ways: one statement for each relationship, between the nodes of a graph that was pushed."""

    def __init__(self, rows: list[dict[str, Any]], graph: str) -> None:
        self.graph = graph
        self.rows = itertools.cycle(rows)

    def pasted(self, session: Session) -> None:
        """A statement with its values in its text."""
        (start, end), properties = _parted(next(self.rows))
        ends = ", ".join(
            f"({name}:Entity {{kg_graph: {literal(self.graph)}, id: {literal(id_)}}})"
            for name, id_ in (("a", start), ("b", end))
        )
        session.run(f"MATCH {ends} CREATE (a)-[:PLAIN {literal(properties)}]->(b)").consume()

    def parameters(self, session: Session) -> None:
        """A statement with parameters."""
        (start, end), properties = _parted(next(self.rows))
        session.run(
            "MATCH (a:Entity {kg_graph: $graph, id: $start}), (b:Entity {kg_graph: $graph, id: $end}) "
            "CREATE (a)-[r:PLAIN]->(b) SET r = $properties",
            graph=self.graph, start=start, end=end, properties=properties,
        ).consume()  # fmt: skip

    def run(self, server: Neo4jServer, way: Way, count: int) -> tuple[float, float]:
        """Seconds and seconds of CPU, of client and server, for one statement of so many."""
        with GraphDatabase.driver(server.uri) as driver, driver.session() as session:
            driver.verify_connectivity()
            start, before = time.perf_counter(), time.process_time() + server_cpu(server)
            for _ in range(count):
                way(session)
            cpu = time.process_time() + server_cpu(server) - before
            return (time.perf_counter() - start) / count, cpu / count


def _parted(row: dict[str, Any]) -> tuple[tuple[str, str], dict[str, Any]]:
    return (row["start"], row["end"]), {name: value for name, value in row.items() if name not in ("start", "end")}


def measure(build: Build) -> None:
    """Print the figures of one build."""
    with PropertyGraph(build) as graph:
        items = sum(map(graph.count, graph.tables))
        nodes = sum(map(graph.count, graph.nodes))
        between = [e for e in graph.edges if (e.start_label, e.end_label) == ("Entity", "Entity")]
        rows = [row for edges in between for row in next(graph.rows(edges, WARM), [])]
    print(f"{build.path.name}: {nodes:,} nodes, {items - nodes:,} relationships, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        plain = Plain(rows, "warm")
        ways = {"pasted": plain.pasted, "parameters": plain.parameters}
        with run_neo4j(LIB, home, java_options=()) as server:
            cold = pushed(server, build, "warm")
            show("cold push", cold, items)
        chilled = {}
        for name, way in ways.items():
            with run_neo4j(LIB, home, java_options=()) as server:
                chilled[name], _ = plain.run(server, way, COLD)
        with run_neo4j(LIB, home, java_options=()) as server:
            pushed(server, build, "warm too")
            for way in ways.values():
                plain.run(server, way, WARM)
            pushes, statements = [], {name: list[tuple[float, float]]() for name in ways}
            for i in range(ROUNDS if items < 100_000 else 1):
                pushes.append(pushed(server, build, f"round {i}"))
                show(f"warm push, load {os.getloadavg()[0]:.1f}", pushes[-1], items)
                for name, way in ways.items():
                    statements[name].append(plain.run(server, way, STATEMENTS))
            show("second push", pushed(server, build, "round 0"), items)
        seconds, cpu = (median(run[key] for run in pushes) for key in ("seconds", "cpu"))
        for name, runs in statements.items():
            one, one_cpu = (median(run[i] for run in runs) for i in range(2))
            print(
                f"  plain, {name}: warm {1 / one:,.0f} relationships/s, so that the push is "
                f"{items * one / seconds:.0f} times as fast, by CPU {items * one_cpu / cpu:.0f} times; "
                f"cold {1 / chilled[name]:,.0f}/s at first, {items * one + COLD * (chilled[name] - one):,.0f} s for "
                f"all, {(items * one + COLD * (chilled[name] - one)) / cold['seconds']:.0f} times the cold push"
            )
        start = time.perf_counter()
        export(build, "neo4j-csv", Path(folder, "csv"))
        wrote = time.perf_counter() - start
        from tests.export.test_neo4j_csv import command as arguments

        start = time.perf_counter()
        import_csv(LIB, Path(folder, "home2"), Path(folder, "csv"), arguments(Path(folder, "csv")))
        took = time.perf_counter() - start
        print(f"  CSV in {wrote:.1f} s, import tool {took:.1f} s: {items / took:,.0f} items/s")
        asked = []
        shutil.copytree(build.path, Path(folder, "build"))
        for _ in range(2):
            start = time.perf_counter()
            command = [sys.executable, "-m", "kg.cli", "cypher", f"{folder}/build", "MATCH (n) RETURN count(n) AS n"]
            subprocess.run(command, check=True, capture_output=True)
            asked.append(time.perf_counter() - start)
        print(f"  embedded engine, from command to answer: {asked[0]:.1f} s, second time {asked[1]:.1f} s")


def show(name: str, run: dict[str, Any], items: int) -> None:
    """Print the figures of one push."""
    print(
        f"  {name}: {run['seconds']:.1f} s, {items / run['seconds']:,.0f} items/s, {run['cpu']:.1f} s of CPU "
        f"({run['server']:.1f} the server's), {run['MB']} MB, server counted {run['counters']}",
        flush=True,
    )


def main() -> None:
    if sys.argv[1:2] == ["--push"]:
        push(Path(sys.argv[2]), *sys.argv[3:])
    elif sys.argv[1:]:
        for path in sys.argv[1:]:
            measure(Build(path))
    else:
        with tempfile.TemporaryDirectory() as folder:
            for size in (50_000, 200_000):
                measure(generate(Path(folder, f"{size}"), size))


if __name__ == "__main__":
    main()
