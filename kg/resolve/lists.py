"""A list with one head word is as many things as it has parts: 甲、乙等4个乡镇污水处理厂 → 甲污水处理厂, 乙污水处理厂.

Each part gets a mention from its own name to the end of the list, with its full name as key: 甲、乙…厂 and 乙…厂. So
every part has the head word in its surface, and the mentions nest; a part that leaves the head word out is a mention
on its own as well (甲).
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ontology import load_lexicon
from kg.resolve.elided import (
    MOST,
    Parts,
    Reader,
    campaign_lists,
    counted_lists,
    is_head,
    is_section,
    numbered_lines,
    value,
    whole,
)
from kg.types import Mention, Span, Text

_TYPES = frozenset({"Project", "Zone", "Organization"})
_JOIN = re.compile("[、和与及]")
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
_BUILDS = re.compile(r"(?:新建|建成|建设|扩建|续建|迁建|改造|投用|启用|开工|启动|打通|完成|实施|加固|设置)(?:了|好)?$")
_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十]+")
_LEAD = (
    r"(?:\d+千伏|城镇|县城|农村|生活|集中|供热|燃气|供水|国家|市级|省级|第[一二三]|人民|中心|现代|示范|特色"
    r"|垃圾|产业|试验|[一二三四]级|通用|城市|新建|客运|文化|考古|易地扶贫搬迁|扶贫搬迁|移民|棚户区){0,4}"
)
_LEADS = re.compile(rf"(?:第[一二三四五六七八九十])*{_LEAD}")
_ORDINAL = "第[一二三四五六七八九十]{1,2}"
_ORDINALS = re.compile(rf"(?P<level>[省市县区州镇])?{_ORDINAL}(?:[、和与及](?P=level)?{_ORDINAL})*[、和与及]\Z")
_NTH = re.compile(rf"(?P<level>[省市县区州镇]?){_ORDINAL}")
_WITH = r"(?:及(?:其)?配套(?:管网|设施)?(?:建设|工程)?)?"
_DONE = (
    "改造|改扩建|扩建|迁移|整治|建设|工程|项目|加固|修缮|治理|改建|扩容|扩能|改线"
    "|续建配套(?:[与和](?:现代化|节水)?改造)?"
)
_TAIL = rf"(?:提标|提质|升级|维修|保护|综合|除险|清淤|生态)*(?:{_DONE}|一期|二期)*{_WITH}"
_SECTION = r"(?:高速公路|高速|高铁|铁路|国道|省道)[一-龥]{2,4}段"
# 甲、乙两条石料专线: any head word where the count tells of how many
_ANY = re.compile(
    r"(?P<name>[一-龥A-Za-z0-9]{2,6}?)"
    r"(?P<count>(?:[二两三四五六七八九十]|\d{1,2})(?:个|条|座|家|处|所|大)(?:乡镇(?!卫生院)|县区|区县|街道)?)"
    r"(?P<head>[一-龥]{2,10})"
)
# heads of single places; 检验、检测、研发中心 is one centre that does three things
_PLACES = re.compile(
    rf".*(?:{_SECTION}|片区|小镇|高速|高速公路|公路|铁路|快速路|旅游路|灌区|变电站|污水处理厂|污水厂|水厂|水库|水电站|大桥|互通|立交|隧道"
    r"|渔港经济区|医院|卫生院|养老院|敬老院|公园|小学|中学|幼儿园|发电厂|热电厂|电站|风电场|泵站|码头|泊位|作业区|机场|客运站"
    r"|输变电工程|殡仪馆|消防站|消防救援站|汽车站|火车站|高铁站|安置区|安置点|集中区|工业园|工业园区|示范园|管线|农贸市场"
    r"|批发市场|综合体|车站)"
    rf"(?:{_DONE}|提标|除险)*{_WITH}"
)
_VERBS = re.compile(
    r".*(?:建成|完成|推进|加快|实施|启动|新建|开工|抓好|确保|推动|力促|做好|改造|新增|扩建|续建|建设|协调|支持|争取|提升)(?:了|好)?(?=.{2})"
)
# each place has one of its own; a 示范区 or 合作区 of several is one
_DEVELOPMENT = re.compile("(?:国家级|省级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|开发区)")
# what stands behind the last of several places: 青山、白鹭大数据中心 are two
_OWN_OF_EACH = re.compile("[一-龥A-Za-z0-9]{2,}(?:中心|厂|站|库|基地|医院|学校|学院|馆|公园|市场)")
_PIECE = re.compile("(?:[^、及]|(?<=[普涉以])及|及其)+")
# a name that ends so is one of a single place, with at least two characters of its own
_COMPLETE = re.compile(
    r"[^和与及（）“”]{2,20}(?:大道|大桥|高速|高速公路|铁路|高铁|公路|国道|省道|快速路|互通|隧道|水库|水电站|变电站|污水处理厂"
    r"|水厂|公园|小学|中学|学校|幼儿园|医院|卫生院|客运站|(?:[小中]学|学校|[校院]|幼儿园)[东南西北中新老本]区)"
    r"|[^和与及（）“”]{0,6}[一二三四五六七八九十]中|[一-龥]{1,4}[河湖溪渠]"
    r"|[^和与及（）“”]{0,20}(?:高速|高铁|铁路|公路|国道|省道|快速路|大道|运河|[A-Z]\d{1,4}线?)[一-龥]{0,8}段"
)
_NUMBERED = re.compile(
    r"(?P<of>[一-龥]{0,10}?)(?P<first>\d{1,3})[号#]?(?:[、和]\d{1,3}[号#]?)*[、和]\d{1,3}(?P<unit>[号#])(?P<head>[一-龥]{2,8})"
)
_NUMBER_OF = re.compile(r"(?P<n>\d{1,3})[号#]?")
_OF_NUMBERS = re.compile(r"(?P<of>[一-龥]{2,8}?)\d{1,3}[号#]")
_OF_WORK = re.compile("(?:供水|供热|供气|供电|交通|水利|市政|环保|能源|民生|配套|基础设施)(?:项目|工程)?$")
_KIND = re.compile("^(?:专业|特色|重点)(?=园区|片区|产业园)")  # 甲、乙等专业园区
_VOLTAGE = re.compile(r"^\d+千伏")
_RUN = re.compile(r"[一-龥A-Za-z0-9]+\Z")
_LONGEST = 16  # characters of a part before the mention of the last one …
_BEFORE = 120  # … and of all of them
_LONGEST_NAME = 8  # characters of a part's own name, and of the two ends of a road
_LONGEST_ROAD = 14
_SHORTEST = 2  # characters of a head word: 路 and 桥 end names of which nothing is left out
_ZONES = (
    "开发区",
    "经济开发区",
    "经济技术开发区",
    "高新技术产业开发区",
    "高新区",
    "经开区",
    "产业集聚区",
    "工业集中区",
    "片区",
    "小镇",
    "特色小镇",
    "园区",
    "工业园",
    "产业园",
    "工业园区",
    "产业园区",
    "渔港经济区",
    "经济区",
    "示范园",
    "集中区",
)


def split_lists(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that are a list with one head word replaced by those of its parts, sorted."""
    reader = Reader(text, mentions)
    found: list[tuple[Parts, Mention]] = []
    for m in mentions:
        parts = (
            (_parts(text.clean, _widened(text.clean, m)) or _elided(reader, m) or _regional(reader, m))
            if m.type in _TYPES
            else None
        )
        if parts:
            found.append((parts, m))
    by_start = sorted(mentions, key=lambda m: m.start)
    for parts, type_ in counted_lists(reader, {parts.end: None for parts, _ in found}):
        if template := _template(text.clean, by_start, parts, type_):
            found.append((parts, template))
    wholes: list[Mention] = []
    for parts in campaign_lists(reader):
        if template := _template(text.clean, by_start, parts, "Program"):
            found.append((parts, replace(template, rule="list:program", confidence=0.8)))
            wholes.append(_whole(text.clean, parts))
    lines = [Mention(*span, "Project", name, "list:line", 0.7) for span, name in numbered_lines(text.clean)]
    lines += [one for m in mentions for one in _ordinals(text.clean, m)]
    apart = {
        id(m): each
        for m in mentions
        if m.type == "Project" and (each := _wholes(text.clean, m) or list(_numbers(text.clean, m)))
    }
    lines += [one for each in apart.values() for one in each]
    mentions = [m for m in mentions if id(m) not in apart]
    if not (found or lines):
        return list(mentions)
    found = _outermost(found)
    # 青山、白鹭等|特色小镇建设: where the head word begins another name, the parts have mentions of their own only
    crossed = {parts.end for parts, _ in found if _crossed(by_start, parts)}
    made = {
        (one.start, one.end, one.type): one
        for parts, m in reversed(found)
        for one in _mentions(text.clean, parts, m)
        if one.end < parts.end or parts.end not in crossed
    }
    bounds = _Bounds([parts for parts, _ in found])
    for m in mentions:
        if m.type == "Region" or not bounds.wrong(m):
            made.setdefault((m.start, m.end, m.type), m)
    for m in lines:
        made[m.start, m.end, m.type] = m
    named = {(m.start, m.end) for m in mentions} if wholes else set()
    for m in wholes:
        if not named & {(m.start, m.end), (m.start - 1, m.end + 1)}:
            made.setdefault((m.start, m.end, m.type), m)
    return sorted(made.values(), key=lambda m: (m.start, -m.end, m.type, m.key))


