"""The confidence of facts: their rule's times that of their names."""

from __future__ import annotations

from dataclasses import replace

from kg.ontology import load_ontology
from kg.relate import relate
from kg.relate.certainty import weigh
from kg.types import Attribute, Claim, Observation, Ref
from tests.relate.scenes import HOME, scene

FACTORY = Ref("Project", "电子玻璃基地")


def test_a_fact_is_as_sure_as_its_rule_and_its_names() -> None:
    place = scene("[明澈玻璃]E在[云岭高新区]Z建设[电子玻璃基地]P。")
    claims, _ = relate(place, load_ontology())
    (undertakes,) = (c for c in claims if c.type == "undertakes")
    doubt = {"Enterprise": 0.5, "Project": 0.8}
    mentions = [replace(m, confidence=doubt.get(m.type, 1.0)) for m in place.mentions]
    weighed, _, _ = weigh(mentions, claims, [], [])
    (now,) = (c for c in weighed if c.type == "undertakes")
    assert now == replace(undertakes, confidence=round(undertakes.confidence * 0.5 * 0.8, 4))
    assert len(weighed) == len(claims)


def test_the_surest_mention_counts_and_a_place_that_is_understood_costs_nothing() -> None:
    place = scene("[电子玻璃基地]P开工，[电子玻璃基地]P总投资3亿元。")
    mentions = [replace(m, confidence=c) for m, c in zip(place.mentions, (0.4, 0.9), strict=True)]
    claim = Claim(FACTORY, "located_in", HOME, 0, 6, "located_in:home", 0.9)
    attribute = Attribute(FACTORY, "status", "building", 6, 8, "status.after", 0.8)
    figure = Observation(
        HOME, "地区生产总值", 2023, 3, "亿元", "level", "actual", 0, 6, "observation.level.known", 0.95
    )
    claims, attributes, figures = weigh(mentions, [claim], [attribute], [figure])
    found = (claims[0].confidence, attributes[0].confidence, figures[0].confidence)
    assert found == (0.81, 0.72, 0.95)


def test_no_fact_has_no_chance_at_all() -> None:
    place = scene("[电子玻璃基地]P开工。")
    claim = Claim(FACTORY, "located_in", HOME, 0, 6, "located_in:home", 0.9)
    ((weighed,), _, _) = weigh([replace(m, confidence=0.0001) for m in place.mentions], [claim], [], [])
    assert weighed.confidence == 0.0001
