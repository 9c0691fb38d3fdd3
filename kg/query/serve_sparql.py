"""A SPARQL 1.1 endpoint on loopback: Oxigraph's own server, behind a small front door.

The front door serves the query page (YASGUI, from the package) and looks at each query before the server sees it: what
changes the graph or asks another host is refused. Answers, formats and timeouts are Oxigraph's.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from kg.errors import MissingExtraError, QueryError
from kg.query.sparql import check, prefixes, store_folder
from kg.query.sparql_syntax import wrong
from kg.tables import Build

STATIC = Path(__file__).with_name("static")
HOST = "127.0.0.1"
LARGEST = 1_000_000  # bytes of a request
ENDPOINTS = ("/sparql", "/query")
_TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css"}
_FILES = {"/": "sparql.html", "/sparql.js": "sparql.js", "/yasgui.min.js": "", "/yasgui.min.css": ""}


@contextlib.contextmanager
def serve(build: Build, port: int, timeout: int = 60) -> Iterator[str]:
    """Run the endpoint as long as the block lasts; gives the address of the query page.

    Args:
        build: the build directory.
        port: the port on loopback; 0 takes a free one.
        timeout: seconds that a query may take.

    Raises:
        MissingExtraError: Oxigraph's server is not installed.
        QueryError: the port is taken.
    """
    program = _program()
    store = store_folder(build)
    inner = _free_port()
    command = [program, "serve-read-only", "-l", str(store), "-b", f"{HOST}:{inner}", "--timeout-s", str(timeout)]
    try:
        server = _Front((HOST, port), inner)
    except OSError as error:
        raise QueryError(f"port {port} cannot be used ({error.strerror}); choose another with --port.") from None
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as oxigraph:
        try:
            _wait(inner, oxigraph)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            yield f"http://{HOST}:{server.server_address[1]}/"
            server.shutdown()
        finally:
            server.server_close()
            oxigraph.terminate()


def _program() -> str:
    beside = Path(sys.executable).with_name("oxigraph")
    found = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if found is None:
        raise MissingExtraError("oxigraph", "serve", "kg serve-sparql")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
            return
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise QueryError("Oxigraph's server did not start; run kg sparql once, which says what is wrong with the build.")


class _Front(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], inner: int) -> None:
        self.inner = inner
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    """Files of the page; queries that pass `check` go on to Oxigraph."""

    server: _Front
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Silence: requests are nobody's news."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path in ENDPOINTS:
            self._ask(urlsplit(self.path).query)
        elif path == "/prefixes.json":
            self._send(200, "application/json", json.dumps(prefixes(), ensure_ascii=False).encode())
        elif path in _FILES:
            self._file(_FILES[path] or path[1:])
        else:
            self._send(404, "text/plain", b"There is nothing here; the endpoint is /sparql.\n")

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length") or 0)
        if size > LARGEST:
            self._send(413, "text/plain", b"The query is too long.\n")
            return
        body = self.rfile.read(size).decode("utf-8", "replace")
        path, _, query = self.path.partition("?")
        kind = self.headers.get_content_type()
        if path not in ENDPOINTS:
            self._send(404, "text/plain", b"There is nothing here; the endpoint is /sparql.\n")
        elif kind == "application/sparql-query":
            self._ask("&".join(filter(None, [query, urlencode({"query": body})])))
        elif kind == "application/x-www-form-urlencoded":
            self._ask("&".join(filter(None, [query, body])))
        else:
            self._send(415, "text/plain", b"Send application/sparql-query or a form.\n")

    def do_OPTIONS(self) -> None:
        self._send(204, "text/plain", b"")

    def _ask(self, parameters: str) -> None:
        given = parse_qs(parameters)
        try:
            if "update" in given:
                raise QueryError("updates are refused: this endpoint only reads.")
            for query in given.get("query", ()):
                check(query)
        except QueryError as error:
            self._send(403, "text/plain; charset=utf-8", f"{error}\n".encode())
            return
        inner = http.client.HTTPConnection(HOST, self.server.inner)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if accept := self.headers.get("Accept"):
            headers["Accept"] = accept
        with contextlib.closing(inner):
            try:
                inner.request("POST", "/query", parameters.encode(), headers)
                answer = inner.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                self._send(503, "text/plain", b"The query took too long, or the server ended.\n")
                return
        if answer.status == 400 and b"error at " in body:  # the parser's long message
            query = (given.get("query") or [""])[0]
            self._send(400, "text/plain; charset=utf-8", f"{wrong(query, body.decode('utf-8', 'replace'))}\n".encode())
            return
        self._send(answer.status, answer.headers.get("Content-Type", "text/plain"), body)

    def _file(self, name: str) -> None:
        packed = STATIC / f"{name}.gz"
        body = packed.read_bytes() if packed.is_file() else (STATIC / name).read_bytes()
        self._send(200, _TYPES[Path(name).suffix], body, packed=packed.is_file())

    def _send(self, status: int, kind: str, body: bytes, *, packed: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
