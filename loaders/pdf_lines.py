"""From characters with places to lines, from lines to columns in reading order, from those to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_LATIN = re.compile(r"[A-Za-z0-9]")
_MARK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,4}[章节条部]|\d{1,2}[.、．](?!\d)|[①-⑳])"
)
_STOPPED = re.compile(r"[。！？][”’）》]*$")
_GUTTER = 1.2  # ems between two columns at least
_SHORT = 7.0  # ems: lines of running text are longer, cells of a table shorter
_DEEPEST = 12


class Glyph(NamedTuple):
    """A character, its box in points, the size of its font, and whether a blank stands before it."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    em: float
    blank: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of characters on one base line without a wide gap."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    em: float

    @property
    def y(self) -> float:
        """The height of its middle."""
        return (self.bottom + self.top) / 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines put together; `reaches_edge` when its last line is full, `wide` in a column of text."""

    text: str
    indented: bool
    reaches_edge: bool
    wide: bool


def make_lines(glyphs: Sequence[Glyph], gutter: float = _GUTTER * 0.95) -> list[Line]:
    """Lines from the top down and from left to right, cut where a gap is wider than `gutter` ems."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-(g.bottom + g.top), g.left)):
        middle = (glyph.bottom + glyph.top) / 2
        for row in reversed(rows[-3:]):
            first = max(row, key=lambda g: g.top - g.bottom)
            if first.bottom - 0.15 * first.em <= middle <= first.top + 0.15 * first.em:
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    lines = [line for row in rows for line in _cut(sorted(row, key=lambda g: g.left), gutter)]
    return sorted(lines, key=lambda line: (-round(line.y, 1), line.left))


def _cut(row: list[Glyph], gutter: float) -> Iterator[Line]:
    current: list[Glyph] = []
    for glyph in row:
        # In a narrow table the figures of two cells are closer than two words, but not than those of one number.
        room = gutter
        if gutter < 1 and current and glyph.text.isdigit() and current[-1].text.isdigit():
            room = 0.6 * gutter
        if current and glyph.left - current[-1].right > room * max(glyph.em, current[-1].em):
            yield _line(current)
            current = []
        current.append(glyph)
    if current:
        yield _line(current)


