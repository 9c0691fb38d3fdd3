"""A list with one head word is as many things as it has parts: 甲、乙等4个乡镇污水处理厂 → 甲污水处理厂, 乙污水处理厂.

Each part gets a mention from its own name to the end of the list, with its full name as key: 甲、乙…厂 and 乙…厂. So
every part has the head word in its surface, and the mentions nest; a part that leaves the head word out is a mention
on its own as well (甲).
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.resolve.counted import BUILT_BEHIND, campaign_lists, counted_lists
from kg.resolve.elided import Parts, Reader
from kg.resolve.enumerated import numbered_lines, numbers, ordinals, several, with_numbers
from kg.resolve.heads import is_head, is_section, whole
from kg.resolve.list_parts import VOLTAGE, read_parts
from kg.resolve.two_levels import two_levels
from kg.types import Mention, Text

_TYPES = frozenset({"Project", "Zone", "Organization"})
_BUILDS = re.compile(r"(?:新建|建成|建设|扩建|续建|迁建|改造|投用|启用|开工|启动|打通|完成|实施|加固|设置)(?:了|好)?$")
_OF_NUMBERS = re.compile(r"(?P<of>[一-龥]{2,8}?)\d{1,3}[号#]")
_OF_WORK = re.compile("(?:供水|供热|供气|供电|交通|水利|市政|环保|能源|民生|配套|基础设施)(?:项目|工程)?$")
_REST_OF_ROW = re.compile("(?:[、和][一-龥])*[^，。；：]{0,12}?产业")  # 粮|、畜、果三大特色产业
# 甲、乙等专业园区; 甲、乙2座中型水库
_SORT = re.compile(
    "^(?:专业|特色|重点)(?=园区|片区|产业园)|^[大中小](?:（[一二]）|[一二ⅠⅡ])?型(?=水库|水电站|泵站|灌区|水闸)"
)


def split_lists(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that are a list with one head word replaced by those of its parts, sorted."""
    clean = text.clean
    mentions = [with_numbers(clean, _with_row(clean, m)) for m in mentions]
    by_start = sorted(mentions, key=lambda m: m.start)
    found, campaigns = _lists(text, mentions, by_start)
    apart = {
        m: parts for m in mentions if m.type in ("Project", "Industry", "Enterprise") and (parts := several(clean, m))
    }
    apart |= {m: parts for m in mentions if (parts := two_levels(clean, m))}
    places = {m.end: m.start for m in mentions if m.type == "Region"}
    single = [
        *numbered_lines(clean),
        *(one for m in mentions if m.type in _TYPES for one in ordinals(clean, m, places)),
        *(one for parts in apart.values() for one in parts),
    ]
    if not (found or single):
        return list(mentions)
    building = _buildings(clean, mentions, [parts for parts, _ in found])
    kept = [m for m in mentions if m not in apart and m not in building]
    by_start = [m for m in by_start if m not in building]
    made = _parts(clean, found, by_start)
    bounds = _Bounds([parts for parts, _ in found])
    for m in kept:
        if m.type == "Region" or not bounds.wrong(m):
            made.setdefault((m.start, m.end, m.type), m)
    for m in single:
        made[m.start, m.end, m.type] = m
    named = {(m.start, m.end) for m in kept} if campaigns else set()
    for m in campaigns:
        if not named & {(m.start, m.end), (m.start - 1, m.end + 1)}:
            made.setdefault((m.start, m.end, m.type), m)
    return sorted(made.values(), key=lambda m: (m.start, -m.end, m.type, m.key))


def _with_row(clean: str, m: Mention) -> Mention:
    """An industry of one character with the row that it stands in, as it means nothing without."""
    rest = _REST_OF_ROW.match(clean, m.end) if m.rule == "industry:short_row" else None
    return replace(m, end=rest.end()) if rest else m


def _lists(
    text: Text, mentions: Sequence[Mention], by_start: Sequence[Mention]
) -> tuple[list[tuple[Parts, Mention]], list[Mention]]:
    """The lists with one head word, each with what its mentions are made from; and the campaigns that lists end in."""
    reader = Reader(text, mentions)
    wholes = (m for m in mentions if m.type in _TYPES and not any(numbers(text.clean, m)))
    found = [(parts, m) for m in wholes if (parts := read_parts(reader, m))]
    for parts, type_ in counted_lists(reader, {parts.end: None for parts, _ in found}):
        if template := _template(text.clean, by_start, parts, type_):
            found.append((parts, template))
    campaigns = []
    for parts in campaign_lists(reader):
        if template := _template(text.clean, by_start, parts, "Program"):
            found.append((parts, replace(template, rule="list:program", confidence=0.8)))
            campaigns.append(_campaign(text.clean, parts))
    return _outermost(found), campaigns


def _parts(
    clean: str, found: Sequence[tuple[Parts, Mention]], by_start: Sequence[Mention]
) -> dict[tuple[int, int, str], Mention]:
    """The mentions of the parts of lists, by where they are and their type; the first list has its way."""
    # 青山、白鹭等|特色小镇建设: where the head word begins another name, the parts have mentions of their own only
    crossed = {parts.end for parts, _ in found if _crossed(by_start, parts)}
    return {
        (one.start, one.end, one.type): one
        for parts, m in reversed(found)
        for one in _mentions(clean, parts, m)
        if one.end < parts.end or parts.end not in crossed
    }


def _buildings(clean: str, mentions: Sequence[Mention], lists: Sequence[Parts]) -> set[Mention]:
    """What is no programme behind a list of zones but their head word and 建设: 青山、白鹭等|特色小镇建设."""
    heads = {(parts.end - len(parts.head), parts.end) for parts in lists if parts.apart}
    ends = dict(heads)
    return {
        m
        for m in mentions
        if m.type == "Program" and m.start in ends and clean[ends[m.start] : m.end] in ("建设", "创建", "打造")
    }


def _crossed(by_start: Sequence[Mention], parts: Parts) -> bool:
    """Whether another mention begins within the head word of a list and ends behind it."""
    at = bisect_left(by_start, parts.names[-1].end, key=lambda m: m.start)
    while at < len(by_start) and by_start[at].start < parts.end:
        if by_start[at].end > parts.end:
            return True
        at += 1
    return False


def _campaign(clean: str, parts: Parts) -> Mention:
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
    built = _BUILDS.search(clean, max(0, first - 12), first) or BUILT_BEHIND.match(clean, parts.end)
    if type_ == "Project" and not built:
        return None
    return Mention(first, parts.end, type_, "", f"list:{type_.lower()}", 0.7)


def _mentions(clean: str, parts: Parts, m: Mention) -> Iterator[Mention]:
    """Two mentions for each part: from its own name to the end of the list, and of the name alone if it is elided.

    Parts of a campaign (蓝天、碧水、净土三大保卫战) have no other than that of the name: the rest is the campaign's.
    """
    owner = _OF_NUMBERS.match(clean, *parts.names[0])
    voltage = VOLTAGE.match(clean[parts.names[0].start : parts.names[0].end])
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
    head = _SORT.sub("", head)
    if is_section(name) or (name[-1] == head[-1] and whole(name)):  # 县医院、中医院、妇幼保健院三所医院
        return name
    if name.endswith("千伏"):
        head = VOLTAGE.sub("", head)
    if whole(name) and not is_head(head) and _OF_WORK.search(head):  # 城东水厂、城西水厂两个供水项目
        return name
    twice = next((n for n in (4, 3, 2) if n < len(head) and name.endswith(head[:n])), 0)
    return name + head[twice:]
