"""A picture of a page, taken by a headless Chromium."""

from __future__ import annotations

from pathlib import Path

from kg.export.chromium import chromium, find_chromium
from kg.export.target import open_target

READY = "document.documentElement?.dataset.ready"
SECONDS = 60.0  # for the page to draw itself


def write_png(page: Path, target: Path, *, width: int = 1600, height: int = 1000) -> Path:
    """Open a page of `kg view` and write what it shows, with two pixels for each of `width` and `height`.

    Raises:
        BrowserError: there is no Chromium, or it failed.
        BuildError: the file cannot be written.
    """
    with chromium(find_chromium()) as tab:
        tab.size(width, height, 2)
        tab.open(page.resolve().as_uri())
        tab.wait(READY, SECONDS)
        tab.run("kgView.still()")
        picture = tab.picture()
    with open_target(target) as file:
        file.write(picture)
    return target
