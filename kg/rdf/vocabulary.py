"""Compact names (kg:rule, xsd:integer) and the IRIs they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.ontology import Ontology

# Vocabularies that the ontology itself does not mention.
STANDARD: Mapping[str, str] = MappingProxyType(
    {
        "currency": "http://qudt.org/vocab/currency/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "qudt": "http://qudt.org/schema/qudt/",
        "void": "http://rdfs.org/ns/void#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)

UNUSED = ("linkml", "kgs", "owl", "sh")  # prefixes of the ontology's source that data never use


class Vocabulary:
    """The prefixes of all that a build's RDF uses."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        known = {p: iri for p, iri in ontology.prefixes.items() if p not in UNUSED}
        self.prefixes: dict[str, str] = dict(sorted({**known, **STANDARD}.items()))

    def iri(self, name: str) -> str:
        """The IRI of a compact name; one without a prefix is the ontology's own."""
        prefix, colon, local = name.partition(":")
        return self.prefixes[prefix] + local if colon else f"{self.prefixes['kg']}{name}"
