"""Triples as columns: Arrow arrays of terms, from which a syntax makes text without a Python object for each triple."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

Strings: TypeAlias = Any  # pa.StringArray: pyarrow has no types of its own


@dataclass(frozen=True, slots=True)
class Column:
    """The objects of one predicate, one for each subject; null where there is no triple.

    Without a language and a datatype the values are IRIs; `datatype` is a compact name (xsd:integer). `constant` is
    the IRI of all subjects, where it is one.
    """

    values: Strings
    datatype: str | None = None
    lang: str | None = None
    constant: str | None = None


@dataclass(frozen=True, slots=True)
class Nodes:
    """Subjects (IRIs) with their triples; `graphs` are the IRIs of their named graphs, None the default graph."""

    subjects: Strings
    pairs: tuple[tuple[str, Column], ...]
    graphs: Strings | None = None

    def __len__(self) -> int:
        """The number of triples."""
        return sum(len(column.values) - column.values.null_count for _, column in self.pairs)

    def filter(self, mask: Any) -> Nodes:
        """The subjects where the mask is true."""
        pairs = tuple((p, Column(c.values.filter(mask), c.datatype, c.lang, c.constant)) for p, c in self.pairs)
        return Nodes(self.subjects.filter(mask), pairs, None if self.graphs is None else self.graphs.filter(mask))


def join(*parts: Any) -> Strings:
    """Join arrays and constants row by row; null where a part is null."""
    merged: list[Any] = []
    for part in parts:  # neighbouring constants are one
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return pc.binary_join_element_wise(*map(_scalar, merged), pa.scalar(""))


def join_present(parts: Sequence[Strings]) -> Strings:
    """Join arrays row by row without the nulls; an empty text where all are null."""
    return join(*map(present, parts))


def present(values: Strings) -> Strings:
    """A column with empty texts for nulls. (Arrow 26 has a join that skips nulls, which loses rows of nulls alone.)"""
    return pc.fill_null(values, "") if values.null_count else values


def raw(values: Strings) -> memoryview:
    """The bytes of all texts, one after the other, as they stand in memory."""
    _, offsets, data = values.buffers()
    if not len(values) or data is None:
        return memoryview(b"")
    first, last = (
        int.from_bytes(offsets[4 * at : 4 * at + 4], "little") for at in (values.offset, values.offset + len(values))
    )
    return memoryview(data)[first:last]


def _scalar(part: Any) -> Any:
    return pa.scalar(part, pa.string()) if isinstance(part, str) else part


def iris(values: Strings) -> Column:
    """A column of IRIs."""
    return Column(values)


def same(iri: str, like: Strings) -> Column:
    """One IRI for all subjects."""
    return Column(pa.repeat(iri, len(like)), constant=iri)


def text(values: Strings, lang: str = "zh") -> Column:
    """A column of texts in a language."""
    return Column(values, None, lang)


def plain(values: Strings) -> Column:
    """A column of strings without a language."""
    return Column(values, "xsd:string")


def integer(values: Any) -> Column:
    """A column of integers."""
    return Column(values.cast(pa.string()), "xsd:integer")


def number(values: Any, datatype: str = "xsd:float") -> Column:
    """A column of floats, in the shortest form that reads back as the same number."""
    distinct = values.dictionary_encode()
    forms = pa.array([digits(v) for v in distinct.dictionary.to_pylist()], pa.string())
    return Column(forms.take(distinct.indices), datatype)


def decimal(values: Any) -> Column:
    """A column of decimals: digits with a point, no exponent."""
    return number(values, "xsd:decimal")


def digits(value: float) -> str:
    """A number in the shortest form that reads back as it, with a point and without an exponent."""
    shortest = repr(float(value))
    if "e" not in shortest:
        return shortest
    plain_form = format(Decimal(shortest), "f")
    return plain_form if "." in plain_form else plain_form + ".0"


def firsts(keys: Strings, before: str | None = None) -> Any:
    """Where a sorted column differs from the row before (`before` stands before the first)."""
    shifted = pa.concat_arrays([pa.array([before], pa.string()), keys[:-1]])[: len(keys)]
    return pc.fill_null(pc.not_equal(keys, shifted), True)


def flatten(subjects: Strings, lists: Any) -> tuple[Strings, Strings]:
    """Subjects and items of a column of lists, one row for each item."""
    return subjects.take(pc.list_parent_indices(lists)), pc.list_flatten(lists)
