"""Rows of a table from the lines of its page: which lines of wrapped cells belong together.

A cell that is too narrow for its text is broken over several lines; the other cells of its row stand beside its first
line or beside the middle of it. Where no rules are drawn, a row is known by its figures, which stand once in it; by the
width of the lines, since a line is broken only when it is full; by brackets, which close in the cell that opens them;
and by the gaps between rows. The cheapest division of the lines into rows is found by dynamic programming.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

_NUMBER = re.compile(r"[-+－]?[\d,，]*\d(?:\.\d+)?\s*[%％‰]?")
_DATE = re.compile(
    r"(?:(?:19|20)\d\d\s*[年./-]?)?(?:\s*\d{1,2}\s*[月./-](?:份|底|初)?)?(?:\s*\d{1,2}日?)?"
    r"(?:\s*[-—~～至]+\s*(?:(?:19|20)\d\d\s*[年./-]?)?(?:\s*\d{1,2}\s*[月./-]?(?:份|底|初)?)?(?:\s*\d{1,2}日?)?)?"
)
_LATIN = re.compile(r"[A-Za-z0-9]")
_MOST_LINES = 14  # of one row
FULL = 0.86  # of the widest line of a column: a line as wide as that may have been broken before a long word
_TITLE = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])|.{0,12}(?:合计|小计|总计)"
)
_FEW = 0.6

Kind = str  # "number", "date" or "text"


class Piece(NamedTuple):
    """One line of a cell and its width, in any unit that is the same for a whole table."""

    text: str
    width: float


class TableLine(NamedTuple):
    """A line of a table: a piece or None for each column.

    `at` is its place down the page, None when unknown; `ruled` whether a rule is drawn above it.
    """

    cells: tuple[Piece | None, ...]
    at: float | None = None
    ruled: bool = False


def kind_of_text(text: str) -> Kind:
    """Whether a cell is a number, a date or a text."""
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return "number"
    return "date" if any(c.isdigit() for c in text) and _DATE.fullmatch(text) else "text"


def join(pieces: Sequence[str]) -> str:
    """The lines of a cell as one text; a blank only between Latin words."""
    out = ""
    for piece in pieces:
        blank = (
            out and _LATIN.match(out[-1]) and _LATIN.match(piece[:1]) and not (out[-1].isdigit() or piece[0].isdigit())
        )
        out += (" " if blank else "") + piece
    return out


def full_widths(lines: Sequence[TableLine]) -> list[float]:
    """The width for each column from which a line of it may have been broken: no other character fits in."""
    out = []
    for column in zip(*(line.cells for line in lines), strict=True):
        pieces = [cell for cell in column if cell]
        most = max((cell.width for cell in pieces), default=0.0)
        character = max((cell.width / len(cell.text) for cell in pieces if cell.text), default=0.0)
        out.append(max(0.0, min(FULL * most, most - 1.05 * character)))
    return out


def kinds_of(lines: Sequence[TableLine]) -> list[Kind]:
    """What the cells of each column mostly are."""
    out = []
    for column in zip(*(line.cells for line in lines), strict=True):
        kinds = [kind_of_text(piece.text) for piece in column if piece]
        best = max(("number", "date", "text"), key=kinds.count)
        out.append(best if kinds and kinds.count(best) >= _FEW * len(kinds) else "text")
    return out


def anchor_of(kinds: Sequence[Kind], lines: Sequence[TableLine], counter: int | None, subject: int) -> int | None:
    """The column that is filled once in each row: that of running numbers, else that of figures filled most often,
    else the narrowest other column."""
    filled = [sum(1 for line in lines if line.cells[j]) for j in range(len(kinds))]
    if counter is not None and _counts([c.text for line in lines if (c := line.cells[counter])]):
        return counter
    typed = [j for j, kind in enumerate(kinds) if kind != "text"]
    if typed:
        most = max(filled[j] for j in typed)
        # Dates are broken over two lines at times, figures are not.
        return max(typed, key=lambda j: (filled[j] * (1.0 if kinds[j] == "number" else 0.49) / most, -j))
    others = [j for j in range(len(kinds)) if j != subject]
    if len(kinds) < 3 or not all(filled):
        return None
    return max(others, key=lambda j: (filled[j], -max(c.width for line in lines if (c := line.cells[j]))))


def _counts(texts: Sequence[str]) -> bool:
    """Whether cells are running numbers."""
    numbers = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 7]
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    return len(numbers) > 2 and steps.count(1) >= 0.7 * len(steps) and len(numbers) >= 0.7 * len(texts)


def divide(lines: Sequence[TableLine], subject: int, anchor: int | None) -> tuple[float, list[range]]:
    """How doubtful the division is for each row (0: not at all), and the rows as ranges of lines, first to last.

    Args:
        lines: of the body of the table.
        subject: the column that names what the rows are about.
        anchor: the column that is filled once in each row, None when no column is.
    """
    if not lines:
        return 0.0, []
    if anchor is not None and all(cell is not None for line in lines for cell in line.cells):
        return 0.0, [range(i, i + 1) for i in range(len(lines))]  # nothing is broken
    best: tuple[float, list[range]] | None = None
    for style in _styles(lines):
        found = _Divider(lines, subject, anchor, style).best()
        if best is None or found[0] < best[0] - 1e-9:
            best = found
    assert best is not None
    return best[0] / len(best[1]), best[1]


class _Style(NamedTuple):
    """How figures stand to the cells of their row: beside the middle (a little above or below it) or the first line."""

    centred: bool
    shift: float = 0.0
    slack: float = 0.2


def _styles(lines: Sequence[TableLine]) -> list[_Style]:
    if any(line.at is not None and not line.at.is_integer() for line in lines):
        return [_Style(True), _Style(False)]
    # Between the lines of a text there is no middle: an even number of them has its figures above or below it.
    return [_Style(True, 0.25, 0.3), _Style(True, -0.25, 0.3), _Style(False)]


class _Divider:
    def __init__(self, lines: Sequence[TableLine], subject: int, anchor: int | None, style: _Style) -> None:
        self.lines, self.subject, self.style = lines, subject, style
        kinds = kinds_of(lines)
        most = max(sum(1 for c in line.cells if c) for line in lines)
        self.anchors = [
            bool(line.cells[anchor]) if anchor is not None else sum(1 for c in line.cells if c) >= most
            for line in lines
        ]
        self.full = full_widths(lines)
        self.texts = [j for j, kind in enumerate(kinds) if kind == "text" and j != anchor]
        grid = all(line.at is None or line.at.is_integer() for line in lines)  # lines of a text
        steps = [step for j in self.texts for step in self._steps(j, range(len(lines)))]
        self.pitch = min(steps, default=0.0)
        # Room tells nothing where rows stand as close as the lines of a cell.
        self.spaced = not grid and sum(1 for step in steps if step > 1.2 * self.pitch) > 0.1 * len(steps)
        self.drawn = sum(line.ruled for line in lines) > 2

    def _steps(self, j: int, rows: range) -> list[float]:
        """From each piece of a column down to the next."""
        at = [place for i in rows if self.lines[i].cells[j] and (place := self.lines[i].at) is not None]
        return [low - high for high, low in itertools.pairwise(at)]

    def best(self) -> tuple[float, list[range]]:
        """The cheapest division and its cost."""
        n = len(self.lines)
        costs: list[float] = [0.0] + [float("inf")] * n
        before = [0] * (n + 1)
        for start in range(n):
            anchors = 0
            for end in range(start + 1, min(n, start + _MOST_LINES) + 1):
                anchors += self.anchors[end - 1]
                if anchors > 1:
                    break
                cost = costs[start] + self._cost(start, end, anchors)
                if cost < costs[end] - 1e-9:
                    costs[end], before[end] = cost, start
        rows: list[range] = []
        end = n
        while end:
            rows.append(range(before[end], end))
            end = before[end]
        return costs[n], rows[::-1]

    def _cost(self, start: int, end: int, anchors: int) -> float:
        cost = 0.0
        if anchors:
            cost += self._aside(start, end)
        else:
            cost += 2.5 if end - start > 1 or not self._is_title(start) else 1.0
        for j in self.texts:
            pieces = [cell for i in range(start, end) if (cell := self.lines[i].cells[j])]
            if pieces:
                cost += self._wrapped(pieces, self.full[j])
            elif j == self.subject:
                cost += 3.0
        return cost + self._room(start, end)

    def _room(self, start: int, end: int) -> float:
        """What speaks against one row: wide room or a rule between its lines; none above it."""
        cost = 0.0
        if self.drawn:
            cost += 4.0 * sum(self.lines[i].ruled for i in range(start + 1, end))
            cost += 2.0 * (start > 0 and not self.lines[start].ruled)
        elif self.spaced:
            for j in self.texts:
                cost += 2.0 * sum(step > 1.2 * self.pitch for step in self._steps(j, range(start, end)))
                before = range(max(0, start - 3), start + 1)
                if self.lines[start].cells[j] and (steps := self._steps(j, before)) and steps[-1] < 1.1 * self.pitch:
                    cost += 1.0
        return cost

    def _aside(self, start: int, end: int) -> float:
        """How far the cells of a row stand from where its figures say they should: beside their middle or their top."""
        at = next(i for i in range(start, end) if self.anchors[i])
        place = self.lines[at].at
        if place is None or not self.pitch:
            above, below = at - start, end - 1 - at
            return 0.6 * abs(above - below) if self.style.centred else 1.0 * above
        cost = 0.0
        for j in self.texts:
            places = [where for i in range(start, end) if self.lines[i].cells[j] and (where := self.lines[i].at)]
            if places:
                middle = (places[0] + places[-1]) / 2 if self.style.centred else places[0]
                cost += 1.2 * max(0.0, abs(middle - place - self.style.shift) / self.pitch - self.style.slack)
        return cost

    def _is_title(self, at: int) -> bool:
        cells = [cell for cell in self.lines[at].cells if cell]
        return len(cells) == 1 and bool(_TITLE.match(cells[0].text))

    def _wrapped(self, pieces: Sequence[Piece], full: float) -> float:
        """How unlikely it is that these lines, and no more, are one cell."""
        cost = 0.0
        opened = 0
        for piece in pieces[:-1]:
            opened += _open(piece.text)
            if piece.width < full:
                cost += 0.5 if opened > 0 else 2.0
        opened += _open(pieces[-1].text)
        if pieces[-1].width >= full and not self.spaced and not self.drawn:
            cost += 0.4
        return cost + (1.5 if opened else 0.0)


def _open(text: str) -> int:
    return sum(text.count(c) for c in "（(《“") - sum(text.count(c) for c in "）)》”")
