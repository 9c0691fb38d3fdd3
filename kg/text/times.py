"""Expressions of time as intervals of years."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.ontology.lexicon import Lexicon
from kg.text.numbers import chinese_number
from kg.types import Sentence, Time

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
    words: dict[str, tuple[str, int, int]]
    periods: dict[str, tuple[int, int]]


def times(clean: str, sentences: Sequence[Sentence], years: Years, lexicon: Lexicon) -> tuple[Time, ...]:
    """All expressions of time of a clean text, in order. 全年, 上半年, 1-6月 take the year of their sentence."""
    starts = [sentence.start for sentence in sentences]

    def said(at: int) -> int | None:
        i = bisect_right(starts, at) - 1
        return sentences[i].year if i >= 0 else years.review

    return tuple(find_times(clean, 0, len(clean), years, said, lexicon))


def find_times(
    clean: str, start: int, end: int, years: Years, said: Callable[[int], int | None], lexicon: Lexicon
) -> Iterator[Time]:
    """The expressions of time between two positions; `said` gives the year that the text there speaks of."""
    grammar = _grammar(lexicon)
    for match in grammar.pattern.finditer(clean, start, end):
        span = _interval(match, grammar, years, said)
        if span is not None:
            yield Time(match.start(), match.end(), min(span), max(span))


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
        rf"|“(?P<plan>(?:{plans})(?=”(?:时期|期间|初期|中期|末|初|以来|规划|计划))|十[一二三四五六]?五)”"
        rf"(?:时期|期间|初期|中期|末期|末|初|以来|规划期)?"
        rf"|(?P<bare>(?<![一-龥])十[一二三四五六]?五)(?:时期|期间|末|规划)"
        rf"|自?(?P<since>{_YEAR})年以来"
        rf"|(?:近|最近|过去|今后|未来|前)(?P<span>[一二两三四五六七八九十]|\d{{1,2}})个?年(?:来|间|内)?"
        rf"|(?P<months>(?<![\d年])\d{{1,2}}(?:-|—|至)\d{{1,2}}月(?:份)?)"
        rf"|(?P<word>{named})"
    )
    return _Grammar(pattern, words, periods)


def _interval(
    match: re.Match[str], grammar: _Grammar, years: Years, said: Callable[[int], int | None]
) -> tuple[int, int] | None:
    if match["year"]:
        return int(match["year"]), int(match["year"])
    if match["from"]:
        return int(match["from"]), int(match["to"])
    if match["since"]:
        first, last = int(match["since"]), said(match.start())
        return (first, last) if last is not None and first <= last else (first, first)
    if match["plan"] or match["bare"]:
        return grammar.periods[match["plan"] or match["bare"]]
    if match["months"]:
        year = said(match.start())
        return None if year is None else (year, year)
    if match["word"]:
        return _word(match["word"], match.start(), grammar, years, said)
    return _span(match, years)


def _word(
    word: str, at: int, grammar: _Grammar, years: Years, said: Callable[[int], int | None]
) -> tuple[int, int] | None:
    base, first, last = grammar.words[word]
    year = {"now": years.now, "review": years.review, "plan": years.plan}.get(base) if base != "said" else said(at)
    return None if year is None else (year + first, year + last)


def _span(match: re.Match[str], years: Years) -> tuple[int, int] | None:
    text = match["span"]
    count = int(text) if text.isdigit() else int(chinese_number(text) or 0)
    if not 0 < count <= 50:
        return None
    if match[0][0] in "今未":
        year = years.plan or years.now
        return None if year is None else (year, year + count - 1)
    return None if years.review is None else (years.review - count + 1, years.review)
