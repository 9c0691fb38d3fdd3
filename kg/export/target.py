"""Opening what an exporter writes to: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import BuildError


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
