"""How the documents of a build were understood, and how much was read in each."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.tables import Build


def documents(build: Build) -> list[dict[str, Any]]:
    """A row for each document, by source: what it is, the place and year it is about, and counts of what it says.

    `names` counts the things that it mentions, `relations` those that it states, `values` amounts, stages and the like,
    `figures` statistics.
    """
    names = dict(zip(*(build.table("entities").column(c).to_pylist() for c in ("entity_id", "name")), strict=True))
    said = {name: _counted(build, name) for name in ("mentions", "evidence", "attributes", "observations")}
    return [
        {
            "source": d["source"],
            "title": d["title"],
            "kind": d["kind"],
            "place": names.get(d["region_id"], d["region_id"]),
            "year": d["year"],
            "published": d["published"],
            "chars": d["chars"],
            "names": said["mentions"][d["doc_id"]],
            "relations": said["evidence"][d["doc_id"]],
            "values": said["attributes"][d["doc_id"]],
            "figures": said["observations"][d["doc_id"]],
        }
        for d in sorted(build.rows("documents"), key=lambda d: (d["source"], d["doc_id"]))
    ]


def _counted(build: Build, table: str) -> Counter[str]:
    """How many rows of a table each document has; a thing, or a relation, counts once."""
    key = {"mentions": "entity_id", "evidence": "relation_id"}.get(table)
    rows = build.table(table)
    ids = rows.column("doc_id").to_pylist()
    return Counter(doc for doc, _ in set(zip(ids, rows.column(key).to_pylist(), strict=True))) if key else Counter(ids)
