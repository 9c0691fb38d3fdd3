"""Phases of projects: 二期 alone is that of the project named before it, 甲基地一、二期 are two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.types import Mention, Text

_BARE = re.compile(r"(?:项目|工程|(?P<noun>平台|基地|园区|中心))?(?P<phase>[一二三四五六七八首]期)(?:项目|工程)?")
_OWN = re.compile(r"(?:（?[一二三四五六七八首]期）?(?:项目|工程|建设)*)+$")
_SEVERAL = re.compile(r"([一二三四五六])(?:、|和|及|与)?([二三四五六七])期")
_PARK = re.compile(r"[园谷港城]$|基地$|中心$|小镇$")  # what is built in phases; a development zone is not
_ENDS = re.compile(r"([一二三四首])期）?(?:项目|工程)?$")
_NEXT = re.compile(r"(?<=[，；。、和及])([二三四五])期")
_SECTION = re.compile(r"(?P<name>.{2,}?)(?:[A-Z]|[东西南北中](?=段))(?P<kind>标?段|区|地块)")
_SECTIONS = re.compile(r"[、和及](?P<letter>[A-Z]|[东西南北中](?=段))(?:标?段|区|地块)")
_WHERE = re.compile(r"(?:在|位于|落户|落地|选址|坐落于|入驻)$")
_FIRST = re.compile(r"[一-龥][一二三四]期[、和及]\Z")
_FOLLOWS = {"首": "二", "一": "二", "二": "三", "三": "四", "四": "五"}
_NEAR = 60  # characters from one phase to the next
_BEFORE = frozenset({"Project", "Zone", "Enterprise"})
_IN_PHASES = re.compile(r"[^。\n]{0,80}?分(?:[两二三四五六]|\d)期")  # 甲产业园总投资50亿元，分两期建设
_REACH = 200  # characters between a project and a phase without its name


def is_phase(surface: str) -> bool:
    """Whether a name says which phase and not of what: 二期, 首期工程."""
    return _BARE.fullmatch(surface) is not None


def complete_phases(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, phases with the key of their project before them, sorted."""
    clean = text.clean
    out: list[Mention] = []
    sections: list[Mention] = []
    last: Mention | None = None
    phased: Mention | None = None  # the last of which the text says that it is built in phases
    for m in sorted(mentions, key=lambda m: (m.start, -m.end, m.type, m.key)):
        bare = _BARE.fullmatch(clean, m.start, m.end) if m.type == "Project" else None
        if bare and last and _FIRST.search(clean, last.end, m.start):
            continue  # 安置房一期、二期, of which the first has no name
        if bare:
            owner = phased if phased and "\n" not in clean[phased.end : m.start] else last
            near = owner and (owner is phased or _near(clean, owner, m, bare))
            out.append(replace(m, key=_OWN.sub("", owner.key) + bare["phase"]) if owner and near else m)
            continue
        out += _two(clean, m) or [m]
        if (m.type == "Project" or (m.type == "Zone" and _PARK.search(m.key))) and (
            last is None or m.start >= last.end
        ):
            stands_there = last is not None and m.type == "Zone" and _WHERE.search(clean, max(0, m.start - 4), m.start)
            phased = m if _IN_PHASES.match(clean, m.end) else phased
            last = last if stands_there else m  # 甲基地二期在乙园区开工。…三期: of 甲基地
        sections += _sections(clean, m)
    out.sort(key=lambda m: (m.start, -m.end, m.type, m.key))
    out += list(_siblings(clean, out))
    once = {(m.start, m.end, m.type): m for m in [*reversed(out), *sections]}
    return sorted(once.values(), key=lambda m: (m.start, -m.end, m.type, m.key))


def _near(clean: str, last: Mention, m: Mention, bare: re.Match[str]) -> bool:
    """Whether a phase may be that of a project: not far behind it, 平台一期 only of what is called a 平台."""
    called = not bare["noun"] or _OWN.sub("", last.key).endswith(bare["noun"])
    return called and m.start - last.end <= _REACH and "\n" not in clean[last.end : m.start]


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
