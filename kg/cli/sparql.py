"""kg sparql."""

from __future__ import annotations

import click

from kg.cli.output import print_rows
from kg.tables import Build


@click.command("sparql")
@click.argument("build")
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def command(build: str, query: str, as_json: bool) -> None:
    """Ask the graph in SPARQL.

    Example: kg sparql build "SELECT ?name WHERE { ?x a kg:Project ; rdfs:label ?name }"
    """
    from kg.query.sparql import sparql

    print_rows(sparql(Build(build), query), as_json=as_json)
