"""Builds into other formats: one file a target, and the table EXPORTERS that names them.

An exporter is a function `(build, target, options) -> None`; imported when asked for. `target` is a path, or `-`
for standard output.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import NotFoundError
from kg.tables import Build

BASE = "https://example.org/regionkg/id/"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user may choose.

    In RDF: `base` is the IRI before every id, `only` the parts that are wanted (entities, relations, observations,
    evidence; all when empty), `split` the number of files, `with_text` whether documents carry their whole text.
    For Neo4j: `graph` is the name that keeps it apart from others, `update` asks for files that LOAD CSV reads.
    With `force` an export that is there is replaced.
    """

    base: str = BASE
    only: tuple[str, ...] = ()
    split: int = 1
    with_text: bool = False
    graph: str = "default"
    update: bool = False
    force: bool = False


Exporter = Callable[[Build, Path, ExportOptions], None]

# target → (module of this package, function, what it writes)
EXPORTERS: Mapping[str, tuple[str, str, str]] = {
    "jsonl": ("jsonl", "write_jsonl", "one JSON object a line: entities, relations with evidence, observations"),
    "graphml": ("graphml", "write_graphml", "GraphML for Gephi, yEd and networkx"),
    "gexf": ("gexf", "write_gexf", "GEXF for Gephi: positions, colours, Chinese labels"),
    "neo4j-csv": ("neo4j_csv", "write_neo4j_csv", "a folder of CSV files for Neo4j's import tool"),
    "cypher": ("cypher_script", "write_cypher", "a script for cypher-shell"),
    "turtle": ("rdf", "write_turtle", "RDF in Turtle"),
    "ntriples": ("rdf", "write_ntriples", "RDF in N-Triples"),
    "nquads": ("rdf", "write_nquads", "RDF in N-Quads: each document's statements in its own named graph"),
    "trig": ("rdf", "write_trig", "RDF in TriG: as N-Quads, for readers"),
    "jsonld": ("rdf", "write_jsonld", "RDF in JSON-LD"),
    "rdfxml": ("rdf", "write_rdfxml", "RDF in RDF/XML"),
    "owl": ("ontology", "write_owl", "the ontology in OWL"),
    "owl-html": ("ontology", "write_page", "the ontology as a page to read"),
    "shacl": ("ontology", "write_shacl", "the ontology's SHACL shapes"),
}


def export(build: Build, to: str, target: Path, options: ExportOptions | None = None) -> None:
    """Write a build in another format.

    Raises:
        NotFoundError: no such target; the message names those that exist.
    """
    if to not in EXPORTERS:
        raise NotFoundError(f"there is no export to “{to}”; choose one of {', '.join(sorted(EXPORTERS))}.")
    module, function, _ = EXPORTERS[to]
    write: Exporter = getattr(importlib.import_module(f"kg.export.{module}"), function)
    write(build, target, options or ExportOptions())
