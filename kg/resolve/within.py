"""Coreference within one document: every mention of one thing gets one key, its fullest name in the document.

Three steps: a surface has one type throughout a document (the one that its mentions make most probable together);
mentions whose names compare equal are one; a short form joins the full form that it abbreviates where exactly one fits
(时代新材 → 株洲时代新材料科技股份有限公司, 高新区 → 株洲高新区).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import replace

from kg.resolve.elided import is_head
from kg.resolve.lists import split_lists
from kg.resolve.names import WHICH, canonical, company_core, comparable, is_short_form, loose
from kg.resolve.phases import complete_phases, is_phase
from kg.resolve.shared import complete_shared
from kg.types import Mention, Ref, Text

_MEANT = ("Program", "Slogan", "Event", "Honor")
_QUOTING = ("Program", "Slogan")
_QUOTED = re.compile("“([^“”]{2,20})”")

_LEVEL = re.compile("(?:国家级|省级|市级|县级)(?=.{4})")
_IN_BRACKETS = re.compile("（[^（）]*）")
_COUNTED = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:件|项|大)(.{4,})")

Strip = Callable[[str], str]
Name = tuple[str, str]  # type and canonical name

# types of which a name may stand without the place in front of it, and how much of the name must stay
_PLACED = {"Zone": 3, "Organization": 3, "Project": 3, "Program": 4, "Event": 3, "Honor": 4, "Slogan": 5}
# how much of a name must stay where more than a place is left out in front of it (华北电力大学燕山实验室)
_SUFFIX = {"Zone": 4, "Organization": 5, "Project": 5, "Program": 5, "Event": 5, "Honor": 6, "Slogan": 5}
# the head words that a name may stand without: 青石塘老工业区 and 青石塘, S330红色旅游公路 and S330
_HEADS = {
    "Zone": re.compile(
        r"(?:[45]A)?(?:级)?(?:旅游)?(?:片区|景区|风景区|风景名胜区|度假区|老工业区|工业区|新区|新城|开发区|经开区|高新区|产业园|工业园|园|片|组团|小镇|古镇|保税区|自贸区|自贸港)"
    ),
    "Project": re.compile(
        r"(?:[^，。；：、至]{2,4})?(?:高速|高速公路|铁路|公路|国道|省道|快速路|大桥|互通立交|互通|立交|公园|广场|灌区|水库)(?:段|工程|项目)?"
    ),
}
# kinds of zones that stand alone for one that was named, by how its name may end
_BARE: dict[str, tuple[str, ...]] = {
    "高新区": ("高新区",),
    "经开区": ("经开区",),
    "开发区": ("开发区", "经开区"),
    "新区": ("新区",),
    "工业园": ("工业园",),
    "产业园": ("产业园",),
    "综保区": ("综保区",),
    "保税区": ("保税区", "综保区"),
    "自贸区": ("自贸区",),
    "工业集中区": ("工业集中区",),
    "产业集聚区": ("产业集聚区",),
    "物流园": ("物流园",),
    "科技园": ("科技园",),
    "度假区": ("度假区",),
}
_OWNER = 2  # characters of a company's name in front of a project's, and of what stands behind it, at least
_LONGEST_OWNER = 30
_COMPANY = ("集团", "公司", "集团公司")  # how a text ends the core of a company's name
_SIZE = re.compile(
    r"[^省市县区州镇乡村东西南北新老大小上中下\d]|(?:日处理|日产|年处理|年产|占地|总投资|投资)?"
    r"(?:[\d.]+(?:万|亿)?(?:余)?(?:吨|亩|平方米|立方米|公里|元|千瓦|套|台))?"
)
_KIND = re.compile(r"^([一-龥]{2,4}?)[省市县区州](?=.{3})")
_STEM = re.compile(r"(?:00)+$")
_SEVERAL = re.compile("[、和及与]")  # 甲、乙污水处理厂 are two, neither of which the short name means


def resolve(text: Text, mentions: Sequence[Mention], strip_region: Strip) -> list[Mention]:
    """Give all mentions of one thing one key.

    Args:
        text: the document.
        mentions: what extraction accepted, sorted.
        strip_region: takes the name of an administrative division from the start of a name (株洲时代新材 → 时代新材).

    Returns:
        the mentions in the same order, with new keys (Regions that the gazetteer knows keep their codes); lists with
        one head word are split.
    """
    mentions = split_lists(text, complete_phases(text, _one_type_each(text, _own_fairs(text.clean, mentions))))
    mentions = complete_shared(text, mentions)
    elided, vague = _elided(text.clean, mentions)
    home = text.document.region
    own = ("Zone", canonical(home.key)) if home and home.type == "Zone" else None
    count: Counter[Name] = Counter()
    groups = _Groups()
    if own:
        groups.join_forms(own, own[1], strip_region)
    for m in mentions:
        if m.type == "Region":
            continue
        name = (m.type, canonical(m.key))
        count[name] += 1
        groups.join_forms(name, m.key, strip_region)
        written = text.clean[m.start : m.end]
        if (m.type, canonical(written)) not in vague and not (m.type == "Project" and is_phase(written)):
            groups.join_forms(name, written, strip_region)
    _join_quoted(text, mentions, groups)
    _join_counted(count, groups)
    # 供给侧结构性改革 of a word list means itself, also beside 农业供给侧结构性改革
    listed = {(m.type, canonical(m.key)) for m in mentions if m.type in _MEANT and ":lexicon" in m.rule}
    for type_ in sorted({t for t, _ in count}):
        names = sorted({n for t, n in (*count, *([own] if own else [])) if t == type_})
        known = {n for t, n in listed if t == type_}
        parts = {n: full for (t, n), full in elided.items() if t == type_ and n not in names}
        for part, full in parts.items():
            groups.join((type_, part), full)
        names = sorted({*names, *parts})
        if type_ == "Zone":
            known |= _join_bare_zones(text, mentions, names, groups)
        if type_ == "Project":
            companies = sorted({n for t, n in count if t == "Enterprise"})  # joined before: E comes before P
            _join_owned(names, companies, groups, strip_region)
        _join_short_forms(type_, names, groups, strip_region, known, parts)
    fullest: dict[Name, str] = {}
    # the fullest name of a group, the more frequent one of two equally long, then by code point
    for name in sorted(count, key=lambda n: (len(n[1]), count[n], n[1])):
        root = groups.root(name)
        shorter = fullest.get(root)
        fullest[root] = shorter if shorter and _says_no_more(name, shorter) else name[1]
    for root, longest in fullest.items():  # 国家级青山经开区 is 青山经开区; 国家级经开区 is a title
        if root[0] == "Zone" and (level := _LEVEL.match(longest)) and not is_head(longest[level.end() :]):
            fullest[root] = longest[level.end() :]
    if own and home:  # the zone that the document is about keeps the key by which all others know it
        fullest[groups.root(own)] = home.key
    return [
        m if m.type == "Region" else replace(m, key=fullest[groups.root((m.type, canonical(m.key)))]) for m in mentions
    ]


def _says_no_more(name: Name, shorter: str) -> bool:
    """Whether a name has no more than a size, half a word or 片区 more than a shorter one of the same thing.

    Example: 日处理900吨白鹭垃圾处理厂 and 白鹭垃圾处理厂, 居白鹭产业带 (of 位居) and 白鹭产业带, 青山新城片区 and
    青山新城.
    """
    if name[1].endswith(shorter):
        return name[0] in _PLACED and _SIZE.fullmatch(name[1].removesuffix(shorter)) is not None
    return name[0] == "Zone" and name[1] == shorter + "片区" and comparable(*name) == comparable("Zone", shorter)


def _own_fairs(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, short names of fairs with the long name that the document has rather than that of a word list.

    Example:
        食博会 is the 云岭国际食品博览会 of the text, and no 中国食品博览会, which the text does not name.
    """
    written = {m.key: "" for m in mentions if m.type == "Event" and canonical(clean[m.start : m.end]).endswith(m.key)}
    out = []
    for m in mentions:
        short = clean[m.start : m.end]
        if m.type == "Event" and ":lexicon" in m.rule and len(short) < len(m.key) and m.key not in clean:
            own = [k for k in written if k != m.key and len(k) > len(short) + 1 and _abbreviates(short, k)]
            m = replace(m, key=own[0]) if len(own) == 1 else m
        out.append(m)
    return out


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a longer one in order, the last of both the same."""
    rest = iter(_IN_BRACKETS.sub("", name))
    return short[-1] == name[-1] and all(c in rest for c in short)


def _one_type_each(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """A surface means one thing throughout a document: the type with the most evidence, as sum of log-odds, wins."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    for m in mentions:
        surface = canonical(text.clean[m.start : m.end])
        if _is_part(m, surface):
            continue
        of = votes[surface]
        of[m.type] = of.get(m.type, 0.0) - math.log(max(1.0 - m.confidence, 1e-4))
    winner = {s: max(sorted(v), key=v.__getitem__) for s, v in votes.items()}
    donor = {(canonical(text.clean[m.start : m.end]), m.type): m.key for m in mentions}
    out = []
    for m in mentions:
        surface = canonical(text.clean[m.start : m.end])
        type_ = winner.get(surface, m.type)
        out.append(m if m.type == type_ or _is_part(m, surface) else replace(m, type=type_, key=donor[surface, type_]))
    return out


