"""The stages that a thing had before the one of which a clause tells, each with a time of its own.

Example: 2019年签约、去年开工的|甲项目, 乙项目去年3月签约、|8月开工. No example: 预计今年签约的丙项目.
"""

from __future__ import annotations

import re

from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_parts import was_meant
from kg.relate.verbs_in_front import BEGUN, HISTORY, LEAD
from kg.types import Span

_DATED = re.compile(
    r"(?:(?:19|20)\d\d年|去年|前年|今年|当年|次年|\d{1,2}月|\d{1,3}(?:天|个月))(?:\d{1,2}月份?)?(?:底|初|份|\d{1,2}日|上半年|下半年)?(?:成功|正式)?"
    r"(签约|落户|引进|开工|动工|奠基)(?:建设|落户)?(?=[、，并])"
)
_NEAR = 40  # characters between a list and a verb behind it


def history(verbs: StatusVerbs, clean: str, start: int, first: int) -> list[Stage]:
    """The stages of 2019年签约、去年开工的 in front of a thing."""
    before = HISTORY.search(clean, max(start, first - LEAD), first)
    if before is None or was_meant(clean, start, first):
        return []
    return [
        Stage(verbs.told(m[1], "done"), Span(*m.span(1)), "status.history")
        for m in BEGUN.finditer(clean, before.start(), before.end())
    ]


def dated_before(verbs: StatusVerbs, clean: str, last: int, stage: Stage) -> list[Stage]:
    """The stages with times of their own before the one that decides: 去年3月签约、|8月开工."""
    at = stage.span.start
    if stage.rule != "status.after" or stage.status not in ("started", "building", "completed", "operating"):
        return []
    return [
        Stage(verbs.told(m[1], "done"), Span(*m.span(1)), "status.history")
        for m in _DATED.finditer(clean, max(last, at - _NEAR), at)
        if verbs.told(m[1], "done") != stage.status
    ]
