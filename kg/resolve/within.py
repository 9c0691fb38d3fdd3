"""Coreference within one document: every mention of one thing gets one key, its fullest name in the document.

Three steps: a surface has one type throughout a document (the one that its mentions make most probable together);
mentions whose names compare equal are one; a short form joins the full form that it abbreviates where exactly one fits
(时代新材 → 株洲时代新材料科技股份有限公司, 高新区 → 株洲高新区).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from kg.resolve.aliases import join_aliases, with_aliases
from kg.resolve.bare_zones import join_bare_zones, own_names
from kg.resolve.companies import join_owned
from kg.resolve.counted_parts import with_parts
from kg.resolve.fairs import fairs_of_ceremonies, own_fairs
from kg.resolve.formulas_of_works import formulas_of_works
from kg.resolve.groups import Groups, Name
from kg.resolve.heads import is_head
from kg.resolve.lists import split_lists
from kg.resolve.names import StripRegion, canonical, comparable, loose
from kg.resolve.one_sense import one_type_each
from kg.resolve.phases import complete_phases, is_phase
from kg.resolve.plan_names import SHORT_PLAN, short_plan
from kg.resolve.shared import complete_shared
from kg.resolve.short_forms import PLACED, join_short_forms
from kg.types import Mention, Text

_MEANT = ("Program", "Slogan", "Event", "Honor")
_QUOTING = ("Program", "Slogan")
_QUOTED_IN = (*_QUOTING, "Zone")  # “白鹭数谷”大数据产业园
_QUOTED = re.compile("“([^“”]{2,20})”")
_LEVEL = re.compile("(?:国家级|省级|市级|县级)(?=.{4})")
_COUNTED = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:件|项|大)(.{4,})")
_SIZE = re.compile(
    r"[^省市县区州镇乡村东西南北新老大小上中下\d]|(?:日处理|日产|年处理|年产|占地|总投资|投资)?"
    r"(?:[\d.]+(?:万|亿)?(?:余)?(?:吨|亩|平方米|立方米|公里|元|千瓦|套|台))?"
)
_DIVISION = re.compile(r"^([一-龥]{2,4}?)[省市县区州](?=.{3})")


def resolve(text: Text, mentions: Sequence[Mention], strip_region: StripRegion) -> list[Mention]:
    """Give all mentions of one thing one key.

    Args:
        text: the document.
        mentions: what extraction accepted, sorted.
        strip_region: takes the name of an administrative division from the start of a name (株洲时代新材 → 时代新材).

    Returns:
        the mentions in the same order, with new keys (Regions that the gazetteer knows keep their codes); lists with
        one head word are split.
    """
    mentions = [short_plan(m) for m in mentions]
    mentions, aliases = with_aliases(text.clean, with_parts(text, formulas_of_works(text, mentions)))
    mentions = one_type_each(text, own_fairs(text.clean, fairs_of_ceremonies(text.clean, mentions)))
    mentions = complete_shared(text, split_lists(text, complete_phases(text, mentions)))
    things = [m for m in mentions if m.type != "Region"]
    home = text.document.region
    own = ("Zone", canonical(home.key)) if home and home.type == "Zone" else None
    groups: Groups[Name] = Groups()
    if own:
        _join_forms(own, own[1], groups, strip_region)
    elided, vague = _elided(text.clean, things)
    _join_equal(text.clean, things, vague, groups, strip_region)
    _join_quoted(text, things, groups)
    join_aliases(aliases, things, groups)
    count = Counter((m.type, canonical(m.key)) for m in things)
    _join_counted(count, groups)
    names = {*count, own} if own else set(count)
    _join_shorter(text, mentions, names, elided, groups, strip_region)
    fullest = _fullest(count, groups)
    if own and home:  # the zone that the document is about keeps the key by which all others know it
        fullest[groups.root(own)] = home.key
    keys = [m.key if m.type == "Region" else fullest[groups.root((m.type, canonical(m.key)))] for m in mentions]
    return [m if m.key == key else replace(m, key=key) for m, key in zip(mentions, keys, strict=True)]


def _join_equal(
    clean: str, things: Sequence[Mention], vague: Set[Name], groups: Groups[Name], strip_region: StripRegion
) -> None:
    """Join names that compare equal, by their keys and as they are written; not by what may mean several (`vague`)."""
    for type_, key, written in dict.fromkeys((m.type, m.key, clean[m.start : m.end]) for m in things):
        name = (type_, canonical(key))
        _join_forms(name, key, groups, strip_region)
        if (type_, canonical(written)) not in vague and not (type_ == "Project" and is_phase(written)):
            _join_forms(name, written, groups, strip_region)


def _join_forms(name: Name, written: str, groups: Groups[Name], strip_region: StripRegion) -> None:
    """Join a name to all forms of one of its writings."""
    type_ = name[0]
    for form in sorted(loose(type_, written)):
        groups.join(name, (type_, "=" + form))
        if type_ in PLACED and strip_region(form) != form:  # 云岭市高新区 and 云岭高新区
            groups.join(name, (type_, "=" + _DIVISION.sub(r"\1", form)))


def _join_shorter(
    text: Text,
    mentions: Sequence[Mention],
    names: Set[Name],
    elided: Mapping[Name, Name],
    groups: Groups[Name],
    strip_region: StripRegion,
) -> None:
    """Join short forms to the names that they abbreviate, type by type: companies come before the projects they own."""
    # 供给侧结构性改革 of a word list means itself, also beside 农业供给侧结构性改革
    listed = {
        (m.type, canonical(m.key))
        for m in mentions
        if m.type in _MEANT and (":lexicon" in m.rule or SHORT_PLAN.fullmatch(m.key))
    }
    own = own_names(text, mentions)
    for type_ in sorted({t for t, _ in names}):
        parts = {n: full for (t, n), full in elided.items() if t == type_ and (t, n) not in names}
        for part, full in parts.items():
            groups.join((type_, part), full)
        of_type = sorted({*(n for t, n in names if t == type_), *parts})
        known = {n for t, n in listed if t == type_}
        if type_ == "Zone":
            known |= join_bare_zones(text, mentions, of_type, groups)
        if type_ == "Project":
            join_owned(of_type, sorted(n for t, n in names if t == "Enterprise"), groups, strip_region)
        join_short_forms(type_, of_type, groups, strip_region, known | set(parts), own)


def _fullest(count: Counter[Name], groups: Groups[Name]) -> dict[Name, str]:
    """The fullest name of each group, the more frequent one of two equally long, then by code point."""
    fullest: dict[Name, str] = {}
    for name in sorted(count, key=lambda n: (len(n[1]), count[n], n[1])):
        root = groups.root(name)
        shorter = fullest.get(root)
        fullest[root] = shorter if shorter and _says_no_more(name, shorter) else name[1]
    for root, longest in fullest.items():  # 国家级青山经开区 is 青山经开区; 国家级经开区 is a title
        if root[0] == "Zone" and (level := _LEVEL.match(longest)) and not is_head(longest[level.end() :]):
            fullest[root] = longest[level.end() :]
    return fullest


def _says_no_more(name: Name, shorter: str) -> bool:
    """Whether a name has no more than a size, half a word or 片区 more than a shorter one of the same thing.

    Example: 日处理900吨白鹭垃圾处理厂 and 白鹭垃圾处理厂, 居白鹭产业带 (of 位居) and 白鹭产业带, 青山新城片区 and
    青山新城.
    """
    if name[1].endswith(shorter):
        return name[0] in PLACED and _SIZE.fullmatch(name[1].removesuffix(shorter)) is not None
    return name[0] == "Zone" and name[1] == shorter + "片区" and comparable(*name) == comparable("Zone", shorter)


def _elided(clean: str, mentions: Sequence[Mention]) -> tuple[dict[Name, Name], frozenset[Name]]:
    """The names of parts of lists without their head word, each with the full one; and those that mean several things.

    白鹭 is both 白鹭水厂 and 白鹭小学 where one list has the one and another list the other.
    """
    ends: dict[tuple[int, str, str], int] = {}
    for m in mentions:
        at = (m.start, m.type, m.key)
        ends[at] = max(ends.get(at, 0), m.end)
    names: dict[Name, Name] = {}
    several: dict[Name, None] = {}
    for m in mentions:
        if m.end < ends[m.start, m.type, m.key]:
            short, full = (m.type, canonical(clean[m.start : m.end])), (m.type, canonical(m.key))
            if names.setdefault(short, full) != full:
                several[short] = None
    written: dict[Name, Name] = {}
    for m in mentions:  # 东江 is 东江整治 in one row and 东江引水工程 in another
        short, full = (m.type, canonical(clean[m.start : m.end])), (m.type, canonical(m.key))
        if len(full[1]) > len(short[1]) and full[1].startswith(short[1]) and written.setdefault(short, full) != full:
            several[short] = None
    return {short: full for short, full in names.items() if short not in several}, frozenset(several)


def _join_quoted(text: Text, mentions: Sequence[Mention], groups: Groups[Name]) -> None:
    """A phrase that stands alone and in quote marks with more around it is one: 马上办 and “马上办”服务模式.

    So are two groups of industries of one quoted name: “汽电医”三大产业 and “汽电医”三大优势产业.
    """
    alone: dict[Name, Name] = {}
    for m in mentions:
        if m.type in _QUOTED_IN:
            alone.setdefault((m.type, comparable(m.type, text.clean[m.start : m.end])), (m.type, canonical(m.key)))
    alone |= {(m.type, comparable(m.type, m.key)): (m.type, canonical(m.key)) for m in mentions if m.type in _QUOTED_IN}
    fields: dict[str, Name] = {}
    for m in mentions:
        if m.type == "Industry" and (of := _QUOTED.match(text.clean, m.start, m.end)):
            groups.join((m.type, canonical(m.key)), fields.setdefault(of[1], (m.type, canonical(m.key))))
        if m.type in _QUOTED_IN and len(quoted := _QUOTED.findall(text.clean[m.start : m.end])) == 1:
            core = alone.get((m.type, comparable(m.type, quoted[0])))
            if core:
                groups.join((m.type, canonical(m.key)), core)


def _join_counted(count: Counter[Name], groups: Groups[Name]) -> None:
    """33件民生实事 and 民生实事 are one, unless another number of them is named (those of another year)."""
    numbered: dict[Name, list[Name]] = defaultdict(list)
    for type_, name in sorted(count):
        if type_ in _QUOTING and (found := _COUNTED.fullmatch(name)):
            numbered[type_, found[1]].append((type_, name))
    for plain, names in numbered.items():
        if plain in count and len(names) == 1:
            groups.join(plain, names[0])
