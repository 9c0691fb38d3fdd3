"""Entities: class, names (RDFS and SKOS), counts and the best value of each property."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from kg.ontology import load_gazetteer
from kg.rdf.batches import batches
from kg.rdf.columns import Nodes, flatten, integer, iris, plain, same, text
from kg.rdf.context import Context
from kg.rdf.facts import facts
from kg.rdf.facts import integer as integer_term
from kg.rdf.values import Term, Values

COUNTS = ("mention_count", "doc_count", "first_year", "last_year")


def entities(context: Context) -> Iterator[Nodes]:
    """Entities belong to no single document: they are in the default graph."""
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "entities"):
        ids = batch.column("entity_id")
        subjects = context.iris.column(ids)
        kinds = batch.column("type").dictionary_encode()
        classes = [context.vocabulary.iri(f"kg:{t}") for t in kinds.dictionary.to_pylist()]
        properties = values.of_json(batch.column("properties"))
        names = text(batch.column("name"))
        pairs = [
            ("rdf:type", iris(pa.array(classes, pa.string()).take(kinds.indices))),
            ("rdf:type", same(context.vocabulary.iri("skos:Concept"), subjects)),
            ("rdfs:label", names),
            ("skos:prefLabel", names),
            *properties.pairs,
            *((f"kg:{c}", integer(batch.column(c))) for c in COUNTS),
        ]
        codes = pa.array([p.get("gb_code") for p in properties.distinct], pa.string()).take(properties.indices)
        pairs.append(("skos:notation", plain(codes)))
        yield Nodes(subjects, tuple(pairs))
        owners, aliases = flatten(subjects, batch.column("aliases"))
        if len(aliases):
            yield Nodes(owners, (("skos:altLabel", text(aliases)),))
        yield from values.lists(subjects, properties.with_lists)
        yield from _former(context, codes.drop_null().to_pylist())


def _former(context: Context, codes: list[str]) -> Iterator[Nodes]:
    """Former names of divisions and how long they, or the divisions, were in force: from the gazetteer."""
    if not codes:
        return
    gazetteer = load_gazetteer()
    full = context.vocabulary.iri
    for code in codes:
        if code not in gazetteer:
            continue
        region = context.iris(f"region/{code}")
        if (until := gazetteer.get(code).until) is not None:
            yield facts(region, [("kg:valid_until", integer_term(until))])
        for former in gazetteer.former_names(code):
            node = context.iris(f"region/{code}/former/{former.old_code}-{former.name}-{former.until}")
            yield facts(region, [("kg:former_names", Term(node))])
            yield facts(
                node,
                [
                    ("rdf:type", Term(full("kg:FormerName"))),
                    ("rdfs:label", Term(former.name, None, "zh")),
                    ("kg:gb_code", Term(former.old_code, "xsd:string")),
                    ("kg:valid_until", integer_term(former.until)),
                ],
            )
