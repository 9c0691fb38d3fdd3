"""Tables that are drawn with lines: the cells between the rules, merged ones where a rule is missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.loaders.draft import Merged, Value
from kg.loaders.pdf_lines import Glyph, make_lines
from kg.loaders.pdf_pages import Page, Rule

_NEAR = 3.0  # points by which rules of one edge may differ
_FEWEST_RULES = 3
_MOST_EDGES = 200
_MOST_HEADING = 4  # rows that come again on each page


@dataclass(slots=True)
class Ruled:
    """A table, its frame in points, its rows from the top down, and the page of each."""

    left: float
    bottom: float
    right: float
    top: float
    rows: list[list[Value]]
    pages: list[int | None]
    edges: list[float]  # where its columns begin and end

    def goes_on_in(self, other: Ruled) -> bool:
        """Whether a table at the top of the next page has the same columns."""
        return len(self.edges) == len(other.edges) and all(
            abs(a - b) <= 2 * _NEAR for a, b in zip(self.edges, other.edges, strict=True)
        )

    def add(self, other: Ruled) -> None:
        """Put the rows of the next page below, without the heading rows that stand above already."""
        same = 0
        while same < min(len(self.rows), len(other.rows) - 1, _MOST_HEADING) and _equal(
            self.rows[same], other.rows[same]
        ):
            same += 1
        rest = other.rows[same:]
        shift = len(self.rows) - same
        moved = [[_moved(value, same, shift) for value in row] for row in rest]
        pages = other.pages[same:]
        if not same and moved and self._breaks_into(moved[0]):
            last = self.rows[-1]
            for j, value in enumerate(moved[0]):
                if isinstance(value, str):
                    old = last[j]
                    last[j] = old + value if isinstance(old, str) else value
            # A row below it in the same merged cells would point to a row that is gone.
            if any(isinstance(value, Merged) and value.row == len(self.rows) for row in moved[1:] for value in row):
                moved = [[_moved(value, 0, -1) for value in row] for row in moved[1:]]
            else:
                moved = [[_moved(value, len(self.rows), -1) for value in row] for row in moved[1:]]
            pages = pages[1:]
        self.rows += moved
        self.pages += pages

    def _breaks_into(self, row: Sequence[Value]) -> bool:
        """Whether the first row of the next page is the rest of the last one: its running number is missing."""
        numbers = [r[0] for r in self.rows[2:] if isinstance(r[0], str) and r[0].strip()]
        numbered = len(numbers) >= max(2, len(self.rows) - 4) and all(str(n).isdigit() for n in numbers)
        return numbered and row[0] is None and any(isinstance(value, str) for value in row)


def _equal(a: Sequence[Value], b: Sequence[Value]) -> bool:
    def plain(value: Value) -> str | tuple[int, int] | None:
        return (value.row, value.column) if isinstance(value, Merged) else value

    return [plain(value) for value in a] == [plain(value) for value in b] and any(isinstance(v, str) for v in a)


def _moved(value: Value, first: int, shift: int) -> Value:
    """A cell in the rows of another table; one that is part of a row left out is empty."""
    if not isinstance(value, Merged):
        return value
    return Merged(value.row + shift, value.column) if value.row >= first else None


def ruled_tables(page: Page) -> list[Ruled]:
    """The tables of a page; a frame with one cell is none."""
    found = []
    for across, down in _groups(page.across, page.down):
        table = _table(page, across, down)
        if table is not None:
            found.append(table)
    return found


def _groups(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other belong to one table."""
    if len(across) < _FEWEST_RULES or len(down) < _FEWEST_RULES:
        return []
    rules = [*across, *down]
    if len(rules) > 4000:
        return [(list(across), list(down))]
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for j, d in enumerate(down, len(across)):
        for i, a in enumerate(across):
            if (
                a.left - _NEAR <= d.right
                and d.left <= a.right + _NEAR
                and d.bottom - _NEAR <= a.top
                and a.bottom <= d.top + _NEAR
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate(rules):
        groups[root(i)][0 if i < len(across) else 1].append(rule)
    return [g for _, g in sorted(groups.items()) if len(g[0]) >= _FEWEST_RULES and len(g[1]) >= _FEWEST_RULES]


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _table(page: Page, across: list[Rule], down: list[Rule]) -> Ruled | None:
    xs = _edges([rule.left for rule in down])
    ys = _edges([rule.bottom for rule in across])[::-1]
    if not (3 <= len(xs) <= _MOST_EDGES and 3 <= len(ys) <= _MOST_EDGES):
        return None
    cells: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        if xs[0] <= x <= xs[-1] and ys[-1] <= y <= ys[0]:
            i = next(i for i in range(len(ys) - 1) if y >= ys[i + 1])
            cells[i, min(bisect_right(xs, x) - 1, len(xs) - 2)].append(glyph)
    home = _homes(xs, ys, across, down)
    texts: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for place, glyphs in cells.items():
        texts[home[place]] += glyphs
    rows: list[list[Value]] = []
    for i in range(len(ys) - 1):
        row: list[Value] = []
        for j in range(len(xs) - 1):
            if home[i, j] != (i, j):
                row.append(Merged(*home[i, j]))
            else:
                row.append("".join(line.text for line in make_lines(texts[i, j])) or None)
        rows.append(row)
    filled = sum(1 for row in rows for value in row if isinstance(value, str))
    return Ruled(xs[0], ys[-1], xs[-1], ys[0], rows, [page.number] * len(rows), xs) if filled >= 4 else None


def _homes(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The first place of the merged cell to which each place belongs."""
    home: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(ys) - 1):
        y = (ys[i] + ys[i + 1]) / 2
        for j in range(len(xs) - 1):
            x = (xs[j] + xs[j + 1]) / 2
            place = (i, j)
            if j and not any(abs(r.left - xs[j]) <= _NEAR and r.bottom <= y <= r.top for r in down):
                place = home[i, j - 1]
            elif i and not any(abs(r.bottom - ys[i]) <= _NEAR and r.left <= x <= r.right for r in across):
                place = home[i - 1, j]
            home[i, j] = place
    return home
