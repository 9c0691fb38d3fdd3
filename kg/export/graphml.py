"""GraphML, by networkx: nodes with Chinese labels and the colours of the ontology."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export import ExportOptions
from kg.export.target import open_target
from kg.graph import to_networkx
from kg.ontology import load_ontology
from kg.tables import Build


def write_graphml(build: Build, target: Path, options: ExportOptions) -> None:
    """Write nodes and edges with all their attributes; lists become JSON text, as GraphML has none."""
    ontology, view = load_ontology(), to_networkx(build)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in view.nodes(data=True):
        kind = ontology.kinds[data["type"]]
        graph.add_node(node, label=data["name"], colour=kind.colour, type_zh=kind.zh, **_flat(data))
    for head, tail, key, data in view.edges(keys=True, data=True):
        graph.add_edge(head, tail, key=key, label=ontology.relations[data["type"]].zh, **_flat(data))
    with open_target(target) as file:
        nx.write_graphml_xml(graph, file)  # not the lxml writer: the same bytes on every machine


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    return {k: json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for k, v in data.items()}
