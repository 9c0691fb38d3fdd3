"""Turtle and TriG: a paragraph for each subject, with prefixes for vocabularies and for the kinds of our things."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from kg.rdf.columns import Column, Nodes, Strings, firsts, join, join_present
from kg.rdf.syntax import quoted
from kg.rdf.vocabulary import Vocabulary

# Local names that need no escape but that of the slash; anything else is written as a whole IRI.
_LOCAL = r"[A-Za-z0-9_\x{3001}-\x{3029}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{FF01}-\x{FF5E}]"
_LOCAL_REST = r"[A-Za-z0-9_/\-\x{3001}-\x{3029}\x{3400}-\x{4DBF}\x{4E00}-\x{9FFF}\x{FF01}-\x{FF5E}]"
_BARE = ("xsd:integer", "xsd:decimal")


class Turtle:
    """Turtle, or TriG when `with_graphs`.

    Args:
        vocabulary: the prefixes of what is said.
        base: the IRI before every id.
        kinds: the first parts of ids (region, enterprise, …), which become prefixes.
    """

    def __init__(self, vocabulary: Vocabulary, base: str, kinds: Iterable[str], *, with_graphs: bool = False) -> None:
        self.with_graphs = with_graphs
        self._vocabulary, self._base, self._kinds = vocabulary, base, tuple(kinds)
        kinds_ = "|".join(self._kinds)
        self._short = rf"^\Q{base}\E({kinds_})/{_LOCAL}{_LOCAL_REST}*$"
        self._names = {iri: prefix for prefix, iri in vocabulary.prefixes.items()}

    def head(self) -> str:
        ours = {kind: f"{self._base}{kind}/" for kind in self._kinds}
        lines = (f"PREFIX {p}: <{iri}>\n" for p, iri in {**self._vocabulary.prefixes, **ours}.items())
        return "".join(lines)

    def body(self, nodes: Nodes) -> Strings:
        pairs = [join(*self._pair(predicate, column)) for predicate, column in nodes.pairs]
        body = join_present(pairs)
        said = pc.greater(pc.binary_length(body), 0)  # a subject without triples is not written
        # each pair begins with a semicolon; the first one's makes room for the subject
        body = pc.binary_replace_slice(body, 0, 7, " ")
        paragraphs = join("\n", self._terms(nodes.subjects), body, " .\n")
        paragraphs = pc.if_else(said, paragraphs, "")
        if not self.with_graphs or nodes.graphs is None:
            return paragraphs
        opens = pc.if_else(firsts(nodes.graphs), join("\n", self._terms(nodes.graphs), " {"), "")
        last = firsts(nodes.graphs[1:], nodes.graphs[0].as_py())
        closes = pc.if_else(pa.concat_arrays([last, pa.array([True])]), "}\n", "")
        return join(opens, paragraphs, closes)

    def tail(self) -> str:
        return ""

    def _pair(self, predicate: str, column: Column) -> tuple[Strings | str, ...]:
        name = "a" if predicate == "rdf:type" else predicate
        start = f" ;\n    {name} "
        if column.lang is not None:
            return start + '"', quoted(column.values), f'"@{column.lang}'
        if column.datatype is None:
            return start, self._terms(column.values)
        if column.datatype in _BARE:
            return start, column.values
        if column.datatype == "xsd:string":
            return start + '"', quoted(column.values), '"'
        return start + '"', quoted(column.values), f'"^^{column.datatype}'

    def _terms(self, iris: Strings) -> Strings:
        """IRIs, short where that needs no escapes."""
        distinct = iris.dictionary_encode()
        if len(distinct.dictionary) * 4 > len(iris):
            return self._shorten(iris)
        return self._shorten(distinct.dictionary).take(distinct.indices)

    def _shorten(self, iris: Strings) -> Strings:
        whole = join("<", iris, ">")
        fits = pc.match_substring_regex(iris, self._short)
        local = pc.replace_substring(iris, self._base, "", max_replacements=1)
        local = pc.replace_substring(local, "/", ":", max_replacements=1)
        local = pc.replace_substring(local, "/", "\\/")
        short = pc.if_else(fits, local, whole)
        if len(iris) <= 64 or not pc.all(fits).as_py():  # terms of vocabularies are few and repeat
            return self._of_vocabulary(iris, short, fits)
        return short

    def _of_vocabulary(self, iris: Strings, short: Strings, fits: Strings) -> Strings:
        rest = pc.unique(iris.filter(pc.fill_null(pc.invert(fits), False))).to_pylist()
        if len(rest) > 64:
            return short
        for iri in rest:
            cut = max(iri.rfind("/"), iri.rfind("#")) + 1
            if (
                iri[:cut] in self._names
                and iri[cut:].replace("-", "").replace("_", "").isalnum()
                and iri[cut:].isascii()
            ):
                short = pc.if_else(pc.equal(iris, iri), f"{self._names[iri[:cut]]}:{iri[cut:]}", short)
        return short
