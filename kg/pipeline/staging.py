"""The rows that one document yields before it is joined with others: local names instead of entity ids."""

from __future__ import annotations

import pyarrow as pa

from kg.tables import REAL, SCHEMAS, TEXT, WHOLE, schema

STAGED: dict[str, pa.Schema] = {
    "documents": schema(
        doc_id=TEXT,
        source=TEXT,
        title=TEXT,
        kind=TEXT,
        region_type=TEXT,
        region_key=TEXT,
        year=WHOLE,
        published=TEXT,
        chars=WHOLE,
        text=TEXT,
    ),
    "mentions": schema(
        doc_id=TEXT, start=WHOLE, end=WHOLE, surface=TEXT, name=TEXT, type=TEXT, key=TEXT, rule=TEXT, confidence=REAL
    ),
    # one row for each thing that a document names or understands, with the name that it shows there
    "locals": schema(doc_id=TEXT, type=TEXT, key=TEXT, place=TEXT, sense=TEXT, weight=WHOLE, shown=TEXT),
    "claims": schema(
        doc_id=TEXT,
        head_type=TEXT,
        head_key=TEXT,
        type=TEXT,
        tail_type=TEXT,
        tail_key=TEXT,
        start=WHOLE,
        end=WHOLE,
        head_start=WHOLE,
        head_end=WHOLE,
        tail_start=WHOLE,
        tail_end=WHOLE,
        year=WHOLE,
        modality=TEXT,
        rule=TEXT,
        confidence=REAL,
        status=TEXT,
    ),
    "attributes": schema(
        doc_id=TEXT,
        type=TEXT,
        key=TEXT,
        property=TEXT,
        value=TEXT,
        number=REAL,
        unit=TEXT,
        year=WHOLE,
        modality=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    "observations": schema(
        observation_id=TEXT,
        doc_id=TEXT,
        place_type=TEXT,
        place_key=TEXT,
        indicator=TEXT,
        year=WHOLE,
        value=REAL,
        unit=TEXT,
        measure=TEXT,
        kind=TEXT,
        start=WHOLE,
        end=WHOLE,
        rule=TEXT,
        confidence=REAL,
    ),
    # nothing in these waits for the other documents
    "origins": SCHEMAS["origins"],
    "rejected": SCHEMAS["rejected"],
}
