"""Servers that are no proper Neo4j: one that is too old, one that cuts the line."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator


@contextlib.contextmanager
def old_server(agent: str) -> Iterator[str]:
    """A server that speaks Bolt 4.4, says who it is, and then agrees to everything. Yields its URI."""

    def serve(client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.recv(20)  # the magic number and four proposals of versions
            client.sendall(bytes([0, 0, 4, 4]))
            while client.recv(4096):
                name = agent.encode()
                # SUCCESS {server: agent, connection_id: "bolt-1"} in PackStream
                body = b"\xb1\x70\xa2\x86server" + bytes([0x80 + len(name)]) + name + b"\x8dconnection_id\x86bolt-1"
                client.sendall(len(body).to_bytes(2, "big") + body + b"\x00\x00")

    with _listen(serve) as port:
        yield f"bolt://127.0.0.1:{port}"


@contextlib.contextmanager
def other_server(answer: bytes) -> Iterator[str]:
    """A server of another kind: it answers everything with the same bytes. Yields its address as a Bolt URI."""

    def serve(client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.recv(4096)
            client.sendall(answer)

    with _listen(serve) as port:
        yield f"bolt://127.0.0.1:{port}"


@contextlib.contextmanager
def cut_after(uri: str, size: int, *, for_good: bool = True) -> Iterator[str]:
    """The way to a real server: when `size` bytes went there, all lines are cut, for good or once. Yields its URI."""
    target = ("127.0.0.1", int(uri.rpartition(":")[2]))
    left = size
    cut, over = threading.Event(), threading.Event()
    lines: list[socket.socket] = []

    def pump(source: socket.socket, sink: socket.socket, *, counted: bool) -> None:
        nonlocal left
        with contextlib.suppress(OSError):
            while not cut.is_set() and (data := source.recv(4096)):
                if counted:
                    left -= len(data)
                    if left < 0 and not over.is_set():
                        over.set()
                        if for_good:
                            cut.set()
                        for end in lines:
                            with contextlib.suppress(OSError):
                                end.shutdown(socket.SHUT_RDWR)
                        break
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def serve(client: socket.socket) -> None:
        if cut.is_set():
            client.close()
            return
        with client, socket.create_connection(target) as server:
            lines.extend((client, server))
            back = threading.Thread(target=pump, args=(server, client), kwargs={"counted": False}, daemon=True)
            back.start()
            pump(client, server, counted=True)
            back.join()

    with _listen(serve) as port:
        yield f"bolt://127.0.0.1:{port}"


@contextlib.contextmanager
def _listen(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        over = threading.Event()
        threads: list[threading.Thread] = []

        def accept() -> None:
            while not over.is_set():
                try:
                    client, _ = listener.accept()
                except OSError:
                    continue
                thread = threading.Thread(target=serve, args=(client,), daemon=True)
                thread.start()
                threads.append(thread)

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            over.set()
            accepting.join()
            for thread in threads:
                thread.join(5)
