"""The industries that a clause gives as the business of the company of its sentence.

Example: 明澈集团成立于1998年，已形成“玻璃制造、光伏组件”两大业务板块; 天工电气是…，集风电、光伏于一体的集团.
No example: 明澈集团、天工电气…，形成玻璃产业集群.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

_COMPANY = frozenset({"Enterprise"})
_OTHERS = frozenset({"Enterprise", "Project", "Zone"})
_BUSINESS = re.compile(
    r"[”]?(?:等)?(?:[一二两三四五六七八九十\d]+(?:大|个))?(?:核心|主营|主导|重点)?(?:业务|产业板块|板块|产品线|主业)"
)
_HAS_LINES = re.compile(
    r"(?:目前|现|如今|已经?|逐步|初步|并|先后|加快|积极|大力|不断|持续|重点|主要)*"
    r"(?:形成|构建|打造|拥有|布局|拓展|涉及|涵盖|覆盖|做强|做优|深耕|推进|加快|加速|发展)(?:了|起|以)?[“]?"
)
# 是一家以储能业务为主，
_MAINLY = re.compile(r"(?:是|系|为)(?:一家|国内|全国|[^，。；、以]{0,8}?)以[“]?")
_MAIN = re.compile(r"[”]?(?:产业|行业)?(?:业务|生产|制造|研发|加工)*(?:等)?为(?:主业|主导|主体|核心|主)[，的、]")
# 集风电、光伏于一体的大型集团
_GATHERS = re.compile(r"(?:是|系|为)?(?:一家)?(?:集|融)[“]?")
_IN_ONE = re.compile(r"[”]?[^，。；]{0,16}?(?:于|为)一体的[^，。；]{0,16}?(?:企业|集团|公司|龙头|机构)")


def business_lines(view: View, clause: Clause) -> Iterator[Claim]:
    """The industries of a clause that goes on about the one company with which its sentence begins."""
    group = view.groups(clause)[-1] if clause.mentions else []
    if not group or group[-1].type != "Industry" or any(m.type in _OTHERS for m in clause.mentions):
        return
    if not _told(view, clause, group):
        return
    firms = view.governing(clause, _COMPANY, 6)
    if len(firms) != 1 or view.clean[firms[0].end] in "的等、与和" or firms[0].ref == view.home:
        return
    where = view.clause(firms[0].start)
    for m in clause.mentions:
        if m.type == "Industry":
            yield view.claim("in_industry", firms[0].ref, m.ref, (where, clause), "verb", (span(firms[0]), span(m)))


def _told(view: View, clause: Clause, group: list[Mention]) -> bool:
    """Whether the words around the industries of a clause say that they are somebody's business."""
    start, first, last = clause.start, clause.mentions[0].start, group[-1].end
    return any(
        before.fullmatch(view.clean, start, first) and behind.match(view.clean, last, clause.end)
        for before, behind in ((_HAS_LINES, _BUSINESS), (_MAINLY, _MAIN), (_GATHERS, _IN_ONE))
    )
