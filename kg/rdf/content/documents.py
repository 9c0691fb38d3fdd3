"""Documents, with Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator

from kg.rdf.batches import TEXTS, batches
from kg.rdf.columns import Nodes, integer, iris, plain, same, text
from kg.rdf.context import Context
from kg.rdf.values import Values

_COLUMNS = ["doc_id", "source", "title", "kind", "region_id", "year", "published", "chars"]


def documents(context: Context) -> Iterator[Nodes]:
    """Each document in its own graph."""
    values = Values(context.vocabulary, context.iris)
    columns = [*_COLUMNS, "text"] if context.with_text else _COLUMNS
    for batch in batches(context.build, "documents", columns, TEXTS):
        subjects = context.iris.document(batch.column("doc_id"))
        about = iris(context.iris.column(batch.column("region_id")))
        pairs = [
            ("rdf:type", same(context.vocabulary.iri("kg:Document"), subjects)),
            ("rdfs:label", text(batch.column("title"))),
            ("dcterms:title", text(batch.column("title"))),
            ("dcterms:source", plain(batch.column("source"))),
            ("dcterms:language", plain(same("zh", subjects).values)),
            *values.enum("document_kind", batch.column("kind")),
            ("kg:about_region", about),
            ("dcterms:spatial", about),
            ("kg:report_year", integer(batch.column("year"))),
            *values.columns([{"published": p} for p in batch.column("published").to_pylist()]),
            ("kg:chars", integer(batch.column("chars"))),
        ]
        if context.with_text:
            pairs.append(("kg:text", text(batch.column("text"))))
        yield Nodes(subjects, tuple(pairs), subjects)
