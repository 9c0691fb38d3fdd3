"""Enterprises: full names by their suffix, short names by what stands around them, and well-known names.

Example: 引进星河智造（长沙）有限公司 gives 星河智造（长沙）有限公司; 远帆科技、云岭食品等12家企业 gives two short names.
No example: 规模以上工业企业, 平台公司转型, 农民专业合作社.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extract.names import Finder, Words, generic, key_of, split_list, strip_prefix, words
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.types import Mention, Text

# Precision of each rule on the labelled documents that the rules may know.
CONFIDENCE = {
    "enterprise:full": 0.93,
    "enterprise:suffix": 0.7,
    "enterprise:known": 0.75,
    "enterprise:known_context": 0.6,
    "enterprise:list": 0.75,
    "enterprise:project_list": 0.65,
    "enterprise:title": 0.8,
    "enterprise:in_project": 0.6,
    "enterprise:grown": 0.7,
    "enterprise:memory": 0.85,
}
BRANCH = re.compile(r"(?:[一-鿿]{2,4}(?:省|市|县|区|州)?(?:分行|支行|分公司|分社|营业部)|(?:省|市|县|区)分行)")
LIST = re.compile(
    r"等(?:\d+|[一二两三四五六七八九十百]+|一批|多)?(?:余)?(?:家|户|个)?(?P<kind>[^，。；：、！？\n]{0,14}?)"
    r"(?P<head>企业|公司|集团|龙头|药企|车企|央企|国企|金融机构|银行|商家|电商平台|500强|客商)"
)
PROJECTS = re.compile(r"等(?:\d+|[一二两三四五六七八九十百]+|一批|一系列)?(?:余)?(?:个|家|项)?[^，。；：、！？\n等]{0,10}?项目")
TITLE = re.compile(r"(?:董事长|总经理|副总经理|总裁|副总裁|首席执行官|CEO|创始人|负责人|法定代表人|总工程师|厂长|行长)")
GROWN = re.compile(
    r"(?:支持|扶持|推动|助力|帮助|服务|鼓励|引进|引入|招引|签约|携手|牵手|联合|入驻企业|依托|争取|对接|促成|协助|培育|以|完善|做大做强)"
    r"(?P<names>[^，。；：！？\n]{2,40}?)"
    r"(?:做大做强|做优做强|上市|挂牌|稳产增产|扩产|增资扩产|入驻|落户|投资|建设|技改|改制|重组|破产重整|复产|转型升级|治理体系|为龙头|为主体|为代表|为依托|为核心)"
)
BRAND_END = re.compile(r"(?:企业|公司|集团|产业|项目|行业|工业|农业|经济|建设|发展|工程|市场|平台|中心|基地|园区|园|城|县|市|区|镇|乡|村|部门|单位|机构)$")


@functools.cache
def _known(folder: Path) -> tuple[Finder, dict[str, str]]:
    rows = load_lexicon(folder).rows("enterprises")
    table = {row["name"]: row["certain"] for row in rows}
    for row in rows:
        if row["stem"]:
            table.setdefault(row["stem"], "stem")
    return Finder(table), table


@functools.cache
def _suffixes(folder: Path) -> tuple[Finder, frozenset[str], tuple[str, ...]]:
    full = words("enterprise_suffixes", folder, "full")
    short = words("enterprise_suffixes", folder, "short")
    trade = words("enterprise_suffixes", folder, "trade")
    return Finder(full | short), full, tuple(sorted(trade | short))


def find_enterprises(text: Text, lexicon: Lexicon) -> Iterable[Mention]:
    """The mentions of enterprises in a text; one company may be proposed by several rules."""
    view = Words(text, lexicon)
    found = [
        *_by_suffix(view, lexicon.folder),
        *_by_lexicon(view, lexicon.folder),
        *_by_list(view, lexicon.folder),
        *_by_title(view, lexicon.folder),
        *_by_frame(view, lexicon.folder),
    ]
    found += _again(view, found)
    return found


def _by_suffix(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    finder, full, _ = _suffixes(folder)
    empty = generic(folder, "Enterprise")
    for start, end in finder.spans(clean):
        suffix = clean[start:end]
        left = strip_prefix(clean, view.begin(start, 30), end)
        if branch := BRANCH.match(clean, end):
            if suffix.endswith("银行") or suffix in full or suffix in ("集团", "公司"):
                end = branch.end()
        name = clean[left:end]
        stem = clean[left:start]
        if len(stem) < 2 or name in empty or stem in empty or len(name) > 34:
            continue
        if suffix in full and suffix.endswith("公司"):
            yield _mention(left, end, name, "enterprise:full")
        elif _brand(view, left, start, empty, folder):
            yield _mention(left, end, name, "enterprise:suffix")


def _brand(view: Words, left: int, right: int, empty: frozenset[str], folder: Path) -> bool:
    """Whether a stem has something that names: a place, a foreign name, a word outside the dictionary."""
    tokens = view.within(left, right)
    if not tokens or any(t.word in empty and len(tokens) == 1 for t in tokens):
        return False
    if re.search(r"\d家|各|国有|民营|上市|等|类", view.clean[left:right]):
        return False
    return any(t.pos.startswith(("ns", "nr", "nz", "nt", "eng", "x", "j")) or len(t.word) == 1 or "“" in t.word for t in tokens)


def _by_lexicon(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    finder, table = _known(folder)
    for start, end in finder.spans(clean):
        name = clean[start:end]
        sort = table[name]
        if not _aligned(view, start, end):
            continue
        if sort == "yes":
            yield _mention(start, end, name, "enterprise:known")
        elif sort == "no" and _in_company_context(clean, start, end):
            yield _mention(start, end, name, "enterprise:known_context")


def _aligned(view: Words, start: int, end: int) -> bool:
    """Whether no dictionary word of several characters crosses the edges of a match (in 大中通信 there is no 中通)."""
    first = view.tokens[view.index(start)]
    last = view.tokens[view.index(end - 1)]
    return not (first.start < start and first.pos not in ("x", "nr", "nrt") or last.end > end and last.pos[:1] in "vadpctu")


def _in_company_context(clean: str, start: int, end: int) -> bool:
    after = clean[end : end + 14]
    return bool(
        re.match(r"(?:集团|公司|（|[^，。；]{0,8}等(?:\d+家|一批|企业|公司|龙头|知名|行业)|、[^，。；]{2,10}等\d*家?(?:企业|公司|龙头)|董事长|总经理)", after)
    )


def _by_list(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    for rule, pattern in (("enterprise:list", LIST), ("enterprise:project_list", PROJECTS)):
        for found in pattern.finditer(clean):
            begin = max(clean.rfind(mark, max(0, found.start() - 120), found.start()) for mark in "，。；：！？\n") + 1
            for n, piece in enumerate(split_list(clean, begin, found.start())):
                start = piece.start
                if n == 0:
                    start = view.begin(piece.end, 20)
                surface = clean[start : piece.end]
                if rule == "enterprise:list":
                    if _could_be_company(view, start, piece.end, surface, folder):
                        yield _mention(start, piece.end, surface, rule)
                elif _looks_like_company(view, start, piece.end, surface, folder):
                    yield _mention(start, piece.end, surface, rule)


def _could_be_company(view: Words, start: int, end: int, surface: str, folder: Path) -> bool:
    if not 2 <= len(surface) <= 16 or surface in generic(folder, "Enterprise") or surface in generic(folder, "Project"):
        return False
    if BRAND_END.search(surface) and not surface.endswith(("集团", "公司")):
        return False
    tokens = view.within(start, end)
    if any(t.word in view.stop or t.pos[:1] in "pcdru" and len(t.word) < 3 for t in tokens):
        return False
    if _known(folder)[1].get(surface):
        return True
    # ordinary words alone (装备制造, 生物医药) are kinds of companies, not companies
    return any(
        t.pos.startswith(("ns", "nr", "nz", "nt", "eng", "x", "j")) or len(t.word) == 1 for t in tokens
    ) or surface.endswith(_suffixes(folder)[2]) and len(tokens) > 1


def _looks_like_company(view: Words, start: int, end: int, surface: str, folder: Path) -> bool:
    if not 3 <= len(surface) <= 8 or not surface.endswith(_suffixes(folder)[2]):
        return False
    return _could_be_company(view, start, end, surface, folder)


def _by_title(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    for found in TITLE.finditer(clean):
        start = view.begin(found.start(), 24)
        surface = clean[start : found.start()]
        if len(surface) >= 3 and _could_be_company(view, start, found.start(), surface, folder):
            if surface.endswith(_suffixes(folder)[2]) or surface.endswith(("公司", "集团")):
                yield _mention(start, found.start(), surface, "enterprise:title")


def _by_frame(view: Words, folder: Path) -> Iterator[Mention]:
    clean = view.clean
    for found in GROWN.finditer(clean):
        begin, end = found.span("names")
        for piece in split_list(clean, begin, end):
            surface = clean[piece.start : piece.end].removesuffix("等")
            stop = piece.start + len(surface)
            if _looks_like_company(view, piece.start, stop, surface, folder):
                yield _mention(piece.start, stop, surface, "enterprise:grown")


def _again(view: Words, found: list[Mention]) -> list[Mention]:
    """The other places of names that are established in this text."""
    names = {m.key for m in found if len(m.key) >= 2}
    shorts: dict[str, str] = {}
    for m in found:
        if m.rule == "enterprise:suffix" and m.key.endswith(("集团", "公司")) and len(m.key) >= 5:
            shorts.setdefault(m.key[:-2], m.key)
    if not names and not shorts:
        return []
    taken = {(m.start, m.end) for m in found}
    again = []
    for start, end in Finder(names | set(shorts)).spans(view.clean):
        if any(a <= start and end <= b for a, b in taken if a >= start - 30):
            continue
        if not _aligned(view, start, end):
            continue
        name = view.clean[start:end]
        again.append(_mention(start, end, shorts.get(name, name) if name not in names else name, "enterprise:memory"))
    return again


def _mention(start: int, end: int, name: str, rule: str) -> Mention:
    return Mention(start, end, "Enterprise", key_of(name), rule, CONFIDENCE[rule])
