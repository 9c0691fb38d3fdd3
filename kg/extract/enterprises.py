"""Enterprises: full names by their suffix, short names by what stands around them, and well-known names.

Example: 引进星河智造（长沙）有限公司 gives 星河智造（长沙）有限公司; 远帆科技、云岭食品等12家企业 gives two short
names.
No example: 规模以上工业企业, 平台公司转型, 农民专业合作社.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.extract.company_names import (
    BEHIND_TRADE,
    aligned,
    could_be_company,
    known,
    looks_like_company,
    may_be_company,
    seated,
    with_trade,
)
from kg.extract.company_starts import cooperative, whole_from
from kg.extract.lists import behind_mark, split_list
from kg.extract.makers import makers
from kg.extract.names import (
    Finder,
    Words,
    coined,
    endings,
    finder,
    generic,
    is_division,
    is_place,
    key_of,
    place_after,
    strip_prefix,
    words,
)
from kg.ontology.lexicon import Lexicon
from kg.scan import scan
from kg.types import Mention, Span, Text

# Precision of each rule on the labelled documents that the rules may know.
CONFIDENCE = {
    "enterprise:full": 0.96,
    "enterprise:suffix": 0.84,
    "enterprise:known": 0.8,
    "enterprise:known_near": 0.55,
    "enterprise:known_context": 0.85,
    "enterprise:list": 0.93,
    "enterprise:list_other": 0.8,
    "enterprise:project_list": 0.78,
    "enterprise:title": 0.9,
    "enterprise:in_project": 0.57,
    "enterprise:grown": 0.9,
    "enterprise:subject": 0.75,
    "enterprise:group": 0.5,
    "enterprise:memory": 0.85,
    "enterprise:shape": 0.6,
    "enterprise:plain": 0.25,
    "enterprise:of_place": 0.7,
    "enterprise:of_level": 0.4,
    "enterprise:cooperative": 0.7,
}
BRANCH = re.compile(r"(?:[一-鿿]{2,4}(?:省|市|县|区|州)?(?:分行|支行|分公司|分社|营业部)|(?:省|市|县|区)分行)")
PROJECTS = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十百]+|一批|一系列)?(?:余)?(?:个|家|项)?[^，。；：、！？\n等]{0,10}?项目"
)
TITLE = re.compile(r"(?:董事长|总经理|副总经理|总裁|副总裁|首席执行官|CEO|创始人|负责人|法定代表人|总工程师|厂长|行长)")
GROWN = re.compile(
    r"(?:支持|扶持|推动|助力|帮助|服务|鼓励|引进|引入|招引|签约|携手|牵手|联合|入驻企业|依托|争取|对接|促成|协助|培育|以|完善|做大做强)"
    r"(?P<names>[^，。；：！？\n]{2,40}?)"
    r"(?:做大做强|做优做强|上市|挂牌|稳产增产|扩产|增资扩产|入驻|落户|投资|建设|技改|改制|重组|破产重整|复产|转型升级|治理体系|尽快|复牌|为龙头|为主体|为代表|为依托|为核心)"
)
_DEEDS = (
    "获|跻身|入选|入围|荣获|上市|成功上市|挂牌|主板|登陆|投资|总投资|年产|产值|营收|牵头|研发|自主研发|与|在|成为|也|已|正|将|主要|专业从事|落户|入驻|进驻|扎根|落地|选址|"
    "布局|扩产|增资|投产|开工|竣工|签约|斥资|出资|拟|计划|专注|专业|深耕|主营|从事|致力|位于|成立|创立|中标|拥有|实现|产品|负责|工作人员|生产|车间|厂区|始建|前身|是"
)
_DEEDS_OPEN = "".join(sorted({word[0] for word in _DEEDS.split("|")}))  # a look at one character spares most of them
DEED = re.compile(rf"[，。；：！？\n、](?P<name>[一-鿿A-Za-z]{{3,14}})(?=[{_DEEDS_OPEN}])(?={_DEEDS})")
# 世界500强企业碧桂园, 携手华侨城: what stands before makes an ambiguous name that of a company
LEADS_IN = re.compile(r"(?:企业|公司|巨头|龙头|民企|央企|国企|强|携手|牵手|引进|引入|对接|洽谈|签约|联姻)$")
SEATED = re.compile(r"（[一-龥]{2,8}）[一-龥]{0,12}(?:公司|集团)")
_PLAIN = re.compile("[一-龥A-Za-z]{2,5}")
FIRM = ("公司", "集团", "有限", "股份")
INCORPORATED = re.compile("）?(?:有限|股份|控股|公司)")
STARTS_FAR = ("集团", "公司", "银行")
# 江西移动, 云岭联通; 市面粉厂, 县城投公司
OF_PLACE = re.compile(
    r"(?:移动|联通|电信|铁塔|中烟|农信|广电网络|高速集团|交投集团|建投集团|港口集团|机场集团|文旅集团|城投集团|国控集团|能源集团|农发集团|轨道集团)(?=[，。；、公有等与和）\n的项在])"
)
OF_LEVEL = re.compile(
    r"(?<![一-龥])(?:由|与|和|对|支持|推动|完成|原)?(?P<name>[省市县区](?!级|属|域|内|里|直)[一-龥]{1,8}?(?:公司|集团|(?<!工)厂|银行|担保公司))(?=[，。；、等与和）\n的在整改搬破新投建一二完获成实])"
)
OF_LEVEL_OPENS = re.compile("[由与和对支推完原省市县区](?<![一-龥].)")
JOINS = frozenset(["、", "和", "与", "及", "以及", "”“", "”、“"])
CAPTION = re.compile("(?:效果图|图为|资料图|记者从|来源)+|[^（）]{0,4}单位(?=[^（）]{2})")
# 甲公司全资子公司|乙有限公司: what stands before is its owner
OWNED = re.compile(
    r"[^，。；]*(?:(?:下属|旗下|所属)(?:的)?(?:子公司|公司|企业)?|(?:全资|控股|参股)(?:的)?(?:子公司|公司|企业|孙公司)|子公司)"
)
# The place within a company's name: 星沅（长沙）智能科技有限公司.
SEAT = re.compile(r"（[一-鿿]{2,8}）[一-鿿A-Za-z]{0,12}$")


@functools.cache
def _list_ends(folder: Path) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a list of companies ends (等12家骨干企业), and how one goes on to its end (、乙公司等企业)."""
    heads = "|".join(sorted(words("enterprise_lists", folder), key=lambda word: (-len(word), word)))
    number = r"(?:\d+|[一二两三四五六七八九十百]+|一批|多)?余?[家户个]?"
    return (
        re.compile(rf"等{number}[^，。；：、！？\n]{{0,14}}?(?:{heads})"),
        re.compile(rf"、[^，。；\n]{{2,40}}等{number}[^，。；、\n]{{0,8}}(?:{heads})"),
    )


