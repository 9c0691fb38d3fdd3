"""A real Neo4j in a Java process of its own, on a free port of 127.0.0.1, without a password."""

from __future__ import annotations

import contextlib
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """How to reach it; any user and password do."""

    uri: str
    user: str = "neo4j"
    password: str = "neo4j"


@contextlib.contextmanager
def run_neo4j(lib: Path, home: Path) -> Iterator[Neo4jServer]:
    """Start Neo4j with its jars in LIB and its data in HOME; it ends with the block, or with this process.

    Raises:
        RuntimeError: it did not start; the message ends with what it printed.
    """
    port = _free_port()
    command = [
        "java",
        "-Xmx1g",
        "-cp",
        f"{lib}/*",
        str(Path(__file__).with_name("Launcher.java")),
        str(home),
        str(port),
    ]
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
            yield Neo4jServer(f"bolt://127.0.0.1:{port}")
        finally:
            java.stdin.close()
            try:
                java.wait(60)
            except subprocess.TimeoutExpired:
                java.kill()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
