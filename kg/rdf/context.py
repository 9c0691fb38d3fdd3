"""What all parts of an export share."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology import Ontology
from kg.rdf.iri import Iris
from kg.rdf.quotes import Quotes
from kg.rdf.vocabulary import Vocabulary
from kg.tables import Build


@dataclass(frozen=True, slots=True)
class Context:
    """The build and the names for what is in it.

    Attributes:
        with_graphs: whether each document's statements go to its named graph.
        parts: which of entities, relations, observations, evidence are wanted.
        with_text: whether documents carry their whole text.
    """

    build: Build
    ontology: Ontology
    vocabulary: Vocabulary
    iris: Iris
    quotes: Quotes
    parts: frozenset[str]
    with_graphs: bool = False
    with_text: bool = False