def _line(glyphs: list[Glyph]) -> Line:
    pieces: list[str] = []
    for i, glyph in enumerate(glyphs):
        if i and _LATIN.match(glyph.text) and _LATIN.match(glyphs[i - 1].text):
            gap = glyph.left - glyphs[i - 1].right
            if gap > 0.2 * glyph.em and (glyph.blank or gap > 0.4 * glyph.em):
                pieces.append(" ")
        pieces.append(glyph.text)
    sizes = sorted(g.em for g in glyphs)
    return Line(
        "".join(pieces),
        glyphs[0].left,
        min(g.bottom for g in glyphs),
        max(g.right for g in glyphs),
        max(g.top for g in glyphs),
        sizes[len(sizes) // 2],
    )


def columns(lines: Sequence[Line], depth: int = 0) -> Iterator[list[Line]]:
    """Blocks of lines in reading order: a region is cut where a gutter runs through it, or between its rows."""
    if len(lines) < 4 or depth > _DEEPEST:
        if lines:
            yield list(lines)
        return
    ordered = sorted(lines, key=lambda line: (-line.y, line.left))
    gutter = _gutter(ordered)
    if gutter is not None:
        yield from columns([line for line in ordered if line.right <= gutter + 1], depth + 1)
        yield from columns([line for line in ordered if line.right > gutter + 1], depth + 1)
        return
    # A heading across the columns hides the gutter of what stands below or above it.
    for at in _rows_across(ordered):
        above, below = ordered[:at], ordered[at:]
        if len(below) >= 4 and _gutter(below) is not None:
            yield from columns(above, depth + 1)
            yield from columns(below, depth + 1)
            return
        if len(above) >= 4 and _gutter(above) is not None:
            yield from columns(above, depth + 1)
            yield from columns(below, depth + 1)
            return
    yield ordered


def _rows_across(ordered: Sequence[Line]) -> Iterator[int]:
    """Places before and after the lines that run across the middle of a region."""
    left, right = min(line.left for line in ordered), max(line.right for line in ordered)
    middle = (left + right) / 2
    edges = []
    for i, line in enumerate(ordered):
        if line.left < middle < line.right and line.right - line.left > 0.2 * (right - left):
            edges += [i + 1, i]
    yield from [edge for edge in dict.fromkeys(edges) if 0 < edge < len(ordered)][:60]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where an empty strip parts a region into two columns of running text, None without one."""
    em = sorted(line.em for line in lines)[len(lines) // 2]
    spans = sorted((line.left, line.right) for line in lines)
    reach = spans[0][1]
    best: tuple[float, float] | None = None
    for left, right in spans[1:]:
        if left - reach > _GUTTER * em * 0.8 and (best is None or left - reach > best[0]):
            best = (left - reach, reach)
        reach = max(reach, right)
    if best is None:
        return None
    sides = (
        [line for line in lines if line.right <= best[1] + 1],
        [line for line in lines if line.right > best[1] + 1],
    )
    return best[1] if all(_is_text(side, em) for side in sides) else None


def _is_text(lines: Sequence[Line], em: float) -> bool:
    """Whether lines are running text: several, long, and most of them as wide as the widest."""
    if len(lines) < 2:
        return False
    widths = sorted(line.right - line.left for line in lines)
    # Last lines of paragraphs are short: the third quartile tells.
    usual = widths[len(widths) * 3 // 4]
    return usual > _SHORT * em and widths[-1] < 2 * usual


def paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of one column."""
    rows = _rows(lines)
    left = _usual([row[0].left for row in rows])
    right = max(row[-1].right for row in rows)
    texts: list[str] = []
    indented = full = False
    last: list[Line] | None = None
    for row in rows:
        text = "   ".join(line.text for line in row)
        begins = last is None or _begins(row, last, left, right)
        if begins and texts:
            yield Paragraph("".join(texts), indented, full, right - left > 8 * rows[0][0].em)
            texts = []
        if not texts:
            indented = row[0].left > left + 0.8 * row[0].em
        elif texts[-1][-1:].isalpha() and text[:1].isalpha() and _LATIN.match(texts[-1][-1:]) and _LATIN.match(text):
            texts.append(" ")
        texts.append(text)
        full = row[-1].right > right - 2.5 * row[-1].em
        last = row
    if texts:
        yield Paragraph("".join(texts), indented, full, right - left > 8 * rows[0][0].em)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.y, one.left)):
        if rows and rows[-1][0].bottom <= line.y <= rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _usual(values: Sequence[float]) -> float:
    """The left edge: the smallest value that a fair share of the lines has."""
    counts = [(value, sum(1 for other in values if abs(other - value) < 3)) for value in values]
    return min(value for value, n in counts if n >= max(1, 0.2 * len(values)))


def _begins(row: list[Line], last: list[Line], left: float, right: float) -> bool:
    """Whether a row begins a paragraph: it is indented, of another size, or follows a short row or a wide gap."""
    em = row[0].em
    if abs(em - last[0].em) > 0.15 * em or len(row) > 1 or len(last) > 1:
        return True
    if last[0].bottom - row[0].top > 1.6 * em:
        return True
    if last[-1].right < right - 2.5 * em:
        # the row before has room for the next character: its end is meant
        return True
    if last[-1].right < right - 1.1 * em and _STOPPED.search(last[-1].text):
        return True
    indent = row[0].left - left
    if 1.2 * em < indent < 4.5 * em:
        return True
    return bool(_MARK.match(row[0].text)) and bool(re.search(r"[。！？；：]$", last[-1].text))
