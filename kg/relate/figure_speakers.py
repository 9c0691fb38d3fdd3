"""Figures of the news that are those of a firm's people, a farmer or a village: “我们处理电池60万吨。”某公司经理说."""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figure_owners import owners

WHOLE_PLACE = re.compile(r"(?<!占)[全我](?:省|市|县|区|镇|乡|州|旗|盟)|地区生产总值|GDP")
WHOLE_AGAIN = re.compile(rf"(?:{WHOLE_PLACE.pattern})(?!产业园|园区|工业园|开发园|各园)")
_WE = re.compile(r"我们(?!市|县|区|省|镇|乡|州|这[个座])|我司|公司")
# 某公司负责人张某说，前三季度产量增长52%
_TOLD = re.compile(
    r"(?:公司|工厂|企业|车间|合作社|生产)[^，。；“”]{0,8}(?:负责人|董事长|总经理|经理|厂长|主管)[^，。；“”]{0,6}(?:说|介绍|表示|告诉[^，。；]{0,6})(?=，)"
    r"|(?:董事长|总经理|总裁|厂长)[^，。；“”]{2,4}(?:说|介绍|表示|告诉[^，。；]{0,6})(?=，)"
)
_OF_A_FIRM = re.compile(
    r"”[^“”\n]{0,40}?(?:公司|集团|厂|药业|科技|股份|食品|重工|实业|合作社|企业|店|生产|技术|车间|董事长|总经理)[^“”\n]{0,12}?(?:负责人|经理|董事长|主任|说|介绍|表示|告诉|厂长|理事长)"
)
_FAR = 500  # characters in which a quote begins and ends


def of_a_household(line: Line, near: int, position: int) -> bool:
    """Whether the sentence speaks of a farmer or a village and not of the whole place since."""
    if line.is_report:
        return line.clean.find("全村", near, position) >= 0
    last = max((m.end() for m in owners().farmer.finditer(line.clean, near, position)), default=0)
    return last > 0 and WHOLE_AGAIN.search(line.clean, last, position) is None


def says_a_firm(line: Line, position: int) -> bool:
    """Whether somebody of a firm says it: “我们每年处理废旧电池60万吨。”某公司负责人说."""
    start, clean = line.near(position), line.clean
    told = max((m.end() for m in _TOLD.finditer(clean, start, position)), default=0)
    if not line.is_report and told and WHOLE_AGAIN.search(clean, told, position) is None:
        return line.said.place is None
    if line.is_report or _WE.search(clean, start, position) is None:
        return False
    quote = clean.rfind("“", max(0, line.sentence.start - _FAR), position)
    end = clean.find("”", position, position + _FAR)
    spoken = quote >= 0 and clean.find("”", quote, position) < 0 <= end
    return spoken and _OF_A_FIRM.match(clean, end, min(len(clean), end + 64)) is not None
