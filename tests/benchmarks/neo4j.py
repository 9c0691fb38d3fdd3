"""How fast a push and the import tool are: python -m tests.benchmarks.neo4j [BUILD…]

Without a build, on generated graphs of 50,000 nodes with 150,000 relationships and of 200,000 with 600,000, so that
memory can be compared. Beside it the plain way: one statement for each relationship, its values pasted into the text.
Needs the jars of tests/neo4j (make java).
"""

from __future__ import annotations

import json
import resource
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
from tests.neo4j.server import dump, import_csv, run_neo4j, wipe
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
    """Push in this process and print seconds and peak memory (MB)."""
    from kg.bolt import Server
    from kg.export import neo4j

    start = time.perf_counter()
    summary = neo4j.push(Build(build), Server(uri))
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": time.perf_counter() - start, "MB": rss, "counters": summary.counters}))


def measure(build: Build) -> None:
    """Print the figures of one build."""
    with PropertyGraph(build) as graph:
        nodes, edges = sum(map(graph.count, graph.nodes)), sum(map(graph.count, graph.edges))
        located = next(e for e in graph.edges if e.type == "LOCATED_IN")
        some = next(graph.rows(located, PLAIN), [])[:PLAIN]
    items = nodes + edges
    print(f"{build.path.name}: {nodes:,} nodes, {edges:,} relationships")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        with run_neo4j(LIB, home, java_options=()) as server, GraphDatabase.driver(server.uri) as driver:
            for which in ("first push", "second push"):
                command = [sys.executable, "-m", "tests.benchmarks.neo4j", "--push", str(build.path), server.uri]
                run = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                rate = f"{items / run['seconds']:,.0f} items/s"
                print(f"  {which}: {run['seconds']:.1f} s, {rate}, {run['MB']} MB, server counted {run['counters']}")
            start = time.perf_counter()
            with driver.session() as session:
                for row in some:
                    ends = (
                        f"(a:Entity {{id: {literal(row.pop('start'))}}}), (b:Entity {{id: {literal(row.pop('end'))}}})"
                    )
                    session.run(f"MATCH {ends} CREATE (a)-[:PLAIN {literal(row)}]->(b)").consume()
            plain = len(some) / (time.perf_counter() - start)
            print(f"  one statement for each relationship: {plain:,.0f} relationships/s")
            if items < 100_000:
                print("  dump", *(len(part) for part in dump(driver)))
                wipe(driver)
        start = time.perf_counter()
        export(build, "neo4j-csv", Path(folder, "csv"))
        wrote = time.perf_counter() - start
        from tests.export.test_neo4j_csv import command as arguments

        start = time.perf_counter()
        import_csv(LIB, Path(folder, "home2"), Path(folder, "csv"), arguments(Path(folder, "csv")))
        took = time.perf_counter() - start
        print(f"  CSV in {wrote:.1f} s, import tool {took:.1f} s: {items / took:,.0f} items/s")


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
