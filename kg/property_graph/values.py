"""Documents and what they say, as nodes: observations, evidence, statuses, values, each tied to its document."""

from __future__ import annotations

from collections.abc import Iterator

from kg.property_graph.sql import ColumnType, quoted
from kg.property_graph.tables import EdgeTable, NodeTable

_PLACE: dict[str, ColumnType] = {
    "page": "int",
    "sheet": "string",
    "row": "int",
    "column": "int",
    "place": "string",
}
_FACT: dict[str, ColumnType] = {
    "year": "int",
    "modality": "string",
    "support": "int",
    "doc_count": "int",
    "confidence": "float",
    "text": "string",
    "quote": "string",
    "rule": "string",
}


def value_nodes() -> Iterator[NodeTable]:
    """Documents, observations, evidence, statuses and values."""
    place = ", ".join(map(quoted, _PLACE))
    yield NodeTable(
        ("Document",),
        {"title": "string", "source": "string", "kind": "string", "year": "int", "published": "string", "chars": "int"},
        """SELECT 'document/' || doc_id AS id, title, source, kind, year, published, chars
           FROM documents ORDER BY id""",
    )
    yield NodeTable(
        ("Observation",),
        {
            "indicator": "string",
            "year": "int",
            "value": "float",
            "unit": "string",
            "value_cny": "float",
            "measure": "string",
            "kind": "string",
            "text": "string",
            "quote": "string",
            "rule": "string",
            "confidence": "float",
            **_PLACE,
        },
        f"""SELECT observation_id AS id, short(indicator) AS indicator, year, value, unit, value_cny, measure, kind,
           text, quote, rule, confidence, {place} FROM figures ORDER BY id""",
    )
    yield NodeTable(
        ("Evidence",),
        {
            "relation": "string",
            "type": "string",
            "text": "string",
            "year": "int",
            "modality": "string",
            "rule": "string",
            "confidence": "float",
            "start": "int",
            "end": "int",
            **_PLACE,
        },
        f"""SELECT c.id, c.relation_id AS relation, upper(r.type) AS type, c.text, c.year, c.modality, c.rule,
           c.confidence, c.start, c."end", {place}
           FROM clauses c JOIN relations r ON c.relation_id = r.relation_id ORDER BY id""",
    )
    fact = ", ".join(_FACT)
    yield NodeTable(
        ("Status",),
        {"status": "string", **_FACT},
        f"SELECT id, value AS status, {fact} FROM facts WHERE property = 'status' ORDER BY id",
    )
    yield NodeTable(
        ("Value",),
        {"property": "string", "value": "string", "number": "float", "unit": "string", **_FACT},
        f"SELECT id, property, value, number, unit, {fact} FROM facts WHERE property <> 'status' ORDER BY id",
    )


def value_edges() -> Iterator[EdgeTable]:
    """What ties them to entities and to documents."""
    by = 'ORDER BY start, "end"'
    document, place = "'document/' || doc_id", ", ".join(map(quoted, _PLACE))
    yield EdgeTable(
        "MENTIONS",
        "Document",
        "Entity",
        {"count": "int"},
        f"""SELECT {document} AS start, node_id(entity_id) AS "end", count(*) AS count FROM mentions
        GROUP BY doc_id, entity_id {by}""",
    )
    yield EdgeTable(
        "ABOUT_REGION",
        "Document",
        "Entity",
        {},
        f"""SELECT {document} AS start, node_id(region_id) AS "end" FROM documents WHERE region_id IS NOT NULL {by}""",
    )
    yield EdgeTable(
        "OF_REGION",
        "Observation",
        "Entity",
        {},
        f"""SELECT observation_id AS start, node_id(region_id) AS "end" FROM figures {by}""",
    )
    yield EdgeTable(
        "OF_INDICATOR",
        "Observation",
        "Entity",
        {},
        f"""SELECT observation_id AS start, node_id('indicator/' || indicator) AS "end" FROM figures {by}""",
    )
    yield EdgeTable(
        "FROM",
        "Observation",
        "Document",
        {},
        f"""SELECT observation_id AS start, {document} AS "end" FROM figures {by}""",
    )
    for type_, column in (("HEAD", "head_id"), ("TAIL", "tail_id")):
        sql = f"""SELECT c.id AS start, node_id(r.{column}) AS "end" FROM clauses c
                  JOIN relations r ON c.relation_id = r.relation_id {by}"""
        yield EdgeTable(type_, "Evidence", "Entity", {}, sql)
    yield EdgeTable("FROM", "Evidence", "Document", {}, f'SELECT id AS start, {document} AS "end" FROM clauses {by}')
    for type_, label, test in (("HAS_STATUS", "Status", "="), ("HAS_VALUE", "Value", "<>")):
        where = f"WHERE property {test} 'status'"
        yield EdgeTable(
            type_, "Entity", label, {}, f'SELECT node_id(entity_id) AS start, id AS "end" FROM facts {where} {by}'
        )
        yield EdgeTable(
            "FROM",
            label,
            "Document",
            {"support": "int", "text": "string", "quote": "string", **_PLACE},
            f"""SELECT id AS start, {document} AS "end", support, text, quote, {place} FROM fact_sources
                {where} {by}""",
        )
    yield EdgeTable(
        "NEXT",
        "Status",
        "Status",
        {},
        f"""SELECT start, "end" FROM (
            SELECT f.id AS start, lead(f.id) OVER (PARTITION BY f.entity_id
                ORDER BY f.year, coalesce(s.stage, -1), f.id) AS "end"
            FROM facts f LEFT JOIN stages s ON f.value = s.status
            WHERE f.property = 'status' AND f.year IS NOT NULL) WHERE "end" IS NOT NULL {by}""",
    )
