"""The embedded Cypher engine: ArcadeDB inside this process, reached by the official driver over Bolt on 127.0.0.1.

A build's graph is loaded once into a folder beside the build (`.NAME.cache/`), or into the user's cache when that
place cannot be written; it is opened read only, by any number of processes. A process keeps few of them open.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import hashlib
import json
import os
import re
import secrets
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg import property_graph
from kg.errors import MissingExtraError, QueryError
from kg.property_graph import NODE_LABELS, PropertyGraph, relationship_types, type_labels
from kg.query.caches import beside, content_key
from kg.tables import Build

ENGINE = "arcadedb-2"  # of the way in which the cache is written
USER = "root"
HEAP = os.environ.get("KG_CYPHER_HEAP", "1g")
OPEN = 3  # databases that stay open after their question; each has some 140 files, and 1,024 is a usual limit
_ROWS = 20_000  # that cross into the engine at once


class Embedded:
    """The running engine of this process. `uri`, `user` and `password` are for the driver."""

    def __init__(self) -> None:
        root = Path(_java())
        from arcadedb_embedded.server import ArcadeDBServer

        self._databases = root / "databases"
        self._databases.mkdir()
        self._asking: dict[str, int] = {}  # questions under way, by name of the database, the one asked last at the end
        self._turn = threading.Lock()
        self.password = secrets.token_hex(16)
        bolt, http = _free_ports(2)
        self._server = ArcadeDBServer(
            str(root),
            root_password=self.password,
            config={
                "mode": "development",  # the other modes hide what is wrong with a query
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "host": "127.0.0.1",
                "bolt_host": "127.0.0.1",
                "bolt_port": bolt,
                "http_port": http,
                "server_databaseDirectory": str(self._databases),
                "server_databaseLoadAtStartup": False,
                "server_defaultDatabaseMode": "READ_ONLY",
                "server_saltIterations": 1,  # the password is random and lives as long as this process
            },
        )
        self._server.start()
        self.uri = f"bolt://127.0.0.1:{bolt}"
        self.user = USER

    def stop(self) -> None:
        """End the engine; close the drivers before, as a thread that serves one would keep the process alive."""
        self._server.stop()

    @contextlib.contextmanager
    def database(self, build: Build) -> Iterator[str]:
        """The name of the database with a build's graph, for a question; afterwards those asked long ago are closed."""
        folder = cached(build)
        name = folder.name
        with self._turn:
            link = self._databases / name
            if not link.exists():
                with contextlib.suppress(FileExistsError):
                    link.symlink_to(folder, target_is_directory=True)
            self._asking[name] = self._asking.pop(name, 0) + 1
        try:
            yield name
        finally:
            with self._turn:
                self._asking[name] -= 1
                idle = [other for other, questions in self._asking.items() if not questions]
                for other in idle[:-OPEN]:
                    del self._asking[other]
                    self._close(other)

    def _close(self, name: str) -> None:
        java = self._server._java_server
        if name in {str(n) for n in java.getDatabaseNames()}:  # a question that failed early opened none
            java.getDatabase(name).getEmbedded().close()
            java.removeDatabase(name)

    def refusal(self, database: str, query: str, parameters: dict[str, Any]) -> str | None:
        """What is wrong with a query that the engine took for a write; None when it is one."""
        try:
            self._server.get_database(database).query("opencypher", query, parameters)
        except Exception as error:
            text = " ".join(str(error).split())
            if "read only" in text or "idempotent" in text.lower():
                return None
            # the first of the Java exceptions' messages, without their names
            text = re.sub(r"\(caused by [^)]*\)|Query failed: |[\w.]+Exception: ", "", text)
            return text.strip().rstrip(".")
        return None


@functools.cache
def engine() -> Embedded:
    """The engine of this process, started when first asked for (about two seconds)."""
    started = Embedded()
    atexit.register(started.stop)  # its threads would keep the process alive, also after a question that failed early
    return started


def cached(build: Build) -> Path:
    """The folder of the engine's database for this very build, loaded when it is not there yet."""
    place = _place(build)
    while not (folder := place / f"cypher-{(key := _key(build))}").is_dir():
        partial = Path(tempfile.mkdtemp(prefix=f".loading-{os.getpid()}-", dir=place))
        try:
            load(build, partial / "db")
            if key == _key(build):  # else the build was replaced meanwhile
                # another process may have been faster: its folder holds the same
                with contextlib.suppress(OSError):
                    (partial / "db").rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        _prune(place, folder.name)
    return folder


def load(build: Build, folder: Path) -> None:
    """Write a build's property graph into a new database."""
    _java()
    import arcadedb_embedded

    with PropertyGraph(build) as graph, arcadedb_embedded.create_database(str(folder)) as database:
        graph.settle()
        _Loader(database).load(graph)


