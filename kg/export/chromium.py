"""A headless Chromium, spoken to in its DevTools protocol through two pipes: no driver, no port, no package."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import KgError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
OPTIONS = (
    "--headless",
    "--no-sandbox",  # needed as root; the page is our own and may load nothing
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--mute-audio",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)


# The protocol is fixed to the descriptors 3 and 4: move ours out of their way, then there, and become the browser.
_ONTO_3_AND_4 = """
import fcntl, os, sys
a, b = (fcntl.fcntl(int(fd), fcntl.F_DUPFD, 10) for fd in sys.argv[1:3])
os.dup2(a, 3)
os.dup2(b, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class BrowserError(KgError):
    """Chromium is missing, did not answer, or a page in it failed."""


def find_chromium() -> Path:
    """The browser's program.

    Raises:
        BrowserError: none is installed.
    """
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    raise BrowserError(
        "a picture needs Chromium or Chrome, and neither is installed; install it with: apt install chromium."
    )


class Tab:
    """One page of a running Chromium.

    Attributes:
        events: everything that the browser reported and nobody has taken yet: (method, parameters).
    """

    def __init__(self, browser: _Pipe, session: str) -> None:
        self._browser = browser
        self._session = session
        self.events: list[tuple[str, dict[str, Any]]] = browser.events

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol and wait for its answer.

        Raises:
            BrowserError: the browser refused, or did not answer in time.
        """
        return self._browser.send(method, parameters, self._session)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression (a promise is awaited).

        Raises:
            BrowserError: the script threw.
        """
        answer = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(str(details.get("exception", {}).get("description") or details["text"]))
        return answer["result"].get("value")

    def wait(self, condition: str, seconds: float = 30) -> Any:
        """Wait until a JavaScript expression is true; its value.

        Raises:
            BrowserError: it did not become true in time.
        """
        end = time.monotonic() + seconds
        while not (value := self.run(condition)):
            if time.monotonic() > end:
                raise BrowserError(f"the page did not reach this in {seconds:g} s: {condition}")
            time.sleep(0.02)
        return value

    def size(self, width: int, height: int, scale: float = 1, *, mobile: bool = False) -> None:
        """Set the window's size in CSS pixels, and how many pixels of a picture make one of them."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=mobile
        )

    def open(self, url: str) -> None:
        """Start to load a page."""
        self.send("Page.navigate", url=url)

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])


class _Pipe:
    """The protocol's two pipes: commands out, answers and events in, each ended by a zero byte."""

    def __init__(self, write: int, read: int, seconds: float) -> None:
        self._write, self._read, self._seconds = write, read, seconds
        self._waiting = select.poll()  # select() itself refuses pipes numbered above 1,023
        self._waiting.register(read, select.POLLIN)
        self._number = 0
        self._rest = b""
        self.events: list[tuple[str, dict[str, Any]]] = []

    def send(self, method: str, parameters: dict[str, Any], session: str | None = None) -> dict[str, Any]:
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        data = json.dumps(command).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        end = time.monotonic() + self._seconds
        while True:
            message = self._receive(end, method)
            if message.get("id") == self._number:
                if "error" in message:
                    raise BrowserError(f"{method}: {message['error']['message']}")
                result: dict[str, Any] = message["result"]
                return result
            if "method" in message:
                self.events.append((message["method"], message.get("params", {})))

    def _receive(self, end: float, method: str) -> dict[str, Any]:
        parts = [self._rest]
        while b"\0" not in parts[-1]:
            if not self._waiting.poll(max(0.0, end - time.monotonic()) * 1000):
                raise BrowserError(f"Chromium did not answer {method} in {self._seconds:g} s.")
            got = os.read(self._read, 1 << 20)
            if not got:
                raise BrowserError("Chromium ended before it answered.")
            parts.append(got)
        text, _, self._rest = b"".join(parts).partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


@contextlib.contextmanager
def chromium(program: Path, *options: str, seconds: float = 60) -> Iterator[Tab]:
    """Run a Chromium of its own, with an empty profile; a blank page of it.

    Args:
        program: see `find_chromium`.
        options: more options of the program.
        seconds: how long to wait for an answer.

    Raises:
        BrowserError: it does not start or answer.
    """
    with tempfile.TemporaryDirectory(prefix="kg-chromium-", ignore_cleanup_errors=True) as profile:
        arguments = [str(program), *OPTIONS, f"--user-data-dir={profile}", *options, "about:blank"]
        command_read, command_write = os.pipe()
        answer_read, answer_write = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-IS", "-c", _ONTO_3_AND_4, str(command_read), str(answer_write), *arguments],
            pass_fds=(command_read, answer_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(command_read)
        os.close(answer_write)
        try:
            pipe = _Pipe(command_write, answer_read, seconds)
            target = pipe.send("Target.createTarget", {"url": "about:blank"})["targetId"]
            session = pipe.send("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
            tab = Tab(pipe, session)
            for domain in ("Page", "Runtime", "Network", "Log"):
                tab.send(f"{domain}.enable")
            yield tab
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            os.close(command_write)
            os.close(answer_read)
