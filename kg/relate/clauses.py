"""What relation rules look through: the clauses of a scene, their mentions, lists, subjects and places.

A clause is what stands between two of ，；：。！？ or line ends, outside brackets, quotes and mentions. Mentions that
lie inside another one (the company inside the project's name) are kept apart from the top ones, since most rules
speak of names that stand on their own.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from kg.ontology import Lexicon, load_lexicon
from kg.relate.clause_stops import clause_stops
from kg.relate.known_names import KnownNames
from kg.relate.links import linked
from kg.relate.nesting import nest
from kg.relate.parts import list_parts
from kg.relate.said import said_at
from kg.relate.shown import stretch
from kg.types import Claim, Heading, Mention, Ref, Scene, Sentence, Span

T = TypeVar("T")

LEAD = 80  # characters before a mention that a rule looks at within its clause
NEAR = 30  # mentions on each side that a rule looks at within a clause
_FEW = 10  # the same in an endless one

PLACES = frozenset({"Region", "Zone"})
ACTORS = frozenset({"Region", "Zone", "Enterprise", "Organization"})

_OPENING = re.compile(
    r"[“《]?(?:其中|目前|同时|此外|据悉|近日|日前|近年来|(?:如今|今天|今日|眼下|昔日)的|如今|当前|今天|昨天|今年|去年|明年|今后|下一步|接下来"
    r"|支持|推动|推进|指导|鼓励|带动|引导|扶持|\d{4}年(?:来)?|\d{1,2}月(?:\d{1,2}日)?|[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.、])*[“《]?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence with the mentions that stand on their own in it, in order."""

    start: int
    end: int
    index: int
    sentence: Sentence
    first: int  # index of the sentence's first clause
    mentions: tuple[Mention, ...]


