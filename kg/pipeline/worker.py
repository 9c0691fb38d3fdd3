"""The other end of `kg.pipeline.crew`: a process that reads the files it is told of until its input ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.cycles import seldom_sought
from kg.pipeline.crew import receive, send
from kg.pipeline.reading import Task, knowledge, read_source


@seldom_sought()
def serve(memory: int, models: str) -> None:
    """Read files named on standard input; answers go to standard output, which nothing else may write to."""
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    folder = Path(models)
    knowledge(folder)
    _limit(memory)
    while True:
        try:
            task = receive(source)
        except EOFError:
            return
        assert isinstance(task, Task)
        send(target, read_source(task, folder))


def _limit(memory: int) -> None:
    """Bound the address space to what is used now and `memory` bytes more, where the system can do that."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        bound = pages * os.sysconf("SC_PAGE_SIZE") + memory
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    except (ImportError, OSError, ValueError):
        return
