"""Phases of projects: 二期 alone is that of the project named before it, 甲基地一、二期 are two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.scan import scan_stretches
from kg.types import Mention, Text

_BARE = re.compile(r"(?:项目|工程|(?P<noun>平台|基地|园区|中心))?(?P<phase>[一二三四五六七八首]期)(?:项目|工程)?")
_OWN = re.compile(r"(?:（?[一二三四五六七八首]期）?(?:项目|工程|建设)*)+$")
_SEVERAL = re.compile(r"([一二三四五六])(?:、|和|及|与)?([二三四五六七])期")
_PARK = re.compile(
    r"[园谷港城]$|基地$|中心$|小镇$|度假区$|景区$|综合体$"
)  # what is built in phases; a development zone is not
_ENDS = re.compile(r"([一二三四首])期）?(?:项目|工程)?$")
_NEXT = re.compile(r"(?<=[，；。、和及])([二三四五])期")
_SECTION = re.compile(r"(?P<name>.{2,}?)(?:[A-Z]|[东西南北中](?=段))(?P<kind>标?段|区|地块)")
_SECTIONS = re.compile(r"[、和及](?P<letter>[A-Z]|[东西南北中](?=段))(?:标?段|区|地块)")
_WHERE = re.compile(r"(?:在|位于|落户|落地|选址|坐落于|入驻)$")
_FIRST = re.compile(r"[一-龥][一二三四]期[、和及]\Z")
_PHASE_FIRST = re.compile(r"[一二三四首]期(?=.{2,})")
_FOLLOWS = {"首": "二", "一": "二", "二": "三", "三": "四", "四": "五"}
_RULE = "phase:alone"
_NEAR = 60  # characters from one phase to the next
_BEFORE = frozenset({"Project", "Zone", "Enterprise"})
_IN_PHASES = re.compile(r"[^。\n]{0,80}?分(?:[两二三四五六]|\d)期")  # 甲产业园总投资50亿元，分两期建设
# 据悉，|该产业园|占地90亩，分两期实施: the one named before
_THIS_IN_PHASES = re.compile(
    r"(?:(?<=[，。；：\n“])|^)(?:该|本|此)?(?:项目|工程|产业园|园区|园|基地|中心|小镇|综合体|工厂)[^。\n]{0,60}?分(?:[两二三四五六]|\d)期"
)
_BUILT_IN_PHASES, _PHASE = re.compile(r"分[两二三四五六\d]期"), re.compile("[一二三四五首]期")
_BUILT = re.compile("建设|设有|配套|地块")
_SO_MANY = re.compile(r"(?:将|拟|计划|预计|共)?分(?:[两二三四五六]|\d)个?期(?:建设|实施|投资)?$")
_OF_ANOTHER = re.compile(r"；[^；，]{3,24}[一二三四首]期")  # 甲项目签约；“乙工业城”一期投产，二期
_OF_LIST = re.compile("[”]?(?:等|、)")
_OF_FIRM = 80  # characters between a firm and a phase of its works
_REACH = 200  # characters between a project and a phase without its name
# 分两期建设，|一期|投资8亿元; not 争取第二期债券, 一期一议
_ALONE = re.compile(
    r"(?:(?<=[，；。：（\n])|(?<=其中)|(?<=目前))(?:该|本)?(?:项目|工程)?(?P<phase>[一二三四五首]期(?:项目|工程)?)"
    r"(?=的?(?:总|计划|预计|概算)?投资|占地|用地|规划|计划|预计|拟|将|已|正|于|今年|明年|去年|\d{4}年|年内|年底|年产|上个?月|本月|近日|日前|刚刚?|即将|正在|有望|力争|前期(?:工作|手续|准备)|\d{1,2}月|主要|全面|全部|主体|顺利|基本|"
    r"建设|建成|建筑|开工|动工|竣工|完工|投产|达产|投用|启动|进入|达到|实现|总建筑|总用地)"
)


def is_phase(surface: str) -> bool:
    """Whether a name says which phase and not of what: 二期, 首期工程."""
    return _BARE.fullmatch(surface) is not None


def complete_phases(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, phases with the key of their project before them, sorted."""
    clean = text.clean
    news = text.document.kind != "report"
    out: list[Mention] = []
    sections: list[Mention] = []
    last: Mention | None = None
    projects = {m.key: m for m in mentions if m.type == "Project"}
    first: Mention | None = None  # the one with which the sentence begins
    firm: Mention | None = None
    phased: Mention | None = None  # the last of which the text says that it is built in phases
    mentions = [_uncounted(clean, m) for m in mentions]
    told = [found.span() for found in scan_stretches(_THIS_IN_PHASES, _BUILT_IN_PHASES, clean, "。\n")]
    for m in sorted([*mentions, *_alone(clean, mentions)], key=lambda m: (m.start, -m.end, m.type, m.key)):
        while told and told[0][1] <= m.start:
            start, _ = told.pop(0)
            meant = first if first and last and _is_listed(clean, last) else last
            phased = replace(meant, start=start, end=start + 1) if meant else phased
        bare = _BARE.fullmatch(clean, m.start, m.end) if m.type == "Project" else None
        if bare and last and _FIRST.search(clean, last.end, m.start):
            continue  # 安置房一期、二期, of which the first has no name
        if bare and clean.startswith("分", m.start - 1):
            continue  # 分三期建设: how many there are
        if bare:
            owner = phased if phased and "\n" not in clean[phased.end : m.start] else last
            if owner is last and last and first and (_is_listed(clean, last) or (news and _is_built(clean, last))):
                owner = first  # 甲基地…，建设乙中心、丙车间，首期投产
            near = owner and (owner is phased or _near(clean, owner, m, bare))
            if owner and near:
                out.append(replace(m, key=_OWN.sub("", owner.key) + bare["phase"]))
            elif firm and not bare["noun"] and news and _of_works(clean, firm, m):
                out.append(replace(m, key=firm.key + bare["phase"]))
            elif bare["noun"]:  # 二期 alone, of which nobody says of what, is no name
                out.append(m)
            continue
        out += _two(clean, m) or [m]
        firm = m if m.type == "Enterprise" else firm
        if m.type == "Enterprise" and (its := _meant(clean, m, projects)) is not None:
            last, phased = its, its if _IN_PHASES.match(clean, m.end) else phased
        if (m.type == "Project" or (m.type == "Zone" and _PARK.search(m.key))) and (
            last is None or m.start >= last.end
        ):
            stands_there = last is not None and m.type == "Zone" and _WHERE.search(clean, max(0, m.start - 4), m.start)
            begin = max(clean.rfind(sign, max(0, m.start - _REACH), m.start) for sign in "。；\n") + 1
            if first is None or first.start < begin:
                first = None if m.type == "Zone" and _WHERE.search(clean, max(0, m.start - 4), m.start) else m
            if _IN_PHASES.match(clean, m.end):
                phased = first if _is_listed(clean, m) else m
            # 甲基地二期在乙园区开工。…三期: of 甲基地, as behind 二期铜箔生产线
            last = last if stands_there or (last and _PHASE_FIRST.match(m.key)) else m
        sections += _sections(clean, m)
    out.sort(key=lambda m: (m.start, -m.end, m.type, m.key))
    out += list(_siblings(clean, out))
    once = {(m.start, m.end, m.type): m for m in [*reversed(out), *sections]}
    return sorted(once.values(), key=lambda m: (m.start, -m.end, m.type, m.key))


