"""Who left poverty, and what was cut: counts and rates that stand before what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.listed import Stated

_POVERTY = re.compile(
    r"(?<![\d.])(?:(\d+(?:\.\d+)?)([万余多]*)户、?)?(\d+(?:\.\d+)?)([万余多]*)(?:名|个)?(?!贫困[村县乡])(?:省定|国定|国家|现行|标准(?:以下|下)|低收入)*(?:农村|贫困|建档立卡|群众|人口|人)+[^，。；\d]{0,6}?(?:脱贫|减贫)"
)
_OUT_OF_POVERTY = re.compile(
    r"(?<![\d.])(\d+)个(?:省定|国定|国家级|省级|深度|建档立卡)?(贫困村|贫困乡镇?|贫?困?(?:县区|县市|县|旗县|村))"
    r"(?:全部|如期|均|顺利|已|实现|达标|有序|整体|整村|整县|[、，“])*((?:退出|出列|脱贫|摘帽)+)"
)
_OUT = r"(?:的|年度|全部|均|如期|实现|顺利|按期)*(?P<how>(?:脱贫|减贫|摘帽|退出|出列)+)"
_ALL_OUT = (  # 完成3个县、120个贫困村、6.2万贫困人口的脱贫任务; 600个贫困村、5个贫困县全部出列
    re.compile(
        r"(?<![\d.])(?P<counties>\d+)个(?P<county>(?:贫困)?县(?:[区市])?)[、，和](?P<villages>\d+)个(?P<village>贫困村|贫困乡镇?)"
        rf"(?:[、，和][\d.]+万?余?(?:名|个)?(?:农村|贫困|建档立卡)*(?:人口|群众|人))?{_OUT}"
    ),
    re.compile(
        rf"(?<![\d.])(?P<villages>\d+)个(?P<village>贫困村|贫困乡镇?)[、，和](?P<counties>\d+)个(?:国家级?|省级)?(?P<county>(?:贫困)?县(?:[区市])?){_OUT}"
    ),
)
_CUT = re.compile(
    r"(?:压减|压缩|削减|核减)了?(\d+(?:\.\d+)?)%(?:以上|左右)?的?([^\d，。；、：%]{0,8}(?:支出|经费))(?=[，。；、\n])"
)


def find_poverty(clean: str, start: int, end: int) -> Iterator[Stated]:
    """3120户9860人实现脱贫 → households and people; 12个贫困村全部出列 → 出列贫困村."""
    if "贫" not in (text := clean[start:end]) and "摘帽" not in text:
        return
    for m in _POVERTY.finditer(clean, start, end):
        for group, name, unit in ((1, "脱贫户数", "户"), (3, "脱贫人数", "人")):
            if m[group]:
                name = "预" + name if clean[m.end() - 3] == "预" else name  # 实现预脱贫: nobody has checked it yet
                unit = ("万" if "万" in m[group + 1] else "") + unit
                yield Stated(name, float(m[group]), unit, m.start(group), m.end(group + 1))
    for m in _OUT_OF_POVERTY.finditer(clean, start, end):
        what = "贫困村" if m[2] == "村" else m[2]  # 2.3万人脱贫、73个村退出
        yield Stated(m[3] + what, float(m[1]), "个", m.start(1), m.start(1) + len(m[1]) + 1)
    for pattern in _ALL_OUT:
        for m in pattern.finditer(clean, start, end):
            for counted, name in (("counties", m["county"]), ("villages", m["village"])):
                yield Stated(m["how"] + name, float(m[counted]), "个", m.start(counted), m.end(counted) + 1)


def find_cuts(clean: str, start: int, end: int) -> Iterator[tuple[Stated, int]]:
    """压减10%的一般性支出: a fall that stands before what falls, with the position where its clause begins."""
    if clean.find("%", start, end) < 0:
        return
    for m in _CUT.finditer(clean, start, end):
        yield Stated(m[2], float(m[1]), "%", m.start(1), m.end(1) + 1), m.start()
