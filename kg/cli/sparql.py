"""kg sparql."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kg.cli.output import print_rows
from kg.tables import Build

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl", "nt")


@click.command("sparql")
@click.argument("build")
@click.argument("query", required=False)
@click.option("--file", "file", type=click.Path(exists=True, dir_okay=False), help="Read the query from a file.")
@click.option("--recipe", "recipe_", metavar="NAME", help="Ask a recipe; --recipe list names them.")
@click.option(
    "--param", "params", multiple=True, metavar="NAME=TEXT", help="What stands for $NAME in VALUES ?x { $NAME }."
)
@click.option("--format", "to", default="table", show_default=True, type=click.Choice(FORMATS), help="The format.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(min=0.01), help="Seconds to wait.")
def command(
    build: str,
    query: str | None,
    file: str | None,
    recipe_: str | None,
    params: tuple[str, ...],
    to: str,
    as_json: bool,
    timeout: float,
) -> None:
    """Ask the graph in SPARQL.

    Example: kg sparql build "SELECT ?name WHERE { ?x a kg:Project ; rdfs:label ?name }"
    """
    from kg.query.sparql import QueryTimeout, serialize, sparql
    from kg.query.sparql_cookbook import sparql_recipe, sparql_recipes

    if sum(x is not None for x in (query, file, recipe_)) != 1:
        raise click.UsageError("give one query: as an argument, with --file or with --recipe.")
    if recipe_ == "list":
        rows = [{"recipe": r.name, "问题": r.zh, "question": r.en} for r in sparql_recipes().values()]
        print_rows(rows, as_json=as_json)
        return
    given = dict(_parameter(p) for p in params)
    if recipe_ is not None:
        chosen = sparql_recipe(str(recipe_))
        query, given = chosen.query, {**chosen.examples, **given}
    elif file is not None:
        query = Path(file).read_text("utf-8")
    opened = Build(build)
    try:
        if to == "table":
            print_rows(sparql(opened, str(query), given, timeout), as_json=as_json)
        else:
            sys.stdout.buffer.write(serialize(opened, str(query), to, given, timeout))
    except QueryTimeout as error:
        click.echo(f"kg: {error}", err=True)
        sys.stdout.flush()
        os._exit(1)  # the query's thread still works in the engine and would hold up the end


def _parameter(text: str) -> tuple[str, str | int]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise click.UsageError(f"--param {text}: give NAME=TEXT.")
    return name, int(value) if value.isascii() and value.isdigit() else value
