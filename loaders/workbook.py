"""Spreadsheets of Excel, WPS and LibreOffice (XLSX, XLS, XLSB, ET), read by calamine; ODS by `ods`."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence

from kg.errors import InputError, MissingExtraError
from kg.loaders import ods
from kg.loaders.container import open_zip
from kg.loaders.draft import Merged, Value
from kg.loaders.file import File
from kg.loaders.sheet import sheet_articles
from kg.types import Article

_OPEN = b"application/vnd.oasis.opendocument.spreadsheet"
_MOST_COLUMNS = 500
_MOST_CELLS = 20_000_000


def read(file: File) -> list[Article]:
    """The articles of all visible sheets.

    Raises:
        InputError: the file is damaged, encrypted or holds no cell.
        MissingExtraError: python-calamine is not installed.
    """
    if _OPEN in file.data[:200]:
        return _open_document(file)
    try:
        import python_calamine as calamine
    except ImportError:
        raise MissingExtraError("python-calamine", "office", f"Reading {file.name}") from None
    if file.data.startswith(b"PK"):
        open_zip(file).close()
    elif b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in file.data:
        raise file.refuse("the file is encrypted", "save it without a password")
    articles: list[Article] = []
    hidden: list[str] = []
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.data))
        for about in book.sheets_metadata:
            if about.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            if about.visible != calamine.SheetVisibleEnum.Visible:
                hidden.append(about.name)
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > _MOST_CELLS:
                raise file.refuse(f"the sheet {about.name} has {sheet.total_height:,} rows", "split it")
            values = sheet.to_python(skip_empty_area=False)
            rows = _rows(values, sheet.merged_cell_ranges or [])
            articles += sheet_articles(file, about.name, rows)
    except calamine.PasswordError:
        raise file.refuse("the file is encrypted", "save it without a password") from None
    except InputError:
        raise
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise file.refuse(
            f"the workbook is damaged ({error})", "open it in a spreadsheet program and save it"
        ) from None
    except BaseException as error:  # a panic of the Rust library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise file.refuse("the workbook is damaged", "open it in a spreadsheet program and save it again") from None
    return _told(file, articles, hidden)


def _open_document(file: File) -> list[Article]:
    articles: list[Article] = []
    hidden: list[str] = []
    for sheet in ods.sheets(file):
        if sheet.visible:
            articles += sheet_articles(file, sheet.name, sheet.rows)
        else:
            hidden.append(sheet.name)
    return _told(file, articles, hidden)


def _told(file: File, articles: list[Article], hidden: list[str]) -> list[Article]:
    if not articles:
        raise file.refuse("the workbook holds no visible cell", "fill it or leave it out")
    if hidden:
        articles[0] = _noted(articles[0], f"hidden sheets were left out: {', '.join(hidden)}")
    return articles


def _noted(article: Article, note: str) -> Article:
    return Article(article.source, article.text, article.hints, article.origins, article.tables, (note,))


def _rows(
    values: Sequence[Sequence[object]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> list[list[Value]]:
    rows: list[list[Value]] = [[_shown(value) for value in row[:_MOST_COLUMNS]] for row in values]
    for (top, left), (bottom, right) in merged:
        for i in range(top, min(bottom + 1, len(rows))):
            for j in range(left, min(right + 1, len(rows[i]))):
                if (i, j) != (top, left):
                    rows[i][j] = Merged(top, left)
    return rows


def _shown(value: object) -> str:
    """A cell as people see it, dates in ISO form, numbers without the noise of binary fractions."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(round(value, 10))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    return str(value)
