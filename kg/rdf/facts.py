"""Single triples, for what is said once: the data set, the cube, a unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from kg.rdf.columns import Column, Nodes
from kg.rdf.values import Term


def facts(subject: str, pairs: Iterable[tuple[str, Term]]) -> Nodes:
    """What is said of one subject (an IRI): pairs of compact predicate and term."""
    columns = ((p, Column(pa.array([t.lexical], pa.string()), t.datatype, t.lang)) for p, t in pairs)
    return Nodes(pa.array([subject], pa.string()), tuple(columns))


def labels(chinese: str, english: str, predicate: str = "rdfs:label") -> Iterator[tuple[str, Term]]:
    """A name in both languages."""
    yield predicate, Term(chinese, None, "zh")
    yield predicate, Term(english, None, "en")


def integer(value: int) -> Term:
    """An integer."""
    return Term(str(value), "xsd:integer")


def string(value: str) -> Term:
    """A string without a language."""
    return Term(value, "xsd:string")
