"""N-Triples and N-Quads: a line for each triple."""

from __future__ import annotations

from kg.rdf.columns import Column, Nodes, Strings, join, present
from kg.rdf.syntax import NUMBERS, quoted
from kg.rdf.vocabulary import Vocabulary


class NTriples:
    """N-Triples, or N-Quads when `with_graphs`."""

    def __init__(self, vocabulary: Vocabulary, *, with_graphs: bool = False) -> None:
        self.with_graphs = with_graphs
        self._vocabulary = vocabulary

    def head(self) -> str:
        return ""

    def body(self, nodes: Nodes) -> Strings:
        start = join("<", nodes.subjects, "> <")
        end: Strings | str = " .\n"
        if self.with_graphs and nodes.graphs is not None:
            end = join(" <", nodes.graphs, "> .\n")
        between = join(end, start)  # most lines have a neighbour: one piece for two
        parts: list[Strings | str] = []
        open_ = False
        for predicate, column in nodes.pairs:
            terms = self._terms(predicate, column)
            if column.values.null_count:  # a line that not every subject has
                parts += [*([end] if open_ else ()), present(join(start, *terms, end))]
                open_ = False
            else:
                parts += [between if open_ else start, *terms]
                open_ = True
        return join(*parts, *([end] if open_ else ()))

    def tail(self) -> str:
        return ""

    def _terms(self, predicate: str, column: Column) -> tuple[Strings | str, ...]:
        """The rest of the predicate, and the object."""
        name = self._vocabulary.iri(predicate)
        if column.constant is not None:
            return (f"{name}> <{column.constant}>",)
        if column.lang is not None:
            return f'{name}> "', quoted(column.values), f'"@{column.lang}'
        if column.datatype == "xsd:string":
            return f'{name}> "', quoted(column.values), '"'
        if column.datatype is not None:
            values = column.values if column.datatype in NUMBERS else quoted(column.values)
            return f'{name}> "', values, f'"^^<{self._vocabulary.iri(column.datatype)}>'
        return f"{name}> <", column.values, ">"
