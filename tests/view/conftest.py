"""One Chromium for all tests of pages, builds, and pages of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.export.chromium import Tab
from kg.export.chromium import chromium as run_chromium
from kg.export.html import ViewOptions, write_view
from kg.tables import Build
from tests.benchmarks.synthetic import write_synthetic
from tests.view.builds import write_small
from tests.view.pages import Page


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Tab]:
    with run_chromium(chromium, seconds=120) as tab:
        yield tab


@pytest.fixture
def page(browser: Tab) -> Iterator[Page]:
    """A page of the browser in a window of 1400 × 900, with nothing of the test before."""
    page = Page(browser)
    page.reset()
    yield page
    browser.open("about:blank")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return write_small(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Build]:
    made: dict[int, Build] = {}

    def build(nodes: int) -> Build:
        if nodes not in made:
            made[nodes] = Build(write_synthetic(tmp_path_factory.mktemp(f"synthetic-{nodes}"), nodes))
        return made[nodes]

    return build


@pytest.fixture(scope="session")
def small_page(small: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_view(small, tmp_path_factory.mktemp("page") / "small.html", ViewOptions())


@pytest.fixture(scope="session")
def overview_page(synthetic: Callable[[int], Build], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """2,000 nodes of which 300 may be drawn at once."""
    options = ViewOptions(max_nodes=300)
    return write_view(synthetic(2000), tmp_path_factory.mktemp("page") / "overview.html", options)
