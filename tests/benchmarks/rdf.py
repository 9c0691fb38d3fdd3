"""How fast RDF is written, beside rdflib's serialisers, in how much memory; how soon SPARQL answers.

    python -m tests.benchmarks.rdf [NODES …] [--rdflib NODES]

For each size of an invented graph (22,000 nodes are about two million triples): statements a second of processor time
and the peak memory of a fresh process for N-Quads and Turtle; seconds to the first SPARQL answer, the first and the
second time. At the size of --rdflib the same for rdflib in the same run: its serialisers, and three typical queries.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import rdflib

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
    start = time.process_time()
    written = write_rdf(build, file, sys.argv[2])
    seconds = time.process_time() - start
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(written, seconds, int(status["VmHWM"].split()[0]) / 1024)  # ru_maxrss would count the parent's
"""


def export(folder: Path, syntax: str, target: Path) -> tuple[int, float, float]:
    """Statements, seconds and the peak megabytes of an export."""
    command = [sys.executable, "-c", _EXPORT, str(folder), syntax, str(target)]
    written, seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(written), float(seconds), float(peak)


def measure(nodes: int, beside: bool) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = write_synthetic(Path(temporary) / "build", nodes)
        speed = {}
        for syntax in ("nquads", "turtle"):
            written, seconds, peak = export(folder, syntax, Path(temporary) / syntax)
            speed[syntax] = written / seconds
            print(f"{nodes:>8,} nodes, {syntax}: {written:,} in {seconds:.1f} s, {speed[syntax]:,.0f}/s, {peak:.0f} MB")
        query = QUERIES["projects of each place"]
        for when in ("first", "second"):
            start = time.perf_counter()
            sparql(Build(folder), query)
            print(f"{nodes:>8,} nodes, SPARQL, {when} answer: {time.perf_counter() - start:.2f} s", flush=True)
        if beside:
            _rdflib(folder, speed)


def _rdflib(folder: Path, speed: dict[str, float]) -> None:
    build = Build(folder)
    buffer = io.BytesIO()
    write_rdf(build, buffer, "ntriples")
    buffer.seek(0)
    graph = rdflib.Graph()
    start = time.process_time()
    graph.parse(buffer, format="nt")
    print(f"rdflib: {len(graph):,} triples parsed in {time.process_time() - start:.1f} s", flush=True)
    for name, query in QUERIES.items():
        start = time.process_time()
        ours = sparql(build, query)
        middle = time.process_time()
        theirs = list(graph.query(query, initNs=prefixes()))
        end = time.process_time()
        print(
            f"{name}: {len(ours)} rows in {middle - start:.2f} s, rdflib {len(theirs)} rows in {end - middle:.2f} s,"
            f" {(end - middle) / (middle - start):.0f} times",
            flush=True,
        )
    dataset = rdflib.Dataset()
    default = dataset.default_graph
    for triple in graph:
        default.add(triple)
    for syntax, form in (("nquads", "nquads"), ("turtle", "turtle")):
        start = time.process_time()
        (dataset if form == "nquads" else graph).serialize(str(folder / "rdflib.out"), format=form)
        theirs_speed = len(graph) / (time.process_time() - start)
        ratio = speed[syntax] / theirs_speed
        print(f"{syntax}: rdflib {theirs_speed:,.0f}/s; ours is {ratio:.1f} times as fast", flush=True)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("nodes", nargs="*", type=int)
    arguments.add_argument("--rdflib", type=int, default=SIZES[1])
    given = arguments.parse_args()
    print(json.dumps({"python": sys.version.split()[0], "rdflib": rdflib.__version__}))
    for size in given.nodes or SIZES:
        measure(size, size == given.rdflib)
