"""Where a name begins: tokens by position, the words that end a name on its left, places and coined words in it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

import daachorse
import rjieba

from kg.ontology.divisions import COUNTY
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import FOLDER, Lexicon, load_lexicon
from kg.types import Span, Text, Token

# Tags of jieba that cannot stand inside a name: prepositions, conjunctions, particles, pronouns, adverbs, numerals,
# interjections, times and measure words.
CLOSED = frozenset("pcuyrdteomq")
_QUOTES = re.compile('[“”‘’"「」『』《》 \n]')
MARKS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
# Levels and praise that stand before a name without being part of it.
PREFIX = re.compile(
    r"(?:[由与在对把被好]|开发(?!区)|选址|以(?!色列)|即(?!墨)|原(?![平州阳])|现属|国家级|省级|市级|县级|区级|全国|全省|全市|全县|全区|首批|首个|首家|首条|国内|世界|知名|著名|大型|新型|特色|"
    r"我省|我市|我县|我区|一批|重点|重大|精品|(?:\d+|[一二三四五六七八九十]+)大)+"
)


@functools.cache
def words(table: str, folder: Path, *kinds: str, column: str = "name") -> frozenset[str]:
    """One column of a lexicon table; with `kinds`, only the rows that carry one of them."""
    rows = load_lexicon(folder).rows(table)
    return frozenset(row[column] for row in rows if row[column] and (not kinds or row["kind"] in kinds))


@functools.cache
def endings(table: str, folder: Path, *kinds: str) -> tuple[str, ...]:
    """The words of `words`, for `str.endswith`."""
    return tuple(sorted(words(table, folder, *kinds)))


@functools.cache
def generic(folder: Path, *types: str) -> frozenset[str]:
    """The words that name no single thing of some types (重点项目, 龙头企业)."""
    return frozenset(row["name"] for row in load_lexicon(folder).rows("generic_words") if row["type"] in types)


class Finder:
    """All leftmost-longest occurrences of a table's words, by one automaton."""

    def __init__(self, names: Iterable[str]) -> None:
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            sorted(set(names)), match_kind=daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def spans(self, text: str) -> Iterator[Span]:
        """The half-open spans of the words in the text, from left to right."""
        for start, end, _ in self._automaton.find(text):
            yield Span(start, end)


@functools.cache
def finder(table: str, folder: Path, *kinds: str) -> Finder:
    """The automaton over the words of `words`."""
    return Finder(words(table, folder, *kinds))


_MEASURES = frozenset("个项批座家处条户名类种次期届所间辆台套万亩吨元里米克斤顷级年月日")

# Characters that stand alone beside a word without coining a name.
_JOINS = frozenset("及等和与至的或")
_PLAIN = frozenset(
    "新老大小各市县省区州镇乡村总子分等高中低多全主副东南西北上下内外前后左右和与及的之第级类型性化一二两三四五六七八九十百千万亿旧原本该"
)


@functools.lru_cache(maxsize=65536)
def coined(name: str) -> int:
    """How many characters at the start of a name are a coined word (星沅电子材料 → 2), 0 when there is none.

    The dictionary alone cuts the name; what it lacks falls into single characters, and two of them side by side are a
    word that somebody made up: a brand or the name of a place too small for the dictionary.
    """
    at = 0
    made = 0
    for piece in rjieba.cut(name, False):
        if len(piece) == 1 and "一" <= piece <= "鿿" and piece not in _JOINS:
            made += piece not in _PLAIN
        elif made == 1 and at == 1 and len(piece) == 2 and len(name) > 4:
            made += 1
        else:
            break
        at += len(piece)
    return at if made >= 2 else 0


def is_place(word: str) -> bool:
    """Whether a word is the full or short name of a division of China."""
    gazetteer = load_gazetteer()
    return word in gazetteer.full or word in gazetteer.short


@functools.lru_cache(maxsize=4096)
def is_division(word: str) -> bool:
    """Whether a word is the name of a county or something larger, whatever jieba takes it for (保定 as a verb)."""
    codes = load_gazetteer().find(word)
    return len(word) > 1 and word not in words("name_words", FOLDER, "county") and any(len(c) == COUNTY for c in codes)


@functools.lru_cache(maxsize=8192)
def place_after(name: str) -> int:
    """How many characters at the start of a name are a place of China, at most six: 长沙星沅材料 → 2."""
    return next((n for n in range(min(6, len(name) - 2), 1, -1) if is_place(name[:n])), 0)


def place_before(clean: str, end: int) -> int:
    """Where the run of full place names begins that ends at a position (湖南省青山县|财政局), or that position."""
    names = load_gazetteer().full
    start = end
    while True:
        size = next((n for n in range(min(10, start), 1, -1) if clean[start - n : start] in names), 0)
        if not size:
            return start
        start -= size


