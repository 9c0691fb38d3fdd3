"""Where sentences end, and which part of the document each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.text.cues import Cues
from kg.types import Heading, Part, Span

_CIRCLED = re.compile(r"[①-⑳]")
_MARK = re.compile(r"[。！？；\n](?:(?<!\n)[。！？；]*[”’）》]*)?")  # a set of characters first: sought fast
_STOP = re.compile(rf"{_MARK.pattern}|(?<=[^①-⑳\n])(?=[①-⑳])")
_INSIDE = re.compile(r"（[^（）\n]{0,120}）|《[^《》\n]{0,60}》|“[^“”\n]{0,40}”")
_NOTE = re.compile(r"(?<=[\n。；）：])(?:\[\d{1,3}\]|\d{1,3}[.、](?!\d)|[①-⑳])|(?<=解释|注释)1[.、]")

_MARKS = re.compile(r"[\s：:（）()—“”\"#*]")
# 记者：边境是松泉的特色。在产业上有何举措？ is asked; 记者：林沅江 is none of the text
_NUMBERS = re.compile(r"[\d\-/.: ]+")
_SAYS = re.compile(r"[^：]{0,8}记者：[^，。？！]{0,60}[，。？！]")
_PART_OF_TITLE = 4  # characters that a line has at least to be a part of a title of several


def cut(clean: str, found: Sequence[Heading], glossary: Span) -> Iterator[tuple[int, int]]:
    """The sentences from start to end, headings and notes apart; stops inside short brackets and quotes end none."""
    edges: set[int] = {glossary.start, glossary.end}
    edges.update(match.start() for match in _NOTE.finditer(clean, *glossary))
    covered = [match.span() for match in _INSIDE.finditer(clean)]
    i = 0
    for match in (_STOP if _CIRCLED.search(clean) else _MARK).finditer(clean):
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


def title_span(clean: str, title: str) -> Span:
    """The first lines that are the title, a part of it or repeat it, below what a page has above; empty without any."""
    bare = _MARKS.sub("", title)
    start = end = told = 0
    for match in re.finditer(r"[^\n]+", clean[:600]):
        line = _MARKS.sub("", match[0].removeprefix("标题："))
        part = len(line) >= _PART_OF_TITLE and bare.startswith(line, told)
        if bare and (line.startswith(bare) or line == "政府工作报告" or part):
            start, end = (start if end else match.start()), match.end()
            told = told + len(line) if part else 0
        elif end:
            break
    return Span(start, end)


def part_of(clean: str, start: int, end: int, title: Span, glossary: Span, cues: Cues) -> Part:
    """The part of the document in which a sentence stands."""
    if title.start <= start and end <= title.end:
        return "title"
    if glossary.start <= start < glossary.end:
        return "glossary"
    if end - start <= 80:
        text = clean[start:end].lstrip("（—- ·▲▼△▽★☆◆■")
        if (text.startswith(cues.line) and not _SAYS.match(text)) or (end - start <= 60 and cues.anywhere.search(text)):
            return "furniture"
        if _NUMBERS.fullmatch(text):
            return "furniture"
    return "body"
