"""RDF into files: all syntaxes, packed by the suffix, in one file or several. What is written: `kg.rdf`."""

from __future__ import annotations

import contextlib
import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pyarrow as pa

from kg.errors import BuildError
from kg.export import ExportOptions
from kg.export.target import open_target, part_names
from kg.rdf import PARTS, RdfOptions, write_rdf
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


def write_jsonld(build: Build, target: Path, options: ExportOptions) -> None:
    """JSON-LD."""
    _write(build, target, options, "jsonld")


def write_rdfxml(build: Build, target: Path, options: ExportOptions) -> None:
    """RDF/XML."""
    _write(build, target, options, "rdfxml")


def _write(build: Build, target: Path, options: ExportOptions, syntax: str) -> None:
    if options.split > 1 and str(target) == "-":
        raise BuildError("--split: standard output is one file; name a file with -o.")
    parts = frozenset(options.only or PARTS)
    wanted = RdfOptions(options.base, parts, options.with_text)
    with contextlib.ExitStack() as stack:
        names = part_names(target, options.split)
        files = [stack.enter_context(_compressed(name, stack.enter_context(open_target(name)))) for name in names]
        write_rdf(build, files, syntax, wanted)


@contextlib.contextmanager
def _compressed(target: Path, file: BinaryIO) -> Iterator[BinaryIO]:
    """The file, or what packs into it, by the target's suffix; no name and no time go in."""
    if target.suffix == ".gz":
        with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
            yield cast(BinaryIO, packed)
    elif target.suffix == ".zst":
        with pa.PythonFile(file, "w") as raw, pa.CompressedOutputStream(raw, "zstd") as stream:
            yield cast(BinaryIO, stream)
    else:
        yield file
