"""kg sparql."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

import click

from kg.cli.output import listed, print_rows, tell, tell_meant
from kg.tables import Build

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl", "nt")


@click.command("sparql")
@click.argument("build", required=False)
@click.argument("query", required=False)
@click.option("--file", "file", type=click.Path(exists=True, dir_okay=False), help="Read the query from a file.")
@click.option("--recipe", "recipe_", metavar="NAME", help="A question of the cookbook instead of a QUERY.")
@click.option("--recipes", "listing", is_flag=True, help="List the cookbook.")
@click.option(
    "--param", "params", multiple=True, metavar="NAME=TEXT", help="For $NAME in VALUES ?x { $NAME } or LIMIT $NAME."
)
@click.option("--format", "to", default="table", show_default=True, type=click.Choice(FORMATS), help="The format.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
@click.option("--timeout", default=60.0, show_default=True, type=click.FloatRange(min=0.01), help="Seconds to wait.")
def command(
    build: str | None,
    query: str | None,
    file: str | None,
    recipe_: str | None,
    listing: bool,
    params: tuple[str, ...],
    to: str,
    as_json: bool,
    timeout: float,
) -> None:
    """Ask a build in SPARQL.

    It reads only. QUERY - reads the query from standard input.

    Example: kg sparql build "SELECT ?name WHERE { ?x a kg:Project ; rdfs:label ?name }"
    """
    from kg.query.cookbook import recipe, recipes
    from kg.query.names import answer, known_of_build
    from kg.query.sparql import QueryTimeout, serialize, sparql
    from kg.query.unknown import unknown_in_sparql

    if listing or recipe_ == "list":
        print_rows([listed(r) for r in recipes("sparql").values()], as_json=as_json)
        return
    if build is None or sum(x is not None for x in (query, file, recipe_)) != 1:
        raise click.UsageError("give BUILD and one query: as an argument, with --file or with --recipe.")
    given: dict[str, Any] = dict(_parameter(p) for p in params)
    asked = recipe(recipe_, "sparql") if recipe_ is not None else None
    if asked is not None:
        query, given = asked.query, asked.check(given)
    elif file is not None:
        query = Path(file).read_text("utf-8")
    elif query == "-":
        query = sys.stdin.read()
    opened, text = Build(build), str(query)
    try:
        rows = None
        if asked is not None:
            run = partial(sparql, opened, text, timeout=timeout)
            rows, meant = answer(asked, given, run, partial(known_of_build, opened), str(opened.path))
            tell_meant(given, meant)
            given |= meant
        if to != "table":
            sys.stdout.buffer.write(serialize(opened, text, to, given, timeout))
        else:
            rows = rows if rows is not None else sparql(opened, text, given, timeout)
            print_rows(rows, as_json=as_json)
            tell(() if asked else unknown_in_sparql(text))
    except QueryTimeout as error:
        click.echo(f"kg: {error}", err=True)
        sys.stdout.flush()
        os._exit(1)  # the query's thread still works in the engine and would hold up the end


def _parameter(text: str) -> tuple[str, str | int]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise click.UsageError(f"--param {text}: give NAME=TEXT.")
    return name, int(value) if value.isascii() and value.isdigit() else value
