"""Apache Jena's command line."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from tests.tools import java_lib


def jena(main: str, arguments: Sequence[str], codes: Sequence[int] = (0,)) -> str:
    """The output of one of Jena's commands, which must end well and without a warning about the data.

    `codes` are how it may end; riot ends with 1 when it frowned at a character and read it all the same.
    """
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{java_lib('jena')}/*", main, *arguments]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    talk = [line for line in done.stderr.splitlines() if "SLF4J" not in line]
    assert done.returncode in codes, done.stderr
    assert not [line for line in talk if "ERROR" in line or "WARN" in line], done.stderr
    return done.stdout + "\n".join(talk)
