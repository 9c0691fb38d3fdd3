"""The parts before a name that leave out its head word: 甲、乙污水处理厂; 甲、乙等公园; 甲、乙、丙三大片区.

The list is read from the text around a mention, leftward from join to join as long as what stands there is a short
name without a head word of its own. Where a count says how many there are, all of them must be found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kg.conjunctions import joins
from kg.resolve.heads import whole
from kg.types import Mention, Span, Text

LONGEST = 8  # characters of a part without its head word
MOST = 12  # parts of a list
JOINS = ("、", "和", "与", "及")
OTHER_TYPES = frozenset({"Industry", "Program", "Slogan", "Honor", "Event", "Enterprise"})  # of no place or building
_NAMING_TYPES = frozenset({"Region", "Project", "Zone", "Organization"})
_NEAR = 24
_RUN = re.compile(r"[一-龥A-Za-z0-9—]+\Z")
_AND = re.compile("[和与及]")
# what ends a name on its left: verbs, prepositions, particles, adverbs, pronouns, numerals
_ENDS = frozenset("vpcudryemq")
_PROPER = ("ns", "nr", "nz", "nt", "j", "eng")
_PLACE = re.compile(r".+(?:[镇乡村屯堡寨庄店湾坪坝塘湖江河溪山岭岗坡洲沟口桥门关]|街道)$")
# 镇里与白鹭园区, 深化与白鹭医院合作: whose text it is, what is done with the next
_OWN = re.compile("(?:[省市县区州旗镇乡村园]|园区|新区)[里内]|深化|加强|强化|携手|密切|联合|推进|开展|依托")
_NATURE = re.compile("(?:[河江湖海山峡洞]|湿地|湾)$")  # 龙潭湖、柳溪公园: the lake is no park
_PASSED = re.compile(r"(?:连接|途经|途径|经过|贯通|串联|联通|沟通|辐射|覆盖|涉及|对|与|同)$")


class Parts(NamedTuple):
    """The parts of one list: the spans of their own names, the last of which is that before the head word.

    `apart` tells that something stands between them: a count, 等.
    """

    names: tuple[Span, ...]
    end: int
    head: str
    apart: bool


class Reader:
    """Looks leftward from a head word for the parts that share it."""

    def __init__(self, text: Text, mentions: Sequence[Mention]) -> None:
        self.clean = text.clean
        self.tokens = text.tokens
        self.starts = [t.start for t in text.tokens]
        self.by_end: dict[int, list[Mention]] = {}
        self.firms: dict[int, int] = {}  # where a company's name begins: where it ends
        for m in mentions:
            self.by_end.setdefault(m.end, []).append(m)
            if m.type == "Enterprise":
                self.firms[m.start] = max(m.end, self.firms.get(m.start, 0))

    def is_region(self, part: Span) -> bool:
        """Whether a part is the name of a place."""
        return any(m.type == "Region" and m.start == part.start for m in self.by_end.get(part.end, ()))

    def before(self, at: int, most: int, last: str) -> tuple[Span, ...]:
        """The spans of at most so many parts whose joins end before a position, where the name `last` stands."""
        found: list[Span] = []
        while len(found) < most and at > 1 and self.clean[at - 1] in JOINS:
            end = at - 2 if self.clean.endswith("以及", 0, at) else at - 1
            run = self.run(end)
            if run is None:
                break
            start = self.joined(run.start(), end)
            name = self.name(start, end, last)
            if name is None:
                break
            found.append(Span(name, end))
            at = name
            if name != start or self.clean[start - 1 : start] not in JOINS:
                break
        if found and _PASSED.search(self.clean, max(0, at - 3), at):
            return ()
        return tuple(reversed(found))

    def run(self, end: int) -> re.Match[str] | None:
        """The characters of names and words that end at a position, as far as a name may reach."""
        return _RUN.search(self.clean, max(0, end - _NEAR), end)

    def joined(self, start: int, end: int) -> int:
        """Where the last part of a run begins that may be joined by 和: 青山和|龙潭."""
        for join in reversed(list(_AND.finditer(self.clean, start + 2, end - 1))):
            if joins(self.clean, join.start()):
                return join.end()
        return start

    def name(self, start: int, end: int, last: str) -> int | None:
        """Where the part begins that ends at a position, None where no name does."""
        known = [m for m in self.by_end.get(end, ()) if m.start >= start and end - m.start <= LONGEST + 8]
        if any(m.type in OTHER_TYPES and not self._trade_of_place(start, m) for m in known):
            return None
        begin = min((m.start for m in known if m.type in _NAMING_TYPES), default=None)
        if begin is None:
            begin = start if any(m.type == "Industry" for m in known) else self.by_words(start, end)
        name = self.clean[begin:end]
        if begin < self.firms.get(begin, begin) < end:
            return None  # 明澈药业原料药、新桥镇田园综合体: a firm's work, which needs no head word
        if not 2 <= len(name) <= LONGEST + (8 if "至" in name else 4) or whole(name) or _OWN.fullmatch(name):
            return None
        if any(m.type in ("Region", "Zone") for m in known):
            return begin
        nature = None if "至" in name else _NATURE.search(name)
        if nature and last and not last.endswith(nature[0]):
            return None
        return begin if self._proper(begin, end) or _alike(name, last) else None

    def _trade_of_place(self, start: int, m: Mention) -> bool:
        """Whether a trade stands behind a place: 宁州|新能源汽车、临江集成电路两大产业基地."""
        return m.type == "Industry" and any(
            r.type == "Region" and r.start == start for r in self.by_end.get(m.start, ())
        )

    def by_words(self, start: int, end: int) -> int:
        """Leftward over the words that a name may hold; 至 joins the two ends of a road."""
        begin = end
        for i in range(bisect_left(self.starts, end) - 1, -1, -1):
            token = self.tokens[i]
            if token.start < start or token.end > end:
                break
            closed = token.pos[:1] in _ENDS and token.word not in ("至", "千伏") and not token.word.isdigit()
            if closed or token.word in ("好", "了", "并"):
                break
            begin = token.start
        return begin

    def _proper(self, begin: int, end: int) -> bool:
        """Whether a part looks like a proper name: a place or person by its words, or one that no word list has."""
        inside = self.tokens[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]
        if any(t.pos.startswith(_PROPER) for t in inside) or _PLACE.match(self.clean[begin:end]):
            return True
        return sum(len(t.word) == 1 and "一" <= t.word <= "龥" for t in inside) >= 2


def _alike(name: str, last: str) -> bool:
    """Whether two short names are formed alike: 城东, 城西; 东环, 北环."""
    return len(name) == len(last) <= 3 and any(a == b for a, b in zip(name, last, strict=True))
