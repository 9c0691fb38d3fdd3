"""Word documents: paragraphs with their automatic numbers, tables, text boxes, notes; deleted text left out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.loaders.container import open_zip, parse_xml, read_part
from kg.loaders.draft import Draft, Merged, Value
from kg.loaders.file import File
from kg.loaders.numbering import Numbering
from kg.loaders.plain import hints_of
from kg.types import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({W + "del", W + "instrText", W + "delText", W + "moveFrom", W + "rPr", W + "pPr", _FALLBACK})
_BOX = W + "txbxContent"
_MOST_SPAN = 200


def read(file: File) -> list[Article]:
    """The document as one article.

    Raises:
        InputError: the file is damaged, encrypted or empty.
        MissingExtraError: lxml is not installed.
    """
    with open_zip(file) as box:
        data = read_part(file, box, "word/document.xml")
        if data is None:
            raise file.refuse("it is no Word document: the part word/document.xml is missing", "save it again")
        body = parse_xml(file, data, "word/document.xml").find(W + "body")
        reader = _Reader(Numbering(_tree(file, box, "word/numbering.xml"), _tree(file, box, "word/styles.xml")))
        if body is not None:
            reader.blocks(body)
        for part, kind in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
            reader.add_notes(_tree(file, box, part), kind)
    draft = reader.draft
    if not draft:
        raise file.refuse("the document holds no text", "look whether it holds pictures only")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return [article]


def _tree(file: File, box: zipfile.ZipFile, name: str) -> _Element | None:
    data = read_part(file, box, name)
    return None if data is None else parse_xml(file, data, name)


class _Reader:
    def __init__(self, numbering: Numbering) -> None:
        self.draft = Draft()
        self.numbering = numbering
        self.marks: dict[tuple[str, str], int] = {}

    def blocks(self, parent: _Element) -> None:
        """Paragraphs and tables below an element, content controls opened."""
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child)
            elif child.tag == W + "tbl":
                self.table(child)
            elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "smartTag"):
                self.blocks(child)

    def paragraph(self, element: _Element) -> None:
        """One paragraph, then the text boxes that hang on it."""
        text = self.text(element)
        if text.strip():
            self.draft.paragraph(self.numbering.label(element) + text)
        for box in _boxes(element):
            self.blocks(box)

    def text(self, element: _Element) -> str:
        """The characters of a paragraph, without those of its text boxes."""
        return "".join(self._pieces(element))

    def _pieces(self, element: _Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or tag == _BOX:
                continue
            if tag == W + "t":
                yield child.text or ""
            elif tag == W + "tab":
                yield " "
            elif tag in (W + "br", W + "cr"):
                yield "\n"
            elif tag == W + "noBreakHyphen":
                yield "-"
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                key = (str(tag)[len(W) : -len("Reference")], child.get(W + "id", ""))
                yield f"[{self.marks.setdefault(key, len(self.marks) + 1)}]"
            else:
                yield from self._pieces(child)

    def table(self, element: _Element) -> None:
        """A table of values, or the contents of one that only places text on the page."""
        rows = list(_rows(element))
        if max((len(list(_cells(row))) for row in rows), default=0) < 2 or any(
            cell.find(W + "tbl") is not None for row in rows for cell in _cells(row)
        ):
            for row in rows:
                for cell in _cells(row):
                    self.blocks(cell)
            return
        grid: list[list[Value]] = []
        for i, row in enumerate(rows):
            line: list[Value] = []
            for cell in _cells(row):
                j = len(line)
                properties = cell.find(W + "tcPr")
                wide = _number(properties, "gridSpan")
                above = grid[i - 1][j] if i and j < len(grid[i - 1]) else None
                if _continues(properties) and i:
                    line.append(above if isinstance(above, Merged) else Merged(i - 1, j))
                else:
                    line.append(" ".join(self.text(p) for p in cell.iter(W + "p")))
                line += [Merged(i, j)] * (wide - 1)
            grid.append(line)
        self.draft.table(grid)

    def add_notes(self, root: _Element | None, kind: str) -> None:
        """The texts of the notes that the body refers to, numbered as there."""
        if root is None:
            return
        for note in root:
            number = self.marks.get((kind, note.get(W + "id", "")))
            if number is not None:
                text = "".join(self.text(p) for p in note.iter(W + "p")).strip()
                self.draft.paragraph(f"[{number}]{text}")


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _boxes(child)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == W + "tr":
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _rows(child)


def _cells(row: _Element) -> Iterator[_Element]:
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "customXml"):
            yield from _cells(child)


def _number(properties: _Element | None, name: str) -> int:
    found = None if properties is None else properties.find(W + name)
    value = "1" if found is None else found.get(W + "val", "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isdigit() and len(value) < 6 else 1


def _continues(properties: _Element | None) -> bool:
    merge = None if properties is None else properties.find(W + "vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"
