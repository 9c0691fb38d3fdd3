"""Rich text (RTF), read by striprtf; its table rows come with bars between the cells."""

from __future__ import annotations

import re

from kg.errors import MissingExtraError
from kg.loaders.draft import Draft, Value
from kg.loaders.file import File
from kg.loaders.plain import hints_of
from kg.types import Article


def read(file: File) -> list[Article]:
    """The document as one article.

    Raises:
        InputError: the file holds no text.
        MissingExtraError: striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise MissingExtraError("striprtf", "office", f"Reading {file.name}") from None
    try:
        text = rtf_to_text(file.data.decode("latin-1"), encoding="gb18030", errors="ignore")  # type: ignore[no-untyped-call]
    except (ValueError, ArithmeticError, TypeError, LookupError, AttributeError):
        raise file.refuse("the file is damaged", "open it in a word processor and save it again") from None
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # halves of characters joined
    draft = Draft()
    rows: list[list[Value]] = []
    for line in re.split(r"\n", text):
        cells = line.rstrip("\n").split("|")
        if len(cells) > 2 and not cells[-1].strip():
            rows.append([cell.strip() or None for cell in cells[:-1]])
            continue
        _flush(draft, rows)
        draft.paragraph(line.strip())
    _flush(draft, rows)
    if not draft:
        raise file.refuse("the document holds no text", "look whether it holds pictures only")
    article = draft.article(file.name, {})
    article.hints.update(hints_of(article.text))
    return [article]


def _flush(draft: Draft, rows: list[list[Value]]) -> None:
    if rows:
        draft.table(list(rows))
        rows.clear()
