"""Slides: the text and the tables of each slide in order; the slide's number is the page."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from kg.loaders.container import open_zip, parse_xml, read_part
from kg.loaders.draft import Draft, Merged, Value
from kg.loaders.file import File
from kg.loaders.plain import hints_of
from kg.types import Article

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(file: File) -> list[Article]:
    """The presentation as one article.

    Raises:
        InputError: the file is damaged, encrypted or empty.
        MissingExtraError: lxml is not installed.
    """
    draft = Draft()
    with open_zip(file) as box:
        show = read_part(file, box, "ppt/presentation.xml")
        links = read_part(file, box, "ppt/_rels/presentation.xml.rels")
        if show is None or links is None:
            raise file.refuse("it is no presentation: the part ppt/presentation.xml is missing", "save it again")
        targets = {r.get("Id"): r.get("Target", "") for r in parse_xml(file, links, "presentation.xml.rels")}
        for number, slide in enumerate(parse_xml(file, show, "presentation.xml").iter(_P + "sldId"), 1):
            name = posixpath.normpath(posixpath.join("ppt", targets.get(slide.get(_R + "id"), ""))).lstrip("/")
            data = read_part(file, box, name)
            if data is not None:
                draft.page = number
                _blocks(draft, parse_xml(file, data, name))
    if not draft:
        raise file.refuse("the presentation holds no text", "look whether it holds pictures only")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return [article]


def _blocks(draft: Draft, parent: _Element) -> None:
    for child in parent:
        if child.tag == _A + "p":
            draft.paragraph(_text(child))
        elif child.tag == _A + "tbl":
            draft.table(_grid(child))
        elif child.tag != _FALLBACK:
            _blocks(draft, child)


def _text(paragraph: _Element) -> str:
    pieces = []
    for element in paragraph.iter(_A + "t", _A + "br"):
        pieces.append("\n" if element.tag == _A + "br" else element.text or "")
    return "".join(pieces)


def _grid(table: _Element) -> list[list[Value]]:
    grid: list[list[Value]] = []
    for i, row in enumerate(table.iter(_A + "tr")):
        line: list[Value] = []
        for j, cell in enumerate(row.iter(_A + "tc")):
            left = line[j - 1] if j else None
            above = grid[i - 1][j] if i and j < len(grid[i - 1]) else None
            if cell.get("hMerge") in ("1", "true"):
                line.append(left if isinstance(left, Merged) else Merged(i, j - 1))
            elif cell.get("vMerge") in ("1", "true"):
                line.append(above if isinstance(above, Merged) else Merged(i - 1, j))
            else:
                line.append(" ".join(_text(p) for p in cell.iter(_A + "p")))
        grid.append(line)
    return grid
