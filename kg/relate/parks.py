"""The parks and works of a zone: 云岭高新区…，下辖东园、西园; 已建成甲园、乙园等专业园区; 丙园、丁园两大板块."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.wholes import ZONES, parts_of, value_of
from kg.types import Claim, Mention

_HAS_UNDER = re.compile(
    r"(?:现|共|目前|已)*(?:下辖|下设|分设|管辖|代管|辖有?|内设|分为|划分为|由)(?:了)?(?:[^，。；、]{1,8}、){0,2}[^，。；、]{0,8}[“]?"
)
_HAS_BUILT = re.compile(
    r"(?:现|共|目前|已|已经|先后|相继|初步|逐步|同时|还|加快|重点|着力)*(?:规划|建设|建成|形成|打造|培育|建有|拥有|布局|设有)+(?:了|起)?[^，。；、]{0,6}[“]?"
)
_PARKS = re.compile(
    r"[”]?等?(?:[二两三四五六七八九十\d]{1,2}(?:大|个))?(?:专业|特色|主题|功能|核心|产业|重点|专业化|特色化|现代化?|园中|[省市]级|国家级)*"
    r"(?:园区|园|板块|片区|组团|功能区|分园|产业园区|平台|载体)(?![^，。；、]{0,4}企业)"
)
# 丙园、丁园两大板块协同发展
_ALL = re.compile(
    r"[”]?等?(?P<n>[二两三四五六七八九十]|\d{1,2})(?:大|个)(?:专业|特色|功能|核心|产业|主要|发展)*(?:园区|园|板块|片区|组团|功能区|载体|平台)"
)
_LAID = frozenset({"Zone", "Project"})
_LAYS_OUT = re.compile(
    r"(?:项目|园区|将|拟|计划|主要|共|整体|重点|分期)*(?:规划|建设内容[为是包括含：]*|建设|布局|打造|设置|设有|分为)+(?:了|成|有)?[“]?"
)
_SO_MANY = re.compile(r"[”]?等?(?P<n>[二两三四五六七八九十]|\d{1,2})(?:大|个|座|条)(?!项目)[一-龥]{1,6}")
_RESORT = re.compile(r"(?:度假区|景区|小镇|古镇|旅游区|文旅城|文化城|综合体|乐园)(?:项目)?$")
_WORKS = re.compile(r"[”]?等(?:\d{0,2}|[一二三四五六七八九十]?)(?:个|大)?(?:子|单体|重点|配套)?(?:项目|工程|板块|设施)")
# what a text calls the zone that it is about
OWN_PARK = "(?:全区|(?:该|本|整个)?(?:园区|产业园|工业园|合作区|综保区|保税区|开发区|高新区|经开区|新区|新城))"
_OPENS_WITH_PARK = re.compile(OWN_PARK)
_COSTS = re.compile(r"(?:计划|项目)?(?:总投资|投资|投入)[^，。；、]{2,12}(?:建设)?的[“]?")
_MANY = 3  # works that are planned on the ground of one
_REACH = 4  # clauses from the zone to what it has


def parks(view: View) -> Iterator[Claim]:
    """What a clause says that the zone which its sentence begins with has; all the parks of the text's own zone."""
    for clause in view.clauses:
        yield from _within_clause(view, clause)
        group = view.groups(clause)[0] if clause.mentions else []
        if len(group) > 1 and all(m.type in _LAID for m in group):
            yield from _laid_out(view, clause, group)
        if len(group) < 2 or any(m.type != "Zone" for m in group):
            continue
        whole = _whole(view, clause, group)
        if whole is not None:
            yield from parts_of(view, whole, group, "after", ZONES)
        elif view.home is not None and (_is_home(view, clause, group) or _home_builds(view, clause, group)):
            for m in group:
                yield view.claim("includes", view.home, m.ref, (clause,), "after", (None, span(m)))


def _within_clause(view: View, clause: Clause) -> Iterator[Claim]:
    """柳东新区重点建设甲城、乙园、丙园三大片区; 北部新区规划建设丁园、戊园: a zone's own, in one clause."""
    groups = view.groups(clause)
    for before, group in itertools.pairwise(groups):
        whole = before[-1]
        if whole.type != "Zone" or len(before) > 1 or len(group) < 2 or any(m.type not in _LAID for m in group):
            continue
        if not _HAS_BUILT.fullmatch(view.clean, whole.end, group[0].start):
            continue
        if _counts_all(view, clause, group, _ALL) or all(m.type == "Zone" for m in group):
            yield from parts_of(view, whole, group, "after", {"Zone": _LAID})


