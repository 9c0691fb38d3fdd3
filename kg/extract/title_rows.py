"""Titles that run on without a mark between them, as pages lose their marks: 江东省双拥模范县|江东省环保模范县.

No example: 江东省全国文明城市创建先进县, 中国县域百强县.
"""

from __future__ import annotations

import re

PROVINCES = (  # those whose names a title may begin with, without their kind
    "河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南"
    "|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
_LEVELS = (
    r"全国(?!性)|全省|国家(?!级?(?:经|高新))|省级|世界(?!级)|中国(?!式)|自治区(?!级)"
    rf"|(?:{PROVINCES})(?:省|自治区)"
)
_FROM = re.compile(_LEVELS)
# the end of a title, and the level of the next
_NEXT = re.compile(
    rf"(?<=[县市区镇乡村城体位])(?<!全市)(?<!全县)(?<!全区)(?=(?:{_LEVELS})[^，。；：、“”]{{2,24}}(?:[县市区镇乡村城位体奖业园地点])$)"
)
_SHORTEST = 6  # characters of such a title


def row_of_titles(title: str) -> list[tuple[int, int]]:
    """Where the titles of a row stand in it; a single one where it is none."""
    if not _FROM.match(title):
        return [(0, len(title))]
    starts = [0, *(m.start() for m in _NEXT.finditer(title) if m.start() >= _SHORTEST)]
    return list(zip(starts, [*starts[1:], len(title)], strict=True))
