"""GEXF for Gephi, by networkx: nodes with Chinese labels, positions, sizes and colours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export import ExportOptions
from kg.export.placed import placed_graph
from kg.export.target import open_target
from kg.tables import Build


def write_gexf(build: Build, target: Path, options: ExportOptions) -> None:
    """Write nodes and edges with all their attributes, and their looks in GEXF's own elements (viz)."""
    graph = placed_graph(build)
    for _, data in graph.nodes(data=True):
        place = {"x": data.pop("x"), "y": data.pop("y"), "z": 0.0}
        data["viz"] = {"position": place, "color": _colour(data), "size": data.pop("size")}
    for number, (_, _, key, data) in enumerate(graph.edges(keys=True, data=True)):
        data["id"] = str(number)
        data["relation_id"], data["relation"] = key, data.pop("type")  # GEXF's own `type` says whether it is directed
        data["viz"] = {"color": _colour(data)}
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    text = re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)  # no clock in what is written
    with open_target(target) as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode() + b"\n")


def _colour(data: dict[str, Any]) -> dict[str, float]:
    del data["colour"]
    return {name: data.pop(name) for name in "rgb"} | {"a": 1.0}
