"""A list with one head word is as many things as it has parts: 甲、乙等4个乡镇污水处理厂 → 甲污水处理厂, 乙污水处理厂.

Each part gets a mention from its own name to the end of the list, with its full name as key: 甲、乙…厂 and 乙…厂. So
every part has the head word in its surface, and the mentions nest.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ontology import load_lexicon
from kg.types import Mention, Text

_TYPES = frozenset({"Project", "Zone", "Organization"})
_JOIN = re.compile("[、和与及]")
_PART = re.compile(r"[一-龥A-Za-z0-9]{2,8}")
_COUNT = re.compile(
    r"(?:等)?(?:(?:\d+|[一二两三四五六七八九十]+)(?:个|条|座|家|处|所|大|项))?(?:乡镇(?!卫生院)|县区|区县)?"
)
# a part that has a head word of its own needs none: 甲路、乙桥
_WHOLE = re.compile(
    r"(?:[路桥站厂园院馆场道校]|中心|基地|项目|工程|水库|大厦|公司|集团|片区|新区|高速|铁路|改造|建设)$"
)
_NUMBER = re.compile(r"\d+|[一二两三四五六七八九十]+")
_VALUES = {c: str(n) for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": "2"}
_LEAD = (
    r"(?:\d+千伏|城镇|县城|农村|生活|集中|供热|燃气|供水|国家|市级|省级|第[一二三]|人民|中心|现代|示范|特色"
    r"|垃圾|产业|试验){0,4}"
)
_TAIL = r"(?:提标改造|改扩建|改造|扩建|迁移|整治|建设|工程|项目|一期|二期)?"
# heads of single places; 检验、检测、研发中心 is one centre that does three things
_PLACES = re.compile(
    r".*(?:片区|小镇|高速|高速公路|公路|铁路|灌区|变电站|污水处理厂|污水厂|水厂|水库|大桥|互通|立交|渔港经济区|医院|公园|小学|中学|发电厂|电站|泵站|码头|机场|安置区|示范园|管线)(?:改造|建设|迁移|工程|项目|整治|提标改造)*"
)
_VERBS = re.compile(
    r".*(?:建成|完成|推进|加快|实施|启动|新建|开工|抓好|确保|推动|力促|做好|改造|新增|扩建|续建|建设|协调|支持|争取|提升)(?:了|好)?(?=.{2})"
)
_RUN = re.compile(r"[一-龥A-Za-z0-9]+\Z")
_LONGEST = 16  # characters of a part before the mention of the last one …
_BEFORE = 120  # … and of all of them
_SHORTEST = 2  # characters of a head word: 路 and 桥 end names of which nothing is left out
_ZONES = (
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
    """The mentions, those that are a list with one head word replaced by one for each part, sorted."""
    out: list[Mention] = []
    elided: set[tuple[int, int, str]] = set()  # 甲 of 甲、乙2座水厂 as a thing of its own
    for m in mentions:
        parts = list(_parts(text.clean, _widened(text.clean, m))) if m.type in _TYPES else []
        out += parts or [m]
        for part, following in itertools.pairwise(parts):
            elided.add((part.start, following.start - 1, m.type))
    once = {(m.start, m.end, m.type): m for m in reversed(out)}
    kept = [m for at, m in once.items() if at not in elided]
    return sorted(kept, key=lambda m: (m.start, -m.end, m.type, m.key))


def _widened(clean: str, m: Mention) -> Mention:
    """丙3个乡镇污水处理厂 with 甲、乙、 before it: the whole list, where its count is that of its parts."""
    surface = clean[m.start : m.end]
    head = None if _JOIN.search(surface) else _head(surface)
    number = _NUMBER.search(head[1]) if head else None
    size = int(_VALUES.get(number[0], number[0])) if number and len(number[0]) == 1 else 0
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


def _parts(clean: str, m: Mention) -> Iterator[Mention]:
    surface = clean[m.start : m.end]
    if "、" not in surface and not re.search("[和与及]", surface):
        return
    pieces: list[tuple[int, str]] = []
    at = 0
    for join in _JOIN.finditer(surface):
        pieces.append((at, surface[at : join.start()]))
        at = join.end()
    last = surface[at:]
    head = _head(last)
    if head is None:
        return
    name, counted, head_word = head
    names = [piece for _, piece in pieces]
    if not all(_PART.fullmatch(piece) for piece in names) or not (counted or _PLACES.fullmatch(head_word)):
        return
    number = _NUMBER.search(counted)
    if not (number and _VALUES.get(number[0], number[0]) == str(len(names) + 1)) and any(
        _WHOLE.search(piece) for piece in names
    ):
        return
    starts = [start for start, _ in pieces] + [at]
    for start, piece in zip(starts, [*names, name], strict=True):
        yield replace(m, start=m.start + start, key=piece + head_word)


def _head(last: str) -> tuple[str, str, str] | None:
    """The last part's own name, its count and the head word: 丙等4个乡镇污水处理厂 → 丙, 等4个乡镇, 污水处理厂."""
    for stop in range(2, min(9, len(last) - 1)):
        found = _COUNT.match(last, stop)
        count = found[0] if found else ""
        if _heads().fullmatch(last, stop + len(count)):
            return last[:stop], count, last[stop + len(count) :]
    return None


@functools.cache
def _heads() -> re.Pattern[str]:
    rows = load_lexicon().rows("project_heads")
    built = {r["name"] for r in rows if r["kind"] in ("route", "water", "energy", "building")}
    words = sorted({w for w in built if len(w) >= _SHORTEST} | set(_ZONES), key=lambda w: (-len(w), w))
    return re.compile(rf"{_LEAD}(?:{'|'.join(map(re.escape, words))}){_TAIL}")
