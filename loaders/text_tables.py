"""Tables in plain text, as they come when a page of a PDF is copied: cells parted by blanks, names broken over lines,
page numbers and the heading row again on each page.

The text of an article with such tables is written anew: prose stays as it is, each row becomes one paragraph with bars
between its cells, as in all other formats; a cell's origin names the line of the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.loaders.bar_tables import bar_table
from kg.loaders.draft import Draft
from kg.loaders.loose_tables import (
    DOUBTFUL,
    Header,
    LooseTable,
    Part,
    RawLine,
    align_by_order,
    align_by_place,
    build_table,
    header_by_order,
    header_by_place,
    repeated,
)
from kg.loaders.table_names import is_label, is_subject
from kg.types import Article

_WIDE = re.compile(r"(?:[ \u00a0\u3000]{2,}|\s*\t\s*)")
_TOKEN = re.compile(r"[^\s|｜│┃║¦]+")
_BLANK = re.compile(r"[ \u00a0\u3000\t]+")
_PAGE = re.compile(
    r"\s*(?:[-—–－]+\s*(\d{1,4})\s*[-—–－]+|第\s*(\d{1,4})\s*页(?:[，,/ ]*共\s*\d{1,4}\s*页)?|(\d{1,4}))\s*"
)
_MOST = 120.0  # half-width characters of one cell; more is prose
_LONGEST_HEADER = 200
_HEAD_LINES = 3
_AHEAD = 50  # lines from which the number of columns is seen
_PROBE = 120  # lines that are looked at first
_NEAR_END = 20
_LONG = 12  # lines of a table that no other reading need be tried for


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    page: int | None = None
    mark: bool = False  # a page number, no text
    cut: dict[re.Pattern[str], tuple[Part, ...]] = field(default_factory=dict)

    def parts(self, sign: re.Pattern[str]) -> tuple[Part, ...]:
        """The line cut at a sign, cut once however often it is asked for."""
        if sign not in self.cut:
            self.cut[sign] = _parts(self.text, sign)
        return self.cut[sign]


def with_tables(article: Article) -> Article:
    """The article with the tables that its text holds; the same article when it holds none."""
    if article.tables or not _may_hold(article.text):
        return article
    lines = _lines(article.text)
    found = list(_tables(lines))
    if not found:
        return article
    draft = Draft()
    notes = []
    at = 0
    for table, skipped in found:
        if table.doubt > DOUBTFUL:
            where = f"lines {skipped.start + 1}-{skipped.stop}"
            notes.append(f"{where} look like a table, but its broken cells cannot be put together; read as prose")
            continue
        _prose(draft, article.text, lines[at : skipped.start])
        draft.table(table.rows, None, table.numbers, pages=table.pages)
        at = skipped.stop
    if not draft:
        return replace(article, notes=(*article.notes, *notes))
    _prose(draft, article.text, lines[at:])
    made = draft.article(article.source, article.hints)
    return replace(made, notes=(*article.notes, *notes))


def _may_hold(text: str) -> bool:
    """Whether a line of a text names a column of a table; quick, since most texts hold none."""
    for match in re.finditer(r"[^\r\n]+", text):
        line = match[0]
        if len(line) <= _LONGEST_HEADER and any(len(one) < 16 and is_subject(one) for one in _TOKEN.findall(line)):
            return True
    return False


def _lines(text: str) -> list[_Line]:
    lines = [_Line(*match.span(), match[0]) for match in re.finditer(r"[^\r\n\f]+", text) if match[0].strip()]
    marks = [(i, m) for i, line in enumerate(lines) if (m := _PAGE.fullmatch(line.text))]
    numbers = [(i, int(m[1] or m[2] or m[3]), m[3] is None) for i, m in marks]
    # A bare number is a page's when it is one of a sequence.
    known = {n for _, n, sure in numbers if sure}
    bare = {n for _, n, sure in numbers if not sure}
    for i, n, sure in numbers:
        lines[i].mark = sure or (not known and (n - 1 in bare or n + 1 in bare))
    page: int | None = None
    last = {i: n for i, n, _ in numbers if lines[i].mark}
    for i in range(len(lines) - 1, -1, -1):  # a number at the foot is that of the lines above it
        page = last.get(i, page)
        lines[i].page = page
    return lines


def _prose(draft: Draft, text: str, lines: Sequence[_Line]) -> None:
    draft.page = None
    kept = [line for line in lines if not line.mark]
    if kept:
        draft.paragraph(
            text[kept[0].start : kept[-1].end] if len(kept) == len(lines) else "\n".join(k.text for k in kept)
        )


def _tables(lines: Sequence[_Line]) -> Iterator[tuple[LooseTable, range]]:
    """Tables and the lines that each takes."""
    at = 0
    texts = [line.text for line in lines]
    while at < len(lines):
        found = bar_table(texts, at)
        found = found or _table(lines, at) if len(lines[at].text) <= _LONGEST_HEADER and not lines[at].mark else None
        if found is None:
            at += 1
        else:
            yield found
            at = found[1].stop


def _table(lines: Sequence[_Line], at: int) -> tuple[LooseTable, range] | None:
    """The table whose header begins with a line, by the reading that takes most lines."""
    best: tuple[LooseTable, range] | None = None
    ahead = [line for line in lines[at : at + 8] if not line.mark][:4]
    if not any(is_subject(token) for line in ahead for token in line.text.split()):
        return None
    for sign, placed in ((_WIDE, True), (_WIDE, False), (_BLANK, False)):
        found = _read(lines, at, sign, placed)
        if found is not None and (best is None or len(found[1]) > len(best[1]) + 1):
            best = found
        if best is not None and best[0].doubt <= DOUBTFUL and len(best[1]) > _LONG:
            break
    return best


def _read(lines: Sequence[_Line], at: int, sign: re.Pattern[str], placed: bool) -> tuple[LooseTable, range] | None:
    if not all(is_label(part.text) for part in lines[at].parts(sign)):
        return None
    head = [RawLine(i, lines[i].parts(sign)) for i in range(at, min(at + _AHEAD, len(lines))) if not lines[i].mark]
    if placed and not any("   " in line.text for line in lines[at : at + 20]):
        return None
    header = header_by_place(head, 0) if placed else header_by_order(head, 0)
    if header is None:
        return None
    table = None
    for most in (_PROBE, len(lines)):  # few lines tell whether there is a table at all
        body = list(_body(lines[: at + header.lines + most], at, header.lines, sign))
        if placed:
            body = [line._replace(at=float(line.number)) for line in body]
        aligned = align_by_place(header, body, 2.0) if placed else align_by_order(header, body, _MOST)
        table = build_table(header, 0, body, aligned, at) if aligned else None
        if table is None or table.last < len(body) - _NEAR_END:
            break
    if table is None or not _clear(header, table):
        return None
    numbers = [at + 1, *(n + 1 for n in table.numbers[1:])]
    taken = range(at, body[table.last - 1].number + 1)
    return replace(table, first=at, last=taken.stop, numbers=numbers), taken


def _clear(header: Header, table: LooseTable) -> bool:
    """Whether most rows have most of their cells."""
    body = table.rows[len(header.rows()) :]
    filled = sum(1 for row in body for value in row if value)
    return filled >= 0.5 * len(body) * len(header.names)


def _body(lines: Sequence[_Line], at: int, head: int, sign: re.Pattern[str]) -> Iterator[RawLine]:
    """The lines below a header, without page numbers and the header come again."""
    title = [_bare(line) for line in lines[at : at + head]]
    above = {_bare(line) for line in lines[max(0, at - _HEAD_LINES) : at]}
    body = [i for i in range(at + head, len(lines)) if not lines[i].mark]
    again = repeated([_bare(lines[i]) for i in body], title, above)
    for n, i in enumerate(body):
        if n not in again:
            yield RawLine(i, lines[i].parts(sign), page=lines[i].page)


def _bare(line: _Line) -> str:
    return re.sub(r"\s", "", line.text)


def _parts(text: str, sign: re.Pattern[str]) -> tuple[Part, ...]:
    parts = []
    at = 0
    column = 0.0
    for match in [*sign.finditer(text), None]:
        end = match.start() if match else len(text)
        piece = text[at:end]
        width = _width(piece)
        if piece.strip():
            parts.append(Part(piece.strip(), column, column + width))
        column += width + (_width(match[0]) if match else 0)
        at = match.end() if match else end
    return tuple(parts)


def _width(text: str) -> float:
    """In half-width characters, as a terminal shows them."""
    return float(sum(2 if unicodedata.east_asian_width(c) in "WF" or c in "—“”‘’…" else 1 for c in text))
