"""N-Triples and N-Quads: a line for each triple."""

from __future__ import annotations

from kg.rdf.columns import Column, Nodes, Strings, join, present
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
        parts: list[Strings | str] = []
        for predicate, column in nodes.pairs:
            line = (subjects, *self._terms(predicate, column), end)
            # a line that every subject has is joined only once, with all others
            parts += line if not column.values.null_count else [present(join(*line))]
        return join(*parts)

    def tail(self) -> str:
        return ""

    def _terms(self, predicate: str, column: Column) -> tuple[Strings | str, ...]:
        """The rest of the predicate, and the object."""
        name = self._vocabulary.iri(predicate)
        if column.lang is not None:
            return f'{name}> "', quoted(column.values), f'"@{column.lang}'
        if column.datatype == "xsd:string":
            return f'{name}> "', quoted(column.values), '"'
        if column.datatype is not None:
            return f'{name}> "', quoted(column.values), f'"^^<{self._vocabulary.iri(column.datatype)}>'
        return f"{name}> <", column.values, ">"
