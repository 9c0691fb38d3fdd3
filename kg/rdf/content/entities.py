"""Entities: class, names (RDFS and SKOS), counts and the best value of each property."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pyarrow as pa

from kg.rdf.batches import batches
from kg.rdf.columns import Column, Nodes, flatten, integer, iris, same, text
from kg.rdf.context import Context
from kg.rdf.values import Values

COUNTS = ("mention_count", "doc_count", "first_year", "last_year")


def entities(context: Context) -> Iterator[Nodes]:
    """Entities belong to no single document: they are in the default graph."""
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "entities"):
        ids = batch.column("entity_id")
        subjects = context.iris.column(ids)
        types = batch.column("type").to_pylist()
        properties = [json.loads(p) for p in batch.column("properties").to_pylist()]
        names = text(batch.column("name"))
        pairs = [
            ("rdf:type", iris(pa.array([context.vocabulary.iri(f"kg:{t}") for t in types], pa.string()))),
            ("rdf:type", same(context.vocabulary.iri("skos:Concept"), subjects)),
            ("rdfs:label", names),
            ("skos:prefLabel", names),
            *values.columns(properties),
            *((f"kg:{c}", integer(batch.column(c))) for c in COUNTS),
        ]
        codes = [p.get("gb_code") for p in properties]
        if any(codes):
            pairs.append(("skos:notation", Column(pa.array(codes, pa.string()), "xsd:string")))
        yield Nodes(subjects, tuple(pairs))
        owners, aliases = flatten(subjects, batch.column("aliases"))
        if len(aliases):
            yield Nodes(owners, (("skos:altLabel", text(aliases)),))
        yield from values.lists(subjects, properties)
