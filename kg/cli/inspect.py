"""kg inspect."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("inspect")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each document.")
@click.option("--lines", type=click.IntRange(min=0), default=5, show_default=True, help="First lines to show.")
def command(file: str, as_json: bool, lines: int) -> None:
    """Show what is read of a file: format, title, date, region, sections, tables, first lines, problems.

    Example: kg inspect report.pdf
    """
    from kg.pipeline.inspect import inspect_file

    for view in inspect_file(Path(file), lines):
        if as_json:
            click.echo(json.dumps(view, ensure_ascii=False))
            continue
        click.secho(
            f"{view['title']}  ({view['kind']}, from {view['format']}, {view['chars']:,} characters)", bold=True
        )
        for name in ("year", "published", "region", "issuer", "url"):
            if view[name]:
                click.echo(f"  {name}: {view[name]}")
        for heading in view["sections"]:
            click.echo(f"  section: {heading}")
        for table in view["tables"]:
            click.echo(f"  table {table['name']}: {table['rows']} rows {table['about']}")
            for header, role in table["columns"].items():
                click.echo(f"    {header} → {role}")
        for note in view["problems"]:
            click.secho(f"  problem: {note}", fg="yellow")
        for line in view["lines"]:
            click.secho(f"  │ {line}", dim=True)
