"""The blocks of an HTML tree into an article: paragraphs, headings, lists, tables with merged cells."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.loaders.draft import Draft, Merged, Value, squeeze

if TYPE_CHECKING:
    from lxml.html import HtmlElement

INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
     "ins", "kbd", "label", "mark", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "st1:chsdate",
     "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)  # fmt: skip
_INDENT = re.compile(r"\n[ \t]*(?:\u3000{1,}|\u00a0{2,}|[ \u00a0]{4,})")
_LONGEST_CELL = 1500  # characters; a cell with more holds a page, not a value
_MOST_COLUMNS = 200
_MOST_SPAN = 1000


def write_blocks(draft: Draft, body: HtmlElement, leave_out: Callable[[str], bool] = lambda text: False) -> None:
    """Add what an element holds; paragraphs of which `leave_out` says so are none of the article."""
    walker = _Walker(draft, leave_out)
    walker.walk(body)
    walker.flush()


class _Walker:
    def __init__(self, draft: Draft, leave_out: Callable[[str], bool]) -> None:
        self.draft = draft
        self.leave_out = leave_out
        self.pending: list[str] = []

    def walk(self, element: HtmlElement) -> None:
        """Add what an element holds, paragraphs ended where a block begins or ends."""
        if element.tag == "table" and _is_data(element):
            self.flush()
            self.draft.table(table_rows(element))
            return
        if element.text:
            self.pending.append(_flat(element.text))
        for child in element:
            if isinstance(child.tag, str):
                if child.tag == "br":
                    self.pending.append("\n")
                elif child.tag in INLINE:
                    self.walk(child)
                else:
                    self.flush()
                    self.walk(child)
                    self.flush()
            if child.tail:
                self.pending.append(_flat(child.tail))

    def flush(self) -> None:
        """End a paragraph."""
        text = "".join(self.pending)
        self.pending.clear()
        for part in _INDENT.split(text):
            lines = [line.strip(" \t\u00a0\u3000") for line in part.split("\n")]
            # Empty lines part paragraphs; single ones may be inside of one.
            for block in re.split(r"\n{2,}", "\n".join(line for line in lines if not self.leave_out(line))):
                self.draft.paragraph(block.strip())


def _flat(text: str) -> str:
    """Source line breaks mean nothing in HTML; wide and no-break blanks, which indent, stay."""
    return re.sub(r"[ \t\r\n\f]+", " ", text)


def _is_data(table: HtmlElement) -> bool:
    """Whether a table holds values, not the layout of a page."""
    rows = list(table.iter("tr"))
    if len(rows) < 2 or next(table.iterdescendants("table"), None) is not None:
        return False
    widths = [sum(1 for cell in row if cell.tag in ("td", "th")) for row in rows]
    if max(widths, default=0) < 2:
        return False
    return all(len(cell.text_content()) <= _LONGEST_CELL for row in rows for cell in row if isinstance(cell.tag, str))


def table_rows(table: HtmlElement) -> list[list[Value]]:
    """The rows of a table, cells that span rows or columns pointing to their first place."""
    grid: list[dict[int, Value]] = []
    for i, row in enumerate(table.iter("tr")):
        while len(grid) <= i:
            grid.append({})
        j = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while j in grid[i]:
                j += 1
            if j >= _MOST_COLUMNS:
                break
            grid[i][j] = _cell_text(cell)
            for down in range(_span(cell, "rowspan")):
                while len(grid) <= i + down:
                    grid.append({})
                for right in range(_span(cell, "colspan")):
                    if (down or right) and j + right < _MOST_COLUMNS:
                        grid[i + down].setdefault(j + right, Merged(i, j))
            j += 1
    grid = grid[: sum(1 for _ in table.iter("tr"))]
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    return [[row.get(j) for j in range(width)] for row in grid]


def _cell_text(cell: HtmlElement) -> str:
    parts: list[str] = []
    for element in cell.iter():
        if isinstance(element.tag, str):
            if element.tag in ("br", "p", "div", "li") and parts:
                parts.append(" ")
            parts.append(element.text or "")
        if element is not cell:
            parts.append(element.tail or "")
    return squeeze("".join(parts))


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1
