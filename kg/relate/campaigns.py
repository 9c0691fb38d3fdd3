"""Campaigns: programmes that are carried out in single works, and what of a clause behind one is no such work."""

from __future__ import annotations

import re

from kg.relate.clauses import Clause, View
from kg.types import Mention

_CAMPAIGN = re.compile(
    r"(?:行动|工程|计划|整改|工程建设|城市更新|提质升级|污染防治|攻坚战|保卫战|会战|决战|战役|大比武|攻势|[水河湖]共治|歼灭战|(?<!脱贫|扶贫)攻坚|一批|(?:四好农村路|四好公路|美丽农村路)(?:建设|创建)?|[一-龥](?<![一二两三四五六七八九十百今明去前全每整当半个])年[”]?(?:活动|行动)?)$"
)  # work that is done in single projects, unlike a reform
# 十大工程, 民生实事: so many works
COUNTED = re.compile(
    r"[一二三四五六七八九十百\d]+(?:大|个|件|项|批)?[^，]{0,6}(?:项目|工程|实事)|民生实事|民办?实事|重点工程|重点项目"
)
# what such work is done on where it is of one kind: no road belongs to a 饮水安全工程 or a 防护林工程
_ONE_KIND = re.compile(
    r"防护林|退耕|退牧|天然林|天保|公益林|封山|风沙|石漠|生态保护|草原|绿化|造林|水土保持|小流域|饮水|人饮|水窖|雨水|安居|危房|土坯房|泥草房|茅草房"
    r"|校舍|校安|寄宿|农远|广播|电视|村村通|户户通|西新|光明|阳光|雨露|就业|培训|沼气|电网|农网|良种|沃土|种子|测土|节水|兴边富民|书屋|低保|救助|资助|计生"
)
# campaigns that are no series of works; 产业扶贫工程 is one
_NO_WORKS = re.compile(r"脱贫|扶贫(?![^，]{0,4}工程$)|疫情|扫黑|反腐|禁毒|风险|创文|创卫")
# 东湖水库水源地水质达标, 甲治理区入选国家重点工程: something else is said of them
_OTHERWISE = re.compile(
    r"[”]?(?:等)?(?:(?:饮用水)?(?:水源地|断面|水质|监测点)"
    r"|(?:[^，。；、]{0,6}(?:项目|企业))?(?:成功|均|被|已|还|先后|分别|双双)*(?:入选|列入|纳入|获|荣获|入围|跻身|上榜|被[^，。；、]{0,8}(?:认定|评|授予|列|命名)))"
)
# 推进老旧小区改造，甲、乙等12个小区完成改造; 棚户区改造有序推进，丙片区征收完成
_DONE_THERE = re.compile(r"(?P<what>[^，。；]{0,14}?)(?P<done>改造|更新|征收|征迁|拆迁|征拆|整治|治理|提升|安置)")
_SITES = re.compile(r"(?:改造|更新|整治|治理|提升)(?:工程|行动|项目)?$")
_KIND = re.compile(r"老旧小区|棚户区|城中村|背街小巷|老旧厂区|老旧街区|危旧房|农贸市场|菜市场|易涝点|小流域|水库")


def is_campaign(view: View, program: Mention) -> bool:
    """Whether a programme is work that is done in single projects: 城市更新, “百镇千村”行动计划, no reform."""
    named = (program.key, view.surface(program))  # “百镇千村”行动计划 has the key 百镇千村
    return any(map(_CAMPAIGN.search, named)) and _NO_WORKS.search(max(named, key=len)) is None


def of_one_kind(program: Mention) -> bool:
    """Whether a programme says by its name what it is done on, so that other works beside it are none of its."""
    return _ONE_KIND.search(program.key) is not None


def is_other(view: View, members: list[Mention]) -> bool:
    """Whether a list is told something else of than work on it: 甲入选国家计划."""
    return _OTHERWISE.match(view.clean, members[-1].end) is not None


def done_there(view: View, clause: Clause, program: Mention, end: int) -> bool:
    """Whether the words behind a list that ends at `end` say that a programme's work is done on it.

    推进老旧小区改造，甲、乙等12个小区完成改造. Not so: 推进城中村改造，丙等8个老旧小区完成改造.
    """
    there = _DONE_THERE.match(view.clean, end, clause.end) if _SITES.search(program.key) else None
    if there is None or any(kind[0] not in program.key for kind in _KIND.finditer(there["what"])):
        return False
    return there["done"] in program.key or any(word in there["done"] for word in "征拆")
