"""The part of a year that a figure is about: 上半年, 前三季度, 1-8月."""

from __future__ import annotations

import re

_QUARTERS = {"一": "一季度", "二": "二季度", "三": "三季度", "四": "四季度"}
_MONTHS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "元": 1, "十一": 11, "十二": 12}
_MONTH = r"(?:\d{1,2}|十[一二]|[一二两三四五六七八九十元])"
_PART = re.compile(
    rf"(?P<half>[上下]半年)(?![，。]?预[计期])|(?P<three>前三个?季度|前三季)|第?(?P<quarter>[一二三四])季度"
    rf"|前(?P<first>{_MONTH})个?月|(?<![\d至到\-—~～])(?P<month>\d{{1,2}})月(?:份(?!以来)|当月|单月)"
    r"|(?P<holiday>五一|国庆|中秋国庆|春节|元旦|清明|端午|中秋)(?:、(?:国庆|中秋))?(?:假期|小长假|假日|黄金周|长假|期间)"
    rf"|(?<!\d)(?P<from>{_MONTH})月?份?[\-—~～至到](?P<to>{_MONTH})月"
    r"|(?P<whole>今年以来|截至|目前|至今|现有|拥有|全年(?!任务|目标|计划|预算|预期)|年底|年末|去年|上年|今年|本年|(?:19|20)\d\d年(?!\d|[一二三四上下前第]|1?\d月))"
)
_COMPARED = re.compile(r"(?:[比较同与是为]|相当于)(?:去年|上年|前年|本年|同期)?$")


def part_of_year(clean: str, start: int, end: int) -> str:
    """The part of a year that clean[start:end] names last: 上半年, 前三季度, 1-9月; "" where it is a whole year."""
    found = ""
    if not any(clean.find(word, start, end) >= 0 for word in ("季", "半年", "月", "假", "期间", "黄金周")):
        return found
    for m in _PART.finditer(clean, start, end):
        if _COMPARED.search(clean[max(start, m.start() - 3) : m.start()]):
            continue  # 比上半年提高1.6个百分点
        if m["holiday"]:
            found = m["holiday"] + "假期"
        elif m["half"]:
            found = m["half"]
        elif m["three"]:
            found = "前三季度"
        elif m["quarter"]:
            found = _QUARTERS[m["quarter"]]
        elif m["month"]:
            found = f"{m['month']}月" if 1 <= int(m["month"]) <= 12 else ""
        elif m["whole"]:
            found = found if m["whole"] in ("今年", "本年") else ""
        else:
            found = _months(m["from"] or "1", m["to"] or m["first"])
    return found


def _months(first: str, last: str) -> str:
    from_, to = (int(n) if n.isdigit() else _MONTHS[n] for n in (first, last))
    if not 1 <= from_ <= to <= 12:
        return ""
    named = {(1, 3): "一季度", (1, 6): "上半年", (1, 9): "前三季度", (1, 12): ""}
    return named.get((from_, to), f"{from_}-{to}月")
