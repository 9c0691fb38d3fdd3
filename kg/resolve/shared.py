"""What the parts of a list share with a neighbour, where the list has no head word that `lists` can split.

甲至乙、丙至丁公路 (the kind of road), 甲大道和乙大道提质改造 (what is done to both), 市科技馆、图书馆 (whose they are),
206号、207号泊位 (what is numbered). A mention keeps the words that the text gives it; its key becomes the name in full.
What the document names more than once keeps its own name: it would be merged with what is done to it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from kg.resolve.heads import list_words
from kg.resolve.names import canonical
from kg.types import Mention, Text

_TYPES = frozenset({"Project", "Organization"})
_CARRIED_OUT = frozenset({"Program"})
_JOIN = re.compile("以及|[、和与及]")
_ROUTE = re.compile("[^、，。至]{2,12}至[^、，。至]{2,8}")
_ROADS = "铁路支线|铁路|高速公路|公路|高速|国道|省道|道路|快速路"
_SUCH_ROADS = re.compile(
    r"等(?:\d+条|[二两三四五六七八九十]条|一批|多条)?(?:普通|国省|干线|农村|旅游|重点|和)*"
    rf"(?P<head>{_ROADS})"
)
_ROAD = re.compile(rf"(?:{_ROADS}|段|线|[一二三四]期)$")
# whose last character says what a thing is, so that two in a row are of one kind: 甲大道和乙大道, 甲中学、乙小学
_KINDS = frozenset("路街道桥学院校线河湖江溪湾洲渠堤坝厂站场园馆寺楼村港库区山岭")
_LINES = frozenset("路街道桥河江湖溪渠山")
_MADE = re.compile("(?:建成|新建|打通|开通|建好|新增|投用|启用|竣工)(?:了)?$")  # what is only built now is not done up
# what is nothing that could be built without what is done to it: 老城片区棚户区、火车站片区旧城改造
_OLD = re.compile("(?:棚户区|城中村|旧城|旧城区|旧村|老城区|危旧房|老旧小区)$")
_MORE = re.compile("(?:[、和与及][一-龥A-Z0-9]{2,6}?){0,4}(?=等)")
_VERB = "完成|推进|实施|加快|启动|开展|抓好|推动|加强|做好|搞好|重点|全面|深入|持续"
_EARLIER = re.compile(
    rf"(?:(?P<verb>{_VERB}|对|[，。；：！？\n])|(?<=[、和与及]))(?!{_VERB})(?P<name>[一-龥]{{1,4}})\Z"
)
_LISTED = "list:done"
_RENEWAL = re.compile("(?P<own>[一-龥]{2,6}?)(?P<work>(?:棚户区|城中村|危旧房|旧村|旧城区?)改造)(?:项目|工程)?")
_NUMBER = re.compile(r"\d{1,3}[号#]")
# 县医院、中医院业务楼; 省公安厅、省档案局备份平台: each has its own
_HOUSE = "(?:医院|卫生院|中学|小学|学校|幼儿园|[一二三四五六七八九十]中|[局厅])"
_HOUSES = re.compile(rf".*{_HOUSE}")
_PART_OF_HOUSE = re.compile(
    rf"[^、和与及]{{1,14}}?{_HOUSE}(?P<part>[一-龥]{{0,4}}(?:楼|食堂|病区|院区|校区|操场|运动场|宿舍|平台|系统)(?:项目|工程)?)"
)


class _Work(NamedTuple):
    """What is done to things that have a name of their own.

    `alone` stands right behind a name (提质改造 of 白鹭大道提质改造), `such` behind 等 (等6条街巷路灯亮化), `counted`
    behind a count (沙河、柳河|两条河流综合治理), `beside` behind the last name (沙河、柳河|沿岸绿化).
    """

    alone: re.Pattern[str]
    such: re.Pattern[str]
    counted: re.Pattern[str]
    beside: re.Pattern[str]


@functools.cache
def _work() -> _Work:
    done = rf"(?:{list_words('done', 'rebuilt')})(?:工程|项目)?"
    piece = rf"(?:“[^“”]{{2,6}}”|[一-龥]{{0,4}}?(?:{list_words('piece')})[一-龥]{{0,4}}?)"
    unit = "条|个|座|处|所"
    streets = "道路|街道|路段|片区|区域|小区|河道|街巷|桥梁"
    return _Work(
        re.compile(rf"(?:片区|沿线|两侧|周边|沿岸)?[一-龥]{{0,10}}?{done}"),
        re.compile(
            rf"等(?:\d+|[二两三四五六七八九十]|多)?(?:{unit})?(?:重点|主要|城市|主干|次干|背街)*(?:{streets}|易涝点)?"
            rf"(?P<work>{piece}(?:{done}|建设)|(?:绿化|亮化|美化)+(?:工程|项目)?)"
        ),
        re.compile(
            rf"(?:\d+|[二两三四五六七八九十])(?:{unit})(?:{streets}|河流|河渠|水库|湖泊|渠道)(?P<work>[一-龥]{{0,6}}?{done})"
        ),
        re.compile(rf"(?P<work>(?:两侧|沿线|周边|沿岸)[一-龥]{{0,8}}?{done})"),
    )


class _Owned(NamedTuple):
    """Names of houses and campuses: with whose they are (市科技馆, 白鹭中学东校区), and without (图书馆, 西校区)."""

    of: re.Pattern[str]
    bare: re.Pattern[str]
    of_campus: re.Pattern[str]
    bare_campus: re.Pattern[str]


@functools.cache
def _owned() -> _Owned:
    public, done = list_words("public"), rf"(?:(?:{list_words('done', 'rebuilt')})(?:工程|项目)?)?"
    nth = "第[一二三四五六七八九十]"
    campus = "[东西南北新老主](?:校区|院区|院)"
    return _Owned(
        re.compile(
            rf"(?:(?P<level>[省市县区州旗])[一-龥]{{0,4}}?|(?P<of>.{{2,4}}?))(?:{public}|(?:{nth})?(?:中学|小学|幼儿园))(?:新馆|新院)?"
        ),
        re.compile(rf"(?:{public}|{nth}{{1,2}}(?:实验)?(?:中学|小学|幼儿园|人民医院|医院|水厂|自来水厂)){done}"),
        re.compile(rf"(?P<of>.{{2,12}}){campus}"),
        re.compile(rf"{campus}{done}"),
    )


@functools.cache
def _later_number() -> re.Pattern[str]:
    """What is numbered by the number behind another: 206号|、207号泊位."""
    heads = list_words("numbered")
    return re.compile(rf"[、和及][^，。；：\n]{{0,14}}?\d[号#][^，。；：、\n]{{0,10}}?(?P<head>{heads})")


def complete_shared(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of list parts with the full name as key, sorted as before.

    Args:
        text: the document.
        mentions: those of which lists with a head word are split already.

    Example:
        The key of 青山大道 is 青山大道提质改造 in 实施青山大道和白鹭大道提质改造, that of 图书馆 is 市图书馆 in
        市科技馆、图书馆建成.
    """
    clean = text.clean
    mentions = [one for m in mentions for one in _split(clean, m)]
    often = Counter(canonical(clean[m.start : m.end]) for m in mentions if m.type in _TYPES)
    places = {(m.start, m.end) for m in mentions if m.type == "Region"}
    keys: dict[tuple[int, int, str], str] = {}
    more: list[Mention] = []
    for chain in _chains(clean, mentions):
        names = [m for m in chain if canonical(clean[m.start : m.end]) == canonical(m.key)]
        alone = {m: None for m in names if m.type == "Project" and often[canonical(m.key)] == 1}
        owners = _owners(clean, chain, places)
        works = _works(clean, chain, alone)
        told = {**_numbers(clean, names), **owners, **_roads(clean, chain)}
        told |= {m: told.get(m, m.key) + work for m, work in works.items()}
        for m, key in told.items():
            keys[m.start, m.end, m.type] = key
        last = chain[-1]
        if last in alone and (second := _renewed(clean, last)):
            keys[last.start, last.end, last.type] = last.key + second[1]
            more += [replace(last, start=second[0], end=second[0] + len(second[2]), key=canonical(second[2]))]
        for m, part in _parts_of_houses(clean, chain):
            more += [replace(last, start=m.start, key=canonical(m.key + part))]
            keys[m.start, m.end, "Project"] = canonical(m.key + part)
        more += _before(clean, chain[0], chain[0].key + works.get(chain[0], ""))
    ends = {m.end for m in mentions if m.type != "Region"}
    more = [m for m in more if m.rule != _LISTED or m.end not in ends]
    for row in _chains(clean, mentions, _CARRIED_OUT):
        keys |= {(m.start, m.end, m.type): key for m, key in _programmes(clean, row).items()}
    out = [replace(m, key=keys[at]) if (at := (m.start, m.end, m.type)) in keys else m for m in mentions]
    taken = {(m.start, m.end, m.type) for m in out}
    out += [m for m in more if (m.start, m.end, m.type) not in taken]
    return sorted(out, key=lambda m: (m.start, -m.end, m.type, m.key))


