"""Sessions over Bolt by the official driver: one way to a Neo4j server and to the embedded engine."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    UnsupportedServerProduct,
)
from neo4j.graph import Node, Path, Relationship

from kg.errors import KgError, QueryError, ServerError

OLDEST = (5, 0)
TIMEOUT = 15.0  # seconds to reach a server


@dataclass(frozen=True, slots=True)
class Server:
    """A server and who asks.

    `database` None is the user's home database; `patience` is how long (s) a step is repeated when the server falters.
    """

    uri: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None
    patience: float = 30.0


@contextlib.contextmanager
def connect(server: Server) -> Iterator[neo4j.Driver]:
    """A driver that reached its server.

    Raises:
        ServerError: nothing answers, the password is wrong, the server is too old, or it went away.
    """
    with errors(server), driver(server) as connected:
        check(connected.get_server_info().agent, server)
        yield connected


def driver(server: Server) -> neo4j.Driver:
    """A driver that has not asked its server yet."""
    # the server's hints at queries go to those who set up logging, not to everybody's standard error
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    return neo4j.GraphDatabase.driver(
        server.uri,
        auth=(server.user, server.password),
        connection_timeout=TIMEOUT,
        connection_acquisition_timeout=60.0,
        max_transaction_retry_time=server.patience,
    )


def check(agent: str, server: Server) -> None:
    """Refuse a Neo4j that is too old for what we write.

    Raises:
        ServerError: with the version found and the one needed.
    """
    found = re.match(r"Neo4j/(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < OLDEST:
        raise ServerError(
            f"{server.uri}: the server is {agent.replace('/', ' ')}; Neo4j {OLDEST[0]} or newer is needed, upgrade it."
        )


@contextlib.contextmanager
def errors(server: Server) -> Iterator[None]:
    """Turn what the driver raises into one sentence that says what to do.

    Raises:
        ServerError: the server's side.
        QueryError: the query is wrong.
    """
    try:
        yield
    except KgError:
        raise
    except AuthError as error:
        raise _auth(server, error) from None
    except Neo4jError as error:
        raise _refusal(server, error) from None
    except (ServiceUnavailable, SessionExpired) as error:
        if "looks like HTTP" in str(error):
            raise _no_bolt(server) from None
        raise ServerError(
            f"{server.uri}: the server does not answer; see that it runs and that the address is right, then run this "
            "again: what was written stays, and the rest follows."
        ) from None
    except UnsupportedServerProduct:
        raise _no_bolt(server) from None
    except (ConfigurationError, ValueError) as error:
        raise ServerError(
            f"{server.uri}: no address of a Neo4j ({_line(str(error))}); it looks like bolt://HOST:7687."
        ) from None
    except DriverError as error:
        raise ServerError(f"{server.uri}: the conversation failed ({_line(str(error))}); run this again.") from None
    except Exception as error:  # the driver raises some of its own without a public name
        if type(error).__module__.startswith("neo4j"):
            raise _no_bolt(server) from None
        raise


def _no_bolt(server: Server) -> ServerError:
    return ServerError(
        f"{server.uri}: what answers there speaks no Bolt that this program knows; "
        f"give the Bolt address of a Neo4j {OLDEST[0]} or newer, usually bolt://HOST:7687."
    )


def _auth(server: Server, error: AuthError) -> ServerError:
    if "RateLimit" in (error.code or ""):
        return ServerError(f"{server.uri}: too many wrong passwords; wait some seconds and try again.")
    return ServerError(
        f"{server.uri}: wrong user or password for “{server.user}”; set NEO4J_PASSWORD or use --password-file."
    )


def _refusal(server: Server, error: Neo4jError) -> KgError:
    code, message = error.code or "", _line(error.message or str(error))
    if code.endswith("CredentialsExpired"):
        return ServerError(f"{server.uri}: the password must be changed first, for example with cypher-shell.")
    if code.endswith(("DatabaseNotFound", "DatabaseUnavailable")):
        return ServerError(f"{server.uri}: {message}; name another database with --database.")
    if "read only" in message.lower() or "read-only" in message.lower() or code.endswith("ForbiddenOnReadOnlyDatabase"):
        return ServerError(
            f"{server.uri}: the database or the access is read only; use a database and a user that may write."
        )
    if code.endswith(("Forbidden", "AccessMode")) or ".Security." in code:
        return ServerError(f"{server.uri}: the user “{server.user}” may not do this ({message}); use one that may.")
    if isinstance(error, ClientError) and ".Statement." in code:
        return QueryError(f"the query cannot be answered: {message}.")
    return ServerError(f"{server.uri}: the server refused: {message} ({code}).")


def _line(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def plain_row(record: neo4j.Record) -> dict[str, Any]:
    """A record as plain values: nodes and relationships are dictionaries with `_labels` or `_type`."""
    return {key: plain(value) for key, value in zip(record.keys(), record.values(), strict=True)}


def plain(value: Any) -> Any:
    """A value without the driver's own types: paths become lists, times ISO text."""
    if isinstance(value, Node):
        return {"_labels": sorted(value.labels)} | _properties(value)
    if isinstance(value, Relationship):
        return {"_type": value.type} | _properties(value)
    if isinstance(value, Path):
        steps: list[Any] = [plain(value.start_node)]
        for relationship, node in zip(value.relationships, value.nodes[1:], strict=True):
            steps += [plain(relationship), plain(node)]
        return steps
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: plain(v) for k, v in value.items()}
    return value


def _properties(value: Node | Relationship) -> dict[str, Any]:
    return {k: plain(v) for k, v in sorted(value.items())}
