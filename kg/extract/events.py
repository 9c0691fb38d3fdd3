"""Events: national fairs and games by word list, others by their head word (推介会, 签约仪式, 第十届…大会)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.confidence import CONFIDENCE
from kg.extract.forms import occurrences
from kg.extract.phrase_begins import Tokens
from kg.extract.phrases import generic_names, heads_finder, mention, unquote
from kg.ontology.lexicon import Lexicon
from kg.scan import scan_stretches
from kg.types import Mention, Text

_NUMBER = re.compile(r"(?:第[一二三四五六七八九十百\d]+届|首届|\d{4}年?第?[一二三四五六七八九十\d]*届?)$")
_EDITION = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+届|首届)[^，。；：、！？\n]{2,30}?(?:大会|博览会|交易会|论坛|峰会|节(?!能|约|点|水)|赛|洽谈会|推介会|(?<![发开拓进扩])展(?!示|望|开)|活动周|读书月|博会|洽会|交会|运动会|演唱会|集训营|联席会议)(?![一-龥]{0,30}届)"
)
_HELD = re.compile(
    r"(?:举办|举行|承办|承接|协办|主办|办好|筹办|申办)(?:了|好)?([^，。；：、！？\n的]{2,24}?(?:节|赛|大会|展会|博览会|音乐会|联席会议|展|行活动))(?=[，。；、”等和及]|$)"
)
# 东博会, 厦洽会, 农交会: how fairs are called for short
_SHORT = re.compile("博会|洽会|交会")
_CALLED = re.compile(
    r"(?:(?<![一-龥])|(?<=[、和届与]))[一-龥]{1,2}$|[东西南北中厦廊渝兰绿农房进广高文园花茶糖旅药粮林陶煤津青哈吉海湘赣亚浙皖闽粤桂鄂冀晋鲁豫黔滇川陕甘宁蒙辽沪苏琼藏新义昆硒辣]{1,2}$"
)
# 建市25周年庆祝活动
_YEARS = re.compile(
    r"\d\d{0,3}周年[^，。；：、！？\n]{0,8}?(?:庆祝活动|纪念活动|系列活动|宣传活动|座谈会|报告会|晚会|庆典|活动|大会)"
)
_YEARS_OF = re.compile(r"[^，。；：、！？\n]{2,20}$")
# 省运会, 市残运会, 亚运会
_GAMES = re.compile(r"(?:[省市县全](?:国)?[残青农民老冬]?|冬残|[残青农老冬亚奥])运会")
_GAMES_HEAD = re.compile("运会")
# 青山杨梅节, 国际钢琴艺术节; 环节 and the days of the calendar are none
_FESTIVAL = re.compile("节(?![能约点水庆日目气省令俭制流拍奏假操育余衣支电减油录骨本])")
_WIDER = re.compile(r"(?:全国|全省|全市|全县|全区|世界|国际|新时代|新|\d{4}年?)+$")
# 白鹭国际石材展
_SHOW = re.compile("国际[一-龥]{1,6}展(?=[、，。；和与及”]|$)")
# 招才引智大会; 动员大会 and 表彰大会 are meetings
_CONGRESS = re.compile("大会(?<!(?:动员|表彰|总结|党员|股东|誓师|部署|职工|村民|干部)大会)(?![议堂战员])")
_NO_FESTIVAL = re.compile(
    "[环季细调情关章枝礼佳过时脱气音末春串晚品变](?=节)|(?:国庆|中秋|元宵|清明|端午|重阳|教师|儿童|劳动|青年|妇女|建军|护士|医师|记者|母亲|父亲|元旦|圣诞|情人|双|逢年过|警察|三八|五一)节$"
)
_LEAD = re.compile(r".*(?:举行|举办|组织|开展|办好|承办|筹备|参与|参加|和|与)(?:了|好)?")
_HALF = frozenset("半今明每全去前后多近上下")  # 上半年|会全部建成
# sessions of assemblies and party congresses are no events of their own
_SESSION = re.compile(r"人民代表大会|政协|委员会|党代表|人大|代表大会|全会")
# 承办2届青山茶文化节 counts them; 第2届 is which one
_COUNT = re.compile(r"(?:\d{1,2}|[一两二三四五六七八九十]+)(?:届|场|次|期)(?=.{3})")


def find_events(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """All event layers.

    Example: 成功举办首届青山茶文化节. No match in: 召开了各类座谈会.
    """
    for m in _proposed(text, lexicon):
        count = _COUNT.match(text.clean, m.start, m.end)
        yield mention(text, (count.end(), m.end), "Event", m.rule) if count else m


def _proposed(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    known = [*_known(text, lexicon)]
    yield from known
    whole = {(m.start, m.end) for m in known}
    for found in _EDITION.finditer(text.clean):
        if not _SESSION.search(found[0]) and found.span() not in whole:
            yield mention(text, found.span(), "Event", "event:edition")
    short = [*_short(text, {m.end for m in known})]
    yield from short
    taken = {m.end for m in (*known, *short)}
    for found in scan_stretches(_GAMES, _GAMES_HEAD, text.clean):
        yield mention(text, found.span(), "Event", "event:games")
    yield from _festivals(text, lexicon, taken)
    for found in _HELD.finditer(text.clean):
        yield mention(text, found.span(1), "Event", "event:held")
    yield from _headed(text, lexicon, taken)


def _known(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Fairs and games of the word list, with their edition: 第二十届中国国际高新技术成果交易会."""
    for form in occurrences(text.clean, "events", lexicon.folder):
        edition = _NUMBER.search(text.clean, max(0, form.start - 8), form.start)
        start = edition.start() if edition else form.start
        yield Mention(start, form.end, "Event", form.name, "event:lexicon", CONFIDENCE["event:lexicon"])


