"""kg stats."""

from __future__ import annotations

import json

import click

from kg.cli.output import counts_table, print_rows
from kg.query.documents import documents
from kg.tables import Build

SURE = 0.8  # confidence of relations on which one can build


@click.command("stats")
@click.argument("build")
@click.option("--documents", "by_document", is_flag=True, help="A line for each document: how it was understood.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON, documents as JSON lines.")
def command(build: str, by_document: bool, as_json: bool) -> None:
    """Count what a build holds.

    Example: kg stats build --documents
    """
    tables = Build(build)
    manifest = tables.manifest
    if by_document:
        print_rows(documents(tables), as_json=as_json)
        return
    if as_json:
        click.echo(json.dumps(manifest["counts"], ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    rows = [(group, kind, n) for group, kinds in manifest["counts"].items() for kind, n in kinds.items()]
    Console(highlight=False).print(counts_table(build, rows))
    confidences = tables.table("relations").column("confidence").to_pylist()
    if confidences:
        sure = sum(c >= SURE for c in confidences)
        click.echo(f"\n relations of confidence {SURE:g} or more: {sure:,} ({sure / len(confidences):.0%})")
    for problem in manifest["problems"]:
        click.echo(f"not read: {problem['message']}", err=True)
