"""Ways through a text: a faster `finditer` for patterns that few characters can open, or back to the last mark."""

from __future__ import annotations

import re
from collections.abc import Iterator


def scan(pattern: re.Pattern[str], openers: re.Pattern[str], clean: str) -> Iterator[re.Match[str]]:
    """The matches of `pattern.finditer(clean)`, tried only where a match of `openers` (single characters) stands.

    `re` skips quickly to the characters of a plain set, but tries a pattern that opens with a look behind or with
    something optional at every character.

    >>> [m[0] for m in scan(re.compile(r"(?<!第)[一二]个"), re.compile("[一二]"), "一个，第二个，二个")]
    ['一个', '二个']
    """
    at = 0
    for found in openers.finditer(clean):
        start = found.start()
        if start >= at and (match := pattern.match(clean, start)):
            yield match
            at = match.end()


def scan_behind(
    pattern: re.Pattern[str], openers: re.Pattern[str], clean: str, start: int = 0, end: int | None = None
) -> Iterator[re.Match[str]]:
    """The matches of `pattern.finditer(clean, start, end)`, tried only at the start and behind those of `openers`.

    For a pattern that looks behind for one of these single characters, or for the start.

    >>> [m[0] for m in scan_behind(re.compile(r"(?:^|(?<=。))[一二]个"), re.compile("。"), "一个，二个。二个")]
    ['一个', '二个']
    >>> [m[0] for m in scan_behind(re.compile(r"(?<=。)[一二]个"), re.compile("。"), "。一个。二个。二个", 4, 9)]
    ['二个']
    """
    at, stop = start, len(clean) if end is None else end
    for begin in (start, *(found.end() for found in openers.finditer(clean, start, stop))):
        if begin >= at and (match := pattern.match(clean, begin, stop)):
            yield match
            at = match.end()


def scan_stretches(
    pattern: re.Pattern[str], mark: re.Pattern[str], clean: str, edges: str = "，。；\n"
) -> Iterator[re.Match[str]]:
    """The matches of `pattern.finditer(clean)`, which hold a `mark` and do not cross `edges`.

    >>> [m[0] for m in scan_stretches(re.compile("[甲乙丙]{1,9}路"), re.compile("路"), "甲乙，丙路。乙丙路，甲")]
    ['丙路', '乙丙路']
    """
    for start, end in stretches(mark, edges, clean):
        yield from pattern.finditer(clean, start, end)


def stretches(mark: re.Pattern[str], edges: str, clean: str) -> Iterator[tuple[int, int]]:
    """The stretches between the characters `edges` in which a mark stands, each with the edge behind it.

    A pattern that does not cross these characters and needs one of the marks is looked for in them alone.

    >>> list(stretches(re.compile("由"), "。", "甲乙。丙由丁。戊"))
    [(3, 7)]
    """
    behind, end = re.compile(f"[{edges}]"), 0
    for found in mark.finditer(clean):
        if found.start() >= end:
            start = max(clean.rfind(edge, end, found.start()) for edge in edges) + 1 or end
            stop = behind.search(clean, found.end())
            end = stop.end() if stop else len(clean)
            yield start, end


def after_last(clean: str, marks: str, start: int, end: int) -> int:
    """Where what follows the last of the characters `marks` in [start, end) begins; `start` where none stands there.

    >>> after_last("甲，乙；丙丁", "，；", 0, 6)
    4
    """
    return max(start, *(clean.rfind(mark, start, end) + 1 for mark in marks))


# （二）投资主体：, 3、建设地点：: a field of a form, with what stands in it behind the colon
FORM_FIELD = re.compile(
    r"(?:[①-⑳]|（?[一二三四五六七八九十\d]{1,3}[）.．、])?(?:项目|工程|投资|建设|实施|用地|占地|合作|协议|拟|主要|计划|预计|开工|责任)*"
    r"(?:名称|主体|业主|单位|法人|地点|地址|选址|位置|性质|规模|面积|用地|内容|周期|年限|工期|时间|期限|进度|进展|金额|总额|投资|强度|来源)"
    r"(?:及(?:内容|规模|投资))?：(?=[^\n])"
)