def _is_part(m: Mention, surface: str) -> bool:
    """Whether a mention leaves out its head word: 白鹭 of 青山、白鹭等工业园 is a park there and a town elsewhere."""
    return m.type in ("Zone", "Project") and len(m.key) > len(surface) and m.key.startswith(surface)


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


class _Groups:
    """Union-find over names and the forms that they share."""

    def __init__(self) -> None:
        self.parent: dict[Name, Name] = {}

    def root(self, x: Name) -> Name:
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, a: Name, b: Name) -> None:
        a, b = self.root(a), self.root(b)
        self.parent[max(a, b)] = min(a, b)

    def join_forms(self, name: Name, written: str, strip_region: Strip) -> None:
        """Join a name to all forms of one of its writings."""
        type_ = name[0]
        for form in sorted(loose(type_, written)):
            self.join(name, (type_, "=" + form))
            if type_ in _PLACED and strip_region(form) != form:  # 云岭市高新区 and 云岭高新区
                self.join(name, (type_, "=" + _KIND.sub(r"\1", form)))


def _join_quoted(text: Text, mentions: Sequence[Mention], groups: _Groups) -> None:
    """A phrase that stands alone and in quote marks with more around it is one: 马上办 and “马上办”服务模式."""
    alone = {(m.type, comparable(m.type, m.key)): (m.type, canonical(m.key)) for m in mentions if m.type in _QUOTING}
    for m in mentions:
        if m.type in _QUOTING and len(quoted := _QUOTED.findall(text.clean[m.start : m.end])) == 1:
            core = alone.get((m.type, comparable(m.type, quoted[0])))
            if core:
                groups.join((m.type, canonical(m.key)), core)