def _uncounted(clean: str, m: Mention) -> Mention:
    """A mention without the words that say in how many phases it is built: 甲硅烷项目|分三期."""
    counted = _SO_MANY.search(clean, m.start, m.end) if m.type == "Project" else None
    if counted is None or counted.start() - m.start < len("甲厂"):
        return m
    return replace(m, end=counted.start(), key=_SO_MANY.sub("", m.key))


def _is_listed(clean: str, m: Mention) -> bool:
    """Whether a name is one of several: 度假区…，建设酒店、|营地|等项目，分三期: it is not the one built in phases."""
    return clean[m.start - 1 : m.start] == "、" or _OF_LIST.match(clean, m.end) is not None


def _is_built(clean: str, m: Mention) -> bool:
    """Whether a name is what is built of a project: 甲基地…，A地块建设|研发楼，一期年底封顶."""
    return _BUILT.search(clean, max(0, m.start - 4), min(len(clean), m.start + 6)) is not None


def _meant(clean: str, firm: Mention, projects: Mapping[str, Mention]) -> Mention | None:
    """What 白鹭电池项目 means: the one project that is called after the firm, 白鹭电池年产5万吨正极材料."""
    if not clean.startswith("项目", firm.end):
        return None
    named = [m for key, m in projects.items() if key.startswith(firm.key)]
    return replace(named[0], start=firm.start, end=firm.end) if len(named) == 1 else None


