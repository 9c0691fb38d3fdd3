"""RDF files by their names: which syntax, how packed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa

from kg.errors import InputError

# suffix → syntax
SUFFIXES = {
    ".ttl": "turtle",
    ".nt": "ntriples",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "jsonld",
    ".rdf": "rdfxml",
    ".owl": "rdfxml",
}
PACKED = {".gz": "gzip", ".zst": "zstd"}


def syntax_of(path: Path) -> str:
    """The syntax of a file by its name, packed or not.

    Raises:
        InputError: no RDF that we know.
    """
    suffixes = [s for s in path.suffixes if s not in PACKED]
    if not suffixes or suffixes[-1] not in SUFFIXES:
        raise InputError(str(path), "not a name of an RDF file", f"name it *{', *'.join(SUFFIXES)} (.gz, .zst)")
    return SUFFIXES[suffixes[-1]]


def open_rdf(path: Path) -> Any:
    """The file's bytes, unpacked.

    Raises:
        InputError: it cannot be read.
    """
    try:
        raw = pa.OSFile(str(path))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error})", "check the name") from None
    codec = PACKED.get(path.suffix)
    return pa.CompressedInputStream(raw, codec) if codec else raw
