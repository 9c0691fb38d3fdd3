"""Names without a word that only points at them, and without brackets that are half theirs or tell their parts.

Example: 该|白鹭污水处理厂, 待建的|青山大桥, 青山河黑臭水体治理|（东支、西支）,
白鹭污水处理厂|（续建）.
No example: 其林水库, 石桥（国际）物流港.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.resolve.names import canonical
from kg.resolve.trim_firms import cut
from kg.types import Mention

_POINTED_AT = re.compile(
    "(?:该|其(?![他它余林塔亚])|此(?=[一-龥]{4}))(?=[一-龥A-Za-z“]{4})"
    "|(?:专访|对话|探访)(?=[一-龥]{4})|(?:[待在拟新已改扩续停]建|规划中|建设中|原有|现有)的(?=[一-龥A-Za-z“]{3})"
)
# 年底|前先导产业园封顶: until when
_UNTIL = re.compile("(?:年|月|季度|旬)底$|(?:春|国庆|汛期|入冬|供暖)$")
# 年产5万吨的|白鹭竹炭, 投资8亿元的|白鹭竹炭: how large it is
_SIZED = re.compile(
    r"(?:[年日]产|日处理|总?投资|占地|用地)(?:面积)?(?:约|近|超)?\d[\d.]*[^，。、的\d]{1,8}的(?=[一-龥A-Za-z“]{4})"
)
# 石桥风电场|总装机150MW, 十万吨二甲醚|项目土建工程, 白鹭轴承|项目2条生产线: how large it is, a part of the work
_TAIL = re.compile(
    r"(?:总装机(?:容量)?\d[\d.]*(?:万?千瓦|MW|兆瓦)|项目(?:土建|主体|桩基|基础)工程|项目(?:首条|\d+条)?(?:生产线|产线)|项目(?:主体|厂房))$"
)
_SEE = re.compile("(?<=期|程)视[一-龥]{1,6}$")  # 二期工程|视一期运营情况启动
_SHELL = re.compile("(?<=期)(?:标准)?(?:厂房|车间)$")  # 白鹭电子二期|厂房主体封顶
_OF_PARTS = re.compile("（(?:[含包]括?[^（）]{2,20}|[^（）、]{2,10}(?:、[^（）、]{1,10})+)）$")
# 白鹭污水处理厂|（续建）: its stage in a list
_STAGE = re.compile("（(?:(?:[续新迁拟在重]|改?扩|改)建|前期(?:工作)?|新开工|竣工|收尾|储备)(?:项目|工程)?）$")


def edges_trimmed(clean: str, m: Mention) -> Mention:
    """A thing's mention without what points at it before, a project's without its parts or its stage behind."""
    if m.type not in ("Project", "Zone", "Organization"):
        return m
    if pointed := _POINTED_AT.match(clean, m.start, m.end):
        m = cut(clean, m, pointed.end(), m.end)
    if m.type == "Project" and (sized := _SIZED.match(clean, m.start, m.end)):
        m = cut(clean, m, sized.end(), m.end)
    if clean.startswith("前", m.start) and _UNTIL.search(clean, max(0, m.start - 3), m.start) and m.end - m.start > 4:
        m = cut(clean, m, m.start + 1, m.end)
    if m.type == "Project" and (tail := _TAIL.search(clean, m.start + 4, m.end)):
        m = cut(clean, m, m.start, tail.start())
    if m.type == "Project" and (see := _SEE.search(clean, m.start + 2, m.end)):
        m = cut(clean, m, m.start, see.start())
    if clean.startswith("主体", m.end) and m.type == "Project" and (shell := _SHELL.search(clean, m.start + 4, m.end)):
        m = cut(clean, m, m.start, shell.start())
    if m.type != "Project":
        return m
    behind = next((found for of in (_OF_PARTS, _STAGE) if (found := of.search(clean, m.start + 4, m.end))), None)
    return cut(clean, m, m.start, behind.start()) if behind else m


def balanced(clean: str, m: Mention) -> Mention:
    """A mention without half a bracket: 河道整治（东河、西河） ends before it, 白鹭）变电站 is 白鹭变电站."""
    surface = clean[m.start : m.end]
    opened, closed = surface.rfind("（"), surface.find("）")
    if opened > 3 and "）" not in surface[opened:]:
        return replace(m, end=m.start + opened, key=canonical(surface[:opened]))
    if closed == 0 and len(surface) > 2:  # 云岭示范区（试验区|）白鹭产业园
        return replace(m, start=m.start + 1, key=canonical(surface[1:]))
    if 0 < closed < len(surface) - 1 and "（" not in surface[:closed]:
        return replace(m, key=canonical(surface[:closed] + surface[closed + 1 :]))
    return m
