"""Which files a list of inputs means, and which files in their folders are left out, each with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError
from kg.loaders.file import printable
from kg.loaders.sniff import SUFFIXES, kind_of_head

MAPPING = ".map.yaml"  # what a mapping file's name ends with, behind the name of its table
_HEAD = 1024


@dataclass(slots=True)
class Found:
    """Files to read, and those in folders that are not (path, reason without a final stop)."""

    files: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, str]] = field(default_factory=list)


def survey(inputs: Sequence[str]) -> Found:
    """The files that the inputs name: files as given, folders with all below them, sorted, hidden ones left out.

    Files that the user names are returned whatever they are; of folders those whose format is known by suffix or first
    bytes. Links to folders are not followed, so that no loop is entered.

    Raises:
        InputError: an input is missing, or a folder that the user names cannot be listed.
    """
    files: dict[Path, None] = {}
    skipped: dict[Path, str] = {}
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            for found, reason in _inside(path):
                if reason is None:
                    files[found] = None
                else:
                    skipped[found] = reason
        elif path.exists():
            files[path] = None
        else:
            raise InputError(printable(name), "no such file or folder", "check the spelling of the path")
    left_out = [(path, skipped[path]) for path in sorted(skipped, key=os.fsencode)]
    return Found(sorted(files, key=os.fsencode), left_out)


def find(inputs: Sequence[str]) -> list[Path]:
    """The files of `survey`.

    Raises:
        InputError: as `survey`, or a folder holds no file that can be read.
    """
    for name in inputs:
        found = survey([name])
        if not found.files:
            known = ", ".join(suffix for suffix in sorted(SUFFIXES) if suffix)
            raise InputError(
                printable(name), "the folder holds no file that can be read", f"put files of {known} into it"
            )
    return survey(inputs).files


def _inside(folder: Path) -> Iterator[tuple[Path, str | None]]:
    failed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=failed.append):
        yield from _linked(root, folders)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = Path(root, name)
                yield path, _reason(path)
    for error in failed:
        path = Path(os.fsdecode(error.filename))
        if path == folder:
            raise InputError(printable(str(path)), "the folder cannot be listed", "allow reading it or leave it out")
        yield path, f"the folder cannot be listed ({(error.strerror or 'unknown reason').lower()})"


def _linked(root: str, folders: list[str]) -> Iterator[tuple[Path, str]]:
    for name in folders:
        if not name.startswith(".") and Path(root, name).is_symlink():
            yield Path(root, name), "it is a link to a folder"


def _reason(path: Path) -> str | None:
    """Why a file in a folder is left out, None when it is to be read."""
    if path.name.endswith(MAPPING):
        return "it is a mapping file"
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        if path.is_symlink() and not path.exists():
            return "it is a link to nothing"
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return "it is no regular file"
        with path.open("rb") as stream:
            known = kind_of_head(path.name, stream.read(_HEAD))
    except OSError as error:
        return f"it cannot be read ({(error.strerror or 'unknown reason').lower()})"
    if known == "picture":
        return "it is a picture; name it to have it read by OCR"
    return None if known else f"the format {printable(suffix)} is not supported"