def _split(clean: str, m: Mention) -> list[Mention]:
    """东干渠、西干渠防渗改造 in one mention: two, each with what is done."""
    if m.type != "Project" or m.rule.startswith("table") or not _JOIN.search(clean, m.start, m.end):
        return [m]
    joins = list(_JOIN.finditer(clean, m.start, m.end))
    starts = [m.start, *(j.end() for j in joins)]
    parts = [replace(m, start=a, end=z) for a, z in zip(starts, [*(j.start() for j in joins), m.end], strict=True)]
    *first, last = [(one, clean[one.start : one.end]) for one in parts]
    works = [_done(last[1], name[-1:]) if 2 <= len(name) <= 8 else "" for _, name in first]
    if not all(works) or canonical(m.key) != canonical(clean[m.start : m.end]):
        return [m]
    return [
        *(replace(one, key=canonical(name + work)) for (one, name), work in zip(first, works, strict=True)),
        replace(last[0], key=canonical(last[1])),
    ]


def _programmes(clean: str, row: Sequence[Mention]) -> dict[Mention, str]:
    """商贸提质、文旅融合、数字赋能、绿色转型四大行动: one that stands among several 行动 is one of them."""
    heads = Counter(m.key.removeprefix(clean[m.start : m.end]) for m in row)
    head = max(sorted(heads), key=lambda h: heads[h] if 2 <= len(h) <= 6 else 0)
    if not 2 <= len(head) <= 6 or heads[head] < 2:
        return {}
    plain = [m for m in row[:-1] if m.key == clean[m.start : m.end] and m.rule == "tagger" and len(m.key) <= 8]
    return {m: m.key + head for m in plain if not m.key.endswith(head[-2:])}


