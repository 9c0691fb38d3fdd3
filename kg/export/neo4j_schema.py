"""The constraints and indexes of a graph in Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

from kg.property_graph import NODE_LABELS, type_labels


def schema_statements() -> dict[str, str]:
    """The constraints and indexes by name; each statement does nothing when there is one already."""
    return {statement.split()[2 + statement.startswith("CREATE FULLTEXT")]: statement for statement in _schema()}


def _schema() -> Iterator[str]:
    for label in NODE_LABELS:
        yield (
            f"CREATE CONSTRAINT kg_{label.lower()}_id IF NOT EXISTS "
            f"FOR (n:`{label}`) REQUIRE (n.kg_graph, n.id) IS UNIQUE"
        )
    yield "CREATE CONSTRAINT kg_graph_name IF NOT EXISTS FOR (n:KgGraph) REQUIRE n.name IS UNIQUE"
    yield "CREATE INDEX kg_vanished_id IF NOT EXISTS FOR (n:KgVanished) ON (n.kg_graph, n.id)"
    indexed = [(label, "id") for label in (*NODE_LABELS, *type_labels())]
    indexed += [(label, "name") for label in ("Entity", *type_labels())]
    indexed += [("Evidence", "relation"), ("Observation", "indicator"), ("Value", "property")]
    for label, key in indexed:
        yield f"CREATE INDEX kg_{label.lower()}_by_{key} IF NOT EXISTS FOR (n:`{label}`) ON (n.`{key}`)"
    yield (
        "CREATE FULLTEXT INDEX kg_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    )
