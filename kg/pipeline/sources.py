"""What the inputs of a build name: files with the names that they have in the tables, and what is left out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.loaders import survey
from kg.loaders.file import printable
from kg.pipeline.reading import Task


@dataclass(slots=True)
class Sources:
    """Files to read, those left out (source, reason), those that stop a build or are skipped (source, message)."""

    tasks: list[Task] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def find_sources(inputs: Sequence[str | os.PathLike[str]]) -> Sources:
    """Files by the name that they have in the tables: the input's own and the way down from it.

    Raises:
        InputError: an input is missing or cannot be listed.
    """
    named: dict[str, Path] = {}
    skipped: dict[str, str] = {}
    for given in inputs:
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
    return Sources([Task(*item) for item in sorted(named.items())], sorted(skipped.items()))


def _source(root: Path, path: Path) -> str:
    return printable(root.name if path == root else f"{root.name}/{path.relative_to(root).as_posix()}")
