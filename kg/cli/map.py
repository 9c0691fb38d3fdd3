"""kg map."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("map")
@click.argument("file", metavar="FILE")
def command(file: str) -> None:
    """Propose a mapping file for the columns of a table, to edit and to keep beside it.

    Each column is given a role: name, builder, responsible, place, investment, area, status, start, end, period,
    industry, content, code, stock, product, unit, level, growth, target, figure; a unit may stand behind it; "-" leaves
    a column out.

    Example: kg map projects.xlsx > projects.xlsx.map.yaml
    """
    from kg.pipeline.inspect import propose_mapping

    click.echo(propose_mapping(Path(file)), nl=False)
