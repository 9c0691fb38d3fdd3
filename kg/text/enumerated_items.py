"""Parts of counted names that stand apart: items, clauses with the counted word; lists without a count."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from kg.ontology.lexicon import Lexicon
from kg.scan import stretches
from kg.text.counts import Count, counted
from kg.text.parts_of_lists import read_list
from kg.types import Enumeration, Span

_ITEM = re.compile(r"\n*(?:(?P<dash>——)|(?P<circle>①)|(?P<round>（一）)|(?P<digit>1[.、．](?!\d)))")
_ITEM_NAME = re.compile(r"[^。，：；—（\n]{2,24}(?=[。，：；—（\n])")
_ITEM_REACH = 3000  # characters of an item
_WORD = re.compile(r"(?:[二两三四五六七八九]|十[一二三四五六]?)(?:大|个|场|项)(?P<word>[一-龥]{2,6})")
_MOST_ECHOED = 12
_WHOLE = (
    r"(?:(?<=[，。；：\n])|\A)(?:其中，?|目前，?)?"
    r"(?P<whole>[^，。；：、（）“”\n]{3,20}?)(?:项目|工程)?(?:主要|共|拟|计划)?"
)
_N = r"(?P<n>[二两三四五六七八九]|\d)?(?:个|大|项)?"
_MADE, _HELD = re.compile("组成|构成"), re.compile("包括|包含|涵盖|下设|下辖|划分为|分为")
_SHARED_OUT = re.compile("(?:区块|板块|片区|功能区|分区|组团|区域|单元|区)[”，。；]")
_MADE_UP = re.compile(
    rf"{_WHOLE}(?:[^。；\n“”]{{0,60}}，)?由(?P<list>[^。；\n，]{{5,120}}?){_N}(?:部分|片区|园区|板块|区域|组团|园|区)?(?:组成|构成)(?=[，。；])"
)
_HOLDS = re.compile(
    rf"{_WHOLE}(?:包括|包含|涵盖|下设|下辖|划分为|分为)(?:了)?(?P<list>[^。；\n，]{{5,120}}?)(?:等)?(?P<n>[二两三四五六七八九]|\d)(?:个|大|项)"
    r"(?:子项目?|部分|片区|园区|板块|功能区|区域|组团|工程|单体|项目|园|区)(?=[，。；])"
)
# 青山新城，规划建设甲中心、乙基地、丙园三大功能区
_LAYS_OUT = re.compile(
    r"(?P<whole>[^，。；：、\n“”（）]{2,6})[”]?(?:建设|项目)?，(?:科学|统一|主要|重点)?(?:规划|建设|打造|布局|设置|设有|划分为|分为)(?:建设|布局|有|为)?(?:了)?"
    r"(?P<list>[^，。；\n]{5,100}?)等?[“]?(?P<n>[二两三四五六七八九]|\d)(?:大|个)(?:主要|核心|功能)?(?:区块|板块|片区|功能区|分区|组团|区域|单元|区)(?=[”，。；])"
)
# 涉及甲、乙、丙三项内容
_SUMMED_LATER = re.compile(
    r"(?<=，)(?:主要|具体|共|分别)?(?:涉及|涵盖|包括|包含|覆盖)(?P<list>[^，。；\n]{5,160}?)等?"
    r"(?P<n>十[一二三四五六]?|[二两三四五六七八九]|\d{1,2})(?:项|个|大|类|方面)(?:方面|内容|工程|任务|子?项目|行动|指标|领域|工作|重点){0,2}(?=[，。；])"
)
_LATER = 420  # characters from a name to the end of such a list
_REACH = 700  # characters behind a name in which clauses echo it
_MOST_ITEMS = 20

About = tuple[Span, str, Count | None]  # a counted name, what stands behind it, and how many parts it has


def begins_items(clean: str, at: int) -> bool:
    """Whether the first item of a list begins at a position: ——甲工程, ①甲片区, （一）甲行动."""
    return clean.startswith("\n", at) or _ITEM.match(clean, at) is not None


def by_items(clean: str, about: About, start: int, lexicon: Lexicon) -> Iterator[Enumeration]:
    """两大工程：——甲工程。…——乙工程。…; ①甲片区：…②乙片区：…: what each item of a list begins with."""
    size = about[2].size if about[2] is not None else 0
    first = _ITEM.match(clean, start)
    if first is None or not 2 <= size <= _MOST_ITEMS:
        return
    names: list[Span] = []
    for number in range(1, size + 1):
        mark = (
            first
            if number == 1
            else _item(first.lastgroup or "", number).search(clean, names[-1].end, names[-1].end + _ITEM_REACH)
        )
        name = _ITEM_NAME.match(clean, mark.end()) if mark else None
        if name is None:
            return
        names += read_list(clean, Span(*name.span()), 1, lexicon, strict=False) or (Span(*name.span()),)
    if _item(first.lastgroup or "", size + 1).search(clean, names[-1].end, names[-1].end + 120) is None:
        yield Enumeration(about[0], about[1], tuple(names), "items")


@functools.lru_cache(maxsize=128)
def _item(kind: str, number: int) -> re.Pattern[str]:
    """The mark of an item of a list: （三）, ③, ——, 3."""
    chinese = ("十" if number > 9 else "") + "一二三四五六七八九十"[(number - 1) % 10] if number != 20 else "二十"
    marks = {
        "dash": "——",
        "circle": chr(ord("①") + number - 1),
        "round": f"（{chinese}）",
        "digit": rf"(?<!\d){number}[.、．](?!\d)",
    }
    return re.compile((r"(?<=\n)" if kind in ("dash", "digit") else "") + marks[kind])


def echoed(clean: str, about: About, end: int) -> Iterator[Enumeration]:
    """“三大攻坚”成效显著。项目攻坚上，…；招商攻坚上，…；环保攻坚上，…: clauses that begin with the counted word."""
    whole, tail, number = about
    word = _WORD.fullmatch(clean, whole.start, whole.end)
    if word is None or number is None or number.more or number.size > _MOST_ECHOED:
        return
    if clean.count(word["word"], end, end + _REACH) < number.size:
        return
    found: dict[str, Span] = {}
    for m in _echo(word["word"]).finditer(clean, end, end + _REACH):
        found.setdefault(m["name"], Span(*m.span("name")))
    if len(found) == number.size:
        yield Enumeration(whole, tail, tuple(found.values()), "echo")


@functools.lru_cache(maxsize=128)
def _echo(word: str) -> re.Pattern[str]:
    number = r"(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]）|\d[.、]|[①-⑳])?"
    lead = number + r"(?:在|打好|打赢|实施|开展|推进|抓好)?[“]?"
    return re.compile(
        rf"(?<=[。；，：\n]){lead}(?P<name>(?![一二两三四五六七八九十])[一-龥]{{2,8}}{re.escape(word)})(?![一-龥]{{0,2}}[、和])"
    )


def summed_later(clean: str, about: About, end: int, lexicon: Lexicon) -> Iterator[Enumeration]:
    """“十个全覆盖”投资6亿元，涉及甲、乙、…十项内容: a list of the same sentence with the number of the name."""
    stop = min((at for sign in "。\n" if (at := clean.find(sign, end)) >= 0), default=len(clean))
    for found in _SUMMED_LATER.finditer(clean, end, min(stop + 1, end + _LATER)):
        number = counted(found["n"] + "个某")
        if about[2] is not None and number is not None and number.size == about[2].size and not about[2].more:
            parts = read_list(clean, Span(*found.span("list")), number.size, lexicon, strict=False)
            if parts:
                yield Enumeration(about[0], about[1], parts, "later")
                return


def owned(clean: str, lexicon: Lexicon) -> Iterator[Enumeration]:
    """甲片区由乙岛、丙湾、丁基地三部分组成; 甲项目包括乙厂、丙站两个子项: what has no number in its own name."""
    for mark, shape in ((_MADE, _MADE_UP), (_HELD, _HOLDS), (_SHARED_OUT, _LAYS_OUT)):
        for found in itertools.chain(*(shape.finditer(clean, *at) for at in stretches(mark, "。；\n", clean))):
            number = counted((found["n"] or "") + "个某")
            size = number.size if found["n"] and number else 0
            parts = read_list(clean, Span(*found.span("list")), size, lexicon, strict=False)
            if len(parts) > 1:
                yield Enumeration(Span(*found.span("whole")), "", parts, "owned")
