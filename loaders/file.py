"""A file's bytes, read once, so that what is hashed is what is read even while the file changes."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import InputError

_TRIES = 3  # readings of a file that is written to
LARGEST = 300_000_000  # bytes of one file; a longer one is a dump of many documents


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of one file under the name that messages give it; `path` says where it and its neighbours lie."""

    name: str
    data: bytes
    path: Path | None = None

    @property
    def suffix(self) -> str:
        """The end of its name, in lower case, with the point."""
        return PurePath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without folders and suffix."""
        return PurePath(self.name).stem

    def refuse(self, problem: str, remedy: str) -> InputError:
        """The error for a fault of this file."""
        return InputError(self.name, problem, remedy)


def read_file(path: Path, name: str | None = None) -> File:
    """The bytes of a regular file.

    Args:
        path: where it lies.
        name: what messages call it; by default its path.

    Raises:
        InputError: the file is missing, no regular file, may not be read, is longer than LARGEST, or keeps changing.
    """
    shown = name or printable(str(path))
    for _ in range(_TRIES):
        try:
            data = _read_once(path, shown)
        except FileNotFoundError:
            raise InputError(shown, "no such file", "check the spelling of the path") from None
        except IsADirectoryError:
            raise InputError(shown, "it is a folder", "name a file in it") from None
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            problem = f"the file cannot be read ({reason})"
            raise InputError(shown, problem, "allow reading it or leave it out") from None
        if data is not None:
            return File(shown, data, path)
    raise InputError(shown, "the file changes while it is read", "wait until it is written, or read a copy")


def _read_once(path: Path, shown: str) -> bytes | None:
    """The bytes of a file, None when it was written to meanwhile."""
    # A pipe would block for ever when it is opened for reading without this flag.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as stream:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise InputError(shown, "it is no regular file", "name a file or a folder, or - for standard input")
        if about.st_size > LARGEST:
            size = f"{about.st_size // 1_000_000:,} MB, more than the {LARGEST // 1_000_000} MB of a file"
            raise InputError(shown, f"the file has {size}", "split it into its documents")
        data = stream.read(LARGEST + 1)
        after = os.fstat(handle)
    if len(data) > LARGEST:
        raise InputError(shown, f"the file grew beyond {LARGEST // 1_000_000} MB", "split it into its documents")
    unchanged = (about.st_size, about.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if unchanged and len(data) == after.st_size else None


def printable(name: str) -> str:
    """A name of the file system as text: bytes that are not UTF-8 are read as GB18030, else shown as �."""
    try:
        name.encode("utf-8")
        return name
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")
