"""Headline statistics of a region or zone: indicator, year, value, level or growth, actual or target."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from kg.ontology import Lexicon
from kg.relate.figure_aims import is_plan
from kg.relate.figure_line import Line, Reading
from kg.relate.figure_sentence import FigureSentence
from kg.relate.figures import FigureReader
from kg.relate.indicators import Indicators
from kg.relate.news_topics import NewsTopics
from kg.relate.reviewed_years import ReviewedYears
from kg.relate.sectors import has_ratio
from kg.relate.year_parts import lead_part, lead_part_end
from kg.types import Observation, Rejection, Scene


class ObservationReader:
    """Reads the observations of one scene after another; holds what the lexicon says, nothing of a scene."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.indicators = Indicators(lexicon)
        self.figures = FigureReader(lexicon)
        rows = [(row["kind"], row["name"], row.get("in", "all")) for row in lexicon.rows("statistic_heads")]
        rows += [(row["kind"], row["name"], row["in"]) for row in lexicon.rows("figure_heads")]
        self.heads = _heads([(kind, name) for kind, name, where in rows if where == "all"])
        self.report_heads = _heads([(kind, name) for kind, name, _ in rows])

    def read(self, scene: Scene) -> tuple[list[Observation], list[Rejection]]:
        found: list[Observation] = []
        refused: list[Rejection] = []
        starts = [m.start for m in scene.mentions]
        clean = scene.text.clean
        is_report = scene.text.document.kind == "report"
        heads = self.report_heads if is_report else self.heads
        part = lead_part(scene.text)
        reading = Reading(self.indicators, heads, scene, is_report or is_plan(scene.text), part, lead_part_end(clean))
        before: FigureSentence | None = None
        reviewed, topics = ReviewedYears(scene), NewsTopics(scene)
        for sentence in scene.text.sentences:
            review = reviewed.at(sentence)
            start, end = sentence.start, sentence.end
            mentions = scene.mentions[bisect_right(starts, start - 1) : bisect_right(starts, end)]
            topic = topics.at(sentence, mentions)
            figures = self.figures.find(clean, start, end) if sentence.part in ("body", "title") else []
            told = figures or clean[end - 1] == "；" or has_ratio(clean, start, end)
            if sentence.part not in ("body", "title") or not told:
                before = None
                continue
            line = Line(reading, sentence, figures, mentions, review, topic)
            one = FigureSentence(line)
            if before is not None:
                one.take_over(before)
            before = one
            for item in one.items():
                if isinstance(item, Observation) and item.year:
                    found.append(item)
                elif isinstance(item, Observation):  # nobody knows of what year
                    what = item.indicator + clean[item.start : item.end]
                    refused.append(Rejection(item.start, item.end, what, "low_confidence"))
                else:
                    refused.append(item)
        return self.once(found), refused

    def once(self, found: list[Observation]) -> list[Observation]:
        """Each fact once in a document, at its first place, whatever it is called."""
        seen: set[tuple[object, ...]] = set()
        kept: list[Observation] = []
        for o in found:
            what = self.indicators.standard(o.indicator)
            key = (o.place, what, o.year, o.value, o.unit, o.measure, o.kind)
            if key not in seen:
                seen.add(key)
                kept.append(o)
        return kept


def _heads(rows: list[tuple[str, str]]) -> dict[str, re.Pattern[str]]:
    """By kind of unit, what a name ends in that figures of this kind belong to."""
    names: dict[str, list[str]] = {}
    for kind, name in rows:
        names.setdefault(kind, []).append(name)
    return {kind: re.compile(f"(?:{'|'.join(map(re.escape, ends))})[数量]?$") for kind, ends in names.items()}


@functools.lru_cache(maxsize=4)
def _reader(lexicon: Lexicon) -> ObservationReader:
    return ObservationReader(lexicon)


def find_observations(scene: Scene, lexicon: Lexicon) -> tuple[list[Observation], list[Rejection]]:
    """The statistics that a document states for its own region or for one that it names, in order of position."""
    return _reader(lexicon).read(scene)


def each_once(found: list[Observation], lexicon: Lexicon) -> list[Observation]:
    """Each fact once in a document, at the first place in the list, whatever it is called: in prose and in a table."""
    return _reader(lexicon).once(found)
