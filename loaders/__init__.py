"""Files into articles: one module a format, and the table LOADERS that names them.

>>> from kg.loaders import find, load
>>> [article for path in find(["folder"]) for article in load(path)]  # doctest: +SKIP
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.loaders import plain
from kg.types import Article

Loader = Callable[[Path], list[Article]]

LOADERS: Mapping[str, Loader] = {".txt": plain.load, ".md": plain.load, "": plain.load}


def load(path: Path) -> list[Article]:
    """The articles of one file, in the order of the file.

    Raises:
        InputError: the file is missing, unreadable, empty, binary, in an unknown encoding or of an unsupported format.
    """
    loader = LOADERS.get(path.suffix.lower())
    if loader is None:
        known = ", ".join(suffix for suffix in sorted(LOADERS) if suffix)
        raise InputError(str(path), f"the format {path.suffix} is not supported", f"give a file of {known}")
    return loader(path)


def find(inputs: Sequence[str]) -> list[Path]:
    """The files that the inputs name: files as given, folders with all below them, sorted, hidden ones left out.

    Files that the user names are returned whatever their suffix; of folders only those that LOADERS can read.

    Raises:
        InputError: an input is missing or cannot be listed, or a folder holds no file of a supported format.
    """
    found: dict[Path, None] = {}
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            found.update(dict.fromkeys(_inside(path, name)))
        elif path.exists():
            found[path] = None
        else:
            raise InputError(name, "no such file or folder", "check the spelling of the path")
    return sorted(found, key=lambda path: path.as_posix())


def _readable(path: Path) -> bool:
    return path.suffix.lower() in LOADERS


def _inside(folder: Path, name: str) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise InputError(str(error.filename), "the folder cannot be listed", "allow reading it or leave it out")

    files: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(root, name) for name in names if not name.startswith(".") and _readable(Path(name))]
    if not files:
        known = ", ".join(suffix for suffix in sorted(LOADERS) if suffix)
        raise InputError(name, "the folder holds no file that can be read", f"put files of {known} into it")
    return files
