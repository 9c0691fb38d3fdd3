"""JSON lines: `{"kind": "entity"}`, relation, observation or document; relations and values carry their sentences."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export import ExportOptions
from kg.export.target import open_target
from kg.tables import Build, Row


def write_jsonl(build: Build, target: Path, options: ExportOptions) -> None:
    """Write everything but the raw texts, one object a line."""
    with open_target(target) as file:
        for record in records(build):
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")


def records(build: Build) -> Iterator[dict[str, Any]]:
    """The objects of the export, in the order of the tables."""
    documents = {d["doc_id"]: d for d in build.rows("documents")}

    def quoted(row: Row) -> dict[str, Any]:
        plain = {k: v for k, v in row.items() if k not in ("relation_id", "entity_id") and v is not None}
        return plain | {"text": documents[row["doc_id"]]["text"][row["start"] : row["end"]]}

    for d in documents.values():
        yield {
            "kind": "document",
            **{k: v for k, v in d.items() if k not in ("text", "kind")},
            "document_kind": d["kind"],
        }
    attributes, evidence = defaultdict(list), defaultdict(list)
    for a in build.rows("attributes"):
        attributes[a["entity_id"]].append(quoted(a))
    for e in build.rows("evidence"):
        evidence[e["relation_id"]].append(quoted(e))
    for e in build.rows("entities"):
        properties = json.loads(e["properties"])
        yield {"kind": "entity", **e, "properties": properties, "attributes": attributes[e["entity_id"]]}
    for r in build.rows("relations"):
        properties = json.loads(r["properties"])
        yield {"kind": "relation", **r, "properties": properties, "evidence": evidence[r["relation_id"]]}
    for o in build.rows("observations"):
        yield {"kind": "observation", **quoted(o), "observation_kind": o["kind"]}