def _ordinals(clean: str, m: Mention) -> Iterator[Mention]:
    """市第一、第二|实验小学: each earlier ordinal with the rest of the last one's name, and the level of the first."""
    nth = _NTH.match(clean, m.start, m.end) if m.type in _TYPES else None
    before = _ORDINALS.search(clean, max(0, m.start - 24), m.start) if nth else None
    if nth is None or before is None:
        return
    level = before["level"] or nth["level"]
    for one in _NTH.finditer(clean, before.start(), m.start):
        name = f"{level}{one[0].removeprefix(one['level'])}{clean[nth.end() : m.end]}"
        yield replace(m, start=one.start(), end=one.end(), key=name)
        yield replace(m, start=one.start(), end=m.end, key=name)
    if level and not nth["level"]:
        yield replace(m, key=level + clean[m.start : m.end])


def _numbers(clean: str, m: Mention) -> Iterator[Mention]:
    """3号、5号标准厂房 are two; 白鹭电厂3、4号机组 too."""
    found = _NUMBERED.fullmatch(clean, m.start, m.end)
    if found is None:
        return
    numbers = list(_NUMBER_OF.finditer(clean, found.start("first"), found.start("head")))
    for number in numbers:
        start = m.start if number is numbers[0] else number.start()
        end = m.end if number is numbers[-1] else number.end()
        yield replace(m, start=start, end=end, key=found["of"] + number["n"] + found["unit"] + found["head"])