def _short(text: Text, taken: set[int]) -> Iterator[Mention]:
    """Fairs as they are called for short, and what marks the years of something: 青博会, 建市25周年庆祝活动."""
    clean = text.clean
    for rule, shape, front in (("event:short", _SHORT, _CALLED), ("event:years", _YEARS, _YEARS_OF)):
        for found in shape.finditer(clean):
            named = front.search(clean, max(0, found.start() - 20), found.start())
            if named is None or found.end() in taken or clean[found.end() : found.end() + 1] in ("议", "员"):
                continue
            lead = _LEAD.match(clean, named.start(), found.end())
            yield mention(text, (lead.end() if lead else named.start(), found.end()), "Event", rule)


def _festivals(text: Text, lexicon: Lexicon, taken: set[int]) -> Iterator[Mention]:
    """青山杨梅节, not 环节 or 春节."""
    clean = text.clean
    words = Tokens(text, lexicon)
    for found in _FESTIVAL.finditer(clean):
        if found.end() in taken or _NO_FESTIVAL.search(clean, max(0, found.start() - 2), found.end()):
            continue
        start = words.begin(found.start(), 12)
        if found.start() - start >= 2:
            yield mention(text, (start, found.end()), "Event", "event:festival")


def _headed(text: Text, lexicon: Lexicon, taken: set[int]) -> Iterator[Mention]:
    """Names that a head word ends: 招商推介会, 招才引智大会; not 动员大会."""
    clean = text.clean
    words = Tokens(text, lexicon)
    generic, bodies = generic_names(lexicon.folder), lexicon.names("organizations")  # 世界经济论坛 is a body
    for head in heads_finder(lexicon.folder, "Event", "open").spans(clean):
        annual = clean[head.start : head.end] == "年会"
        if head.end in taken or (annual and clean[head.start - 1 : head.start] in _HALF):
            continue
        start = words.begin(head.start, 30)
        name = unquote(clean[start : head.end])
        if start == head.start or not 4 <= len(name) <= 40 or name in generic or name in bodies:
            continue
        yield mention(text, (start, head.end), "Event", "event:head")
        if wider := _WIDER.search(clean, max(0, start - 6), start):
            yield mention(text, (wider.start(), head.end), "Event", "event:wider")
    for found in _SHOW.finditer(clean):
        if found.end() not in taken:
            yield mention(text, (words.begin(found.start(), 10), found.end()), "Event", "event:head")
    for found in _CONGRESS.finditer(clean):
        start = words.begin(found.start(), 16)
        name = clean[start : found.end()]
        if found.end() not in taken and 5 <= len(name) <= 18 and not _SESSION.search(name):
            yield mention(text, (start, found.end()), "Event", "event:congress")
