"""Where a page ends within a text: its number, the line that each page has above, the break itself.

They are blanked (NUL, which a clean text has not), with the line breaks around them but one, so that a sentence goes on
over the page. Example: 增长9.3%|— 1 —|某县工作报告|；投资增长8%. No example: a number in a list.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator

NUL = "\0"  # of what a raw text has and a clean one has not
_LINE = re.compile(r"[^\n\r\f]+")
_NUMBER = re.compile(
    r"\s*(?:[-—–－·]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—–－·]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[，,/]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?|\d{1,4}\s?/\s?\d{1,4}页?)\s*"
)
_BARE = re.compile(r"\s*\d{1,4}\s*")
_NUMBER_OR_BARE = re.compile(r"^[ \t]*(?:[-—–－·第]|\d[\d /页]*$)", re.M)
_BREAKS = "\n\r\f \t"
_REPEATED = 3  # pages with the same line, from which on it is none of the text
_SHORTEST_PAGE, _SHORTEST_LINE = 8, 15  # lines of a page, and characters of its lines, at least
_LONGEST = 40  # characters of such a line at most


def without_pages(raw: str) -> str:
    """A text of the same length in which the ends of pages are blanked."""
    if "\f" not in raw and _NUMBER_OR_BARE.search(raw) is None:
        return raw
    lines = [match.span() for match in _LINE.finditer(raw) if match[0].strip()]
    pages = {i for i, (start, end) in enumerate(lines) if _is_number(raw, start, end)}
    pages |= _counted(raw, lines)
    beside = [i for i in _beside(pages, raw, lines) if 0 < i < len(lines) and i not in pages]
    told = Counter(raw[slice(*lines[i])].strip() for i in beside)
    heads = {line for line, n in told.items() if n >= _REPEATED and _is_head(line)}
    gone = pages | {i for i in beside if raw[slice(*lines[i])].strip() in heads}
    out, at = [], 0
    for start, end in _stretches(raw, [lines[i] for i in sorted(gone)]):
        out += [raw[at:start], NUL * (end - start)]
        at = end
    return "".join([*out, raw[at:]])


def _is_number(raw: str, start: int, end: int) -> bool:
    """Whether a line is the number of a page: — 3 —, 第3页; one of no more than digits only before the break itself."""
    if _NUMBER.fullmatch(raw, start, end):
        return True
    return _BARE.fullmatch(raw, start, end) is not None and raw[end : end + 3].lstrip("\r\n").startswith("\f")


def _counted(raw: str, lines: list[tuple[int, int]]) -> set[int]:
    """Lines of no more than digits that count the pages of a text: 1, 2, 3, each below a page of whole lines."""
    bare = [i for i, (start, end) in enumerate(lines) if _BARE.fullmatch(raw, start, end)]
    if len(bare) < _REPEATED:
        return set()
    for low, high in itertools.pairwise(bare):
        size = sum(end - start for start, end in lines[low + 1 : high])
        follows = int(raw[slice(*lines[high])]) == int(raw[slice(*lines[low])]) + 1
        if not follows or high - low <= _SHORTEST_PAGE or size < _SHORTEST_LINE * (high - low - 1):
            return set()
    return set(bare)


def _is_head(line: str) -> bool:
    return (
        4 <= len(line) <= _LONGEST
        and line[-1] not in "。；：！？，、"
        and re.search(r"[\u4e00-\u9fff]", line) is not None
    )


def _beside(pages: set[int], raw: str, lines: list[tuple[int, int]]) -> Iterator[int]:
    """The numbers of the lines before and behind the number of a page, and of those at the break itself."""
    seen = set(pages)
    for i in sorted(pages):
        seen.update((i - 1, i + 1))
    for i in range(1, len(lines)):
        if "\f" in raw[lines[i - 1][1] : lines[i][0]]:
            seen.update((i - 1, i))
    return iter(sorted(seen - pages))


def _stretches(raw: str, gone: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is blanked: lines that go, with the breaks around them, and breaks of pages; one break stays before each."""
    edges = [*gone, *((match.end(), match.end()) for match in re.finditer("\f", raw))]
    done = 0
    for low, high in sorted(edges):
        start, end = low, high
        while start > done and raw[start - 1] in _BREAKS:
            start -= 1
        while end < len(raw) and raw[end] in _BREAKS:
            end += 1
        start += start < low  # one break stays, unless it went with what stands before
        if end > start:
            yield start, end
        done = max(done, end)
