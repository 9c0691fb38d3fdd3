"""Programmes by shapes that no head word of a campaign gives: fields with what is done, lists, plans, counted works.

Example: 推进易涝片区综合治理, 开展消防、燃气、危化品等领域专项整治, 出台关于支持民宿发展的若干意见.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.forms import is_known
from kg.extract.names import Finder, place_after, place_before
from kg.extract.phrase_begins import Tokens
from kg.extract.phrases import generic_names, unquote
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.scan import scan, scan_stretches
from kg.types import Span, Text

# what may follow the name of a piece of work
ENDS = re.compile(
    r"(?:等)?(?:工作|任务|工程|项目|建设|力度|试点|进度|步伐|推广工作|推广|政策|问题|机制|制度)?"
    r"(?=[，。；、！：”）（\n和与及并\d]|$|有序|基本|全面|扎实|稳步|顺利|取得|加快|深入|成效|持续|不断|成果|等做法|经验|进展|力度|走在|位居|任务)"
)
# a verb of carrying out before the name; behind a list mark or the start of a clause a name may begin, too
_CARRIED = re.compile(
    r"(?:开展|实施|启动|推进|推行|落实|深化|组织|抓好|抓实|打好|完成|推动|巩固|加强|做好|执行|推广|参与|深入|全面|扎实|探索|建立|健全|完善|出台|制定|编制|修编|"
    r"编制完成|印发|强化|严格|持续|继续|加快|坚持|配合|争取|实行|实现|试行|统筹|进行|支持|接受|迎接|通过|加大|稳步|有序|建立健全|规范|积极|大力|创新|修订|和|与|及)(?:了|好)?$"
)
_PART = r"[^，。；：、！？\n（）《》“”的了]{1,14}"  # of a list
_LIST = re.compile(rf"{_PART}(?:、{_PART}){{1,12}}$")
# 消防、燃气等领域|专项整治: what joins the list and the head
_JOINT = re.compile(
    r"(?:等)?(?:\d{1,2}|[二两三四五六七八九十])?(?:个|大|项|类)?(?:重点|关键)?(?:领域|行业|方面|环节|流域|部位|区域)?(?:的)?$"
)
_OF_FIELDS = re.compile(
    r"(?:领域|行业|方面|环节|流域|等\d{1,2}[个大项]|等[二两三四五六七八九十][个大项])(?P<head>(?:安全|突出问题|违法行为)?(?:专项整治行动|专项整治|专项治理|专项行动|专项督查|专项斗争|"
    r"集中整治|综合整治|安全整治|综合治理|排查整治|整治提升|整治|治理|改革))"
)
# 十|二大, 12项, 三证: the characters of a number before what is counted
NUMERALS = re.compile(r"[\d一二两三四五六七八九十百千](?=[\d一二两三四五六七八九十百千]{0,4}[大个项场条证])")
_COUNT = re.compile(
    r"(?<![第\d一二两三四五六七八九十百千零○])(?:\d{1,2}(?:大|项|场|条)|\d个(?=专项|攻坚|行动)|[二两三四五六七八九十百]{1,3}(?:大|个|项|场|条))(?:(?:重点|专项|重大|民生|攻坚|提升|惠民|创新|改革|产业|基础|兴[市县区]|为民|主要)?)"
    r"(?:专项行动|攻坚行动|行动|工程|计划|战役|硬仗|攻坚战|会战|革命|实事|民生实事|重点工作|重点任务|改革任务|改革|活动|举措|措施|制度)(?=[”，。；、）（：\n和及]|等|$|为|中|的|建设|有序|全面|扎实|深入|稳步|顺利|圆满|加快|持续|成效|成果|取得|初[见战显]|首战)"
)
_ABOUT = re.compile(
    r"(?<!《)关于(?:进一步)?[^，。；：！？\n《》]{4,40}?的(?:若干|实施|指导|补充)?(?:意见|决定|办法|方案|措施|规定|通知)(?=[，。；、）”\n和及]|$)"
)
_LAW = re.compile(r"(?<!《)(?:中华人民共和国|中国共产党)[一-龥]{2,24}?(?:法|条例|准则|规定)(?=[，。；、）”\n和及]|$)")
_FIVE = re.compile(
    r"(?:国民经济和社会发展)?(?:第|“)?十[一二三四五六]?(?:个)?五”?(?:年)?[一-龥]{0,12}?规划(?:[和与及、]?(?:二[〇○零]三五|2035)年远景目标)?(?:纲要)?(?:的建议)?"
)
_ON, _NATION, _PLAN = re.compile("关于"), re.compile("中[华国]"), re.compile("规划")
_ENTERS = re.compile("[列纳]入|入[选围]|跻身")
_ENTERED = re.compile(
    r"(?:[列纳]入|入[选围]|跻身)了?(?P<name>(?:20\d\d年)?(?:国家|全国|自治区|[全我]?省|[一-龥]{2,3}省|省级)(?:20\d\d年)?"
    r"[^，。；、：的“”（）\n]{2,20}?(?:规划|计划|清单|项目库))(?=[，。；、）\n和与]|项目|盘子|$)"
)
_EMPTY = re.compile(
    r"^(?:综合|重点|各项|专项|有关|相关|全面|系统|源头|社会|依法|日常|工作|长效|多项|一批|其他|基础|以及|同时|统一|科学|深度|集中|加快)+$|^[的了在和等]|[的了]"
)
_LEAD = re.compile(
    r"(?:不断|加力|动员|开工|动工|发放|实行|公布|规范|搞好|做到|搞活|建好|管好|动工建设|开展好|省级|市级|新的|本?年度|剩余|辖区|境内"
    r"|[①-⑳]|（\d+）|[—－]|(?:\d[\d.]*|(?<=\d))[余多]?万?[余多]?(?:公里|人|亩|户|处|座)(?!以[上下]|次))+"
)


def named_from(clean: str, start: int, head: int) -> int:
    """Where a name begins behind a count or a word for which ones: 年度|农网改造, 境内20公里|水毁道路修复行动."""
    lead = _LEAD.match(clean, start, head)
    return lead.end() if lead else start


@functools.cache
def _heads(folder: Path) -> tuple[Finder, dict[str, str]]:
    kinds = {row["name"]: row["kind"] for row in load_lexicon(folder).rows("deed_heads")}
    return Finder(kinds), kinds


def deeds(text: Text, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """A field and what is done in it, with the kind of head: 易涝片区|综合治理, 产业链|包联机制, 村庄布局规划."""
    clean = text.clean
    words = Tokens(text, lexicon)
    generic = generic_names(lexicon.folder)
    finder, kinds = _heads(lexicon.folder)
    for head, end in finder.spans(clean):
        if not ENDS.match(clean, end):
            continue
        kind = kinds[clean[head:end]]
        start = words.begin(head, 22, joins=kind == "plan")
        start = named_from(clean, start, head)
        name = unquote(clean[start:end])
        if start == head and len(name) < 5:
            continue
        if not 4 <= len(name) <= 26 or name in generic or _EMPTY.search(clean[start:head]):
            continue
        if is_known(clean, start, end, lexicon.folder) or "”“" in clean[start:end]:
            continue
        carried = _CARRIED.search(clean, max(0, start - 8), start)
        opens = not start or clean[start - 1] in "，。；：、\n“"
        if carried or opens:
            rule = f"deed_{kind}" if carried else f"deed_{kind}_alone"
            yield rule, Span(start, end)
            place = start + place_after(clean[start:head])
            if start < place < head - 1:  # whose field it is may be named or not
                yield f"deed_{kind}_alone", Span(place, end)


def listed(text: Text, spans: Iterable[tuple[int, int]], lexicon: Lexicon) -> Iterator[Span]:
    """A name with the list before it that shares its head: 消防、燃气、危化品等领域专项整治.

    Args:
        spans: names found by their head; those that begin behind 、 or behind a list that ends in 等…领域.
    """
    clean = text.clean
    words = Tokens(text, lexicon)
    heads = (found.span("head") for found in _OF_FIELDS.finditer(clean))
    for start, end in sorted({*spans, *heads}):
        floor = max(0, start - 90)
        if not clean.startswith(_SHARED, end - 2) and not clean.startswith("战", end - 1):
            continue
        joint = _JOINT.search(clean, max(floor, start - 10), start)
        stop = joint.start() if joint else start
        if stop == start:
            if clean[start - 1 : start] != "、":
                continue
            stop = start - 1
        found = _LIST.search(clean, floor, stop) if clean[stop : stop + 1] != "、" else _ONE.search(clean, floor, stop)
        if found is None:
            continue
        first = clean.find("、", found.start(), stop)
        first = first if first >= 0 else stop
        left = words.begin(first, 14)
        parts = clean[left:stop].split("、")
        if left < first and not any(_WHOLE.search(part) for part in parts):
            yield Span(left, end)


_SHARED = (
    "行动",
    "整治",
    "治理",
    "工程",
    "改革",
    "督察",
    "巡视",
    "督查",
    "普查",
    "机制",
    "制度",
    "计划",
    "提升",
    "排查",
    "清理",
    "规划",
    "救助",
)
# what is a name for itself is no part of a list that shares a head
_WHOLE = re.compile(
    r"(?:工程|行动|战|整治|治理|试点|项目|活动|制度|办法|规划|政策|方案|改造|建设|创建|机制|处理|减排|保护|设施|专班|对策|对接|利用|监测|责任|清单|"
    r"公里|园|厂|路|村|镇|桥|城|区|馆|中心|水库|系统|平台|便捷|稳定)$|\d|^(?:等|和|以及|并)"
)
_ONE = re.compile(rf"(?:{_PART}、){{0,12}}{_PART}$")


def counted(text: Text, lexicon: Lexicon) -> Iterator[Span]:
    """Counted works, with the name before the count: 制造业升级十大工程, 12项重点任务."""
    words = Tokens(text, lexicon)
    for found in scan(_COUNT, NUMERALS, text.clean):
        start = words.begin(found.start(), 14)
        yield Span(found.start(), found.end())
        # 文化润心、健康暖心两大行动: a list that the count sums up is no part of the name
        if found.start() - start >= 2 and text.clean[start - 1 : start] != "、":
            yield Span(start, found.end())


def papers(text: Text) -> Iterator[Span]:
    """Papers without title marks: 关于支持民宿发展的若干意见, 青山市国民经济和社会发展第十五个五年规划.

    And the plans of higher levels into which a work is taken: 列入国家高速公路网规划. None in: 纳入城市规划区.
    """
    clean = text.clean
    for found in scan(_ENTERED, _ENTERS, clean):
        yield Span(*found.span("name"))
    for shape, opens in ((_ABOUT, _ON), (_LAW, _NATION)):
        for found in scan(shape, opens, clean):
            yield Span(*found.span())
    for found in scan_stretches(_FIVE, _PLAN, clean):
        start, end = found.span()
        place = place_before(clean, start)
        yield Span(min(place, start), end)
