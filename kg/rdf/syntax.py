"""What a syntax must give, and the escapes that several share."""

from __future__ import annotations

import re
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from kg.errors import BuildError
from kg.rdf.columns import Nodes, Strings, raw


class Syntax(Protocol):
    """How nodes become text. `body` gives one text for each subject; the file is head, texts, tail."""

    with_graphs: bool

    def head(self) -> str: ...

    def body(self, nodes: Nodes) -> Strings: ...

    def tail(self) -> str: ...


NUMBERS = ("xsd:integer", "xsd:decimal", "xsd:float")  # datatypes whose values need no escape in any syntax
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\0", "\\u0000"))


def quoted(values: Strings) -> Strings:
    """Literals as N-Triples and Turtle want them inside their quotation marks."""
    found = bytes(raw(values))
    for special, escaped in _ESCAPES:
        if special.encode() in found:
            values = pc.replace_substring(values, special, escaped)
    return values


# XML 1.0 has no way to write these.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAYBE_NOT_XML = r"[\x{0}-\x{8}\x{B}\x{C}\x{E}-\x{1F}\x{FFFE}\x{FFFF}]"


def check_xml(values: Strings) -> None:
    """Refuse what RDF/XML cannot hold.

    Raises:
        BuildError: a control character or U+FFFE, U+FFFF.
    """
    bad = pc.match_substring_regex(values, _MAYBE_NOT_XML)
    if pc.any(bad).as_py():
        value = values.filter(pc.fill_null(bad, False))[0].as_py()
        char = _NOT_XML.search(value)
        what = f"U+{ord(char[0]):04X}" if char else "a control character"
        raise BuildError(
            f"{value[:40]!r}: XML cannot hold {what}; choose another format: --to turtle, nquads or jsonld."
        )


def empty() -> Strings:
    """No texts."""
    return pa.array([], pa.string())
