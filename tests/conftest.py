"""Fixtures for all tests: real documents, golden files, a browser, a Neo4j."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.pipeline import build
from kg.tables import Build
from tests.neo4j.server import Neo4jServer, run_neo4j
from tests.tools import ROOT, chromium_program, java_lib


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files from what the code gives")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and hand labels beside the checkout (not part of the project)."""
    folder = ROOT.parent / "shared"
    if not (folder / "corpus").is_dir():
        pytest.skip("no real documents: ../shared/corpus is not there")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """`golden(path, text)`: the text is what the file holds; with --update-golden the file is written instead."""

    def check(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.exists(), f"{path} is not there yet: pytest --update-golden {request.node.nodeid}"
        assert text == path.read_text("utf-8"), f"differs from {path}; if it should: pytest --update-golden"

    return check


@pytest.fixture(scope="session")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The build of the packaged sample; for reading."""
    target = tmp_path_factory.mktemp("sample") / "build"
    build([ROOT / "kg" / "sample"], target, workers=1)
    return Build(target)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program; start it with the options of `tests.browser` or your own."""
    return chromium_program()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """One real, empty Neo4j for the session (7 s to start). Tests that write into it clean up before they begin."""
    with run_neo4j(java_lib("neo4j"), tmp_path_factory.mktemp("neo4j")) as server:
        yield server
