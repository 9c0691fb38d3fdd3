"""Printing rows: tables for people, JSON for programs. Data goes to standard output, talk to standard error."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from rich import box, filesize
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.query.cookbook import Recipe

WIDE = 4000


def talk() -> Console:
    """Where the program talks to people."""
    return Console(stderr=True, highlight=False)


def print_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as CSV (RFC 4180): a line of names, numbers as they are, lists as one text."""
    text = io.StringIO()
    writer = csv.writer(text)
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_flat(value) for value in row.values()])
    click.echo(text.getvalue(), nl=False)


def print_rows(rows: Sequence[Mapping[str, Any]], *, as_json: bool = False) -> None:
    """Print rows as one table, or as JSON lines."""
    if as_json:
        for row in rows:
            click.echo(_json(row))
        return
    if not rows:
        talk().print("no rows")
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    for column in rows[0]:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*(Text(show(v)) for v in row.values()))
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDE)  # a pipe has no edge to wrap at
    console.print(table)


def listed(recipe: Recipe) -> dict[str, Any]:
    """A recipe as a row of the cookbook's list."""
    parameters = " ".join(f"{p.name}={p.example}" for p in recipe.parameters)
    return {"recipe": recipe.name, "问题": recipe.zh, "question": recipe.en, "parameters": parameters}


def tell_meant(given: Mapping[str, Any], meant: Mapping[str, str]) -> None:
    """Say which names were taken for those that were given."""
    tell(f"“{given[parameter]}” is taken for “{name}”" for parameter, name in meant.items())


def tell(notes: Iterable[str]) -> None:
    """Say what is to be known besides the rows."""
    for note in notes:
        talk().print(f"note: {note}", markup=False, soft_wrap=True)


def tell_written(*targets: str | Path) -> None:
    """Say which files or folders were written, files with their size; of standard output nothing."""
    for target in map(Path, targets):
        if str(target) != "-":
            size = f" ({filesize.decimal(target.stat().st_size)})" if target.is_file() else ""
            talk().print(f"written: {target}{size}", markup=False, soft_wrap=True)


def show(value: Any) -> str:
    """A value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"
    return str(_flat(value))


def _flat(value: Any) -> Any:
    """A list of texts as one text; what else has parts as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return "、".join(value)
    return _json(value) if isinstance(value, Mapping | list | tuple) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def counts_table(title: str, counts: Iterable[tuple[str, str, int]]) -> Table:
    """A summary table of (group, kind, count)."""
    table = Table(title=title, box=box.SIMPLE_HEAD, show_edge=False, title_justify="left")
    for name in ("", "", "count"):
        table.add_column(name, justify="right" if name == "count" else "left")
    last = ""
    for group, kind, n in counts:
        table.add_row("" if group == last else group, kind, f"{n:,}")
        last = group
    return table
