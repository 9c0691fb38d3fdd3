"""The ontology as OWL 2 DL, in Turtle.

LinkML's own generator loses the unions in domains and ranges and writes labels in one language only; so this does it.
"""

from __future__ import annotations

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.ontology.model import EntityType, Ontology, Property, RelationType, Term
from kg.ontology.triples import LITERALS, Triples, is_literal

# In OWL 2 DL labels and definitions are annotations, which carry no domain and are declared nowhere else; the terms of
# RDF itself are reserved.
UNDECLARED = (str(RDF), str(RDFS), str(SKOS))


def to_owl(ontology: Ontology) -> str:
    """The ontology as OWL in Turtle: classes, properties, relations and their statement classes, enumerations."""
    out = Triples(ontology)
    _header(out)
    for kind in (*ontology.kinds.values(), *ontology.relations.values()):
        _class(out, kind)
    for prop in ontology.properties.values():
        if prop.name != "id" and not str(out.iri(prop.iri)).startswith(UNDECLARED):
            _property(out, prop)
    for name, relation in ontology.relations.items():
        _relation(out, name, relation)
    for name in ontology.enums:
        _enum(out, name)
    return out.turtle()


def _header(out: Triples) -> None:
    o = out.ontology
    node, annotations = URIRef(o.iri), [SKOS.definition, SKOS.closeMatch]
    out.add(node, (RDF.type, OWL.Ontology), (OWL.versionInfo, Literal(o.version)))
    if about := o.about:
        out.add(node, (DCTERMS.title, Literal(about.zh, "zh")), (DCTERMS.title, Literal(about.notes["title_en"], "en")))
        out.add(node, (DCTERMS.description, Literal(about.definition_zh, "zh")))
        out.add(node, (DCTERMS.description, Literal(about.definition_en, "en")))
        out.add(node, (DCTERMS.license, URIRef(about.notes["licence"])))
        annotations += [DCTERMS.title, DCTERMS.description, DCTERMS.license]
    for annotation in annotations:
        out.add(annotation, (RDF.type, OWL.AnnotationProperty))
    out.add(XSD.date, (RDF.type, RDFS.Datatype))  # not in the datatype map of OWL 2
    members = out.list(out.iri(name) for name in o.entities)
    out.add(BNode(), (RDF.type, OWL.AllDisjointClasses), (OWL.members, members))


def _class(out: Triples, kind: EntityType) -> None:
    node = out.iri(kind.name)
    out.add(node, (RDF.type, OWL.Class))
    out.describe(node, kind, RDFS.label, SKOS.definition)
    _align(out, node, kind, RDFS.subClassOf, OWL.Class)
    if kind.parent:
        out.add(node, (RDFS.subClassOf, out.iri(kind.parent)))
    if isinstance(kind, RelationType):
        for role, names in (("head", kind.heads), ("tail", kind.tails)):
            only = ((OWL.onProperty, out.iri(role)), (OWL.allValuesFrom, _union(out, names)))
            out.add(node, (RDFS.subClassOf, out.node((RDF.type, OWL.Restriction), *only)))


def _property(out: Triples, prop: Property) -> None:
    node = out.iri(prop.iri)
    out.add(node, (RDF.type, OWL.DatatypeProperty if is_literal(prop) else OWL.ObjectProperty))
    if not str(node).startswith(out.ontology.iri):
        return  # somebody else's property: used, not defined
    out.describe(node, prop, RDFS.label, SKOS.definition)
    _align(out, node, prop, RDFS.subPropertyOf, OWL.DatatypeProperty if is_literal(prop) else OWL.ObjectProperty)
    if users := _users(out.ontology, prop.name):
        out.add(node, (RDFS.domain, _union(out, users)))
    if prop.range != "uriorcurie":  # any resource
        out.add(node, (RDFS.range, LITERALS[prop.range] if is_literal(prop) else _union(out, prop.ranges)))
    if not prop.many:
        out.add(node, (RDF.type, OWL.FunctionalProperty))


def _relation(out: Triples, name: str, relation: RelationType) -> None:
    node = out.iri(name)
    out.add(node, (RDF.type, OWL.ObjectProperty))
    out.describe(node, _named(relation, name), RDFS.label, SKOS.definition)
    out.add(node, (RDFS.domain, _union(out, relation.heads)), (RDFS.range, _union(out, relation.tails)))
    out.add(node, (RDFS.seeAlso, out.iri(relation.name)))
    if relation.notes.get("transitive"):
        out.add(node, (RDF.type, OWL.TransitiveProperty))
    _align(out, node, relation, RDFS.subPropertyOf, OWL.ObjectProperty)


def _enum(out: Triples, name: str) -> None:
    out.add(out.iri(name), (RDF.type, OWL.Class), (OWL.oneOf, out.values(name)))
    out.describe(out.iri(name), out.ontology.lists[name], RDFS.label, SKOS.definition)
    for value in out.ontology.enums[name].values():
        node = out.iri(value.notes["iri"])
        out.add(node, (RDF.type, OWL.NamedIndividual))
        out.describe(node, value, RDFS.label, SKOS.definition)


def _named(term: Term, name: str) -> Term:
    """A relation's texts under the name of its direct property."""
    return Term(name, term.zh, term.definition_zh, term.definition_en, term.notes, term.mappings)


def _align(out: Triples, node: URIRef, term: Term, upper: URIRef, kind: URIRef) -> None:
    """Tie a term to the terms of other vocabularies: below exact and broad ones, beside close ones."""
    for name in (*term.mappings["exact"], *term.mappings["broad"]):
        out.add(node, (upper, out.iri(name)))
        out.add(out.iri(name), (RDF.type, kind))
    for name in term.mappings["close"]:
        out.add(node, (SKOS.closeMatch, out.iri(name)))


def _union(out: Triples, names: tuple[str, ...]) -> Node:
    if len(names) == 1:
        return out.iri(names[0])
    return out.node((RDF.type, OWL.Class), (OWL.unionOf, out.list(out.iri(name) for name in sorted(names))))


def _users(ontology: Ontology, prop: str) -> tuple[str, ...]:
    """The most general classes that have this property."""
    kinds = {**ontology.kinds, **{r.name: r for r in ontology.relations.values()}}
    has = {kind.name for kind in kinds.values() if prop in kind.properties}
    return tuple(sorted(name for name in has if kinds[name].parent not in has))
