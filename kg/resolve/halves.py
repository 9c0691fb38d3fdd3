"""Works and campaigns whose name says two things that are done, of which each half was taken for a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

# what is done in a house, which is no name of a house: 晶圆制造|和封装测试基地
_DONE_THERE = re.compile(
    "(?:制造|生产|研发|研究|加工|检测|检验|设计|销售|封装|运营|仓储|集散|展示|实训|培训|孵化|维修|回收|交易|结算)$"
)
_BUILT_UP = re.compile("(?:建设|改造|整治|治理|配套|创建|规范化|标准化)$")
# 青山小学标准化建设|和质量提升工程: a rise of what, only the first half says
_RAISED = re.compile(
    "(?:质量|能力|服务|水平|素质|管护|效能|功能|品质|服务能力|服务水平|服务质量)(?:提升|提质|改善|优化|保障)(?:工程|行动|计划|活动|项目)"
)
_JOIN = re.compile("[和及与]|以及")
_HOUSE = re.compile("[一-龥]{0,8}?(?:基地|中心|总部|产业园|园区|平台|工厂|厂区|大楼)(?:建设)?(?:项目)?")


def whole_again(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, two halves of a work or campaign as one.

    Example: 晶圆制造|和|封装测试基地项目 is one, 乡村学校标准化建设|和|质量提升工程 another. No example:
    白鹭电池制造和青山储能基地项目, where a firm or a place begins the second.
    """
    mentions = _joined(clean, mentions)
    begins = {m.start for m in mentions if m.type in ("Enterprise", "Region", "Zone")}
    second = {m.start: m for m in sorted(mentions, key=lambda m: m.end) if m.type == "Project"}
    joined: dict[Mention, Mention] = {}
    gone: set[tuple[int, int]] = set()
    for m in mentions:
        if m.type != "Project" or ":numbered" in m.rule or not _DONE_THERE.search(clean, m.start, m.end):
            continue
        join = _JOIN.match(clean, m.end)
        other = second.get(join.end()) if join else None
        if other is None or other.start in begins or not _HOUSE.fullmatch(clean, other.start, other.end):
            continue
        joined[m] = replace(m, end=other.end, key=canonical(clean[m.start : other.end]))
        gone |= {(x.start, x.end) for x in mentions if x.type == "Project" and x.start == other.start}
    kept = (m for m in mentions if m.type != "Project" or (m.start, m.end) not in gone)
    return [joined.get(m, m) for m in kept]


def _joined(clean: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, a programme and the rise that its second half tells of as one: 水厂标准化建设和能力提升工程."""
    ends = {m.end: m for m in mentions if m.type == "Program" and _BUILT_UP.search(clean, m.start, m.end)}
    whole: dict[Mention, Mention] = {}
    for m in mentions:
        if m.type != "Program" or _RAISED.fullmatch(clean, m.start, m.end) is None:
            continue
        first = next((ends[m.start - n] for n in (1, 2) if m.start - n in ends), None)
        if first is not None and _JOIN.fullmatch(clean, first.end, m.start):
            whole[first] = replace(m, start=first.start, key=canonical(clean[first.start : m.end]))
            whole[m] = whole[first]
    return mentions if not whole else list(dict.fromkeys(whole.get(m, m) for m in mentions))
