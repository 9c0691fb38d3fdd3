"""A sentence with its figures, and what it has said so far: what all rules of figures look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.relate.figures import Figure
from kg.relate.indicators import Indicators
from kg.relate.news_topics import Topic
from kg.relate.said import said_at
from kg.types import Mention, Ref, Scene, Sentence, Time

PLACES = ("Region", "Zone")
_NEXT = 30  # mentions from a position on that are looked at, of all in an endless sentence
_FAR = 600  # characters of a sentence before a figure that tell of it


@dataclass(slots=True)
class Said:
    """What a sentence has said so far: the subjects of its last group of figures and the place that governs.

    `joint` is a phrase with several names that is still to be split, `added` the verb of a list (新增甲3家、乙5家),
    `year` the year named and `aim` whether it speaks of aims, which both hold beyond a semicolon. `part` is a part of
    the place that the figures are about (园区), `counted` the projects that were counted last (重点项目), `last` the
    value and unit of the last figure but for its growth, `shared` the phrase of several branches whose share of a whole
    may follow, `done` the year of the last figure that tells what was reached, `row` the places that the last figures
    were of, `named` from where to where the words that named the subjects stand, `abroad` whether they are of the
    nation, `theme` the part of the home that a paragraph of the news is about, `dated` where the year that holds was
    named, `above` the place above the home that the last indicator was named of (全省, 全盟).
    """

    subjects: list[str] = field(default_factory=list)
    kind: str = ""
    recent: list[str] = field(default_factory=list)
    place: Ref | None = None
    joint: str = ""
    measure: str = ""
    added: str = ""
    year: int | None = None
    aim: bool = False
    part: str = ""
    counted: str = ""
    last: tuple[float, str] = (0.0, "")
    shared: str = ""
    done: int = 0
    row: tuple[Ref, ...] = ()
    named: tuple[int, int] = (0, 0)
    abroad: bool = False
    theme: Ref | None = None
    dated: int = 0
    above: Ref | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for all sentences of a scene.

    `heads` gives by kind of unit what the names of statistics end in that the lexicon lacks, `may_plan` is whether the
    text is a report or for the most part a plan, `part` the part of a year that it is about
    as a whole, up to `part_end`.
    """

    names: Indicators
    heads: dict[str, re.Pattern[str]]
    scene: Scene
    may_plan: bool
    part: str
    part_end: int


@dataclass(slots=True)
class Line:
    """One sentence: its figures and mentions in order, with the names of statistics and what was said so far.

    `review` is the several years that its section looks back on, `topic` what it is about in a paragraph of the news.
    """

    reading: Reading
    sentence: Sentence
    figures: list[Figure]
    mentions: tuple[Mention, ...]
    review: Time | None
    topic: Topic
    said: Said = field(default_factory=Said)
    names: Indicators = field(init=False)
    scene: Scene = field(init=False)
    clean: str = field(init=False)
    is_report: bool = field(init=False)

    def __post_init__(self) -> None:
        self.names, self.scene = self.reading.names, self.reading.scene
        self.clean = self.scene.text.clean
        self.is_report = self.scene.text.document.kind == "report"

    def near(self, position: int) -> int:
        """Where the words of the sentence before a position begin to matter."""
        return max(self.sentence.start, position - _FAR)

    def told(self, position: int) -> Sentence:
        """The sentence as it holds at a position: what stands outside its aside is done."""
        return said_at(self.scene.text, self.sentence, position)

    def mentions_from(self, position: int) -> Sequence[Mention]:
        """The next mentions from a position on: a place at the start of a phrase is among them."""
        at = bisect_left(self.mentions, position, key=lambda m: m.start)
        return self.mentions[at : at + _NEXT]

    def mentions_before(self, position: int) -> Sequence[Mention]:
        """The last mentions that begin before a position."""
        at = bisect_left(self.mentions, position, key=lambda m: m.start)
        return self.mentions[max(0, at - _NEXT) : at]
