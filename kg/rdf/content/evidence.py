"""What the texts say where: mentions, the evidence of relations, the values of attributes, what was refused."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from kg.rdf.batches import batches
from kg.rdf.columns import Nodes, decimal, integer, iris, join, plain
from kg.rdf.context import Context
from kg.rdf.spans import content_ids, span
from kg.rdf.values import Values

ENDS = ("head_start", "head_end", "tail_start", "tail_end")


def mentions(context: Context) -> Iterator[Nodes]:
    """Each occurrence of an entity, and which entities a document mentions."""
    current, seen = None, set[str]()
    for batch in batches(context.build, "mentions"):
        entities = batch.column("entity_id")
        place = [batch.column(c).cast(pa.string()) for c in ("start", "end")]
        local = join("mention/", batch.column("doc_id"), "/", place[0], "-", place[1], "/", entities)
        subjects = context.iris.column(local)
        more = [("kg:refers_to", iris(context.iris.column(entities)))]
        yield from span(context, "kg:Mention", subjects, batch, more, batch.column("surface"))
        pairs = []
        for doc_id, entity in zip(batch.column("doc_id").to_pylist(), entities.to_pylist(), strict=True):
            if doc_id != current:
                current, seen = doc_id, set()
            if entity not in seen:
                seen.add(entity)
                pairs.append((doc_id, entity))
        documents = context.iris.document(pa.array([d for d, _ in pairs], pa.string()))
        mentioned = context.iris.column(pa.array([e for _, e in pairs], pa.string()))
        yield Nodes(documents, (("kg:mentions", iris(mentioned)),), documents)


def evidence(context: Context) -> Iterator[Nodes]:
    """The clauses that support relations."""
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "evidence"):
        subjects = content_ids(context, "evidence", batch)
        more = [("kg:year", integer(batch.column("year"))), *values.enum("modality", batch.column("modality"))]
        more += [(f"kg:{c}", integer(batch.column(c))) for c in ENDS]
        yield from span(context, "kg:Evidence", subjects, batch, more)
        relations = context.iris.column(batch.column("relation_id"))
        documents = context.iris.document(batch.column("doc_id"))
        yield Nodes(relations, (("prov:wasDerivedFrom", iris(subjects)),), documents)


def attributes(context: Context) -> Iterator[Nodes]:
    """The values of properties that the texts state, each with its year."""
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "attributes"):
        subjects = content_ids(context, "attribute", batch)
        more = [
            ("kg:about_entity", iris(context.iris.column(batch.column("entity_id")))),
            ("kg:about_property", plain(batch.column("property"))),
            ("kg:attribute_value", plain(batch.column("value"))),
            ("kg:number", decimal(batch.column("number"))),
            ("kg:unit", plain(batch.column("unit"))),
            ("kg:year", integer(batch.column("year"))),
            *values.enum("modality", batch.column("modality")),
        ]
        yield from span(context, "kg:Attribute", subjects, batch, more)


def rejected(context: Context) -> Iterator[Nodes]:
    """What was found and refused, with the reason."""
    for batch in batches(context.build, "rejected"):
        subjects = content_ids(context, "rejection", batch)
        more = [("kg:what", plain(batch.column("what"))), ("kg:reason", plain(batch.column("reason")))]
        yield from span(context, "kg:Rejection", subjects, batch, more)


def origins(context: Context) -> Iterator[Nodes]:
    """Where stretches of text stand in a PDF or a table; their own text is not repeated."""
    for batch in batches(context.build, "origins"):
        subjects = content_ids(context, "origin", batch)
        more = [(f"kg:{c}", integer(batch.column(c))) for c in ("page", "row", "column")]
        more.append(("kg:sheet", plain(batch.column("sheet"))))
        yield from span(context, "kg:Origin", subjects, batch, more, pa.nulls(len(subjects), pa.string()))