class Words:
    """The tokens of a text by position."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.clean = text.clean
        self.tokens = text.tokens
        self.starts = [token.start for token in text.tokens]
        self.stop = words("name_boundaries", lexicon.folder)
        self.folder = lexicon.folder
        self._verbs = self.at_home()
        self._trades = words("name_words", self.folder, "trade")
        self._makers = words("name_words", self.folder, "maker")
        self._handlers = words("name_words", self.folder, "handler")
        self._content = words("name_words", self.folder, "content")

    def at_home(self, *kinds: str) -> frozenset[str]:
        """The verbs that are part of names, and what else is so in the names of some kinds (zone, body, bureau)."""
        return words("name_words", self.folder, "verb", *kinds)

    def index(self, at: int) -> int:
        """The number of the token that holds a position."""
        return bisect_right(self.starts, at) - 1

    def within(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in a span."""
        return self.tokens[bisect_right(self.starts, start - 1) : bisect_right(self.starts, end - 1)]

    def begin(self, at: int, limit: int = 24, codes: bool = False, company: bool = False) -> int:
        """Where the name begins whose head starts at `at`.

        Goes left token by token up to a boundary word, a closed-class word or punctuation; a bracket or a quotation is
        taken whole. `codes` lets numbers be part of the name (401号泊位), `company` the trades that stand before a
        company's suffix (建设集团).
        """
        floor = max(0, at - limit)
        start = at
        i = self.index(at - 1) if at else -1
        while i >= 0:
            token = self.tokens[i]
            if token.start < floor:
                break
            if token.start >= start:
                i -= 1
                continue
            word = token.word if token.end <= at else self.clean[token.start : at]
            opening = {"”": "“", "）": "（", "》": "《"}.get(word)
            if opening:
                left = self.clean.rfind(opening, floor, token.start)
                if left < 0 or re.search("[，。；：]", self.clean[left : token.start]):
                    break
                start = left
                i = self.index(left) - 1
                continue
            if company and word in self._trades and token.end == start and i and self.tokens[i - 1].pos[:1] in "njv":
                start = token.start
                i -= 1
                continue
            joined = word == "联合" and i > 0 and self.tokens[i - 1].pos == "ns"
            if word in self._makers or (codes and (word == "及" or word in self._handlers or joined)):
                start = token.start
                i -= 1
                continue
            if word in self.stop or not self._inside(token, word, codes):
                break
            start = token.start
            i -= 1
        return start

    def acting(self, start: int, end: int, tags: str = "v") -> list[Token]:
        """The words of two or more characters in a span that are verbs (or have other tags) or end a name."""
        inside = self.within(start, end)
        return [t for t in inside if len(t.word) > 1 and (t.pos[:1] in tags or t.word in self.stop)]

    def _counted(self, token: Token) -> bool:
        """Whether a number or the like stands right before a measure word (or it is one that stands alone: 个, 项)."""
        i = self.index(token.start - 1) if token.start else -1
        before = self.tokens[i] if i >= 0 else None
        return token.word[-1] in _MEASURES or (
            before is not None and before.pos[:1] in "mrqx" and before.word.isalnum()
        )

    def _inside(self, token: Token, word: str, codes: bool) -> bool:
        if word.strip("—") == "" and not codes:  # 中国—东盟, but not 甲——乙区
            return self.clean[max(0, token.start - 2) : token.start] == "中国"
        if word in "·—－-&+#":
            return True
        if word == " ":
            return codes
        if word in MARKS:
            return False
        if token.pos == "eng":
            return True
        if word in self._content or (token.pos[:1] in "vdqtpr" and is_division(word)):
            return True
        if token.pos == "v" and not codes and word not in self._verbs:
            return False
        if token.pos == "x" and not word.isalnum():
            return False
        if (
            token.pos[:1] == "m"
            and (codes or len(word) > 1)
            and word[:1] not in "0123456789一二两三四五六七八九十百千万亿多数几"
        ):
            return True
        if token.pos[:1] in "mq" and codes:
            return True
        if token.pos == "q" and not self._counted(token):
            return True  # 推进|株|醴新城, 天元|软件园: no number stands before what jieba takes for a measure word
        return token.pos[:1] not in CLOSED or len(word) > 2


def strip_prefix(clean: str, start: int, end: int) -> int:
    """The start of a name without levels and praise before it (国家级高新区 → 高新区)."""
    found = PREFIX.match(clean, start, end)
    return found.end() if found and end - found.end() >= 2 else start


def key_of(surface: str) -> str:
    """The name without quote marks and blanks."""
    return _QUOTES.sub("", surface)
