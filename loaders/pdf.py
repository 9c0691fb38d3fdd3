"""PDF files with a text layer: reading order of columns, whole paragraphs, ruled tables, page numbers as origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.loaders import ocr
from kg.loaders.draft import Draft
from kg.loaders.file import File
from kg.loaders.pdf_lines import Line, Paragraph, columns, paragraphs
from kg.loaders.pdf_loose import Laid, Placed, loose_tables
from kg.loaders.pdf_pages import Page, read_pages, read_scans
from kg.loaders.pdf_tables import Ruled, ruled_tables
from kg.loaders.plain import hints_of
from kg.types import Article

_PAGE_NUMBER = re.compile(
    r"[-—－–·\s]*(?:第?\s*\d{1,4}\s*页?|[ivxIVX]{1,5})(?:\s*[/／,，共]*\s*\d{1,4}\s*页?)?[-—－–·\s]*"
)
# What browsers print around a page: its address, the time.
_PRINTED = re.compile(r"(?:https?|file)://\S*|\d{1,4}/\d{1,2}/\d{1,4}[,，]?\s*\d{1,2}:\d\d.*")
_FIGURES = re.compile(r"[\d\s.,%]+")
_MARGIN = 0.11  # of the page's height: where running heads, feet and page numbers stand
_ENDED = re.compile(r"[。！？；：…][”’）》]*$")
_OCR = "install it with: pip install 'quyu-kg[ocr]'"
_FEW = 12  # characters of a page that is a picture with a stamp on it


def read(file: File) -> list[Article]:
    """The document as one article; each paragraph knows its page.

    Pages that are pictures are read by OCR where its extra is installed.

    Raises:
        InputError: the file is damaged, encrypted, or all its pages are pictures and OCR is not installed.
        MissingExtraError: pypdfium2 is not installed.
    """
    pages = list(read_pages(file))
    scanned = [page.number for page in pages if page.picture and page.size < _FEW]
    blind = [page.number for page in pages if page.unmapped > 0.3]
    unread = sorted({*scanned, *blind})
    notes = []
    if unread and ocr.installed():
        read_now = {page.number: page for page in read_scans(file, unread)}
        pages = [read_now.get(page.number, page) for page in pages]
        notes.append(f"pages that are pictures, read by OCR (characters may be wrong): {_list(unread)}")
        unread = []
    if pages and len(scanned) == len(pages) == len(unread):
        raise file.refuse(f"its {len(pages)} pages are pictures (scanned) and need OCR", _OCR)
    if pages and len(blind) == len(pages) == len(unread):
        raise file.refuse("its fonts do not say which characters they draw; it needs OCR", _OCR)
    if unread and scanned:
        notes.append(f"pages that are pictures (scanned) and need OCR ({_OCR}): {_list(scanned)}")
    if unread and blind:
        notes.append(f"pages whose fonts do not say which characters they draw ({_OCR}): {_list(blind)}")
    return [article_of(file, [page for page in pages if page.number not in unread or page.number not in blind], notes)]


def article_of(file: File, pages: Sequence[Page], notes: Sequence[str]) -> Article:
    """The article that stands on pages; `notes` say what could not be read of them.

    Raises:
        InputError: the pages hold no text.
    """
    draft = Draft()
    running = _running(pages)
    ruled = {page.number: ruled_tables(page) for page in pages}
    laid = [Laid(page, _kept(page, running, ruled[page.number])) for page in pages]
    loose, unclear = loose_tables(laid)
    draft.notes += [*unclear, *notes]
    _join(laid, ruled)
    for one in laid:
        _write(draft, one, ruled[one.page.number], loose)
    if not draft:
        raise file.refuse("its pages hold no text", "look whether they hold anything")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return article


def _list(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + (f" and {len(numbers) - 20} more" if len(numbers) > 20 else "")


def _kept(page: Page, running: frozenset[tuple[str, int]], tables: Sequence[Ruled]) -> list[Line]:
    """The lines of a page that are its own: no running heads, no page number, no cells of ruled tables."""
    furniture = [line for line in page.lines if _is_furniture(line, page, running)]
    # A figure in the margin that has neighbours on its line is a cell of a table.
    others = [line for line in page.lines if line not in furniture and _in_margin(line, page)]
    others += [line for line in furniture if _FIGURES.fullmatch(line.text)]
    heads = [f for f in furniture if not any(line is not f and abs(line.y - f.y) < 0.5 * line.em for line in others)]
    return [line for line in page.lines if line not in heads and not _inside(line, tables)]


def _join(laid: Sequence[Laid], ruled: dict[int, list[Ruled]]) -> None:
    """Put the parts of a table that goes over several pages together, its heading rows once."""
    open_: Ruled | None = None
    for one in laid:
        tables = sorted(ruled[one.page.number], key=lambda table: -table.top)
        if not tables:
            open_ = None
            continue
        first, last = tables[0], tables[-1]
        if open_ and not any(line.y > first.top for line in one.lines) and open_.goes_on_in(first):
            open_.add(first)
            ruled[one.page.number] = tables[1:]
        else:
            open_ = None
        if any(line.y < last.bottom for line in one.lines):
            open_ = None
        elif last is not first or open_ is None:
            open_ = last


def _write(draft: Draft, laid: Laid, ruled: Sequence[Ruled], loose: Sequence[Placed]) -> None:
    page = laid.page
    draft.page = page.number
    kept = [line for line in laid.lines if not any(table.holds(page.number, line) for table in loose)]
    tables: list[Ruled | Placed] = [*ruled, *(table for table in loose if table.page == page.number)]
    above = [line for line in kept if not page.down_lines or line.y > page.down_top]
    _blocks_into(draft, above, tables)
    if page.down_lines:
        draft.closed = draft.closed or bool(above)
        _blocks_into(draft, page.down_lines, ())
        draft.closed = True
        _blocks_into(draft, [line for line in kept if line.y <= page.down_top], ())


def _blocks_into(draft: Draft, lines: Sequence[Line], tables: Sequence[Ruled | Placed]) -> None:
    page = draft.page
    for block in _blocks(lines, tables):
        if isinstance(block, Ruled):
            draft.table(block.rows, pages=block.pages)
        elif isinstance(block, Placed):
            draft.table(block.table.rows, pages=block.table.pages)
        if not isinstance(block, list):
            draft.page = page
            draft.closed = True
            continue
        for number, paragraph in enumerate(paragraphs(block)):
            # A paragraph that goes on in the next column or on the next page.
            if number == 0 and draft and not draft.closed and not paragraph.indented and paragraph.wide:
                draft.extend(paragraph.text)
            else:
                draft.paragraph(paragraph.text)
            draft.closed = _is_closed(paragraph)


def _is_closed(paragraph: Paragraph) -> bool:
    return bool(_ENDED.search(paragraph.text)) or not paragraph.reaches_edge


def _blocks(lines: Sequence[Line], tables: Sequence[Ruled | Placed]) -> Iterator[Ruled | Placed | list[Line]]:
    """Text columns and tables from the top of the page down."""
    rest = list(lines)
    for table in sorted(tables, key=lambda one: -one.top):
        above = [line for line in rest if line.y > table.top]
        rest = [line for line in rest if line.y <= table.top]
        yield from columns(above)
        yield table
    yield from columns(rest)


def _inside(line: Line, tables: Sequence[Ruled]) -> bool:
    return any(t.bottom <= line.y <= t.top and t.left - 2 <= line.left and line.right <= t.right + 2 for t in tables)


def _running(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Lines in the margins that come again on other pages at the same height, digits left out of account."""
    seen: dict[tuple[str, int], int] = {}
    for page in pages:
        for place in {near for line in page.lines if _in_margin(line, page) for near in _places(line)}:
            seen[place] = seen.get(place, 0) + 1
    return frozenset(place for place, n in seen.items() if n >= max(2, 0.3 * len(pages)) and n >= min(3, len(pages)))


def _places(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """What a line reads and the two steps of height that it is nearest to."""
    step = int(line.y // 6)
    shape = _shape(line.text)
    return (shape, step), (shape, step + 1 if line.y % 6 >= 3 else step - 1)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", text))


def _in_margin(line: Line, page: Page) -> bool:
    return line.y > page.height * (1 - _MARGIN) or line.y < page.height * _MARGIN


def _is_furniture(line: Line, page: Page, running: frozenset[tuple[str, int]]) -> bool:
    if not _in_margin(line, page):
        return False
    if _PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text):
        return True
    return len(line.text) < 60 and any(place in running for place in _places(line))
