"""The pages of a PDF by PDFium: lines of characters with their places, ruling lines, whether a page is a picture."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.errors import MissingExtraError
from kg.loaders import ocr
from kg.loaders.file import File
from kg.loaders.pdf_lines import Glyph, Line, make_lines
from kg.loaders.pdf_vertical import split_vertical

MOST_PAGES = 5000
_WIDEST_PICTURE = 4000  # pixels of a page that is drawn for OCR
_MOST_GLYPHS = 60_000  # of one page
_MOST_OBJECTS = 20_000
_THIN = 3.0  # points
_PATH, _IMAGE, _FORM = 2, 3, 5


class Rule(NamedTuple):
    """A ruling line: its ends in points, left ≤ right, bottom ≤ top."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page; y grows upwards, in points."""

    number: int
    width: float
    height: float
    lines: list[Line]
    glyphs: list[Glyph]
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    picture: bool = False
    unmapped: float = 0.0
    down_lines: list[Line] = field(default_factory=list)  # columns that run down the page, turned to lines
    down_top: float = 0.0  # where they begin

    @property
    def size(self) -> int:
        """How many characters it has."""
        return len(self.glyphs)


def read_pages(file: File) -> Iterator[Page]:
    """The pages of a file.

    Raises:
        InputError: the file is damaged or encrypted.
        MissingExtraError: pypdfium2 is not installed.
    """
    try:
        import pypdfium2 as pdfium
        import pypdfium2.raw as raw
    except ImportError:
        raise MissingExtraError("pypdfium2", "pdf", f"Reading {file.name}") from None
    try:
        document = pdfium.PdfDocument(file.data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise file.refuse("the file is encrypted", "save it without a password") from None
        raise file.refuse("the file is damaged or cut off", "get it again") from None
    try:
        if len(document) > MOST_PAGES:
            raise file.refuse(f"it has {len(document):,} pages", "split it")
        for number in range(len(document)):
            try:
                page = document[number]
            except pdfium.PdfiumError:
                raise file.refuse(f"page {number + 1} is damaged", "get the file again") from None
            yield _page(raw, page, number + 1)
            page.close()
    finally:
        document.close()


def read_scans(file: File, numbers: Sequence[int]) -> Iterator[Page]:
    """Pages that are pictures, as OCR reads them.

    Args:
        file: one that `read_pages` has read.
        numbers: of the pages, from 1.

    Raises:
        MissingExtraError: the extra for OCR is not installed.
    """
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(file.data)
    try:
        for number in numbers:
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(ocr.DPI / 72, _WIDEST_PICTURE / max(width, height, 1))
            image = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=False, may_draw_forms=False).to_numpy()
            page.close()
            yield page_of_picture(file, image, number, 1 / scale)
    finally:
        document.close()


def page_of_picture(file: File, image: Any, number: int, scale: float) -> Page:
    """A picture as a page of its characters; `scale` is points for a pixel."""
    height = image.shape[0] * scale
    glyphs = ocr.read_picture(image[:, :, :3], scale, file.name)
    level, upright = split_vertical(glyphs, height)
    top = height - min((glyph.left for glyph in upright), default=height)
    lines = make_lines(level)
    return Page(number, image.shape[1] * scale, height, lines, glyphs, down_lines=make_lines(upright), down_top=top)


def _page(raw: Any, page: Any, number: int) -> Page:
    width, height = page.get_size()
    turn = page.get_rotation()
    text = page.get_textpage()
    glyphs, unmapped = _glyphs(raw, text.raw, turn, page)
    text.close()
    across, down, picture = _drawn(page, turn, width * height)
    level, upright = split_vertical(glyphs, height)
    return Page(
        number, width, height, make_lines(level), glyphs, across, down, picture, unmapped,
        make_lines(upright), height - min((glyph.left for glyph in upright), default=height),
    )  # fmt: skip


def _glyphs(raw: Any, text: Any, turn: int, page: Any) -> tuple[list[Glyph], float]:
    # The loose box is that of the type body: quote marks and 一 keep their full place in it.
    box = raw.FS_RECTF()
    size = page.get_mediabox()
    glyphs: list[Glyph] = []
    lost = 0
    count = min(raw.FPDFText_CountChars(text), _MOST_GLYPHS)
    blank = False
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0):
            blank = True
            continue
        if code in (0, 0xFFFE, 0xFFFD) or raw.FPDFText_HasUnicodeMapError(text, i) == 1:
            lost += 1
            continue
        if code == 2:  # a hyphen at the end of a line, as PDFium says it
            code = 0x2D
        if code < 0x20 or 0xD800 <= code < 0xE000 or not raw.FPDFText_GetLooseCharBox(text, i, ctypes.byref(box)):
            continue
        place = _turned((box.left, box.bottom, box.right, box.top), turn, size)
        glyphs.append(Glyph(chr(code), *place, raw.FPDFText_GetFontSize(text, i), blank))
        blank = False
    return _once(_evened(glyphs)), lost / max(count, 1)


def _evened(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs whose em is their height on the page, flat boxes (一, for which some fonts give the ink) made as high."""
    ratios = sorted((g.top - g.bottom) / g.em for g in glyphs if g.em > 0)
    usual = ratios[len(ratios) // 2] if ratios else 1.0
    out = []
    for glyph in glyphs:
        tall = glyph.top - glyph.bottom
        em = glyph.em * usual if glyph.em > 0 else tall
        if tall < 0.6 * em:
            middle = (glyph.top + glyph.bottom) / 2
            glyph = glyph._replace(bottom=middle - em / 2, top=middle + em / 2)
        out.append(glyph._replace(em=max(em, 0.1)))
    return out


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs without those that are drawn twice at one place to look bold."""
    seen: set[tuple[str, int, int]] = set()
    out = []
    for glyph in glyphs:
        key = (glyph.text, round(glyph.left), round(glyph.bottom))
        if key not in seen:
            seen.add(key)
            out.append(glyph)
    return out


def _turned(
    box: tuple[float, float, float, float], turn: int, media: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """A box on the page as it is shown."""
    left, bottom, right, top = box[0] - media[0], box[1] - media[1], box[2] - media[0], box[3] - media[1]
    width, height = media[2] - media[0], media[3] - media[1]
    if turn == 90:
        return bottom, width - right, top, width - left
    if turn == 180:
        return width - right, height - top, width - left, height - bottom
    if turn == 270:
        return height - top, left, height - bottom, right
    return left, bottom, right, top


def _drawn(page: Any, turn: int, area: float) -> tuple[list[Rule], list[Rule], bool]:
    across: list[Rule] = []
    down: list[Rule] = []
    pictured = 0.0
    media = page.get_mediabox()
    for n, thing in enumerate(page.get_objects(filter=(_PATH, _IMAGE), max_depth=3)):
        if n > _MOST_OBJECTS:
            break
        try:
            rule = Rule(*_turned(thing.get_bounds(), turn, media))
        except RuntimeError:
            continue
        wide, tall = rule.right - rule.left, rule.top - rule.bottom
        if thing.type == _IMAGE:
            pictured += wide * tall
        elif tall <= _THIN < wide:
            across.append(rule)
        elif wide <= _THIN < tall:
            down.append(rule)
        elif wide > 4 * _THIN and tall > 3 * _THIN and wide * tall < 0.6 * area:  # the frame of a cell
            across += [rule._replace(bottom=rule.top), rule._replace(top=rule.bottom)]
            down += [rule._replace(right=rule.left), rule._replace(left=rule.right)]
    return across, down, pictured > 0.4 * area
