"""Plans that are named with the aims beyond their five years: one paper.

Example: 青山市国民经济和社会发展第十四个五年规划|和二〇三五年远景目标纲要. No example: “十四五”规划和年度计划.
"""

from __future__ import annotations

import re

_AIMS = re.compile("(?:二[〇○零]三五|2035)年远景目标")
_FURTHER = re.compile(f"[和与]{_AIMS.pattern}(?:纲要|的建议)?")
_PLAN_BEFORE = re.compile("年规划[和与]$")


def plan_end(clean: str, start: int, end: int) -> int:
    """Where the name of a plan ends: behind the aims that follow it."""
    further = _FURTHER.match(clean, end) if clean.endswith("年规划", start, end) else None
    return further.end() if further else end


def aims_of_plan(clean: str, start: int) -> bool:
    """Whether the aims that begin here are the end of the name of a plan."""
    return _AIMS.match(clean, start) is not None and _PLAN_BEFORE.search(clean, max(0, start - 4), start) is not None
