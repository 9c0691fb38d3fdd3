"""CSV and TSV in any encoding; the sign between the cells is found out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from kg.loaders.decode import decode
from kg.loaders.draft import Value
from kg.loaders.file import File
from kg.loaders.sheet import sheet_articles
from kg.types import Article

_SIGNS = ",\t;|，"
_SAMPLE = 50
_LONGEST_CELL = 100_000


def read(file: File) -> list[Article]:
    """The articles of a table.

    Raises:
        InputError: the file is empty, no text, or no table.
    """
    text = decode(file)
    rows: list[list[Value]] = []
    try:
        for cells in csv.reader(_lines(text), delimiter=_sign(text)):
            rows.append([cell if len(cell) <= _LONGEST_CELL else cell[:_LONGEST_CELL] for cell in cells])
    except csv.Error as error:
        raise file.refuse(f"line {len(rows) + 1} is no row of a table ({error})", "mend its quote marks") from None
    return list(sheet_articles(file, "", rows))


def _lines(text: str) -> Iterator[str]:
    # A NUL cannot stand in a table; some exports pad their lines with it.
    return iter(io.StringIO(text.replace("\0", ""), newline=""))


def _sign(text: str) -> str:
    """The sign that most lines hold equally often."""
    lines = [line for line in text[:100_000].splitlines()[:_SAMPLE] if line.strip()]

    def fit(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=lambda n: (counts.count(n), n))
        return (counts.count(usual) if usual else 0, usual)

    return max(_SIGNS, key=fit) if lines else ","
