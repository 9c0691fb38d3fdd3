"""What the inputs of a build name: files with the names that they have in the tables, and what is left out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.loaders import SUFFIXES, kind_of, read_file, survey
from kg.loaders.file import LARGEST, printable
from kg.pipeline.reading import Task

STANDARD_INPUT = "standard-input"


@dataclass(slots=True)
class Sources:
    """Files to read, those left out (source, reason), those that stop a build or are skipped (source, message)."""

    tasks: list[Task] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def find_sources(inputs: Sequence[str | os.PathLike[str]], folder: Path) -> Sources:
    """Files by the name that they have in the tables: the input's own and the way down from it.

    Args:
        inputs: files, folders and archives; `-` is standard input.
        folder: where archives are unpacked.

    Raises:
        InputError: an input is missing or cannot be listed.
    """
    named: dict[str, Path] = {}
    skipped: dict[str, str] = {}
    for given in inputs:
        if os.fspath(given) == "-":
            named[STANDARD_INPUT] = _standard_input(folder)
            continue
        root = Path(os.path.normpath(Path(given).absolute()))
        found = survey([os.fspath(given)])
        for path in found.files:
            absolute = Path(os.path.normpath(path.absolute()))
            source = _source(root, absolute)
            n, unique = 2, source
            while unique in named and named[unique] != absolute:
                unique, n = f"{source}~{n}", n + 1
            named[unique] = absolute
        for path, reason in found.skipped:
            skipped[_source(root, Path(os.path.normpath(path.absolute())))] = reason
    for source, path in sorted(named.items()):
        if SUFFIXES.get(path.suffix.lower()) == "archive":
            _open_archive(source, path, folder, named, skipped)
    return Sources([Task(*item) for item in sorted(named.items())], sorted(skipped.items()))


def _standard_input(folder: Path) -> Path:
    path = folder / STANDARD_INPUT
    path.write_bytes(sys.stdin.buffer.read(LARGEST + 1))
    return path


def _open_archive(source: str, path: Path, folder: Path, named: dict[str, Path], skipped: dict[str, str]) -> None:
    """Put the files of an archive in its place; one that cannot be opened stays, for its reader to say why."""
    inside = folder / f"archive-{len(list(folder.iterdir()))}"
    inside.mkdir()
    try:
        file = read_file(path, source)
        if kind_of(file) != "archive":
            return
        from kg.loaders.archive import unpack

        found = unpack(file, inside)
    except InputError:
        return
    if found.files:
        del named[source]
    for name, where in found.files:
        named[f"{source}/{name}"] = where
    for name, reason in found.skipped:
        skipped[f"{source}/{name}"] = reason


def _source(root: Path, path: Path) -> str:
    return printable(root.name if path == root else f"{root.name}/{path.relative_to(root).as_posix()}")
