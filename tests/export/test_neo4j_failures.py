"""What goes wrong with a server is said in one sentence, and what was written stays."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from neo4j import GraphDatabase

from kg.bolt import Server
from kg.cli import main
from kg.errors import ServerError
from kg.export.neo4j import push
from kg.query.cypher import ask
from kg.tables import Build
from tests.export.test_neo4j_push import ours, reports, sizes
from tests.neo4j.server import Neo4jServer, run_neo4j, wipe
from tests.neo4j.stub import cut_after, old_server, other_server
from tests.tools import java_lib


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return reports(tmp_path_factory.mktemp("reports") / "build", 5, 40)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """A Neo4j with passwords (the user neo4j has “right-one”) whose database is read only."""
    home = tmp_path_factory.mktemp("guarded")
    with run_neo4j(java_lib("neo4j"), home):
        pass  # makes the database, which one that is read only could not
    settings = {"dbms.security.auth_enabled": "true", "server.databases.read_only": "neo4j"}
    with run_neo4j(java_lib("neo4j"), home, settings) as server:
        yield server


def kg_push(build: Build, uri: str, *options: str, password: str | None = "any") -> Result:
    return CliRunner(env={"NEO4J_PASSWORD": password}).invoke(main, ["push", str(build.path), "--uri", uri, *options])


def one_sentence(result: Result) -> str:
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("kg: ") and lines[0].endswith("."), result.stderr
    return lines[0]


def test_passwords(guarded: Neo4jServer, build: Build, tmp_path: Path) -> None:
    said = one_sentence(kg_push(build, guarded.uri, password="neo4j"))
    assert "must be changed" in said
    with GraphDatabase.driver(guarded.uri, auth=("neo4j", "neo4j"), notifications_min_severity="OFF") as driver:
        driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'right-one'", database_="system")
    said = one_sentence(kg_push(build, guarded.uri, password="wrong-one"))
    assert "wrong user or password" in said and "NEO4J_PASSWORD" in said
    assert "wrong-one" not in said
    file = tmp_path / "password"
    file.write_text("right-one\n")
    said = one_sentence(kg_push(build, guarded.uri, "--password-file", str(file), password=None))
    assert "read only" in said
    with pytest.raises(ServerError, match="name another database"):
        push(build, Server(guarded.uri, "neo4j", "right-one", "other"))
    assert ask(Server(guarded.uri, "neo4j", "right-one"), "RETURN 1 AS one") == [{"one": 1}]
    with pytest.raises(ServerError, match=r"may not|read only|refused"):
        ask(Server(guarded.uri, "neo4j", "right-one"), "CREATE (n)")


def test_a_password_is_never_an_argument(build: Build) -> None:
    assert "--password " not in CliRunner().invoke(main, ["push", "--help"]).output
    result = kg_push(build, "bolt://127.0.0.1:1", "--password", "x")
    assert result.exit_code == 2
    assert "no password; set NEO4J_PASSWORD or use --password-file." in one_sentence(
        kg_push(build, "bolt://127.0.0.1:1", password=None)
    )
    assert "cannot be read" in one_sentence(kg_push(build, "bolt://127.0.0.1:1", "--password-file", os.devnull + "x"))


def test_nobody_there(build: Build) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert "does not answer" in one_sentence(kg_push(build, f"bolt://127.0.0.1:{port}"))
    assert "bolt://HOST:7687" in one_sentence(kg_push(build, "localhost"))
    assert "bolt://HOST:7687" in one_sentence(kg_push(build, "ftp://localhost"))


def test_an_old_server(build: Build) -> None:
    with old_server("Neo4j/4.4.30") as uri:
        assert "the server is Neo4j 4.4.30; Neo4j 5 or newer is needed" in one_sentence(kg_push(build, uri))


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n"])
def test_another_kind_of_server(build: Build, answer: bytes) -> None:
    with other_server(answer) as uri:
        assert "bolt://HOST:7687" in one_sentence(kg_push(build, uri))


def test_the_server_goes_away_in_the_middle(neo4j_server: Neo4jServer, build: Build) -> None:
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        push(reports(build.path.parent / "first", 1), Server(neo4j_server.uri))  # constraints and indexes stand
        with cut_after(neo4j_server.uri, 150_000) as uri, pytest.raises(ServerError, match="does not answer") as error:
            push(build, Server(uri, patience=1.0), rows=50)
        assert "run this again" in str(error.value)
        some = sum(ours(driver))
        assert sum(sizes(build)) > some > 50
        push(build, Server(neo4j_server.uri))
        assert ours(driver) == sizes(build)
        assert push(build, Server(neo4j_server.uri)).counters == {}


def test_a_line_that_breaks_once_does_no_harm(neo4j_server: Neo4jServer, build: Build) -> None:
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        push(reports(build.path.parent / "before", 1), Server(neo4j_server.uri))
        with cut_after(neo4j_server.uri, 150_000, for_good=False) as uri:
            push(build, Server(uri), rows=50)
        assert ours(driver) == sizes(build)
        assert push(build, Server(neo4j_server.uri)).counters == {}
