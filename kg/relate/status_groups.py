"""The stage of a group that is only counted (集中开工31个项目), and of the site where a ceremony is held."""

from __future__ import annotations

import re

from kg.relate.status import Stage, StatusVerbs
from kg.relate.status_cues import is_soon
from kg.types import Mention, Modality, Span

_COUNTED_GROUP = re.compile(
    r"(开工|动工|签约|竣工|投产)(?:建设)?的?(?:\d+|[一二三四五六七八九十百]+)余?[个宗][^，。；]{0,14}?项目"
    r"|(?:\d+|[一二三四五六七八九十百]+)余?[个宗][^，。；]{0,14}?项目[^，。；]{0,8}?(开工|动工|签约|竣工|投产)"
    r"|(开工|动工|签约|竣工|投产)的?项目(?:(?:共计?|合计|总共|达|有)?\d+余?[个项]|中|里|方面)"
    r"|(开工|动工|签约|竣工|投产)(?:\d*[十百]?亿元(?:以上|级)?的?)(?:重点|重大|产业|工业|招商)*项目(?:共|达)?\d+余?[个项](?![、，](?:新|已)?(?:开工|签约|竣工|投产|在建|落地))"
    r"|(?:多个|一批)[^，。；]{0,10}?项目[^，。；]{0,6}?(建成投产|竣工投产|开工|动工|签约|竣工|投产)"
    r"|[“《](开工|动工|签约|竣工|投产|建成|达效)一批[”》]的?(?:重大|重点|产业|活动)*项目"  # “投产一批”项目4个
)
_ALREADY = re.compile(r"已(?:经|全部|陆续|实现|累计)*(签约|开工|动工|竣工|投产)了?\d+余?[个项]")
_ON_SITE = re.compile(
    r"[”』》]?(?:项目|工程)?(?:((?:建设|施工|工程)现场|(?:建设|施工)?工地"
    r"|(?:项目)?现场(?=，[^。]{0,24}(?:正在|忙|施工|塔吊|挖掘机|挖机|机器|工人)))|(?:建设|施工)?现场)"
)
# 来到甲、乙等项目现场，|实地察看项目建设进度
_INSPECTED = re.compile(
    r"[”』》]?(?:等)?(?:重点|重大|在建)?(?:项目|工程)?(?:建设|施工)?现场，(?:现场|实地|详细|认真|仔细)*"
    r"(?:察看|查看|了解|督办|督导|检查|询问)[^，。；]{0,4}?((?:建设|施工|工程|推进)(?:的)?(?:进度|进展))"
)
_BEGINS_AT = re.compile(r"(开工|奠基|动工)[^，。；]{0,12}(?:仪式|活动|大会)?(?:，(?:主会场)?设)?在[^，。；]{0,14}$")
_LEAD = 120  # characters before a thing in which a sentence says what begins there


def venue(clean: str, start: int, thing: Mention) -> Stage | None:
    """集中开工活动在甲项目现场举行: what begins there is that project; 走进乙工程施工现场: it is being built.

    So is what one comes to in order to see how far it is: 来到甲、乙等项目现场，实地察看项目建设进度.
    """
    if seen := _INSPECTED.match(clean, thing.end):
        return Stage("building", Span(*seen.span(1)), "status.venue")
    site = _ON_SITE.match(clean, thing.end)
    if site is None:
        return None
    if held := _BEGINS_AT.search(clean, max(start, thing.start - _LEAD), thing.start):
        return Stage("started", Span(*held.span(1)), "status.venue")
    return Stage("building", Span(*site.span(1)), "status.venue") if site[1] else None


def counted(verbs: StatusVerbs, clean: str, start: int, end: int, modality: Modality) -> Stage | None:
    """The stage of a group that is only counted: 全市集中开工31个项目, 18个项目签约."""
    m = _COUNTED_GROUP.search(clean, start, end)
    if m is None:
        return None
    if begun := _ALREADY.search(clean, m.end(), end):  # 计划新开工36个，已开工22个
        return Stage(verbs.told(begun[1], "done"), Span(*begun.span(1)), "status.group")
    group = next(n for n in range(1, 7) if m[n])
    soon = modality == "planned" or is_soon(clean, start, m.start())
    return Stage(
        verbs.told(m[group], "planned" if soon else "done"), Span(m.start(group), m.end(group)), "status.group"
    )
