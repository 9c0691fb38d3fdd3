"""Works without the firm that a verb tells of before them: 甲服饰扩建|羽绒服生产线, 乙科技投资建设|智能座椅产业园.

So without the place before the firm that they are named after: 云岭高新区|甲轴承二期, 石桥县|乙乳业扩建.
No example: 甲钢铁扩建, 乙新建二期, which are called so; 甲公司玻璃基地, without a verb; 石桥轴承二期.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.ontology import load_gazetteer
from kg.ontology.divisions import is_province
from kg.resolve.trim_firms import cut
from kg.types import Mention

_DOES = re.compile(
    r"(?:正在|已经|已|拟|将|计划|共同|联合|独资|总)*(?:投资|出资|斥资)?(?:[\d.]+亿元|[\d.]+万元)?"
    r"(?:(?:建设|新建|兴建|扩建|打造|设立|建成|上马)(?:的|了)?(?=.{4})|(?<=资)的(?=.{4}))(?![一二三四五六]期)"
)
# 云岭高新区|江东|甲轴承二期, 云岭高新区|东河组团投资建设|智能座椅产业园
_SITE_DOES = re.compile("(?:[一-龥]{2,4}(?:组团|片区|园区))?(?:拟|计划)?(?:投资|出资|斥资)(?:建设|新建|兴建)(?=.{4})")

_NAME = 3  # characters behind a province of what is named there at least


def without_place(clean: str, m: Mention, firms: Mapping[int, int], places: Mapping[int, int]) -> Mention:
    """A project's mention from the firm on, where a place (`places`: start → end) stands before that.

    Args:
        clean: the text.
        m: the mention.
        firms: where the firms of the text begin and end.
        places: where its zones begin and end, and the divisions that are named in full.
    """
    if m.type != "Project" or m.rule.startswith("table") or m.start in firms:
        return m
    end = places.get(m.start, m.end)
    if end >= m.end:
        return m
    if does := _SITE_DOES.match(clean, end, m.end):
        return cut(clean, m, does.end(), m.end)
    named = end in firms or any(_is_province(clean[end:at]) and m.end - at > _NAME for at in (end + 2, end + 3))
    return cut(clean, m, end, m.end) if named else m


def _is_province(name: str) -> bool:
    """Whether a name is a province's short one: 江西."""
    return any(is_province(code) for code in load_gazetteer().short.get(name, ()))


def without_investor(clean: str, m: Mention, firms: Mapping[int, int]) -> Mention:
    """A project's mention from behind the verb, where a firm (`firms`: start → end) stands before that."""
    if m.type != "Project" or m.rule.startswith("table") or (end := firms.get(m.start, m.end)) >= m.end:
        return m
    does = _DOES.match(clean, end, m.end)
    return cut(clean, m, does.end(), m.end) if does else m
