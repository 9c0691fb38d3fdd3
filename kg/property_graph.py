"""The property graph of a build, as every Cypher engine gets it: embedded, pushed, imported from CSV or by a script.

Nodes, one table for each set of labels; `id` is unique:

- `(:Entity:Project {id, name, aliases, mention_count, doc_count, first_year, last_year, …properties})`, one label
  besides `:Entity`; numbers of money and area keep their words as `investment_text`, `area_text`
  (a name of more than 1,500 characters is cut and stands whole in `whole_name`);
- `(:Document {id, title, source, kind, year, published, chars})`;
- `(:Observation {id, indicator, year, value, unit, value_cny, measure, kind, text, quote, rule, confidence, …place})`;
- `(:Evidence {id, relation, type, text, year, modality, rule, confidence, start, end, …place})`, a clause that states a
  relation; `relation` is the `id` of the relationship;
- `(:Status {id, status, year, …})` and `(:Value {id, property, value, number, unit, year, …})`, what is said of an
  entity for a year, with support, text, quote, modality, rule, confidence.

Relationships:

- those of the ontology between entities (`LOCATED_IN` …), with id, support, doc_count, first_year, last_year, modality,
  confidence, and up to three `quotes` with the `titles` of their documents;
- `(:Document)-[:MENTIONS {count}]->(:Entity)`, `(:Document)-[:ABOUT_REGION]->(:Entity)`;
- `(:Observation)-[:OF_REGION]->(:Entity)`, `-[:OF_INDICATOR]->(:Indicator)`;
- `(:Evidence)-[:HEAD]->(:Entity)`, `-[:TAIL]->(:Entity)`;
- `(:Entity)-[:HAS_STATUS]->(:Status)-[:NEXT]->(:Status)`, `(:Entity)-[:HAS_VALUE]->(:Value)`;
- `-[:FROM]->(:Document)` of observations, evidence, statuses and values; that of statuses and values has support, text,
  quote and …place, as several documents may say the same.

…place is where in its file something stands, for PDF, spreadsheets and tables: `page`, or `sheet`, `row`, `column`
(each the first of several), and all of it in words as `place`.

The rows come out of SQL over the Parquet files, batch by batch, so that memory does not grow with the graph.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal

import duckdb
import pyarrow as pa

from kg.errors import BuildError
from kg.ontology import load_lexicon, load_ontology
from kg.tables import Build

BATCH = 10_000
MEMORY = "128MB"  # of the database behind the tables; the least that one thread sorts millions of rows with
LEAN = "32MB"  # the same while rows are only passed on
LONGEST = 1_500  # characters of an id or a name
QUOTES = 3  # on a relationship

TABLES = ("documents", "mentions", "entities", "relations", "evidence", "attributes", "observations", "origins")

ColumnType = Literal["string", "int", "float", "string[]"]
Columns = Mapping[str, ColumnType]

# labels and types that are not in the ontology's list of relations and entity types
NODE_LABELS = ("Entity", "Document", "Observation", "Evidence", "Status", "Value")
LINK_TYPES = (
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


@dataclass(frozen=True, slots=True)
class NodeTable:
    """Nodes that have the same labels. `labels[0]` is the one within which `id` is unique.

    `sql` yields `id` and then the columns, ordered by id.
    """

    labels: tuple[str, ...]
    columns: Columns
    sql: str = field(repr=False)

    @property
    def key_label(self) -> str:
        return self.labels[0]

    @property
    def name(self) -> str:
        return "_".join(self.labels)


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """Relationships of one type between two key labels; no two have the same start and end.

    `sql` yields `start`, `end` and then the columns, ordered by start and end.
    """

    type: str
    start_label: str
    end_label: str
    columns: Columns
    sql: str = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.start_label}_{self.type}_{self.end_label}"


Table = NodeTable | EdgeTable


def _silence(connection: duckdb.DuckDBPyConnection) -> None:
    """No bar of its own on a terminal; in a notebook without ipywidgets there is none, and none can be switched off."""
    with contextlib.suppress(duckdb.InvalidInputException):
        connection.execute("SET enable_progress_bar = false")


class PropertyGraph:
    """The nodes and relationships of a build; a context manager, as it holds a connection and maybe a spill folder."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._spill = tempfile.TemporaryDirectory(prefix="kg-")
        config: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": MEMORY}
        # a file, so that tables of intermediate results do not stay in memory
        self.connection = duckdb.connect(f"{self._spill.name}/graph.duckdb", config=config)
        _silence(self.connection)
        for name in TABLES:
            path = build.path / f"{name}.parquet"
            try:
                self.connection.from_parquet(path.as_posix()).create_view(name)
            except duckdb.Error as error:
                self.close()
                raise BuildError(f"{path}: damaged or missing ({error}); build again.") from None
        self._prepare()
        self.nodes: tuple[NodeTable, ...] = (*self._entities(), *_nodes())
        self.edges: tuple[EdgeTable, ...] = (*self._relations(), *_edges())

    @property
    def tables(self) -> tuple[Table, ...]:
        """Nodes first, then relationships."""
        return (*self.nodes, *self.edges)

    def __enter__(self) -> PropertyGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back the connection and the disk space."""
        self.connection.close()
        self._spill.cleanup()

    def arrow_of(self, sql: str, size: int = BATCH) -> Iterator[pa.RecordBatch]:
        """The rows that SQL over the build yields, in Arrow batches."""
        with self.connection.cursor() as cursor:
            _silence(cursor)
            yield from cursor.sql(sql).to_arrow_reader(size)

    def rows(self, table: Table, size: int = BATCH) -> Iterator[list[dict[str, Any]]]:
        """The rows of a table in lists of dictionaries, without the properties that a row does not have."""
        yield from self.select(table.sql, size)

    def select(self, sql: str, size: int = BATCH) -> Iterator[list[dict[str, Any]]]:
        """The rows that SQL over the build yields, in lists of dictionaries without empty values."""
        for batch in self.arrow_of(sql, size):
            yield [{k: v for k, v in row.items() if v is not None} for row in batch.to_pylist()]

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        found = self.connection.execute(f"SELECT COUNT(*) FROM ({table.sql})").fetchone()
        assert found is not None
        return int(found[0])

    def contains(self, table: Table, column: str, text: str) -> bool:
        """Whether a member of a list column contains a text."""
        sql = f"""SELECT EXISTS (SELECT 1 FROM ({table.sql}) t
                  WHERE len(list_filter(t.{_quoted(column)}, lambda x: contains(x, ?))) > 0)"""
        found = self.connection.execute(sql, [text]).fetchone()
        return bool(found and found[0])

    def _prepare(self) -> None:
        units = [(r["name"], float(r["factor"])) for r in load_lexicon().rows("unit") if r["dimension"] == "money"]
        table = pa.table({"unit": [u for u, _ in units], "factor": [f for _, f in units]})
        self.connection.from_arrow(table).create("money")
        stages = list(load_ontology().enums["ProjectStatus"])
        table = pa.table({"status": stages, "stage": list(range(len(stages)))})
        self.connection.from_arrow(table).create("stages")
        for macro in MACROS:
            self.connection.execute(f"CREATE MACRO {macro}")
        for name, sql in VIEWS.items():
            self.connection.execute(f"CREATE VIEW {name} AS {sql}")

    @contextlib.contextmanager
    def lean(self) -> Iterator[None]:
        """Hold little of what was read, for the time that tables are read from one end to the other."""
        with contextlib.suppress(duckdb.Error):  # when something else is in use, it stays
            self.connection.execute(f"SET memory_limit = '{LEAN}'")
        try:
            yield
        finally:
            self.connection.execute(f"SET memory_limit = '{MEMORY}'")

    def settle(self) -> None:
        """Work out once what several tables are made of; worth it for who reads them all."""
        for name in SETTLED:
            self.connection.execute(f"CREATE TABLE settled AS SELECT * FROM {name}")
            self.connection.execute(f"DROP VIEW {name}")
            self.connection.execute(f"ALTER TABLE settled RENAME TO {name}")

    def _keys(self, table: str) -> dict[str, dict[str, ColumnType]]:
        """For each type of the table, the keys of its JSON properties and their types."""
        known = load_ontology().properties
        sql = f"""SELECT DISTINCT type, key, json_type(properties, '$."' || key || '"') AS what FROM
                  (SELECT type, properties, unnest(json_keys(properties)) AS key FROM {table}) ORDER BY ALL"""
        seen: dict[str, dict[str, set[str]]] = {}
        for type_, key, what in self.connection.execute(sql).fetchall():
            seen.setdefault(type_, {}).setdefault(key, set()).add(what)
        out: dict[str, dict[str, ColumnType]] = {}
        for type_, keys in seen.items():
            columns: dict[str, ColumnType] = {}
            for key, whats in keys.items():
                whole, real = {"UBIGINT", "BIGINT"}, {"DOUBLE", "UBIGINT", "BIGINT"}
                range_ = known[key].range if key in known else None
                if range_ == "integer" or (range_ is None and whats <= whole):
                    columns[key] = "int"
                elif range_ in ("decimal", "float", "double") or (range_ is None and whats <= real):
                    columns[key] = "float"
                else:
                    columns[key] = "string"
            out[type_] = columns
        return out

    def _entities(self) -> Iterator[NodeTable]:
        keys = self._keys("entities")
        worded: dict[str, list[str]] = {}
        sql = """SELECT DISTINCT e.type, a.property FROM attributes a JOIN entities e ON a.entity_id = e.entity_id
                 WHERE a.number IS NOT NULL AND a.property NOT IN ('year', 'status') ORDER BY ALL"""
        for type_, property_ in self.connection.execute(sql).fetchall():
            worded.setdefault(type_, []).append(property_)
        for type_ in type_labels():
            own = keys.get(type_, {})
            columns: dict[str, ColumnType] = {
                "name": "string",
                "whole_name": "string",
                "aliases": "string[]",
                "mention_count": "int",
                "doc_count": "int",
                "first_year": "int",
                "last_year": "int",
            }
            own_sql = {
                "name": "short(e.name)",
                "whole_name": "CASE WHEN e.name <> short(e.name) THEN e.name END",
                # none instead of an empty list: the import tool of Neo4j knows no empty lists
                "aliases": "CASE WHEN len(list_filter(e.aliases, lambda a: a <> '')) > 0 "
                "THEN list_filter(e.aliases, lambda a: a <> '') END",
            }
            selected = [f"{own_sql.get(c, f'e.{c}')} AS {c}" for c in columns]
            for key, kind in own.items():
                columns[key] = kind
                selected.append(f"{_from_json('e.properties', key, kind)} AS {_quoted(key)}")
            for key in worded.get(type_, []):
                if own.get(key) == "float":
                    columns[f"{key}_text"] = "string"
                    selected.append(
                        f"(SELECT w.text FROM wordings w WHERE w.entity_id = e.entity_id AND w.property = {_text(key)} "
                        f"AND w.number = {_from_json('e.properties', key, 'float')}) AS {_quoted(key + '_text')}"
                    )
            sql = f"""SELECT node_id(e.entity_id) AS id, {", ".join(selected)} FROM entities e
                      WHERE e.type = {_text(type_)} ORDER BY id"""
            yield NodeTable(("Entity", type_), columns, sql)

    def _relations(self) -> Iterator[EdgeTable]:
        keys = self._keys("relations")
        for type_, relation in load_ontology().relations.items():
            columns: dict[str, ColumnType] = {
                "id": "string",
                "support": "int",
                "doc_count": "int",
                "first_year": "int",
                "last_year": "int",
                "confidence": "float",
            }
            selected = ["r.relation_id AS id", *(f"r.{c}" for c in columns if c != "id")]
            for key, kind in keys.get(type_, {}).items():
                columns[key] = kind
                selected.append(f"{_from_json('r.properties', key, kind)} AS {_quoted(key)}")
            columns |= {"quotes": "string[]", "titles": "string[]"}
            selected += ["q.quotes", "q.titles"]
            sql = f"""SELECT node_id(r.head_id) AS start, node_id(r.tail_id) AS "end", {", ".join(selected)}
                      FROM relations r LEFT JOIN quotes q ON r.relation_id = q.relation_id
                      WHERE r.type = {_text(type_)} ORDER BY start, "end" """
            yield EdgeTable(str(relation.notes["neo4j_type"]), "Entity", "Entity", columns, sql)


def marked(table: Table) -> str:
    """SQL for the rows of a table with two marks that a shared database needs to tell what is ours.

    `kg_hash` changes with any value of the row, `kg_keys` names the properties that the row has. Relationships without
    properties need neither.
    """
    if not table.columns:
        return table.sql
    names = list(table.columns)
    there = [f"CASE WHEN {_quoted(n)} IS NOT NULL THEN" for n in names]
    keys = ", ".join(f"{case} {_text(n)} END" for case, n in zip(there, names, strict=True))
    # of the values that are there: other rows of the table may have more columns in another build
    values = ", ".join(
        f"{case} {_text(n + '=')} || CAST(to_json({_quoted(n)}) AS VARCHAR) END"
        for case, n in zip(there, names, strict=True)
    )
    return f"""SELECT t.*, substring(md5(concat_ws(' ', {values})), 1, 16) AS kg_hash,
               concat_ws(' ', {keys}) AS kg_keys FROM ({table.sql}) t"""


def type_labels() -> tuple[str, ...]:
    """The labels that stand beside `:Entity`, in the order of the ontology."""
    kinds = load_ontology().entities.values()
    return tuple(str(k.notes["neo4j_label"]) for k in kinds if k.name != "Document")


def relationship_types() -> tuple[str, ...]:
    """All types of relationships: those of the ontology, then those that tie values and documents to entities."""
    return (*(str(r.notes["neo4j_type"]) for r in load_ontology().relations.values()), *LINK_TYPES)


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _from_json(column: str, key: str, kind: ColumnType) -> str:
    path = _text('$."' + key.replace('"', '\\"') + '"')
    cast = {"int": "BIGINT", "float": "DOUBLE"}.get(kind)
    value = f"json_extract_string({column}, {path})"
    return f"CAST({value} AS {cast})" if cast else value


# the sentence around a span, at most 120 characters to either side
_SENTENCE = """
    trim(regexp_extract(substring(d.text, greatest({t}.start - 120, 0) + 1, least({t}.start, 120)), '[^。！？；\\n]*$')
    || substring(d.text, {t}.start + 1, {t}."end" - {t}.start)
    || regexp_extract(substring(d.text, {t}."end" + 1, 120), '^[^。！？；\\n]*[。！？；]?'), ' \t\r\n　')"""
_SURFACE = 'substring(d.text, {t}.start + 1, {t}."end" - {t}.start)'

# Neo4j refuses to index more than 8,000 bytes: what is longer gets a short form, and ids a hash besides.
MACROS = (
    f"node_id(x) AS CASE WHEN length(x) > {LONGEST} THEN substring(x, 1, 100) || '~' || md5(x) ELSE x END",
    f"short(x) AS CASE WHEN length(x) > {LONGEST} THEN substring(x, 1, 100) || '…' ELSE x END",
    # `rows 7-9`, `row 7`
    "counted(name, a, z) AS CASE WHEN a = z THEN name || ' ' || a ELSE name || 's ' || a || '-' || z END",
)


def _following(column: str) -> str:
    """The column of this row of the window w and of those after it, as members of a list of QUOTES."""
    return ", ".join(f"lead({column}, {i}) OVER w" for i in range(QUOTES))


# to be joined as p to a span t; nothing for plain text
_PLACED = 'LEFT JOIN places p ON p.doc_id = {t}.doc_id AND p.start = {t}.start AND p."end" = {t}."end"'

VIEWS: dict[str, str] = {
    # from the first of the pages or cells that a span touches to the last
    "places": """
        SELECT s.*, a.page, a.sheet, a.row, CASE WHEN a.row = z.row THEN a."column" END AS "column",
               concat_ws(', ', counted('page', a.page, z.page), 'sheet ' || a.sheet, counted('row', a.row, z.row),
                   CASE WHEN a.row = z.row THEN counted('column', a."column", z."column") END) AS place
        FROM (SELECT doc_id, start, "end" FROM evidence UNION SELECT doc_id, start, "end" FROM attributes
              UNION SELECT doc_id, start, "end" FROM observations) s
        ASOF JOIN origins a ON s.doc_id = a.doc_id AND s.start < a."end"
        ASOF JOIN origins z ON s.doc_id = z.doc_id AND s."end" > z.start
        WHERE a.start < s."end" AND z."end" > s.start""",
    "clauses": f"""
        SELECT 'evidence/' || substring(md5(concat_ws('|', e.relation_id, e.doc_id, e.start, e."end",
                   coalesce(e.head_start, -1), coalesce(e.head_end, -1), coalesce(e.tail_start, -1),
                   coalesce(e.tail_end, -1), coalesce(e.year, -1), e.modality, e.rule, e.confidence)), 1, 16) AS id,
               e.*, {_SURFACE.format(t="e")} AS text, d.title, p.page, p.sheet, p.row, p."column", p.place
        FROM evidence e JOIN documents d ON e.doc_id = d.doc_id {_PLACED.format(t="e")}""",
    "ranked": """
        SELECT *, row_number() OVER (PARTITION BY relation_id
                   ORDER BY confidence DESC, coalesce(year, 0) DESC, doc_id, start) AS rank
        FROM (SELECT * FROM clauses QUALIFY row_number() OVER (PARTITION BY relation_id, doc_id, start
                  ORDER BY confidence DESC, coalesce(year, 0) DESC, "end", rule) = 1)""",
    # windows, not list(): only they go to disk when there is too much
    "quotes": f"""
        SELECT relation_id, list_filter([{_following("text")}], lambda x: x IS NOT NULL) AS quotes,
               list_filter([{_following("title")}], lambda x: x IS NOT NULL) AS titles
        FROM ranked WINDOW w AS (PARTITION BY relation_id ORDER BY rank) QUALIFY rank = 1""",
    "said": f"""
        SELECT CASE WHEN a.property = 'status' THEN 'status/' ELSE 'value/' END
               || substring(md5(concat_ws('|', a.entity_id, a.property, a.value, coalesce(a.year, -1))), 1, 16) AS id,
               a.*, {_SURFACE.format(t="a")} AS text, {_SENTENCE.format(t="a")} AS quote,
               p.page, p.sheet, p.row, p."column", p.place
        FROM attributes a JOIN documents d ON a.doc_id = d.doc_id {_PLACED.format(t="a")}""",
    "facts": """
        SELECT id, entity_id, property, value, max(number) OVER f AS number, max(unit) OVER f AS unit, year,
               min(modality) OVER f AS modality, count(*) OVER f AS support, count(DISTINCT doc_id) OVER f AS doc_count,
               confidence, text, quote, rule
        FROM said WINDOW f AS (PARTITION BY id)
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY confidence DESC, doc_id, start, rule) = 1""",
    "fact_sources": """
        SELECT id, doc_id, property, count(*) OVER (PARTITION BY id, doc_id) AS support, text, quote,
               page, sheet, row, "column", place
        FROM said QUALIFY row_number() OVER (PARTITION BY id, doc_id ORDER BY confidence DESC, start, rule) = 1""",
    "wordings": """
        SELECT entity_id, property, number, text FROM said WHERE number IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY entity_id, property, number
            ORDER BY confidence DESC, doc_id, start) = 1""",
    "figures": f"""
        SELECT o.*, o.value * m.factor AS value_cny, {_SURFACE.format(t="o")} AS text,
               {_SENTENCE.format(t="o")} AS quote, p.page, p.sheet, p.row, p."column", p.place
        FROM (SELECT * FROM observations QUALIFY row_number() OVER (PARTITION BY observation_id
                  ORDER BY confidence DESC, region_id, doc_id, start, rule) = 1) o
        JOIN documents d ON o.doc_id = d.doc_id LEFT JOIN money m ON o.unit = m.unit {_PLACED.format(t="o")}""",
}
SETTLED = ("places", "clauses", "quotes", "said", "facts", "fact_sources", "wordings", "figures")

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


def _nodes() -> Iterator[NodeTable]:
    place = ", ".join(map(_quoted, _PLACE))
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


def _edges() -> Iterator[EdgeTable]:
    by = 'ORDER BY start, "end"'
    document, place = "'document/' || doc_id", ", ".join(map(_quoted, _PLACE))
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