def _join_counted(count: Counter[Name], groups: _Groups) -> None:
    """33件民生实事 and 民生实事 are one, unless another number of them is named (those of another year)."""
    numbered: dict[Name, list[Name]] = defaultdict(list)
    for type_, name in sorted(count):
        if type_ in _QUOTING and (found := _COUNTED.fullmatch(name)):
            numbered[type_, found[1]].append((type_, name))
    for plain, names in numbered.items():
        if plain in count and len(names) == 1:
            groups.join(plain, names[0])


def _join_short_forms(
    type_: str,
    names: Sequence[str],
    groups: _Groups,
    strip_region: Strip,
    listed: Set[str] = frozenset(),
    parts: Collection[str] = (),
) -> None:
    """Join each name to the single thing with a longer name that it abbreviates, the longest names first.

    What word lists know (`listed`) abbreviates nothing; `parts` of lists have a longer name of their own already.
    """
    if type_ == "Enterprise":
        _join_same_core(names, groups, strip_region)
        fits = _company_forms(names, strip_region)
    elif type_ in _PLACED:
        fits = _place_forms(type_, names, strip_region)
    else:
        return
    for short in sorted(set(names) - listed - set(parts), key=lambda n: (-len(n), n)):
        longer = [full for full in fits(short) if type_ == "Enterprise" or len(full) > len(short)]
        own = {groups.root((type_, short))} if type_ == "Enterprise" else set()
        if len({groups.root((type_, full)) for full in longer} - own) == 1:
            groups.join((type_, short), (type_, next(f for f in longer if groups.root((type_, f)) not in own)))


def _join_bare_zones(text: Text, mentions: Sequence[Mention], names: Sequence[str], groups: _Groups) -> set[str]:
    """Join 高新区 alone to the zone that the document means by it; the bare names, which nothing else is to join.

    That is the document's own (the one it is about, or one that bears the name of the region it is about), else the
    only one of that kind that is named in full before and is not in some other region.
    """
    bare = {name for name in names if comparable("Zone", name) in _BARE}
    if not bare:
        return set()
    first: dict[str, int] = defaultdict(int)
    for m in reversed(mentions):
        if m.type == "Zone":
            first[canonical(m.key)] = m.start
    home = text.document.region
    regions = {text.clean[m.start : m.end]: m.key for m in mentions if m.type == "Region"}
    own = {s for s, key in regions.items() if home and key == home.key} | ({home.key} if home else set())
    full = [name for name in names if name not in bare]
    for name in sorted(bare):
        ends = _BARE[comparable("Zone", name)]
        fits = [f for f in full if comparable("Zone", f).endswith(ends)]
        ours = [f for f in fits if f.startswith(tuple(sorted(own))) and own]
        near = ours or [
            f for f in fits if not _elsewhere(f, regions, home) and (home is None or first[f] < first[name])
        ]
        if len({groups.root(("Zone", f)) for f in near}) == 1:
            groups.join(("Zone", name), ("Zone", near[0]))
    return bare


