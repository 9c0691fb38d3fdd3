"""From a build to a file in one of the syntaxes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import pyarrow as pa

from kg.ontology import load_ontology
from kg.rdf.columns import Nodes, raw
from kg.rdf.content.cube import cube
from kg.rdf.content.dataset import dataset
from kg.rdf.content.documents import documents
from kg.rdf.content.entities import entities
from kg.rdf.content.evidence import attributes, evidence, mentions, origins, rejected
from kg.rdf.content.merges import merges
from kg.rdf.content.observations import observations
from kg.rdf.content.relations import relations
from kg.rdf.context import Context
from kg.rdf.iri import Iris
from kg.rdf.jsonld import JsonLd
from kg.rdf.ntriples import NTriples
from kg.rdf.quotes import Quotes
from kg.rdf.rdfxml import RdfXml
from kg.rdf.syntax import Syntax
from kg.rdf.turtle import Turtle
from kg.rdf.vocabulary import Vocabulary
from kg.tables import Build

Content = Callable[[Context], Iterator[Nodes]]

# part → what belongs to it
PARTS: Mapping[str, tuple[Content, ...]] = {
    "entities": (entities, documents, merges),
    "relations": (relations,),
    "observations": (cube, observations),
    "evidence": (evidence, attributes, mentions, rejected, origins),
}

# the first parts of the ids of what is no entity
OTHERS = ("relation", "evidence", "attribute", "mention", "observation", "rejection", "merge", "origin", "units")

Make = Callable[[Vocabulary, str], Syntax]


def _kinds(vocabulary: Vocabulary) -> list[str]:
    return [*(str(k.notes["id_prefix"]) for k in vocabulary.ontology.entities.values()), *OTHERS]


# name → what makes its writer from a vocabulary and a base
SYNTAXES: Mapping[str, Make] = {
    "ntriples": lambda vocabulary, _: NTriples(vocabulary),
    "nquads": lambda vocabulary, _: NTriples(vocabulary, with_graphs=True),
    "turtle": lambda vocabulary, base: Turtle(vocabulary, base, _kinds(vocabulary)),
    "trig": lambda vocabulary, base: Turtle(vocabulary, base, _kinds(vocabulary), with_graphs=True),
    "jsonld": lambda vocabulary, _: JsonLd(vocabulary),
    "rdfxml": lambda vocabulary, _: RdfXml(vocabulary),
}

BASE = "https://example.org/regionkg/id/"


BLOCK = 1 << 18  # bytes that are written at once; larger ones cost the system up to six times as much


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """`base` is the IRI before every id, `parts` what is wanted, `with_text` whether documents carry their text."""

    base: str = BASE
    parts: frozenset[str] = frozenset(PARTS)
    with_text: bool = False


def write_rdf(
    build: Build, files: BinaryIO | Sequence[BinaryIO], syntax: str, options: RdfOptions | None = None
) -> int:
    """Write a build in one syntax and return the number of statements written.

    Args:
        build: the build directory.
        files: what to write to; of several files each is whole and holds a share of the statements.
        syntax: a name of SYNTAXES.
        options: what is written, and under which IRIs.

    Raises:
        BuildError: a table is damaged, the base is no IRI, or the syntax cannot hold a character.
    """
    options = options or RdfOptions()
    parts = files if isinstance(files, Sequence) else [files]
    ontology = load_ontology()
    vocabulary, iris = Vocabulary(ontology), Iris(options.base)
    forms = [SYNTAXES[syntax](vocabulary, options.base) for _ in parts]
    written = 0
    with _returned_memory(), Quotes(build) as quotes:
        context = Context(
            build, ontology, vocabulary, iris, quotes, options.parts, forms[0].with_graphs, options.with_text
        )
        for file, form in zip(parts, forms, strict=True):
            file.write(form.head().encode())
        # each batch goes to the part that has least so far, so that parallel loaders end together
        load = [0] * len(parts)
        for nodes in content(context):
            to = load.index(min(load))
            put(parts[to], forms[to].body(nodes))
            load[to] += len(nodes)
            written += len(nodes)
        for file, form in zip(parts, forms, strict=True):
            file.write(form.tail().encode())
    return written


@contextlib.contextmanager
def _returned_memory() -> Iterator[None]:
    """Arrow's arrays from the system's allocator, which gives back what it no longer needs: 80 MB less, and faster."""
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def content(context: Context) -> Iterator[Nodes]:
    """All that a build says, part by part."""
    wanted = (make for part, makers in PARTS.items() if part in context.parts for make in makers)
    for make in (*wanted, dataset):
        yield from (nodes for nodes in make(context) if len(nodes.subjects))


def put(file: BinaryIO, texts: Any) -> None:
    """Write an array of texts: its bytes stand one after the other in memory already."""
    whole = raw(texts)
    for start in range(0, len(whole), BLOCK):
        file.write(whole[start : start + BLOCK])
