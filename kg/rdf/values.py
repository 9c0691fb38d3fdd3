"""Values of properties as RDF terms of the kind that the ontology gives them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from kg.rdf.columns import Column, Nodes, Strings, digits
from kg.rdf.iri import Iris
from kg.rdf.vocabulary import Vocabulary

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[a-z]+/.+", re.DOTALL)


class Term(NamedTuple):
    """A lexical form with its datatype (compact) or language; an IRI when it has neither."""

    lexical: str
    datatype: str | None = None
    lang: str | None = None


class Json(NamedTuple):
    """A column of JSON objects: the different ones, which row has which, their pairs, all rows if one has a list."""

    distinct: list[dict[str, Any]]
    indices: Any
    pairs: list[tuple[str, Column]]
    with_lists: list[dict[str, Any]]


def _spread(pairs: list[tuple[str, Column]], indices: Any) -> list[tuple[str, Column]]:
    """Columns of distinct values as columns of all rows."""
    return [(name, Column(c.values.take(indices), c.datatype, c.lang)) for name, c in pairs]


class Values:
    """Makes terms of the values of properties."""

    def __init__(self, vocabulary: Vocabulary, iris: Iris) -> None:
        self._vocabulary, self._iris = vocabulary, iris
        self._ontology = vocabulary.ontology

    def predicate(self, name: str) -> str:
        """The compact name of a property; one that the ontology does not know is its own, and no shape allows it."""
        known = self._ontology.properties.get(name)
        return known.iri if known else f"kg:{name}"

    def term(self, name: str, value: Any) -> Term:
        """A value of a property. One that does not fit the ontology is kept as it is, for the shapes to find."""
        known = self._ontology.properties.get(name)
        range_ = known.range if known else None
        if isinstance(value, str):
            return self._text(range_, value)
        if range_ in ("decimal", "float") and not isinstance(value, bool) and isinstance(value, int | float):
            return Term(digits(value), f"xsd:{range_}")
        if isinstance(value, bool):
            return Term("true" if value else "false", "xsd:boolean")
        if isinstance(value, int):
            return Term(str(value), "xsd:integer")
        if isinstance(value, float):
            return Term(digits(value), "xsd:decimal")
        return Term(json.dumps(value, ensure_ascii=False, sort_keys=True), "rdf:JSON")

    def _text(self, range_: str | None, value: str) -> Term:
        if range_ == "LangString":
            return Term(value, None, "zh")
        if range_ == "date" and _DATE.fullmatch(value):
            return Term(value, "xsd:date")
        if range_ in self._ontology.enums and value in self._ontology.enums[range_]:
            return Term(self._vocabulary.iri(self._ontology.enums[range_][value].notes["iri"]))
        if range_ in self._ontology.kinds and _ID.fullmatch(value):
            return Term(self._iris(value))
        return Term(value, "xsd:string")

    def enum(self, name: str, values: Strings) -> list[tuple[str, Column]]:
        """The pairs of a column whose values are of an enumeration."""
        distinct = values.dictionary_encode()
        return _spread(self.columns([{name: v} for v in distinct.dictionary.to_pylist()]), distinct.indices)

    def of_json(self, values: Strings, rename: Mapping[str, str] | None = None) -> Json:
        """The pairs of a column of JSON objects; each different object is looked at once.

        Args:
            values: the objects as text.
            rename: keys that are other words in the ontology.
        """
        names = rename or {}
        distinct = values.dictionary_encode()
        rows = [{names.get(k, k): v for k, v in json.loads(text).items()} for text in distinct.dictionary.to_pylist()]
        with_lists = any(isinstance(v, list) for row in rows for v in row.values())
        each = [rows[i] for i in distinct.indices.to_pylist()] if with_lists else []
        return Json(rows, distinct.indices, _spread(self.columns(rows), distinct.indices), each)

    def columns(self, rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, Column]]:
        """The pairs of rows of properties: one column for each predicate and kind of term; no lists."""
        made: dict[tuple[str, str, str], list[str | None]] = {}
        for i, row in enumerate(rows):
            for name, value in row.items():
                if value is None or isinstance(value, list):
                    continue
                term = self.term(name, value)
                key = (self.predicate(name), term.datatype or "", term.lang or "")
                made.setdefault(key, [None] * len(rows))[i] = term.lexical
        return [
            (predicate, Column(pa.array(values, pa.string()), datatype or None, lang or None))
            for (predicate, datatype, lang), values in sorted(made.items())
        ]

    def lists(self, subjects: Strings, rows: Iterable[Mapping[str, Any]]) -> list[Nodes]:
        """The triples of properties that have several values."""
        made: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
        for i, row in enumerate(rows):
            for name, value in row.items():
                for item in value if isinstance(value, list) else ():
                    term = self.term(name, item)
                    made.setdefault((self.predicate(name), term.datatype or "", term.lang or ""), []).append(
                        (i, term.lexical)
                    )
        return [
            Nodes(
                subjects.take(pa.array([i for i, _ in found], pa.int32())),
                ((predicate, Column(pa.array([v for _, v in found], pa.string()), datatype or None, lang or None)),),
            )
            for (predicate, datatype, lang), found in sorted(made.items())
        ]
