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
    found: int | None = None
    clean = text.clean
    only_base = False
    for time in times_in(text, sentence.start, position):
        if is_base(clean, sentence, time):
            only_base = True
            continue
        if time.start >= clause or time.start - sentence.start <= 6 or only_base:
            found = time.last
    if found is not None:
        return found
    if only_base:
        document = text.document
        return document.plan_year if sentence.modality == "planned" and document.plan_year else document.year
    return sentence.year


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
                year: int | None = int(named[1])
            elif sentence.part == "glossary":
                continue
            else:
                clause = max((clean.rfind(c, sentence.start, m.start) for c in "，；"), default=-1) + 1
                year = year_at(scene.text, sentence, m.start, max(clause, sentence.start))
            if year is not None:
                found.append(_year(m, year, named))
    return found


def _year(m: Mention, year: int, named: re.Match[str] | None) -> Attribute:
    start, end = (m.start + named.start(1), m.start + named.end(1)) if named else (m.start, m.end)
    rule = "year.name" if named else "year.sentence"
    return Attribute(m.ref, "year", str(year), start, end, rule, 0.95 if named else 0.75, float(year), None, year)
