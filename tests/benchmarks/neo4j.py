"""How fast a push and the import tool are: python -m tests.benchmarks.neo4j [BUILD…]

Without a build, on generated graphs of 50,000 nodes with 150,000 relationships and of 200,000 with 600,000, so that
memory can be compared. Beside it the plain way: one statement for each relationship, its values pasted into the text.

Each way has a server process of its own, so that none finds one that another has warmed: the push an empty database,
the plain way a database that has the nodes already (their part of the work is not counted for it). Its 2,000 statements
begin on a cold server; the rate of the second thousand, when it is warm, stands for all that would follow. On a busy
machine compare the seconds of CPU, of client and server together, rather than those of the clock.

Needs the jars of tests/neo4j (make java).
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from neo4j import GraphDatabase

from kg.export import export
from kg.export.cypher_script import literal
from kg.property_graph import PropertyGraph
from kg.tables import SCHEMAS, VERSION, Build, write_table
from tests.neo4j.server import Neo4jServer, import_csv, run_neo4j
from tests.tools import ROOT

LIB = ROOT / ".cache" / "java" / "neo4j"
PLAIN = 2_000  # relationships written the plain way


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


def push(build: Path, uri: str) -> None:
    """Push in this process and print its figures."""
    from kg.bolt import Server
    from kg.export import neo4j

    start = time.perf_counter()
    summary = neo4j.push(Build(build), Server(uri))
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = {"seconds": time.perf_counter() - start, "cpu": used.ru_utime + used.ru_stime}
    print(json.dumps(figures | {"MB": used.ru_maxrss // 1024, "counters": summary.counters}))


def server_cpu(server: Neo4jServer) -> float:
    """Seconds of CPU that the server has used."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(build: Build) -> None:
    """Print the figures of one build."""
    with PropertyGraph(build) as graph:
        items = sum(map(graph.count, graph.tables))
        nodes = sum(map(graph.count, graph.nodes))
        located = next(e for e in graph.edges if e.type == "LOCATED_IN")
        some = next(graph.rows(located, PLAIN), [])[:PLAIN]
    print(f"{build.path.name}: {nodes:,} nodes, {items - nodes:,} relationships, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        pushed = {}
        with run_neo4j(LIB, home, java_options=()) as server:
            for which in ("first push", "second push"):
                before = server_cpu(server)
                command = [sys.executable, "-m", "tests.benchmarks.neo4j", "--push", str(build.path), server.uri]
                run = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                run["cpu"] += server_cpu(server) - before
                pushed[which] = run
                print(
                    f"  {which}: {run['seconds']:.1f} s, {items / run['seconds']:,.0f} items/s, {run['cpu']:.1f} s of "
                    f"CPU, {run['MB']} MB, server counted {run['counters']}"
                )
        with run_neo4j(LIB, home, java_options=()) as server:
            cold, warm, cpu = plain(server, some)
        first = pushed["first push"]
        whole = PLAIN / 2 / cold + (items - PLAIN / 2) / warm
        print(
            f"  plain: {cold:,.0f} relationships/s cold, {warm:,.0f} warm, so {whole:,.0f} s for all, "
            f"{whole / first['seconds']:.0f} times the push; by CPU {cpu * items / first['cpu']:.0f} times"
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


def plain(server: Neo4jServer, rows: list[dict[str, Any]]) -> tuple[float, float, float]:
    """Relationships a second in the first half and in the second half, and seconds of CPU for one in the second."""
    statements = []
    for row in rows:
        properties = literal({name: value for name, value in row.items() if name not in ("start", "end")})
        ends = f"(a:Entity {{id: {literal(row['start'])}}}), (b:Entity {{id: {literal(row['end'])}}})"
        statements.append(f"MATCH {ends} CREATE (a)-[:PLAIN {properties}]->(b)")
    half = len(statements) // 2
    rates, cpu = [], 0.0
    with GraphDatabase.driver(server.uri) as driver, driver.session() as session:
        for part in (statements[:half], statements[half:]):
            start, before = time.perf_counter(), time.process_time() + server_cpu(server)
            for statement in part:
                session.run(statement).consume()
            rates.append(len(part) / (time.perf_counter() - start))
            cpu = (time.process_time() + server_cpu(server) - before) / len(part)
    return rates[0], rates[1], cpu


def main() -> None:
    if sys.argv[1:2] == ["--push"]:
        push(Path(sys.argv[2]), sys.argv[3])
    elif sys.argv[1:]:
        for path in sys.argv[1:]:
            measure(Build(path))
    else:
        with tempfile.TemporaryDirectory() as folder:
            for size in (50_000, 200_000):
                measure(generate(Path(folder, f"{size}"), size))


if __name__ == "__main__":
    main()
