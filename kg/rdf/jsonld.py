"""JSON-LD: one node object a line, under a context of prefixes."""

from __future__ import annotations

import json

import pyarrow as pa
import pyarrow.compute as pc

from kg.rdf.columns import Column, Nodes, Strings, join, join_present
from kg.rdf.vocabulary import Vocabulary

_SPECIAL = r'["\\\x{0}-\x{1F}]'


class JsonLd:
    """One document; what its default graph says is in `@graph`. An object writes one file."""

    with_graphs = False

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._begun = False

    def head(self) -> str:
        context = json.dumps(self._vocabulary.prefixes, ensure_ascii=False, indent=1)
        return f'{{"@context": {context},\n"@graph": ['

    def body(self, nodes: Nodes) -> Strings:
        grouped: dict[str, list[Column]] = {}
        for predicate, column in nodes.pairs:
            grouped.setdefault(predicate, []).append(column)
        members = [self._member(predicate, columns) for predicate, columns in grouped.items()]
        body = join_present(members)
        objects = join('{"@id": "', _escaped(nodes.subjects), '"', body, "}")
        objects = objects.filter(pc.greater(pc.binary_length(body), 0))
        if not len(objects):
            return objects
        lines = join(",\n", objects)
        if not self._begun:
            self._begun = True
            lines = pa.concat_arrays([join("\n", objects[:1]), lines[1:]])
        return lines

    def tail(self) -> str:
        return "\n]}\n"

    def _member(self, predicate: str, columns: list[Column]) -> Strings:
        name = "@type" if predicate == "rdf:type" else predicate
        values = [self._value(c, as_type=name == "@type") for c in columns]
        if len(values) == 1:
            return join(f', "{name}": ', values[0])
        many = join_present([join(", ", v) for v in values])
        array = join(f', "{name}": [', pc.binary_replace_slice(many, 0, 2, ""), "]")
        return pc.if_else(pc.equal(many, ""), pa.scalar(None, pa.string()), array)

    def _value(self, column: Column, *, as_type: bool) -> Strings:
        text = _escaped(column.values)
        if column.lang is not None:
            return join('{"@value": "', text, f'", "@language": "{column.lang}"}}')
        if column.datatype is None:
            return join('"', text, '"') if as_type else join('{"@id": "', text, '"}')
        if column.datatype == "xsd:string":
            return join('"', text, '"')
        return join('{"@value": "', text, f'", "@type": "{column.datatype}"}}')


def _escaped(values: Strings) -> Strings:
    special = pc.match_substring_regex(values, _SPECIAL)
    if not pc.any(special).as_py():
        return values
    special = pc.fill_null(special, False)
    slow = [json.dumps(v, ensure_ascii=False)[1:-1] for v in values.filter(special).to_pylist()]
    return pc.replace_with_mask(values, special, pa.array(slow, pa.string()))
