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
from kg.relate.said import said_at
from kg.types import Claim, Heading, Mention, Ref, Scene, Sentence, Span

T = TypeVar("T")

_LONG = 400  # characters of the longest clause that is shown whole
LEAD = 80  # characters before a mention that a rule looks at within its clause
_WIDE = 24  # characters between neighbours of a list
NEAR = 30  # mentions on each side that a rule looks at within a clause
_FEW = 10  # the same in an endless one

PLACES = frozenset({"Region", "Zone"})
ACTORS = frozenset({"Region", "Zone", "Enterprise", "Organization"})

_BREAK = re.compile(r"[，；：。！？\n（）“”]")
_LINK = re.compile(r"[”》」’]?(?:（[^（）]{0,12}）)?(?:、|和|与|及|以及|或|暨|，以及|，和)[“《「‘]?|[”》」’][“《「‘]")
# 甲项目、乙工程和丙: names without the word that each has behind it
_WORD_LINK = re.compile(rf"[”》]?(?:建设)?(?:项目|工程)(?:建设)?(?:{_LINK.pattern})")
_TRADE = re.compile(r"(?<=制造|加工|养殖|种植|冶炼)业$|(?<!新型)(?<!现代)(?<!传统)工业$")
_THIS_PLACE = re.compile(
    r"(?:近年来，|目前，|如今，|今年以来，|此外，|同时，)?该([县市区州旗镇乡村盟])(?![级域场属直])"
)
_OPENING = re.compile(
    r"[“《]?(?:其中|目前|同时|此外|据悉|近日|日前|近年来|如今|当前|今天|昨天|今年|去年|明年|今后|下一步|接下来"
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
        self.top, self.inner = _nest(_apart(scene.mentions))
        self._starts = [m.start for m in self.top]
        self.clauses = tuple(self._split())
        self._clause_starts = [c.start for c in self.clauses]
        grouped = itertools.groupby(self.clauses, key=lambda c: c.first)
        self._sentences = [list(clauses) for _, clauses in grouped]
        self.places = self._surfaces(PLACES)
        self.actors = self._surfaces(frozenset({"Enterprise", "Organization"}))
        self.stems = self._stems()
        self._sizes = self._name_sizes()
        self.above = self._above()
        self.areas = self._areas()
        self._full = self._full_names()

    def _split(self) -> Iterator[Clause]:
        index = at = first = 0
        for sentence in self.scene.text.sentences:
            while at < len(self.top) and self.top[at].start < sentence.start:
                at += 1
            if not self._goes_on(sentence):
                first = index
            start = sentence.start
            stops = [*self._stops(sentence), sentence.end]
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

    def _stops(self, sentence: Sentence) -> Iterator[int]:
        depth = 0
        for match in _BREAK.finditer(self.clean, sentence.start, sentence.end):
            sign = match.group()
            if sign in "（“":
                depth += 1
            elif sign in "）”":
                depth = max(0, depth - 1)
            elif depth == 0 and not self._inside(match.start()):
                yield match.end()

    def _inside(self, position: int) -> bool:
        i = bisect.bisect_right(self._starts, position) - 1
        return i >= 0 and self.top[i].start < position < self.top[i].end

    def _surfaces(self, types: frozenset[str]) -> dict[str, Ref]:
        """Surfaces of the document's entities of some types (two characters or more), with their Ref."""
        found: dict[str, Ref] = {}
        for m in self.scene.mentions:
            if m.type in types and m.end - m.start > 1:
                found.setdefault(self.clean[m.start : m.end], m.ref)
        return found

    def _name_sizes(self) -> dict[str, tuple[int, ...]]:
        """For the first two characters of the known names, the lengths that such names have, longest first."""
        sizes: dict[str, set[int]] = {}
        for surface in itertools.chain(self.places, self.actors, self.stems):
            sizes.setdefault(surface[:2], set()).add(len(surface))
        return {start: tuple(sorted(found, reverse=True)) for start, found in sizes.items()}

    def _stems(self) -> dict[str, Ref]:
        """Names of the document's industries without 产业, for looking into the names of parks."""
        found: dict[str, Ref] = {}
        for surface, ref in self._surfaces(frozenset({"Industry"})).items():
            stem = re.sub(r"(?:产业链|产业集群|产业|行业)$", "", surface)
            if len(stem) > 1:
                found.setdefault(stem, ref)
        for stem, ref in list(found.items()):  # 装备制造业: 装备制造产业园
            short = _TRADE.sub("", stem)
            if len(short) > 3 or (len(short) > 1 and stem.endswith("工业")):
                found.setdefault(short, ref)
        return found

    def _above(self) -> frozenset[str]:
        """The keys of the Regions that contain the document's own region or zone (云岭高新区: 云岭市)."""
        home = self.scene.home
        if home is None:
            return frozenset()
        if home.type == "Region":
            return frozenset(self.scene.parents.get(home.key, ()))
        near = [ref.key for _, _, ref in self.named(home.key, self.places) if ref.type == "Region"]
        return frozenset((*near, *(up for key in near for up in self.scene.parents.get(key, ()))))

    def _areas(self) -> frozenset[str]:
        """The keys of customary areas of several divisions: 长三角, 京津冀."""
        names = _area_names(self.lexicon)
        return frozenset(ref.key for surface, ref in self.places.items() if surface in names)

    def _full_names(self) -> dict[str, str]:
        """The longest name that the text has for each Region."""
        found: dict[str, str] = {}
        for surface, ref in self.places.items():
            if ref.type == "Region" and len(surface) > len(found.get(ref.key, "")):
                found[ref.key] = surface
        return found

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
        return self._full.get(place.key, "")

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
        if right.start < left.end or right.start - left.end > _WIDE:
            return False
        if _LINK.fullmatch(self.clean, left.end, right.start):
            return True
        if right.start == left.end + 1 and self.clean[left.end : right.start + 1] == "”“":
            return True
        return left.type == "Project" and _WORD_LINK.fullmatch(self.clean, left.end, right.start) is not None

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

    def this_place(self, clause: Clause) -> Mention | None:
        """What 该县 at the start of a clause or of its sentence means: the last such division before, not the home."""
        this = _THIS_PLACE.match(self.clean, clause.start) or _THIS_PLACE.match(
            self.clean, self.clauses[clause.first].start
        )
        if this is None:
            return None
        home = self.full_name(self.home) if self.home else ""
        if home.endswith(this[1]) and this[1] in "县区旗镇乡":
            return None  # 该镇 in a text of 新桥镇
        at = bisect.bisect_left(self._starts, this.start())
        for m in reversed(self.top[max(0, at - 2 * NEAR) : at]):
            if m.ref == self.home and m.key.endswith(this[1]):
                return None  # 该区 in a text of 云岭高新区
            if m.type == "Region" and m.key not in self.areas:
                name = self._full.get(m.key, self.clean[m.start : m.end])
                if name[-1] == this[1]:
                    return None if m.ref == self.home else m
        return None

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
        found, at, last = [], 0, len(name) - 1
        while at < last:
            for size in self._sizes.get(name[at : at + 2], ()):
                ref = table.get(name[at : at + size])
                if ref is not None and ref != without and at + size <= len(name) and size <= last:
                    found.append((at, name[at : at + size], ref))
                    at += size - 1
                    break
            at += 1
        return found

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
        if end - start > _LONG and shown:  # a table without stops: what stands around the names
            start = max(start, min(s.start for s in shown) - LEAD)
            end = min(end, max(s.end for s in shown) + LEAD)
        while start < end and self.clean[start] in "，；：。！？\n ":
            start += 1
        while end > start and self.clean[end - 1] in "，；：。！？\n ":
            end -= 1
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


@functools.lru_cache(maxsize=4)
def _area_names(lexicon: Lexicon) -> frozenset[str]:
    rows = lexicon.rows("customary_regions")
    return frozenset(n for row in rows if row["kind"] == "area" for n in (row["name"], *row["alias"].split(",")) if n)


@functools.lru_cache(maxsize=64)
def _pattern(lexicon: Lexicon, table: str) -> re.Pattern[str]:
    words = sorted(lexicon.words(table, "pattern"), key=lambda w: (-len(w), w))
    return re.compile("|".join(f"(?:{w})" for w in words))


def span(mention: Mention) -> Span:
    """The span of a mention."""
    return Span(mention.start, mention.end)


def _apart(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without the mentions that reach from one part of a list to its end, whose own name is a mention too: 甲、乙厂."""
    own: dict[tuple[int, Ref], int] = {}
    for m in mentions:
        own[m.start, m.ref] = min(own.get((m.start, m.ref), m.end), m.end)
    return tuple(m for m in mentions if m.end == own[m.start, m.ref])


def _nest(mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], dict[Mention, tuple[Mention, ...]]]:
    """The mentions that stand on their own, and for each of them those that lie inside."""
    top: list[Mention] = []
    inside: dict[Mention, list[Mention]] = {}
    # the place in the name of a part whose head word is left out (青山、白鹭2座水厂) has the span of the part
    for m in sorted(mentions, key=lambda m: (m.start, -m.end, m.type == "Region", m.type, m.key)):
        if top and m.start < top[-1].end:
            if m.type == "Region" or (m.start, m.end) != (top[-1].start, top[-1].end):
                inside.setdefault(top[-1], []).append(m)
        else:
            top.append(m)
    return tuple(top), {m: tuple(found) for m, found in inside.items()}
