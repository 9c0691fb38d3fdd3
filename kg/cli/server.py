"""The options that name a Neo4j, for the commands that talk to one. A password is never an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kg.bolt import Server
from kg.errors import ServerError

F = TypeVar("F", bound=Callable[..., Any])

ENVIRONMENT = "NEO4J_PASSWORD"


def server_options(*, required: bool) -> Callable[[F], F]:
    """--uri, --user, --database and --password-file."""
    options = (
        click.option("--uri", required=required, metavar="URI", help="The server: bolt://HOST:7687 or neo4j+s://HOST."),
        click.option("--user", default="neo4j", show_default=True, help="Who asks."),
        click.option("--database", default=None, help="The database (default: the user's own)."),
        click.option(
            "--password-file",
            metavar="FILE",
            help=f"Where the password is; without it ${ENVIRONMENT}, else a prompt.",
        ),
    )

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def server_of(uri: str, user: str, database: str | None, password_file: str | None) -> Server:
    """The server that the options name, with the password from the file, the environment or a prompt.

    Raises:
        ServerError: there is no password to be had.
    """
    return Server(uri, user, _password(uri, user, password_file), database)


def _password(uri: str, user: str, file: str | None) -> str:
    if file:
        try:
            return Path(file).read_text("utf-8").rstrip("\r\n")
        except OSError as error:
            raise ServerError(
                f"{file}: the password cannot be read ({error.strerror}); check --password-file."
            ) from None
    if (password := os.environ.get(ENVIRONMENT)) is not None:
        return password
    if not sys.stdin.isatty():
        raise ServerError(f"{uri}: no password; set {ENVIRONMENT} or use --password-file.")
    answer: str = click.prompt(f"Password of {user}", hide_input=True, err=True)
    return answer
