"""Lists that a count or 等 with a head word closes: 甲、乙等3个省级开发区, 举办茶叶、电商等博览会, 三大保卫战."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from kg.numerals import count
from kg.resolve.elided import JOINS, LONGEST, MOST, OTHER_TYPES, Parts, Reader
from kg.resolve.heads import FAIR, list_words, whole, zone_heads
from kg.scan import scan
from kg.types import Span

_CAMPAIGNS = re.compile(
    r"“?(?P<number>[二三四五六七八九两])大(?P<head>革命|攻坚战|保卫战|攻坚行动|专项行动|行动|战役|会战|改革)”?"
)
_SO_MANY_CAMPAIGNS = re.compile("[“二三四五六七八九两](?=[二三四五六七八九两]?大)")
_SO_MANY = re.compile("[等十二三四五六七八九两1-9](?:(?<=等)|(?=[一二0-2]?[个条座家处所大项场]))")
_HOLDING = re.compile(r"(?:举办|承办|举行|办好|参加|参展|组织|开展|筹办|协办|召开|组团赴?)[^，。；：]{0,16}$")
_NAME = re.compile(r"(?:(?!和[一-龥]{2,4}\Z)[一-龥])+")
_BUILT = re.compile(
    r"(?:新建|建成|续建|扩建|改造|投用|启用|开工建设|打通)(?:了|好)?(?P<names>[一-龥]{2,4}(?:、[一-龥]{2,4})*[、和][一-龥]{2,4})\Z"
)
_OPENS = re.compile(r"(?<![一-龥、])(?P<names>[一-龥]{2,4}(?:、[一-龥]{2,4})*[、和][一-龥]{2,4})\Z")
# 甲、乙、丙三座水库|竣工验收
BUILT_BEHIND = re.compile(
    r"(?:项目|工程)?(?:已|全面|全部|基本|相继|陆续|先后|如期|顺利|主体|竣工)*(?:完成主体|建成|竣工|完工|投产|投用|投入|启用|通车|通水|开工|封顶|落成|试运行|投运|正常运行|运行|运营|联网|开放|供水|供热|供电|送电|并网|下闸|蓄水|完成(?:验收|建设))"
)
_OPENED = re.compile(r"(?:成功|积极|继续|精心)*(?:举办|承办|举行|办好|参加|组织)(?:了|好)?")


@functools.cache
def _counted_heads() -> re.Pattern[str]:
    """等3个省级经济开发区; 三大片区; 等博览会: a count or 等 and a head word that names of lists share."""
    number = "[二三四五六七八九两]|十[一二]?|[2-9]|1[0-2]"
    unit = "个|条|座|家|处|所|大|项|场"
    told = rf"(?:(?P<such>等)(?:(?P<number1>{number})(?:{unit}))?|(?P<number2>{number})(?:{unit}))"
    fair = rf"(?:国际|专业|专题|系列)?(?:{list_words('fair')})"
    head = rf"(?P<zone>{zone_heads()})|(?P<fair>{fair})|(?P<place>{list_words('single')})"
    level = rf"{list_words('level')}|小（[一二]）型|小[一二ⅠⅡ]?型|中型|大型|\d{{2,4}}千伏(?:及?以上)?"
    return re.compile(rf"{told}(?P<level>(?:{level}){{0,3}}?)(?:{head})(?![区镇])")


def campaign_lists(reader: Reader) -> Iterator[Parts]:
    """厕所、垃圾、污水“三大革命”; 蓝天、碧水、净土三大保卫战: as many parts as the number says."""
    for found in scan(_CAMPAIGNS, _SO_MANY_CAMPAIGNS, reader.clean):
        size, stop = count(found["number"]), found.start()
        names: list[Span] = []
        while len(names) < size:
            run = reader.run(stop)
            if run is None:
                break
            begin = max(reader.joined(run.start(), stop), 0)
            known = [m.start for m in reader.by_end.get(stop, ()) if m.start >= begin]
            first = min(known, default=begin if len(names) < size - 1 else reader.by_words(begin, stop))
            names.insert(0, Span(first, stop))
            if reader.clean[first - 1 : first] not in JOINS:
                break
            stop = first - 1
        short = all(2 <= n.end - n.start <= 6 and not whole(reader.clean[n.start : n.end]) for n in names)
        if len(names) == size and short:
            yield Parts(tuple(names), found.end(), found["head"], True)


def counted_lists(reader: Reader, done: Mapping[int, object]) -> Iterator[tuple[Parts, str]]:
    """Lists that a count or 等 with a head word closes, with the type of their parts; not those that end in `done`."""
    for found in scan(_counted_heads(), _SO_MANY, reader.clean):
        if found.end() in done:
            continue
        type_ = "Zone" if found["zone"] else "Event" if found["fair"] else "Project"
        number = found["number1"] or found["number2"]
        size = count(number) if number and not found["such"] else 0
        stop = found.start()
        run = reader.run(stop)
        if run is None:
            continue
        start = reader.joined(run.start(), stop)
        if type_ == "Event":
            names = _fairs(reader, start, stop)
        else:
            names = _names(reader, start, stop, size) or _plain(reader, stop, size, found.end())
        if len(names) > 1 and (not size or size == len(names)):
            yield Parts(names, found.end(), found["zone"] or found["fair"] or found["place"], True), type_


def _names(reader: Reader, start: int, stop: int, size: int) -> tuple[Span, ...]:
    begin = reader.name(start, stop, "")
    if begin != start:
        return ()
    return (*reader.before(start, size - 1 if size else MOST, ""), Span(start, stop))


def _plain(reader: Reader, stop: int, size: int, behind: int) -> tuple[Span, ...]:
    """建成东方、西苑、滨河三座公园: plain words as names, where a verb of building and as many as the count stand."""
    front = _OPENS if BUILT_BEHIND.match(reader.clean, behind) else _BUILT
    run = front.search(reader.clean, max(0, stop - 5 * size - 6), stop) if size else None
    if run is None:
        return ()
    names = [Span(*part.span()) for part in _NAME.finditer(reader.clean, run.start("names"), stop)]
    known = any(m.type in OTHER_TYPES for part in names for m in reader.by_end.get(part.end, ()))
    fit = len(names) == size and not known and not any(whole(reader.clean[n.start : n.end]) for n in names)
    return tuple(names) if fit else ()


def _fairs(reader: Reader, start: int, stop: int) -> tuple[Span, ...]:
    """The trades of fairs are plain words: 举办茶叶、电子商务等博览会."""
    clean = reader.clean
    names = [Span(start, stop)]
    while names[0].start and clean[names[0].start - 1] in JOINS and len(names) < MOST:
        end = names[0].start - 1
        run = reader.run(end)
        if run is None:
            break
        begin = reader.joined(run.start(), end)
        if FAIR.search(clean, begin, end):
            break
        known = [m.start for m in reader.by_end.get(end, ()) if m.start >= begin]
        names.insert(0, Span(min(known, default=begin), end))
    held = _HOLDING.search(clean, max(0, names[0].start - 24), names[0].start)
    opened = _OPENED.match(clean, *names[0])
    if opened:
        names[0] = Span(opened.end(), names[0].end)
    alike = all(2 <= n.end - n.start <= LONGEST and not whole(clean[n.start : n.end]) for n in names)
    return tuple(names) if alike and (held or opened) else ()
