"""List items that may name projects, and the span of the name within an item.

An item 总投资30亿元的星沅材料基地二期项目建设 has the name 星沅材料基地二期: verbs, amounts, counts and the words for
building around it are not part of it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from kg.extract.names import Words, words
from kg.ontology.lexicon import load_lexicon

_UNIT = "个|条|座|家|项|所|处|栋|套"
_MEASURE = f"{_UNIT}|公里|亩|平方米|米|户|台|盏|间"
# 和静至白鹭公路, 和平路: names that begin with 和
_NAMES_WITH_AND = "[静硕]|[顺政][县至]|龙[市至]|田[市县至机]|县[至城]|林格尔|平[一-龥]{0,2}[路街桥]"
_SIZE = (
    r"(?:总投资|投资|计划投资|总规模|占地|面积|总建筑面积|全长|长)(?:约|超|近|达)?[\d.,]+(?:万|亿)?"
    r"(?:元|美元|亩|平方米|公里|平方公里|千米)?(?:的|、)?"
)
LEAD = re.compile(
    rf"(?:{_SIZE}|"
    rf"\d+(?:\.\d+)?(?:余|多)?(?:万|亿)?(?:{_MEASURE}|支|辆)(?:的|以上(?:的)?)?|"
    rf"[一二两三四五六七八九十]+(?:{_UNIT}|大)|"
    r"“[^“”]{2,10}”(?:工程|项目)?(?:即|是指|指)|"
    r"以|对|把|将|让|使|其中|包括|特别是|尤其是|以及|其他|全市|全县|全区|全省|我市|我县|我区|今年|去年|明年|年内|年底前|上半年|下半年|"
    rf"是|共|已|又|也|还|为|在|等|的|了|并|和(?!{_NAMES_WITH_AND})|及|与|按|新的|一批|重点|重大|统一的|全国首个|全省首个|首个|首条|首家|日处理\d+吨|"
    r"\d{4}年|“?[一二三四]是|第[一二三四五六]|[一二三四五六]要)+"
)
TRAIL = re.compile(
    r"(?:的?(?:项目建设|建设项目|工程建设|项目|建设|前期工作|前期|进度|相关工作|工作|等|规划设计|规划建设|主体工程|主体|施工|"
    r"的(?:规划|勘测|勘察|选址|可研|可行性|立项|初步|施工图|招标|招投标|报批|审批|征地|用地|开工|前期)(?:设计|论证|研究|编制|审批|报批|拆迁|准备|申报)?|"
    r"(?<=[桥路道线库廊段洞站馆楼院厂速铁])(?:单洞|双洞|[左右][洞线幅]|半幅|路基|桥面|桩基|廊体|轨道|坝体|大坝|主塔|主桥|主跨|主体结构|土建|外立面)(?:工程)?|"
    rf"约?[\d.,]+(?:余|多)?(?:万|亿)?(?:{_MEASURE}|千瓦|万千瓦|吨|宗|元|%)(?:以上|左右)?|"
    rf"[一二两三四五六七八九十]+(?:{_UNIT})))+$"
)
COUNTED = re.compile(rf"[\d.]+(?:余|多)?(?:万|亿)?(?:{_MEASURE}|吨|宗|%)|[一二两三四五六七八九十]+(?:{_UNIT})")
SIZE = re.compile(_SIZE)


class Item(NamedTuple):
    """A candidate: its span, the frame that gave it, and what the list says of it.

    `listed` tells that the list ends in 等…项目, `head` is the shared head noun of an elided part (甲、乙等公园 →
    公园), `size` the number of parts.
    """

    start: int
    end: int
    frame: str
    listed: bool = False
    head: str = ""
    size: int = 1


@functools.cache
def verb_chain(folder: Path) -> re.Pattern[str]:
    """A chain of verbs of building with their adverbs (加快推进, 新建并启用)."""
    rows = load_lexicon(folder).rows("building_verbs")
    adverbs = _either(row["name"] for row in rows if row["use"] == "adverb")
    verbs = _either({row["name"] for row in rows if row["use"] in ("strong", "nominal")})
    return re.compile(rf"(?:(?:{adverbs})*(?:{verbs}))+(?:好|了|并)?")


@functools.cache
def _openers(folder: Path) -> frozenset[str]:
    """The characters that may open a chain of verbs."""
    return frozenset(row["name"][0] for row in load_lexicon(folder).rows("building_verbs"))


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


class Named(NamedTuple):
    """An item with the span of its name; `counted` tells that a count stood beside it (35所学校)."""

    item: Item
    start: int
    end: int
    counted: bool


def named(clean: str, item: Item, folder: Path) -> Named:
    """The name within an item, without verbs, amounts and counts around it."""
    start, end = item.start, item.end
    chain, openers = verb_chain(folder), _openers(folder)
    counted = False
    for _ in range(4):
        before = (start, end)
        if clean[start : start + 1] in openers and (found := chain.match(clean, start, end)) and end - found.end() >= 3:
            start = found.end()
        if found := LEAD.match(clean, start, end):
            start = found.end()
            counted = counted or COUNTED.search(SIZE.sub("", found[0])) is not None
        if (found := TRAIL.search(clean, max(start, end - 24), end)) and found.start() - start >= 2:
            end = found.start()
            counted = counted or COUNTED.search(SIZE.sub("", found[0])) is not None
        # 总投资30亿元的甲电站的勘测设计: the name stands behind the last 的 that is left
        possessive = clean.rfind("的", start, end - 2)
        if possessive >= 0 and clean.rfind("（", start, possessive) < 0 and clean.rfind("“", start, possessive) < 0:
            start = possessive + 1
        if (start, end) == before:
            break
    return Named(item, start, end, counted)


@functools.cache
def _heads(folder: Path) -> dict[str, str]:
    return {row["name"]: row["kind"] for row in load_lexicon(folder).rows("project_heads")}


def head_kind(folder: Path, name: str) -> str:
    """The kind of the longest head word that a name ends with (route, water, work …), or ''."""
    table = _heads(folder)
    for size in range(min(8, len(name)), 0, -1):
        if kind := table.get(name[-size:]):
            return kind
    return ""


def head_at_start(folder: Path, name: str) -> str:
    """The longest head word of several characters that a text begins with, or ''."""
    table = _heads(folder)
    return next((name[:size] for size in range(8, 1, -1) if name[:size] in table), "")


def kind_at_start(folder: Path, name: str) -> str:
    """The kind of the longest head word of several characters that a text begins with, or ''."""
    return _heads(folder).get(head_at_start(folder, name), "")


def restart(view: Words, start: int, end: int, folder: Path) -> int:
    """Where a name begins anew: a verb inside the span ends what stands before it (支持甲公司建设乙基地 → 乙基地)."""
    restarts = words("name_restarts", folder)
    for token in view.within(start, end):
        if (token.word in restarts and token.end < end - 2) or (
            token.word == "建设" and start + 2 <= token.start and token.end < end - 4
        ):
            start = token.end
    return start
