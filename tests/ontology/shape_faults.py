"""One planted fault for each constraint of each shape, made from the shapes themselves."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

TWO = {
    str(XSD.date): ("2020-01-01", "2021-01-01"),
    str(XSD.decimal): ("1.0", "2.0"),
    str(XSD.float): ("0.1", "0.2"),
}
Finding = tuple[str, str]  # the shape and the kind of constraint, by their last names


def local(iri: object) -> str:
    return str(iri).replace("#", "/").rpartition("/")[2].removesuffix("ConstraintComponent")


class Faults:
    """A graph in which each constraint is broken by a node of its own.

    Attributes:
        graph: the data.
        expected: what must be found.
    """

    def __init__(self, shapes: Graph) -> None:
        self.shapes = shapes
        self.graph = Graph()
        self.expected: set[Finding] = set()
        self._number = 0
        for shape, target in sorted(shapes.subject_objects(SH.targetClass)):
            self._of_class(shape, target)
        for shape, predicate in sorted(shapes.subject_objects(SH.targetSubjectsOf)):
            self.graph.add((self._node(), URIRef(str(predicate)), self._node()))
            self._expect(shape, "Or")

    def _of_class(self, shape: Node, target: Node) -> None:
        self.graph.add((self._node(target), URIRef("x:unknown"), Literal("x")))
        self._expect(shape, "Closed")
        self.graph.add((BNode(), RDF.type, target))
        self._expect(shape, "NodeKind")
        if (shape, SH.sparql, None) in self.shapes:
            head, tail = self._node(), self._node()
            statement, iri = self._node(target), str(target).rpartition("/")[0]
            self.graph.add((statement, URIRef(f"{iri}/head"), head))
            self.graph.add((statement, URIRef(f"{iri}/tail"), tail))
            self._expect(shape, "SPARQL")
        for inner in sorted(self.shapes.objects(shape, SH.property), key=str):
            path = self.shapes.value(inner, SH.path)
            assert isinstance(path, URIRef)
            for kind, values in self._wrong(inner):
                node = self._node(target)
                for value in values:
                    self.graph.add((node, path, value))
                self._expect(inner, kind)

    def _wrong(self, shape: Node) -> Iterator[tuple[str, list[Node]]]:
        """Kind of constraint → values that break it."""
        at = dict(self.shapes.predicate_objects(shape))
        datatype = at.get(SH.datatype)
        known = URIRef(str(datatype)) if datatype is not None else None

        def literal(text: str) -> Literal:
            return Literal("文", lang="zh") if known == RDF.langString else Literal(text, datatype=known or XSD.string)

        def beyond(bound: Node, step: int) -> Literal:
            number = float(str(bound)) + step
            return literal(str(int(number)) if known == XSD.integer else str(number))

        if SH.minCount in at:
            yield "MinCount", []
        if SH.maxCount in at:
            yield "MaxCount", [literal(text) for text in TWO.get(str(known), ("1", "2"))]
        if SH.uniqueLang in at:
            yield "UniqueLang", [Literal("甲", lang="zh"), Literal("乙", lang="zh")]
        if known in (XSD.integer, XSD.float, XSD.decimal):  # comparable, so that only the type is wrong
            number = int(float(str(at.get(SH.minInclusive, 1))))
            other = ("", XSD.integer) if known == XSD.decimal else (".0", XSD.decimal)
            yield "Datatype", [Literal(f"{number}{other[0]}", datatype=other[1])]
        elif known is not None:
            yield "Datatype", [Literal("x", datatype=URIRef("x:other"))]
        if SH.minInclusive in at:
            yield "MinInclusive", [beyond(at[SH.minInclusive], -1)]
        if SH.maxInclusive in at:
            yield "MaxInclusive", [beyond(at[SH.maxInclusive], 1)]
        if SH.pattern in at:
            yield "Pattern", [literal("?")]
        if SH["in"] in at:
            yield "In", [self._node()]
        if SH.nodeKind in at:
            yield "NodeKind", [Literal("x")]
        if SH["or"] in at:
            yield "Or", [self._node()]
        done = {SH.minCount, SH.maxCount, SH.uniqueLang, SH.datatype, SH.minInclusive, SH.maxInclusive, SH.pattern}
        done |= {SH["in"], SH.nodeKind, SH["or"], SH.path, SH.name, SH.description, SH.message, RDF.type}
        assert at.keys() <= done, f"{shape}: no fault is known for {at.keys() - done}"

    def _node(self, of: Node | None = None) -> URIRef:
        self._number += 1
        node = URIRef(f"http://x.example/{self._number}")
        if of is not None:
            self.graph.add((node, RDF.type, of))
        return node

    def _expect(self, shape: Node, kind: str) -> None:
        self.expected.add((local(shape), kind))
