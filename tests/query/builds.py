"""Build directories out of plain rows, for tests that need values which no text gives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.tables import SCHEMAS, VERSION, Build, Row, rows_to_table, write_table

# Values that break what is pasted together instead of passed on.
HOSTILE = (
    "引号'单",
    '引号"双"',
    "`反引号`",
    "{花括号} ${变量} $rows",
    "反斜杠\\n\\u0041\\",
    "换\n行\r\n制表\t",
    "表情😀👨‍👩‍👧",
    "生僻字𠀀𪚥𬺨",
    "，中文，“标点”；：（）",
    ",;|¦",
    "'); MATCH (n) DETACH DELETE n //",
    "</script><b>&amp;",
    "\u2028行分隔\u2029段分隔\ufeff",
    " 前后空格 ",
    "null",
    "长" * 10_000,
)


def write_build(folder: Path, **tables: Iterable[Row]) -> Build:
    """A build directory with these rows and empty tables besides; columns that a row leaves out are null."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in SCHEMAS.items():
        rows = [dict.fromkeys(schema.names) | DEFAULTS.get(name, {}) | row for row in tables.get(name, ())]
        write_table(folder, name, rows_to_table(name, rows))
    manifest = {"layout": VERSION, "counts": {}, "inputs": [], "problems": [], "rows": _sizes(tables)}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return Build(folder)


DEFAULTS: Mapping[str, dict[str, Any]] = {
    "entities": {"aliases": [], "properties": "{}", "mention_count": 1, "doc_count": 1},
    "relations": {"properties": "{}", "support": 1, "doc_count": 1, "confidence": 0.9},
    "evidence": {"modality": "done", "rule": "test:rule", "confidence": 0.9},
    "attributes": {"modality": "done", "rule": "test:rule", "confidence": 0.9},
    "observations": {"measure": "level", "kind": "actual", "rule": "test:rule", "confidence": 0.9},
    "mentions": {"rule": "test:rule", "confidence": 0.9},
    "documents": {"kind": "report", "chars": 0, "source": "test.txt"},
}


def _sizes(tables: Mapping[str, Iterable[Row]]) -> dict[str, int]:
    return {name: len(list(rows)) for name, rows in tables.items()}


def hostile_build(folder: Path, *, placed: bool = False) -> Build:
    """Names, aliases, quotes, titles, values and sources full of what breaks a careless writer.

    If `placed`, each document is a cell of a sheet that has such a name too.
    """
    texts = [f"{value}。位于甲市{value}总投资3亿元{value}" for value in HOSTILE]
    documents = [
        {"doc_id": f"{i:016x}", "title": value, "text": text, "chars": len(text), "source": value, "year": 2000 + i}
        for i, (value, text) in enumerate(zip(HOSTILE, texts, strict=True))
    ]
    entities: list[Row] = [{"entity_id": "region/1", "type": "Region", "name": "甲市"}]
    rows: dict[str, list[Row]] = {"mentions": [], "relations": [], "evidence": [], "attributes": [], "observations": []}
    for i, (value, text) in enumerate(zip(HOSTILE, texts, strict=True)):
        at = {"doc_id": f"{i:016x}", "start": 0, "end": len(text), "year": 2000 + i}
        properties = {"investment": 3e8, "capacity": value, "status": "building", "status_year": 2000 + i}
        entities += [
            {
                "entity_id": f"project/1/{value}",
                "type": "Project",
                "name": value,
                "aliases": [value + "一", "二" + value],
                "properties": json.dumps(properties, ensure_ascii=False),
            },
            {"entity_id": f"indicator/{value}", "type": "Indicator", "name": value},
        ]
        rows["mentions"].append(
            {"doc_id": at["doc_id"], "start": 0, "end": len(value), "surface": value, "type": "Project"}
            | {"entity_id": f"project/1/{value}"}
        )
        relation = {"relation_id": f"relation/{i}", "head_id": f"project/1/{value}", "type": "located_in"}
        rows["relations"].append(relation | {"tail_id": "region/1", "properties": json.dumps({"modality": "done"})})
        rows["evidence"].append({"relation_id": f"relation/{i}"} | at)
        money = text.index("3亿元")
        span = {"doc_id": at["doc_id"], "start": money, "end": money + 3, "year": 2000 + i}
        rows["attributes"] += [
            {"entity_id": f"project/1/{value}", "property": "investment", "value": "300000000", "number": 3e8} | span,
            {"entity_id": f"project/1/{value}", "property": "capacity", "value": value} | at,
            {"entity_id": f"project/1/{value}", "property": "status", "value": "building"} | span,
            {"entity_id": f"project/1/{value}", "property": "status", "value": "completed"} | span | {"year": 2100},
        ]
        rows["observations"].append(
            {
                "observation_id": f"observation/{i}",
                "region_id": "region/1",
                "indicator": value,
                "value": 3.5,
                "unit": "亿元",
            }
            | span
        )
        if placed:
            cell = {"doc_id": at["doc_id"], "start": 0, "end": len(text), "sheet": value, "row": i + 1, "column": 2}
            rows.setdefault("origins", []).append(cell)
    return write_build(folder, documents=documents, entities=entities, **rows)
