"""kg cypher."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from kg.cli.output import print_rows
from kg.cli.server import server_of, server_options
from kg.query.cookbook import Recipe, recipe, recipes
from kg.query.cypher import ask, cypher
from kg.tables import Build


@click.command("cypher")
@click.argument("words", nargs=-1, metavar="[BUILD] [QUERY]")
@click.option("--recipe", "name", metavar="NAME", help="A question of the cookbook instead of a QUERY.")
@click.option("--recipes", "listing", is_flag=True, help="List the cookbook.")
@click.option(
    "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; VALUE is JSON or plain text."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each row.")
@server_options(required=False)
def command(
    words: tuple[str, ...],
    name: str | None,
    listing: bool,
    params: tuple[str, ...],
    as_json: bool,
    **server: Any,
) -> None:
    """Ask a build in Cypher, or a Neo4j with --uri (then without BUILD).

    It reads only. QUERY - reads the query from standard input. The graph model is in the README.

    Example: kg cypher build 'MATCH (e:Enterprise)-[:UNDERTAKES]->(p:Project) RETURN e.name, p.name'

    Example: kg cypher build --recipe park --param zone=株洲经开区
    """
    if listing:
        print_rows([_listed(r) for r in recipes().values()], as_json=as_json)
        return
    parameters = dict(map(_parameter, params))
    wanted = [word for word, there in (("BUILD", not server["uri"]), ("QUERY", not name)) if there]
    if len(words) != len(wanted):
        raise click.UsageError(f"give {' and '.join(wanted) or 'neither BUILD nor QUERY'}.")
    if name:
        found = recipe(name)
        query, parameters = found.query, found.check(parameters)
    else:
        query = sys.stdin.read() if words[-1] == "-" else words[-1]
    rows = ask(server_of(**server), query, parameters) if server["uri"] else cypher(Build(words[0]), query, parameters)
    print_rows(rows, as_json=as_json)


def _listed(r: Recipe) -> dict[str, Any]:
    parameters = " ".join(f"{p.name}={p.example}" for p in r.parameters)
    return {"recipe": r.name, "问题": r.zh, "question": r.en, "parameters": parameters}


def _parameter(given: str) -> tuple[str, Any]:
    name, equals, value = given.partition("=")
    if not equals or not name:
        raise click.BadParameter(f"“{given}” is no NAME=VALUE.", param_hint="--param")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
