"""The part of a year that a figure is about: 上半年, 前三季度, 1-8月."""

from __future__ import annotations

import itertools
import re

from kg.types import Text

_QUARTERS = {"首": "一季度", "一": "一季度", "二": "二季度", "三": "三季度", "四": "四季度"}
_LAST_MONTHS = {"首": "3", "一": "3", "二": "6", "三": "9", "四": "12"}
_MONTHS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "元": 1, "十一": 11, "十二": 12}
_MONTH = r"(?:\d{1,2}|十[一二]|[一二两三四五六七八九十元])"
_PART = re.compile(
    rf"(?P<half>[上下]半年)(?![，。]?预[计期])|(?P<three>前三个?季度|前三季)|第?(?P<quarter>[一二三四](?=季度)|首(?=季))季度?(?P<end>末)?"
    rf"|(?:(?<=截至)|(?<![\d至到\-—~～]))(?P<last>{_MONTH})月末|前(?P<first>{_MONTH})个?月|(?<![\d至到\-—~～])(?P<month>\d{{1,2}})月(?:份(?!以来)|当月|单月)"
    r"|(?P<holiday>五一|国庆|中秋国庆|春节|元旦|清明|端午|中秋)(?:、(?:国庆|中秋))?(?:假期|小长假|假日|黄金周|长假|期间)"
    rf"|(?<!\d)(?P<from>{_MONTH})月?份?[\-—~～至到](?P<to>{_MONTH})月"
    r"|(?P<whole>今年以来|截至|目前|至今|现有|拥有|全年(?!任务|目标|计划|预算|预期)|年底|年末|去年(?!同期)|上年(?!同期)|今年|本年|(?:19|20)\d\d年(?!\d|[一二三四上下前第]|1?\d月|同期))"
)
_DATELINE = re.compile(r"(?:^|\n)[ \u3000]*(?:本报|本网|日报|晚报|新华社)[^\n，。]{0,16}?讯(?=[ \u3000（(\d记通])")
_NEXT_HALF = re.compile(r"[及和暨与、，]\s*下半年.*")  # 上半年工作总结及|下半年工作安排
STATES = re.compile(
    "增长|下降|同比|完成|实现|达|亿|万|个|家|%|经济|全[省市县区州旗镇]"
)  # not 2021年4月至5月，督察组进驻
_OCCASION = re.compile(r"仪式|活动|集中|签约|开工|推进会|会议|大会|部署|项目|招商|[一二三四五六七八九十]场")
_SHORT = 20  # characters of a line that is no sentence: 来源：某日报
_OPENING = 10  # characters of a first sentence that say of what time it is
_COMPARED = re.compile(r"(?:[比较同与是为]|相当于)(?:去年|上年|前年|本年|同期)?$")


def part_of_year(clean: str, start: int, end: int) -> str:
    """The part of a year that clean[start:end] names last: 上半年, 前三季度, 1-9月; "" where it is a whole year."""
    if not any(clean.find(word, start, end) >= 0 for word in ("季", "半年", "月", "假", "期间", "黄金周")):
        return ""
    return part_named(clean, start, end) or ""


def part_named(clean: str, start: int, end: int) -> str | None:
    """The part of a year that clean[start:end] names last, "" for a whole year; None where it names no time."""
    found: str | None = None
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
            found = _months("1", _LAST_MONTHS[m["quarter"]]) if m["end"] else _QUARTERS[m["quarter"]]
        elif m["last"]:
            found = _months("1", m["last"])
        elif m["month"]:
            found = f"{m['month']}月" if 1 <= int(m["month"]) <= 12 else ""
        elif m["whole"]:
            found = (found or "") if m["whole"] in ("今年", "本年") else ""
        else:
            found = _months(m["from"] or "1", m["to"] or m["first"])
    return found


def lead_part_end(clean: str) -> int:
    """Where the first item of a page ends, of whose time the others are not: the second 本报讯."""
    datelines = [m.start() for m in itertools.islice(_DATELINE.finditer(clean), 2)]
    return datelines[1] if len(datelines) > 1 else len(clean)


def lead_part(text: Text) -> str:
    """The part of a year that a text as a whole is about: its title names it, or its first sentence begins with it."""
    title = _NEXT_HALF.sub("", text.document.title)
    if part := part_of_year(title, 0, len(title)):
        return "" if _OCCASION.search(title) else part
    body = next((s for s in text.sentences if s.part == "body" and s.end - s.start > _SHORT), None)
    if body is None or STATES.search(text.clean, body.start, body.end) is None:
        return ""
    return part_of_year(text.clean, body.start, min(body.end, body.start + _OPENING))


def _months(first: str, last: str) -> str:
    from_, to = (int(n) if n.isdigit() else _MONTHS[n] for n in (first, last))
    if not 1 <= from_ <= to <= 12:
        return ""
    named = {(1, 3): "一季度", (1, 6): "上半年", (1, 9): "前三季度", (1, 12): ""}
    return named.get((from_, to), f"{from_}-{to}月")
