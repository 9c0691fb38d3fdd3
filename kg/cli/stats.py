"""kg stats."""

from __future__ import annotations

import json

import click

from kg.cli.output import counts_table
from kg.tables import Build


@click.command("stats")
@click.argument("build")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest's counts as JSON.")
def command(build: str, as_json: bool) -> None:
    """Count what a build holds.

    Example: kg stats build
    """
    manifest = Build(build).manifest
    if as_json:
        click.echo(json.dumps(manifest["counts"], ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    rows = [(group, kind, n) for group, kinds in manifest["counts"].items() for kind, n in kinds.items()]
    Console(highlight=False).print(counts_table(build, rows))
    for problem in manifest["problems"]:
        click.echo(f"not read: {problem['message']}", err=True)
