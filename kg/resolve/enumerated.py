"""Lists of numbers with one name: 市第一、第二实验小学, 3号、5号标准厂房, 地铁3、5号线; and of names that are whole."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.ontology import load_lexicon
from kg.resolve.heads import SECTION, is_head, list_words
from kg.types import Mention

_ORDINAL = "第[一二三四五六七八九十]{1,2}"
_ORDINALS = re.compile(rf"(?P<level>[省市县区州镇])?{_ORDINAL}(?:[、和与及](?P=level)?{_ORDINAL})*[、和与及]\Z")
_NTH = re.compile(rf"(?P<level>[省市县区州镇]?){_ORDINAL}")
_SEVERAL = re.compile(
    r"(?P<of>[一-龥]{0,10}?)(?P<first>\d{1,3})[号#]?(?:[、和]\d{1,3}[号#]?)*[、和]\d{1,3}(?P<unit>[号#])(?:[两二三四五六七八九]个)?(?:\d+万?吨级)?(?P<head>[一-龥]{2,8})"
)
_NUMBER_OF = re.compile(r"(?P<n>\d{1,3})[号#]?")
_PIECE = re.compile("(?:[^、及]|(?<=[普涉以])及|及其)+")
_LINES = re.compile(r"(地铁|轻轨|轨道交通|有轨电车)\d{1,2}(?:号线)?(?:[、和及]\d{1,2}(?:号线)?)+(?<=号线)")
_LINE = re.compile(r"(\d{1,2})(?:号线)?")
# 青山市场及白鹭大桥|等项目前期工作
_AND_SUCH = re.compile(r"等(?:\d+个|[一二两三四五六七八九十]+个|一批)?[一-龥]{0,4}?(?:项目|工程)")
_TWO = re.compile("(?P<one>[^、和与及（）“”]{3,16})[和与及](?P<other>[^、和与及（）“”]{3,16})")
_FIRMS = re.compile(
    "(?P<one>[^和与及]{2,8})[和与](?P<other>[^和与及]{2,10}(?:合作社|公司|集团|厂|银行|食品|农业|科技))"
)
_GOES_ON = re.compile(
    r"(?:、\d{1,3})*[、和]\d{1,3}[号#](?:[两二三四五六七八九]个)?(?:\d+万?吨级|发电)?(?:机组|泊位|线|楼|厂房|标准厂房|高炉|焦炉|井|洞|闸|矿井|车间)"
)  # 核电1|、2号机组
_OWN = 2  # characters that a name has before a head word which it shares
_NEAR = 24  # characters before a name in which its earlier ordinals stand


@functools.cache
def _complete() -> re.Pattern[str]:
    """A name of a single place, with at least two characters of its own before its head word."""
    heads = rf"{list_words('single')}|大道|国道|省道|高铁|学校|(?:[小中]学|学校|[校院]|幼儿园)[东南西北中新老本]区"
    return re.compile(
        rf"[^和与及（）“”]{{2,20}}(?:{heads})|[一-龥]{{2,6}}[路街巷]|[^和与及（）“”]{{0,6}}[一二三四五六七八九十]中|[一-龥]{{1,4}}[河湖溪渠]"
        rf"|[^和与及（）“”]{{0,20}}{SECTION}"
    )


def numbered_lines(clean: str) -> Iterator[Mention]:
    """The lines of 地铁3、5、6号线."""
    for found in _LINES.finditer(clean):
        for number in _LINE.finditer(clean, found.end(1), found.end()):
            start = found.start() if number.start() == found.end(1) else number.start()
            yield Mention(start, number.end(), "Project", f"{found[1]}{number[1]}号线", "list:line", 0.7)


def ordinals(clean: str, m: Mention, places: Mapping[int, int]) -> Iterator[Mention]:
    """市第一、第二|实验小学: each earlier ordinal with the rest of the last one's name, and whose the first is.

    Args:
        clean: the text.
        m: the last one of the list.
        places: where the names of places begin, by where they end.
    """
    nth = _NTH.match(clean, m.start, m.end)
    before = _ORDINALS.search(clean, max(0, m.start - _NEAR), m.start) if nth else None
    if nth is None or before is None:
        return
    level = before["level"] or nth["level"]
    first = before.start()
    if (begin := places.get(first + len(before["level"] or ""))) is not None:  # 青山|市第一
        level = clean[begin:first] + level
        first = begin
    for one in _NTH.finditer(clean, before.start(), m.start):
        start = first if one.start() == before.start() else one.start()
        name = f"{level}{one[0].removeprefix(one['level'])}{clean[nth.end() : m.end]}"
        yield replace(m, start=start, end=one.end(), key=name)
        yield replace(m, start=start, end=m.end, key=name)
    if level and not nth["level"]:
        yield replace(m, key=level + clean[m.start : m.end])


def with_numbers(clean: str, m: Mention) -> Mention:
    """白鹭核电1|、2号机组: a name that breaks off at its first number, with the others and what is numbered."""
    if m.type != "Project" or not clean[m.end - 1].isdigit():
        return m
    more = _GOES_ON.match(clean, m.end)
    return replace(m, end=more.end(), key=clean[m.start : more.end()]) if more else m


def several(clean: str, m: Mention) -> list[Mention]:
    """The parts of a mention that are names in full or numbers of one name; none where it is one thing."""
    if m.type == "Industry":
        return _trades(clean, m)
    if m.type == "Enterprise":
        return _firms(clean, m)
    return _complete_names(clean, m) or _such_as(clean, m) or _of_one_kind(clean, m) or list(numbers(clean, m))


def _of_one_kind(clean: str, m: Mention) -> list[Mention]:
    """白鹭陶瓷生产线及青山烟花生产线: two, each with the same head word; not 研发和生产基地."""
    two = _TWO.fullmatch(clean, m.start, m.end - 2 * clean.endswith("建设", m.start, m.end))
    if two is None:
        return []
    one, other = two["one"], two["other"]
    most = min(len(one), len(other)) - _OWN
    same = any(one[-n:] == other[-n:] and is_head(one[-n:]) for n in range(2, most + 1))
    return _both(m, two) if same else []


def _such_as(clean: str, m: Mention) -> list[Mention]:
    """青山市场及白鹭大桥|等项目: two of those that are meant; 白鹭材料研发和生产基地|等项目 is one of them."""
    two = _TWO.fullmatch(clean, m.start, m.end)
    if two is None or not _AND_SUCH.match(clean, m.end) or clean[m.start - 1 : m.start] in ("、", "和", "及"):
        return []
    if is_head(two["other"]) or is_head(two["one"]):
        return []
    return _both(m, two)


def _trades(clean: str, m: Mention) -> list[Mention]:
    """电子信息、|资源循环及新材料: the last two of a row, where the last is a trade of its own."""
    two = _TWO.fullmatch(clean, m.start, m.end)
    known = load_lexicon().names("industries")
    if two is None or clean[m.start - 1 : m.start] != "、" or two["other"] not in known or two[0] in known:
        return []
    return _both(m, two)


def _firms(clean: str, m: Mention) -> list[Mention]:
    """青禾|与茶叶合作社: the first is a company that a word list knows."""
    two = _FIRMS.fullmatch(clean, m.start, m.end)
    if two is None or two["one"] not in load_lexicon().names("enterprises"):
        return []
    return _both(m, two)


def _both(m: Mention, two: re.Match[str]) -> list[Mention]:
    """The two names that a match calls `one` and `other`."""
    return [replace(m, start=two.start(n), end=two.end(n), key=two[n]) for n in ("one", "other")]


def _complete_names(clean: str, m: Mention) -> list[Mention]:
    """青江高速白鹭段、石桥互通: no part needs a head word."""
    pieces = list(_PIECE.finditer(clean, m.start, m.end))
    if len(pieces) < 2 or not all(_complete().fullmatch(piece[0]) for piece in pieces):
        return []
    return [replace(m, start=piece.start(), end=piece.end(), key=piece[0]) for piece in pieces]


def numbers(clean: str, m: Mention) -> Iterator[Mention]:
    """3号、5号标准厂房 are two; 白鹭电厂3、4号机组 too."""
    found = _SEVERAL.fullmatch(clean, m.start, m.end)
    if found is None:
        return
    numbers = list(_NUMBER_OF.finditer(clean, found.start("first"), found.end("unit")))
    for number in numbers:
        start = m.start if number is numbers[0] else number.start()
        end = m.end if number is numbers[-1] else number.end()
        yield replace(m, start=start, end=end, key=found["of"] + number["n"] + found["unit"] + found["head"])