def _chains(clean: str, mentions: Sequence[Mention], types: frozenset[str] = _TYPES) -> Iterator[list[Mention]]:
    """Names in a row, joined by 、 or 和; of names that begin in one place or lie in another the widest."""
    chain: list[Mention] = []
    for m in sorted((m for m in mentions if m.type in types), key=lambda m: (m.start, -m.end, m.type != "Project")):
        if chain and m.start < chain[-1].end:
            continue
        if chain and not _JOIN.fullmatch(clean, chain[-1].end, m.start):
            yield chain
            chain = []
        chain.append(m)
    if chain:
        yield chain


def _roads(clean: str, chain: Sequence[Mention]) -> dict[Mention, str]:
    """甲至乙、丙至丁 where another of the row has the kind of road, or 等9条公路 stands behind the row."""
    routes = [m for m in chain if m.type == "Project" and _ROUTE.fullmatch(clean, m.start, m.end)]
    bare = {
        m: None
        for m in routes
        if m.key == clean[m.start : m.end] and not _ROAD.search(m.key) and clean.count(m.key) == 1
    }
    if not bare:
        return {}
    heads = Counter(m.key.removeprefix(clean[m.start : m.end]) for m in routes if m not in bare)
    heads.pop("", None)
    last = chain[-1]  # 甲至乙、|丙作业区等铁路支线
    behind = _SUCH_ROADS.match(clean, last.end) or _SUCH_ROADS.search(clean, last.start, last.end)
    head = max(heads, key=lambda h: (heads[h], h)) if heads else behind["head"] if behind else ""
    return {m: m.key + head for m in bare} if _ROAD.fullmatch(head) else {}


