"""Opening what is written to: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import BuildError


def check_targets(*targets: Path, force: bool) -> None:
    """Refuse files that are there already, without `force`.

    Raises:
        BuildError: with the way out.
    """
    for target in targets:
        if target.is_file() and not force:
            raise BuildError(f"{target}: a file is there already; replace it with --force or choose another name.")


def part_names(target: Path, parts: int) -> list[Path]:
    """The files of an export in parts: graph.nq.gz in two is graph-1.nq.gz and graph-2.nq.gz."""
    if parts <= 1:
        return [target]
    stem, dot, suffixes = target.name.partition(".")
    width = len(str(parts))
    return [target.with_name(f"{stem}-{n:0{width}}{dot}{suffixes}") for n in range(1, parts + 1)]


@contextlib.contextmanager
def open_target(target: Path) -> Iterator[BinaryIO]:
    """A binary file to write; `-` is standard output. A file takes its name only when the block ends well.

    Raises:
        BuildError: the file cannot be written.
    """
    if str(target) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            yield file
        partial.replace(target)
    except OSError as error:
        raise BuildError(f"{target}: cannot be written ({error.strerror}); choose another place with -o.") from None
    finally:
        partial.unlink(missing_ok=True)
