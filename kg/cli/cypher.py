"""kg cypher."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import click

from kg.bolt import Server
from kg.cli.output import listed, print_csv, print_rows, tell, tell_meant
from kg.cli.server import server_of, server_options
from kg.query.cookbook import Recipe, recipe, recipes
from kg.query.cypher import Rows, ask, cypher
from kg.query.names import answer, known_of_build, known_of_server
from kg.query.unknown import unknown_in_cypher
from kg.tables import Build


@click.command("cypher")
@click.argument("words", nargs=-1, metavar="[BUILD] [QUERY]")
@click.option("--recipe", "name", metavar="NAME", help="A question of the cookbook instead of a QUERY.")
@click.option("--recipes", "listing", is_flag=True, help="List the cookbook.")
@click.option(
    "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; VALUE is JSON or plain text."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each row.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, for spreadsheets.")
@server_options(required=False)
def command(
    words: tuple[str, ...],
    name: str | None,
    listing: bool,
    params: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    **server: Any,
) -> None:
    """Ask a build in Cypher, or a Neo4j with --uri (then without BUILD).

    It reads only. QUERY - reads the query from standard input. The graph model is in the README.

    Example: kg cypher build 'MATCH (e:Enterprise)-[:UNDERTAKES]->(p:Project) RETURN e.name, p.name'

    Example: kg cypher build --recipe park --param zone=株洲经开区 --csv > park.csv
    """
    if listing:
        print_rows([listed(r) for r in recipes().values()], as_json=as_json)
        return
    parameters = dict(map(_parameter, params))
    wanted = [word for word, there in (("BUILD", not server["uri"]), ("QUERY", not name)) if there]
    if len(words) != len(wanted):
        raise click.UsageError(f"give {' and '.join(wanted) or 'neither BUILD nor QUERY'}.")
    asked = recipe(name) if name else None
    if asked:
        parameters = asked.check(parameters)
    target = server_of(**server) if server["uri"] else Build(words[0])
    notes: Iterable[str] = ()
    if asked:
        rows = _answer(target, asked, parameters)
    else:
        query = sys.stdin.read() if words[-1] == "-" else words[-1]
        rows = _run(target, query, parameters)
        notes = unknown_in_cypher(target, query, rows) if isinstance(target, Build) else ()
    if as_csv:
        print_csv(rows)
    else:
        print_rows(rows, as_json=as_json)
    tell(notes)


def _run(target: Server | Build, query: str, parameters: Mapping[str, Any]) -> Rows:
    return cypher(target, query, parameters) if isinstance(target, Build) else ask(target, query, parameters)


def _answer(target: Server | Build, asked: Recipe, parameters: Mapping[str, Any]) -> Rows:
    """The rows of a recipe; names that are taken for others are told."""
    known, where = (
        (partial(known_of_build, target), str(target.path))
        if isinstance(target, Build)
        else (partial(known_of_server, target), target.uri)
    )
    rows, meant = answer(asked, parameters, lambda p: _run(target, asked.query, p), known, where)
    tell_meant(parameters, meant)
    return rows


def _parameter(given: str) -> tuple[str, Any]:
    name, equals, value = given.partition("=")
    if not equals or not name:
        raise click.BadParameter(f"“{given}” is no NAME=VALUE.", param_hint="--param")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
