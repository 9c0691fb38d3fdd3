"""Where a phrase begins whose head word is known: behind a verb of carrying out, a function word or punctuation."""

from __future__ import annotations

import operator
import re
from bisect import bisect_right

from kg.extract.phrases import CLOSERS, edge_words
from kg.ontology.lexicon import Lexicon
from kg.types import Text, Token

# parts of speech that cannot stand inside a name: prepositions, conjunctions, particles, pronouns, adverbs and the like
_CLOSED = frozenset("pcurydeo")
_START = operator.attrgetter("start")
_EDGE_ENDS = (
    "开展", "推进", "实施", "启动", "落实", "深化", "组织", "完成", "加强", "加快",
    "推动", "促进", "参与", "制定", "编制",
)  # fmt: skip
_WORKS = ("行动", "工程", "计划", "改革", "活动", "战", "整治", "制", "制度", "任务", "工作")
_JOINERS = ("和", "与", "及", "暨")
# verbs that are part of a name when a noun or adjective stands before them: 绿色|发展|排头兵
_HOMELY = frozenset({
    "发展", "建设", "创新", "服务", "提升", "培育", "保护", "学习", "整合", "引进",
    "应用", "推广", "转型", "促进", "优化", "优化提升", "壮大", "整治", "振兴", "增强",
    "攻坚", "利用", "对接",
})  # fmt: skip
_HOMELY_RUN = 4  # such verbs in a row, at most
_NO_NAME = re.compile(r"[，。；：\n]|(?<=（)[\d一二三四五六七八九十]+$")
_STRESS = frozenset(["重点", "重大", "大力", "全力", "优先"])
# verbs that open a name when a verb of carrying out stands before them: 实施|优化营商环境行动
_NAMING = frozenset({
    "优化", "加大", "增强", "巩固", "对接", "打击", "支持", "促进", "创新", "扩大",
    "服务", "打造", "提升", "建设", "防范", "处置", "联系", "整治", "清理", "保护",
})  # fmt: skip
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
            opener = CLOSERS.get(word)
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
