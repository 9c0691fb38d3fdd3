"""How fast RDF is written, beside rdflib's serialisers, in how much memory; how soon SPARQL answers.

    python -m tests.benchmarks.rdf [NODES …] [--rdflib NODES]

For each size of an invented graph (22,000 nodes are about two million triples): statements a second of processor time
and the peak memory of a fresh process for N-Quads and Turtle; seconds to the first SPARQL answer, the first and the
second time. At the size of --rdflib the same for rdflib in the same run: its serialisers on the very statements that
ours has written (a Dataset read from our N-Quads, a Graph read from our N-Triples), and three typical queries. Ours
reads tables, joins and writes; rdflib's only writes what it holds in memory.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import rdflib

from kg.export.rdflib import to_rdflib
from kg.query.sparql import prefixes, sparql
from kg.rdf import write_rdf
from kg.tables import Build
from tests.benchmarks.synthetic import write_synthetic

SIZES = (2_200, 22_000, 110_000)

QUERIES = {
    "projects of each place": "SELECT ?place (COUNT(?p) AS ?n) { ?p a kg:Project ; kg:located_in/rdfs:label ?place }"
    " GROUP BY ?place ORDER BY DESC(?n) LIMIT 10",
    "statements with their text": "SELECT ?a ?b ?text { ?s a kg:Undertakes ; kg:head/rdfs:label ?a ;"
    " kg:tail/rdfs:label ?b ; kg:confidence ?c ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?text"
    " FILTER(?c > 0.5) } LIMIT 1000",
    "names that hold a word": 'SELECT ?name { ?x a kg:Enterprise ; rdfs:label ?name FILTER(CONTAINS(?name, "科技")) }',
}

# In a process of its own: what it needs at most is what this export needs.
_EXPORT = """
import sys, time
from pathlib import Path
from kg.rdf import write_rdf
from kg.tables import Build
build = Build(sys.argv[1])
with open(sys.argv[3], "wb") as file:
    start, begun = time.process_time(), time.perf_counter()
    written = write_rdf(build, file, sys.argv[2])
    seconds, passed = time.process_time() - start, time.perf_counter() - begun
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(written, seconds, passed, int(status["VmHWM"].split()[0]) / 1024)  # ru_maxrss would count the parent's
"""
REPEATS = 5  # of ours, of which the median counts; what a single run of half a second needs depends on the neighbours


@dataclass(frozen=True, slots=True)
class Export:
    """How many statements in how many seconds (of the processor, of the clock), and the peak megabytes."""

    written: int
    seconds: float
    passed: float
    peak: float

    @property
    def speed(self) -> float:
        return self.written / self.seconds


def export(folder: Path, syntax: str, target: Path) -> Export:
    """The median of several exports."""
    command = [sys.executable, "-c", _EXPORT, str(folder), syntax, str(target)]
    runs = []
    for _ in range(REPEATS):
        words = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        runs.append(Export(int(words[0]), *map(float, words[1:])))
    return sorted(runs, key=lambda run: run.seconds)[REPEATS // 2]


def measure(nodes: int, beside: bool) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_synthetic(Path(temporary) / "build", nodes)
        ours = {}
        for syntax in ("nquads", "turtle"):
            ours[syntax] = run = export(folder, syntax, Path(temporary) / syntax)
            print(
                f"{nodes:>8,} nodes, {syntax}: {run.written:,} in {run.seconds:.2f} s ({run.passed:.2f} by the clock),"
                f" {run.speed:,.0f}/s, {run.peak:.0f} MB, load {os.getloadavg()[0]:.1f}"
            )
        query = QUERIES["projects of each place"]
        for when in ("first", "second"):
            start = time.perf_counter()
            sparql(Build(folder), query)
            print(f"{nodes:>8,} nodes, SPARQL, {when} answer: {time.perf_counter() - start:.2f} s", flush=True)
        if beside:
            _rdflib(folder, Path(temporary) / "nquads", ours)


def _rdflib(folder: Path, nquads: Path, ours: Mapping[str, Export]) -> None:
    build = Build(folder)
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib warns of what its own parser does
        dataset.parse(str(nquads), format="nquads")
    _beside(dataset, "nquads", folder / "rdflib.out", ours["nquads"])
    del dataset
    buffer = io.BytesIO()
    write_rdf(build, buffer, "ntriples")
    buffer.seek(0)
    graph = rdflib.Graph()
    start = time.process_time()
    graph.parse(buffer, format="nt")
    print(f"rdflib: {len(graph):,} triples parsed in {time.process_time() - start:.1f} s", flush=True)
    start = time.process_time()
    fast = to_rdflib(build)
    print(f"to_rdflib: {time.process_time() - start:.1f} s", flush=True)
    fast.query("ASK {}")  # the first query over all graphs makes the store for such queries
    print(f"to_rdflib and its first query: {time.process_time() - start:.1f} s", flush=True)
    for name, query in QUERIES.items():
        start = time.process_time()
        rows = sparql(build, query)
        middle = time.process_time()
        found = list(fast.query(query))
        before = time.process_time()
        theirs = list(graph.query(query, initNs=prefixes()))
        end = time.process_time()
        print(
            f"{name}: {len(rows)} rows in {middle - start:.3f} s, to_rdflib {len(found)} in {before - middle:.3f} s,"
            f" rdflib {len(theirs)} rows in {end - before:.2f} s, {(end - before) / (middle - start):.0f} times",
            flush=True,
        )
    _beside(graph, "turtle", folder / "rdflib.out", ours["turtle"])


def _beside(graph: rdflib.Graph, syntax: str, target: Path, ours: Export) -> None:
    start, begun = time.process_time(), time.perf_counter()
    graph.serialize(str(target), format=syntax)
    seconds, passed = time.process_time() - start, time.perf_counter() - begun
    print(
        f"{syntax}: rdflib {ours.written / seconds:,.0f}/s; ours is {seconds / ours.seconds:.1f} times as fast"
        f" ({passed / ours.passed:.1f} by the clock), load {os.getloadavg()[0]:.1f}",
        flush=True,
    )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("nodes", nargs="*", type=int)
    arguments.add_argument("--rdflib", type=int, default=SIZES[1])
    given = arguments.parse_args()
    print(json.dumps({"python": sys.version.split()[0], "rdflib": rdflib.__version__}))
    for size in given.nodes or SIZES:
        measure(size, size == given.rdflib)
