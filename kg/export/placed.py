"""The graph of a build with the place, colour and size of each node, for programs that draw."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.export.view.drawing import draw
from kg.export.view.page import LINES
from kg.export.view.slices import Wanted, choose
from kg.graph import to_networkx
from kg.ontology import load_ontology
from kg.tables import Build

if TYPE_CHECKING:
    from kg.graph import NxGraph

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def placed_graph(build: Build) -> NxGraph:
    """All entities and relations, as `kg.graph.to_networkx` gives them, in values that XML formats can hold.

    Besides, nodes have label, type_zh, x, y and size, edges have label (in Chinese), and both have colour (#RRGGBB) and
    r, g, b.
    """
    ontology, plain = load_ontology(), to_networkx(build)
    part = choose(build, Wanted(), {})
    drawing = draw(part, overview=len(part.entities) > Wanted().max_nodes)
    graph: NxGraph = nx.MultiDiGraph()
    for number, entity in enumerate(part.entities):
        node, kind = entity["entity_id"], ontology.kinds[entity["type"]]
        x, y = (round(float(v), 1) for v in drawing.at[number])
        look = {"x": x, "y": -y, "size": round(float(drawing.radius[number]), 1)} | _coloured(kind.colour)
        graph.add_node(node, **_flat(plain.nodes[node]) | {"label": _clean(entity["name"]), "type_zh": kind.zh} | look)
    for head, tail, key, data in plain.edges(keys=True, data=True):
        look = {"label": ontology.relations[data["type"]].zh} | _coloured(LINES[data["type"]])
        graph.add_edge(head, tail, key=key, **_flat(data) | look)
    return graph


def _coloured(colour: str) -> dict[str, Any]:
    return {"colour": colour} | {name: int(colour[i : i + 2], 16) for name, i in zip("rgb", (1, 3, 5), strict=True)}


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """Lists become JSON text, characters that XML forbids go."""
    flat = {k: json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for k, v in data.items()}
    return {k: _clean(v) if isinstance(v, str) else v for k, v in flat.items()}


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
