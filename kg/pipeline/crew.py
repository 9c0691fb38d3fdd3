"""Worker processes that read one file each at a time, within limits, and that can be killed without losing the build.

A worker is a fresh interpreter on two pipes (frames of a length and a pickle), not a `multiprocessing` child: that
would run the user's own script once more, and a pool of those cannot end one of its members.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kg.pipeline.reading import Loaded, Task

_LENGTH = struct.Struct("<Q")
_START = "import sys; sys.path[:] = {path!r}; from kg.pipeline.worker import serve; serve({memory!r}, {models!r})"
_AHEAD = 4  # files for each worker that may be read before the next one in order is done


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds (and more for each MB of the file), and bytes of memory."""

    seconds: float = 120.0
    seconds_per_mb: float = 60.0
    memory: int = 8_000_000_000

    def time(self, size: int) -> float:
        """Seconds for a file of `size` bytes."""
        return self.seconds + self.seconds_per_mb * size / 1e6


def read_in_workers(tasks: Sequence[Task], workers: int, limits: Limits, models: Path) -> Iterator[Loaded]:
    """Read files in `workers` processes with the models of a folder; results in the order of the tasks."""
    crew = _Crew(tasks, limits, models)
    threads = [threading.Thread(target=crew.work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        yield from crew.results(workers)
    finally:
        crew.stop()
        for thread in threads:
            thread.join(10)


class _Crew:
    def __init__(self, tasks: Sequence[Task], limits: Limits, models: Path) -> None:
        self.tasks = tasks
        self.limits = limits
        self.models = models
        self.todo = iter(range(len(tasks)))
        self.lock = threading.Lock()
        self.room = threading.Semaphore(0)
        self.done: queue.Queue[tuple[int, Loaded | BaseException]] = queue.Queue()
        self.alive: set[_Worker] = set()
        self.over = False

    def results(self, workers: int) -> Iterator[Loaded]:
        waiting: dict[int, Loaded] = {}
        for _ in range(workers * _AHEAD):
            self.room.release()
        for i in range(len(self.tasks)):
            while i not in waiting:
                at, result = self.done.get()
                if isinstance(result, BaseException):
                    raise result
                waiting[at] = result
            yield waiting.pop(i)
            self.room.release()

    def work(self) -> None:
        """One thread's life: feed one worker, start another when it died."""
        worker: _Worker | None = None
        at = -1
        try:
            while True:
                self.room.acquire()
                with self.lock:
                    at = next(self.todo, -1)
                if at < 0 or self.over:
                    break
                if worker is None:
                    worker = _Worker(self.limits, self.models)
                    with self.lock:
                        self.alive.add(worker)
                loaded = worker.read(self.tasks[at])
                if worker.ended:
                    with self.lock:
                        self.alive.discard(worker)
                    worker = None
                self.done.put((at, loaded))
        except BaseException as error:
            self.done.put((at, error))
        finally:
            if worker is not None:
                worker.end()

    def stop(self) -> None:
        self.over = True
        with self.lock:
            for worker in self.alive:
                worker.end()
        for _ in range(1000):
            self.room.release()


class _Worker:
    def __init__(self, limits: Limits, models: Path) -> None:
        self.limits = limits
        self.ended = False
        code = _START.format(path=[os.fspath(p) for p in sys.path], memory=limits.memory, models=os.fspath(models))
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that what it starts (LibreOffice) ends with it
        )

    def read(self, task: Task) -> Loaded:
        try:
            size = task.path.stat().st_size
        except OSError:
            size = 0
        limit = self.limits.time(size)
        late = threading.Event()

        def kill() -> None:
            late.set()
            self.end()

        timer = threading.Timer(limit, kill)
        timer.start()
        try:
            assert self.process.stdin and self.process.stdout
            send(self.process.stdin, task)
            answer = receive(self.process.stdout)
        except (OSError, EOFError):
            answer = None
        finally:
            timer.cancel()
        if isinstance(answer, Loaded):
            return answer
        self.end()
        if late.is_set():
            problem = f"reading it took more than {limit:.0f} seconds; split it, or raise --time-limit"
        else:
            problem = "reading it ended the worker process, out of memory it seems; split the file"
        return Loaded(task.source, problem=f"{task.source}: {problem}.")

    def end(self) -> None:
        """Kill the worker and all that it started."""
        self.ended = True
        try:
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()
        except (ProcessLookupError, PermissionError):
            self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()


def send(stream: IO[bytes], value: object) -> None:
    """Write one frame."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one frame.

    Raises:
        EOFError: the other side is gone.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    data = stream.read(_LENGTH.unpack(head)[0])
    if len(data) < _LENGTH.unpack(head)[0]:
        raise EOFError
    return pickle.loads(data)
