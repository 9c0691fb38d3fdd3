"""What the layers for programmes, slogans, honours, events and industries share.

Word lists are matched on the text without quote marks, so that “放管服”改革 and 放管服改革 are one; a name whose
head word is known begins where a verb of carrying out, a function word or punctuation ends.
"""

from __future__ import annotations

import functools
import operator
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import daachorse

from kg.extract.confidence import CONFIDENCE
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.types import Mention, Text, Token

MARKS = "“”‘’"
_QUOTES = re.compile(r"[“”‘’《》\s]")
_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
# parts of speech that cannot stand inside a name: prepositions, conjunctions, particles, pronouns, adverbs and the like
_CLOSED = frozenset("pcurydeo")


class Bare(NamedTuple):
    """A text without quote marks; `at[i]` is the position in the text of bare character i."""

    text: str
    at: Sequence[int]


class Form(NamedTuple):
    """An occurrence of a form of a word list: span, canonical name, kind, whether quote marks stand right around it."""

    start: int
    end: int
    name: str
    kind: str
    quoted: bool


class Quotation(NamedTuple):
    """The inside of a pair of quote marks."""

    start: int
    end: int


@functools.lru_cache(maxsize=8)
def bare(clean: str) -> Bare:
    """The text without quote marks and the way back."""
    at = [i for i, c in enumerate(clean) if c not in MARKS]
    return Bare("".join([clean[i] for i in at]), at)


@functools.lru_cache(maxsize=32)
def occurrences(clean: str, table: str, folder: Path) -> tuple[Form, ...]:
    """The forms of a table in a text; asked for by several layers, found once."""
    return tuple(forms(table, folder).find(clean))


@functools.lru_cache(maxsize=8)
def _known(clean: str, folder: Path) -> tuple[list[int], list[int]]:
    spans = sorted((f.start, f.end) for table in ("programs", "slogans") for f in occurrences(clean, table, folder))
    return [a for a, _ in spans], [z for _, z in spans]


def is_known(clean: str, start: int, end: int, folder: Path) -> bool:
    """Whether a programme or slogan of the word lists covers a span."""
    starts, ends = _known(clean, folder)
    i = bisect_right(starts, start) - 1
    return any(ends[j] >= end for j in range(max(0, i - 1), i + 1))


def unquote(surface: str) -> str:
    """A surface as a key: without quote marks, title marks and blanks."""
    return _QUOTES.sub("", surface)


