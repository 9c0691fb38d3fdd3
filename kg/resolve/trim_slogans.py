"""Slogans without what somebody calls them: “1420”|总体部署 is 1420. No example: “354560”改革目标."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.ontology import load_gazetteer, load_lexicon
from kg.resolve.names import canonical
from kg.resolve.places import leading_region
from kg.resolve.trim_firms import cut
from kg.types import Mention

# “1420”|总体部署: what somebody calls it is no part of the name
_CALLED_SO = re.compile("“(?P<name>[^“”]{2,16})”(?:(?:总体|工作|战略)部署|(?:工作|目标)任务|总体思路)")
# “智造高地、城市门户”|定位: a phrase that stands alone, unlike “354560”改革目标
_LONG = re.compile("“(?P<name>[^“”]{8,40})”的?(?:总体|发展|工作|奋斗)?(?:目标|定位|思路|要求|愿景)")
# 优化|新型城镇化|布局, 加快|乡村振兴|步伐: what of a known slogan somebody sees to
_OF_KNOWN = re.compile("(?P<known>.{4,}?)(?:空间)?(?:布局|步伐|进程|进度|水平|质量|大局|局面|成效)")
# 中央|保增长、保民生、保稳定: by whom a known slogan was given out
_WHOSE = re.compile("(?:党中央|中央|国家|国务院|省委|自治区党委|市委)(?P<known>.{4,})")


def slogan_trimmed(clean: str, m: Mention) -> Mention:
    """A slogan's mention with the bounds of its name."""
    if called := _CALLED_SO.fullmatch(clean, m.start, m.end):
        return cut(clean, m, *called.span("name"))
    if alone := _LONG.fullmatch(clean, m.start, m.end):
        return replace(m, key=canonical(alone["name"]))
    place = leading_region(clean[m.start : m.end], load_gazetteer()) if m.rule == "tagger" else None
    if place and clean[m.start + place[1] : m.end].removesuffix("战略") in load_lexicon().names(
        "slogans"
    ):  # 石桥|乡村振兴战略
        return cut(clean, m, m.start + place[1], m.end)
    given = _WHOSE.fullmatch(clean, m.start, m.end) if m.rule == "tagger" else None
    if given and given["known"] in load_lexicon().names("slogans"):
        return cut(clean, m, given.start("known"), m.end)
    known = _OF_KNOWN.fullmatch(clean, m.start, m.end) if ":lexicon" not in m.rule else None
    if known and known["known"] in load_lexicon().names("slogans"):
        return cut(clean, m, m.start, known.end("known"))
    return m
