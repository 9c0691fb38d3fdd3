"""The parts before a name that leave out its head word: 甲、乙污水处理厂; 甲、乙等公园; 甲、乙、丙三大片区.

The list is read from the text around a mention, leftward from join to join as long as what stands there is a short
name without a head word of its own. Where a count says how many there are, all of them must be found.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.ontology import load_lexicon
from kg.types import Mention, Span, Text

LONGEST = 8  # characters of a part without its head word
MOST = 12  # parts of a list
_NEAR = 24
_RUN = re.compile(r"[一-龥A-Za-z0-9—]+\Z")
_AND = re.compile("[和与及]")
# characters of words in which 和, 与 and 及 join nothing
_WITHIN = re.compile(
    "和平|和谐|和顺|和美|和睦|共和|祥和|泰和|永和|太和|义和|人和|雍和|颐和|与会|参与|普及|涉及|以及|及时"
)
# what ends a name on its left: verbs, prepositions, particles, adverbs, pronouns, numerals
_ENDS = frozenset("vpcudryemq")
_PROPER = ("ns", "nr", "nz", "nt", "j", "eng")
_PLACE = re.compile(r".+(?:[镇乡村屯堡寨庄店湾坪坝塘湖江河溪山岭岗坡洲沟口桥门关]|街道)$")
_NATURE = re.compile("(?:[河江湖海山峡洞]|湿地|湾)$")  # 龙潭湖、柳溪公园: the lake is no park
_PASSED = re.compile(r"(?:连接|途经|途径|经过|贯通|串联|联通|沟通|辐射|覆盖|涉及|对|与|同)$")
_NAMING_TYPES = frozenset({"Region", "Project", "Zone", "Organization"})
_OTHER_TYPES = frozenset({"Industry", "Program", "Slogan", "Honor", "Event", "Enterprise"})
_NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SECTION = re.compile(r"(?:高速|高铁|铁路|公路|国道|省道|快速路|大道|运河|[A-Z]\d{1,4}线?)[一-龥]{0,8}段\Z")
_FAIR = re.compile("[会节展赛坛]$")
_HOLDING = re.compile(r"(?:举办|承办|举行|办好|参加|参展|组织|开展|筹办|协办|召开|组团赴?)[^，。；：]{0,16}$")
_SHORT = re.compile(r"(?:(?!和[一-龥]{2,4}\Z)[一-龥])+")
_SHORTS = re.compile(
    r"(?:新建|建成|续建|扩建|改造|投用|启用|开工建设|打通)(?:了|好)?(?P<names>[一-龥]{2,4}(?:、[一-龥]{2,4})*[、和][一-龥]{2,4})\Z"
)
_OPENED = re.compile(r"(?:成功|积极|继续|精心)*(?:举办|承办|举行|办好|参加|组织)(?:了|好)?")


class Parts(NamedTuple):
    """The parts of one list: the spans of their own names, the last of which is that before the head word.

    `apart` tells that something stands between them: a count, 等.
    """

    names: tuple[Span, ...]
    end: int
    head: str
    apart: bool


class Reader:
    """Looks leftward from a head word for the parts that share it."""

    def __init__(self, text: Text, mentions: Sequence[Mention]) -> None:
        self.clean = text.clean
        self.tokens = text.tokens
        self.starts = [t.start for t in text.tokens]
        self.by_end: dict[int, list[Mention]] = {}
        for m in mentions:
            self.by_end.setdefault(m.end, []).append(m)

    def is_region(self, part: Span) -> bool:
        """Whether a part is the name of a place."""
        return any(m.type == "Region" and m.start == part.start for m in self.by_end.get(part.end, ()))

    def before(self, at: int, most: int, last: str) -> tuple[Span, ...]:
        """The spans of at most so many parts whose joins end before a position, where the name `last` stands."""
        found: list[Span] = []
        while len(found) < most and at > 1 and self.clean[at - 1] in "、和与及":
            end = at - 2 if self.clean.endswith("以及", 0, at) else at - 1
            run = _RUN.search(self.clean, max(0, end - _NEAR), end)
            if run is None:
                break
            start = self._joined(run.start(), end)
            name = self._name(start, end, last)
            if name is None:
                break
            found.append(Span(name, end))
            at = name
            if name != start or self.clean[start - 1 : start] not in tuple("、和与及"):
                break
        if found and _PASSED.search(self.clean, max(0, at - 3), at):
            return ()
        return tuple(reversed(found))

    def _joined(self, start: int, end: int) -> int:
        """Where the last part of a run begins that may be joined by 和: 青山和|龙潭."""
        for join in reversed(list(_AND.finditer(self.clean, start + 2, end - 1))):
            around = self.clean[join.start() - 1 : join.end() + 1]
            if not (_WITHIN.search(around) or around[2:] in "谐平"):
                return join.end()
        return start

    def _name(self, start: int, end: int, last: str) -> int | None:
        """Where the part begins that ends at a position, None where no name does."""
        known = [m for m in self.by_end.get(end, ()) if m.start >= start and end - m.start <= LONGEST + 8]
        if any(m.type in _OTHER_TYPES and not self._trade_of_place(start, m) for m in known):
            return None
        begin = min((m.start for m in known if m.type in _NAMING_TYPES), default=None)
        if begin is None:
            begin = start if any(m.type == "Industry" for m in known) else self._by_words(start, end)
        name = self.clean[begin:end]
        if not 2 <= len(name) <= LONGEST + (8 if "至" in name else 4) or whole(name):
            return None
        if any(m.type in ("Region", "Zone") for m in known):
            return begin
        nature = None if "至" in name else _NATURE.search(name)
        if nature and last and not last.endswith(nature[0]):
            return None
        return begin if self._proper(begin, end) or _alike(name, last) else None

    def _trade_of_place(self, start: int, m: Mention) -> bool:
        """Whether a trade stands behind a place: 宁州|新能源汽车、临江集成电路两大产业基地."""
        return m.type == "Industry" and any(
            r.type == "Region" and r.start == start for r in self.by_end.get(m.start, ())
        )

    def _by_words(self, start: int, end: int) -> int:
        """Leftward over the words that a name may hold; 至 joins the two ends of a road."""
        begin = end
        for i in range(bisect_left(self.starts, end) - 1, -1, -1):
            token = self.tokens[i]
            if token.start < start or token.end > end:
                break
            closed = token.pos[:1] in _ENDS and token.word not in ("至", "千伏") and not token.word.isdigit()
            if closed or token.word in ("好", "了", "并"):
                break
            begin = token.start
        return begin

    def _proper(self, begin: int, end: int) -> bool:
        """Whether a part looks like a proper name: a place or person by its words, or one that no word list has."""
        inside = self.tokens[bisect_left(self.starts, begin) : bisect_left(self.starts, end)]
        if any(t.pos.startswith(_PROPER) for t in inside) or _PLACE.match(self.clean[begin:end]):
            return True
        return sum(len(t.word) == 1 and "一" <= t.word <= "龥" for t in inside) >= 2


def _alike(name: str, last: str) -> bool:
    """Whether two short names are formed alike: 城东, 城西; 东环, 北环."""
    return len(name) == len(last) <= 3 and any(a == b for a, b in zip(name, last, strict=True))


def is_section(name: str) -> bool:
    """Whether a part is a section of a road or railway, which takes no head word: 青江高速白鹭段."""
    return _SECTION.search(name) is not None


def whole(name: str) -> bool:
    """Whether a part has a head word of its own: 甲路, 乙水库, 丙小区."""
    return _own_heads().search(name) is not None


def is_head(name: str) -> bool:
    """Whether a whole name is a head word: 温泉小镇, of which 温泉 is no name."""
    return _own_heads().fullmatch(name) is not None


@functools.cache
def _own_heads() -> re.Pattern[str]:
    rows = load_lexicon().rows("project_heads")
    words = {r["name"] for r in rows if len(r["name"]) > 1} | set(load_lexicon().words("zone_heads"))
    single = (
        "(?<=..)[路街园院馆站厂道校桥]|公司|集团|小区|社区|项目|[一二三四五六七八九十]中"
        "|(?:[小中]学|学校|[校院]|幼儿园)[东南西北中新老本]区"
    )
    return re.compile(rf"(?:{single}|{'|'.join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))})\Z")


@functools.cache
def _counted_heads() -> re.Pattern[str]:
    """等3个省级经济开发区; 三大片区; 等博览会: a count or 等 and a head word that names of lists share."""
    zones = sorted(load_lexicon().words("zone_heads"), key=lambda w: (-len(w), w))
    fairs = "博览会|洽谈会|交易会|展销会|推介会|采购会|展览会|展会|论坛|文化节|旅游节|招聘会"
    works = (
        "水库|污水处理厂|污水厂|自来水厂|水厂|变电站|风电场|光伏电站|水电站|抽水蓄能电站|大桥|互通立交|互通枢纽|互通|客运站|高速公路|高速|铁路"
        "|灌区|社区公园|口袋公园|体育公园|郊野公园|森林公园|主题公园|湿地公园|公园|机场|码头|泵站|隧道|卫生院|集中安置区|安置区|公路|消防救援站|消防站|殡仪馆|养老院|敬老院|福利院"
        "|文化站|综合文化站|社区卫生服务中心|养老服务中心|农贸市场|小学|中学|幼儿园|客运站|汽车站|火车站|高铁站|立交桥"
    )
    number = "[二三四五六七八九两]|十[一二]?|[2-9]|1[0-2]"
    unit = "个|条|座|家|处|所|大|项|场"
    level = (
        "国家级|[省市县镇村]级|重点|特色|专业|[大中小]型|城市|乡镇|街道|农业|农村|产业|县域|区县|县区|新建|主要|骨干|核心"
        "|新兴|老旧"
    )
    count = rf"(?:(?P<such>等)(?:(?P<number1>{number})(?:{unit}))?|(?P<number2>{number})(?:{unit}))"
    head = (
        rf"(?P<zone>{'|'.join(map(re.escape, zones))})|(?P<fair>(?:国际|专业|专题|系列)?(?:{fairs}))|(?P<work>{works})"
    )
    return re.compile(rf"{count}(?P<level>(?:{level}){{0,3}}?)(?:{head})(?![区镇])")


_LINES = re.compile(r"(地铁|轻轨|轨道交通|有轨电车)\d{1,2}(?:号线)?(?:[、和及]\d{1,2}(?:号线)?)+(?<=号线)")
_LINE = re.compile(r"(\d{1,2})(?:号线)?")


def numbered_lines(clean: str) -> Iterator[tuple[Span, str]]:
    """The spans and names of the lines of 地铁3、5、6号线."""
    for found in _LINES.finditer(clean):
        for number in _LINE.finditer(clean, found.end(1), found.end()):
            start = found.start() if number.start() == found.end(1) else number.start()
            yield Span(start, number.end()), f"{found[1]}{number[1]}号线"


_CAMPAIGNS = re.compile(
    r"“?(?P<number>[二三四五六七八九两])大(?P<head>革命|攻坚战|保卫战|攻坚行动|专项行动|行动|战役|会战|改革)”?"
)


def campaign_lists(reader: Reader) -> Iterator[Parts]:
    """厕所、垃圾、污水“三大革命”; 蓝天、碧水、净土三大保卫战: as many parts as the number says."""
    for found in _CAMPAIGNS.finditer(reader.clean):
        size, stop = value(found["number"]), found.start()
        names: list[Span] = []
        while len(names) < size:
            run = _RUN.search(reader.clean, max(0, stop - _NEAR), stop)
            if run is None:
                break
            begin = max(reader._joined(run.start(), stop), 0)
            known = [m.start for m in reader.by_end.get(stop, ()) if m.start >= begin]
            first = min(known, default=begin if len(names) < size - 1 else reader._by_words(begin, stop))
            names.insert(0, Span(first, stop))
            if reader.clean[first - 1 : first] not in tuple("、和与及"):
                break
            stop = first - 1
        short = all(2 <= n.end - n.start <= 6 and not whole(reader.clean[n.start : n.end]) for n in names)
        if len(names) == size and short:
            yield Parts(tuple(names), found.end(), found["head"], True)


def counted_lists(reader: Reader, done: Mapping[int, object]) -> Iterator[tuple[Parts, str]]:
    """Lists that a count or 等 with a head word closes, with the type of their parts; not those that end in `done`."""
    for found in _counted_heads().finditer(reader.clean):
        if found.end() in done:
            continue
        type_ = "Zone" if found["zone"] else "Event" if found["fair"] else "Project"
        number = found["number1"] or found["number2"]
        size = value(number) if number and not found["such"] else 0
        stop = found.start()
        run = _RUN.search(reader.clean, max(0, stop - _NEAR), stop)
        if run is None:
            continue
        start = reader._joined(run.start(), stop)
        if type_ == "Event":
            names = _fairs(reader, start, stop)
        else:
            names = _names(reader, start, stop, size) or _plain(reader, stop, size)
        if len(names) > 1 and (not size or size == len(names)):
            yield Parts(names, found.end(), found["zone"] or found["fair"] or found["work"], True), type_


def _names(reader: Reader, start: int, stop: int, size: int) -> tuple[Span, ...]:
    begin = reader._name(start, stop, "")
    if begin != start:
        return ()
    return (*reader.before(start, size - 1 if size else MOST, ""), Span(start, stop))


def _plain(reader: Reader, stop: int, size: int) -> tuple[Span, ...]:
    """建成东方、西苑、滨河三座公园: plain words as names, where a verb of building and as many as the count stand."""
    run = _SHORTS.search(reader.clean, max(0, stop - 5 * size - 6), stop) if size else None
    if run is None:
        return ()
    names = [Span(*part.span()) for part in _SHORT.finditer(reader.clean, run.start("names"), stop)]
    known = any(m.type in _OTHER_TYPES for part in names for m in reader.by_end.get(part.end, ()))
    fit = len(names) == size and not known and not any(whole(reader.clean[n.start : n.end]) for n in names)
    return tuple(names) if fit else ()


def _fairs(reader: Reader, start: int, stop: int) -> tuple[Span, ...]:
    """The trades of fairs are plain words: 举办茶叶、电子商务等博览会."""
    clean = reader.clean
    names = [Span(start, stop)]
    while names[0].start and clean[names[0].start - 1] in "、和与及" and len(names) < MOST:
        end = names[0].start - 1
        run = _RUN.search(clean, max(0, end - _NEAR), end)
        if run is None:
            break
        begin = reader._joined(run.start(), end)
        if _FAIR.search(clean, begin, end):
            break
        known = [m.start for m in reader.by_end.get(end, ()) if m.start >= begin]
        names.insert(0, Span(min(known, default=begin), end))
    held = _HOLDING.search(clean, max(0, names[0].start - 24), names[0].start)
    opened = _OPENED.match(clean, *names[0])
    if opened:
        names[0] = Span(opened.end(), names[0].end)
    alike = all(2 <= n.end - n.start <= LONGEST and not whole(clean[n.start : n.end]) for n in names)
    return tuple(names) if alike and (held or opened) else ()


def value(number: str) -> int:
    """The value of a numeral up to 99: 三, 十二, 12."""
    if number.isdigit():
        return int(number)
    tens, _, ones = number.rpartition("十")
    if "十" not in number:
        return _NUMBERS.get(number, 0)
    return (_NUMBERS.get(tens, 0) if tens else 1) * 10 + (_NUMBERS.get(ones, 0) if ones else 0)
