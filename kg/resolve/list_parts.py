"""The parts of a list with one head word, read from the mention that the list is or ends in: 甲、乙等4座污水处理厂."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import replace

from kg.numerals import count
from kg.ontology import load_lexicon
from kg.resolve.elided import MOST, Parts, Reader
from kg.resolve.heads import either, is_head, is_section, list_words, whole
from kg.types import Mention, Span

VOLTAGE = re.compile(r"^\d+千伏")
_JOIN = re.compile("[、与及]|和(?!谐)")
_PART = re.compile(r"[一-龥A-Za-z0-9]{2,8}")
_COUNT = re.compile(
    r"(?:等)?(?:(?:\d+|[一二两三四五六七八九十]+)(?:个|条|座|家|处|所|大|项)?(?:县（[市区、]{1,3}）|(?<!个)[县区镇乡](?=.{3}))"
    r"|(?:\d+|[一二两三四五六七八九十]+)(?:个|条|座|家|处|所|大|项))?(?:乡镇(?!卫生院)|县区|区县|街道)?"
    r"(?:(?<=[个条座家处所大项等])(?:国家级|省级|市级|区级|县级|重点|主要|骨干|专业))?"
)
# a part that has a head word of its own needs none: 甲路、乙桥
_WHOLE = re.compile(
    r"(?:[路桥站厂园院馆场道校]|中心|基地|项目|工程|水库|大厦|公司|集团|片区|新区|高速|铁路|改造|建设)$"
)
_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十]+")
_SECTION = r"(?:高速公路|高速|高铁|铁路|国道|省道)[一-龥]{2,4}段"
_WITH = r"(?:及(?:其)?配套(?:管网|设施)?(?:建设|工程)?)?"
# 甲、乙两条石料专线: any head word where the count tells of how many
_ANY = re.compile(
    r"(?P<name>[一-龥A-Za-z0-9]{2,6}?)"
    r"(?P<count>(?:[二两三四五六七八九十]|\d{1,2})(?:个|条|座|家|处|所|大)(?:乡镇(?!卫生院)|县区|区县|街道)?)"
    r"(?P<head>[一-龥]{2,10})"
)
_VERBS = re.compile(
    r".*(?:建成|完成|推进|加快|实施|启动|新建|开工|抓好|确保|推动|力促|做好|改造|新增|扩建|续建|建设|协调|支持|争取|提升)(?:了|好)?(?=.{2})"
)
# each place has one of its own; a 示范区 or 合作区 of several is one
_DEVELOPMENT = re.compile("(?:国家级|省级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区)")
_DIVISION = re.compile("[一-龥]{2,}[市县区旗]")  # 松江区、|云岭高新区: a whole name, which lends no head word
# what stands behind the last of several places: 青山、白鹭大数据中心 are two
_OWN_OF_EACH = re.compile("[一-龥A-Za-z0-9]{2,}(?:中心|厂|站|库|基地|医院|学校|学院|馆|公园|市场)")
_TOWN = re.compile("[一-龥]{1,6}?(?:镇|乡|街道|社区)")
_OF_TOWN = re.compile(f"(?P<town>{_TOWN.pattern})(?P<rest>[一-龥]{{2,}})")
_TO = re.compile("至|[GSXY]\\d")  # of a road: its two ends, or its number
_RUN = re.compile(r"[一-龥A-Za-z0-9]+\Z")
_LONGEST = 16  # characters of a part before the mention of the last one …
_BEFORE = 120  # … and of all of them
_LONGEST_NAME = 8  # characters of a part's own name, and of the two ends of a road
_LONGEST_ROAD = 14
_SHORTEST = 2  # characters of a head word: 路 and 桥 end names of which nothing is left out


def read_parts(reader: Reader, m: Mention) -> Parts | None:
    """The parts of the list that a mention is, or ends in; None where it is one thing."""
    return _regional(reader, m) or _inside(reader.clean, _widened(reader.clean, m)) or _before(reader, m)


def _before(reader: Reader, m: Mention) -> Parts | None:
    """The list that ends in a mention with a head word: 甲、|乙水厂; 甲、|乙等3座水厂."""
    clean = reader.clean
    if m.start == 0 or not _JOIN.match(clean, m.start - 1):
        return None
    surface = clean[m.start : m.end]
    head = _head(surface)
    if head is None:
        return None
    if not head[1] and (found := _ANY.fullmatch(surface)):  # 丙三座支线机场
        head = found["name"], found["count"], found["head"]
    name, counted, word = head
    own = Span(m.start, m.start + len(name))
    several = _DEVELOPMENT.fullmatch(word) is not None and reader.is_region(own)
    same = m.type == "Zone" and (name[-1] in "县市区镇乡" or several)  # 青山县、龙潭县经济开发区
    if (
        not (counted or same or _single().fullmatch(word))
        or _JOIN.search(name)
        or _leads().fullmatch(name)
        or is_head(name + word)
    ):
        return None
    number = _NUMBER.search(counted)
    size = count(number[0]) if number and "等" not in counted else 0
    names = reader.before(m.start, size - 1 if size > 1 else MOST, name)
    if not names or (size and size != len(names) + 1):
        return None
    if m.type == "Zone" and any(_DIVISION.fullmatch(clean, *one) and clean[one.end - 1] != name[-1] for one in names):
        return None  # 东江县、|贵平工业园区: a county and a park
    if m.type == "Zone" and any("至" in clean[one.start : one.end] for one in names):
        return None  # 东江至石桥、|云岭作业区等铁路支线: a line and where another one ends
    if any(word in clean[one.start : one.end] for one in names):  # 白鹭片区路网、|青山片区
        return None
    if (own_town := _OF_TOWN.fullmatch(name)) and all(_TOWN.fullmatch(clean, *one) for one in names):
        name, word = own_town["town"], own_town["rest"] + word  # 甲镇、|乙镇|社区运动公园
    if not counted and any(is_section(clean[one.start : one.end]) for one in names):  # 青江高速白鹭段、石白高速
        return None
    if "至" in name and not all(_TO.search(clean, *one) for one in names):  # 明远合金、|青山至白鹭公路改建工程
        return None
    if same and not all((several or clean[one.end - 1] == name[-1]) and reader.is_region(one) for one in names):
        return None
    return Parts((*names, Span(m.start, m.start + len(name))), m.end, word, bool(counted))


def _regional(reader: Reader, m: Mention) -> Parts | None:
    """A list of places with one name behind the last: 青山、白鹭大数据中心; a road or a zone may join them."""
    *others, last = itertools.pairwise(
        [m.start, *(j.end() for j in _JOIN.finditer(reader.clean, m.start, m.end)), m.end + 1]
    )
    if not others or not all(reader.is_region(Span(start, end - 1)) for start, end in others):
        return None
    for end in range(last[0] + 2, min(last[0] + 7, m.end - 4)):
        rest = reader.clean[end : m.end]
        if reader.is_region(Span(last[0], end)) and _OWN_OF_EACH.fullmatch(rest):
            names = [Span(start, stop - 1) for start, stop in others]
            return Parts((*names, Span(last[0], end)), m.end, rest, False)
    return None


def _widened(clean: str, m: Mention) -> Mention:
    """丙3个乡镇污水处理厂 with 甲、乙、 before it: the whole list, where its count is that of its parts."""
    if not _JOIN.match(clean, max(0, m.start - 1)):
        return m
    surface = clean[m.start : m.end]
    head = None if _JOIN.search(surface) else _head(surface)
    counted = head[1] if head and head[1] else any_["count"] if (any_ := _ANY.fullmatch(surface)) else ""
    number = _NUMBER.search(counted)
    size = count(number[0]) if number else 0
    if not 2 <= size <= 9:
        return m
    start = _begin(clean, m.start, size - 1)
    if start is None:
        return m
    verbs = _VERBS.match(_JOIN.split(clean[start : m.start])[0])
    start += verbs.end() if verbs else 0
    opens = verbs is not None or start == 0 or clean[start - 1] in "，。；：！？\n（"
    return replace(m, start=start) if opens else m


def _begin(clean: str, end: int, size: int) -> int | None:
    """The furthest place where so many parts can begin that end, each with its join, at a position.

    和 may stand inside a part too, so every place that a part can begin is kept: one expression would try all ways.
    """
    begins = {end}
    for _ in range(size):
        begins = {
            found.start() + n
            for at in begins
            if at
            and _JOIN.match(clean, at - 1)
            and (found := _RUN.search(clean, max(0, end - _BEFORE, at - 1 - _LONGEST), at - 1))
            for n in range(at - 1 - found.start() - 1)
        }
    return min(begins, default=None)


def _inside(clean: str, m: Mention) -> Parts | None:
    """The parts of a mention that is a list: 甲、乙和丙等3座水厂."""
    surface = clean[m.start : m.end]
    if "、" not in surface and not re.search("[和与及]", surface):
        return None
    pieces: list[tuple[int, str]] = []
    at = 0
    for join in _JOIN.finditer(surface):
        pieces.append((at, surface[at : join.start()]))
        at = join.end()
    head = _head(surface[at:])
    if head is None or not head[1]:
        head = _counted(surface[at:], len(pieces) + 1) or head
    if head is None:
        return None
    name, counted, head_word = head
    names = [piece for _, piece in pieces]
    if not all(_PART.fullmatch(piece) for piece in names) or not (counted or _single().fullmatch(head_word)):
        return None
    number = _NUMBER.search(counted)
    if not (number and count(number[0]) == len(names) + 1) and any(
        _WHOLE.search(piece) or whole(piece) or ("等" not in counted and is_section(piece)) for piece in names
    ):
        return None
    if not counted and "至" in name and not all(map(_TO.search, names)):
        return None
    spans = [Span(m.start + start, m.start + start + len(piece)) for start, piece in [*pieces, (at, name)]]
    return Parts(tuple(spans), m.end, head_word, bool(counted))


def _head(last: str) -> tuple[str, str, str] | None:
    """The last part's own name, its count and the head word: 丙等4个乡镇污水处理厂 → 丙, 等4个乡镇, 污水处理厂."""
    longest = _LONGEST_ROAD if "至" in last[:_LONGEST_ROAD] else _LONGEST_NAME
    for stop in range(2, min(longest + 1, len(last) - 1)):
        found = _COUNT.match(last, stop)
        count = found[0] if found else ""
        if _heads().fullmatch(last, stop + len(count)):
            return last[:stop], count, last[stop + len(count) :]
    return None