def find_enterprises(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of enterprises in a text; one company may be proposed by several rules."""
    view = Words(text, lexicon)
    found = [
        *_by_suffix(view),
        *_by_lexicon(view),
        *_by_list(view),
        *_by_title(view),
        *_by_frame(view),
        *_by_deed(view),
        *(_mention(*span, view.clean[span.start : span.end], f"enterprise:{rule}") for rule, span in makers(view)),
        *_by_shape(view),
    ]
    found = _longest(found)
    return [*found, *_again(view, found)]


def _longest(found: list[Mention]) -> list[Mention]:
    """Without the short names of the lexicon that stand inside a longer company name (中国建筑 in 中国建筑集团)."""
    longer = {at for m in found if m.rule in ("enterprise:full", "enterprise:suffix") for at in range(m.start, m.end)}
    inner = ("enterprise:known", "enterprise:known_near", "enterprise:known_context", "enterprise:in_project")
    return [m for m in found if not (m.rule in inner and m.start in longer and m.end - 1 in longer)]


def _by_suffix(view: Words) -> Iterator[Mention]:
    """What stands before 有限公司, 集团, 银行 and the like: 星河智造（长沙）有限公司, 白鹭集团."""
    clean = view.clean
    full = words("enterprise_suffixes", view.folder, "full")
    empty = generic(view.folder, "Enterprise")
    for start, end in finder("enterprise_suffixes", view.folder, "full", "short").spans(clean):
        suffix = clean[start:end]
        if suffix == "集团" and INCORPORATED.match(clean, end):
            continue  # 白鹭集团|股份有限公司, 白鹭（集团|）有限公司
        if suffix.endswith("厂") and clean[end : end + 1] in ("区", "房"):
            continue  # 白鹭食品|厂区, 标准化水泥|厂房
        left = strip_prefix(clean, view.begin(start, 30, company=True), end)
        if suffix in STARTS_FAR or suffix in full:
            left = whole_from(view, left, start)
        seat = SEAT.search(clean, max(0, start - 22), start) if suffix in full else None
        if seat and seat.start() < left <= start:  # what stopped the search behind the bracket is part of this name
            left = strip_prefix(clean, view.begin(seat.start(), 20, company=True), end)
        owner = suffix.endswith("银行") or suffix in full or suffix in ("集团", "公司")
        if owner and (branch := BRANCH.match(clean, end)):
            end = branch.end()
        if lead := CAPTION.match(clean, left, start):
            left = lead.end()
        if parent := OWNED.match(clean, left, start - 1):
            left = parent.end()
        name = clean[left:end]
        stem = clean[left:start]
        if suffix.endswith("合作社") and len(stem) < 2 and (begin := cooperative(view, start)) is not None:
            yield _mention(begin, end, clean[begin:end], "enterprise:cooperative")
        if len(stem) < 2 or stem.endswith("子") or name in empty or stem in empty or len(name) > 34:
            continue
        if suffix.endswith("合作社") and not coined(stem):
            if place_after(stem) and len(stem) >= 6:  # 敦化市民兴种植专业合作社: the dictionary knows its words
                yield _mention(left, end, name, "enterprise:plain")
            elif (begin := cooperative(view, start)) is not None:
                yield _mention(begin, end, clean[begin:end], "enterprise:cooperative")
            continue
        above = next(
            (n for n in (6, 5, 4) if left >= n and known(view.folder)[1].get(clean[left - n : left]) == "yes"), 0
        )
        if above:  # 中国能建|葛洲坝集团
            yield _mention(left - above, end, clean[left - above : end], "enterprise:suffix")
        elif suffix in full and suffix.endswith("公司"):
            yield _mention(left, end, name, "enterprise:full")
        elif stem + suffix in known(view.folder)[1] or _brand(view, left, start, empty):
            yield _mention(left, end, name, "enterprise:suffix")
        elif suffix == "集团" and len(stem) <= 4 and stem[-2:] not in words("group_kinds", view.folder, "group"):
            yield _mention(left, end, name, "enterprise:group")


def _brand(view: Words, left: int, right: int, empty: frozenset[str]) -> bool:
    """Whether a stem has something that names: a place, a foreign name, a word outside the dictionary."""
    tokens = view.within(left, right)
    if not tokens or any(t.word in empty and len(tokens) == 1 for t in tokens):
        return False
    stem = view.clean[left:right]
    if re.search(r"\d家|各|国有|民营|上市|等|类|一轮|政府性|平台|集体|领办|犯罪|诈骗|”", stem):
        return False
    return coined(stem) > 0 or any(t.pos.startswith(("ns", "nz", "nt", "eng")) or is_division(t.word) for t in tokens)


def _by_lexicon(view: Words) -> Iterator[Mention]:
    """Companies of the word list: the certain ones anywhere, the others where the words around speak of companies."""
    clean = view.clean
    names, table = known(view.folder)
    spans = [span for span in names.spans(clean) if aligned(view, *span)]
    for n, (start, short) in enumerate(spans):
        sort = table[clean[start:short]]
        end = seated(clean, with_trade(clean, short, view.folder))
        name = clean[start:end]
        if sort == "yes":
            yield _mention(start, end, name, "enterprise:known")
        elif sort in ("no", "stem") and _in_company_context(clean, start, end, view.folder):
            yield _mention(start, end, name, "enterprise:known_context")
        elif (sort in ("no", "stem") and end > short) or (
            sort == "no" and (_near_company(clean, spans, n) or LEADS_IN.search(clean, max(0, start - 6), start))
        ):
            yield _mention(start, end, name, "enterprise:known_near")


def _near_company(clean: str, spans: Sequence[Span], n: int) -> bool:
    """Whether the neighbour in a list is a known company too: 与华侨城、碧桂园洽谈."""
    before = n > 0 and clean[spans[n - 1].end : spans[n].start] in JOINS
    return before or (n + 1 < len(spans) and clean[spans[n].end : spans[n + 1].start] in JOINS)


def _in_company_context(clean: str, start: int, end: int, folder: Path) -> bool:
    """Whether an ambiguous name stands whole in a list of companies (万达、远景等5家企业)."""
    if start and clean[start - 1] not in "、，。；：以和与持对约\n":
        return False
    return any(pattern.match(clean, end) for pattern in _list_ends(folder))


def _by_shape(view: Words) -> Iterator[Mention]:
    """A coined word with a trade, wherever a name can stand: 瑞沃新材; firms of a place: 云岭移动, 市白鹭水泥厂."""
    clean = view.clean
    empty = generic(view.folder, "Enterprise")
    for start, end in _finder_of_trades(view.folder).spans(clean):
        if not BEHIND_TRADE.match(clean, end) or clean.startswith(FIRM, end) or SEATED.match(clean, end):
            continue
        left = strip_prefix(clean, view.begin(start, 10, company=True), end)
        stem = clean[left:start]
        if not 2 <= len(stem) <= 6 or clean[left:end] in empty or is_place(stem):
            continue
        if looks_like_company(view, left, end, clean[left:end]):
            end = seated(clean, end)
            yield _mention(left, end, clean[left:end], "enterprise:shape")
        elif _stands_alone(clean, left, end, stem, view.folder) and not {stem, clean[left:end]} & words(
            "industries", view.folder
        ):
            yield _mention(left, end, clean[left:end], "enterprise:plain")
    for found in OF_PLACE.finditer(clean):
        at = found.start()
        size = next((n for n in (3, 2) if at >= n and is_place(clean[at - n : at])), 0)
        if size:
            yield _mention(at - size, found.end(), clean[at - size : found.end()], "enterprise:of_place")
    for found in scan(OF_LEVEL, OF_LEVEL_OPENS, clean):
        if found["name"] not in empty:
            yield _mention(*found.span("name"), found["name"], "enterprise:of_level")


def _stands_alone(clean: str, left: int, end: int, stem: str, folder: Path) -> bool:
    """Whether a stem of plain words and its trade fill the item of a list: 、大地石材、, 沈阳机床，."""
    before, after = clean[left - 1 : left], clean[end : end + 1]
    if before not in ("", *"、，。；：（\n和与") or after not in ("", *"、，。；）（等和与\n"):
        return False
    if "、" not in (before, after) and not place_after(stem + "  "):
        return False
    return _PLAIN.fullmatch(stem) is not None and not any(
        word in stem for word in words("group_kinds", folder, "field")
    )


@functools.cache
def _finder_of_trades(folder: Path) -> Finder:
    """The trades that names of firms end in."""
    short = {word for word in words("enterprise_suffixes", folder, "short") if word.endswith("业")}
    return Finder(words("enterprise_suffixes", folder, "trade") | short)


def _by_list(view: Words) -> Iterator[Mention]:
    """The members of lists of companies and of their projects: 远帆科技、云岭食品等12家企业."""
    clean = view.clean
    for rule, pattern in (("enterprise:list", _list_ends(view.folder)[0]), ("enterprise:project_list", PROJECTS)):
        for found in pattern.finditer(clean):
            begin = behind_mark(clean, found.start(), 120, "，。；：！？\n") or max(0, found.start() - 120)
            sure: list[Mention] = []
            others: list[Mention] = []
            for n, piece in enumerate(split_list(clean, begin, found.start())):
                start = piece.start
                if n == 0:
                    start = strip_prefix(clean, view.begin(piece.end, 20), piece.end)
                surface = clean[start : piece.end]
                if rule == "enterprise:list":
                    if could_be_company(view, start, piece.end, surface):
                        sure.append(_mention(start, piece.end, surface, rule))
                    elif may_be_company(surface, view.folder):
                        others.append(_mention(start, piece.end, surface, "enterprise:list_other"))
                elif looks_like_company(view, start, piece.end, surface):
                    sure.append(_mention(start, piece.end, surface, rule))
            yield from sure
            if sure:  # among companies an odd name is one, too
                yield from others


def _by_title(view: Words) -> Iterator[Mention]:
    """A short name before the title of who leads it: 星沅化工董事长."""
    clean = view.clean
    for found in TITLE.finditer(clean):
        start = view.begin(found.start(), 24)
        surface = clean[start : found.start()]
        ends = surface.endswith(endings("enterprise_suffixes", view.folder, "trade", "short"))
        if ends and len(surface) >= 3 and could_be_company(view, start, found.start(), surface):
            yield _mention(start, found.start(), surface, "enterprise:title")


def _by_frame(view: Words) -> Iterator[Mention]:
    """Companies that a place helps to do something: 支持星沅化工、云岭食品上市."""
    clean = view.clean
    for found in GROWN.finditer(clean):
        begin, end = found.span("names")
        for piece in split_list(clean, begin, end):
            surface = clean[piece.start : piece.end].removesuffix("等")
            stop = piece.start + len(surface)
            if looks_like_company(view, piece.start, stop, surface):
                yield _mention(piece.start, stop, surface, "enterprise:grown")


def _by_deed(view: Words) -> Iterator[Mention]:
    """A short name that opens a clause which tells a company's deed: 星沅化工跻身全国百强, 青山市星沅化工投资2亿元."""
    clean = view.clean
    for found in DEED.finditer(clean):
        start, end = found.span("name")
        if parent := OWNED.match(clean, start, end - 1):
            start = parent.end()
        surface = clean[start:end]
        own = start + place_after(surface)
        if looks_like_company(view, own, end, clean[own:end]):
            yield _mention(start, end, surface, "enterprise:subject")


def _again(view: Words, found: list[Mention]) -> list[Mention]:
    """The other places of names that are established in this text."""
    names = {m.key for m in found if len(m.key) >= 2 and m.confidence >= 0.6}
    shorts: dict[str, str] = {}
    for m in found:
        if m.rule == "enterprise:suffix" and m.key.endswith(("集团", "公司")) and len(m.key) >= 5:
            shorts.setdefault(m.key[:-2], m.key)
        elif m.key.endswith(("股份", "控股")) and 2 <= coined(m.key[:-2]) == len(m.key) - 2:
            shorts.setdefault(m.key[:-2], m.key)  # 星沅数字泵 of 星沅股份
    if not names and not shorts:
        return []
    taken = sorted({(m.start, m.end) for m in found})
    again = []
    for start, end in Finder(names | set(shorts)).spans(view.clean):
        near = taken[bisect_left(taken, (start - 30, 0)) : bisect_right(taken, (start, len(view.clean)))]
        if any(end <= b for _, b in near) or not aligned(view, start, end):
            continue
        name = view.clean[start:end]
        again.append(_mention(start, end, shorts.get(name, name) if name not in names else name, "enterprise:memory"))
    return again


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Enterprise", key_of(name), rule, CONFIDENCE[rule])
