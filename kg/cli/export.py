"""kg export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.output import tell_written
from kg.export import BASE, EXPORTERS, ExportOptions, export
from kg.export.target import check_targets, part_names
from kg.tables import Build

RDF_PARTS = ("entities", "relations", "observations", "evidence")


FORMATS = "\b\nFormats:\n" + "\n".join(f"  {name:<10} {EXPORTERS[name][2]}" for name in sorted(EXPORTERS))


@click.command("export", epilog=FORMATS)
@click.argument("build")
@click.option("--to", required=True, type=click.Choice(sorted(EXPORTERS)), help="The format.")
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write; - is standard output.")
@click.option("--force", is_flag=True, help="Replace an export that is there.")
@click.option("--base", default=BASE, show_default=True, help="The IRI before every id in RDF.")
@click.option("--only", multiple=True, type=click.Choice(RDF_PARTS), help="A part of the RDF; may be repeated.")
@click.option("--split", default=1, metavar="N", type=click.IntRange(1, 1000), help="Write the RDF as N files.")
@click.option("--with-text", is_flag=True, help="Put the whole text of each document into the RDF.")
@click.option("--graph", default="default", show_default=True, help="The graph's name in a Neo4j.")
@click.option("--update", is_flag=True, help="With neo4j-csv: for LOAD CSV on a server that keeps running.")
def command(build: str, to: str, output: str, **options: Any) -> None:
    """Write a build in another format.

    RDF that ends in .gz or .zst is packed.

    Example: kg export build --to turtle -o graph.ttl.gz
    """
    chosen = ExportOptions(**options)
    files = part_names(Path(output), chosen.split)
    check_targets(*files, force=chosen.force)
    export(Build(build), to, Path(output), chosen)
    tell_written(*files)
