"""What a sentence only describes: what is made or where it is used is no work, a mineral or a word for size no firm."""

from __future__ import annotations

import re

from kg.resolve.heads import whole
from kg.types import Mention

# 专业生产铜箔、|星沅隔膜; 主要用于|户外储能
_MAKES = re.compile(
    r"(?:主要?(?:从事|生产|产品|开展|用于|应用于)|研发、?生产|专业生产|产品(?:主要|广泛)?(?:用于|应用于|包括|涵盖|覆盖)|应用(?:场景|领域)(?:包括|涵盖))"
    r"[^。；\n]{0,60}\Z"
)
_CALLED = re.compile("(?:项目|工程)(?:[的、，。；和及与]|建设|等|$)")
# 将成为|星沅储能总部, 于一体的|现代化生产基地: what a thing is or wants to be
_IS = re.compile("(?:于一体的|将成为|有望成为|打造成为|打造成|建设成为|建设成|(?:该|此|这一)项目是)[“]?\\Z")
# 星沅动力电池、白鹭铜箔|等“三电”企业
_OF_FIRMS = re.compile(r"(?:、[^，。；、]{2,16}){0,5}等[^，。；、]{0,18}(?:企业|公司|厂商)(?!项目|总部)")
# 形成|年产5万吨高性能纤维|的生产能力: how much is made
_OUTPUT = re.compile(r"[年月日](?:产|处理|加工)|\d")
_ABLE = re.compile("的?(?:生产|加工|处理|制造)?(?:能力|产能|规模)")
# 规划|年产120GWh动力电池|，: what it is to make
_PLANNED_OUTPUT = re.compile("(?:规划|设计|设计产能|预计|达产后|建成后|投产后|全部达产)，?(?:可|将)?$")
# 明澈玻璃|主营光伏组件: what a firm does, no work
_DEALS_IN = re.compile(
    "[一-龥]{2,14}?(?:主营|主打|主要从事|专业从事|长期从事|从事|专注于|专注|主要生产|专业生产(?!线|基地|车间)|专门生产|致力于|深耕)[一-龥]"
)
# 四、明澈水泥二线项目。|日产4500吨熟料生产线|，总投资6.2亿元: what the item builds
_OF_ITEM = re.compile(
    r"(?:^|\n)(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]|[（(].{1,3}[）)]|[①-⑳])[^，。；：\n]{4,40}(?<!名称)[。：]\Z"
)
_SIZE = re.compile("[年月日](?:产|处理|加工|储)")
_ITEM = 48  # characters of the longest title of an item
_BACK = 70


def described(clean: str, m: Mention) -> bool:
    """Whether a mention is something that is made, used or wanted, by the words around it.

    Example: 产品主要用于户外储能电源 describes what 户外储能电源 is; 开工户外储能电源项目 names a work.
    """
    if m.type != "Project" or _CALLED.match(clean, m.end) or m.rule.startswith("table"):
        return False
    if _DEALS_IN.match(clean, m.start, m.end):
        return True
    if _SIZE.match(clean, m.start) and _OF_ITEM.search(clean[max(0, m.start - _ITEM) : m.start]):
        return True
    if _OUTPUT.match(clean, m.start) and _ABLE.match(clean, m.end):
        return True
    if clean.startswith("年产", m.start) and _PLANNED_OUTPUT.search(clean, max(0, m.start - 8), m.start):
        return True
    if _IS.search(clean, max(0, m.start - 8), m.start):
        return True
    if whole(m.key) and not m.key.endswith("项目"):
        return False
    return bool(_MAKES.search(clean, max(0, m.start - _BACK), m.start) or _OF_FIRMS.match(clean, m.end))
