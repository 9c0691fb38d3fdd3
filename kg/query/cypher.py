"""Cypher over a build, on the embedded engine, or over a Neo4j server: the same driver, the same plain rows."""

from __future__ import annotations

import atexit
import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg import bolt
from kg.bolt import Server
from kg.errors import KgError, QueryError
from kg.query import embedded
from kg.query.lint import lint
from kg.tables import Build

if TYPE_CHECKING:
    import neo4j

Rows = list[dict[str, Any]]


def cypher(build: Build, query: str, parameters: Mapping[str, Any] | None = None) -> Rows:
    """The rows that a query yields over a build, on the embedded engine; it reads only.

    Nodes and relationships come as dictionaries of their properties with `_labels` or `_type`, paths as lists of both,
    times as ISO text.

    Raises:
        QueryError: the query is wrong, would write, or needs what the engine lacks.
    """
    lint(query)
    engine, given = embedded.engine(), dict(parameters or {})
    with engine.database(build) as database:
        server = Server(engine.uri, engine.user, engine.password, database)
        try:
            with bolt.errors(server):
                return _ask(_driver(server.uri, server.user, server.password), database, query, given)
        except KgError as error:
            raise _explained(error, engine, database, query, given) from None


def ask(server: Server, query: str, parameters: Mapping[str, Any] | None = None) -> Rows:
    """The rows that a query yields on a server; it reads only.

    Raises:
        ServerError: the server cannot be reached, or refuses.
        QueryError: the query is wrong.
    """
    with bolt.connect(server) as driver:
        return _ask(driver, server.database, query, dict(parameters or {}))


def _ask(driver: neo4j.Driver, database: str | None, query: str, parameters: dict[str, Any]) -> Rows:
    # Without a transaction of its own: a database that is open for reading only has none.
    with driver.session(database=database, default_access_mode="READ") as session:
        records = session.run(query, parameters)
        return [bolt.plain_row(record) for record in records]


@functools.cache
def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    driver = bolt.driver(Server(uri, user, password))
    atexit.register(driver.close)  # before the engine, which was started earlier, is stopped
    return driver


def _explained(
    error: KgError, engine: embedded.Embedded, database: str, query: str, parameters: dict[str, Any]
) -> KgError:
    """The engine takes what it cannot read for a write; say which of both it is."""
    if "read only" not in str(error):
        return error if isinstance(error, QueryError) else QueryError(str(error).removeprefix(f"{engine.uri}: "))
    wrong = engine.refusal(database, query, parameters)
    if wrong is None:
        return QueryError("the query would write, and a build is read only; kg push it to a Neo4j and change it there.")
    return QueryError(f"the query cannot be answered: {wrong}.")
