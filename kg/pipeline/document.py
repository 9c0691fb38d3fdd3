"""From one article to its rows: a pure function of the article, the lexicon and the ontology."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract import extract
from kg.extract.home import find_home
from kg.extract.models import Models
from kg.extract.tables import with_table_names
from kg.ontology import Gazetteer, Lexicon, Ontology
from kg.pipeline.upward import Fact, steps_above
from kg.relate import relate
from kg.relate.attributes import find_attributes
from kg.relate.certainty import weigh
from kg.relate.observations import each_once, find_observations
from kg.relate.tables import find_table_facts, outside_tables
from kg.resolve.names import canonical
from kg.resolve.places import innermost_region, strip_regions
from kg.resolve.shown import shown_names
from kg.resolve.tidy import tidy
from kg.resolve.within import resolve
from kg.tables import Row
from kg.text import analyse
from kg.types import Article, Attribute, Claim, Mention, Observation, Ref, Rejection, Scene, Text

SENSE_LENGTH = 40  # characters of a definition that tell two meanings of one name apart


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What extraction knows before it reads: the contents of `schema/`, and models learnt from labelled texts."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    ontology: Ontology
    models: Models


@dataclass(frozen=True, slots=True)
class Facts:
    """What one document says, in clean positions of `text`."""

    text: Text
    mentions: list[Mention]
    claims: list[Claim]
    attributes: list[Attribute]
    observations: list[Observation]
    rejected: list[Rejection]


def read_article(article: Article, knowledge: Knowledge) -> Facts:
    """Extract, resolve within the document, relate."""
    lexicon, gazetteer, ontology = knowledge.lexicon, knowledge.gazetteer, knowledge.ontology
    text = analyse(article, lexicon)
    home = find_home(text, gazetteer)
    text = replace(text, document=replace(text.document, region=home))
    found, rejected = extract(text, lexicon, knowledge.models)
    found, no_names = tidy(text.clean, found)
    found = with_table_names(found, text, lexicon) if text.tables else found
    mentions = resolve(text, found, lambda name: strip_regions(name, gazetteer))
    codes = {m.key for m in mentions if m.type == "Region"} | ({home.key} if home and home.type == "Region" else set())
    scene = Scene(
        text, tuple(mentions), home, {code: gazetteer.parents(code) for code in sorted(codes) if code in gazetteer}
    )
    claims, refused = relate(scene, ontology)
    attributes, no_entity = find_attributes(scene, lexicon)
    observations, no_indicator = find_observations(scene, lexicon)
    refused += [*no_names, *no_entity, *no_indicator]
    facts = Facts(text, mentions, claims, attributes, observations, [*rejected, *refused])
    facts = _with_tables(facts, scene, knowledge) if text.tables else facts
    told: list[Fact] = [*facts.claims, *facts.attributes, *facts.observations]
    claims = [*facts.claims, *steps_above(text, mentions, told, gazetteer, lexicon)]
    claims, attributes, observations = weigh(mentions, claims, facts.attributes, facts.observations)
    return replace(facts, claims=claims, attributes=attributes, observations=observations)


def _with_tables(facts: Facts, scene: Scene, knowledge: Knowledge) -> Facts:
    """The facts of prose that stand outside of understood tables, and those that the tables state."""
    found = find_table_facts(scene, knowledge.lexicon, knowledge.ontology)
    told = [o for o in facts.observations if outside_tables(scene, o.start, o.end)]
    return Facts(
        facts.text,
        facts.mentions,
        [c for c in facts.claims if outside_tables(scene, c.start, c.end)] + found.claims,
        [a for a in facts.attributes if outside_tables(scene, a.start, a.end)] + found.attributes,
        each_once(told + found.observations, knowledge.lexicon),
        facts.rejected + found.rejected,
    )


def rows(facts: Facts, knowledge: Knowledge) -> dict[str, list[Row]]:
    """The staged rows of one document, in raw positions."""
    text, doc = facts.text, facts.text.document
    home = doc.region
    out: dict[str, list[Row]] = {
        "documents": [
            {
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
        ],
        "locals": _locals(facts, knowledge),
        "mentions": [],
        "claims": [],
        "attributes": [],
        "observations": [],
        "rejected": [],
    }
    for m in facts.mentions:
        start, end = text.raw(m.start, m.end)
        out["mentions"].append(
            {
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
        )
    for c in facts.claims:
        start, end = text.raw(c.start, c.end)
        head = text.raw(*c.head_span) if c.head_span else (None, None)
        tail = text.raw(*c.tail_span) if c.tail_span else (None, None)
        out["claims"].append(
            {
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
        )
    for a in facts.attributes:
        start, end = text.raw(a.start, a.end)
        out["attributes"].append(
            {
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
        )
    for o in facts.observations:
        start, end = text.raw(o.start, o.end)
        out["observations"].append(
            {
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
        )
    for r in facts.rejected:
        start, end = text.raw(r.start, r.end)
        row = {"doc_id": doc.doc_id, "start": start, "end": end, "what": r.what, "reason": r.reason}
        out["rejected"].append(row)
    return out


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
