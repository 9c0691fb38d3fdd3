"""Names in a query that the graph does not have: Cypher and SPARQL answer such a query with nothing, without a word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.ontology import load_ontology
from kg.property_graph import NODE_LABELS, PropertyGraph, Table, relationship_types, type_labels
from kg.query.lint import bare
from kg.query.sparql_syntax import QUIET
from kg.tables import Build

FEW = 24  # names that a sentence lists

_NAMES = r"((?:[:|&!]\s*)+[\w`]+(?:\s*[:|&]+\s*!?[\w`]+)*)"
_LABELS = re.compile(rf"(?<![\w`])\(\s*[\w`]*\s*{_NAMES}|\b(?:WHERE|AND|OR|NOT)\s+\w+\s*(:\s*[\w`]+)", re.IGNORECASE)
_TYPES = re.compile(rf"-\s*\[\s*[\w`]*\s*{_NAMES}")
_VARIABLE = re.compile(r"(?:(?<![\w`])\(|-\s*\[)\s*(\w+)\s*[:)\]{*]")
_PROPERTY = re.compile(r"(?<![\w.`])(\w+)\.(\w+)")
_TERM = re.compile(r"(?<![\w:])kg:(\w+)")


def unknown_in_cypher(build: Build, query: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Sentences on labels, relationship types and properties of a query that the graph does not have.

    Properties are looked at when the answer has no rows or a column without any value: Project.nam.
    """
    plain = bare(query)
    yield from _sentences("label", _found(_LABELS, plain), _as_they_are((*NODE_LABELS, *type_labels())))
    yield from _sentences("relationship type", _found(_TYPES, plain), _as_they_are(relationship_types()))
    if rows and all(any(row[column] is not None for row in rows) for column in rows[0]):
        return
    variables = set(_VARIABLE.findall(plain))
    asked = {name for variable, name in _PROPERTY.findall(plain) if variable in variables}
    if unsure := asked - set(load_ontology().properties):
        with PropertyGraph(build) as graph:
            tables: list[Table] = [*graph.nodes, *graph.edges]
            known = {"id", *(name for table in tables for name in table.columns)}
        yield from _sentences("property", unsure, _as_they_are(known))


def unknown_in_sparql(query: str) -> Iterator[str]:
    """Sentences on terms of a query that the vocabulary does not have: kg:locatedIn."""
    ontology = load_ontology()
    statements = (relation.name for relation in ontology.relations.values())
    terms = {f"kg:{name}": f"kg:{name}" for name in (*ontology.kinds, *ontology.relations, *statements, "manifest")}
    terms |= {f"kg:{name}": about.iri for name, about in ontology.properties.items()}  # kg:name is rdfs:label
    yield from _sentences("term", {f"kg:{name}" for name in _TERM.findall(QUIET.sub(" ", query))}, terms)


def _found(pattern: re.Pattern[str], query: str) -> set[str]:
    groups = (group for match in pattern.finditer(query) for group in match.groups() if group)
    return {name for group in groups for name in re.findall(r"\w+", group)}


def _sentences(what: str, asked: Iterable[str], known: Mapping[str, str]) -> Iterator[str]:
    """`known` has what each name is called in a query."""
    by_shape = {_shape(name): called for name, called in sorted(known.items())}
    for name in sorted(set(asked) - set(known.values())):
        near = difflib.get_close_matches(_shape(name), by_shape, n=1, cutoff=0.66)
        few = f"; there are {', '.join(known.values())}." if len(known) <= FEW else "."
        offer = f"; did you mean {by_shape[near[0]]}?" if near else few
        yield f"the graph has no {what} {name}{offer}"


def _shape(name: str) -> str:
    return name.lower().replace("_", "")


def _as_they_are(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}
