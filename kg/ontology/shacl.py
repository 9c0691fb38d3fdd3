"""The ontology as SHACL shapes, in Turtle: closed shapes of entities and statements, and both ends of each relation.

The shapes check both forms that a relation has in our RDF: the direct triple (kg:located_in) and the statement node
(a kg:LocatedIn with kg:head and kg:tail), and that no statement node stands without its direct triple. They need no
ontology beside the data: where any entity may stand, all types are named. Shapes are kgs:Region (of a class),
kgs:level (of a property), kgs:located_in (of the end of a relation), kgs:located_in-start, and kgs:is-Region.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kg.ontology.model import EntityType, Ontology, Property, RelationType, Term
from kg.ontology.triples import LITERALS, Triples


def to_shacl(ontology: Ontology) -> str:
    """The ontology as SHACL shapes in Turtle; messages in Chinese and in English."""
    out = Triples(ontology)
    for name in out.classes(["Entity", *(k for k in ontology.kinds if not ontology.kinds[k].abstract)]):
        out.add(_shape(out, f"is-{name}"), (RDF.type, SH.NodeShape), (SH["class"], out.iri(name)))
    used = {p for kind in (*ontology.kinds.values(), *ontology.relations.values()) for p in kind.properties}
    for name in sorted(used - {"id", "head", "tail"}):
        prop = ontology.properties[name]
        _property(out, _shape(out, name), prop, prop.ranges)
        for also in _also(prop):
            _property(out, _shape(out, _twin(name, also)), replace(prop, iri=also, required=False), prop.ranges)
    for name, relation in ontology.relations.items():
        _relation(out, name, relation)
    for kind in (*ontology.kinds.values(), *ontology.relations.values()):
        if not kind.abstract:
            _class(out, kind)
    return out.turtle()


def _class(out: Triples, kind: EntityType) -> None:
    """The closed shape of one class: its own properties and the relations that may start at it, nothing else."""
    node = _shape(out, kind.name)
    out.describe(node, kind, RDFS.label, RDFS.comment)
    out.add(
        node,
        (RDF.type, SH.NodeShape),
        (SH.targetClass, out.iri(kind.name)),
        (SH.closed, Literal(True)),
        (SH.ignoredProperties, out.list([RDF.type])),
        (SH.nodeKind, SH.IRI),
    )
    ends = ("head", "tail") if isinstance(kind, RelationType) else ()
    names = [f"{kind.name}-{name}" if name in ends else name for name in kind.properties if name != "id"]
    starts = {name: relation for name, relation in out.ontology.relations.items() if kind.name in relation.heads}
    terms: dict[str, Term] = {**{n: out.ontology.properties[n] for n in kind.properties}, **starts}
    names += [*starts, *(_twin(name, also) for name, term in terms.items() for also in _also(term))]
    for name in kind.requires:
        must = _shape(out, f"{kind.name}-{name}")
        path = out.iri(out.ontology.properties[name].iri)
        out.add(must, (RDF.type, SH.PropertyShape), (SH.path, path), (SH.minCount, Literal(1)))
    names += [f"{kind.name}-{name}" for name in kind.requires]
    out.add(node, *((SH.property, _shape(out, name)) for name in names))


def _relation(out: Triples, name: str, relation: RelationType) -> None:
    """Both ends of the direct triple, both ends of the statement node, and no statement without its triple."""
    end, start = _shape(out, name), _shape(out, f"{name}-start")
    out.add(end, (RDF.type, SH.PropertyShape), (SH.path, out.iri(name)), (SH["or"], _any_of(out, relation.tails)))
    out.describe(end, Term(name, relation.zh, "", "", {}, {}), SH.name, SH.description)
    _message(out, end, f"{relation.zh}的终点须是{_zh(out, relation.tails)}", f"{name} ends at {_en(relation.tails)}")
    out.add(start, (RDF.type, SH.NodeShape), (SH.targetSubjectsOf, out.iri(name)))
    out.add(start, (SH["or"], _any_of(out, relation.heads)))
    _message(
        out, start, f"{relation.zh}的起点须是{_zh(out, relation.heads)}", f"{name} starts at {_en(relation.heads)}"
    )
    for also in _also(relation):
        twin = _shape(out, _twin(name, also))
        out.add(twin, (RDF.type, SH.PropertyShape), (SH.path, out.iri(also)), (SH["or"], _any_of(out, relation.tails)))
    for role, names in (("head", relation.heads), ("tail", relation.tails)):
        _property(out, _shape(out, f"{relation.name}-{role}"), out.ontology.properties[role], names)
    triple = _shape(out, f"{relation.name}-triple")
    out.add(_shape(out, relation.name), (SH.sparql, triple))
    out.add(triple, (RDF.type, SH.SPARQLConstraint), (SH.select, Literal(_without_triple(out, name))))
    # One message in both languages, for Jena takes no more than one here.
    message = f"陈述节点缺少相应的{relation.zh}三元组 / a statement without its {name} triple"
    out.add(triple, (SH.message, Literal(message)))


def _without_triple(out: Triples, name: str) -> str:
    head, tail, direct = (out.iri(term).n3() for term in ("head", "tail", name))
    return f"SELECT $this WHERE {{ $this {head} ?h ; {tail} ?t . FILTER NOT EXISTS {{ ?h {direct} ?t }} }}"


def _property(out: Triples, node: URIRef, prop: Property, ranges: tuple[str, ...]) -> None:
    """One property: how many values, of what kind."""
    out.add(node, (RDF.type, SH.PropertyShape), (SH.path, out.iri(prop.iri)))
    out.describe(node, prop, SH.name, SH.description)
    if prop.required:
        out.add(node, (SH.minCount, Literal(1)))
    if not prop.many:
        text = prop.range == "LangString"  # one value for each language
        out.add(node, (SH.uniqueLang, Literal(True)) if text else (SH.maxCount, Literal(1)))
    out.add(node, *_values(out, prop, ranges))


def _values(out: Triples, prop: Property, ranges: tuple[str, ...]) -> Iterable[tuple[URIRef, Node]]:
    """What the values of a property must be."""
    if datatype := LITERALS.get(prop.range):
        yield SH.datatype, datatype
        for predicate, bound in ((SH.minInclusive, prop.minimum), (SH.maxInclusive, prop.maximum)):
            if bound is not None:
                yield predicate, Literal(str(bound), datatype=datatype)
        if prop.pattern:
            yield SH.pattern, Literal(prop.pattern)
    elif prop.range in out.ontology.enums:
        yield SH["in"], out.values(prop.range)
    elif prop.range == "uriorcurie":
        yield SH.nodeKind, SH.IRI
    else:
        yield SH["or"], _any_of(out, ranges)


def _also(term: Term) -> tuple[str, ...]:
    """The well-known properties under which our RDF says the same once more: skos:prefLabel beside rdfs:label."""
    return tuple(str(term.notes.get("rdf_also", "")).split())


def _twin(name: str, also: str) -> str:
    """The name of the shape of such a property: name-prefLabel."""
    return f"{name}-{also.partition(':')[2]}"


def _shape(out: Triples, name: str) -> URIRef:
    return out.iri(f"kgs:{name}")


def _any_of(out: Triples, names: tuple[str, ...]) -> BNode:
    return out.list(_shape(out, f"is-{name}") for name in out.classes(names))


def _message(out: Triples, node: Node, chinese: str, english: str) -> None:
    out.add(node, (SH.message, Literal(chinese, lang="zh")), (SH.message, Literal(english, lang="en")))


def _en(names: Iterable[str]) -> str:
    return ", ".join(names)


def _zh(out: Triples, names: Iterable[str]) -> str:
    return "、".join(out.ontology.kinds[name].zh for name in names)
