"""Rivers, lakes and reservoirs that are only there: without a deed in the sentence they are no project.

Example: 青山水库、白鹭水库水质达标率100%; “两湖”即白鹭湖、石桥湖. No example: 完成青山水库除险加固;
治理白鹭河等6条河道; 建成白鹭湖公园.
"""

from __future__ import annotations

import functools
import re

from kg.resolve.heads import list_words
from kg.types import Mention

_WATER = re.compile("(?:水库|水系|水源地|[一-龥][江河湖溪])$")
_STOPS = "。；！？\n"
_REACH = 240  # characters of a sentence on each side in which a deed is looked for


def only_water(clean: str, m: Mention) -> bool:
    """Whether a project is a water to which its sentence does nothing."""
    if m.type != "Project" or m.rule in ("project:numbered", "project:explained") or m.rule.startswith("table"):
        return False
    if _WATER.search(clean, m.start, m.end) is None:
        return False
    first, last = max(0, m.end - _REACH), m.end + _REACH
    start = max(first, *(clean.rfind(mark, first, m.start) + 1 for mark in _STOPS))
    end = min((at for mark in _STOPS if (at := clean.find(mark, m.end, last)) >= 0), default=last)
    return _deed().search(clean, start, end) is None


@functools.cache
def _deed() -> re.Pattern[str]:
    """What is done to a water, or the word for a work."""
    return re.compile(rf"{list_words('water_deed')}|[列纳]入[^，。；]{{0,12}}规划")
