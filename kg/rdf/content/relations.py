"""Relations: the direct triple and a statement node with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kg.rdf.batches import batches, lookup
from kg.rdf.columns import Nodes, firsts, integer, iris, join, number
from kg.rdf.context import Context
from kg.rdf.values import Values

COUNTS = ("support", "doc_count", "first_year", "last_year")
SLOTS = {"status": "honor_status"}  # keys of `properties` that are other words in the ontology


def relations(context: Context) -> Iterator[Nodes]:
    """The relations of all documents.

    With graphs, a relation is said in the graph of each document that supports it; what is counted over all
    documents (support, years, confidence) is in the default graph.
    """
    values = Values(context.vocabulary, context.iris)
    for batch in batches(context.build, "relations"):
        subjects = context.iris.column(batch.column("relation_id"))
        properties = values.of_json(batch.column("properties"), SLOTS)
        counted = (
            *properties.pairs,
            *((f"kg:{c}", integer(batch.column(c))) for c in COUNTS),
            ("kg:confidence", number(batch.column("confidence"))),
        )
        said = pc.equal(batch.column("support"), 0) if context.with_graphs else pa.repeat(True, len(subjects))
        yield from _said(context, pa.Table.from_batches([batch]).filter(said).combine_chunks())
        yield Nodes(subjects, counted)
        yield from values.lists(subjects, properties.with_lists)
    if context.with_graphs:
        yield from _by_document(context)


def _said(context: Context, rows: Any, graphs: Any = None) -> Iterator[Nodes]:
    """Direct triples and statements of rows with relation_id, head_id, type, tail_id."""
    if not rows.num_rows:
        return
    column = {name: _whole(rows.column(name)) for name in ("relation_id", "head_id", "type", "tail_id")}
    heads, tails = context.iris.column(column["head_id"]), context.iris.column(column["tail_id"])
    for type_ in sorted(pc.unique(column["type"]).to_pylist()):
        mine = pc.equal(column["type"], type_)
        in_graphs = None if graphs is None else graphs.filter(mine)
        also = str(context.ontology.relations[type_].notes.get("rdf_also", "")).split()
        pairs = tuple((name, iris(tails.filter(mine))) for name in (f"kg:{type_}", *also))
        yield Nodes(heads.filter(mine), pairs, in_graphs)
    classes = {t: context.vocabulary.iri(f"kg:{r.name}") for t, r in context.ontology.relations.items()}
    kinds = column["type"].dictionary_encode()
    types = pa.array([classes[t] for t in kinds.dictionary.to_pylist()], pa.string()).take(kinds.indices)
    direct = join(context.vocabulary.iri("kg:"), column["type"])
    ends = (
        ("rdf:type", iris(types)),
        ("rdf:predicate", iris(direct)),
        ("kg:head", iris(heads)),
        ("kg:tail", iris(tails)),
    )
    yield Nodes(context.iris.column(column["relation_id"]), ends, graphs)


def _by_document(context: Context) -> Iterator[Nodes]:
    known = lookup(context.build, "relations", "relation_id", ["head_id", "type", "tail_id"])
    before = None
    for batch in batches(context.build, "evidence", ["relation_id", "doc_id"]):
        keys = join(batch.column("relation_id"), " ", batch.column("doc_id"))
        fresh = batch.filter(firsts(keys, before))
        before = keys[-1].as_py()
        if fresh.num_rows:
            rows = known.take(fresh.column("relation_id"))
            yield from _said(context, rows, context.iris.document(fresh.column("doc_id")))


def _whole(column: Any) -> Any:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
