"""名词解释 appendices and numbered notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.numerals import count
from kg.types import Gloss, Span

_TITLE = re.compile(
    r"(?:(?<=[\n。！？）”])|^)(?:附件?\d?[：:\n]*)?《?[^\n。！？：；，]{0,30}?(?:(?:名词|词语|术语|用语|热词|新词|新名词|关键词|概念|缩略语)的?(?:解释|注释|释义|说明|解读|注解)|(?<=报告》)(?:附注|注释|注解)|(?<=报告)(?:附注|注释|注解))》?(?:（[^（）\n]{0,16}）|[^\n。：\d①-⑳（\[【]{0,8})[：\n]?"
    r"|(?:(?<=[\n。！？）”])|^)【?[〔\[（]?(?:附注|注释|注解|备注|注)[】〕\]）]?[：\n]"
)
_WORD = re.compile(r"解释|注[释解】〕\]）：\n]|释义|说明|解读|[附备]注")  # that such a title holds
_NUMBER = r"(?:\[(?P<bracket>\d{1,3})\]|(?P<number>\d{1,3})[.、](?!\d)|（(?P<round>\d{1,3})）|(?P<circle>[①-⑳])注?)"
_FIRST = re.compile(_NUMBER)
_ENTRY = re.compile(rf"(?:(?<=[\n。；）”！])|^){_NUMBER}")
_TERM = re.compile(
    r"(?P<term>[^\n。；：]{2,60}?)(?:（P?第?\d+页?(?:[、，]P?\d+)*）)?(?:：(?:主要)?(?:即|是指|指的是|指)?|[，]?(?:是指|指的是|主要指|即指|指|即)[：]?|——(?:即|是指|指的是|指)?)"
)
_NUMERALS = "[一二三四五六七八九十]{1,3}"
_ELSEWHERE = re.compile(
    r"(?:解释|注释|说明|释义|附注)[^\n。]{0,4}(?:附后|见附件|见后|见文末|附文后|另附)"
)  # 名词解释附后: not here
_LONG_ENTRY = 600  # characters of an entry that count
_NUMBERING = 8  # characters of its number and page
_MOST_OF_IT = 0.6  # share of an appendix that its entries are
# of a report that begins with （附名词解释）: its own headings come behind
_BODY = re.compile(rf"各位代表|\n[ 　]*(?:第?{_NUMERALS}[、章节部]|（{_NUMERALS}）)[^：\n。]{{2,30}}[\n。]")
_SAYS_WHERE = 6  # characters behind a title in which that may stand
_FIRST_LINES = 60  # characters in which the title of a text stands that is a glossary and nothing else
# 第四章 or 四、 behind what is numbered: a list in the body, since notes stand at the end
_CHAPTER = re.compile(
    rf"\n[ #　]*(?:第{_NUMERALS}[章节篇编部]|(?!一){_NUMERALS}、|（(?!一){_NUMERALS}）)[^\n]{{2,30}}(?=\n|$)"
)
# 1.加强领导：成立小组: a list of tasks
_TASK = re.compile(
    "(?:进一步|切实|着力|全面|大力|持续|不断)?(?:加强|强化|落实|建立|推进|推动|完善|健全|加快|坚持|做好|抓好|深化|提升|提高|突出|优化|实施|发展|壮大"
    "|严格|创新|加大|做强|做优|做大|扩大|培育|打造|建设|改善|保障|统筹|聚焦|狠抓|开展|明确|成立|营造)(?!工程|行动|战略|计划)"
)
_GROUPS = ("项目", "工程类", "目标", "任务", "方面", "工作", "类")  # 1.续建项目：甲路…: a list of works, no notes
_MOST_MARKS = 1430  # notes have at most three digits, and seven in ten marks of a list of notes begin one
_MOST_TITLES = 20  # that are tried, the first ones and the last ones: 注： under each of a thousand tables is none
_PAGE = re.compile(r"（(?:见|P|p|第|Page)?\.?\s?P?\d+(?:页)?(?:[、，\-—]P?\d+(?:页)?)*）")
_FOOT = re.compile(r"[\d\-/.年月日：: ]+|（?责任编辑[^\n]*")
_PLAIN = re.compile(
    r"(?:(?<=\n)|^)(?P<term>[^\n。；：，]{2,40}?)(?:：(?:是指|指的是|指|即)?|，?(?:是指|指的是)：?)(?P<definition>[^\n]{4,})"
)
_BRACKETED = re.compile(r"【(?P<term>[^【】\n]{2,40})】[：\n]?(?:是指|指的是|指|即)?(?P<definition>[^【】]{4,})")
# under a title only: in the body such numbers are headings
_CHINESE = re.compile(
    r"(?:(?<=\n)|^)(?:（(?P<round>[一二三四五六七八九十]{1,3})）|(?P<number>[一二三四五六七八九十]{1,3})、)"
)
_OWN_LINE = re.compile(r"(?P<term>[^\n。；：，]{2,40})\n(?:是指|指的是|指|即)?[：]?")


class Glossary(NamedTuple):
    """The appendix's span (empty where there is none) and its entries."""

    span: Span
    entries: tuple[Gloss, ...]


