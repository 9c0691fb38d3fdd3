"""The programs that some tests need besides Python: where they are, and what to do when one is missing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def missing(what: str, remedy: str) -> None:
    """End a test whose tool is not there: skipped, or failed where all tools must be (KG_NEED_TOOLS, set by make).

    Raises:
        pytest.skip.Exception, pytest.fail.Exception
    """
    line = f"{what} is not here; {remedy}"
    if os.environ.get("KG_NEED_TOOLS"):
        pytest.fail(line, pytrace=False)
    pytest.skip(line)


def java_lib(name: str) -> Path:
    """The folder of jars that tests/NAME/pom.xml names; `java -cp FOLDER/*` runs what is in them."""
    folder = ROOT / ".cache" / "java" / name
    if shutil.which("java") is None or not any(folder.glob("*.jar")):
        missing(f"Java with the jars of tests/{name}/pom.xml", "make java")
    return folder


def chromium_program() -> Path:
    """Chromium, or a browser that takes the same options."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return Path(found)
    missing("Chromium", "make chromium")
    raise AssertionError