def _elsewhere(zone: str, regions: dict[str, str], home: Ref | None) -> bool:
    """Whether a zone bears the name of a region that neither holds the document's own nor lies in it."""
    place = next((regions[zone[:n]] for n in range(len(zone) - 2, 1, -1) if zone[:n] in regions), None)
    if place is None or home is None or not (place.isdigit() and home.key.isdigit()):
        return False
    a, b = _STEM.sub("", place), _STEM.sub("", home.key)
    return not (a.startswith(b) or b.startswith(a))


def _join_same_core(names: Sequence[str], groups: _Groups, strip_region: Strip) -> None:
    """明澈, 明澈公司, 云岭明澈有限公司 are one, unless two places have a company of that name."""
    cores: dict[str, list[str]] = defaultdict(list)
    for name in names:
        cores[strip_region(company_core(name))].append(name)
    for core, same in sorted(cores.items()):
        placed = {company_core(name) for name in same} - {core}
        kept = same if len(placed) <= 1 else [name for name in same if company_core(name) == core]
        for name in kept[1:]:
            groups.join(("Enterprise", name), ("Enterprise", kept[0]))


def _join_owned(names: Sequence[str], companies: Sequence[str], groups: _Groups, strip_region: Strip) -> None:
    """A project named by two names of one company is one: 明澈集团光伏基地 and 明澈集团股份有限公司光伏基地.

    What stands behind the company's name must be the same; a company is known by its names in the document, and by its
    core with 集团 or 公司 where no other company has that core.
    """
    owners: dict[str, Name] = {}
    shared: dict[str, Name | None] = {}
    for company in companies:
        owner = owners[company.upper()] = groups.root(("Enterprise", company))
        core = strip_region(company_core(company)).upper()
        for form in (core, *(core + kind for kind in _COMPANY)):
            shared[form] = owner if shared.get(form, owner) == owner else None
    owners = {f: o for f, o in shared.items() if o and len(f) >= _OWNER} | owners
    owned: dict[tuple[Name, str], str] = {}
    for name in names if owners else ():
        form = comparable("Project", name)
        for written in dict.fromkeys((form, strip_region(form))):
            ends = range(min(len(written) - _OWNER, _LONGEST_OWNER), _OWNER - 1, -1)
            if end := next((end for end in ends if written[:end] in owners), 0):
                first = owned.setdefault((owners[written[:end]], written[end:]), name)
                groups.join(("Project", name), ("Project", first))
                break


def _company_forms(names: Sequence[str], strip_region: Strip) -> Callable[[str], list[str]]:
    """The companies that a short name may mean; 华能 beside 华能集团 does not mean 华能青川电厂."""
    cores = {name: strip_region(company_core(name)) for name in names}
    begins: dict[str, list[str]] = defaultdict(list)
    for name in names:
        begins[cores[name][:2]].append(name)
    parents = {cores[name] for name in names if "集团" in name[len(cores[name]) :]}

    def fits(short: str) -> list[str]:
        core = cores[short]
        return [
            full
            for full in begins[core[:2]]
            if full != short
            and (core not in parents or "集团" in full)
            and (cores[full] == core or is_short_form(core, cores[full]))
        ]

    return fits


def _place_forms(type_: str, names: Sequence[str], strip_region: Strip) -> Callable[[str], list[str]]:
    """The names that are a short one with a place, or another short word, before it, or with a head word behind it.

    临江石桥工业园 of 石桥工业园, 云岭大学白鹭实验室 of 白鹭实验室, 青石塘老工业区 of 青石塘; also with the
    only section or place that a note names, 省道109线（青山段） of 省道109线.
    """
    tails: dict[str, set[str]] = defaultdict(set)
    fronts: dict[str, set[str]] = defaultdict(set)
    head = _HEADS.get(type_)
    for name in names:
        tails[comparable(type_, strip_region(name))].add(name)
        form = comparable(type_, name)
        if type_ in ("Zone", "Organization", "Project"):
            for cut in (2, 3, 4):
                tails[form[cut:]].add(name)
        for cut in range(1, 0 if _SEVERAL.search(form) else len(form) - _SUFFIX[type_] + 1):
            tails[form[cut:]].add(name)
        if type_ == "Project" and (note := WHICH.search(form)):
            fronts[form[: note.start()]].add(name)
        for stop in range(2, len(form)) if head else ():
            if head is not None and head.fullmatch(form, stop):
                fronts[form[:stop]].add(name)

    def fits(short: str) -> list[str]:
        form = comparable(type_, short)
        found = set(tails.get(form, ())) if len(short) >= _PLACED[type_] else set()
        return sorted(found | fronts.get(form, set()))

    return fits
