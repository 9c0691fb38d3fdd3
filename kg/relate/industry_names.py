"""The industry that the name of a park or project says it is of: 玻璃产业园, 玻璃生产基地."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.relate.members import no_trade
from kg.types import Claim, Mention

_SITE = re.compile(
    r"(?:产业|科技|文化)*(?:（[^（）]*）)?(?:产业园区?|产业小镇|小镇|园区|工业园区?|科技园|集聚区|集中区|示范区|核心示范区|产业带|产业城|基地|园)"
    r"(?:[（(]?[一二三四五]期[）)]?|[一-龥]{2,4}(?:配套区|分园|园区|片区))?$"
)
# 油茶示范项目, 数字经济公共服务平台: what the name says is done, is done in that industry; a production line or a
# laboratory is named for what it makes or tests
_WORK = re.compile(
    r"(?:产业|数字化|智能化|自动化|应用|工业|公共|综合|发展|建设|研发|检测)*(?:产业园|产业基地|孵化基地|交易中心|加工厂|(?:加工|生产|制造|智造)基地|(?:种植|养殖|繁育|繁殖|育苗|良种)*(?:基地|场)|项目|综合开发|开发|示范项目|创建项目|服务平台|物流中心|产业发展|产业建设)(?:建设)?(?:项目)?(?:[（(]?[一二三四五]期[）)]?)?$"
)
_PLANT = re.compile("[钢铁铝铜镍]|石化|化工")  # a 钢铁基地 is one plant, unlike a 中药材基地


def by_name(view: View, clause: Clause, thing: Mention) -> Iterator[Claim]:
    """玻璃产业园, 玻璃生产基地 where the text has a 玻璃产业."""
    shape, rule = (_SITE, "zone_name") if thing.type == "Zone" else (_WORK, "project_name")
    for at, stem, ref in view.named(thing.key, view.stems):
        rest = thing.key[at + len(stem) :]
        if (not rest and stem.endswith("交通")) or (rest == "基地" and _PLANT.search(stem)):
            continue
        if stem not in no_trade(view.lexicon) and (
            shape.fullmatch(rest) or (rule == "project_name" and not rest and len(stem) > 3)
        ):
            yield view.claim("in_industry", thing.ref, ref, (clause,), rule, (span(thing), None))
            return
