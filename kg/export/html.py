"""The page of a graph: one HTML file that works offline, made by pyvis from a template of our own.

pyvis carries nodes, lines and options and brings vis-network; the template leaves out what pyvis would load from other
hosts. The page's own policy forbids every request and every script but its two.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
import pyvis.network

from kg.export.target import open_target
from kg.export.view.drawing import Drawing, draw
from kg.export.view.page import SHAPES, Page, compact, make_page
from kg.export.view.slices import Slice, Wanted, choose, known_years, refuse_nothing
from kg.ontology import load_ontology
from kg.tables import Build

TITLE = "区域知识图谱"
STATIC = Path(str(resources.files("kg.export") / "static"))
SCRIPTS = ("words", "data", "state", "canvas", "panel", "search", "controls", "main")  # static/NAME.js, in this order
TEMPLATES = Path(pyvis.network.__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class ViewOptions(Wanted):
    """What a page shows (see `Wanted`) and how.

    Attributes:
        title: of the page.
        language: of the buttons at first, zh or en.
    """

    title: str = TITLE
    language: str = "zh"


def write_view(build: Build, target: Path, options: ViewOptions) -> Path:
    """Write the interactive page of a build, or of a part of it.

    Raises:
        NotFoundError: an unknown focus, region, type or relation, or nothing left to show; the message says what there
            is.
        BuildError: the file cannot be written.
    """
    text = render(build, options)
    with open_target(target) as file:
        file.write(text.encode())
    return target


def render(build: Build, options: ViewOptions) -> str:
    """The page as text; the same build and options give the same text."""
    years = known_years(build)
    part = choose(build, options, years)
    refuse_nothing(build, part, options, years)
    overview = len(part.drawn) > options.max_nodes
    drawing = draw(part, overview=overview)
    page = make_page(build, part, drawing, years, most=options.max_nodes)
    net = _network(part, drawing, page)
    styles = (STATIC / "view.css").read_text("utf-8")
    library = _library()
    scripts = "\n".join((STATIC / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    scripts = "(() => {\n'use strict';\n" + scripts + "\n})();"
    net.templateEnv = jinja2.Environment(loader=jinja2.FileSystemLoader([STATIC, TEMPLATES]), autoescape=True)
    net.templateEnv.globals.update(
        title=options.title,
        language=options.language,
        styles=styles,
        library=library,
        scripts=scripts,
        policy=_policy([library, scripts], [styles]),
        core=compact(page.core),
        parts=page.parts,
        pyvis_nodes=compact(net.nodes),
        pyvis_options=compact(net.options),
    )
    net.path = "view.html"
    return str(net.generate_html("view.html"))


def _network(part: Slice, drawing: Drawing, page: Page) -> Any:
    """The pyvis network: what is drawn at first, without forces."""
    net = pyvis.network.Network(cdn_resources="in_line")
    if page.core["overview"]:
        net.nodes = [
            {"id": f"c{i}", "x": c["x"], "y": c["y"], "size": c["reach"], "shape": "dot", "group": "community"}
            for i, c in enumerate(page.core["communities"])
        ]
    else:  # lists are set as a whole: add_node and add_edge look through all that is there, each time
        columns = page.core["nodes"]
        lonely = [int(d) == 0 for d in drawing.degree]
        net.nodes = [
            {"id": i, "x": x, "y": y, "size": r, "shape": SHAPES.get(e["type"], "dot"), "group": e["type"]}
            for i, (e, x, y, r) in enumerate(zip(part.entities, columns["x"], columns["y"], columns["r"], strict=True))
            if e["entity_id"] in part.drawn and (not lonely[i] or e["entity_id"] in part.focus)
        ]
    kinds = load_ontology().entities
    net.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {"hover": False, "selectConnectedEdges": False, "tooltipDelay": 1_000_000, "multiselect": False},
        "nodes": {"borderWidth": 1, "borderWidthSelected": 1, "chosen": False, "labelHighlightBold": False},
        "groups": {n: {"color": {"background": k.colour, "border": _darker(k.colour)}} for n, k in kinds.items()}
        | {"community": {"color": {"background": "rgba(0,0,0,0)", "border": "rgba(110,130,170,0.40)"}}},
    }
    return net


def _library() -> str:
    """vis-network as pyvis brings it."""
    newest = sorted(TEMPLATES.glob("lib/vis-*/vis-network.min.js"))[-1]
    return newest.read_text("utf-8").replace("</script", "<\\/script")


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A content policy: nothing but these scripts and styles, no request at all."""

    def hashes(texts: list[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in texts)
        return " ".join(f"'sha256-{d}'" for d in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _darker(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(c * 0.78):02x}" for c in (red, green, blue))
