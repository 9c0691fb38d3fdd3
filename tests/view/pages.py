"""A page in the browser, as a user handles it."""

from __future__ import annotations

import base64
import json
import time
from pathlib import Path

from kg.export.chromium import Tab
from tests.tools import ROOT

PICTURES = ROOT / ".cache" / "view"
READY = "document.documentElement?.dataset.ready"
KEYS = {
    "Enter": ("Enter", 13, "\r"),
    "Escape": ("Escape", 27, ""),
    "Tab": ("Tab", 9, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
}
KEYS |= {"ArrowRight": ("ArrowRight", 39, ""), "ArrowLeft": ("ArrowLeft", 37, ""), " ": ("Space", 32, " ")}


COUNT = """async (text) => {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const data = context.getImageData(0, 0, image.width, image.height).data, found = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const colour = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
    found.set(colour, (found.get(colour) || 0) + 1);
  }
  return [...found].filter(([, n]) => n > 4);
}"""


class Page:
    """Opens pages in a tab and looks at them."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.run, self.wait = tab.run, tab.wait

    def reset(self) -> None:
        self.tab.open("about:blank")
        self.tab.wait("location.href === 'about:blank'")
        self.tab.size(1400, 900)
        self.tab.events.clear()

    def open(self, path: Path) -> Page:
        self.tab.open(path.as_uri())
        self.wait(READY)
        return self

    def requests(self) -> list[str]:
        """What was asked of any host or file, but the page itself."""
        asked = [p["request"]["url"] for m, p in self.tab.events if m == "Network.requestWillBeSent"]
        return [url for url in asked if not url.startswith("data:")][1:]

    def complaints(self) -> list[str]:
        """Errors and warnings of the console, and scripts that threw."""
        return [
            json.dumps(p, ensure_ascii=False)[:500]
            for m, p in self.tab.events
            if m == "Runtime.exceptionThrown"
            or (m == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"))
            or (m == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning", "assert"))
        ]

    def key(self, key: str) -> None:
        code, number, text = KEYS.get(key, (key, ord(key.upper()[0]), key))
        event = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        self.tab.send("Input.dispatchKeyEvent", type="keyDown", **event, **({"text": text} if text else {}))
        self.tab.send("Input.dispatchKeyEvent", type="keyUp", **event)

    def type(self, text: str) -> None:
        self.tab.send("Input.insertText", text=text)

    def click(self, x: float, y: float, times: int = 1) -> None:
        for n in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.tab.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=n)

    def press(self, selector: str) -> None:
        """Click the middle of an element."""
        x, y = self.run(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        self.click(x, y)

    def node(self, name: str) -> int:
        return int(self.run(f"kgView.CORE.nodes.name.indexOf({json.dumps(name)})"))

    def spot(self, name: str) -> tuple[float, float]:
        """Where a node is on the screen."""
        x, y = self.run(
            f"(() => {{ const p = kgView.place({self.node(name)});"
            " const d = kgView.network.canvasToDOM({x: p.x, y: p.y}); return [d.x, d.y]; })()"
        )
        return x, y

    def names(self) -> set[str]:
        """The names of the visible nodes."""
        return set(self.run("kgView.CORE.nodes.name.filter((_, i) => kgView.visible[i])"))

    def panel(self) -> str:
        """The text of the panel once it is there."""
        self.wait("!document.getElementById('panel').hidden && !!document.querySelector('#panel h2')")
        time.sleep(0.15)
        return str(self.run("document.getElementById('panel').innerText"))

    def picture(self, name: str) -> bytes:
        """A picture, kept in the folder of pictures."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        time.sleep(0.5)
        png = self.tab.picture()
        (PICTURES / f"{name}.png").write_bytes(png)
        return png


def colours(tab: Tab, png: bytes) -> dict[tuple[int, ...], int]:
    """How many pixels of each colour a picture has, counted by the browser; colours of a few pixels are left out."""
    rows = tab.run(f"({COUNT})({json.dumps(base64.b64encode(png).decode())})")
    return {(number >> 16, number >> 8 & 255, number & 255): count for number, count in rows}
