"""What stands in a span of a document, for any number of texts in little memory."""

from __future__ import annotations

import mmap
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.errors import BuildError
from kg.rdf.batches import TEXTS, batches
from kg.rdf.columns import Strings
from kg.tables import Build

CHAR = np.dtype("<u4")  # UTF-32, so that the place of a character in the file is known
MOST = 1 << 20  # characters that are looked up at once


class Quotes:
    """The texts of a build in a scratch file of fixed-width characters."""

    def __init__(self, build: Build) -> None:
        self._at: dict[str, int] = {}
        try:
            self._file = tempfile.TemporaryFile(prefix="kg-quotes-")  # noqa: SIM115 (closed in __exit__)
            end = 0
            for batch in batches(build, "documents", ["doc_id", "text"], TEXTS):
                for doc_id, text in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                    if text is not None:  # a build that was read back from RDF without the texts
                        self._at[doc_id] = end
                        end += self._file.write(text.encode("utf-32-le")) // CHAR.itemsize
            self._file.flush()
            self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) if end else None
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
        if self._map is not None:
            self._map.close()
        self._file.close()

    def column(self, doc_ids: Strings, starts: Any, ends: Any) -> Strings:
        """The text of each span; null where there is no span or no text."""
        documents = doc_ids.dictionary_encode()
        at = pa.array([self._at.get(doc_id) for doc_id in documents.dictionary.to_pylist()], pa.int64())
        first = pc.add(at.take(documents.indices), starts)
        known = pc.and_(first.is_valid(), ends.is_valid())
        sizes = pc.if_else(known, pc.subtract(ends, starts), 0)
        return self._cut(first.fill_null(0).to_numpy(), sizes.to_numpy(zero_copy_only=False), known)

    def _cut(self, first: Any, sizes: Any, known: Any) -> Strings:
        total = int(sizes.sum())
        if total > MOST and len(sizes) > 1:
            half = len(sizes) // 2
            parts = (slice(None, half), slice(half, None))
            return pa.concat_arrays([self._cut(first[part], sizes[part], known[part]) for part in parts])
        ends = np.concatenate([[0], np.cumsum(sizes)])
        if self._map is None or not total:
            chars = np.empty(0, CHAR)
        else:
            places = np.repeat(first - ends[:-1], sizes) + np.arange(total)
            chars = np.frombuffer(self._map, CHAR)[places]
            if hasattr(mmap, "MADV_DONTNEED"):  # what was read counts as ours until it is given back
                self._map.madvise(mmap.MADV_DONTNEED)
        width = np.ones(total + 1, np.int32)  # of each character in UTF-8
        width[0] = 0
        for bound in (0x80, 0x800, 0x10000):
            width[1:] += chars >= bound
        offsets = np.cumsum(width, dtype=np.int32)[ends]
        data = chars.tobytes().decode("utf-32-le").encode()
        texts = pa.StringArray.from_buffers(len(sizes), pa.py_buffer(offsets), pa.py_buffer(data))
        return texts if known.true_count == len(known) else pc.if_else(known, texts, pa.scalar(None, pa.string()))
