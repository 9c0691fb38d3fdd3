"""Which names were taken for one entity, and why."""

from __future__ import annotations

from collections.abc import Iterator

from kg.rdf.batches import batches
from kg.rdf.columns import Nodes, iris, number, plain, same
from kg.rdf.context import Context
from kg.rdf.spans import content_ids


def merges(context: Context) -> Iterator[Nodes]:
    """One node for each judgement."""
    for batch in batches(context.build, "merges"):
        subjects = content_ids(context, "merge", batch)
        pairs = (
            ("rdf:type", same(context.vocabulary.iri("kg:Merge"), subjects)),
            ("kg:merged_into", iris(context.iris.column(batch.column("entity_id")))),
            ("kg:merged_name", plain(batch.column("merged_name"))),
            ("kg:merged_place", plain(batch.column("merged_place"))),
            ("kg:reason", plain(batch.column("reason"))),
            ("kg:score", number(batch.column("score"))),
            ("kg:merged_by", plain(batch.column("by"))),
        )
        yield Nodes(subjects, pairs)
