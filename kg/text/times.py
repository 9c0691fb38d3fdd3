"""Expressions of time as intervals of years."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.numerals import chinese_number
from kg.ontology.lexicon import Lexicon
from kg.scan import scan
from kg.text.past import is_past
from kg.types import Sentence, Time

NAMED_YEAR = re.compile(r"((?:19|20)\d\d)年")
_SPANS = ("最近", "过去", "今后", "未来")  # 近 and these: so many years
_YEAR = r"(?:19[4-9]\d|20[0-9]\d)"


class Years(NamedTuple):
    """The years that relative expressions count from; any may be unknown.

    `now` is the year in which the text is given, `review` the year it reports on, `plan` the year planned for.
    """

    now: int | None
    review: int | None
    plan: int | None


class _Grammar(NamedTuple):
    pattern: re.Pattern[str]
    openers: re.Pattern[str]
    words: dict[str, tuple[str, int, int]]
    periods: dict[str, tuple[int, int]]


class Expression(NamedTuple):
    """An expression of time before it is known what its words count from.

    With `base` None `first` and `last` are years; else they are added to the year that the base names: now, review or
    plan (see `Years`), said (the year that the sentence speaks of) or since (from `first` to the year said).
    """

    start: int
    end: int
    base: str | None
    first: int
    last: int

    def interval(self, years: Years, said: int | None) -> tuple[int, int] | None:
        """First and last year, None where the base is unknown."""
        if self.base is None:
            return min(self.first, self.last), max(self.first, self.last)
        if self.base == "since":
            return self.first, max(self.first, said or self.first)
        year = {"now": years.now, "review": years.review, "plan": years.plan or years.now, "said": said}[self.base]
        return None if year is None else (year + self.first, year + self.last)


def expressions(clean: str, lexicon: Lexicon) -> list[Expression]:
    """All expressions of time of a clean text, in order; the dates on which something was founded are left out."""
    grammar = _grammar(lexicon)
    return [
        found
        for match in scan(grammar.pattern, grammar.openers, clean)
        if (found := _expression(match, grammar)) is not None and not is_past(clean, found.start, found.end)
    ]


def times(
    found: Sequence[Expression], sentences: Sequence[Sentence], years: Years, default: int | None
) -> tuple[Time, ...]:
    """Expressions as intervals of years; 全年, 上半年, 1-6月 take the year of their sentence."""
    out: list[Time] = []
    i = 0
    for one in found:
        while i < len(sentences) and sentences[i].end <= one.start:
            i += 1
        inside = i < len(sentences) and sentences[i].start <= one.start
        span = one.interval(years, sentences[i].year if inside else default)
        if one.base == "said" and out and out[-1].end == one.start and out[-1].first == out[-1].last:
            span = out[-1].first, out[-1].last  # 去年签约38个，今年|上半年开工14个
        if span is not None:
            out.append(Time(one.start, one.end, *span))
    return tuple(out)


# “十五五”|开局之年, “十四五”|规划收官之年: one of the five
_ONE_OF_FIVE = re.compile(r"(?:规划)?的?(?:(?P<opens>开局|起步|开局起步|伊始)|收官|圆满收官|最后)(?:之年|[一首]年|年)")


@functools.lru_cache(maxsize=4)
def _grammar(lexicon: Lexicon) -> _Grammar:
    words = {row["name"]: (row["base"], int(row["first"]), int(row["last"])) for row in lexicon.rows("time_word")}
    periods = {row["name"]: (int(row["first"]), int(row["last"])) for row in lexicon.rows("period")}
    plans = "|".join(sorted(periods, key=lambda name: (-len(name), name)))
    named = "|".join(re.escape(name) for name in sorted(words, key=lambda name: (-len(name), name)))
    pattern = re.compile(
        rf"(?P<from>{_YEAR})年?(?:-|—|~|～|至|到)(?P<to>{_YEAR})年?(?![\d.])(?:期间|底前|底)?"
        rf"|(?<![\d.])(?P<year>{_YEAR})年(?!以来)(?:度|\d{{1,2}}月(?:\d{{1,2}}日|底|份)?|中期|底前|底|末|初|上半年|下半年"
        rf"|第?[一二三四]季度|前三季度|春|秋)?"
        # “七五”普法 is no five-year plan; the ten plans before 2001 need the word 时期 or the like.
        rf"|[“‘](?P<plan>(?:{plans})(?=[”’](?:时期|期间|初期|中期|末|初|以来|规划|计划))|十[一二三四五六]?五)[”’]"
        rf"(?:时期|期间|初期|中期|末期|末|初|以来|规划期)?"
        rf"|(?P<bare>(?<![一-龥])十[一二三四五六]?五)(?:时期|期间|末|规划)"
        rf"|自?(?P<since>{_YEAR})年以来"
        rf"|(?:近|{'|'.join(_SPANS)})(?P<span>[一二两三四五六七八九十]|\d{{1,2}})个?年(?:来|间|内)?"
        rf"|(?P<months>(?<![\d年])\d{{1,2}}(?:-|—|至)\d{{1,2}}月(?:份)?)"
        # Not 目前年均, 以上年限, 文明年, 三年内; but 项目去年.
        rf"|(?!(?<=目)前)(?<![以提之文基向\d一二两三四五六七八九十])(?P<word>{named})(?![均代限])"
    )
    return _Grammar(pattern, _openers([*words, *_SPANS]), words, periods)


def _openers(words: Sequence[str]) -> re.Pattern[str]:
    """The characters with which an expression may open, judged by the one behind: a year, months, a plan, a word."""
    first, second = ("".join(sorted({word[i] for word in words})) for i in (0, 1))
    return re.compile(
        rf"[\d“‘十自近{first}](?:(?<=\d)(?=\d{{3}}|\d?[\-—至]\d)|(?<=[“‘十自近])(?=[\d一二两三四五六七八九十])|(?=[{second}]))"
    )


def _expression(match: re.Match[str], grammar: _Grammar) -> Expression | None:
    start, end = match.span()
    if match["year"]:
        return Expression(start, end, None, int(match["year"]), int(match["year"]))
    if match["from"]:
        return Expression(start, end, None, int(match["from"]), int(match["to"]))
    if match["since"]:
        return Expression(start, end, "since", int(match["since"]), 0)
    if match["plan"] or match["bare"]:
        first, last = grammar.periods[match["plan"] or match["bare"]]
        one = _ONE_OF_FIVE.match(match.string, end)
        if one is not None:
            first = last = first if one["opens"] else last
        return Expression(start, end, None, first, last)
    if match["months"]:
        return Expression(start, end, "said", 0, 0)
    if match["word"]:
        base, first, last = grammar.words[match["word"]]
        return Expression(start, end, base, first, last)
    count = int(match["span"]) if match["span"].isdigit() else int(chinese_number(match["span"]) or 0)
    if not 0 < count <= 50:
        return None
    if match[0][0] in "今未":
        return Expression(start, end, "plan", 0, count - 1)
    return Expression(start, end, "review", 1 - count, 0)