def _works(clean: str, chain: Sequence[Mention], alone: Mapping[Mention, None]) -> dict[Mention, str]:
    """What is done to the last of a row and so to those before it that are of the same kind, for each of these.

    莲湖大道和白鹭大道提质改造; 南门中学、青山小学整体搬迁; 城东路、城西路等6条街巷路灯亮化.
    """
    if _MADE.search(clean, max(0, chain[0].start - 6), chain[0].start):
        return {}
    last, work = chain[-1], _work()
    more = _MORE.match(clean, last.end)  # parts that nothing took for names
    at = more.end() if more else last.end
    if (
        such := _work().such.match(clean, at)
        or _work().counted.match(clean, at)
        or _work().beside.match(clean, last.end)
    ):
        return {m: canonical(such["work"]) for m in alone}
    within = clean.find("等", last.start + 2, last.end)  # 城东路、|城西路等街巷路灯亮化
    if within > 0 and (such := work.such.match(clean, within, last.end)):
        return {m: canonical(such["work"]) for m in alone if m is not last}
    told: dict[Mention, str] = {}
    whole = ""
    for m in reversed(chain):
        surface = canonical(clean[m.start : m.end])
        done = "改造" if _OLD.search(surface) and whole.endswith("改造") else _done(whole, surface[-1])
        if m in alone and done and not surface.endswith("改线"):  # which is done already
            told[m] = done
        elif not _JOIN.search(surface):
            whole = surface
    return told


def _done(name: str, kind: str) -> str:
    """What is done to a thing whose own name ends with a character of its kind: 提质改造 of 白鹭大道提质改造 for 道."""
    if kind not in _KINDS:
        return ""
    # 桥 in 虹桥至乐成段改建 ends no name of a bridge
    alike = "路街道" if kind in "路街道" else kind  # 南街、|医学路拓宽
    ends = (at for at in range(2 if kind == "区" else 1, len(name) - 1) if name[at] in alike and name[at + 1] != "至")
    return next((name[at + 1 :] for at in ends if _work().alone.fullmatch(name, at + 1)), "")


def _before(clean: str, m: Mention, name: str) -> Iterator[Mention]:
    """沙河、柳河、|清河黑臭水体治理: those of the kind that no layer took for a name, each with what is done."""
    end = m.start
    while m.type == "Project" and (join := _JOIN.match(clean, end - 1)):
        part = _EARLIER.search(clean, max(0, join.start() - 8), join.start())
        kind = clean[join.start() - 1]
        work = _done(name, kind) if part and kind in _LINES else ""
        if part is None or not work or len(part["name"]) < 2:
            return
        end = part.start("name")
        yield replace(m, start=end, end=join.start(), key=part["name"] + work, rule=_LISTED)
        if part["verb"]:
            return


def _renewed(clean: str, m: Mention) -> tuple[int, str, str] | None:
    """临江路、|石马岭棚户区改造: where the second begins, what is done, and its whole name."""
    join = _JOIN.match(clean, m.end)
    found = _RENEWAL.match(clean, join.end()) if join else None
    if join is None or found is None or _JOIN.search(found["own"]):
        return None
    return found.start(), found["work"], found["own"] + found["work"]


def _owners(clean: str, chain: Sequence[Mention], places: set[tuple[int, int]]) -> dict[Mention, str]:
    """市科技馆、图书馆和影剧院: whose the first is, all are that have no place of their own."""
    told: dict[Mention, str] = {}
    owned = _owned()
    owner, campus = "", None
    for m in chain:
        if owner and (owned.bare_campus if campus else owned.bare).fullmatch(clean, m.start, m.end):
            told[m] = owner + clean[m.start : m.end]
        elif campus := owned.of_campus.fullmatch(clean, m.start, m.end):
            owner = campus["of"]
        elif found := owned.of.fullmatch(clean, m.start, m.end):
            known = found["of"] and (m.start, m.start + len(found["of"])) in places
            owner = found["level"] or (found["of"] if known else "")
        else:
            owner = ""
    return told


def _parts_of_houses(clean: str, chain: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    """县医院、中医院业务楼: each house of a row with the part that the last one names."""
    last = chain[-1]
    part = _PART_OF_HOUSE.fullmatch(clean, last.start, last.end) if last.type == "Project" else None
    if part is not None:
        houses = itertools.takewhile(lambda m: _HOUSES.fullmatch(clean, m.start, m.end), reversed(chain[:-1]))
        yield from ((m, part["part"]) for m in houses)


def _numbers(clean: str, names: Sequence[Mention]) -> dict[Mention, str]:
    """206号、207号泊位: the first is 206号泊位."""
    told: dict[Mention, str] = {}
    for m in names:
        if (
            m.type == "Project"
            and _NUMBER.fullmatch(clean, m.start, m.end)
            and (later := _later_number().match(clean, m.end))
        ):
            told[m] = clean[m.start : m.end] + later["head"].removeprefix("号")
    return told
