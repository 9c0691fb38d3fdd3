"""What is read of a file before any fact is drawn from it, for a user who wonders about a result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kg.errors import InputError
from kg.extract.home import find_home
from kg.loaders import kind_of, read, read_file
from kg.ontology import load_gazetteer, load_lexicon
from kg.pipeline.language import hardly_chinese
from kg.text import analyse
from kg.text.tables import Kind, described
from kg.types import Article, Grid

_SECTIONS = 30
_LINE = 100


def inspect_file(path: Path, lines: int = 5) -> Iterator[dict[str, Any]]:
    """One view of each document of a file.

    Args:
        path: the file.
        lines: how many of the first lines to give.

    Raises:
        InputError: the file cannot be read.
    """
    file = read_file(path)
    kind = kind_of(file) or "text"
    for article in read(file):
        yield _view(article, kind, lines)


def _view(article: Article, kind: str, lines: int) -> dict[str, Any]:
    text = analyse(article, load_lexicon())
    document = text.document
    home = find_home(text, load_gazetteer())
    problems = list(article.notes)
    if foreign := hardly_chinese([article.text]):
        problems.append(foreign)
    tables = [_table(grid, article) for grid in article.tables]
    problems += [f"the columns of the table {one['name']} were not understood" for one in tables if not one["columns"]]
    if home is None:
        problems.append("the region that it is about is not known")
    if document.year is None:
        problems.append("the year that it is about is not known")
    headings = dict.fromkeys(h.text for sentence in text.sentences for h in sentence.path)
    return {
        "title": document.title,
        "format": kind,
        "kind": document.kind,
        "chars": len(document.text),
        "year": document.year,
        "published": document.published,
        "region": _shown(home.key) if home else None,
        "issuer": article.hints.get("issuer"),
        "url": article.hints.get("url"),
        "sections": [heading[:_LINE] for heading in headings][:_SECTIONS],
        "tables": tables,
        "problems": problems,
        "lines": [line[:_LINE] for line in document.text.splitlines() if line.strip()][:lines],
    }


def _shown(key: str) -> str:
    gazetteer = load_gazetteer()
    return f"{gazetteer.get(key).name} {key}" if key in gazetteer else key


def _table(grid: Grid, article: Article) -> dict[str, Any]:
    kind, columns = described(grid, article.text, load_lexicon())
    roles = {header: role for header, role in columns if role != "-"}
    return {"name": grid.name, "rows": len(grid.rows), "about": f"about {kind}" if kind else "", "columns": roles}


def propose_mapping(path: Path) -> str:
    """The text of a mapping file for the tables of a file: what is understood, and `-` for the other columns.

    Raises:
        InputError: the file cannot be read or holds no table.
    """
    lexicon = load_lexicon()
    sheets: dict[str, dict[str, Any]] = {}
    for article in read(read_file(path)):
        for grid in article.tables:
            if grid.name in sheets:
                continue
            kind, columns = described(grid, article.text, lexicon)
            rows: Kind = kind or "projects"
            sheets[grid.name] = {"rows": rows, "columns": dict(columns)}
    if not sheets:
        raise InputError(str(path), "the file holds no table", "give a spreadsheet, a CSV file, or a page with a table")
    if len(sheets) == 1:
        sheets = {"*": next(iter(sheets.values()))}
    return yaml.safe_dump(sheets, allow_unicode=True, sort_keys=False, width=1000)
