"""The SQL views from which the tables of a property graph are read, over the Parquet tables of a build."""

from __future__ import annotations

LONGEST = 1_500  # characters of an id or a name
QUOTES = 3  # on a relationship

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
