"""Spans of text as the Web Annotation model has them: a specific resource with its source and a selector."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.rdf.columns import Column, Nodes, Strings, integer, iris, join, number, plain, same, text
from kg.rdf.context import Context


def span(
    context: Context,
    kind: str,
    subjects: Strings,
    batch: Any,
    more: list[tuple[str, Column]],
    quote: Strings | None = None,
) -> list[Nodes]:
    """A row's span and its selector, in the graph of its document.

    Args:
        context: the export.
        kind: the class of the span: kg:Evidence, kg:Mention, …
        subjects: the IRIs of the spans.
        batch: rows with doc_id, start, end and perhaps rule, confidence.
        more: what else is said of the span.
        quote: what stands there, when it is known already.
    """
    documents = context.iris.document(batch.column("doc_id"))
    selectors = join(subjects, "#span")
    if quote is None:
        quote = context.quotes.column(batch.column("doc_id"), batch.column("start"), batch.column("end"))
    pairs = [
        ("rdf:type", same(context.vocabulary.iri(kind), subjects)),
        ("rdf:type", same(context.vocabulary.iri("oa:SpecificResource"), subjects)),
        *more,
    ]
    if "rule" in batch.schema.names:
        pairs += [("kg:rule", plain(batch.column("rule"))), ("kg:confidence", number(batch.column("confidence")))]
    pairs += [("oa:hasSource", iris(documents)), ("oa:hasSelector", iris(selectors))]
    selector = (
        ("rdf:type", same(context.vocabulary.iri("kg:Selector"), subjects)),
        ("rdf:type", same(context.vocabulary.iri("oa:TextPositionSelector"), subjects)),
        ("rdf:type", same(context.vocabulary.iri("oa:TextQuoteSelector"), subjects)),
        ("oa:start", integer(batch.column("start"))),
        ("oa:end", integer(batch.column("end"))),
        ("oa:exact", text(quote)),
    )
    return [Nodes(subjects, tuple(pairs), documents), Nodes(selectors, selector, documents)]


def content_ids(context: Context, kind: str, batch: Any) -> Strings:
    """IRIs made from what a row holds, for rows that have no id: KIND/16 hex digits, the same in every build."""
    cells = [pc.fill_null(c.cast(pa.string()), "\0") for c in batch.columns]
    whole = pc.binary_join_element_wise(*cells, pa.scalar("\x1f")) if len(cells) > 1 else cells[0]
    _, offsets, data = whole.buffers()
    row = memoryview(data) if data else b""
    ends = np.frombuffer(offsets, np.int32)[whole.offset : whole.offset + len(whole) + 1].tolist()
    digests = [hashlib.blake2b(row[start:end], digest_size=8).digest() for start, end in pairwise(ends)]
    places = np.arange(0, 16 * len(digests) + 1, 16, dtype=np.int32)
    names = pa.py_buffer(b"".join(digests).hex().encode())
    return join(f"{context.iris.base}{kind}/", pa.StringArray.from_buffers(len(digests), pa.py_buffer(places), names))
