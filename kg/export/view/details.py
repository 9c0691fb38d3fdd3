"""What the panel of a page shows of nodes and lines, in parts that the page opens when they are asked for."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from kg.export.view.quotes import quote
from kg.export.view.slices import Slice
from kg.ontology import load_ontology
from kg.tables import Build, Row

PART = 1000  # nodes, or relations, in one part
QUOTES = 3  # sentences of one relation at most
VALUES = 400  # figures of one place at most
_ORDER = {"investment": 0, "status": 1, "area": 2, "capacity": 3, "definition": 4, "year": 99}  # in the panel
_OWN = ("name", "aliases", "mention_count", "doc_count", "first_year", "last_year", "year")


def tenths(confidence: float) -> int:
    """A confidence in whole tenths, 0 to 9, rounded down: what the page compares with the least that is wanted."""
    return min(9, int(confidence * 10 + 1e-6))


class Details:
    """Panel data of a slice.

    Args:
        build: where the sentences come from.
        part: the nodes and relations, in the order of their numbers.
        brief: one sentence for each relation and no more, for pages of very many.
    """

    def __init__(self, build: Build, part: Slice, *, brief: bool) -> None:
        self._slice = part
        self._documents = {d["doc_id"]: d for d in build.rows("documents")}
        self._number = {d: i for i, d in enumerate(self._documents)}
        self._quotes = 1 if brief else QUOTES
        wanted = {r["relation_id"] for r in part.relations}
        self._evidence: dict[str, list[Row]] = defaultdict(list)
        for e in build.rows("evidence"):
            if e["relation_id"] in wanted:
                self._evidence[e["relation_id"]].append(e)
        self._attributes: dict[str, list[Row]] = defaultdict(list)
        for a in build.rows("attributes"):
            self._attributes[a["entity_id"]].append(a)
        self._observations: dict[str, list[Row]] = defaultdict(list)
        for o in build.rows("observations"):
            self._observations[o["region_id"]].append(o)
        self._mentions: dict[str, list[Row]] = defaultdict(list)
        shown = {e["entity_id"] for e in part.entities}
        seen: set[tuple[str, str]] = set()
        for m in build.rows("mentions"):
            pair = (m["entity_id"], m["doc_id"])
            if m["entity_id"] in shown and pair not in seen and len(self._mentions[m["entity_id"]]) < self._quotes:
                seen.add(pair)
                self._mentions[m["entity_id"]].append(m)

    def documents(self) -> list[list[Any]]:
        """Title, year and link (or nothing) of each document, in the order of their numbers."""
        return [[d["title"], d["year"], _link(d["source"])] for d in self._documents.values()]

    def nodes(self, first: int) -> list[dict[str, Any]]:
        """The details of the nodes from `first` on, `PART` at most."""
        return [self._node(e) for e in self._slice.entities[first : first + PART]]

    def relations(self, first: int) -> list[list[list[Any]]]:
        """The best sentences of the relations from `first` on, `PART` at most.

        Each is [sentence, marks, document, year, planned, rule, confidence]; marks are start and end of head and tail.
        """
        return [self._sentences(r["relation_id"]) for r in self._slice.relations[first : first + PART]]

    def _sentences(self, relation_id: str) -> list[list[Any]]:
        ranked = sorted(
            self._evidence[relation_id], key=lambda e: (-e["confidence"], -(e["year"] or 0), e["doc_id"], e["start"])
        )
        out: list[list[Any]] = []
        for e in ranked:
            text = self._documents[e["doc_id"]]["text"]
            marks = [(e["head_start"], e["head_end"]), (e["tail_start"], e["tail_end"])]
            sentence, places = quote(text, e["start"], e["end"], marks)
            if all((sentence, self._number[e["doc_id"]]) != (o[0], o[2]) for o in out):
                planned = 1 if e["modality"] == "planned" else 0
                number = self._number[e["doc_id"]]
                out.append([sentence, places, number, e["year"], planned, e["rule"], round(e["confidence"], 2)])
            if len(out) == self._quotes:
                break
        return out

    def _node(self, e: Row) -> dict[str, Any]:
        ontology = load_ontology()
        properties = json.loads(e["properties"])
        said = [
            [a["property"], a["value"], a["number"], a["unit"], a["year"], *self._fact(a)]
            for a in sorted(
                self._attributes[e["entity_id"]],
                key=lambda a: (
                    _ORDER.get(a["property"], 9),
                    a["property"],
                    a["year"] or 0,
                    -a["confidence"],
                    a["doc_id"],
                    a["start"],
                ),
            )
        ]
        figures = [
            [o["indicator"], o["year"], o["value"], o["unit"], o["measure"], o["kind"], *self._fact(o)]
            for o in sorted(
                self._observations[e["entity_id"]],
                key=lambda o: (o["indicator"], o["measure"], o["year"], o["kind"], o["doc_id"], o["start"]),
            )[:VALUES]
        ]
        covered = {a[0] for a in said}
        rest = {k: v for k, v in properties.items() if k not in covered and k not in _OWN and k in ontology.properties}
        mentions = [self._said(m) for m in self._mentions[e["entity_id"]]]
        full = {"i": e["entity_id"], "p": rest, "a": said, "o": figures, "m": mentions, "d": e["doc_count"]}
        return {k: v for k, v in full.items() if v}

    def _fact(self, row: Row) -> list[Any]:
        return [*self._said(row), tenths(row["confidence"])]

    def _said(self, row: Row) -> list[Any]:
        text = self._documents[row["doc_id"]]["text"]
        sentence, marks = quote(text, row["start"], row["end"], [(row["start"], row["end"])])
        return [sentence, marks, self._number[row["doc_id"]]]


def _link(source: str) -> str:
    return source if source.startswith(("https://", "http://")) else ""
