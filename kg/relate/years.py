"""The year that a value is about."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.types import Sentence, Text, Time

# 比2015年增长, 自2012年以来, 较上年: the year is what is compared with, not what is spoken of.
_BASE_BEFORE = re.compile(r"(?:比|较|自|从|与|同|由|超过?|是|相当于)$")
_BASE_AFTER = re.compile(r"^(?:以来|起|开始|的[\d.]+倍|相比|同期|至)")


def year_at(text: Text, sentence: Sentence, position: int, clause: int) -> int | None:
    """The year of what stands at `position`: one named in its clause, else the last named before it in the sentence
    that the sentence itself starts with, else the sentence's own year.

    2016年实现…, 到2020年… give that year, an interval (“十三五”, 五年来) its last year.
    """
    found: int | None = None
    clean = text.clean
    for time in times_in(text, sentence.start, position):
        if _BASE_BEFORE.search(clean[max(sentence.start, time.start - 3) : time.start]):
            continue
        if _BASE_AFTER.match(clean[time.end : time.end + 6]):
            continue
        leads = time.start - sentence.start <= 6
        if time.start >= clause or leads:
            found = time.last
    return found if found is not None else sentence.year


def times_in(text: Text, start: int, end: int) -> list[Time]:
    """The times inside [start, end)."""
    times = text.times
    at = bisect_left(times, start, key=lambda t: t.start)
    inside: list[Time] = []
    while at < len(times) and times[at].end <= end:
        inside.append(times[at])
        at += 1
    return inside
