"""From one article to its facts: a pure function of the article, the lexicon, the ontology and the models."""

from __future__ import annotations

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
from kg.resolve.places import strip_regions
from kg.resolve.tidy import tidy
from kg.resolve.within import resolve
from kg.text import analyse
from kg.types import Article, Attribute, Claim, Mention, Observation, Rejection, Scene, Text


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
