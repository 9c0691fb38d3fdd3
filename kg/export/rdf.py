"""RDF into files: all syntaxes, packed by the suffix, in one file or several. What is written: `kg.rdf`."""

from __future__ import annotations

import contextlib
import functools
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


def _write(build: Build, target: Path, options: ExportOptions, syntax: str) -> None:
    if options.split > 1 and str(target) == "-":
        raise BuildError("--split: standard output is one file; name a file with -o.")
    parts = frozenset(options.only or PARTS)
    wanted = RdfOptions(options.base, parts, options.with_text)
    with contextlib.ExitStack() as stack:
        names = part_names(target, options.split)
        files = [stack.enter_context(_compressed(name, stack.enter_context(open_target(name)))) for name in names]
        write_rdf(build, files, syntax, wanted)


write_turtle = functools.partial(_write, syntax="turtle")
write_ntriples = functools.partial(_write, syntax="ntriples")
write_nquads = functools.partial(_write, syntax="nquads")
write_trig = functools.partial(_write, syntax="trig")
write_jsonld = functools.partial(_write, syntax="jsonld")
write_rdfxml = functools.partial(_write, syntax="rdfxml")


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
