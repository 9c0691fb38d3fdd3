"""The rows that one document yields before it is joined with others: local names instead of entity ids."""

from __future__ import annotations

import pyarrow as pa

_S, _I, _F = pa.string(), pa.int32(), pa.float64()


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


STAGED: dict[str, pa.Schema] = {
    "documents": _schema(
        doc_id=_S,
        source=_S,
        title=_S,
        kind=_S,
        region_type=_S,
        region_key=_S,
        year=_I,
        published=_S,
        chars=_I,
        text=_S,
    ),
    "mentions": _schema(doc_id=_S, start=_I, end=_I, surface=_S, name=_S, type=_S, key=_S, rule=_S, confidence=_F),
    # one row for each thing that a document names or understands
    "locals": _schema(doc_id=_S, type=_S, key=_S, place=_S, sense=_S, weight=_I),
    "claims": _schema(
        doc_id=_S,
        head_type=_S,
        head_key=_S,
        type=_S,
        tail_type=_S,
        tail_key=_S,
        start=_I,
        end=_I,
        head_start=_I,
        head_end=_I,
        tail_start=_I,
        tail_end=_I,
        year=_I,
        modality=_S,
        rule=_S,
        confidence=_F,
        status=_S,
    ),
    "attributes": _schema(
        doc_id=_S,
        type=_S,
        key=_S,
        property=_S,
        value=_S,
        number=_F,
        unit=_S,
        year=_I,
        modality=_S,
        start=_I,
        end=_I,
        rule=_S,
        confidence=_F,
    ),
    "observations": _schema(
        observation_id=_S,
        doc_id=_S,
        place_type=_S,
        place_key=_S,
        indicator=_S,
        year=_I,
        value=_F,
        unit=_S,
        measure=_S,
        kind=_S,
        start=_I,
        end=_I,
        rule=_S,
        confidence=_F,
    ),
    "origins": _schema(doc_id=_S, start=_I, end=_I, page=_I, sheet=_S, row=_I, column=_I),
    "rejected": _schema(doc_id=_S, start=_I, end=_I, what=_S, reason=_S),
}