def balance(clean: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span by the quote or title mark whose partner it holds: 放管服”改革 → “放管服”改革."""
    for opener, closer in _PAIRS.items():
        inside = clean[start:end]
        opened, closed = inside.count(opener), inside.count(closer)
        if closed > opened and start and clean[start - 1] == opener:
            start -= 1
        elif opened > closed and clean[end : end + 1] == closer:
            end += 1
    return start, end


class Forms:
    """The names of one word list with all their forms, found in one pass."""

    def __init__(self, rows: Iterable[tuple[str, str, bool, str]]) -> None:
        """`rows`: (form, name, only in quote marks, kind); the first of two rows with one form wins."""
        self._of: dict[str, tuple[str, bool, str]] = {}
        for form, name, quoted, kind in rows:
            self._of.setdefault(form, (name, quoted, kind))
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            sorted(self._of), match_kind=daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def __len__(self) -> int:
        return len(self._of)

    def find(self, clean: str) -> Iterator[Form]:
        """Leftmost-longest occurrences in the text, quote marks passed over."""
        text, at = bare(clean)
        for start, end, _ in self._automaton.find(text):
            name, only_quoted, kind = self._of[text[start:end]]
            a, z = at[start], at[end - 1] + 1
            quoted = a > 0 and clean[a - 1] in "“‘《" and clean[z : z + 1] in ("”", "’", "》")
            if only_quoted and not quoted:
                continue
            a, z = balance(clean, a, z)
            yield Form(a, z, name, kind, quoted)


@functools.cache
def forms(table: str, folder: Path) -> Forms:
    """The automaton over a table with the columns name, alias, quoted and kind."""
    rows = load_lexicon(folder).rows(table)
    # a name that is also among the quoted forms counts only in quote marks
    listed: list[tuple[str, str, bool, str]] = []
    for row in rows:
        quoted = row["quoted"].split("|") if row["quoted"] else []
        if row["name"] not in quoted:
            listed.append((row["name"], row["name"], False, row["kind"]))
        listed += [(form, row["name"], False, row["kind"]) for form in row["alias"].split("|") if form]
        listed += [(form, row["name"], True, row["kind"]) for form in quoted]
    # a bare form beats a quoted one wherever it stands
    return Forms(sorted(listed, key=lambda item: item[2]))


@functools.cache
def heads(folder: Path, type_: str, use: str) -> tuple[str, ...]:
    """Head words of a type from phrase_heads, longest first; `use` is quoted (behind a quotation) or open."""
    found = {
        row["head"]
        for row in load_lexicon(folder).rows("phrase_heads")
        if row["type"] == type_ and use in row["use"].split("|")
    }
    return tuple(sorted(found, key=lambda head: (-len(head), head)))


@functools.cache
def heads_pattern(folder: Path, type_: str, use: str) -> re.Pattern[str]:
    """The head words of a type as one pattern."""
    return re.compile("|".join(map(re.escape, heads(folder, type_, use))))


@functools.cache
def edge_words(folder: Path) -> frozenset[str]:
    """The words that end a name on its left (开展, 推进, 全面)."""
    return frozenset(load_lexicon(folder).words("phrase_edges"))


@functools.cache
def generic_names(folder: Path) -> frozenset[str]:
    """Names that say nothing: 专项行动, 各项改革."""
    return frozenset(load_lexicon(folder).words("phrase_generic"))


_START = operator.attrgetter("start")
_EDGE_ENDS = (
    "开展",
    "推进",
    "实施",
    "启动",
    "落实",
    "深化",
    "组织",
    "完成",
    "加强",
    "加快",
    "推动",
    "促进",
    "参与",
    "制定",
    "编制",
)
_WORKS = ("行动", "工程", "计划", "改革", "活动", "战", "整治", "制", "制度", "任务", "工作")
_JOINERS = ("和", "与", "及", "暨")
# verbs that are part of a name when a noun or adjective stands before them: 绿色|发展|排头兵
_HOMELY = frozenset(
    (
        *("发展", "建设", "创新", "服务", "提升", "培育", "保护", "学习", "整合", "引进", "应用", "推广", "转型"),
        *("促进", "优化", "优化提升", "壮大", "整治", "振兴", "增强", "攻坚", "利用", "对接"),
    )
)
_HOMELY_RUN = 4  # such verbs in a row, at most
_NO_NAME = re.compile(r"[，。；：\n]|(?<=（)[\d一二三四五六七八九十]+$")
_STRESS = frozenset(["重点", "重大", "大力", "全力", "优先"])
# verbs that open a name when a verb of carrying out stands before them: 实施|优化营商环境行动
_NAMING = frozenset(
    [
        "优化",
        "加大",
        "增强",
        "巩固",
        "对接",
        "打击",
        "支持",
        "促进",
        "创新",
        "扩大",
        "服务",
        "打造",
        "提升",
        "建设",
        "防范",
        "处置",
        "联系",
        "整治",
        "清理",
        "保护",
    ]
)
_SKIP = re.compile(
    r"(?:[由与在对以即把被为向将按及和是有的地]|全市|全县|全区|全省|全镇|全乡|我市|我县|我区|本市|各项|各类|一系列|一批|系列|等)+"
)


class Tokens:
    """The tokens of a text by position, and where a name begins."""

    def __init__(self, text: Text, lexicon: Lexicon) -> None:
        self.clean = text.clean
        self.tokens: tuple[Token, ...] = text.tokens
        self._edges = edge_words(lexicon.folder)

    def index(self, at: int) -> int:
        """The number of the token that holds a position."""
        return bisect_right(self.tokens, at, key=_START) - 1

    def aligned(self, start: int, end: int) -> bool:
        """Whether a span begins and ends where words do."""
        i = self.index(start)
        j = self.index(end - 1)
        return i >= 0 and self.tokens[i].start == start and self.tokens[j].end == end

    def before(self, at: int) -> Token | None:
        """The token that ends at a position."""
        i = self.index(at - 1) if at else -1
        return self.tokens[i] if i >= 0 and self.tokens[i].end == at else None

    def begin(self, at: int, limit: int = 20, joins: bool = False) -> int:
        """Where the name begins whose head starts at `at`: 深入开展|秋冬攻坚 行动."""
        floor = max(0, at - limit)
        start = at
        i = self.index(at - 1) if at else -1
        while i >= 0:
            token = self.tokens[i]
            if token.start >= start:
                i -= 1
                continue
            word = self.clean[token.start : min(token.end, at)]
            if token.start < floor:
                break
            opener = _CLOSERS.get(word)
            if opener:
                left = self.clean.rfind(opener, floor, token.start)
                if left < 0 or _NO_NAME.search(self.clean, left + 1, token.start):
                    break
                start = left
                i = self.index(left) - 1
                continue
            if word in _JOINERS and joins:
                ahead = self.clean[max(0, token.start - 6) : token.start]
                if ahead.endswith(_WORKS) or not ahead[-1:].isalpha():
                    break
            elif (word in _HOMELY and i and self._at_home(i - 1)) or self._quality(token):
                pass
            elif self._outside(token, word):
                if word in _NAMING and i and self._carries(self.tokens[i - 1]):
                    start = token.start
                break
            start = token.start
            i -= 1
        skipped = _SKIP.match(self.clean, start, at)
        if skipped and len(skipped[0]) > 1:
            start = skipped.end()
        # what a list or a count left behind: 和|质量提升工程, 个|示范区
        return start + 1 if start < at and self.clean[start] in "和与及暨个项余多" and self._alone(start) else start

    def _alone(self, at: int) -> bool:
        token = self.tokens[self.index(at)]
        return token.start == at and token.end == at + 1

    def _quality(self, token: Token) -> bool:
        """高质量|发展 within a name: 高质量发展示范区."""
        return token.word == "高质量" and self.clean.startswith("发展", token.end)

    def _at_home(self, i: int) -> bool:
        """Whether a homely verb behind token `i` is part of a name; other such verbs may stand between (建设|发展)."""
        last = max(0, i - _HOMELY_RUN)
        while i > last and self.tokens[i].word in _HOMELY:
            i -= 1
        token = self.tokens[i]
        if self._quality(token):
            return True
        return token.pos[:1] in "najbz" and token.word not in self._edges and token.word not in _STRESS

    def _carries(self, token: Token) -> bool:
        return token.word.endswith(_EDGE_ENDS) and token.word not in ("加强", "加快")

    def _outside(self, token: Token, word: str) -> bool:
        if word in self._edges or (len(word) > 2 and word.endswith(_EDGE_ENDS)):
            return True
        if token.pos == "x" or not (word[0].isalnum() or word in "+·—-"):
            return word not in ("+", "·", "—", "-", "&") and not word.isalnum()
        if word[0] in "（）、，。；：！？\n《》“”‘’":
            return True
        if word.isdigit():
            return len(word) != 4 and self.clean[token.end : token.end + 1] not in ("周", "届")
        return token.pos[:1] in _CLOSED and len(word) <= 2


def token_at(text: Text, start: int) -> Token | None:
    """The token that begins at a position."""
    i = bisect_right(text.tokens, start, key=_START) - 1
    return text.tokens[i] if i >= 0 and text.tokens[i].start == start else None


_QUOTATION = re.compile(r"“([^“”\n]{1,60})”|‘([^‘’“”\n]{1,30})’")


def quotations(clean: str) -> Iterator[Quotation]:
    """The insides of quote marks, in order."""
    for found in _QUOTATION.finditer(clean):
        yield Quotation(found.start() + 1, found.end() - 1)


def mention(text: Text, span: tuple[int, int], type_: str, rule: str) -> Mention:
    """A mention whose key is its own surface."""
    start, end = balance(text.clean, *span)
    return Mention(start, end, type_, unquote(text.clean[start:end]), rule, CONFIDENCE[rule])
