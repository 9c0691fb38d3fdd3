"""OpenDocument texts: paragraphs, headings, lists, tables with merged and repeated cells, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.loaders.container import open_zip, parse_xml, read_part
from kg.loaders.draft import Draft, Merged, Value
from kg.loaders.file import File
from kg.loaders.plain import hints_of
from kg.types import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = frozenset({_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "note-citation", _OFFICE + "forms"})
_MOST_SPAN = 200


def read(file: File) -> list[Article]:
    """The document as one article.

    Raises:
        InputError: the file is damaged, encrypted or empty.
        MissingExtraError: lxml is not installed.
    """
    with open_zip(file) as box:
        data = read_part(file, box, "content.xml")
        manifest = read_part(file, box, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise file.refuse("the file is encrypted", "save it without a password")
    if data is None:
        raise file.refuse("it is no OpenDocument text: content.xml is missing", "save it again")
    body = parse_xml(file, data, "content.xml").find(f"{_OFFICE}body/{_OFFICE}text")
    draft = Draft()
    if body is not None:
        _blocks(draft, body)
    if not draft:
        raise file.refuse("the document holds no text", "look whether it holds pictures only")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return [article]


def _blocks(draft: Draft, parent: _Element) -> None:
    for child in parent:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            continue
        if child.tag in (_TEXT + "p", _TEXT + "h"):
            draft.paragraph("".join(_pieces(child)))
            for note in child.iter(_TEXT + "note-body"):
                _blocks(draft, note)
        elif child.tag == _TABLE + "table":
            draft.table(_grid(child))
        else:
            _blocks(draft, child)


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = child.tag
        if tag == _TEXT + "s":
            count = child.get(_TEXT + "c", "1")
            yield " " * (min(int(count), 100) if count.isdigit() else 1)
        elif tag == _TEXT + "tab":
            yield " "
        elif tag == _TEXT + "line-break":
            yield "\n"
        elif isinstance(tag, str) and tag not in _SKIPPED and tag != _TEXT + "note":
            yield from _pieces(child)
        yield child.tail or ""


def _grid(table: _Element) -> list[list[Value]]:
    grid: list[list[Value]] = []
    reach: dict[tuple[int, int], Merged] = {}
    for row in table.iter(_TABLE + "table-row"):
        i = len(grid)
        line: list[Value] = []
        for cell in row:
            j = len(line)
            if cell.tag == _TABLE + "covered-table-cell":
                line += [reach.get((i, j + k)) for k in range(_count(cell, "number-columns-repeated"))]
            elif cell.tag == _TABLE + "table-cell":
                text = " ".join("".join(_pieces(p)) for p in cell.iter(_TEXT + "p"))
                for down in range(_count(cell, "number-rows-spanned")):
                    for right in range(_count(cell, "number-columns-spanned")):
                        reach[i + down, j + right] = Merged(i, j)
                line += [text] * _count(cell, "number-columns-repeated")
        grid.append(line)
    return grid


def _count(cell: _Element, name: str) -> int:
    value = cell.get(_TABLE + name, "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() and len(value) < 9 else 1
