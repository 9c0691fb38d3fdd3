"""What the OWL and the SHACL writer share: the ontology's terms as RDF, and one way to write a graph."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, SH, XSD
from rdflib.term import Node

from kg.ontology.model import Ontology, Property, Term

LITERALS: dict[str, URIRef] = {
    "LangString": RDF.langString,
    "date": XSD.date,
    "decimal": XSD.decimal,
    "float": XSD.float,
    "integer": XSD.integer,
    "string": XSD.string,
}


class Triples:
    """A graph under construction, with the ontology's prefixes."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.graph = Graph(bind_namespaces="none")
        standard = {"owl": str(OWL), "sh": str(SH), "xsd": str(XSD)}
        for prefix, iri in {**ontology.prefixes, **standard}.items():
            self.graph.bind(prefix, iri)

    def iri(self, name: str) -> URIRef:
        """The IRI of one of our names (Region, located_in) or of a compact one (schema:Place)."""
        return URIRef(self.ontology.expand(name))

    def add(self, subject: Node, *pairs: tuple[URIRef, Node]) -> None:
        """Add a triple for each pair of predicate and object."""
        for predicate, value in pairs:
            self.graph.add((subject, predicate, value))

    def node(self, *pairs: tuple[URIRef, Node]) -> BNode:
        """A blank node with these predicates and objects."""
        blank = BNode()
        self.add(blank, *pairs)
        return blank

    def list(self, items: Iterable[Node]) -> BNode:
        """An RDF list."""
        blank = BNode()
        Collection(self.graph, blank, list(items))
        return blank

    def describe(self, subject: Node, term: Term, label: URIRef, definition: URIRef) -> None:
        """The label and the definition of a term, in Chinese and in English."""
        texts = (
            (label, term.zh, "zh"),
            (label, english(term.name), "en"),
            (definition, term.definition_zh, "zh"),
            (definition, term.definition_en, "en"),
        )
        self.add(subject, *((predicate, Literal(text, lang=lang)) for predicate, text, lang in texts if text))

    def values(self, enum: str) -> BNode:
        """The list of an enumeration's values."""
        return self.list(self.iri(value.notes["iri"]) for value in self.ontology.enums[enum].values())

    def classes(self, names: Iterable[str]) -> tuple[str, ...]:
        """The concrete types that these names cover: Entity stands for all twelve."""
        entities = self.ontology.entities
        return tuple(n for name in names for n in (sorted(entities) if name == "Entity" else [name]))

    def turtle(self) -> str:
        """The graph as Turtle, sorted: equal triples give equal bytes, a small change gives a small difference.

        Naming blank nodes for that takes seconds when there are hundreds; so what can have an IRI has one.
        """
        return self.graph.serialize(format="longturtle", canon=True)


def english(name: str) -> str:
    """A name as words: UnderProgram and under_program → under program."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


def is_literal(prop: Property) -> bool:
    """Whether a property's values are literals (not nodes)."""
    return prop.range in LITERALS
