"""What goes wrong with a server is said in one sentence, and what was written stays."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
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
    """A Neo4j with a database that is read only; neo4j has “right-one”, new has “first-one” and must change it.

    The free edition has no roles, so that a user who may only read cannot be had; a server answers both alike.
    """
    home = tmp_path_factory.mktemp("guarded")
    with run_neo4j(java_lib("neo4j"), home):
        pass  # makes the database, which one that is read only could not
    settings = {"dbms.security.auth_enabled": "true", "server.databases.read_only": "neo4j"}
    with run_neo4j(java_lib("neo4j"), home, settings) as server:
        with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j"), notifications_min_severity="OFF") as driver:
            driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'right-one'", database_="system")
        with GraphDatabase.driver(server.uri, auth=("neo4j", "right-one")) as driver:
            driver.execute_query("CREATE USER new SET PASSWORD 'first-one' CHANGE REQUIRED", database_="system")
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
    said = one_sentence(kg_push(build, guarded.uri, "--user", "new", password="first-one"))
    assert "must be changed" in said
    said = one_sentence(kg_push(build, guarded.uri, password="wrong-one"))
    assert "wrong user or password" in said and "NEO4J_PASSWORD" in said
    assert "wrong-one" not in said
    file = tmp_path / "password"
    file.write_text("right-one\n")
    # the right password from a file, and from the environment: only now is it said that the database is read only
    assert "read only" in one_sentence(kg_push(build, guarded.uri, "--password-file", str(file), password=None))
    assert "read only" in one_sentence(kg_push(build, guarded.uri, "--password-file", str(file), password="wrong-one"))
    assert "read only" in one_sentence(kg_push(build, guarded.uri, password="right-one"))
    with pytest.raises(ServerError, match="name another database"):
        push(build, Server(guarded.uri, "neo4j", "right-one", "other"))


def test_reading_is_all_that_a_query_may_do(guarded: Neo4jServer) -> None:
    """The database is read only; the free edition has no roles that would make a user so (see `guarded`)."""
    assert ask(Server(guarded.uri, "neo4j", "right-one"), "RETURN 1 AS one") == [{"one": 1}]
    with pytest.raises(ServerError, match=r"may not|read only|refused"):
        ask(Server(guarded.uri, "neo4j", "right-one"), "CREATE (n)")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(("typed", "words"), [("right-one", "read only"), ("wrong-one", "wrong user or password")])
def test_a_prompt_asks_for_the_password(guarded: Neo4jServer, build: Build, typed: str, words: str) -> None:
    code, shown = at_a_terminal(
        [sys.executable, "-m", "kg.cli", "push", str(build.path), "--uri", guarded.uri], "Password of neo4j: ", typed
    )
    assert code == 1
    assert words in shown
    assert typed not in shown  # neither as it is typed nor later


def at_a_terminal(command: list[str], prompt: str, answer: str) -> tuple[int, str]:
    """Run a command at a terminal, answer its prompt, and return its exit code and all that was shown."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment | {"COLUMNS": "200"},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(theirs, termios.TIOCSCTTY, 0),
    ) as process:
        os.close(theirs)
        shown = b""
        asked = False
        with contextlib.suppress(OSError):  # how a terminal says that the other side is gone
            while data := os.read(ours, 4096):
                shown += data
                if not asked and prompt.encode() in shown:
                    asked = True
                    time.sleep(0.2)  # what is typed before the echo is off would show
                    os.write(ours, answer.encode() + b"\n")
        os.close(ours)
    assert asked, shown
    return process.returncode, shown.decode()


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


def test_a_server_killed_in_the_middle_and_started_again(build: Build, tmp_path: Path) -> None:
    server_gone: list[ServerError] = []

    def client(uri: str) -> None:
        try:
            push(build, Server(uri, patience=1.0), rows=50)
        except ServerError as error:
            server_gone.append(error)

    with run_neo4j(java_lib("neo4j"), tmp_path) as server:
        thread = threading.Thread(target=client, args=(server.uri,))
        with GraphDatabase.driver(server.uri) as driver:
            thread.start()
            while ours(driver)[0] < 100:
                assert thread.is_alive()
                time.sleep(0.05)
        os.kill(server.pid, signal.SIGKILL)
        thread.join(60)
    assert "does not answer" in str(server_gone[0]) and "run this again" in str(server_gone[0])
    with run_neo4j(java_lib("neo4j"), tmp_path) as server, GraphDatabase.driver(server.uri) as driver:
        some = ours(driver)
        assert 100 <= sum(some) < sum(sizes(build))
        summary = push(build, Server(server.uri))
        assert summary.nodes.untouched >= some[0]
        assert ours(driver) == sizes(build)
        assert push(build, Server(server.uri)).counters == {}