class _Loader:
    """Bulk loading: rows cross as JSON, lists included, with the engine's own batch writer."""

    def __init__(self, database: Any) -> None:
        import jpype

        self._database = database
        self._vertices = jpype.JClass("com.arcadedb.python.VertexBatcher")
        self._edges = jpype.JClass("com.arcadedb.python.EdgeBatcher")

    def load(self, graph: PropertyGraph) -> None:
        from arcadedb_embedded.graph_batch import GraphBatch

        for label in (*NODE_LABELS, *type_labels()):
            self._database.command("sql", f"CREATE VERTEX TYPE `{label}`")
        for label in type_labels():
            name = _vertex_type(("Entity", label))
            self._database.command("sql", f"CREATE VERTEX TYPE `{name}` EXTENDS `Entity`, `{label}`")
        for type_ in relationship_types():
            self._database.command("sql", f"CREATE EDGE TYPE `{type_}`")
        rids: dict[str, dict[str, str]] = {label: {} for label in NODE_LABELS}
        with GraphBatch.create(self._database._java_db, parallel_flush=False) as batch:
            java = batch._java_graph_batch
            for nodes in graph.nodes:
                type_ = _vertex_type(nodes.labels)
                for rows in graph.rows(nodes, _ROWS):
                    made = str(self._vertices.createVerticesJson(java, type_, json.dumps(rows)))
                    rids[nodes.key_label].update(zip((r["id"] for r in rows), made.split(";"), strict=True))
            for edges in graph.edges:
                starts, ends = rids[edges.start_label], rids[edges.end_label]
                for rows in graph.rows(edges, _ROWS):
                    for row in rows:
                        row["_src"], row["_dst"] = starts[row.pop("start")], ends[row.pop("end")]
                    self._edges.newEdgesJson(java, edges.type, json.dumps(rows))
        for label in NODE_LABELS:
            self._database.command("sql", f"CREATE PROPERTY `{label}`.id STRING")
            self._database.command("sql", f"CREATE INDEX ON `{label}` (id) UNIQUE")
        for label, property_ in (("Entity", "name"), ("Evidence", "relation"), ("Observation", "indicator")):
            self._database.command("sql", f"CREATE PROPERTY `{label}`.`{property_}` STRING")
            self._database.command("sql", f"CREATE INDEX ON `{label}` (`{property_}`) NOTUNIQUE")


def _vertex_type(labels: Sequence[str]) -> str:
    """The engine's own name for a set of labels; by another order it would be shown as one more label."""
    return "~".join(sorted(labels))


def _key(build: Build) -> str:
    # another model, another database
    model = sorted(Path(property_graph.__file__).parent.glob("*.py"))
    return content_key(build, ENGINE.encode(), *(path.read_bytes() for path in model))


def _place(build: Build) -> Path:
    target = build.path.resolve()
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    elsewhere = home / "quyu-kg" / f"{target.name}-{hashlib.sha256(str(target).encode()).hexdigest()[:8]}"
    problems = []
    for place in (beside(build), elsewhere):
        try:
            place.mkdir(parents=True, exist_ok=True)
            if os.access(place, os.W_OK):
                return place
            problems.append(f"{place} is read only")
        except OSError as error:
            problems.append(f"{place}: {error.strerror}")
    raise QueryError(
        f"{build.path}: no place for the engine's files ({'; '.join(problems)}); "
        "set XDG_CACHE_HOME to a folder of yours."
    )


def _prune(place: Path, keep: str) -> None:
    """Remove the databases of older builds and what killed loads left; who still reads one keeps its open files."""
    for path in sorted(place.glob("cypher-*")):
        if path.name != keep:
            shutil.rmtree(path, ignore_errors=True)
    for path in sorted(place.glob(".loading-*")):
        try:
            os.kill(int(path.name.split("-")[1]), 0)
        except (ProcessLookupError, ValueError):
            shutil.rmtree(path, ignore_errors=True)
        except PermissionError:  # somebody else's, and alive
            continue


def _free_ports(count: int) -> Iterator[int]:
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        ports = [int(probe.getsockname()[1]) for probe in probes]
    return iter(ports)


@functools.cache
def _java() -> str:
    """Start the wheel's own Java in this process, silent, and return a folder for what it writes while it runs."""
    try:
        import jpype
        from arcadedb_embedded import jvm
    except ImportError:
        raise MissingExtraError("arcadedb-embedded", "cypher", "the embedded Cypher engine") from None
    scratch = tempfile.mkdtemp(prefix="kg-cypher-")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    logging = Path(scratch, "logging.properties")
    logging.write_text("handlers=\n.level=OFF\n", "ascii")
    if not jpype.isJVMStarted():
        jpype.startJVM(
            jvm.get_bundled_jre_lib_path(),
            f"-Xmx{HEAP}",
            "-XX:TieredStopAtLevel=1",  # halves the time to the first answer; long queries lose less than they gain
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            f"-XX:ErrorFile={tempfile.gettempdir()}/kg-java-error-%p.log",
            f"-Djava.util.logging.config.file={logging}",
            f"-Darcadedb.server.logsDirectory={scratch}",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF8",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "--enable-native-access=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            classpath=[str(jar) for jar in sorted(Path(jvm.get_jar_path()).glob("*.jar"))],
            interrupt=False,
        )
    return scratch
