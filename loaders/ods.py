"""OpenDocument spreadsheets: values, merged and repeated cells, hidden sheets (calamine does not tell merged ones)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.loaders.container import open_zip, parse_xml, read_part
from kg.loaders.draft import Merged, Value
from kg.loaders.file import File

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_COLUMNS = 500
_MOST_ROWS = 1_100_000
_MOST_CELLS = 20_000_000
_MOST_SPAN = 10_000
_GROUPS = frozenset({_TABLE + name for name in ("table-row-group", "table-header-rows", "table-rows")})


class Sheet(NamedTuple):
    """A sheet, its rows as `draft.table` takes them."""

    name: str
    visible: bool
    rows: list[list[Value]]


def sheets(file: File) -> Iterator[Sheet]:
    """The sheets of a spreadsheet.

    Raises:
        InputError: the file is damaged, encrypted or too large.
        MissingExtraError: lxml is not installed.
    """
    with open_zip(file) as box:
        data = read_part(file, box, "content.xml")
        manifest = read_part(file, box, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise file.refuse("the file is encrypted", "save it without a password")
    if data is None:
        raise file.refuse("the workbook is damaged: content.xml is missing", "save it again")
    root = parse_xml(file, data, "content.xml")
    hidden = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        if any(p.get(_TABLE + "display") == "false" for p in style.iter(_STYLE + "table-properties"))
    }
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        name = table.get(_TABLE + "name", "")
        yield Sheet(name, table.get(_TABLE + "style-name") not in hidden, _rows(file, table, name))


def _rows(file: File, table: _Element, name: str) -> list[list[Value]]:
    rows: list[list[Value]] = []
    empty: list[Value] = []
    merged: list[tuple[int, int, int, int]] = []
    cells = 0
    for element in _row_elements(table):
        row = _row(element, len(rows), merged)
        times = _count(element, "number-rows-repeated", _MOST_ROWS)
        cells += len(row) * times
        if cells > _MOST_CELLS or len(rows) + times > _MOST_ROWS + 10:
            if row:
                raise file.refuse(f"the sheet {name} has too many cells", "split it")
            times = 0  # the empty rest of a sheet
        rows += [list(row) if row else empty for _ in range(times)] if row else [empty] * times
    while rows and not rows[-1]:
        rows.pop()
    for top, left, bottom, right in merged:
        for i in range(top, min(bottom, len(rows))):
            if rows[i] is empty:
                rows[i] = []
            rows[i] += [None] * (min(right, _MOST_COLUMNS) - len(rows[i]))
            for j in range(left, min(right, _MOST_COLUMNS)):
                if (i, j) != (top, left):
                    rows[i][j] = Merged(top, left)
    return rows


def _row_elements(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag == _TABLE + "table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _row_elements(child)


def _row(element: _Element, number: int, merged: list[tuple[int, int, int, int]]) -> list[Value]:
    row: list[Value] = []
    pending = 0  # empty cells that stand before the next filled one
    for cell in element:
        if cell.tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            continue
        times = _count(cell, "number-columns-repeated", 20_000)
        value = _value(cell) if cell.tag == _TABLE + "table-cell" else ""
        at = len(row) + pending
        if cell.tag == _TABLE + "table-cell" and at < _MOST_COLUMNS:
            down = _count(cell, "number-rows-spanned", _MOST_SPAN)
            right = _count(cell, "number-columns-spanned", _MOST_COLUMNS)
            if down * right > 1 and len(merged) < _MOST_CELLS // 1000:
                merged.append((number, at, number + down, at + right))
        if not value:
            pending += times
            continue
        if len(row) + pending >= _MOST_COLUMNS:
            break
        row += [None] * pending
        row += [value] * min(times, _MOST_COLUMNS - len(row))
        pending = 0
    return row


def _value(cell: _Element) -> str:
    """A cell as calamine gives it for the other formats: numbers as they are kept, dates in ISO form."""
    kind = cell.get(_OFFICE + "value-type")
    if kind in ("float", "percentage", "currency"):
        try:
            number = float(cell.get(_OFFICE + "value", ""))
        except ValueError:
            return _text(cell)
        whole = number.is_integer() and abs(number) < 1e15
        return str(int(number)) if whole else repr(round(number, 10))
    if kind == "boolean":
        return "是" if cell.get(_OFFICE + "boolean-value") == "true" else "否"
    if kind == "date":
        try:
            date = datetime.datetime.fromisoformat(cell.get(_OFFICE + "date-value", ""))
        except ValueError:
            return _text(cell)
        return date.date().isoformat() if date.time() == datetime.time() else date.isoformat(" ", "minutes")
    return _text(cell)


def _text(cell: _Element) -> str:
    return "\n".join("".join(_pieces(p)) for p in cell if p.tag == _TEXT + "p")


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == _TEXT + "s":
            count = child.get(_TEXT + "c", "1")
            yield " " * (min(int(count), 100) if count.isascii() and count.isdigit() and len(count) < 6 else 1)
        elif child.tag in (_TEXT + "tab", _TEXT + "line-break"):
            yield " "
        elif isinstance(child.tag, str) and not child.tag.startswith(_OFFICE):
            yield from _pieces(child)
        yield child.tail or ""


def _count(element: _Element, name: str, most: int) -> int:
    value = element.get(_TABLE + name, "1")
    return min(max(int(value), 1), most) if value.isascii() and value.isdigit() and len(value) < 9 else 1
