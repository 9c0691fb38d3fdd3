"""Sentences and what governs each: headings, plan or review, year, part of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.ontology.lexicon import Lexicon
from kg.text.aims import aim_ends
from kg.text.asides import aside, reached
from kg.text.cues import cues_of
from kg.text.cutting import cut, part_of, title_span
from kg.text.foot import foot_start
from kg.text.metadata import Metadata
from kg.text.modalities import BOOK, goes_on, in_the_new_year, modality_of, so_far, still_back
from kg.text.plans import planned_years
from kg.text.sections import Course
from kg.text.times import Expression
from kg.types import Heading, Modality, Sentence, Span

_ITEM = re.compile(r"[①-⑳]|（\d{1,2}）|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}是")
_PREAMBLE = re.compile(r"各位代表|我代表|会议上|大会上|报告工作|列席")
_COMPARED = re.compile(r"(?:比|较|与|同|和|由|从|自|是|相当于|为|超|过)(?:“)?$|比[^，。]{0,2}$")
_COMPARISON = re.compile(r"(?:的\d|相比|同期|末的|增长|提高|增加|下降|减少|的[一二两三四五六七八九十]倍|规划编)")


class Frame(NamedTuple):
    """What is known of a text before it is cut: headings, the appendix of notes, times, metadata, table of contents."""

    headings: Sequence[Heading]
    glossary: Span
    times: Sequence[Expression]
    about: Metadata
    contents: Span = Span(0, 0)


def sentences(clean: str, frame: Frame, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of a clean text, in order; together they cover all of it but line breaks."""
    found, glossary, dated, about, listed = frame
    cues = cues_of(lexicon)
    path: list[Heading] = []
    by_start = {heading.start: heading for heading in found}
    out: list[Sentence] = []
    title = title_span(clean, about.title)
    foot = foot_start(clean, lexicon)
    course = Course(clean, found, title.end, about, cues)
    at = 0
    for start, end in cut(clean, found, glossary):
        while at < len(dated) and dated[at].start < start:
            at += 1
        past = at
        while past < len(dated) and dated[past].start < end:
            past += 1
        item = _ITEM.match(clean, start, end) is not None
        none = start >= foot or end <= title.start or listed.start <= start < listed.end
        part = "furniture" if none else part_of(clean, start, end, title, glossary, cues)
        if part != "body":
            out.append(Sentence(start, end, (), "done", about.year, part, item))
            continue
        heading = by_start.get(start)
        if heading is not None:
            while path and path[-1].level >= heading.level:
                path.pop()
        state = course.reach(start, end, heading, dated[at:past])
        text = clean[start:end]
        preamble = about.kind == "report" and not path and heading is None and _PREAMBLE.search(text) is not None
        modality = "done" if preamble else modality_of(text, state, about, cues)
        if modality == "planned" == state.modality and about.kind == "report":
            modality = "done" if so_far(clean, start, text, out[-1] if out else None, cues) else "planned"
        until = out[-1].year if modality == "done" and out and goes_on(clean, out[-1], text, cues) else None
        if until is not None:
            modality = "planned"
        section = state.year if modality == state.modality or about.plan_year is None else about.plan_year
        section = until if until is not None else section
        if modality == "planned" and about.kind != "report" and still_back(clean, start, text, about, cues):
            modality, section = "done", out[-1].year
        elif modality == "done" and state.modality == "planned" and (ahead := planned_years(about.title)) is not None:
            section = ahead[0] - 1
        if out and modality == "done" and in_the_new_year(clean, start, out[-1], about):
            section = about.plan_year
        year = _year(clean, start, end, dated[at:past], _Said(modality, section, about)) if past > at else section
        words = None
        if state.modality != modality and until is None and not preamble:
            words = (
                reached(text, cues.done)
                if modality == "done"
                else aside(text, about.plan_year, cues.ahead(text, about))
            )
        words = Span(start + words.start, start + words.end) if words is not None else None
        out.append(
            Sentence(start, end, tuple(path), modality, year, part, item, words, course.ahead or until is not None)
        )
        if heading is not None:
            path.append(heading)
    return tuple(out)


class _Said(NamedTuple):
    """What is known of a sentence before its own years are read."""

    modality: Modality
    section: int | None
    about: Metadata


def _year(clean: str, start: int, end: int, named: Sequence[Expression], said: _Said) -> int | None:
    """The year that a sentence speaks of: the first that it names and does not merely compare with, else the section's.

    比2015年增长8.1% and “十二五”末的1.4倍 name years of comparison, 《…规划（2021—2035年）》 that of a title.
    """
    books = [match.span() for match in BOOK.finditer(clean, start, end)]
    section, about = said.section, said.about
    aim = aim_ends(clean, start, end) if said.modality == "done" else start
    for one in named:
        span = one.interval(about.years, section)
        if span is None or one.start < aim or any(low <= one.start < high for low, high in books):
            continue
        first, last = span
        before, after = clean[max(start, one.start - 4) : one.start], clean[one.end : one.end + 4]
        if _COMPARED.search(before) or _COMPARISON.match(after):
            continue
        if last - first > 1 and one.start - start > 8:
            continue
        if said.modality == "done" and about.year is not None and last > about.year + 1:
            continue
        if said.modality == "planned" and section is not None and last < min(section, about.plan_year or section):
            continue
        return last
    return section
