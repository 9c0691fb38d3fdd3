"""Sentences and what governs each: headings, plan or review, year, part of the document."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.ontology.lexicon import Lexicon
from kg.text.metadata import Metadata
from kg.text.times import find_times
from kg.types import Heading, Modality, Part, Sentence, Span

_STOP = re.compile(r"[。！？；]+[”’）》]*|\n|(?<=[^①-⑳\n])(?=[①-⑳])")
# Stops inside short brackets and quotes do not end a sentence.
_INSIDE = re.compile(r"（[^（）\n]{0,120}）|《[^《》\n]{0,60}》|“[^“”\n]{0,40}”")
_ITEM = re.compile(r"[①-⑳]|（\d{1,2}）|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,2}是")
_YEAR_LABEL = re.compile(r"((?:19|20)\d\d)年")
_REPORTED_CLAUSE = re.compile(r"(?<![0-9])((?:19|20)\d\d)年")


class _Cues(NamedTuple):
    heading: re.Pattern[str]
    opening: re.Pattern[str]
    place: dict[str, Modality]
    begin: dict[str, Modality]
    strong: dict[Modality, re.Pattern[str]]
    weak: dict[Modality, re.Pattern[str]]
    line: tuple[str, ...]
    anywhere: re.Pattern[str]


class _State(NamedTuple):
    """What the section says of the sentences in it."""

    modality: Modality
    year: int | None


def sentences(
    clean: str, found: Sequence[Heading], glossary: Span, about: Metadata, lexicon: Lexicon
) -> tuple[Sentence, ...]:
    """The sentences of a clean text, in order; together they cover all of it but line breaks."""
    cues = _cues(lexicon)
    state = _State("done", about.year)
    path: list[Heading] = []
    by_start = {heading.start: heading for heading in found}
    out: list[Sentence] = []
    title = _title_end(clean, about.title)
    for start, end in _cut(clean, found):
        part = _part(clean, start, end, title, glossary, cues)
        heading = by_start.get(start) if part == "body" else None
        if heading is not None:
            while path and path[-1].level >= heading.level:
                path.pop()
        if part == "body" and about.kind == "report":
            state = _advance(clean[start:end], heading, state, about, cues)
        modality = _modality(clean[start:end], state, about, cues)
        year = _year(clean, start, end, state, about, lexicon)
        item = _ITEM.match(clean, start, end) is not None
        out.append(Sentence(start, end, tuple(path), modality, year, part, item))
        if heading is not None:
            path.append(heading)
    return tuple(out)


def _cut(clean: str, found: Sequence[Heading]) -> Iterator[tuple[int, int]]:
    edges: set[int] = set()
    covered = [match.span() for match in _INSIDE.finditer(clean)]
    i = 0
    for match in _STOP.finditer(clean):
        end = match.end()
        while i < len(covered) and covered[i][1] < end:
            i += 1
        if match[0] and match[0] != "\n" and i < len(covered) and covered[i][0] < match.start():
            low, high = covered[i]
            if end < high or high - low <= 24 or match[0][-1] not in "”":
                continue
        edges.add(end)
    for heading in found:
        edges.update((heading.start, heading.end))
    edges.add(len(clean))
    start = 0
    for edge in sorted(edges):
        while start < edge and clean[start] == "\n":
            start += 1
        end = edge
        while end > start and clean[end - 1] == "\n":
            end -= 1
        if end > start:
            yield start, end
        start = edge


def _title_end(clean: str, title: str) -> int:
    """The end of the first lines that are the title or repeat it."""
    bare = re.sub(r"[\s：:（）—“”\"]", "", title)
    end = 0
    for match in re.finditer(r"[^\n]+", clean[:600]):
        line = re.sub(r"[\s：:（）—“”\"]", "", match[0].removeprefix("标题："))
        if bare and (line.startswith(bare) or line == "政府工作报告"):
            end = match.end()
        else:
            break
    return end


def _part(clean: str, start: int, end: int, title: int, glossary: Span, cues: _Cues) -> Part:
    if end <= title:
        return "title"
    if glossary.start <= start < glossary.end:
        return "glossary"
    if end - start <= 80:
        text = clean[start:end].lstrip("（—- ·")
        if text.startswith(cues.line) or (end - start <= 60 and cues.anywhere.search(text)):
            return "furniture"
        if not re.search(r"[\u4e00-\u9fff]", text) and re.fullmatch(r"[\d\-/.: 页第]+", text):
            return "furniture"
    return "body"


def _advance(text: str, heading: Heading | None, state: _State, about: Metadata, cues: _Cues) -> _State:
    """The state after a heading or an opening that changes from review to plan or back."""
    if heading is not None and heading.level <= 3:
        named = [int(year) for year in _YEAR_LABEL.findall(heading.text)]
        cue = cues.heading.findall(heading.text) if heading.level <= 1 or named or len(text) < 30 else []
        modality = cues.place[cue[-1]] if cue else None
        if named and about.plan_year is not None:
            modality = "planned" if max(named) >= about.plan_year else modality or "done"
        if modality is None or (heading.level >= 2 and not named and state.modality == "planned"):
            return state
        return _State(modality, about.plan_year if modality == "planned" else about.year)
    opening = cues.opening.match(text)
    if opening:
        modality = cues.begin[opening["cue"]]
        if modality != state.modality:
            return _State(modality, about.plan_year if modality == "planned" else about.year)
    named_first = re.match(r"(?:各位代表！?)?((?:19|20)\d\d)年，?(?:是|我们|全|政府)", text)
    if named_first and about.plan_year is not None and int(named_first[1]) == about.plan_year:
        return _State("planned", about.plan_year)
    return state


def _modality(text: str, state: _State, about: Metadata, cues: _Cues) -> Modality:
    """Planned or done: the section's unless the sentence itself says otherwise.

    In a review 力争明年建成 is planned; in a plan section 去年已完成投资3亿元 is done.
    """
    if state.modality == "planned":
        return "done" if cues.strong["done"].search(text) and not cues.strong["planned"].search(text) else "planned"
    if cues.strong["planned"].search(text):
        return "planned"
    if about.plan_year is not None:
        named = [int(year) for year in _YEAR_LABEL.findall(text)]
        return "planned" if named and min(named) >= about.plan_year else "done"
    return "planned" if cues.weak["planned"].search(text) else "done"


def _year(clean: str, start: int, end: int, state: _State, about: Metadata, lexicon: Lexicon) -> int | None:
    """The year that a sentence speaks of: the first that it names, else the section's."""
    for time in find_times(clean, start, end, about.years, lambda _: state.year, lexicon):
        if time.last - time.first <= 10:
            return time.last
    return state.year


@functools.lru_cache(maxsize=4)
def _cues(lexicon: Lexicon) -> _Cues:
    place: dict[str, Modality] = {}
    begin: dict[str, Modality] = {}
    for row in lexicon.rows("section_cue"):
        (place if row["place"] == "heading" else begin)[row["name"]] = _named(row["modality"])
    rows = lexicon.rows("modality_cue")

    def words(modality: str, strength: str) -> re.Pattern[str]:
        return _any(row["name"] for row in rows if row["modality"] == modality and row["strength"] == strength)

    furniture = lexicon.rows("furniture")
    return _Cues(
        _any(place),
        re.compile(rf"(?:各位代表！)?(?P<cue>{_any(begin).pattern})"),
        place,
        begin,
        {"planned": words("planned", "strong"), "done": words("done", "strong")},
        {"planned": words("planned", "weak"), "done": words("done", "weak")},
        tuple(row["name"].replace(":", "：") for row in furniture if row["place"] == "line"),
        _any(row["name"] for row in furniture if row["place"] == "anywhere"),
    )


def _any(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name))))


def _named(text: str) -> Modality:
    return "planned" if text == "planned" else "done"
