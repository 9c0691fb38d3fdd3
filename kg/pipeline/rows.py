"""The facts of one document as rows of the staged tables, in raw positions."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.ontology import Gazetteer
from kg.pipeline.document import Facts, Knowledge
from kg.resolve.names import canonical
from kg.resolve.places import innermost_region
from kg.resolve.shown import shown_names
from kg.tables import Row
from kg.types import Attribute, Observation, Ref

SENSE_LENGTH = 40  # characters of a definition that tell two meanings of one name apart


def rows(facts: Facts, knowledge: Knowledge) -> dict[str, list[Row]]:
    """The staged rows of one document, table by table."""
    return {
        "documents": [_document(facts)],
        "locals": _locals(facts, knowledge),
        "mentions": [*_mentions(facts)],
        "claims": [*_claims(facts)],
        "attributes": [*_attributes(facts)],
        "observations": [*_observations(facts)],
        "rejected": [*_rejected(facts)],
    }


def _document(facts: Facts) -> Row:
    doc = facts.text.document
    home = doc.region
    return {
        "doc_id": doc.doc_id,
        "source": doc.source,
        "title": doc.title,
        "kind": doc.kind,
        "region_type": home.type if home else None,
        "region_key": home.key if home else None,
        "year": doc.year,
        "published": doc.published,
        "chars": len(doc.text),
        "text": doc.text,
    }


def _mentions(facts: Facts) -> Iterator[Row]:
    text, doc = facts.text, facts.text.document
    for m in facts.mentions:
        start, end = text.raw(m.start, m.end)
        yield {
            "doc_id": doc.doc_id,
            "start": start,
            "end": end,
            "surface": doc.text[start:end],
            "name": canonical(text.clean[m.start : m.end]),
            "type": m.type,
            "key": m.key,
            "rule": m.rule,
            "confidence": m.confidence,
        }


def _claims(facts: Facts) -> Iterator[Row]:
    text, doc = facts.text, facts.text.document
    for c in facts.claims:
        start, end = text.raw(c.start, c.end)
        head = text.raw(*c.head_span) if c.head_span else (None, None)
        tail = text.raw(*c.tail_span) if c.tail_span else (None, None)
        yield {
            "doc_id": doc.doc_id,
            "head_type": c.head.type,
            "head_key": c.head.key,
            "type": c.type,
            "tail_type": c.tail.type,
            "tail_key": c.tail.key,
            "start": start,
            "end": end,
            "head_start": head[0],
            "head_end": head[1],
            "tail_start": tail[0],
            "tail_end": tail[1],
            "year": c.year,
            "modality": c.modality,
            "rule": c.rule,
            "confidence": c.confidence,
            "status": dict(c.properties).get("status"),
        }


def _attributes(facts: Facts) -> Iterator[Row]:
    text, doc = facts.text, facts.text.document
    for a in facts.attributes:
        start, end = text.raw(a.start, a.end)
        yield {
            "doc_id": doc.doc_id,
            "type": a.entity.type,
            "key": a.entity.key,
            "property": a.property,
            "value": a.value,
            "number": a.number,
            "unit": a.unit,
            "year": a.year,
            "modality": a.modality,
            "start": start,
            "end": end,
            "rule": a.rule,
            "confidence": a.confidence,
        }


def _observations(facts: Facts) -> Iterator[Row]:
    text, doc = facts.text, facts.text.document
    for o in facts.observations:
        start, end = text.raw(o.start, o.end)
        yield {
            "observation_id": _observation_id(doc.doc_id, start, end, o),
            "doc_id": doc.doc_id,
            "place_type": o.place.type,
            "place_key": o.place.key,
            "indicator": o.indicator,
            "year": o.year,
            "value": o.value,
            "unit": o.unit,
            "measure": o.measure,
            "kind": o.kind,
            "start": start,
            "end": end,
            "rule": o.rule,
            "confidence": o.confidence,
        }


def _rejected(facts: Facts) -> Iterator[Row]:
    text = facts.text
    for r in facts.rejected:
        start, end = text.raw(r.start, r.end)
        yield {
            "doc_id": text.document.doc_id,
            "start": start,
            "end": end,
            "what": r.what,
            "reason": r.reason,
        }


def _locals(facts: Facts, knowledge: Knowledge) -> list[Row]:
    doc = facts.text.document
    home = doc.region
    weight = Counter(m.ref for m in facts.mentions)
    refs: set[Ref] = set(weight)
    for c in facts.claims:
        refs |= {c.head, c.tail}
    refs |= {a.entity for a in facts.attributes} | {o.place for o in facts.observations}
    if home:
        refs.add(home)
    senses = {a.entity: canonical(a.value)[:SENSE_LENGTH] for a in _definitions(facts.attributes)}
    place = _place(home, knowledge.gazetteer)
    shown = shown_names(facts.text.clean, facts.mentions)
    return [
        {
            "doc_id": doc.doc_id,
            "type": ref.type,
            "key": ref.key,
            "place": place,
            "sense": senses.get(ref, ""),
            "weight": weight[ref],
            "shown": shown.get(ref, ref.key),
        }
        for ref in sorted(refs)
    ]


def _definitions(attributes: Iterable[Attribute]) -> list[Attribute]:
    return sorted((a for a in attributes if a.property == "definition"), key=lambda a: (a.entity, -a.start))


def _place(home: Ref | None, gazetteer: Gazetteer) -> str:
    """The code of the division that the document is about, "" if unknown; a Zone's is that in its name."""
    if home is None:
        return ""
    if home.type == "Region":
        return home.key if home.key.isdigit() else ""
    return innermost_region(home.key, gazetteer) or ""


def _observation_id(doc_id: str, start: int, end: int, o: Observation) -> str:
    parts = [doc_id, start, end, *o.place, o.indicator, o.year, o.value, o.unit, o.measure, o.kind]
    return "observation/" + hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
