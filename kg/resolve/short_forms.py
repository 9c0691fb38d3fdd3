"""Names that leave out a part of a longer one: 石桥工业园 of 临江石桥工业园, 青石塘 of 青石塘老工业区."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence, Set

from kg.numerals import count as count_of
from kg.resolve.companies import company_forms, join_same_core
from kg.resolve.contractions import is_contraction, of_partners
from kg.resolve.groups import Groups, Name
from kg.resolve.heads import is_head
from kg.resolve.names import WHICH, StripRegion, comparable

# types of which a name may stand without the place in front of it, and how much of the name must stay
PLACED = {"Zone": 3, "Organization": 3, "Project": 3, "Program": 4, "Event": 3, "Honor": 4, "Slogan": 5}
# how much of a name must stay where more than a place is left out in front of it (华北电力大学燕山实验室)
_SUFFIX = {"Zone": 4, "Organization": 5, "Project": 4, "Program": 5, "Event": 5, "Honor": 6, "Slogan": 5}
# the head words that a name may stand without: 青石塘老工业区 and 青石塘, S330红色旅游公路 and S330
_HEADS = {
    "Zone": re.compile(
        r"(?:[45]A)?(?:级)?(?:旅游)?(?:片区|景区|风景区|风景名胜区|度假区|老工业区|工业区|新区|新城|开发区|经开区|高新区|产业园|工业园|园|片|组团|小镇|古镇|保税区|自贸区|自贸港)"
    ),
    "Project": re.compile(
        r"(?:[^，。；：、至]{2,4})?(?:高速|高速公路|铁路|公路|国道|省道|快速路|大桥|互通立交|互通|立交|公园|广场|灌区|水库)(?:段|工程|项目)?"
    ),
    "Program": re.compile("改造|整治|治理|创建|年(?:活动)?"),
}
# 云岭开发区 is what 云岭经济技术开发区 goes by; 云岭高新区 may be another
_PLAIN_ZONE = re.compile("(?<=[一-龥]{2})(?<!经济)(?<!技术)(?<!产业)开发区$")
_CONTRACTED = frozenset({"Project", "Zone", "Program"})
# 石化联合会 of 中国石油和化学工业联合会: the characters of the short form follow each other in the full one
_UNION = re.compile("(?:联合会|协会|学会|商会|促进会|联盟)$")
_OF_NATION = ("中国", "中华", "全国")
_LEVELS = frozenset("省市县区州镇乡")  # whose a house is: 市|人民医院
_LEAST_PLAIN = 5  # characters from which a mere head word may be short for a longer name
_LEAST_OWNED = 4  # characters of such a name without it
# what may stand before a name that means itself without making another of it: 城镇老旧小区改造, 人民满意的服务型政府
_SCOPE = re.compile("农村|城乡|城镇|城市|县域|市域|全域|[^，。；：“”]{3,}的")
# 石桥5万吨玻璃, 石桥年产5万吨玻璃: a work goes by its name without its size too
_SIZED = re.compile(
    r"(?<=[一-龥])(?:年产|年加工|日产|日处理)?(?:\d+[×X*])?\d[\d.]*[万亿]?(?:吨|千瓦|兆瓦|MW|千伏|立方米|平方米|套|台|件|辆|片|只|头|羽)(?!级)"
)
_SEVERAL = re.compile("[、和及与]")  # 甲、乙污水处理厂 are two, neither of which the short name means
# 甲、乙、丙三大行动: as many parts as the number says, and what all of them are called
_FAMILY = re.compile(
    "(?P<parts>[^，。；]+?)“?(?P<called>(?P<number>[二两三四五六七八九十])(?:大|项|个)[^、和及与“”]{2,10})”?"
)


def join_short_forms(
    type_: str,
    names: Sequence[str],
    groups: Groups[Name],
    strip_region: StripRegion,
    means: Set[str] = frozenset(),
    own: Set[str] = frozenset(),
) -> None:
    """Join each name to the single thing with a longer name that it abbreviates, the longest names first.

    Args:
        type_: the type of the names.
        names: those of one document, sorted.
        groups: what is joined already.
        strip_region: see `kg.resolve.within.resolve`.
        means: names that abbreviate nothing, as it is known what they mean.
        own: names of the document's own region and those above it.
    """
    if type_ == "Enterprise":
        join_same_core(names, groups, strip_region)
        fits = company_forms(names, strip_region)
    elif type_ in PLACED:
        fits = _place_forms(type_, names, strip_region, own)
    else:
        return
    for short in sorted(means & set(names)) if type_ in ("Program", "Slogan") else ():
        scoped = [n for n in names if n.endswith(short) and _SCOPE.fullmatch(n, 0, len(n) - len(short))]
        if len({groups.root((type_, full)) for full in scoped}) == 1:
            groups.join((type_, short), (type_, scoped[0]))
    for short in sorted(set(names) - means, key=lambda n: (-len(n), n)):
        plain = type_ == "Zone" and _PLAIN_ZONE.search(short) is not None  # 云岭经开区 is no longer than 云岭开发区
        least = 0 if type_ == "Enterprise" else len(short) + (not plain)
        longer = [full for full in fits(short) if len(full) >= least and (full != short or not plain)]
        itself = {groups.root((type_, short))} if type_ == "Enterprise" else set()
        if len({groups.root((type_, full)) for full in longer} - itself) == 1:
            groups.join((type_, short), (type_, next(f for f in longer if groups.root((type_, f)) not in itself)))


def _place_forms(
    type_: str, names: Sequence[str], strip_region: StripRegion, own: Set[str]
) -> Callable[[str], list[str]]:
    """The names that are a short one with a place, or another short word, before it, or with a head word behind it.

    临江石桥工业园 of 石桥工业园, 云岭大学白鹭实验室 of 白鹭实验室, 青石塘老工业区 of 青石塘, 市人民医院 of 人民医院,
    明澈30万吨玻璃 of 明澈玻璃;
    also with the only section or place that a note names, 省道109线（青山段） of 省道109线, and with the parts that it
    counts, 甲、乙两大行动 of 两大行动; else what it contracts.
    """
    tails: dict[str, set[str]] = defaultdict(set)
    fronts: dict[str, set[str]] = defaultdict(set)
    ends: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    head = _HEADS.get(type_)
    for name in names:
        tails[comparable(type_, strip_region(name))].add(name)
        form = comparable(type_, name)
        if type_ in ("Zone", "Organization", "Project"):
            for cut in (2, 3, 4):
                tails[form[cut:]].add(name)
            if form[:1] in _LEVELS and len(form) > _LEAST_OWNED:
                tails[form[1:]].add(name)
        if type_ in ("Program", "Slogan") and (family := _FAMILY.fullmatch(name)) and _counts(family):
            tails[comparable(type_, family["called"])].add(name)
        for cut in range(1, 0 if _SEVERAL.search(form) else len(form) - _SUFFIX[type_] + 1):
            if len(form) - cut >= _LEAST_PLAIN or not is_head(form[cut:]):  # 体育公园 alone may be another
                tails[form[cut:]].add(name)
        if type_ == "Project" and (note := WHICH.search(form)):
            fronts[form[: note.start()]].add(name)
        if type_ == "Project" and (plain := _SIZED.sub("", form)) != form and len(plain) >= _LEAST_PLAIN:
            tails[plain].add(name)
        if type_ in _CONTRACTED and not _SEVERAL.search(form):
            core = strip_region(form)
            ends[core[:2], core[-2:]].append((core, name))
        for stop in range(2, len(form)) if head else ():
            if head is not None and head.fullmatch(form, stop):
                fronts[form[:stop]].add(name)

    def fits(short: str) -> list[str]:
        form = comparable(type_, short)
        found = set(tails.get(form, ())) if len(short) >= PLACED[type_] else set()
        found |= fronts.get(form, set())
        if type_ == "Zone" and not found - {short} and (plain := _PLAIN_ZONE.search(form)):
            full = form[: plain.start()] + "经开区"
            found = tails.get(full, set()) | {name for name in names if comparable(type_, name) == full}
        if type_ == "Zone" and not found - {short}:
            found = {name for name in names if of_partners(short, name)}
        if not found - {short} and type_ == "Organization" and len(form) > _LEAST_OWNED and _UNION.search(form):
            found = {name for name in names if name.startswith(_OF_NATION) and _follow(form, name)}
        if not found - {short} and type_ in _CONTRACTED:
            core = strip_region(form)
            found = {name for full, name in ends.get((core[:2], core[-2:]), ()) if is_contraction(core, full, own)}
        return sorted(found)

    return fits


def _counts(family: re.Match[str]) -> bool:
    """Whether a row names as many parts as its number says: 甲、乙和丙三大行动; not 甲、乙三大行动."""
    return len(_SEVERAL.split(family["parts"])) == count_of(family["number"])


def _follow(short: str, full: str) -> bool:
    """Whether the characters of a union's short form stand in its full name in their order, with the same head word."""
    head = _UNION.search(short)
    rest = iter(full)
    return (
        head is not None and full.endswith(head[0]) and not short.startswith(full[:2]) and all(c in rest for c in short)
    )
