"""RDF into files: Turtle, N-Triples, N-Quads, TriG. What is written and how stands in `kg.rdf`."""

from __future__ import annotations

from pathlib import Path

from kg.export import ExportOptions
from kg.export.target import open_target
from kg.rdf import RdfOptions, write_rdf
from kg.tables import Build


def write_turtle(build: Build, target: Path, options: ExportOptions) -> None:
    """Turtle."""
    _write(build, target, options, "turtle")


def write_ntriples(build: Build, target: Path, options: ExportOptions) -> None:
    """N-Triples."""
    _write(build, target, options, "ntriples")


def write_nquads(build: Build, target: Path, options: ExportOptions) -> None:
    """N-Quads."""
    _write(build, target, options, "nquads")


def write_trig(build: Build, target: Path, options: ExportOptions) -> None:
    """TriG."""
    _write(build, target, options, "trig")


def _write(build: Build, target: Path, options: ExportOptions, syntax: str) -> None:
    with open_target(target) as file:
        write_rdf(build, file, syntax, RdfOptions(base=options.base))
