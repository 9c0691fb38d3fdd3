"""N-Triples and N-Quads: a line for each triple."""

from __future__ import annotations

from kg.rdf.columns import Column, Nodes, Strings, join, join_present
from kg.rdf.syntax import quoted
from kg.rdf.vocabulary import Vocabulary


class NTriples:
    """N-Triples, or N-Quads when `with_graphs`."""

    def __init__(self, vocabulary: Vocabulary, *, with_graphs: bool = False) -> None:
        self.with_graphs = with_graphs
        self._vocabulary = vocabulary

    def head(self) -> str:
        return ""

    def body(self, nodes: Nodes) -> Strings:
        subjects = join("<", nodes.subjects, "> <")
        in_graph = self.with_graphs and nodes.graphs is not None
        end = join(" <", nodes.graphs, "> .\n") if in_graph else " .\n"
        lines = [self._lines(subjects, predicate, column, end) for predicate, column in nodes.pairs]
        return join_present(lines)

    def tail(self) -> str:
        return ""

    def _lines(self, subjects: Strings, predicate: str, column: Column, end: Strings | str) -> Strings:
        name = self._vocabulary.iri(predicate)
        if column.lang is not None:
            return join(subjects, f'{name}> "', quoted(column.values), f'"@{column.lang}', end)
        if column.datatype == "xsd:string":
            return join(subjects, f'{name}> "', quoted(column.values), '"', end)
        if column.datatype is not None:
            datatype = self._vocabulary.iri(column.datatype)
            return join(subjects, f'{name}> "', quoted(column.values), f'"^^<{datatype}>', end)
        return join(subjects, f"{name}> <", column.values, ">", end)