def _counted(last: str, size: int) -> tuple[str, str, str] | None:
    """The same with any head word, where the count is that of the parts: 丙三条石料专线 → 丙, 三条, 石料专线."""
    found = _ANY.fullmatch(last)
    number = _NUMBER.match(found["count"]) if found else None
    if found is None or number is None or count(number[0]) != size:
        return None
    return found["name"], found["count"], found["head"]


_DONE_TO = "建设|工程|项目|续建配套(?:[与和](?:现代化|节水)?改造)?"  # behind a head word, besides what is listed


@functools.cache
def _lead() -> str:
    """What stands before a head word and is no part of a name: 110千伏, 城镇生活, 市第一."""
    size = "[大中小](?:（[一二]）|[一二ⅠⅡ])?型"
    return rf"(?:\d+千伏|第[一二三]|[一二三四]级|{size}|{list_words('lead')}){{0,4}}"


@functools.cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?:第[一二三四五六七八九十])*{_lead()}")


@functools.cache
def _single() -> re.Pattern[str]:
    """Heads of single places; 检验、检测、研发中心 is one centre that does three things."""
    done = rf"{list_words('rebuilt')}|{_DONE_TO}|提标|除险"
    return re.compile(rf".*(?:{_SECTION}|{list_words('single')})(?:{done})*{_WITH}")


@functools.cache
def _heads() -> re.Pattern[str]:
    """Head words that the parts of a list may share, with what stands before them and what is done to the things."""
    rows = load_lexicon().rows("project_heads")
    built = {r["name"] for r in rows if r["kind"] in ("route", "water", "energy", "building")}
    words = {w for w in built if len(w) >= _SHORTEST} | set(load_lexicon().words("zone_heads"))
    how = "提标|提质|升级|维修|保护|综合|除险|清淤|生态"
    tail = rf"(?:{how})*(?:{list_words('rebuilt')}|{_DONE_TO}|一期|二期)*{_WITH}"
    return re.compile(rf"{_lead()}(?:{_SECTION}|{either(words)}){tail}")
