"""kg serve-sparql."""

from __future__ import annotations

import contextlib
import signal
import threading

import click

from kg.cli.output import talk
from kg.tables import Build


@click.command("serve-sparql")
@click.argument("build")
@click.option("--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="The port; 0: a free one.")
@click.option("--timeout", default=60, show_default=True, type=click.IntRange(1), help="Seconds that a query may take.")
def command(build: str, port: int, timeout: int) -> None:
    """Serve a SPARQL endpoint and a query page on this machine only, until Ctrl-C.

    Example: kg serve-sparql build --port 7878
    """
    from kg.query.serve_sparql import serve

    done = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: done.set())
    with serve(Build(build), port, timeout) as address, contextlib.suppress(KeyboardInterrupt):
        talk().print(f"query page: {address}\nendpoint:   {address}sparql\nCtrl-C ends it")
        done.wait()
