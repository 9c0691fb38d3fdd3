"""The short cuts through a text find what the plain way finds, whatever patterns are said to open with or hold."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

import pytest

from kg.extract import (
    areas,
    body_shapes,
    enterprises,
    events,
    honors,
    industry_lists,
    numbered,
    organizations,
    program_shapes,
    programs,
    slogan_shapes,
    slogans,
    zones,
)
from kg.ontology.lexicon import load_lexicon
from kg.resolve import counted, phases
from kg.scan import scan, scan_behind, scan_stretches
from kg.text import enumerations, headings, normalise, times
from kg.train.marked import read_marked
from tests.tools import ROOT

Way = Callable[[re.Pattern[str], re.Pattern[str], str], Iterator[re.Match[str]]]

TIMES = times._grammar(load_lexicon())


def sentence_wise(pattern: re.Pattern[str], mark: re.Pattern[str], clean: str) -> Iterator[re.Match[str]]:
    """`scan_stretches` through whole sentences."""
    return scan_stretches(pattern, mark, clean, "。\n")


CASES: dict[str, tuple[Way, re.Pattern[str], re.Pattern[str]]] = {
    "areas._HEAD": (scan, areas._HEAD, areas._HEAD_OPENS),
    "areas._LETTERS": (scan, areas._LETTERS, areas._LETTERS_OPEN),
    "body_shapes._CENTRE": (scan, body_shapes._CENTRE, body_shapes._OF_NATION),
    "body_shapes._COMMITTEE": (scan_stretches, body_shapes._COMMITTEE, body_shapes._COMMITTEE_HEAD),
    "body_shapes._GROUP": (scan_stretches, body_shapes._GROUP, body_shapes._GROUP_HEAD),
    "body_shapes._SHORT": (scan_stretches, body_shapes._SHORT, body_shapes._SHORT_HEAD),
    "body_shapes._SHORT_OFFICE": (scan_stretches, body_shapes._SHORT_OFFICE, body_shapes._OFFICE_HEAD),
    "enterprises.OF_LEVEL": (scan, enterprises.OF_LEVEL, enterprises.OF_LEVEL_OPENS),
    "events._GAMES": (scan_stretches, events._GAMES, events._GAMES_HEAD),
    "honors._RATED": (scan, honors._RATED, honors._LETTER_GRADE),
    "honors._SIDE": (scan, honors._SIDE, honors._LEVEL_OPENS),
    "honors._SOUGHT": (scan_stretches, honors._SOUGHT, honors._SEEKING),
    "honors._TITLE": (scan, honors._TITLE, honors._LEVEL_OPENS),
    "industry_lists._SHORT": (scan_stretches, industry_lists._SHORT, industry_lists._INDUSTRY),
    "numbered._PHASE": (scan, numbered._PHASE, numbered._NTH),
    "organizations.CENTRAL": (scan, organizations.CENTRAL, organizations.CENTRAL_OPENS),
    "program_shapes._ABOUT": (scan, program_shapes._ABOUT, program_shapes._ON),
    "program_shapes._COUNT": (scan, program_shapes._COUNT, program_shapes.NUMERALS),
    "program_shapes._FIVE": (scan_stretches, program_shapes._FIVE, program_shapes._PLAN),
    "program_shapes._LAW": (scan, program_shapes._LAW, program_shapes._NATION),
    "programs._NUMBERED": (scan, programs._NUMBERED, program_shapes.NUMERALS),
    "programs._POINTS": (scan_stretches, programs._POINTS, programs._SO_MANY_POINTS),
    "programs._TITLED": (scan_behind, programs._TITLED, programs._BREAK),
    "slogan_shapes._NEW": (scan, slogan_shapes._NEW, slogan_shapes._PRAISE),
    "slogans._FORMULA": (scan, slogans._FORMULA, slogans._UNITS),
    "slogans._PLENUM": (scan_stretches, slogans._PLENUM, slogans._SPIRIT),
    "zones.VALLEY": (scan_stretches, zones.VALLEY, zones.VALLEY_HEAD),
    "enumerations._PLAIN": (scan, enumerations._PLAIN, enumerations._COUNTS),
    "headings._LABEL": (scan_behind, headings._LABEL, headings._OPENS),
    "headings._LINE": (scan_behind, headings._LINE, headings._BREAK),
    "headings._MARK": (scan_behind, headings._MARK, headings._OPENS),
    "headings._SHORT": (scan_behind, headings._SHORT, headings._OPENS),
    "times": (scan, TIMES.pattern, TIMES.openers),
    "counted._CAMPAIGNS": (scan, counted._CAMPAIGNS, counted._SO_MANY_CAMPAIGNS),
    "counted._counted_heads": (scan, counted._counted_heads(), counted._SO_MANY),
    "phases._ALONE": (scan_stretches, phases._ALONE, phases._PHASE),
    "phases._THIS_IN_PHASES": (sentence_wise, phases._THIS_IN_PHASES, phases._BUILT_IN_PHASES),
    "normalise._GAP": (scan, normalise._GAP, normalise._GAP_OPENS),
}

# a match that begins inside of what looks like the start of another, at the edges of a text, beside other marks
EDGES = """现代大都市圈、形成德绵同城化，成德绵一体化。大大都市圈
国家国家医学中心，第十二大产业项目，百三证合一；二十二大行动。全全省卫生县，省省级文明村
（二）关于关于支持民宿的意见。5AAA级景区、4A景区。该县该市办，团市委、市县民营经济工委
新美丽现代化新青山。该项目占地九十亩，分两期建设，一期投资8亿元；其中二期已开工
二期。”一、工作；省中央督察组、国务院第四督查组：（1）一是
《关于工业的意见》、中华人民共和国中国共产党条例。十四五年规划、十五”规划纲要"""


@functools.cache
def texts() -> tuple[str, ...]:
    """One in five of the written texts, and odd ones."""
    files = sorted((ROOT / "tests" / "gold" / "written").glob("*.txt"))
    articles = [article.text for file in files for article, _ in read_marked(file)]
    return *articles[::5], *EDGES.splitlines(), EDGES, EDGES[::-1], ""


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_passed_over(name: str) -> None:
    way, pattern, openers = CASES[name]
    for text in texts():
        assert [m.span() for m in way(pattern, openers, text)] == [m.span() for m in pattern.finditer(text)]


def test_the_texts_hold_what_is_looked_for() -> None:
    assert [name for name, (_, pattern, _) in CASES.items() if not any(map(pattern.search, texts()))] == []