def _wholes(clean: str, m: Mention) -> list[Mention]:
    """The parts of a mention that needs no head word for any: 青江高速白鹭段、石桥互通 are two names in full."""
    pieces = list(_PIECE.finditer(clean, m.start, m.end))
    if len(pieces) < 2 or not all(_COMPLETE.fullmatch(piece[0]) for piece in pieces):
        return []
    return [replace(m, start=piece.start(), end=piece.end(), key=piece[0]) for piece in pieces]


def _crossed(by_start: Sequence[Mention], parts: Parts) -> bool:
    """Whether another mention begins within the head word of a list and ends behind it."""
    at = bisect_left(by_start, parts.names[-1].end, key=lambda m: m.start)
    while at < len(by_start) and by_start[at].start < parts.end:
        if by_start[at].end > parts.end:
            return True
        at += 1
    return False


def _whole(clean: str, parts: Parts) -> Mention:
    """The campaign that a list of its parts ends in: 三大保卫战."""
    start = parts.names[-1].end + (clean[parts.names[-1].end] == "“")
    end = parts.end - (clean[parts.end - 1] == "”")
    return Mention(start, end, "Program", clean[start:end], "list:program", 0.7)


def _outermost(found: Sequence[tuple[Parts, Mention]]) -> list[tuple[Parts, Mention]]:
    """The lists without those that are only the beginning of another: 青山和东湖工业园|两座变电站."""
    kept: list[tuple[Parts, Mention]] = []
    furthest = 0
    for parts, m in sorted(found, key=lambda one: (one[0].names[0].start, -one[0].end)):
        if parts.end >= furthest:
            kept.append((parts, m))
            furthest = parts.end
    return kept


class _Bounds:
    """The stretches of lists and of their elided parts."""

    def __init__(self, lists: Sequence[Parts]) -> None:
        # the last part is elided too where a count or 等 stands before the head word
        self.cut = frozenset(name for parts in lists for name in parts.names[: None if parts.apart else -1])
        self.joins = sorted(name.end for parts in lists for name in parts.names[:-1])
        self.inside = {p.end: p.names[0].start for p in sorted(lists, key=lambda p: p.names[0].start, reverse=True)}
        self.ends = sorted(self.inside)

    def wrong(self, m: Mention) -> bool:
        """Whether a mention is an elided part taken for something else, or goes over the join of a list."""
        if (m.start, m.end) in self.cut:
            return True
        at = bisect_right(self.joins, m.start)
        if at < len(self.joins) and self.joins[at] < m.end:
            list_at = bisect_left(self.ends, m.end)
            return list_at < len(self.ends) and self.inside[self.ends[list_at]] <= m.start
        return False


