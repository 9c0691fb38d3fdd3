"""Plans of five years by their long names: one paper with the aims beyond, and the “十四五”规划 of the same text.

Example: 青山市国民经济和社会发展第十四个五年规划|和二〇三五年远景目标纲要. No example: “十四五”规划和年度计划.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_AIMS = re.compile("(?:二[〇○零]三五|2035)年远景目标")
_FURTHER = re.compile(f"[和与]{_AIMS.pattern}(?:纲要|的建议)?")
_PLAN_BEFORE = re.compile("(?:年|五”?)规划[和与]$")


def plan_end(clean: str, start: int, end: int) -> int:
    """Where the name of a plan ends: behind the aims that follow it."""
    further = _FURTHER.match(clean, end) if clean.endswith("年规划", start, end) else None
    return further.end() if further else end


def aims_of_plan(clean: str, start: int) -> bool:
    """Whether the aims that begin here are the end of the name of a plan."""
    return _AIMS.match(clean, start) is not None and _PLAN_BEFORE.search(clean, max(0, start - 5), start) is not None


_FIVE_YEARS = re.compile(
    r"(?:[一-龥]{2,12}?国民经济和社会发展|国民经济和社会发展)?第?(?P<which>十[一二三四五六]?)(?:个五年|五)规划"
    r"(?:纲要)?(?:[和与](?:二[^，。、]{2,4}五|2035)年远景目标)?(?:纲要)?(?:（[^（）]{2,4}）)?"
)


SHORT_PLAN = re.compile("十[一二三四五六]?五规划")  # means itself beside “十四五”能源规划


def short_plan(m: Mention) -> Mention:
    """A plan of five years with the name by which a text calls it elsewhere; of one ministry or field, as it is."""
    found = _FIVE_YEARS.fullmatch(canonical(m.key)) if m.type == "Program" else None
    return replace(m, key=f"{found['which']}五规划") if found else m
