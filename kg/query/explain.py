"""What a build knows of one thing, each fact with its sentence, document, rule and confidence."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from kg.graph import find_entities
from kg.ontology import load_ontology
from kg.query.origins import with_place
from kg.tables import Build, Row

_SENTENCE_END = re.compile(r"[。！？；\n]")
_REACH = 120  # characters at most on either side of a value, when its sentence is shown


def explain(build: Build, name: str) -> list[dict[str, Any]]:
    """Everything about the entities (or the relation) that a name or id means.

    Args:
        build: the build directory.
        name: an id, a name, an alias, or the id of a relation.

    Returns:
        one dictionary for each meaning: `entity` (row), `relations`, `attributes`, `observations`, `merges`; of a
        relation id one with `relation` and its `evidence`.

    Raises:
        NotFoundError: nothing has this name; the message offers the nearest names.
    """
    index = _Index(build)
    if name.startswith("relation/"):
        for r in build.rows("relations"):
            if r["relation_id"] == name:
                return [{"relation": _relation(index, r)}]
    return [_explain_entity(index, e) for e in find_entities(build, name)]


class _Index:
    """What each of the many facts of one answer is looked up in."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.names = {e["entity_id"]: e["name"] for e in build.rows("entities")}
        self.documents = {d["doc_id"]: d for d in build.rows("documents")}
        self.evidence: dict[str, list[Row]] = defaultdict(list)
        for e in build.rows("evidence"):
            self.evidence[e["relation_id"]].append(e)


def _explain_entity(index: _Index, entity: Row) -> dict[str, Any]:
    id_, build, documents = entity["entity_id"], index.build, index.documents
    relations = [r for r in build.rows("relations") if id_ in (r["head_id"], r["tail_id"])]
    order = {name: i for i, name in enumerate(load_ontology().relations)}
    relations.sort(key=lambda r: (r["tail_id"] == id_, order.get(r["type"], 99), -r["support"], r["relation_id"]))
    attributes = [a for a in build.rows("attributes") if a["entity_id"] == id_]
    column, about = ("indicator", entity["name"]) if entity["type"] == "Indicator" else ("region_id", id_)
    observations = [
        o | {"place": index.names[o["region_id"]]} for o in build.rows("observations") if o[column] == about
    ]
    observations.sort(key=lambda o: (o["indicator"], o["place"], o["region_id"], o["year"], o["kind"], o["measure"]))
    return {
        "entity": entity | {"properties": json.loads(entity["properties"])},
        "relations": [_relation(index, r) for r in relations],
        "attributes": [a | _sentence(documents[a["doc_id"]], a) | with_place(build, a) for a in attributes],
        "observations": [o | _sentence(documents[o["doc_id"]], o) | with_place(build, o) for o in observations],
        "merges": [m for m in build.rows("merges") if m["entity_id"] == id_],
        "mentions": list(_mentions(build, id_, documents)),
    }


def _mentions(build: Build, entity_id: str, documents: dict[str, Row]) -> Iterator[dict[str, Any]]:
    for m in build.rows("mentions"):
        if m["entity_id"] == entity_id:
            yield {k: m[k] for k in ("doc_id", "start", "end", "surface", "rule", "confidence")} | {
                "title": documents[m["doc_id"]]["title"]
            }


def _relation(index: _Index, relation: Row) -> dict[str, Any]:
    evidence = sorted(
        index.evidence[relation["relation_id"]], key=lambda e: (-e["confidence"], e["doc_id"], e["start"])
    )
    return relation | {
        "properties": json.loads(relation["properties"]),
        "head": index.names[relation["head_id"]],
        "tail": index.names[relation["tail_id"]],
        "evidence": [e | _clause(index.documents[e["doc_id"]], e) | with_place(index.build, e) for e in evidence],
    }


def _clause(document: Row, e: Row) -> dict[str, str]:
    return {"text": document["text"][e["start"] : e["end"]], "title": document["title"], "source": document["source"]}


def _sentence(document: Row, row: Row) -> dict[str, str]:
    """The value's words and the sentence around them."""
    text, start, end = document["text"], row["start"], row["end"]
    before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - _REACH), start)]
    after = _SENTENCE_END.search(text, end, min(len(text), end + _REACH))
    left = before[-1] if before else max(0, start - _REACH)
    right = after.end() if after else min(len(text), end + _REACH)
    return {
        "surface": text[start:end],
        "text": text[left:right].strip(),
        "title": document["title"],
        "source": document["source"],
    }
