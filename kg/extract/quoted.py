"""Phrases in quote marks: what they are by the word behind them, the verb before them or their shape."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from kg.extract.forms import is_known, occurrences
from kg.extract.phrases import Quotation, generic_names, heads, mention, quotations, unquote
from kg.ontology.lexicon import Lexicon
from kg.types import Mention, Text

_JOIN = re.compile(r"”(?:[、和与及]|以及)?“")
_CARRY = re.compile(
    r"(?:开展|实施|启动|推进|推行|落实|深化|组织|抓好|打好|打赢|打响|完成|推动|巩固|加强|做好|执行|推广|参与|继续|深入|全面|扎实)[一-龥]{0,4}$"
)
# what is upheld is a principle or an aim, what is given out is work: 坚持“三个优先”, 推出“助企贷”
_UPHELD = re.compile(
    "(?:坚持|围绕|按照|紧扣|突出|提出|秉承|秉持|弘扬|做到|打造|打响|推动|形成|遵循|践行|牢记|锚定|瞄准)(?:了|好|出)?$"
)
# … unless the phrase only tells which: 打造“南方数谷”产业园
_STOPS = re.compile(
    "[，。；、）\n“和及与]|$|的?(?:总体|工作|发展|战略)*(?:要求|原则|思路|理念|目标|方针|定位|格局|路径|模式|办法|发展|战略|工作|任务|部署)"
)
_GIVEN_OUT = re.compile("(?:推出|开展|发放|组织开展)(?:了)?$")
_HOLD = re.compile(r"(?:荣获|获评|评为|授予|获得|荣膺|入选|获批|命名为|被授|蝉联|创成|争创|摘得|夺得)[一-龥\d]{0,14}$")
_NUMBERED = re.compile(
    r"[\dN一二两三四五六七八九十]+(?:[+＋][\dNX一二三四五六七八九十n]+)+"
    r"|(?:[一二两三四五六七八九十百千\d]+[一-龥]{1,4}){2,6}"
    r"|[一二两三四五六七八九十]+(?:个|大|项|条|类|化|种|张|位|区|新|保|稳|公|上|权|变|治|个一)[一-龥\d]{0,4}"
    r"|[一二两三四五六七八九十][一-龥]{1,3}"
    r"|\d{2,7}"
)
_YEAR = re.compile(r"[一-龥]{3,10}年$")
_WORK = re.compile(
    r"(?:行动|攻势|攻坚|整治|清零|工程|改革|计划|活动|普法|攻坚战|专项|大会战|会战|试点|创建|筛查|培育年|建设年)$"
)
_PARALLEL = re.compile(r"[^、，,]{2,8}(?:[、，,][^、，,]{2,8})+$")
_TYPES = ("Program", "Slogan", "Honor", "Event", "Industry")
WORKISH = re.compile(r"[治改拆清创供整纵横]")
_FAR = re.compile(r"[一-龥]{2,8}?(?:工程|行动|专项行动|行动计划|三年行动)(?=[，。；、）和及]|$)")
# “四治融合”基层治理体系, “条抓块统”治理|格局
_ORDER = re.compile(r"(?:体系|格局|布局|模式|机制|思路|理念|目标)")
_FAR_ORDER = re.compile(
    r"(?![在于向与对])[一-龥]{2,6}?(?:体系|格局|布局|模式|机制|战略|思路|定位)(?=[，。；、）和及]|$)"
)
# “白鹭数谷”产业|园, “四个一”产业|扶贫: what is called so is no branch
_NO_INDUSTRY = re.compile(
    "园|扶贫|行动|用地|富民|空间|发展|政策|招商|融合|示范|基地|生态|雁阵|布局|体系|帮扶|工程|规划|倍增"
)
# head words that belong to the name; with any other the phrase in quote marks alone is the mention
_CORE = re.compile(
    r"(?:行动|计划|活动|工程|攻坚战?|改革|整治|治理|试点|斗争|普查|大赛|博览会|节|论坛|峰会|推介会|大会|战略|理念|模式|布局|格局|机制|产业|产业集群|奖|称号|单位|城市|企业|精神|思想|体系)$"
)
_TROUBLE = re.compile(r"难$|贵$|连[增降涨丰续]|一刀切|^四个$|^三点半$|^12345$|^三农$|^最后")
_SPOKEN = re.compile(
    "[，。！？：；]|[一二两三四五六七八九十][大个]"
)  # what somebody says, and what may be anything: “四个一”
_NICK = re.compile("[老大小][^、，+]{1,4}$")  # “老赖”, “大棚房”: a name only with a word for work behind it
_NAMED_BEFORE = re.compile("[一-龥]$")
_ISSUES = re.compile(
    "(?:出台|落实|兑现|推出|制定|印发|发布|实施|推行|执行|贯彻|中央|国家|国务院|[了的和及与省市县区州新])$"
)
_POLICY = re.compile(r"[\d一二三四五六七八九十]+条(?:措施)?$")
# “街长制”“联户长制”等制度: what phrases side by side are instances of; 整治“矿霸”等专项行动 tells against what
_INSTANCES = re.compile(
    r"等[一-龥\d]{0,8}?(?:(?P<Program>活动|行动|改革|制度|专项整治|工程|计划|政策|试点|招商|贷款|实事|惠民举措)"
    r"|(?P<Slogan>战略|部署|理念|模式|机制|精神|格局|思路|工作法|形象品牌|城市品牌)"
    r"|(?P<Honor>称号|荣誉|殊荣|奖项))(?=[，。；、！”）\n和及与的]|$|落实|落地|有序|深入|全面|扎实|顺利|取得|加快|持续)"
)
_AGAINST = re.compile(r"(?:整治|打击|查处|惩治|治理|纠治|破解|解决|清理|严惩|遏制|防范)[一-龥]{0,6}$")
# 有“江南药谷”之称, “白鹭水城”美誉: what a place is called
_CALLED = re.compile(r"的?(?:之称|美誉|美称|之誉)")
_PLACE_TITLE = re.compile(r"(?:之[乡都城府州窗]|[乡都城镇县村谷港仓湾]|故里|明珠|门户|走廊|水塔|基地|第一[街路楼])$")
# 松泉县是“全国玻璃产业试验基地”: a title that is held; not 打造成为“全国先进制造业基地”
_IS = re.compile("(?:(?<![要就正不打建设成])是|[又还也]是|系|^作为|[，。；]作为)$")
_LEVELLED = re.compile(
    "(?:首批)?(?:全国|国家级?|中国|全省|省级|[一-龥]{2,3}省)[^，。；]{2,20}"
    "(?:基地|示范[区县市镇乡村园]|试验区|先行区|实验区|之[乡都城]|先进[县市区]|强[县市镇]|重点镇|名[城镇村]|大县)"
)
# “三查四评”工作
_TASK = re.compile(r"(?:专项|各项)?工作(?=[，。；、！”）\n和及与]|$|扎实|有序|深入|全面|取得|开展|持续|顺利|成效)")


class Group(NamedTuple):
    """Quotations side by side that share what stands before and behind: “六稳”“六保”工作."""

    items: tuple[Quotation, ...]


@functools.cache
def _head_types(folder: Path) -> tuple[re.Pattern[str], dict[str, str]]:
    """The head words that may follow a quotation, and the type that each of them gives."""
    found = {head: type_ for type_ in reversed(_TYPES) for head in heads(folder, type_, "quoted")}
    longest = sorted(found, key=lambda head: (-len(head), head))
    return re.compile("|".join(map(re.escape, longest))), found


def groups(clean: str) -> Iterator[Group]:
    """Quotations, those that touch or are joined by 、 or 和 together."""
    run: list[Quotation] = []
    for quote in quotations(clean):
        if run and not _JOIN.fullmatch(clean, run[-1].end, quote.start):
            yield Group(tuple(run))
            run = []
        run.append(quote)
    if run:
        yield Group(tuple(run))


def head_behind(clean: str, at: int, folder: Path) -> tuple[int, str]:
    """The end and the type of the head word that follows a closing quote mark at `at - 1`, or (at, "")."""
    pattern, types = _head_types(folder)
    for skip in range(3):
        between = clean[at : at + skip]
        if between and (not between.isalpha() or between[-1] in "等为和成与及是的"):
            break
        found = pattern.match(clean, at + skip)
        if found and types[found[0]] == "Industry" and _NO_INDUSTRY.match(clean, found.end()):
            break
        if found and (not skip or len(found[0]) > 1):
            whole = _ORDER.match(clean, found.end())
            plan = 2 if found[0].endswith("行动") and clean.startswith("计划", found.end()) else 0
            return (whole.end(), "Slogan") if whole else (found.end() + plan, types[found[0]])
    far, order = _FAR.match(clean, at), _FAR_ORDER.match(clean, at)
    if order and not far:
        return order.end(), "Slogan"
    return (far.end(), "Program") if far else (at, "")


# “平安乡镇”“无访社区”创建: what units want to be called
_UNIT = re.compile(
    "[一-龥]{2}(?:乡镇|村镇|村|社区|街道|县城|城市|单位|机关|学校|校园|医院|家庭|企业|景区|园区|工地|市场)$"
)
_MADE_OF = re.compile("系列?创建|(?:示范)?创建(?=[，。；、和与及]|工作|活动|成效|任务|$)")
# “四大产业集群”: so many industries, no formula
_BRANCHES = re.compile("[两二三四五六七八九十]+大[一-龥]{0,8}?产业(?:集群|链)?")
_YEARS = re.compile("[一-龥]{3,11}年(?:、[一-龥]{3,11}年)+")
_YEAR_IN_ROW = re.compile("[一-龥]{3,11}年")


def find_quoted(text: Text, lexicon: Lexicon) -> Iterator[Mention]:
    """Quoted phrases that a word list does not know.

    Example: 开展“春雨润企”行动 gives a Program, “三聚四化”战略 a Slogan; 打通“最后一公里” gives nothing.
    """
    clean = text.clean
    generic = generic_names(lexicon.folder)
    known = {
        (form.start, form.end)
        for table in ("honors", "industries")
        for form in occurrences(clean, table, lexicon.folder)
        if form.quoted
    }
    for group in groups(clean):
        last = group.items[-1]
        before = clean[max(0, group.items[0].start - 15) : group.items[0].start - 1]
        behind, type_ = head_behind(clean, last.end + 1, lexicon.folder)
        if not type_:
            behind, type_ = last.end, _instances(clean, last.end + 1, before)
        campaigns = {item for item in group.items if not type_ and _campaign(clean, item, lexicon.folder)}
        for item in group.items:
            inner = clean[item.start : item.end]
            if len(inner) < 2 or inner in generic or _TROUBLE.search(inner) or (item.start, item.end) in known:
                continue
            if is_known(clean, item.start, item.end, lexicon.folder) or (not type_ and _NICK.match(inner)):
                continue
            if not type_ and _PLACE_TITLE.search(inner) and _CALLED.match(clean, last.end + 1):
                yield mention(text, (item.start, item.end), "Honor", "honor:quoted_head")
                continue
            if _UNIT.search(inner) and _MADE_OF.match(clean, last.end + 1):
                yield mention(text, (item.start, item.end), "Honor", "honor:quoted_unit")
                continue
            if _BRANCHES.fullmatch(inner):
                yield mention(text, (item.start, item.end), "Industry", "industry:quoted_head")
                continue
            if type_ == "Program" and _YEARS.fullmatch(inner):
                yield from _years(text, item)
            end = behind if item is last and type_ else item.end
            if (
                not type_
                and item not in campaigns
                and len(campaigns) * 2 >= len(group.items)
                and _alone(clean, item, group, before)
            ):
                yield mention(text, (item.start, item.end), "Program", "program:quoted_beside")
            yield from _judge(text, item, end, type_, before)


def _campaign(clean: str, item: Quotation, folder: Path) -> bool:
    """Whether a quotation is a campaign whatever stands around it, by the word list or by its end: “厕所革命”."""
    named = _WORK.search(clean, item.start, item.end) or _YEAR.search(clean, item.start, item.end)
    return named is not None or (
        _listed(clean, "programs", item, folder) and not _listed(clean, "slogans", item, folder)
    )


def _alone(clean: str, item: Quotation, group: Group, before: str) -> bool:
    """Whether nothing before or behind a quotation of a group belongs to its name: not 居家养老“三级中心”."""
    if _SPOKEN.search(clean, item.start, item.end) or _HOLD.search(before):
        return False
    opens = item is not group.items[0] or not before or before[-1] in "，。；：、\n" or _CARRY.search(before)
    return bool(opens) and (item is not group.items[-1] or clean[item.end + 1 : item.end + 2] in "，。；、）\n和与及等")


def _listed(clean: str, table: str, item: Quotation, folder: Path) -> bool:
    """Whether a word list has just what stands in the marks."""
    begins = _begins(clean, table, folder)
    return any(begins.get(end, item.start + 1) <= item.start for end in (item.end, item.end + 1))


@functools.lru_cache(maxsize=8)
def _begins(clean: str, table: str, folder: Path) -> dict[int, int]:
    """Where the first of the names of a word list begins that ends at a place of the text."""
    begins: dict[int, int] = {}
    for form in occurrences(clean, table, folder):
        begins[form.end] = min(form.start, begins.get(form.end, form.start))
    return begins


def _years(text: Text, item: Quotation) -> Iterator[Mention]:
    """Each of several years within one pair of marks: “作风转变年、项目突破年”活动 are two."""
    for one in _YEAR_IN_ROW.finditer(text.clean, item.start, item.end):
        yield mention(text, one.span(), "Program", "program:quoted_year")


def _instances(clean: str, at: int, before: str) -> str:
    """The type of phrases that are called instances of a kind: “街长制”“联户长制”等制度; "" for none."""
    found = _INSTANCES.match(clean, at)
    return (found.lastgroup or "") if found and not _AGAINST.search(before) else ""


def _judge(text: Text, item: Quotation, end: int, head_type: str, before: str) -> Iterator[Mention]:
    """What a quotation is by the word behind it, else by the verb before it, else by its own shape."""
    inner = text.clean[item.start : item.end]
    numbered = bool(_NUMBERED.fullmatch(inner))
    # “研发在江东、制造在松泉。”局长说: what somebody says
    spoken = inner.endswith(("。", "！", "？"))
    if head_type and not spoken:
        full = end > item.end and bool(_CORE.search(text.clean[item.end + 1 : end]))
        start, end = (item.start - 1, end) if full else (item.start, item.end)
        named = mention(text, (start, end), head_type, f"{head_type.lower()}:quoted_head")
        # the phrase alone is the name: what stands behind it varies from one mention to the next
        yield replace(named, key=unquote(inner))
        if end > item.end:  # with the word behind it or without
            shorter = (item.start, item.end) if full else (item.start - 1, end)
            other = mention(text, shorter, head_type, f"{head_type.lower()}:quoted_part")
            yield replace(other, key=unquote(inner))
    elif _POLICY.search(inner):
        # 稳就业“37条”: the count is but the end of the name
        whole = not _NAMED_BEFORE.search(before) or _ISSUES.search(before)
        rule = "program:quoted_policy" if whole else "program:quoted_other"
        yield mention(text, (item.start, item.end), "Program", rule)
    elif _HOLD.search(before) or (_IS.search(before) and _LEVELLED.fullmatch(inner)):
        yield mention(text, (item.start, item.end), "Honor", "honor:quoted_verb")
    elif _YEAR.search(inner) or _WORK.search(inner):
        yield mention(text, (item.start, item.end), "Program", "program:quoted_work")
    elif _UPHELD.search(before) and _STOPS.match(text.clean, item.end + 1) and not inner.endswith(("园", "园区")):
        yield mention(text, (item.start, item.end), "Slogan", "slogan:quoted_upheld")
        yield mention(text, (item.start, item.end), "Program", "program:quoted_other")
    elif _GIVEN_OUT.search(before) and len(inner) <= 12 and _STOPS.match(text.clean, item.end + 1):
        yield mention(text, (item.start, item.end), "Program", "program:quoted_out")
        yield mention(text, (item.start, item.end), "Slogan", "slogan:quoted_other")
    elif _TASK.match(text.clean, item.end + 1) and inner[-1] not in "县市区镇乡村":
        yield mention(text, (item.start, item.end), "Program", "program:quoted_task")
    elif numbered:
        work = len(inner) > 3 and WORKISH.search(inner) is not None
        yield from _either(text, item, "quoted_number", work)
    elif _CARRY.search(before):
        yield from _either(text, item, "quoted_verb", True)
    elif _PARALLEL.fullmatch(inner) and not spoken:
        yield mention(text, (item.start, item.end), "Slogan", "slogan:quoted_parallel")
    elif len(inner) <= 12:
        yield from _either(text, item, "quoted", False)


def _either(text: Text, item: Quotation, rule: str, work: bool) -> Iterator[Mention]:
    """A quoted phrase as what it is most likely, and as the other thing that it may be."""
    span = (item.start, item.end)
    sure, other = ("Program", "Slogan") if work else ("Slogan", "Program")
    yield mention(text, span, sure, f"{sure.lower()}:{rule}")
    yield mention(text, span, other, f"{other.lower()}:quoted_other")