class View:
    """A scene made ready for relation rules. Only what it remembers of its own work changes.

    Args:
        scene: text and resolved mentions.
        lexicon: word lists (those of the package when left out).
    """

    def __init__(self, scene: Scene, lexicon: Lexicon | None = None) -> None:
        self.scene = scene
        self.clean = scene.text.clean
        self.home = scene.home
        self.lexicon = lexicon or load_lexicon()
        self._confidence = confidences(self.lexicon)
        self._done: dict[Any, list[Any]] = {}
        self._groups: dict[int, list[list[Mention]]] = {}
        self.top, self.inner = nest(scene.mentions)
        self.parts = list_parts(scene)
        self._starts = [m.start for m in self.top]
        self.clauses = tuple(self._split())
        self._clause_starts = [c.start for c in self.clauses]
        grouped = itertools.groupby(self.clauses, key=lambda c: c.first)
        self._sentences = [list(clauses) for _, clauses in grouped]
        self._known = KnownNames(scene, self.lexicon)
        self.places = self._known.places
        self.actors = self._known.actors
        self.stems = self._known.stems
        self.above = self._known.above
        self.seats = self._known.seats
        self.areas = self._known.areas

    def _split(self) -> Iterator[Clause]:
        index = at = first = 0
        for sentence in self.scene.text.sentences:
            while at < len(self.top) and self.top[at].start < sentence.start:
                at += 1
            if not self._goes_on(sentence):
                first = index
            start = sentence.start
            stops = [*clause_stops(self.clean, sentence, self.top, self._starts), sentence.end]
            for stop in stops:
                if stop <= start:
                    continue
                mentions: list[Mention] = []
                while at < len(self.top) and self.top[at].start < stop:
                    mentions.append(self.top[at])
                    at += 1
                if self.clean[start:stop].strip("，；：。！？\n "):
                    yield Clause(start, stop, index, sentence, first, tuple(mentions))
                    index += 1
                start = stop

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence only goes on after the heading of its own line: 3.云岭玻璃厂扩建：|位于新桥镇，…."""
        return self.clean[sentence.start - 1 : sentence.start] == "："

    def pattern(self, table: str) -> re.Pattern[str]:
        """The patterns of a word list as one, longest first."""
        return _pattern(self.lexicon, table)

    def once(self, rule: Callable[[View], Iterable[T]]) -> list[T]:
        """What a rule gives for this view; it runs the first time only, though several relations look at it."""
        if rule not in self._done:
            self._done[rule] = list(rule(self))
        return self._done[rule]

    # Reading the text

    def surface(self, mention: Mention) -> str:
        return self.clean[mention.start : mention.end]

    def full_name(self, place: Ref) -> str:
        """The longest name that the text has for a Region; empty where it has none."""
        return self._known.full.get(place.key, "")

    def clause(self, position: int) -> Clause:
        """The clause in which a character lies (the one before where it lies in none)."""
        return self.clauses[max(0, bisect.bisect_right(self._clause_starts, position) - 1)]

    def sentences(self) -> list[list[Clause]]:
        """The clauses of each sentence in turn."""
        return self._sentences

    def between(self, left: Mention, right: Mention) -> str:
        return self.clean[left.end : right.start]

    def linked(self, left: Mention, right: Mention) -> bool:
        """Whether two mentions are neighbours in a list: A、B, A和B, “A”“B”."""
        return linked(self.clean, left, right)

    def lists(self, mentions: Iterable[Mention]) -> list[list[Mention]]:
        """The mentions grouped into coordinated lists (a lone mention is a list of one)."""
        groups: list[list[Mention]] = []
        for m in mentions:
            last = groups[-1][-1] if groups else None
            if last is not None and self.linked(last, m):
                groups[-1].append(m)
            elif last is not None and len(groups[-1]) > 1 and last.end == m.start and {last.type, m.type} <= PLACES:
                groups[-1][-1] = m  # 松泉县新桥镇、青川县柳塘乡: the second of either
            else:
                groups.append([m])
        return groups

    def within(self, stretch: Span | Heading) -> list[Mention]:
        """The mentions that begin in a span or a heading."""
        start, end = (stretch.start, stretch.end)
        return list(self.top[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)])

    def near(self, clause: Clause, mention: Mention) -> tuple[Mention, ...]:
        """The mentions of a clause around one of them: all in any real clause, few in an endless one."""
        if len(clause.mentions) <= 2 * NEAR:
            return clause.mentions
        at = bisect.bisect_left(clause.mentions, mention.start, key=lambda m: m.start)
        return clause.mentions[max(0, at - _FEW) : at + _FEW]

    def before(self, clause: Clause, mention: Mention) -> tuple[Mention, ...]:
        """The mentions of a clause right before one of them."""
        first = bisect.bisect_left(clause.mentions, mention.start, key=lambda m: m.start)
        return clause.mentions[max(0, first - NEAR) : first]

    def groups(self, clause: Clause) -> list[list[Mention]]:
        """The mentions of a clause in coordinated lists."""
        if clause.index not in self._groups:
            self._groups[clause.index] = self.lists(clause.mentions)
        return self._groups[clause.index]

    def lead(self, clause: Clause, position: int) -> int:
        """Where the words before a position begin that a rule looks at: the clause's start, or not far before."""
        return max(clause.start, position - LEAD)

    def leader(self, clause: Clause, mention: Mention) -> Mention:
        """The first mention of the list in which one stands."""
        return self.group(clause, mention)[0]

    def group(self, clause: Clause, mention: Mention) -> list[Mention]:
        """The list of a clause in which a mention stands or, where it is in none, which begins before it."""
        groups = self.groups(clause)
        at = bisect.bisect_right(groups, mention.start, key=lambda group: group[0].start)
        return groups[at - 1] if at else [mention]

    # Who and where

    def subjects(self, clause: Clause, types: frozenset[str] = ACTORS) -> list[Mention]:
        """The actors that a clause begins with: 甲公司、乙公司分别获评… → both; empty where it begins otherwise."""
        if not clause.mentions:
            return []
        found = self.groups(clause)[0]
        if found[0].type not in types or not _OPENING.fullmatch(self.clean, clause.start, found[0].start):
            return []
        if len(found) == 1 and found[0].type in PLACES:  # 松泉县新桥镇开展…: the town
            for group in itertools.islice(self.groups(clause), 1, 3):
                if group[0].start != found[-1].end or group[0].type not in PLACES & types:
                    break
                found = group
        return [m for m in found[:NEAR] if m.type == found[0].type]

    def governing(self, clause: Clause, types: frozenset[str] = ACTORS, reach: int = 8) -> list[Mention]:
        """The subjects of the clause or, where it has none, of the nearest earlier clause of its sentence that has."""
        for index in range(clause.index, max(clause.first, clause.index - reach) - 1, -1):
            if found := self.subjects(self.clauses[index], types):
                return found
        return []

    def is_above(self, ref: Ref, wide: frozenset[str] | None = None) -> bool:
        """Whether a Region contains the document's own region: its province, or an area of several divisions.

        Args:
            wide: counted as above besides provinces (the regions and areas above the home region when left out).
        """
        if ref.type != "Region":
            return False
        return (
            ref.key in (self.above | self.areas if wide is None else wide)
            or re.fullmatch(r"\d\d0000", ref.key) is not None
        )

    def named(self, name: str, table: dict[str, Ref], without: Ref | None = None) -> list[tuple[int, str, Ref]]:
        """The names of a table that occur inside a name, longest first at each place, left to right."""
        return self._known.named(name, table, without)

    # Saying it

    def confidence(self, rule: str) -> float:
        """The measured share of right claims of a rule."""
        return self._confidence[rule]

    def claim(
        self,
        relation: str,
        head: Ref,
        tail: Ref,
        clauses: tuple[Clause, ...],
        rule: str,
        spans: tuple[Span | None, Span | None],
        properties: tuple[tuple[str, str], ...] = (),
    ) -> Claim:
        """A claim over the stretch of text from the first to the last of some clauses.

        An end whose mention lies elsewhere (in a heading) has no span.
        """
        start, end = min(c.start for c in clauses), max(c.end for c in clauses)
        shown = [s for s in spans if s and start <= s.start and s.end <= end]
        start, end = stretch(self.clean, start, end, shown)
        head_span, tail_span = (s if s and start <= s.start and s.end <= end else None for s in spans)
        sentence = said_at(self.scene.text, clauses[-1].sentence, clauses[-1].start)
        name = f"{relation}:{rule}"
        return Claim(
            head,
            relation,
            tail,
            start,
            end,
            name,
            self._confidence[name],
            head_span,
            tail_span,
            sentence.year,
            sentence.modality,
            properties,
        )


@functools.lru_cache(maxsize=4)
def confidences(lexicon: Lexicon) -> dict[str, float]:
    """How sure each rule of relations is."""
    return {row["rule"]: float(row["confidence"]) for row in lexicon.rows("relation_rules")}


@functools.lru_cache(maxsize=64)
def _pattern(lexicon: Lexicon, table: str) -> re.Pattern[str]:
    words = sorted(lexicon.words(table, "pattern"), key=lambda w: (-len(w), w))
    return re.compile("|".join(f"(?:{w})" for w in words))


def span(mention: Mention) -> Span:
    """The span of a mention."""
    return Span(mention.start, mention.end)
