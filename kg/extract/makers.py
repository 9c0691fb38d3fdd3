"""Companies that the names of projects begin with, known (青山华为云计算中心) or coined (星沅高性能刀具)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.company_names import aligned, known, with_trade
from kg.extract.frames import named_things
from kg.extract.items import Item, Named
from kg.extract.names import Words, coined, endings, generic, is_place, place_after, words
from kg.types import Span

_LETTERS = frozenset(
    "京津冀雄保晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔滇藏陕甘青宁新港澳台长株潭汉广深珠莞惠成郑济青厦杭甬合福昌南北东西中"
)
_NO_MAKER = re.compile(
    r"垃圾|广场|样板河|综合开发|综合整治|业态|引水|供水|黑臭|治理|水库|水电站|滞洪|分洪|渠|采空区|沉陷区|雨污|路网|棚改|换流站|口岸|边境|"
    r"万亩|稻虾|柳编|花木|羌寨|[路街巷](?=改造|大修|拓宽|高架|[东西南北]延)|"
    r"小镇|片区|港区|作业区|灌区|旅游|古韵|一体化$|学校|小学|中学|医院|社区|大道|高速|铁路|公路|景区|公园|公司|经济区|工业园|示范基地"
)
_PHASE = re.compile(r"(?:（?[一二三四]期）?(?:工程|项目)?|搬迁|技改|扩产|增资扩产|改扩建)$")
# 光明路, 中南大学: behind a company's name what makes it the name of a street or a school
_MADE = re.compile(
    r"(?:路|大道|街|大街|大桥|桥|高速|铁路|公路|镇|乡|村|社区|县|区|市|河|湖|山|湾|岛|岭|谷|峡|滩|大学|学院|学校|小学|中学|医院|水库|隧道|立交|片区|新城)"
)


def makers(view: Words) -> Iterator[tuple[str, Span]]:
    """A coined word at the start of the name of a project of industry: 星沅 in 星沅高性能刀具, not 青沅 in 青沅大道."""
    for one in named_things(view):
        if one.end - one.start > 30:
            continue
        if maker := _known_maker(view, one.start, one.end):
            yield "known_context", maker
        elif (maker := _coined_maker(view, one)) and not _is_no_maker(view, maker):
            yield "in_project", maker


def _coined_maker(view: Words, one: Named) -> Span | None:
    """Where a coined word of two to four characters stands at the start of the name of a project of industry."""
    name = view.clean[one.start : one.end]
    if len(name) < 5:
        return None
    phase = _PHASE.search(name)
    body = name[: phase.start()] if phase else name
    if not _is_industrial(view, one.item, body, phase is not None) or _NO_MAKER.search(body):
        return None
    offset = place_after(body)
    size = coined(body[offset:])
    if size == 4 and _is_goods(view, body[offset + 2 : offset + 4]):  # 星沅|塔筒生产基地
        size = 2
    brand = offset + size
    if not 2 <= size <= 4 or body[brand - 1] in "江湖河岭山崖塘埠港湾口潭至村镇寨路街桥沟垸坝乡县区岛峡滩坪坡渠":
        return None
    rest = body[brand:]
    trades = endings("enterprise_suffixes", view.folder, "trade")
    if rest in trades or (phase and rest.endswith(trades) and len(rest) <= 3):
        brand = len(body)
    elif not rest and not phase:
        return None
    return Span(one.start, one.start + brand)


def _is_industrial(view: Words, item: Item, body: str, phased: bool) -> bool:
    """Whether a project is one of industry: it is called a project or what it makes, and is no road or building."""
    if body.endswith(endings("project_heads", view.folder, "industry")):
        return True
    if item.size > 1 and body.endswith(endings("project_words", view.folder, "product")):
        return True  # 星沅涡轮增压器、白鹭轴承竣工
    if not ((phased and len(body) <= 6) or item.listed or item.frame == "headed"):
        return False
    return not body.endswith(endings("project_heads", view.folder, "route", "water", "building", "energy", "system"))


def _is_no_maker(view: Words, maker: Span) -> bool:
    """Whether a coined word is of letters for places (京沪), of a part of a town (新林), goods or no single thing."""
    surface = view.clean[maker.start : maker.end]
    if set(surface) <= _LETTERS or surface[0] in "环沿各果新老":
        return True
    return is_place(surface) or _is_goods(view, surface)


def _is_goods(view: Words, surface: str) -> bool:
    """Whether a word that the dictionary lacks is a branch or what is made there: 富硒, 塔筒, 酱酒|精深加工."""
    word = surface[:-1] if len(surface) > 2 and surface[-1] in "精深" else surface
    branches = words("industries", view.folder)
    return word in generic(view.folder, "Enterprise") or word in branches or f"{word}产业" in branches


def _known_maker(view: Words, start: int, end: int) -> Span | None:
    """Where at a project's start, or behind a place, a known company's name stands: 华为 in 青山华为云计算中心."""
    clean = view.clean
    offset = place_after(clean[start:end])
    names = known(view.folder)[1]
    for size in range(min(8, end - start - offset - 2), 1, -1):
        stop = start + offset + size
        sort = names.get(clean[start + offset : stop])
        if (sort == "yes" or (sort and not offset)) and _MADE.match(clean, stop, end) is None:
            if not aligned(view, start + offset, stop):
                return None
            return Span(start + offset, min(with_trade(clean, stop, view.folder), end))
    return None
