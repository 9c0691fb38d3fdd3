"""kg export."""

from __future__ import annotations

from pathlib import Path

import click

from kg.export import BASE, EXPORTERS, ExportOptions, export
from kg.tables import Build


@click.command("export")
@click.argument("build")
@click.option("--to", required=True, type=click.Choice(sorted(EXPORTERS)), help="The format.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write; - is standard output.")
@click.option("--base", default=BASE, show_default=True, help="The IRI before every entity id in RDF.")
def command(build: str, to: str, output: str, base: str) -> None:
    """Write a build in another format.

    Example: kg export build --to turtle -o graph.ttl
    """
    export(Build(build), to, Path(output), ExportOptions(base=base))
