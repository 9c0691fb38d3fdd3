"""Our own RDF back into tables. Nothing is lost but the texts, unless they were exported too."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import load_ontology
from kg.rdf.content.entities import COUNTS
from kg.rdf.content.evidence import ENDS
from kg.rdf.content.relations import COUNTS as RELATION_COUNTS
from kg.rdf.content.relations import SLOTS
from kg.rdf.files import open_rdf, syntax_of
from kg.rdf.iri import decode
from kg.rdf.vocabulary import Vocabulary
from kg.tables import SCHEMAS, Row

_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_INTEGERS = ("integer",)
_REALS = ("decimal", "float", "double")
_NOT_PROPERTIES = ("former_names", "valid_until", "mentions", "name", "aliases", *COUNTS)

Node = dict[str, list[Any]]  # predicate → values, in the order of the file


def read_rdf(path: Path) -> tuple[dict[str, list[Row]], dict[str, Any]]:
    """The rows of all tables and the manifest, from a file that `kg export` wrote (all parts together, not split).

    Raises:
        InputError: the file cannot be read, is no RDF, or not ours.
    """
    nodes, types = _parse(path)
    return _Reader(path, nodes, types).tables()


def _parse(path: Path) -> tuple[dict[str, Node], dict[str, list[str]]]:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    types: dict[str, list[str]] = defaultdict(list)
    form = _FORMATS[syntax_of(path)]
    seen: set[tuple[str, str, Any]] = set()
    try:
        for quad in ox.parse(open_rdf(path), format=form):
            subject, predicate, value = str(quad.subject.value), quad.predicate.value, _value(quad.object)
            if (subject, predicate, str(value)) in seen:  # the same triple in several graphs
                continue
            seen.add((subject, predicate, str(value)))
            if predicate.endswith("#type"):
                types[value].append(subject)
            nodes[subject][predicate].append(value)
    except (SyntaxError, OSError) as error:
        raise InputError(str(path), f"no RDF of its kind ({error})", "export it again") from None
    return nodes, types


def _value(term: Any) -> Any:
    """Integers and reals as numbers, all else as text."""
    if not isinstance(term, ox.Literal):
        return term.value
    kind = term.datatype.value.rpartition("#")[2]
    if kind in _INTEGERS:
        return int(term.value)
    if kind in _REALS:
        return float(term.value)
    return term.value == "true" if kind == "boolean" else term.value


class _Reader:
    """Turns nodes back into rows."""

    def __init__(self, path: Path, nodes: Mapping[str, Node], types: Mapping[str, list[str]]) -> None:
        self.ontology = load_ontology()
        self.vocabulary = Vocabulary(self.ontology)
        self.nodes, self.types = nodes, types
        data_set = types.get(self.vocabulary.iri("void:Dataset"), [])
        base = self._one(data_set[0], "void:uriSpace") if data_set else None
        if base is None:
            raise InputError(str(path), "not an export of ours (no void:uriSpace)", "make one with kg export")
        self.base: str = base
        self.manifest: dict[str, Any] = json.loads(self._one(data_set[0], "kg:manifest"))
        enums = self.ontology.enums.values()
        self.values = {self.vocabulary.iri(t.notes["iri"]): t.name for enum in enums for t in enum.values()}
        self.names = {self.vocabulary.iri(p.iri): name for name, p in self.ontology.properties.items()}
        self.prefixes = {str(k.notes["id_prefix"]): name for name, k in self.ontology.entities.items()}

    def tables(self) -> tuple[dict[str, list[Row]], dict[str, Any]]:
        makers: dict[str, Callable[[], Iterator[Row]]] = {name: getattr(self, f"_{name}") for name in SCHEMAS}
        return {name: list(make()) for name, make in makers.items()}, self.manifest

    # ---- the tables ---------------------------------------------------------------------------------------------

    def _documents(self) -> Iterator[Row]:
        for node in self._of("Document"):
            region = self._one(node, "kg:about_region")
            yield {
                "doc_id": self._id(node).partition("/")[2],
                "source": self._one(node, "dcterms:source"),
                "title": self._one(node, "rdfs:label"),
                "kind": self._enum(node, "kg:document_kind"),
                "region_id": None if region is None else self._id(region),
                "year": self._one(node, "kg:report_year"),
                "published": self._one(node, "dcterms:issued"),
                "chars": self._one(node, "kg:chars"),
                "text": self._one(node, "kg:text"),
            }

    def _mentions(self) -> Iterator[Row]:
        for node in self._of("Mention"):
            entity = self._id(self.nodes[node][self.vocabulary.iri("kg:refers_to")][0])
            surface = self._one(self._selector(node), "oa:exact")
            yield self._span(node) | {"surface": surface, "type": self._type(entity), "entity_id": entity}

    def _entities(self) -> Iterator[Row]:
        for kind in self.ontology.entities.values():
            if kind.name == "Document":
                continue
            for node in self._of(kind.name):
                yield {
                    "entity_id": self._id(node),
                    "type": kind.name,
                    "name": self._one(node, "rdfs:label"),
                    "aliases": self.nodes[node].get(self.vocabulary.iri("skos:altLabel"), []),
                    "properties": self._properties(node, kind.properties),
                    **{c: self._one(node, f"kg:{c}") for c in COUNTS},
                }

    def _relations(self) -> Iterator[Row]:
        back = {slot: key for key, slot in SLOTS.items()}
        skip = {"head", "tail", "predicate", "evidence", "confidence", *RELATION_COUNTS}
        for name, relation in self.ontology.relations.items():
            for node in self._of(relation.name):
                yield {
                    "relation_id": self._id(node),
                    "head_id": self._id(self._one(node, "kg:head")),
                    "type": name,
                    "tail_id": self._id(self._one(node, "kg:tail")),
                    "properties": self._properties(node, relation.properties, back, skip),
                    **{c: self._one(node, f"kg:{c}") for c in (*RELATION_COUNTS, "confidence")},
                }

    def _evidence(self) -> Iterator[Row]:
        for relation in self.ontology.relations.values():
            for statement in self._of(relation.name):
                for node in self.nodes[statement].get(self.vocabulary.iri("prov:wasDerivedFrom"), ()):
                    yield {
                        "relation_id": self._id(statement),
                        **self._span(node),
                        **{c: self._one(node, f"kg:{c}") for c in (*ENDS, "year")},
                        "modality": self._enum(node, "kg:modality"),
                    }

    def _attributes(self) -> Iterator[Row]:
        for node in self._of("Attribute"):
            yield {
                "entity_id": self._id(self._one(node, "kg:about_entity")),
                "property": self._one(node, "kg:about_property"),
                "value": self._one(node, "kg:attribute_value"),
                **{c: self._one(node, f"kg:{c}") for c in ("number", "unit", "year")},
                "modality": self._enum(node, "kg:modality"),
                **self._span(node),
            }

    def _observations(self) -> Iterator[Row]:
        for node in self._of("Observation"):
            yield {
                "observation_id": self._id(node),
                "region_id": self._id(self._one(node, "kg:of_region")),
                "indicator": self._id(self._one(node, "kg:of_indicator")).partition("/")[2],
                **{c: self._one(node, f"kg:{c}") for c in ("year", "value", "unit")},
                "measure": self._enum(node, "kg:measure"),
                "kind": self._enum(node, "kg:observation_kind"),
                **self._span(self._one(node, "prov:wasDerivedFrom")),
            }

    def _rejected(self) -> Iterator[Row]:
        for node in self._of("Rejection"):
            span = {k: v for k, v in self._span(node).items() if k in ("doc_id", "start", "end")}
            yield span | {c: self._one(node, f"kg:{c}") for c in ("what", "reason")}

    def _origins(self) -> Iterator[Row]:
        for node in self._of("Origin"):
            span = {k: v for k, v in self._span(node).items() if k in ("doc_id", "start", "end")}
            yield span | {c: self._one(node, f"kg:{c}") for c in ("page", "sheet", "row", "column")}

    def _merges(self) -> Iterator[Row]:
        for node in self._of("Merge"):
            yield {
                "entity_id": self._id(self._one(node, "kg:merged_into")),
                **{c: self._one(node, f"kg:{c}") for c in ("merged_name", "merged_place", "reason", "score")},
                "by": self._one(node, "kg:merged_by"),
            }

    # ---- their parts --------------------------------------------------------------------------------------------

    def _of(self, kind: str) -> list[str]:
        return self.types.get(self.vocabulary.iri(f"kg:{kind}"), [])

    def _one(self, node: str, predicate: str) -> Any:
        found = self.nodes[node].get(self.vocabulary.iri(predicate)) if node in self.nodes else None
        return found[0] if found else None

    def _enum(self, node: str, predicate: str) -> str | None:
        value = self._one(node, predicate)
        return None if value is None else self.values.get(value, value)

    def _id(self, iri: str) -> str:
        return decode(iri.removeprefix(self.base))

    def _type(self, entity: str) -> str:
        return self.prefixes[entity.partition("/")[0]]

    def _selector(self, node: str) -> str:
        selector: str = self._one(node, "oa:hasSelector")
        return selector

    def _span(self, node: str) -> Row:
        selector = self._selector(node)
        return {
            "doc_id": self._id(self._one(node, "oa:hasSource")).partition("/")[2],
            "start": self._one(selector, "oa:start"),
            "end": self._one(selector, "oa:end"),
            "rule": self._one(node, "kg:rule"),
            "confidence": self._one(node, "kg:confidence"),
        }

    def _properties(
        self, node: str, known: tuple[str, ...], back: Mapping[str, str] | None = None, skip: set[str] | None = None
    ) -> str:
        found: dict[str, Any] = {}
        own = self.vocabulary.iri("kg:")
        for predicate, values in self.nodes[node].items():
            name = self.names.get(predicate, predicate.removeprefix(own))
            foreign = not predicate.startswith(own) and name not in known
            if foreign or name in _NOT_PROPERTIES or name in (skip or ()) or name in self.ontology.relations:
                continue
            plain = [self._plain(v) for v in values]
            found[(back or {}).get(name, name)] = plain[0] if len(plain) == 1 else plain
        return json.dumps(found, ensure_ascii=False, sort_keys=True)

    def _plain(self, value: Any) -> Any:
        """A value as the tables have it: whole numbers without a point, names of enumerations, ids."""
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, str) and value in self.values:
            return self.values[value]
        if isinstance(value, str) and value.startswith(self.base):
            return self._id(value)
        return value
