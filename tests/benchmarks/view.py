"""How fast pages open and move, beside a plain pyvis page of the same graph.

    python -m tests.benchmarks.view [NODES …]

Each page is opened in a headless Chromium of its own. Printed for each size: seconds to write the page (those of the
layout alone), megabytes, milliseconds from navigation to the first drawn frame, and drawn frames a second while panning
and while zooming. Plain pyvis runs with physics off and the same positions, without its links to other hosts.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyvis.network

from kg.export.chromium import Tab, chromium, find_chromium
from kg.export.html import ViewOptions, write_view
from kg.export.view.drawing import draw
from kg.export.view.slices import choose, known_years
from kg.tables import Build
from tests.benchmarks.synthetic import write_synthetic

SIZES = (500, 2000, 5000, 20000, 100000)
PLAIN_UP_TO = 20000  # nodes; a plain page of more does not come up
SECONDS = 3.0  # of panning, and of zooming

# The first frame with something filled in it, and a count of the frames in which the canvas was drawn anew.
WATCH = """
window.watched = {first: 0, frames: 0, dirty: false};
const proto = CanvasRenderingContext2D.prototype;
const afterPaint = (f) => requestAnimationFrame(() => requestAnimationFrame(f));
for (const name of ['fill', 'fillRect', 'fillText', 'drawImage']) {
  const real = proto[name];
  proto[name] = function (...args) {
    if (!watched.first && this.canvas.isConnected && this.canvas.width > 400) {
      watched.first = -1;
      afterPaint(() => { watched.first = performance.now(); });
    }
    return real.apply(this, args);
  };
}
const clear = proto.clearRect;
proto.clearRect = function (...args) { watched.dirty = true; return clear.apply(this, args); };
const tick = () => { if (watched.dirty) watched.frames++; watched.dirty = false; requestAnimationFrame(tick); };
requestAnimationFrame(tick);
"""


def measure(page: Path) -> dict[str, float]:
    """Milliseconds to the first frame, and frames a second."""
    with chromium(find_chromium(), seconds=120) as tab:
        tab.size(1400, 900)
        tab.send("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        tab.open(page.as_uri())
        first = tab.wait("window.watched && watched.first > 0 && watched.first", 120)
        time.sleep(1)
        return {"first": float(first), "pan": _frames(tab, _pan), "zoom": _frames(tab, _zoom)}


def _frames(tab: Tab, move: Any) -> float:
    tab.run("watched.frames = 0")
    start = time.monotonic()
    step = 0
    while time.monotonic() - start < SECONDS:
        move(tab, step)
        step += 1
        time.sleep(0.008)
    if move is _pan:
        tab.send("Input.dispatchMouseEvent", type="mouseReleased", x=700, y=450, button="left", clickCount=1)
    seconds = time.monotonic() - start
    return float(tab.run("watched.frames")) / seconds


def _pan(tab: Tab, step: int) -> None:
    if step == 0:
        tab.send("Input.dispatchMouseEvent", type="mousePressed", x=700, y=60, button="left", clickCount=1)
    x, y = 700 + (step * 7) % 300 - 150, 450 + (step * 5) % 200 - 100
    tab.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y, button="left", buttons=1)


def _zoom(tab: Tab, step: int) -> None:
    delta = -120 if step // 12 % 2 == 0 else 120
    tab.send("Input.dispatchMouseEvent", type="mouseWheel", x=700, y=450, deltaX=0, deltaY=delta)


def write_plain(build: Build, target: Path) -> None:
    """The page that pyvis makes by itself of the same graph, at the same positions."""
    part = choose(build, ViewOptions(), known_years(build))
    drawing = draw(part, overview=False)
    net = pyvis.network.Network(cdn_resources="in_line", height="900px", directed=True)
    net.nodes = [
        {"id": i, "label": e["name"], "shape": "dot", "size": 10, "x": float(x), "y": float(y)}
        for i, (e, (x, y)) in enumerate(zip(part.entities, drawing.at, strict=True))
    ]
    net.edges = [{"from": int(a), "to": int(b), "arrows": "to"} for a, b in drawing.ends]
    net.toggle_physics(False)
    html = re.sub(r"<(link|script)[^>]*https://[^>]*>(\s*</script>)?", "", net.generate_html())
    target.write_text(html, "utf-8")


def main(sizes: list[int]) -> None:
    print("nodes relations | write s (layout s) MB | first frame ms, pan, zoom frames/s | plain pyvis: MB, the same")
    with tempfile.TemporaryDirectory() as folder:
        for nodes in sizes:
            build = Build(write_synthetic(Path(folder) / f"build-{nodes}", nodes))
            relations = build.table("relations").num_rows
            part = choose(build, ViewOptions(), known_years(build))
            start = time.monotonic()
            draw(part, overview=nodes > ViewOptions().max_nodes)
            layout = time.monotonic() - start
            page = Path(folder) / f"{nodes}.html"
            start = time.monotonic()
            write_view(build, page, ViewOptions())
            line = (
                f"{nodes} {relations} | {time.monotonic() - start:.1f} ({layout:.1f}) {page.stat().st_size / 1e6:.2f}"
            )
            line += " | {first:.0f} {pan:.1f} {zoom:.1f}".format(**measure(page))
            if nodes <= PLAIN_UP_TO:
                plain = Path(folder) / f"{nodes}-plain.html"
                write_plain(build, plain)
                line += f" | {plain.stat().st_size / 1e6:.2f}" + " {first:.0f} {pan:.1f} {zoom:.1f}".format(
                    **measure(plain)
                )
            print(line, flush=True)


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or list(SIZES))
