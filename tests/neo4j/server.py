"""A real Neo4j in a Java process of its own, on a free port of 127.0.0.1, without a password.

To try things by hand: python -m tests.neo4j.server FOLDER runs one on the usual port, with its data in FOLDER.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import neo4j

NONE: Mapping[str, str] = {}
SOON = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # compiles little: ready sooner, slower in the long run


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """How to reach it, its folder and its process; any user and password do, unless it was started with passwords."""

    uri: str
    home: Path
    pid: int
    user: str = "neo4j"
    password: str = "neo4j"


@contextlib.contextmanager
def run_neo4j(
    lib: Path,
    home: Path,
    settings: Mapping[str, str] = NONE,
    java_options: Sequence[str] = SOON,
    port: int | None = None,
) -> Iterator[Neo4jServer]:
    """Start Neo4j with its jars in LIB, its data in HOME and other settings; it ends with the block or process.

    `port` None is a free one.

    Raises:
        RuntimeError: it did not start; the message ends with what it printed.
    """
    port = port or _free_port()
    command = [
        "java",
        "-Xmx1g",
        *java_options,
        "-cp",
        f"{lib}/*",
        str(Path(__file__).with_name("Launcher.java")),
        str(home),
    ]
    given = {
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "dbms.security.auth_enabled": "false",
        "db.tx_log.preallocate": "false",
        "server.directories.import": str(home / "import"),
    } | dict(settings)
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in given.items()), "utf-8")
    log = home / "launcher.log"
    with (
        log.open("w") as errors,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True) as java,
    ):
        assert java.stdin is not None
        assert java.stdout is not None
        try:
            if not any(line.strip() == "ready" for line in java.stdout):
                raise RuntimeError(f"Neo4j did not start:\n{log.read_text('utf-8')[-3000:]}")
            yield Neo4jServer(f"bolt://127.0.0.1:{port}", home, java.pid)
        finally:
            java.stdin.close()
            try:
                java.wait(60)
            except subprocess.TimeoutExpired:
                java.kill()


def import_csv(lib: Path, home: Path, folder: Path, arguments: Sequence[str]) -> None:
    """Run what `neo4j-admin database import full` runs, in the folder of the CSV files.

    Raises:
        RuntimeError: the import failed; the message ends with what it printed.
    """
    (home / "conf").mkdir(parents=True, exist_ok=True)
    command = ["java", "-Xmx1g", *SOON, "-cp", f"{lib}/*", "--add-opens=java.base/java.nio=ALL-UNNAMED"]
    command += ["org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", *arguments]
    environment = os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the import failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def dump(driver: neo4j.Driver) -> tuple[list[str], list[str]]:
    """Every node and every relationship of a database with all labels and properties, as sorted text."""
    nodes = driver.execute_query("MATCH (n) RETURN labels(n) AS labels, properties(n) AS p").records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.name) AS a, type(r) AS type, coalesce(b.id, b.name) AS b, "
        "properties(r) AS p"
    ).records
    return (
        sorted(repr((sorted(n["labels"]), sorted(n["p"].items()))) for n in nodes),
        sorted(repr((e["a"], e["type"], e["b"], sorted(e["p"].items()))) for e in edges),
    )


def wipe(driver: neo4j.Driver) -> None:
    """Remove all nodes and relationships; constraints and indexes stay."""
    driver.execute_query("MATCH (n) DETACH DELETE n")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def main() -> None:
    from tests.tools import ROOT

    home = Path(*sys.argv[1:2]).resolve()
    with contextlib.suppress(KeyboardInterrupt), run_neo4j(ROOT / ".cache/java/neo4j", home, port=7687) as server:
        print(f"{server.uri}, with any password; Ctrl-C ends it", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
