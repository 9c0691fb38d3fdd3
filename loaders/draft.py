"""An article in the making: paragraphs and table rows one after the other, each with the place it came from.

Paragraphs are parted by empty lines, so that the text stage need not guess where one ends. A row of a table is one
paragraph, its cells parted by vertical bars, so that a reader of the evidence sees the row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.types import Article, Cell, Grid, Origin

BETWEEN = "\n\n"
BAR = " | "
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u3000]+")

_HALF = re.compile(r"[\ud800-\udfff]")  # halves of characters, which no encoding can write


class Merged:
    """Stands in a row for the cell that reaches into it: (row, column) of that cell's own place, from 0."""

    __slots__ = ("column", "row")

    def __init__(self, row: int, column: int) -> None:
        self.row, self.column = row, column


Value = str | Merged | None


def squeeze(text: str) -> str:
    """A text with each run of blanks as one, none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


class Draft:
    """Collects an article. `page` is the page that what is added stands on, until it is changed."""

    def __init__(self) -> None:
        self.page: int | None = None
        self.notes: list[str] = []
        self.closed = True  # whether the last paragraph is at its end, where that is known
        self._pieces: list[str] = []
        self._length = 0
        self._origins: list[Origin] = []
        self._tables: list[Grid] = []

    def __bool__(self) -> bool:
        return self._length > 0

    @property
    def tables(self) -> int:
        """How many tables it has."""
        return len(self._tables)

    def paragraph(self, text: str) -> None:
        """Add a paragraph; one that is blank is none."""
        if not text.strip():
            return
        start = self._put(text, BETWEEN)
        if self.page is not None:
            self._origins.append(Origin(start, self._length, self.page))

    def extend(self, text: str) -> None:
        """Add to the last paragraph, which goes on on another page."""
        start = self._put(text, "")
        if self.page is not None:
            self._origins.append(Origin(start, self._length, self.page))

    def table(
        self,
        rows: Sequence[Sequence[Value]],
        name: str | None = None,
        numbers: Sequence[int] | None = None,
        told: dict[str, str] | None = None,
        pages: Sequence[int | None] | None = None,
    ) -> None:
        """Add a table.

        Args:
            rows: cells; a `Merged` points to the cell that it is part of.
            name: of the sheet; by default the table's number in the article.
            numbers: the numbers of the rows in their file, by default 1, 2, 3 ….
            told: see `Grid`.
            pages: the page of each row, by default the draft's page.
        """
        width = max((len(row) for row in rows), default=0)
        name = name or f"table {len(self._tables) + 1}"
        cells: list[tuple[Cell | None, ...]] = []
        for i, row in enumerate(rows):
            number = numbers[i] if numbers else i + 1
            if pages:
                self.page = pages[i]
            cells.append(self._row(row, width, Place(name, number), cells))
        if any(cell for row in cells for cell in row):
            self._tables.append(Grid(name, tuple(cells), told))

    def article(self, source: str, hints: dict[str, str]) -> Article:
        """The article as it stands."""
        return Article(
            source, "".join(self._pieces), hints, tuple(self._origins), tuple(self._tables), tuple(self.notes)
        )

    def _row(
        self, row: Sequence[Value], width: int, place: Place, above: list[tuple[Cell | None, ...]]
    ) -> tuple[Cell | None, ...]:
        out: list[Cell | None] = []
        fresh = True
        for j in range(width):
            value = row[j] if j < len(row) else None
            if isinstance(value, Merged):
                out.append(self._reach(value, out, above))
                continue
            text = squeeze(value) if value else ""
            if not text:
                out.append(None)
                continue
            start = self._put(text, BETWEEN if fresh else BAR)
            fresh = False
            out.append(Cell(start, self._length))
            self._origins.append(Origin(start, self._length, self.page, place.table, place.row, j + 1))
        return tuple(out)

    @staticmethod
    def _reach(value: Merged, out: list[Cell | None], above: list[tuple[Cell | None, ...]]) -> Cell | None:
        if value.row < len(above):
            cell = above[value.row][value.column] if value.column < len(above[value.row]) else None
        else:
            cell = out[value.column] if value.column < len(out) else None
        return Cell(cell.start, cell.end, False) if cell else None

    def _put(self, text: str, sign: str) -> int:
        if self._length:
            self._pieces.append(sign)
            self._length += len(sign)
        start = self._length
        text = _HALF.sub("\ufffd", text)
        self._pieces.append(text)
        self._length += len(text)
        return start


class Place:
    """The table and the row that cells belong to."""

    __slots__ = ("row", "table")

    def __init__(self, table: str, row: int) -> None:
        self.table, self.row = table, row
