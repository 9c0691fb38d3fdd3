"""What stands in a span of a document, for any number of texts in little memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from kg.errors import BuildError
from kg.rdf.batches import TEXTS, batches
from kg.rdf.columns import Strings
from kg.tables import Build

WIDTH = 4  # bytes of a character in UTF-32, so that its place in the file is known


class Quotes:
    """The texts of a build in a scratch file of fixed-width characters."""

    def __init__(self, build: Build) -> None:
        try:
            self._file = tempfile.TemporaryFile(prefix="kg-quotes-")  # noqa: SIM115 (closed in __exit__)
            self._at: dict[str, int] = {}
            end = 0
            for batch in batches(build, "documents", ["doc_id", "text"], TEXTS):
                for doc_id, text in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                    self._at[doc_id] = end
                    end += self._file.write(text.encode("utf-32-le"))
            self._file.flush()
        except OSError as error:
            where = Path(tempfile.gettempdir())
            raise BuildError(
                f"{where}: no room for scratch files ({error.strerror}); set TMPDIR to another place."
            ) from None

    def __enter__(self) -> Quotes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def column(self, doc_ids: Strings, starts: Any, ends: Any) -> Strings:
        """The text of each span."""
        rows = zip(doc_ids.to_pylist(), starts.to_pylist(), ends.to_pylist(), strict=True)
        return pa.array([self._read(*row) for row in rows], pa.string())

    def _read(self, doc_id: str, start: int, end: int) -> str | None:
        if start is None or end is None:
            return None
        self._file.seek(self._at[doc_id] + WIDTH * start)
        return self._file.read(WIDTH * (end - start)).decode("utf-32-le")
