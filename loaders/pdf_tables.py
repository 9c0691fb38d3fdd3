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


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table, its frame in points, and its rows from the top down."""

    left: float
    bottom: float
    right: float
    top: float
    rows: list[list[Value]]


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
    return Ruled(xs[0], ys[-1], xs[-1], ys[0], rows) if filled >= 4 else None


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