def glossary(clean: str, start: int = 0) -> Glossary:
    """The 名词解释 part at the end of a text, behind `start`, and the notes that explain numbered terms."""
    end = _end(clean)
    if _WORD.search(clean, start, end) is None:
        return _notes(clean, end)
    titles = [
        m
        for m in _TITLE.finditer(clean, start, end)
        if (m[0].startswith("附") or not len(clean) // 3 > m.start() > _FIRST_LINES)
        and not _ELSEWHERE.search(clean, m.start(), min(end, m.end() + _SAYS_WHERE))
        and not (m.start() < len(clean) // 3 and _BODY.search(clean, m.end(), end))
    ]
    for match in [*titles[:_MOST_TITLES], *titles[_MOST_TITLES:][-_MOST_TITLES:]]:
        entries = (
            _bracketed(clean, match.end(), end)
            or _entries(clean, match.end(), end)
            or _chinese(clean, match.end(), end)
            or _plain(clean, match.end(), end)
        )
        if entries and _fills(entries, end - match.end()):
            return Glossary(Span(match.start(), end), tuple(entries))
    return _notes(clean, end)


def _fills(entries: Sequence[Gloss], size: int) -> bool:
    """Whether entries are most of so many characters, as explanations of terms are.

    The chapters of a report behind a stray title are not: 注：数据为快报数 above them.
    """
    told = sum(min(one.definition.end - one.term.start, _LONG_ENTRY) + _NUMBERING for one in entries)
    return told >= _MOST_OF_IT * size


def _end(clean: str) -> int:
    """The end of the text without date lines or other lines of figures behind it: 2023-02-08, 责任编辑：李某."""
    end = len(clean)
    while (line := clean.rfind("\n", 0, end)) >= 0 and _FOOT.fullmatch(clean, line + 1, end):
        end = line
    return end


def _notes(clean: str, end: int) -> Glossary:
    """A list of notes without a title: it begins at the first of three entries numbered 1, 2, 3 that all explain."""
    start = len(clean) // 2
    first = clean.find("\n[1]")
    if first >= 0:  # only notes are numbered so, however short the text is that they belong to
        start = min(start, first + 1)
    chapters = [m.start() for m in _CHAPTER.finditer(clean, start, end)]
    if chapters:
        start = chapters[-1]
    marks = [(match, _number(match)) for match in _ENTRY.finditer(clean, start, end)]
    for i, (match, number) in enumerate(marks):
        left = len(marks) - i
        if number == 1 and left <= _MOST_MARKS:
            entries = _chain(clean, marks[i:], end)
            terms = [clean[one.term.start : one.term.end] for one in entries]
            grouped = sum(term.endswith(_GROUPS) or _TASK.match(term) is not None for term in terms)
            several = len(entries) >= 3 and len(entries) >= left * 0.7 and 2 * grouped < len(entries)
            if several and _fills(entries, end - match.start()):
                return Glossary(Span(match.start(), end), tuple(entries))
    return Glossary(Span(len(clean), len(clean)), ())


def _number(match: re.Match[str]) -> int:
    if match["circle"]:
        return ord(match["circle"]) - ord("①") + 1
    return int(match["bracket"] or match["number"] or match["round"])


def _entries(clean: str, start: int, end: int) -> list[Gloss]:
    marks = [(match, _number(match)) for match in _ENTRY.finditer(clean, start, end)]
    first = _FIRST.match(clean, start, end)
    if first and _number(first) == 1 and (not marks or marks[0][0].start() != start):
        marks.insert(0, (first, 1))
    return _chain(clean, marks, end)


def _chinese(clean: str, start: int, end: int) -> list[Gloss]:
    """Entries that are numbered 一、 or （一）, all in one of the two ways."""
    marks = [(match, count(match["round"] or match["number"])) for match in _CHINESE.finditer(clean, start, end)]
    first = marks[0][0].lastgroup if marks else None
    return _chain(clean, [(match, number) for match, number in marks if match.lastgroup == first], end)


def _bracketed(clean: str, start: int, end: int) -> list[Gloss]:
    """Entries whose terms stand in 【】."""
    found = list(_BRACKETED.finditer(clean, start, end))
    return [Gloss(_bare(clean, *m.span("term")), _trim(clean, *m.span("definition"))) for m in found]


def _chain(clean: str, found: Sequence[tuple[re.Match[str], int]], end: int) -> list[Gloss]:
    """The entries of those marks whose numbers follow one another."""
    marks: list[re.Match[str]] = []
    last = 0
    for match, number in found:
        # Numbers inside a definition break the order of the entries; one missing entry does not.
        if (number == 1 and not marks) or last < number <= last + 3:
            marks.append(match)
            last = number
    edges = [match.start() for match in marks] + [end]
    entries = [_entry(clean, match.end(), edge) for match, edge in zip(marks, edges[1:], strict=True)]
    return [entry for entry in entries if entry is not None]


def _entry(clean: str, start: int, end: int) -> Gloss | None:
    match = _OWN_LINE.match(clean, start, end) or _TERM.match(clean, start, end)
    if match is None:
        return None
    term = _bare(clean, *match.span("term"))
    definition = _trim(clean, match.end(), end)
    return Gloss(term, definition) if term.end > term.start and definition.end - definition.start >= 2 else None


def _plain(clean: str, start: int, end: int) -> list[Gloss]:
    return [
        Gloss(_bare(clean, *match.span("term")), _trim(clean, *match.span("definition")))
        for match in _PLAIN.finditer(clean, start, end)
    ]


def _bare(clean: str, start: int, end: int) -> Span:
    """The term without its page and without the quote marks around the whole of it."""
    page = _PAGE.search(clean, start, end)
    if page and page.end() == end:
        end = page.start()
    while start < end and clean[start] in " ，":
        start += 1
    if end - start > 2 and clean[start] == "“" and clean[end - 1] == "”" and clean.find("”", start, end) == end - 1:
        start, end = start + 1, end - 1
    return Span(start, end)


def _trim(clean: str, start: int, end: int) -> Span:
    page = list(_PAGE.finditer(clean, start, end))
    stripped = clean[start:end].rstrip("\n")
    end = start + len(stripped)
    if page and page[-1].end() == end:
        end = page[-1].start()
    while end > start and clean[end - 1] in "。；\n":
        end -= 1
    return Span(start, end)
