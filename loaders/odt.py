"""OpenDocument texts: paragraphs, headings, lists, tables with merged and repeated cells, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.loaders.container import open_zip, parse_xml, read_part
from kg.loaders.draft import Draft, Merged, Value
from kg.loaders.file import File
from kg.loaders.odf_numbering import OdfNumbering
from kg.loaders.plain import hints_of
from kg.types import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = frozenset({_TEXT + "tracked-changes", _OFFICE + "annotation", _TEXT + "note-citation", _OFFICE + "forms"})
_MOST_SPAN = 200
_DEEPEST = 10


def read(file: File) -> list[Article]:
    """The document as one article.

    Raises:
        InputError: the file is damaged, encrypted or empty.
        MissingExtraError: lxml is not installed.
    """
    with open_zip(file) as box:
        data = read_part(file, box, "content.xml")
        styles = read_part(file, box, "styles.xml")
        manifest = read_part(file, box, "META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise file.refuse("the file is encrypted", "save it without a password")
    if data is None:
        raise file.refuse("it is no OpenDocument text: content.xml is missing", "save it again")
    root = parse_xml(file, data, "content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    reader = _Reader(OdfNumbering(parse_xml(file, styles, "styles.xml") if styles else None, root))
    if body is not None:
        reader.blocks(body)
    draft = reader.draft
    if not draft:
        raise file.refuse("the document holds no text", "look whether it holds pictures only")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return [article]


class _Reader:
    def __init__(self, numbering: OdfNumbering) -> None:
        self.draft = Draft()
        self.numbering = numbering

    def blocks(self, parent: Iterable[_Element]) -> None:
        """Paragraphs, headings, lists and tables below an element."""
        for child in parent:
            if not isinstance(child.tag, str) or child.tag in _SKIPPED:
                continue
            if child.tag in (_TEXT + "p", _TEXT + "h"):
                self.paragraph(child, self.heading(child))
            elif child.tag == _TEXT + "list":
                style = child.get(_TEXT + "style-name", "")
                goes_on = child.get(_TEXT + "continue-numbering") == "true" or _TEXT + "continue-list" in child.attrib
                self.numbering.begin(style, goes_on)
                self.items(child, style, 1)
            elif child.tag == _TABLE + "table":
                self.draft.table(_grid(child))
            else:
                self.blocks(child)

    def items(self, list_: _Element, style: str, level: int) -> None:
        """The items of a list; the first paragraph of each has its number."""
        for item in list_:
            label = ""
            if item.tag == _TEXT + "list-item" and any(c.tag in (_TEXT + "p", _TEXT + "h") for c in item):
                label = self.numbering.item(style, level, item.get(_TEXT + "start-value"))
            for child in item:
                if child.tag == _TEXT + "list":
                    if level < _DEEPEST:
                        self.items(child, child.get(_TEXT + "style-name", style), level + 1)
                elif child.tag in (_TEXT + "p", _TEXT + "h"):
                    self.paragraph(child, label)
                    label = ""
                else:
                    self.blocks([child])

    def heading(self, element: _Element) -> str:
        """The number of a heading that stands in no list."""
        if element.tag != _TEXT + "h" or element.get(_TEXT + "is-list-header") == "true":
            return ""
        return self.numbering.heading(element.get(_TEXT + "outline-level", "1"))

    def paragraph(self, element: _Element, label: str) -> None:
        """A paragraph behind its number, then its notes."""
        text = "".join(_pieces(element))
        self.draft.paragraph(label + text if text.strip() else "")
        for note in element.iter(_TEXT + "note-body"):
            self.blocks(note)


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
