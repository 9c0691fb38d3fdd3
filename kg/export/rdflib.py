"""The graph as an rdflib Dataset, with Oxigraph as its store."""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD
from rdflib.query import Result

from kg.ontology import load_ontology
from kg.rdf import Vocabulary, write_rdf
from kg.tables import Build

UNION = "__UNION__"  # how rdflib names all graphs together
_GRAPHS = re.compile(r"\b(GRAPH|FROM)\b", re.IGNORECASE)


def to_rdflib(build: Build) -> rdflib.Dataset:
    """The build as a Dataset; each document's statements are in the graph that bears its IRI.

    Queries over the default graph see all graphs together. The store is Oxigraph (in memory): two million triples load
    in an eighth of the time that rdflib's own store takes, and queries take a quarter to a ninth; only a walk over all
    triples in Python is slower. Numbers keep their value and may lose their form (2022.0 becomes 2022).
    Queries with GRAPH or FROM over the whole Dataset are answered by rdflib, which is slow; asked of one graph
    (`dataset.graph(iri).query(…)`) they are fast. A query that calls Python functions needs `use_store_provided=False`.
    """
    store = ox.Store()
    with tempfile.NamedTemporaryFile(prefix="kg-rdf-", suffix=".nq") as file:
        write_rdf(build, file, "nquads")  # type: ignore[arg-type]
        file.flush()
        store.bulk_load(path=file.name, format=ox.RdfFormat.N_QUADS)
    dataset = rdflib.Dataset(store=Store(store), default_union=True)
    for prefix, iri in Vocabulary(load_ontology()).prefixes.items():
        dataset.bind(prefix, iri)
    return dataset


class Store(OxigraphStore):
    """Oxigraph under rdflib, with the manners of rdflib's own store where those of oxrdflib 0.5 differ.

    All graphs together have each triple once (Oxigraph's union has it once for each graph, so that counts are too
    high): queries of them go to a second store without graphs, made at the first one and again after a change. Strings
    have no datatype. What Oxigraph cannot answer so, rdflib answers.
    """

    def __init__(self, quads: ox.Store) -> None:
        super().__init__(store=quads)
        self._quads = quads
        self._together: ox.Store | None = None

    def triples(self, triple_pattern: Any, context: rdflib.Graph | None = None) -> Iterator[Any]:
        for triple, graphs in super().triples(triple_pattern, context):
            if context is not None:
                yield _plain(triple), graphs
                continue
            holders = self.contexts(triple)
            first = next(holders)
            if next(graphs).identifier == first.identifier:  # type: ignore[union-attr]
                yield _plain(triple), itertools.chain([first], holders)

    def query(
        self, query: Any, initNs: Mapping[str, Any], initBindings: Mapping[str, Any], queryGraph: str, **kwargs: object
    ) -> Result:
        if queryGraph != UNION:
            return _plainly(super().query(query, initNs, initBindings, queryGraph, **kwargs))
        if not isinstance(query, str) or _GRAPHS.search(query):
            raise NotImplementedError("rdflib answers this itself")
        if self._together is None:
            self._together = ox.Store()
            self._together.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in self._quads)
        names = {prefix: str(iri) for prefix, iri in {**self._namespace_for_prefix, **initNs}.items()}
        try:
            return _plainly(
                OxigraphStore(store=self._together).query(
                    query, names, initBindings, DATASET_DEFAULT_GRAPH_ID, **kwargs
                )
            )
        except RuntimeError:  # a variable is bound that the query does not select
            raise NotImplementedError("rdflib answers this itself") from None

    def update(
        self, update: Any, initNs: Mapping[str, Any], initBindings: Mapping[str, Any], queryGraph: str, **kwargs: object
    ) -> None:
        # Of a union oxrdflib wants no update, and rdflib's own then fails at INSERT DATA: it is the default graph's.
        self._together = None
        super().update(
            update, initNs, initBindings, DATASET_DEFAULT_GRAPH_ID if queryGraph == UNION else queryGraph, **kwargs
        )

    def add(self, triple: Any, context: rdflib.Graph, quoted: bool = False) -> None:
        self._together = None
        super().add(triple, context, quoted)

    def addN(self, quads: Any) -> None:
        self._together = None
        super().addN(quads)

    def remove(self, triple: Any, context: rdflib.Graph | None = None) -> None:
        self._together = None
        super().remove(triple, context)

    def remove_graph(self, graph: rdflib.Graph) -> None:
        self._together = None
        super().remove_graph(graph)


def _plainly(result: Result) -> Result:
    """An answer whose strings have no datatype."""
    if result.type == "SELECT":
        result.bindings = [dict(zip(row, _plain(row.values()), strict=True)) for row in result.bindings]
    elif result.graph is not None:
        graph = rdflib.Graph()
        for triple in result.graph:
            graph.add(_plain(triple))
        result.graph = graph
    return result


def _plain(terms: Any) -> tuple[Any, ...]:
    return tuple(
        rdflib.Literal(str(t)) if isinstance(t, rdflib.Literal) and t.datatype == XSD.string else t for t in terms
    )
