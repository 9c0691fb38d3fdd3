"""What the report of a town tells of single households, which is no statistic of it.

Example: 发放低保金156万元, 解决1200人饮水问题, 开发公益性岗位182个 of a town. No example: 新增转移就业120人,
养老保险参保率98%; 发放创业担保贷款4亿元 of a city.
"""

from __future__ import annotations

import re

from kg.types import Ref

_TOWN = re.compile(r"\d{9}|.*(?:[乡镇村]|街道|苏木|社区)")  # the code of a town, the name of one without
_PAID = re.compile(
    "补贴|补助|救助|低保|五保|供养|抚恤|优抚|慰问|养老金|护理费|奖补|资助|助学|奖金|补偿|惠[农民牧]|小额|残疾|救济|保险金|以工代赈"
)
_HELPED = re.compile("培训|公益性?岗位|饮水|帮扶|救助|慰问|走访|资助|安置|低保|五保|残疾|救济")
_SHARE = re.compile("标准|水平|率$|占比")


def of_single_households(home: Ref | None, name: str, kind: str) -> bool:
    """Whether a figure (of money, or a count) of a town tells what was paid to, or done for, its households."""
    if home is None or home.type != "Region" or _TOWN.fullmatch(home.key) is None or _SHARE.search(name):
        return False
    return (_PAID if kind == "money" else _HELPED).search(name) is not None
