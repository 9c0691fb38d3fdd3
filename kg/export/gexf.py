"""GEXF for Gephi, by networkx: nodes with Chinese labels, positions, sizes and the colours of the ontology."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from kg.export import ExportOptions
from kg.export.placed import placed_graph
from kg.export.target import open_target
from kg.tables import Build

_LOOK = ("x", "y", "size", "r", "g", "b", "colour")


def write_gexf(build: Build, target: Path, options: ExportOptions) -> None:
    """Write nodes and edges with all their attributes, and their looks in GEXF's own elements (viz)."""
    graph = placed_graph(build)
    for _, data in graph.nodes(data=True):
        look = {name: data.pop(name) for name in _LOOK}
        data["viz"] = {
            "position": {"x": look["x"], "y": look["y"], "z": 0.0},
            "color": {"r": look["r"], "g": look["g"], "b": look["b"], "a": 1.0},
            "size": look["size"],
        }
    for number, (_, _, key, data) in enumerate(graph.edges(keys=True, data=True)):
        data["id"] = str(number)
        data["relation_id"] = key
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft"))
    text = re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)  # no clock in what is written
    with open_target(target) as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode() + b"\n")
