"""Headings: on lines of their own, or run into the paragraph where line breaks were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Heading

_NUMERAL = "[一二三四五六七八九十]"
_MARK = re.compile(
    rf"(?:(?<=[\n。！？；：”）…])|^)"
    rf"(?:(?P<one>第{_NUMERAL}{{1,3}}[部章]分?[、：]?|{_NUMERAL}{{1,3}}、)"
    rf"|(?P<two>（{_NUMERAL}{{1,3}}）)"
    rf"|(?P<three>\d{{1,2}}[.、](?![\d%])|（\d{{1,2}}）)"
    rf"|(?P<firstly>{_NUMERAL}{{1,2}}是))"
)
_CIRCLE = re.compile(r"[①-⑳]")
_STOP = re.compile(r"[。！？；：\n]")
# What opens a sentence right behind a heading that lost its line end: 一、2018年工作回顾|2018年是…
_OPENER = re.compile(
    r"(?:过去(?:的?[一二三四五]年|的20\d\d年)|[一五]年来，|20\d\d年(?:是|，|来|，我|全|政府|工作的|经济社会发展的)|各位代表|我们|今年(?:是|，|政府)|始终|围绕"
    r"|以习近平|“[一二三四五十]+”时期是|面对|按照|立足|聚焦|瞄准|深入贯彻|深入学习|坚持以|做好(?:20\d\d|今|明)年|根据)"
)
_LONGEST = 45
_SHORT = re.compile(r"(?:(?<=[\n。！？])|^)(?P<text>[^\d\n，。！？；：“”、（）]{4,14})。(?=[^\n。！？；]{20,})")
_LINE = re.compile(r"(?:(?<=\n)|^)(?P<text>[^\n。！？；]{2,40})(?=\n)")
_LABEL = re.compile(r"(?:(?<=[\n。！？；：）])|^)(?P<text>[^\n。！？；：，①]{2,24})：(?=[①一二1（])")


def headings(clean: str, start: int, end: int) -> list[Heading]:
    """The headings between two positions, in order, none overlapping another."""
    found = [*_marked(clean, start, end), *_unmarked(clean, start, end)]
    found.sort(key=lambda heading: (heading.start, heading.level, -heading.end))
    kept: list[Heading] = []
    for heading in found:
        if not kept or heading.start >= kept[-1].end:
            kept.append(heading)
    return kept


def _marked(clean: str, start: int, end: int) -> Iterator[Heading]:
    for match in _MARK.finditer(clean, start, end):
        at = match.start()
        stop = _heading_end(clean, match.end(), end)
        if match["firstly"]:
            # 一是改造提升传统产业。 is a heading, 一是 before a whole sentence only a list mark.
            if stop is None or stop - at > 26 or "，" in clean[at:stop]:
                continue
            level = 4
        else:
            level = 1 if match["one"] else 2 if match["two"] else 3
        if stop is None:
            continue
        if stop > at + len(match[0]):
            yield Heading(level, at, stop, clean[at:stop].rstrip("。：；\n"))


def _heading_end(clean: str, at: int, end: int) -> int | None:
    """Where a heading that begins at a mark ends, its stop included; None where what follows is no heading."""
    stop = _STOP.search(clean, at, end)
    limit = stop.start() if stop else end
    opener = _OPENER.search(clean, min(at + 4, limit), limit)
    if opener and opener.start() - at <= _LONGEST and clean[opener.start() - 1] not in "，、“的和":
        return opener.start()
    if limit - at > _LONGEST:
        return None
    return min(limit + 1, end) if stop and stop[0] != "\n" else limit


def _unmarked(clean: str, start: int, end: int) -> Iterator[Heading]:
    for match in _LINE.finditer(clean, start, end):
        text = match["text"]
        if text[-1] not in "，、：" and not _CIRCLE.match(text) and text.count("，") < 3:
            yield Heading(3, *match.span("text"), text.strip("—"))
    for match in _SHORT.finditer(clean, start, end):
        yield Heading(3, match.start(), match.end(), match["text"])
    for match in _LABEL.finditer(clean, start, end):
        yield Heading(3, match.start(), match.end(), match["text"])
