"""Counts that stand before what is counted: 35个产业项目列入省重点计划, 1.2万名困难群众得到临时救助."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_STATED = re.compile(
    r"(?:^|[，。；、：\n]|(?<=[，。；\n])(?:其中|共有?|已有|另有|全[省市县区镇乡州旗]))"
    r"(?P<value>\d+(?:\.\d+)?)(?P<scale>[万余多]*)(?P<unit>[个项家户名人件所])(?:以上)?"
    r"(?P<noun>[^\d，。；、：（）“”的]{2,12}?)(?:已经?|均|都|全部|先后|成功|顺利)*"
    r"(?P<verb>列入|纳入|实现|得到)(?P<what>[^\d，。；、：（）]{2,16})(?=[，。；\n])"
)
_NO_KIND = re.compile(r"以上|以下|左右|工作日|百分点|月|小时|类|方面|重大$|重点$")
_SHORT = 4  # 86个项目实现开竣工 → 开竣工项目
_BARE = re.compile(r"零|稳|预期|目标$|增长$|突破$|脱贫|退出|摘帽|出列")


# 解决了6.7万农村居民和1.2万师生的饮水安全问题
_SOLVED = re.compile(
    r"解决(?:了|好)?(?P<value>\d+(?:\.\d+)?)(?P<scale>万?)余?(?P<unit>名|人|户)?(?P<who>[^\d，。；、]{0,6}?)"
    r"(?:[和、](?P<value2>\d+(?:\.\d+)?)(?P<scale2>万?)余?(?P<unit2>名|人|户)?(?P<who2>[^\d，。；、]{0,6}?))?的?"
    r"(?P<what>安全饮水|饮水安全|饮水困难|饮水|吃水困难|吃水|用水|出行难|出行|住房难|住房|就医|上学|用电)(?P<end>问题|困难)?(?=[，。；、\n])"
)
# 95%的自然村通上了自来水, 将全县80%的村卫生室纳入医共体管理
_PART = re.compile(
    r"(?:^|[，。；、：\n]|[全我][省市县区镇乡州旗]|年内|年底前|将|使|确保|实现|力争|有)"
    r"(?P<value>\d+(?:\.\d+)?)%(?:以上|左右)?(?P<of>的)?(?P<noun>[^\d，。；、：（）“”的]{2,10}?)(?:已经?|均|都|全部)*"
    r"(?P<verb>建有|拥有|有|开通|实现|达到|纳入|建成|配备|用上|通上|接入)了?(?P<what>[^\d，。；、：（）]{2,16})(?=[，。；\n]|、\d)"
)
# 15家企业升规入统, 10家企业在新三板挂牌
_CLIMBED = re.compile(
    r"(?P<value>\d+)(?P<scale>[余多]?)(?P<unit>[家户])(?:以上|左右)?(?P<noun>[^\d，。；、：（）“”的家户]{0,8}企业)"
    r"(?:成功|首次|已经?|全部|顺利|实现|新)*(?:(?P<up>上规入统|升规入统|上规入库|升规纳统|入规|升规|上规|入统|纳统|进入规模以上(?:工业)?企业(?:行列)?)"
    r"|(?:在|到|于|登陆)?(?P<where>境内外|主板|创业板|科创板|北交所|新三板|区域股权市场)?(?P<listed>上市|挂牌))(?=[，。；、\n])"
)
# 加快总投资52亿元的34个配套项目建设; not 总投资5亿元的12个项目, which nothing says the kind of
_SUMMED = re.compile(
    r"总投资(?:约|近|达|超过?)?(?P<sum>\d+(?:\.\d+)?)(?P<money>[万亿]+元)(?:以上|左右)?的"
    r"(?P<value>\d+)余?(?P<unit>[个项])(?P<noun>[^\d，。；、：（）“”的]{2,12}?项目)(?=建设|开工|竣工|投产|[，。；、\n])"
)
_OTHER_SIZE = re.compile(r"服务|商贸|限上|限额|批零|建筑|资质|文化")


class Stated(NamedTuple):
    """`name` of the indicator with its count, whose characters are [start, end)."""

    name: str
    value: float
    unit: str
    start: int
    end: int


def find_stated(clean: str, start: int, end: int) -> Iterator[Stated]:
    """Counts of what was put on a list or reached something; awards are none (5家企业入围百强), nor named things.

    35个项目列入省重点计划 → 列入省重点计划项目 35 个; 甲、乙等12个项目列入… is left out, as 等 stands before.
    """
    yield from _solved(clean, start, end)
    yield from _climbed(clean, start, end)
    yield from _summed(clean, start, end)
    if not any(clean.find(verb, start, end) >= 0 for verb in ("列入", "纳入", "实现", "得到")):
        return
    for m in _STATED.finditer(clean, start, end):
        if _NO_KIND.search(m["noun"]) or _BARE.search(m["what"]) or m["what"].count("“") != m["what"].count("”"):
            continue
        what = m["what"].removesuffix("目标")
        of = "" if m["verb"] in ("列入", "纳入") else "的"
        name = what + m["noun"] if of and len(what) <= _SHORT else m["verb"] + what + of + m["noun"]
        unit = ("万" if "万" in m["scale"] else "") + m["unit"]
        yield Stated(name, float(m["value"]), unit, m.start("value"), m.end("unit"))


def find_parts(clean: str, start: int, end: int) -> Iterator[Stated]:
    """What share of its kind has or does something: 65%的街道建有文化站 → 建有文化站的街道比例 65 %."""
    if clean.find("%", start, end) < 0:
        return
    for m in _PART.finditer(clean, start, end):
        if _NO_KIND.search(m["noun"]) or m["what"].count("“") != m["what"].count("”"):
            continue
        name = f"{m['verb']}{m['what']}的{m['noun']}比例"
        yield Stated(name, float(m["value"]), "%", m.start("value"), m.end("value") + 1)


def _solved(clean: str, start: int, end: int) -> Iterator[Stated]:
    """For how many people something was solved: 解决了6万农村居民饮水问题 → 解决饮水问题农村居民."""
    if clean.find("解决", start, end) < 0:
        return
    for m in _SOLVED.finditer(clean, start, end):
        for no in ("", "2"):
            if m["value" + no] is None:
                continue
            unit = m["unit" + no] or "人"
            who = m["who" + no] or ("户数" if unit == "户" else "人数")
            scale = m["scale" + no] or ""
            begin = m.start("value" + no)
            stop = max(m.end("value" + no), m.end("scale" + no), m.end("unit" + no))
            yield Stated(f"解决{m['what']}{m['end'] or '问题'}{who}", float(m["value" + no]), scale + unit, begin, stop)


def _climbed(clean: str, start: int, end: int) -> Iterator[Stated]:
    """How many firms grew into a class: 15家工业企业升规入统 → 新增规模以上工业企业, 3家企业上市 → 新增上市企业."""
    if clean.find("企业", start, end) < 0:
        return
    for m in _CLIMBED.finditer(clean, start, end):
        if m["up"]:
            kind = m["noun"] if _OTHER_SIZE.search(m["noun"]) else "工业企业"
            name = "新增规模以上" + kind.removeprefix("规模以上")
        else:
            name = f"新增{m['where'] or ''}{m['listed']}企业"
        yield Stated(name, float(m["value"]), m["unit"], m.start("value"), m.end("unit"))


def _summed(clean: str, start: int, end: int) -> Iterator[Stated]:
    """How many projects of a kind there are, and what they cost: 总投资52亿元的34个配套项目."""
    if clean.find("总投资", start, end) < 0:
        return
    for m in _SUMMED.finditer(clean, start, end):
        yield Stated(m["noun"] + "总投资", float(m["sum"]), m["money"], m.start("sum"), m.end("money"))
        yield Stated(m["noun"], float(m["value"]), m["unit"], m.start("value"), m.end("unit"))
