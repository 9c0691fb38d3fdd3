"""The library's front door: `kg.build`, `kg.open` and the `Graph` they return."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.tables import Build

if TYPE_CHECKING:
    import rdflib

    from kg.export.inline import PagePath
    from kg.graph import NxGraph
    from kg.pipeline import Summary

Pathish = str | os.PathLike[str]


class Graph:
    """A knowledge graph in its build directory.

    Attributes:
        tables: the build directory, table by table.
        summary: counts and problems, when the graph was just built.
    """

    def __init__(self, path: Pathish, summary: Summary | None = None) -> None:
        self.tables = Build(path)
        self.summary = summary
        self._keep: tempfile.TemporaryDirectory[str] | None = None

    @property
    def path(self) -> Path:
        """The build directory."""
        return self.tables.path

    def __repr__(self) -> str:
        entities, relations = self.tables.table("entities").num_rows, self.tables.table("relations").num_rows
        return f"<kg.Graph {self.path}: {entities} entities, {relations} relations>"

    def to_networkx(self) -> NxGraph:
        """The graph as a `networkx.MultiDiGraph`: nodes are entity ids, edge keys relation ids."""
        from kg.graph import to_networkx

        return to_networkx(self.tables)

    def to_rdflib(self) -> rdflib.Dataset:
        """The graph as an `rdflib.Dataset`, each document's statements in its own named graph."""
        from kg.export.rdflib import to_rdflib

        return to_rdflib(self.tables)

    def cypher(self, query: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows that a Cypher query yields on the embedded engine."""
        from kg.query.cypher import cypher

        return cypher(self.tables, query, parameters)

    def sparql(self, query: str) -> list[dict[str, Any]]:
        """The rows that a SPARQL query yields on the embedded store."""
        from kg.query.sparql import sparql

        return sparql(self.tables, query)

    def explain(self, name: str) -> list[dict[str, Any]]:
        """What the graph knows of an entity or relation, each fact with its sentence."""
        from kg.query.explain import explain

        return explain(self.tables, name)

    def view(
        self,
        path: Pathish | None = None,
        *,
        focus: str | None = None,
        hops: int = 2,
        max_nodes: int = 5000,
        **more: Any,
    ) -> PagePath:
        """Write the interactive page and return its path; a notebook shows the page in place.

        Args:
            path: the file to write; a temporary one when left out.
            focus: a name, an alias or an id; only what lies within `hops` relations of it is drawn.
            hops: see `focus`.
            max_nodes: draw at most so many at once.
            more: region, types, relations, years, min_support, least, title, language (`kg.export.html.ViewOptions`).

        Raises:
            NotFoundError: an unknown focus, region, type or relation; the message offers what there is.
        """
        from kg.export.html import ViewOptions, write_view
        from kg.export.inline import PagePath

        target = Path(path) if path is not None else Path(tempfile.mkdtemp(prefix="kg-view-")) / "view.html"
        options = ViewOptions(focus=focus, hops=hops, max_nodes=max_nodes, **more)
        return PagePath(write_view(self.tables, target, options))


def build(
    inputs: Sequence[Pathish] | Pathish,
    output: Pathish | None = None,
    *,
    workers: int | None = None,
    force: bool = False,
    skip_errors: bool = False,
    models: Pathish | None = None,
) -> Graph:
    """Read files and folders into a graph.

    Args:
        inputs: files and folders of texts, or one.
        output: the build directory; without one the graph lives in a temporary folder as long as the returned object.
        workers: processes that read documents (default: by the size of the input).
        force: replace a build that stands at `output`.
        skip_errors: go on past inputs that cannot be read.
        models: a folder that `kg train` wrote (default: the models shipped with the package).

    Raises:
        InputError: an input cannot be read.
        BuildError: the output cannot be written.
    """
    from kg.pipeline import build as run

    keep = None
    if output is None:
        keep = tempfile.TemporaryDirectory(prefix="kg-")
        output = Path(keep.name) / "build"
    summary = run(inputs, output, workers=workers, force=force, skip_errors=skip_errors, models=models)
    graph = Graph(output, summary)
    graph._keep = keep
    return graph


def open_(path: Pathish) -> Graph:
    """Open a build directory.

    Raises:
        BuildError: there is none at `path`.
    """
    return Graph(path)


def from_rdf(path: Pathish, output: Pathish | None = None, *, force: bool = False) -> Graph:
    """Read back what `kg export` wrote as RDF, in any of its syntaxes: the same tables.

    Args:
        path: the file; its name says the syntax (.ttl, .nt, .nq, .trig, .jsonld, .rdf, each perhaps .gz or .zst).
        output: the build directory; without one the graph lives in a temporary folder as long as the returned object.
        force: replace a build that stands at `output`.

    Texts come back when they were exported with their text; without it they are empty.

    Raises:
        InputError: the file cannot be read or is no export of ours.
        BuildError: the output cannot be written.
    """
    from kg.pipeline.store import check_target, fresh_folder
    from kg.rdf.reader import read_rdf
    from kg.tables import rows_to_table, write_table

    if output is not None:
        check_target(Path(output), force=force)
    tables, manifest = read_rdf(Path(path))
    keep = None
    if output is None:
        keep = tempfile.TemporaryDirectory(prefix="kg-")
        output = Path(keep.name) / "build"
    with fresh_folder(Path(output)) as partial:
        for name, rows in tables.items():
            write_table(partial, name, rows_to_table(name, rows))
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        (partial / "manifest.json").write_text(text + "\n", "utf-8")
    graph = Graph(output)
    graph._keep = keep
    return graph
