"""Tables as batches of rows, so that memory does not grow with the build."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import BuildError
from kg.tables import Build

SIZE = 4096  # rows; their text fits into the processor's cache
YOUNG = ("origins",)  # tables that a build of an older program does not have
TEXTS = 8  # rows that carry whole texts


def batches(build: Build, table: str, columns: list[str] | None = None, size: int = SIZE) -> Iterator[Any]:
    """The record batches of a table, in its order, read page by page.

    Raises:
        BuildError: the file is damaged or missing.
    """
    path = build.path / f"{table}.parquet"
    if table in YOUNG and not path.exists():
        return
    try:
        with pq.ParquetFile(path, buffer_size=1 << 16) as file:
            for batch in file.iter_batches(batch_size=size, columns=columns, use_threads=False):
                if batch.num_rows:  # the last one may be empty
                    yield batch
    except (OSError, pa.ArrowInvalid) as error:
        raise BuildError(f"{path}: damaged or missing ({error}); build again.") from None


def lookup(build: Build, table: str, key: str, columns: list[str]) -> Lookup:
    """A window over a table that is sorted by `key`, for readers that ask in the same order."""
    return Lookup(batches(build, table, [key, *columns]), key)


class Lookup:
    """Rows of a sorted table by key, for keys that only grow from call to call."""

    def __init__(self, source: Iterator[Any], key: str) -> None:
        self._source, self._key = source, key
        self._window: Any = None

    def take(self, keys: Any) -> Any:
        """The rows of a batch of keys, in their order; null where a key is not there."""
        import pyarrow.compute as pc

        last = keys[-1].as_py()
        if self._window is not None:
            first = keys[0].as_py()
            self._window = self._window.filter(pc.greater_equal(self._window.column(self._key), first))
        parts = [] if self._window is None else [self._window]
        while not parts or not parts[-1].num_rows or parts[-1].column(self._key)[-1].as_py() < last:
            batch = next(self._source, None)
            if batch is None:
                break
            parts.append(pa.Table.from_batches([batch]))
        self._window = pa.concat_tables(parts).combine_chunks()
        at = pc.index_in(keys, self._window.column(self._key).combine_chunks())
        return self._window.take(at).combine_chunks()
