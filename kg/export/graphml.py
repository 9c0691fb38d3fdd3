"""GraphML, by networkx: nodes with Chinese labels, positions, sizes and colours."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from kg.export import ExportOptions
from kg.export.placed import placed_graph
from kg.export.target import open_target
from kg.tables import Build


def write_graphml(build: Build, target: Path, options: ExportOptions) -> None:
    """Write nodes and edges with all their attributes; lists become JSON text, as GraphML has none.

    Gephi reads x, y, size, r, g, b and label of nodes, r, g, b and label of edges, from the attributes of these names.
    """
    graph = placed_graph(build)
    with open_target(target) as file:
        nx.write_graphml_xml(graph, file)  # not the lxml writer: the same bytes on every machine
