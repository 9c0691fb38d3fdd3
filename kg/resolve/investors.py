"""Works without the firm that a verb tells of before them: 甲服饰扩建|羽绒服生产线, 乙科技投资建设|智能座椅产业园.

No example: 甲钢铁扩建, 乙新建二期, which are called so; 甲公司玻璃基地, without a verb.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.resolve.trim_firms import cut
from kg.types import Mention

_DOES = re.compile(
    r"(?:正在|已经|已|拟|将|计划|共同|联合|独资|总)*(?:投资|出资|斥资)?(?:[\d.]+亿元|[\d.]+万元)?"
    r"(?:(?:建设|新建|兴建|扩建|打造|设立|建成|上马)(?:的|了)?(?=.{4})|(?<=资)的(?=.{4}))(?![一二三四五六]期)"
)


def without_investor(clean: str, m: Mention, firms: Mapping[int, int]) -> Mention:
    """A project's mention from behind the verb, where a firm (`firms`: start → end) stands before that."""
    if m.type != "Project" or m.rule.startswith("table") or (end := firms.get(m.start, m.end)) >= m.end:
        return m
    does = _DOES.match(clean, end, m.end)
    return cut(clean, m, does.end(), m.end) if does else m
