"""RDF/XML: one description for each subject."""

from __future__ import annotations

import pyarrow.compute as pc

from kg.rdf.columns import Column, Nodes, Strings, join, join_present
from kg.rdf.syntax import check_xml
from kg.rdf.vocabulary import Vocabulary

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;"))


class RdfXml:
    """XML 1.0, which cannot hold control characters: they are refused."""

    with_graphs = False

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def head(self) -> str:
        names = "\n".join(f'    xmlns:{prefix}="{iri}"' for prefix, iri in self._vocabulary.prefixes.items())
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n{names}>\n'

    def body(self, nodes: Nodes) -> Strings:
        body = join_present([self._element(predicate, column) for predicate, column in nodes.pairs])
        start = join('<rdf:Description rdf:about="', _escaped(nodes.subjects), '">\n')
        return pc.if_else(pc.greater(pc.binary_length(body), 0), join(start, body, "</rdf:Description>\n"), "")

    def tail(self) -> str:
        return "</rdf:RDF>\n"

    def _element(self, name: str, column: Column) -> Strings:
        if column.lang is None and column.datatype is None:
            return join(f'  <{name} rdf:resource="', _escaped(column.values), '"/>\n')
        check_xml(column.values)
        start = f"  <{name}>"
        if column.lang is not None:
            start = f'  <{name} xml:lang="{column.lang}">'
        elif column.datatype is not None and column.datatype != "xsd:string":
            start = f'  <{name} rdf:datatype="{self._vocabulary.iri(column.datatype)}">'
        return join(start, _escaped(column.values), f"</{name}>\n")


def _escaped(values: Strings) -> Strings:
    if not pc.any(pc.match_substring_regex(values, '[&<>"\r]')).as_py():
        return values
    for raw, escaped in _ESCAPES:
        values = pc.replace_substring(values, raw, escaped)
    return values