def _laid_out(view: View, clause: Clause, group: list[Mention]) -> Iterator[Claim]:
    """甲产业园由乙集团投资，规划建设丙中心、丁中心两大中心: so many works of what its sentence begins with."""
    first = view.clauses[clause.first]
    whole = first.mentions[0] if first.mentions and clause is not first else None
    if whole is None or whole.type not in _LAID or whole in group:
        return
    if whole.start - first.start > 2 and not _COSTS.fullmatch(view.clean, first.start, whole.start):
        return
    planned = _LAYS_OUT.fullmatch(view.clean, clause.start, group[0].start)
    kinds = _LAID if whole.type == "Zone" else frozenset({"Project"})  # a work lies in a zone
    others = any(
        m.type in kinds for c in view.clauses[clause.first : clause.index] for m in c.mentions if m is not whole
    )
    counted = _counts_all(view, clause, group, _SO_MANY)
    resort = len(group) > 2 and _RESORT.search(whole.key) and _WORKS.match(view.clean, group[-1].end, clause.end)
    works = whole.type == "Project" and len(group) >= _MANY and all(m.type == "Project" for m in group)
    if planned and (counted or resort or works) and not others:
        yield from parts_of(view, whole, group, "built", {whole.type: _LAID})


def _whole(view: View, clause: Clause, group: list[Mention]) -> Mention | None:
    """The one zone that governs a clause with a list of parks."""
    if clause.index == clause.first:  # 云岭高新区入园企业160家；|甲园、乙园、丙园三大组团初具规模
        before = view.clauses[view.clauses[clause.index - 1].first] if clause.index else clause
        listed = view.clean[clause.start - 1] == "；" and _counts_all(view, clause, group, _ALL)
        zones = view.subjects(before, PLACES) if listed and group[0].start == clause.start else []
        return zones[0] if len(zones) == 1 and zones[0].type == "Zone" and zones[0] not in group else None
    wholes = view.governing(view.clauses[clause.index - 1], PLACES, _REACH)  # 江东市|云岭高新区…，由甲、乙组成
    wholes = wholes if all(m.type == "Zone" for m in wholes) else []
    if len(wholes) != 1 or wholes[0] in group:
        return None
    start, first = clause.start, group[0].start
    under = _HAS_UNDER.fullmatch(view.clean, start, first)
    built = _HAS_BUILT.fullmatch(view.clean, start, first) and _PARKS.match(view.clean, group[-1].end, clause.end)
    every = first == start and _counts_all(view, clause, group, _ALL)
    return wholes[0] if under or built or every else None


def _is_home(view: View, clause: Clause, group: list[Mention]) -> bool:
    """Whether a clause begins with so many parks of the zone that the text is about: 丙园、丁园两大板块."""
    if view.home is None or view.home.type != "Zone" or group[0].start != clause.start:
        return False
    return _counts_all(view, clause, group, _ALL) and all(m.ref != view.home for m in group)


def _home_builds(view: View, clause: Clause, group: list[Mention]) -> bool:
    """Whether parks are those of the text's own zone: 规划面积9平方公里，建设丙园、丁园两个园区; 园区分为甲、乙片区."""
    home = view.home
    if home is None or home.type != "Zone" or view.governing(clause, PLACES, _REACH) or home in {m.ref for m in group}:
        return False
    divided = _HAS_UNDER.fullmatch(view.clean, clause.start + len(_park_word(view, clause)), group[0].start)
    if divided is not None and "由" not in divided[0]:
        return True
    built = _HAS_BUILT.fullmatch(view.clean, clause.start, group[0].start)
    return built is not None and _counts_all(view, clause, group, _ALL)


def _park_word(view: View, clause: Clause) -> str:
    """The word for the text's own zone with which a clause begins, if any: 园区|分为甲、乙."""
    word = _OPENS_WITH_PARK.match(view.clean, clause.start, clause.end)
    return word[0] if word else ""


def _counts_all(view: View, clause: Clause, group: list[Mention], shape: re.Pattern[str]) -> bool:
    """Whether the words behind a list count as many as it has."""
    number = shape.match(view.clean, group[-1].end, clause.end)
    return number is not None and value_of(number["n"]) == len(group)
