"""The year that a value is about."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.relate.scenery import sentences_with_mentions
from kg.types import Attribute, Mention, Scene, Sentence, Text, Time

# 比2015年增长, 自2012年以来, 是“十二五”的1.8倍: the year is what is compared with, not what is spoken of.
_BASE_BEFORE = re.compile(r"(?:比|较|自|从|与|同|由|超过?|是|为|相当于)[“”]?$")
_BASE_AFTER = re.compile(
    r"^[”末底初的时期]*(?:以来|相比|同期|起步|[\d.]+倍)|^[”末底的]*[\d.]+[^，。；]{0,8}(?:提高|增加|增长|减少|下降|降|上升|扩大)[到至]"
)


def year_at(text: Text, sentence: Sentence, position: int, clause: int) -> int | None:
    """The year of what stands at `position`: one named in its clause, else the one that the sentence starts with, else
    the sentence's own year.

    2016年实现…, 到2020年… give that year, an interval (“十三五”, 五年来) its last year. Years that only serve as a
    measure (比2015年…) are passed over; a sentence that names no other is about the document's year.
    """
    time, only_base = _governing(text, sentence, position, clause)
    if time is not None:
        return time.last
    if only_base:
        document = text.document
        return document.plan_year if sentence.modality == "planned" and document.plan_year else document.year
    return sentence.year


def time_at(text: Text, sentence: Sentence, position: int, clause: int) -> Time | None:
    """The expression of time from which `year_at` takes its year, None where it is the sentence's own year."""
    return _governing(text, sentence, position, clause)[0]


def _governing(text: Text, sentence: Sentence, position: int, clause: int) -> tuple[Time | None, bool]:
    """The time that governs a position, and whether there were times that only serve as a measure."""
    found: Time | None = None
    only_base = False
    for time in times_in(text, sentence.start, position):
        if is_base(text.clean, sentence, time):
            only_base = True
        elif time.start >= clause or time.start - sentence.start <= 6 or only_base:
            found = time
    return found, only_base


def is_base(clean: str, sentence: Sentence, time: Time) -> bool:
    """Whether a time is what a figure is compared with."""
    return bool(
        _BASE_BEFORE.search(clean[max(sentence.start, time.start - 4) : time.start])
        or _BASE_AFTER.match(clean[time.end : time.end + 24])
    )


def times_in(text: Text, start: int, end: int) -> list[Time]:
    """The times inside [start, end)."""
    times = text.times
    at = bisect_left(times, start, key=lambda t: t.start)
    inside: list[Time] = []
    while at < len(times) and times[at].end <= end:
        inside.append(times[at])
        at += 1
    return inside


_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_THEME_YEAR = re.compile(
    r"[^届周一二两三四五六七八九十百\d]年(?:[”』]|活动|行动|专项|主题|工作|工程)*$|第[一二三四五六七八九十]+次.{2,10}普查"
)


def find_years(scene: Scene) -> list[Attribute]:
    """The year of every event, and of programmes that are a year's own (“作风建设年”活动, 2023年春风行动).

    A year inside the name wins; else it is the year that the sentence speaks of.
    """
    found: list[Attribute] = []
    clean = scene.text.clean
    for sentence, mentions in sentences_with_mentions(scene):
        for m in mentions:
            if m.type not in ("Event", "Program"):
                continue
            surface = clean[m.start : m.end]
            named = _NAMED.search(surface)
            if named and re.match(r"[年]?[—\-~至]", surface[named.end() :]):
                named = None  # 2021—2035年: an interval
                if m.type == "Program":
                    continue
            if m.type == "Program" and not named and not _THEME_YEAR.search(surface):
                continue
            if named:
                start, end = m.start + named.start(1), m.start + named.end(1)
                found.append(_year(m, int(named[1]), start, end, "year.name", 0.95))
                continue
            if sentence.part == "glossary":
                continue
            clause = max(sentence.start, *(clean.rfind(c, sentence.start, m.start) + 1 for c in "，；"))
            year = year_at(scene.text, sentence, m.start, clause)
            if year is not None:
                time = time_at(scene.text, sentence, m.start, clause)
                start, end = (time.start, time.end) if time else (m.start, m.end)
                found.append(_year(m, year, start, end, "year.sentence", 0.75))
    return found


def _year(m: Mention, year: int, start: int, end: int, rule: str, confidence: float) -> Attribute:
    return Attribute(m.ref, "year", str(year), start, end, rule, confidence, float(year), None, year)