def _template(clean: str, by_start: Sequence[Mention], parts: Parts, type_: str) -> Mention | None:
    """What the mentions of a list are made from: one of its type that lies in it; zones and fairs may have none."""
    first = parts.names[0].start
    at = bisect_left(by_start, first, key=lambda m: m.start)
    inside = list(itertools.takewhile(lambda m: m.start < parts.end, by_start[at:]))
    before = by_start[at - 1] if at else None
    if before is not None and before.end > first and before.type not in ("Region",):
        return None  # the list lies in a longer name
    if any(m.end > parts.end and m.start < parts.names[-1].end and m.type != "Region" for m in inside):
        return None
    same = next((m for m in inside if m.type == type_), None)
    if same is not None or parts.head.endswith(("景区", "旅游区", "保护区")):
        return same
    if type_ == "Project" and not _BUILDS.search(clean, max(0, first - 12), first):
        return None
    return Mention(first, parts.end, type_, "", f"list:{type_.lower()}", 0.7)


def _mentions(clean: str, parts: Parts, m: Mention) -> Iterator[Mention]:
    """Two mentions for each part: from its own name to the end of the list, and of the name alone if it is elided.

    Parts of a campaign (蓝天、碧水、净土三大保卫战) have no other than that of the name: the rest is the campaign's.
    """
    owner = _OF_NUMBERS.match(clean, *parts.names[0])
    voltage = _VOLTAGE.match(clean[parts.names[0].start : parts.names[0].end])
    for name in parts.names:
        last = name == parts.names[-1] and not parts.apart
        key = clean[name.start : parts.end] if last else _completed(clean[name.start : name.end], parts.head)
        if owner and name != parts.names[0] and key[0].isdigit():  # 白鹭港1号、2号泊位
            key = owner["of"] + key
        if voltage and "千伏" not in key:  # 110千伏青山、白鹭变电站
            key = voltage[0] + key
        if m.type != "Program":
            yield replace(m, start=name.start, end=parts.end, key=key)
        if name != parts.names[-1] or parts.apart:
            yield replace(m, start=name.start, end=name.end, key=key)


def _completed(name: str, head: str) -> str:
    """A part's full name; 龙潭110千伏, 石桥35千伏变电站 each keep their own voltage, 白鹭农业 is 白鹭农业园区."""
    head = _KIND.sub("", head)
    if is_section(name) or (name[-1] == head[-1] and whole(name)):  # 县医院、中医院、妇幼保健院三所医院
        return name
    if name.endswith("千伏"):
        head = _VOLTAGE.sub("", head)
    if whole(name) and not is_head(head) and _OF_WORK.search(head):  # 城东水厂、城西水厂两个供水项目
        return name
    twice = next((n for n in (4, 3, 2) if n < len(head) and name.endswith(head[:n])), 0)
    return name + head[twice:]


def _elided(reader: Reader, m: Mention) -> Parts | None:
    """The list that ends in a mention with a head word: 甲、|乙水厂; 甲、|乙等3座水厂."""
    clean = reader.clean
    if m.type not in _TYPES or m.start == 0 or not _JOIN.match(clean, m.start - 1):
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
        not (counted or same or _PLACES.fullmatch(word))
        or _JOIN.search(name)
        or _LEADS.fullmatch(name)
        or is_head(name + word)
    ):
        return None
    number = _NUMBER.search(counted)
    size = value(number[0]) if number and "等" not in counted else 0
    names = reader.before(m.start, size - 1 if size > 1 else MOST, name)
    if not names or (size and size != len(names) + 1):
        return None
    if not counted and any(is_section(clean[one.start : one.end]) for one in names):  # 青江高速白鹭段、石白高速
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
    size = value(number[0]) if number else 0
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


def _parts(clean: str, m: Mention) -> Parts | None:
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
    if not all(_PART.fullmatch(piece) for piece in names) or not (counted or _PLACES.fullmatch(head_word)):
        return None
    number = _NUMBER.search(counted)
    if not (number and value(number[0]) == len(names) + 1) and any(
        _WHOLE.search(piece) or whole(piece) or ("等" not in counted and is_section(piece)) for piece in names
    ):
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
    if found is None or number is None or value(number[0]) != size:
        return None
    return found["name"], found["count"], found["head"]


@functools.cache
def _heads() -> re.Pattern[str]:
    rows = load_lexicon().rows("project_heads")
    built = {r["name"] for r in rows if r["kind"] in ("route", "water", "energy", "building")}
    words = sorted({w for w in built if len(w) >= _SHORTEST} | set(_ZONES), key=lambda w: (-len(w), w))
    return re.compile(rf"{_LEAD}(?:{_SECTION}|{'|'.join(map(re.escape, words))}){_TAIL}")
