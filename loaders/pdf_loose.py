"""Tables of a PDF that draw no cells: three rules, rules between the rows only, or none at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.loaders.loose_tables import (
    DOUBTFUL,
    Header,
    LooseTable,
    Part,
    RawLine,
    align_by_place,
    build_table,
    header_by_place,
    repeated,
)
from kg.loaders.pdf_lines import Line, make_lines
from kg.loaders.pdf_pages import Page
from kg.loaders.table_names import is_known, is_label, is_subject

_GUTTER = 0.4  # ems between two cells; between two characters of one there is less
_SAME = 0.3  # ems by which the base lines of one line of a table may differ
_MOST_PAGES = 500
_ABOVE = 3  # lines above a header that may come again with it
_SURE = 3  # known names from which a line is the head of a table
_PROBE = 150  # lines that are looked at first
_NEAR_END = 20
_BREAK = 1000.0  # ems from one page to the next


@dataclass(slots=True)
class Laid:
    """A page and those of its lines that are no running heads, feet or cells of ruled tables."""

    page: Page
    lines: list[Line]


@dataclass(slots=True)
class Placed:
    """A table without drawn cells: its first page and place there, and from where to where it reaches on each page."""

    page: int
    top: float
    table: LooseTable
    reach: dict[int, tuple[float, float]] = field(default_factory=dict)

    def holds(self, page: int, line: Line) -> bool:
        """Whether a line of a page stands in the table."""
        low, high = self.reach.get(page, (1.0, 0.0))
        return low <= line.y <= high


@dataclass(slots=True)
class _Raw:
    line: RawLine
    page: int
    low: float
    high: float


def loose_tables(pages: Sequence[Laid]) -> tuple[list[Placed], list[str]]:
    """The tables of a document, and notes on those whose cells cannot be told apart."""
    named = [i for i, laid in enumerate(pages) if any(_names_subject(line.text) for line in laid.lines)]
    if not named:
        return [], []
    lines = [raw for laid in pages[named[0] : named[0] + _MOST_PAGES] for raw in _raw_lines(laid)]
    for number, raw in enumerate(lines):
        raw.line = raw.line._replace(number=number)
    found: list[Placed] = []
    notes: list[str] = []
    at = 0
    while at < len(lines):
        header = _header(lines, at)
        placed = _table(lines, at, header) if header else None
        unclear = header is not None and placed is None and sum(map(is_known, header.names)) >= _SURE
        if unclear or (placed and placed.table.doubt > DOUBTFUL):
            notes.append(f"page {lines[at].page} holds what looks like a table; its cells cannot be told apart")
            at = placed.table.last if placed else at + (header.lines if header else 1)
        elif placed is None:
            at += 1
        else:
            found.append(placed)
            at = placed.table.last
    return found, notes


def _names_subject(text: str) -> bool:
    return is_subject(text) or any(is_subject(token) for token in text.split()) or text in ("项目", "名称", "企业")


def _header(lines: Sequence[_Raw], at: int) -> Header | None:
    """The header that begins with a line."""
    if not all(is_label(part.text) for part in lines[at].line.parts):
        return None
    return header_by_place([raw.line for raw in lines[at : at + 10]], 0)


def _table(lines: Sequence[_Raw], at: int, header: Header) -> Placed | None:
    """The table under a header."""
    title = [raw.line.text for raw in lines[at : at + header.lines]]
    above = {raw.line.text for raw in lines[max(0, at - _ABOVE) : at]}
    table = None
    for most in (_PROBE, len(lines)):  # few lines tell whether there is a table at all
        rest = lines[at + header.lines : at + header.lines + most]
        again = repeated([raw.line.text for raw in rest], title, above)
        again |= _topmost(rest, lines[at].page, set("".join(title)))
        body = [raw.line for n, raw in enumerate(rest) if n not in again]
        aligned = align_by_place(header, body, 0.5 * (lines[at].high - lines[at].low))
        table = build_table(header, 0, body, aligned, at) if aligned else None
        if table is None or table.last < len(body) - _NEAR_END:
            break
    if table is None or not _filled(header, table):
        return None
    last = body[table.last - 1].number + 1
    return _placed(lines, at, last, table)


def _topmost(lines: Sequence[_Raw], page: int, signs: set[str]) -> set[int]:
    """What is left of the header at the top of later pages, where parts of it were taken for running heads."""
    out = set()
    top = False
    for n, raw in enumerate(lines):
        top = (top or raw.page != page) and signs.issuperset(raw.line.text)
        page = raw.page
        if top:
            out.add(n)
    return out


def _filled(header: Header, table: LooseTable) -> bool:
    body = table.rows[len(header.rows()) :]
    return sum(1 for row in body for value in row if value) >= 0.4 * len(body) * len(header.names)


def _placed(lines: Sequence[_Raw], first: int, last: int, table: LooseTable) -> Placed:
    reach: dict[int, tuple[float, float]] = {}
    for raw in lines[first:last]:
        low, high = reach.get(raw.page, (raw.low, raw.high))
        reach[raw.page] = (min(low, raw.low), max(high, raw.high))
    pages = [lines[first].page] * (len(table.rows) - len(table.numbers)) + [lines[n].page for n in table.numbers]
    made = LooseTable(first, last, table.rows, list(range(1, len(table.rows) + 1)), list(pages), table.doubt)
    return Placed(lines[first].page, lines[first].high, made, reach)


def _raw_lines(laid: Laid) -> Iterator[_Raw]:
    """The lines of a page from the top down, parts that stand on one base line together, cut at narrower gaps."""
    boxes = [(line.left - 1, line.bottom - 1, line.right + 1, line.top + 1) for line in laid.lines]
    kept = []
    for glyph in laid.page.glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        if any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes):
            kept.append(glyph)
    rows: list[list[Line]] = []
    for line in sorted(make_lines(kept, _GUTTER), key=lambda one: (-one.y, one.left)):
        if rows and abs(rows[-1][0].y - line.y) <= _SAME * line.em:
            rows[-1].append(line)
        else:
            rows.append([line])
    rules = sorted(rule.bottom for rule in laid.page.across if rule.right - rule.left > 0.3 * laid.page.width)
    above = laid.page.height
    ems = sorted(line.em for line in laid.lines)
    em = ems[len(ems) // 2] if ems else 10.0
    for row in rows:
        row.sort(key=lambda line: line.left)
        middle = row[0].y
        parts = tuple(Part(line.text, line.left, line.right) for line in row)
        ruled = any(middle < rule < above for rule in rules)
        down = laid.page.number * _BREAK + (laid.page.height - middle) / em
        raw = RawLine(0, parts, down, ruled, laid.page.number)
        yield _Raw(raw, laid.page.number, min(line.bottom for line in row), max(line.top for line in row))
        above = middle
