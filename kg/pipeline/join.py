"""Joining documents: plain SQL over the staged rows (the subset that DuckDB and Spark share), named stage by stage.

Strings are normalised before, in Python; bytes are written after, by pyarrow; SQL only groups, compares and orders.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from kg.ontology import Gazetteer
from kg.pipeline.staging import STAGED
from kg.resolve.across import LocalEntity, Merge, National, Resolution, resolve_across
from kg.resolve.places import strip_regions
from kg.resolve.shown import display
from kg.tables import SCHEMAS, rows_to_table, write_table

# name → SQL; each becomes a table that later stages may use. `ids` maps (type, key, place, sense) to entity_id.
STAGES: dict[str, str] = {
    "doc_ids": """
        SELECT l.doc_id, l.type, l.key, i.entity_id
        FROM locals l JOIN ids i ON l.type = i.type AND l.key = i.key AND l.place = i.place AND l.sense = i.sense""",
    "mentions_out": """
        SELECT m.doc_id, m.start, m.end, m.surface, m.name, m.type, d.entity_id, m.rule, m.confidence
        FROM mentions m JOIN doc_ids d ON m.doc_id = d.doc_id AND m.type = d.type AND m.key = d.key""",
    "documents_out": """
        SELECT x.doc_id, x.source, x.title, x.kind, d.entity_id AS region_id, x.year, x.published, x.chars, x.text
        FROM documents x LEFT JOIN doc_ids d
          ON x.doc_id = d.doc_id AND x.region_type = d.type AND x.region_key = d.key""",
    "claims_out": """
        SELECT c.doc_id, h.entity_id AS head_id, c.type, t.entity_id AS tail_id, c.start, c.end, c.head_start,
               c.head_end, c.tail_start, c.tail_end, c.year, c.modality, c.rule, c.confidence, c.status
        FROM claims c
        JOIN doc_ids h ON c.doc_id = h.doc_id AND c.head_type = h.type AND c.head_key = h.key
        JOIN doc_ids t ON c.doc_id = t.doc_id AND c.tail_type = t.type AND c.tail_key = t.key
        WHERE h.entity_id <> t.entity_id""",
    "triples": "SELECT DISTINCT head_id, type, tail_id FROM claims_out ORDER BY head_id, type, tail_id",
}

# these need `triple_ids` (head_id, type, tail_id → relation_id), made from the stage `triples`
LATER_STAGES: dict[str, str] = {
    "evidence_out": """
        SELECT DISTINCT t.relation_id, c.doc_id, c.start, c.end, c.head_start, c.head_end, c.tail_start, c.tail_end,
               c.year, c.modality, c.rule, c.confidence, c.status
        FROM claims_out c JOIN triple_ids t ON c.head_id = t.head_id AND c.type = t.type AND c.tail_id = t.tail_id""",
    "relations_out": """
        SELECT t.relation_id, t.head_id, t.type, t.tail_id, MIN(e.status) AS status, MIN(e.modality) AS modality,
               CAST(COUNT(*) AS INTEGER) AS support, CAST(COUNT(DISTINCT e.doc_id) AS INTEGER) AS doc_count,
               MIN(e.year) AS first_year, MAX(e.year) AS last_year, MAX(e.confidence) AS confidence
        FROM triple_ids t JOIN evidence_out e ON t.relation_id = e.relation_id
        GROUP BY t.relation_id, t.head_id, t.type, t.tail_id""",
    "attributes_out": """
        SELECT DISTINCT d.entity_id, a.property, a.value, a.number, a.unit, a.year, a.modality, a.doc_id, a.start,
               a.end, a.rule, a.confidence
        FROM attributes a JOIN doc_ids d ON a.doc_id = d.doc_id AND a.type = d.type AND a.key = d.key""",
    "observations_out": """
        SELECT o.observation_id, d.entity_id AS region_id, o.indicator, o.year, o.value, o.unit, o.measure, o.kind,
               o.doc_id, o.start, o.end, o.rule, o.confidence
        FROM observations o JOIN doc_ids d ON o.doc_id = d.doc_id AND o.place_type = d.type AND o.place_key = d.key""",
    # every year in which something is said of an entity
    "said": """
        SELECT m.entity_id, x.year FROM mentions_out m JOIN documents x ON m.doc_id = x.doc_id WHERE x.year IS NOT NULL
        UNION ALL SELECT r.head_id, e.year FROM evidence_out e JOIN triple_ids r ON e.relation_id = r.relation_id
                  WHERE e.year IS NOT NULL
        UNION ALL SELECT r.tail_id, e.year FROM evidence_out e JOIN triple_ids r ON e.relation_id = r.relation_id
                  WHERE e.year IS NOT NULL
        UNION ALL SELECT entity_id, year FROM attributes_out WHERE year IS NOT NULL""",
    "years": "SELECT entity_id, MIN(year) AS first_year, MAX(year) AS last_year FROM said GROUP BY entity_id",
    "counts": """
        SELECT entity_id, CAST(COUNT(*) AS INTEGER) AS mention_count,
               CAST(COUNT(DISTINCT doc_id) AS INTEGER) AS doc_count
        FROM mentions_out GROUP BY entity_id""",
    "shown": """
        SELECT d.entity_id, l.shown, CAST(SUM(l.weight) AS BIGINT) AS weight
        FROM locals l JOIN doc_ids d ON l.doc_id = d.doc_id AND l.type = d.type AND l.key = d.key
        GROUP BY d.entity_id, l.shown""",
    "surfaces": "SELECT DISTINCT entity_id, name FROM mentions_out ORDER BY entity_id, name",
    # the best value of each property: surest first, then the latest year, then the value itself
    "best": """
        SELECT entity_id, property, value, number, year FROM (
            SELECT entity_id, property, value, number, year, ROW_NUMBER() OVER (
                PARTITION BY entity_id, property
                ORDER BY CASE WHEN property = 'status' THEN COALESCE(year, 0) ELSE 0 END DESC, confidence DESC,
                         year DESC NULLS LAST, doc_id, start, value) AS place
            FROM attributes_out) ranked WHERE place = 1 ORDER BY entity_id, property""",
}


def join(staging: Path, out: Path, gazetteer: Gazetteer, national: National) -> dict[str, Any]:
    """Join the staged rows of all documents and write the tables of a build directory.

    Args:
        staging: folder with one Parquet file for each table of `STAGED`.
        out: folder that receives the tables.
        gazetteer: names and levels of administrative divisions.
        national: the name that a word list gives to (type, name), or None.

    Returns:
        counts for the manifest and the summary.
    """
    con = duckdb.connect(config={"threads": 2, "preserve_insertion_order": False})
    con.execute(f"SET temp_directory = '{staging.as_posix().replace(chr(39), chr(39) * 2)}/spill'")
    try:
        for name in STAGED:
            path = (staging / f"{name}.parquet").as_posix()
            con.from_parquet(path).create_view(name)
        resolution = _resolve(con, gazetteer, national)
        _stage(con, STAGES)
        _triple_ids(con)
        _stage(con, LATER_STAGES)
        return _write(con, out, resolution, gazetteer)
    finally:
        con.close()


def _stage(con: duckdb.DuckDBPyConnection, stages: dict[str, str]) -> None:
    for name, sql in stages.items():
        con.execute(f"CREATE TEMP TABLE {name} AS {sql}")


def _resolve(con: duckdb.DuckDBPyConnection, gazetteer: Gazetteer, national: National) -> Resolution:
    sql = "SELECT type, key, place, sense, CAST(SUM(weight) AS BIGINT) FROM locals GROUP BY ALL ORDER BY ALL"
    resolution = resolve_across(
        (LocalEntity(*row) for row in con.execute(sql).fetchall()),
        region_name=lambda code: gazetteer.display(code) if code in gazetteer else None,
        strip_region=lambda name: strip_regions(name, gazetteer),
        national=national,
    )
    records = [(x.type, x.key, x.place, x.sense, e) for x, e in resolution.entity_of.items()]
    names = ("type", "key", "place", "sense", "entity_id")
    ids = pa.table({n: pa.array([r[i] for r in records], pa.string()) for i, n in enumerate(names)})
    con.register("ids_arrow", ids)
    con.execute("CREATE TEMP TABLE ids AS SELECT * FROM ids_arrow")
    return resolution


def _triple_ids(con: duckdb.DuckDBPyConnection) -> None:
    triples = _arrow(con, "SELECT * FROM triples ORDER BY head_id, type, tail_id")
    made = [_relation_id(*t.values()) for t in triples.to_pylist()]
    con.register("triples_arrow", triples.append_column("relation_id", pa.array(made, pa.string())))
    con.execute("CREATE TEMP TABLE triple_ids AS SELECT * FROM triples_arrow")


def _relation_id(head: str, type_: str, tail: str) -> str:
    return "relation/" + hashlib.sha256(f"{head}\n{type_}\n{tail}".encode()).hexdigest()[:16]


def _arrow(con: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    return con.sql(sql).to_arrow_table()


def _write(con: duckdb.DuckDBPyConnection, out: Path, resolution: Resolution, gazetteer: Gazetteer) -> dict[str, Any]:
    order = {
        "documents": "doc_id",
        "mentions": 'doc_id, start, "end", type, entity_id, rule',
        "evidence": 'relation_id, doc_id, start, "end", head_start NULLS FIRST, tail_start NULLS FIRST, rule, '
        "year NULLS FIRST, modality, confidence, head_end NULLS FIRST, tail_end NULLS FIRST",
        "attributes": 'entity_id, property, doc_id, start, "end", value, year NULLS FIRST, rule, confidence',
        "observations": "observation_id, region_id, rule",
    }
    for name, by in order.items():
        columns = ", ".join(f'"{c}"' for c in SCHEMAS[name].names)
        write_table(out, name, _arrow(con, f"SELECT {columns} FROM {name}_out ORDER BY {by}"))
    rejected = _arrow(con, 'SELECT DISTINCT * FROM rejected ORDER BY doc_id, start, "end", what, reason')
    write_table(out, "rejected", rejected)
    write_table(out, "origins", _arrow(con, 'SELECT * FROM origins ORDER BY doc_id, start, "end"'))
    relations = _arrow(con, "SELECT * FROM relations_out ORDER BY relation_id").to_pylist()
    for r in relations:
        extra = {"modality": r.pop("modality"), "status": r.pop("status")}
        r["properties"] = _json({k: v for k, v in extra.items() if v is not None})
    write_table(out, "relations", rows_to_table("relations", relations))
    write_table(out, "entities", rows_to_table("entities", _entities(con, resolution, gazetteer)))
    merges = [_merge_row(m) for m in resolution.merges]
    write_table(out, "merges", rows_to_table("merges", merges))
    return _counts(con)


def _merge_row(m: Merge) -> dict[str, Any]:
    return {
        "entity_id": m.entity_id,
        "merged_name": m.merged_name,
        "merged_place": m.merged_place,
        "reason": m.reason,
        "score": m.score,
        "by": "rule",
    }


def _entities(con: duckdb.DuckDBPyConnection, resolution: Resolution, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    surfaces: dict[str, list[str]] = {}
    for entity_id, name in con.execute("SELECT * FROM surfaces ORDER BY ALL").fetchall():
        surfaces.setdefault(entity_id, []).append(name)
    shown: dict[str, list[tuple[str, int]]] = {}
    for entity_id, name, weight in con.execute("SELECT * FROM shown ORDER BY ALL").fetchall():
        shown.setdefault(entity_id, []).append((name, weight))
    counts = {e: (m, d) for e, m, d in con.execute("SELECT entity_id, mention_count, doc_count FROM counts").fetchall()}
    years = {e: (a, b) for e, a, b in con.execute("SELECT entity_id, first_year, last_year FROM years").fetchall()}
    best: dict[str, dict[str, Any]] = {}
    for entity_id, prop, value, number, year in con.execute("SELECT * FROM best ORDER BY ALL").fetchall():
        mine = best.setdefault(entity_id, {})
        mine[prop] = _plain(number) if number is not None else int(value) if prop == "year" else value
        if prop == "status" and year is not None:
            mine["status_year"] = year
    types = {e: x.type for x, e in resolution.entity_of.items()}
    keys = {e: x.key for x, e in resolution.entity_of.items()}
    out = []
    for entity_id in sorted(resolution.names):
        standard = resolution.names[entity_id]
        name = standard if types[entity_id] == "Region" else display(types[entity_id], shown[entity_id])
        properties = best.get(entity_id, {}) | _own_properties(types[entity_id], keys[entity_id], gazetteer)
        said = surfaces.get(entity_id, [])
        aliases = [s for s in sorted({*said, standard}) if s != name]
        if types[entity_id] == "Enterprise":
            properties |= _company_names([name, *said])
        mention_count, doc_count = counts.get(entity_id, (0, 0))
        first_year, last_year = years.get(entity_id, (None, None))
        out.append(
            {
                "entity_id": entity_id,
                "type": types[entity_id],
                "name": name,
                "aliases": aliases,
                "properties": _json(properties),
                "mention_count": mention_count,
                "doc_count": doc_count,
                "first_year": first_year,
                "last_year": last_year,
            }
        )
    sql = """SELECT indicator, COUNT(*), COUNT(DISTINCT doc_id), MIN(year), MAX(year)
             FROM observations GROUP BY indicator ORDER BY indicator"""
    for indicator, n, docs, first, last in con.execute(sql).fetchall():
        row = {"entity_id": f"indicator/{indicator}", "type": "Indicator", "name": indicator, "aliases": []}
        out.append(
            row | {"properties": "{}", "mention_count": n, "doc_count": docs, "first_year": first, "last_year": last}
        )
    return out


def _own_properties(type_: str, key: str, gazetteer: Gazetteer) -> dict[str, Any]:
    if type_ != "Region":
        return {}
    if key in gazetteer:
        return {"level": gazetteer.get(key).level, "gb_code": gazetteer.get(key).code}
    return {"level": "customary" if gazetteer.area(key) else _level_of_name(key)}


def _level_of_name(name: str) -> str:
    """The level of a division without a code, by the last word of its name: 沅岭县, 白石镇, 泉坪村."""
    if name.endswith(("县", "旗", "市", "区")) and not name.endswith(("社区", "小区")):
        return "county"
    return "town" if name.endswith(("镇", "乡", "街道")) else "village"


def _company_names(names: list[str]) -> dict[str, str]:
    full = max((n for n in names if n.endswith("公司")), key=lambda n: (len(n), n), default=None)
    short = min(names, key=lambda n: (len(n), n))
    out = {"full_name": full} if full else {}
    return out | ({"short_name": short} if short != full else {})


def _plain(number: float) -> float | int:
    return int(number) if number.is_integer() else number


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _counts(con: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    groups = {
        "documents": "SELECT kind, COUNT(*) FROM documents GROUP BY 1 ORDER BY 1",
        "entities": "SELECT split_part(entity_id, '/', 1), COUNT(DISTINCT entity_id) FROM ids GROUP BY 1 ORDER BY 1",
        "relations": "SELECT type, COUNT(*) FROM relations_out GROUP BY 1 ORDER BY 1",
        "attributes": "SELECT property, COUNT(*) FROM attributes_out GROUP BY 1 ORDER BY 1",
        "observations": "SELECT kind, COUNT(*) FROM observations GROUP BY 1 ORDER BY 1",
        "rejected": "SELECT reason, COUNT(*) FROM rejected GROUP BY 1 ORDER BY 1",
    }
    return {name: dict(con.execute(sql).fetchall()) for name, sql in groups.items()}
