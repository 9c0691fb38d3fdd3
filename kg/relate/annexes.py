"""The projects of an annex: 附件：云岭市2022年重点项目计划. 一、基础设施类 （一）甲大桥 （二）乙水厂…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import View, span
from kg.types import Claim, Mention, Span

_ANNEX = re.compile(r"附[件表]\d*[：\n]?")
_LIST_NAME = re.compile(r"(?:项目|实事|工程)[^，。；]{0,6}(?:计划|名单|清单|安排|一览表|安排表|计划表|表)》?$")
_NUMBER = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[①-⑳])?\s*")
_LONGEST = 60  # characters of a line that is an item
_NEAR = 4  # characters of an item before its project


def annexed(view: View) -> Iterator[Claim]:
    """附件：云岭市重点项目计划, and under it line by line （一）甲大桥: each belongs to it. Not: prose."""
    program: Mention | None = None
    for clauses in view.sentences():
        first = clauses[0]
        start, end = first.start, clauses[-1].end
        begins = start == 0 or view.clean[start - 1] == "\n"
        if begins and (named := _list_name(view, start, end)) is not None:
            program = named
            continue
        if program is None or end - start > _LONGEST or view.clean[end - 1] == "。":
            continue
        number = _NUMBER.match(view.clean, start, end)
        item = next((m for m in first.mentions if m.type == "Project"), None)
        if item is not None and number is not None and item.start - number.end() <= _NEAR:
            yield view.claim("under_program", item.ref, program.ref, (first,), "heading", (span(item), span(program)))


def _list_name(view: View, start: int, end: int) -> Mention | None:
    """The plan or list whose name is all that a line says, 附件 before it or not."""
    line = view.clean[start:end]
    if not _LIST_NAME.search(line) or end - start > _LONGEST:
        return None
    annex = _ANNEX.match(line)
    for m in view.within(Span(start, end)):
        whole = m.end >= end - 2 and m.start - start <= (annex.end() if annex else 0) + 1
        if m.type == "Program" and whole:
            return m
    return None
