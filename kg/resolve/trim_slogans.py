"""Slogans without what somebody calls them, and with the verb that each phrase of a row has.

Example: “1420”|总体部署 is 1420; of 围绕建设山水名城、打造活力新区, the whole row. No example:
建设富强、文明、和谐家园, whose phrases have no verb of their own.
"""

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
_VERB = "(?:建设|打造|建成|共建|争当|构建|构筑|培育|塑造|创建|争创|实现|推进|做强|做优|做大|守护|守牢|筑牢|聚力|奋力)"
_ENDS_IN_VERB = re.compile(_VERB + "$")
_VERBS_BEHIND = re.compile(f"[^、，。；：]{{2,10}}(?:、{_VERB}[^、，。；：]{{2,10}})+")


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
    known = _OF_KNOWN.fullmatch(clean, m.start, m.end) if ":lexicon" not in m.rule else None
    if known and known["known"] in load_lexicon().names("slogans"):
        return cut(clean, m, m.start, known.end("known"))
    verb = _ENDS_IN_VERB.search(clean, max(0, m.start - 2), m.start)
    if verb and _VERBS_BEHIND.fullmatch(clean, m.start, m.end):
        first, second, *_ = clean[verb.start() : m.end].split("、")
        if len(first) == len(second):
            return cut(clean, m, verb.start(), m.end)
    return m
