"""The rows of a sheet as articles: one for a sheet, several of a thousand rows each for a long one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.loaders.draft import Draft, Merged, Value, squeeze
from kg.loaders.file import File
from kg.loaders.mapping import told_by
from kg.loaders.plain import hints_of
from kg.types import Article

ROWS = 1000  # of one article
_HEAD = 8  # rows at most that are looked at for titles and column names
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
_DULL = re.compile(r"(?:sheet|工作表|表格?)\s*\d*", re.I)
_LONGEST_TITLE = 80


def sheet_articles(file: File, name: str, rows: Sequence[Sequence[Value]]) -> Iterator[Article]:
    """The articles of one sheet; none when it is empty."""
    filled = [i for i, row in enumerate(rows) if any(isinstance(v, str) and v.strip() for v in row)]
    if not filled:
        return
    head = _head(rows, filled)
    title = _title(rows, filled)
    shown = title or (file.stem if _DULL.fullmatch(name) or not name else f"{file.stem} {name}")
    told = told_by(file, name)
    body = [i for i in filled if i >= head]
    parts = [body[i : i + ROWS] for i in range(0, len(body), ROWS)] or [[]]
    for number, part in enumerate(parts):
        draft = Draft()
        if not title:
            draft.paragraph(shown)
        chosen = [i for i in filled if i < head] + part
        draft.table(_moved(rows, chosen), name, [i + 1 for i in chosen], told)
        article = draft.article(file.name, {})
        hints = hints_of(article.text)
        article.hints.update(hints, title=shown if len(parts) == 1 else f"{shown}（{number + 1}/{len(parts)}）")
        yield article


def _moved(rows: Sequence[Sequence[Value]], chosen: Sequence[int]) -> list[list[Value]]:
    """The chosen rows, merged cells pointing to where their first row stands now."""
    place = {i: n for n, i in enumerate(chosen)}
    out: list[list[Value]] = []
    for i in chosen:
        row: list[Value] = []
        for value in rows[i]:
            if isinstance(value, Merged):
                row.append(Merged(place[value.row], value.column) if value.row in place else None)
            else:
                row.append(value)
        out.append(row)
    return out


def _texts(row: Sequence[Value]) -> list[str]:
    return [squeeze(v) for v in row if isinstance(v, str) and v.strip()]


def _head(rows: Sequence[Sequence[Value]], filled: Sequence[int]) -> int:
    """The number of the first row that holds values: one with a bare number in it, else the second full row."""
    wide = [i for i in filled[:_HEAD] if len(_texts(rows[i])) > 1]
    for i in filled[:_HEAD]:
        texts = _texts(rows[i])
        if len(texts) > 1 and any(_NUMBER.fullmatch(t) and not re.fullmatch(r"(?:19|20)\d\d", t) for t in texts):
            return i
    return wide[1] if len(wide) > 1 else filled[-1] + 1


def _title(rows: Sequence[Sequence[Value]], filled: Sequence[int]) -> str:
    """The line above the columns that stands alone in its row; 附件1 and the like are none."""
    for i in filled[:4]:
        texts = _texts(rows[i])
        if len(texts) != 1:
            return ""
        if 4 <= len(texts[0]) <= _LONGEST_TITLE and not re.match(r"附[件表]\s*\d*\s*[：:]?$|单位\s*[：:]", texts[0]):
            return texts[0]
    return ""