def _alone(clean: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Phases with which a clause about them begins, where no other name stands: 一期投资8亿元，二期明年开工."""
    at = sorted(mentions, key=lambda m: m.start)
    starts = [m.start for m in at]
    for found in scan_stretches(_ALONE, _PHASE, clean):
        start, end = found.span("phase")
        near = at[bisect_left(starts, start - _NEAR) : bisect_left(starts, end)]
        if not any(m.end > start and m.type not in ("Region", "Indicator") for m in near):
            yield Mention(start, end, "Project", clean[start:end], _RULE, 0.7)


def _of_works(clean: str, firm: Mention, m: Mention) -> bool:
    """Whether a later phase is that of a firm's works, for want of a project: 明澈炼化产值9亿元，二期前期工作加速."""
    between = clean[firm.end : m.start]
    return not clean.startswith(("一期", "首期"), m.start) and len(between) <= _OF_FIRM and "\n" not in between


def _near(clean: str, last: Mention, m: Mention, bare: re.Match[str]) -> bool:
    """Whether a phase may be that of a project: not far behind it, 平台一期 only of what is called a 平台."""
    called = not bare["noun"] or _OWN.sub("", last.key).endswith(bare["noun"])
    between = clean[last.end : m.start]
    return called and len(between) <= _REACH and "\n" not in between and not _OF_ANOTHER.search(between)


def _siblings(clean: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """一期投产，二期预计明年竣工: the next phase, where a clause begins with it or a list goes on (甲一期、二期)."""
    starts = [m.start for m in mentions]
    for m in mentions:
        own = _OWN.search(m.key) if m.type == "Project" else None
        surface = clean[m.start : m.end]
        phase = _ENDS.search(surface)
        if own is None or phase is None:
            continue
        behind = bisect_left(starts, m.end)
        stop = min(m.end + _NEAR, starts[behind] if behind < len(starts) else len(clean))
        found = _NEXT.search(clean, m.end, stop)
        if found and "\n" not in clean[m.end : found.start()] and found[1] == _FOLLOWS.get(phase[1]):
            yield replace(m, start=found.start(1), end=found.end(), key=f"{_OWN.sub('', m.key)}{found[1]}期")


def _sections(clean: str, m: Mention) -> Iterator[Mention]:
    """城北路C段、D段: the second is 城北路D段."""
    own = _SECTION.fullmatch(clean, m.start, m.end) if m.type in ("Project", "Zone") else None
    end = m.end
    while own and (more := _SECTIONS.match(clean, end)) and more[0].endswith(own["kind"]):
        yield replace(m, start=more.start("letter"), end=more.end(), key=f"{own['name']}{more['letter']}{own['kind']}")
        end = more.end()


def _two(clean: str, m: Mention) -> list[Mention]:
    """甲基地一、二期: the mention of the first ends at 一, that of the second covers both."""
    if m.type not in _BEFORE:
        return []
    return list(_phases(clean, m))


def _phases(clean: str, m: Mention) -> Iterator[Mention]:
    found = _SEVERAL.match(clean, m.end)
    if found is None and m.type == "Project":
        found = next(
            (f for f in _SEVERAL.finditer(clean, max(m.start + 2, m.end - 8), m.end) if f.end() == m.end), None
        )
    if found is None or ord(found[1]) == ord(found[2]):
        return
    name = clean[m.start : found.start()]
    if m.type != "Project" and found.start() == m.end:
        yield m
    project = replace(m, type="Project")
    yield replace(project, end=found.end(1), key=f"{name}{found[1]}期")
    yield replace(project, end=found.end(), key=f"{name}{found[2]}期")
