"""The labels of nodes and the types of relationships of a property graph."""

from __future__ import annotations

from kg.ontology import load_ontology

# labels and types that are not in the ontology's list of relations and entity types
NODE_LABELS = ("Entity", "Document", "Observation", "Evidence", "Status", "Value")
_LINK_TYPES = (
    "MENTIONS",
    "ABOUT_REGION",
    "OF_REGION",
    "OF_INDICATOR",
    "HEAD",
    "TAIL",
    "HAS_STATUS",
    "HAS_VALUE",
    "NEXT",
    "FROM",
)


def type_labels() -> tuple[str, ...]:
    """The labels that stand beside `:Entity`, in the order of the ontology."""
    kinds = load_ontology().entities.values()
    return tuple(str(k.notes["neo4j_label"]) for k in kinds if k.name != "Document")


def relationship_types() -> tuple[str, ...]:
    """All types of relationships: those of the ontology, then those that tie values and documents to entities."""
    return (*(str(r.notes["neo4j_type"]) for r in load_ontology().relations.values()), *_LINK_TYPES)
