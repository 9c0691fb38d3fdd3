"""The parts of counted names: “六网”（水网、路网、…）, 甲、乙“双园”, “一核两翼”. “一核”指甲，“两翼”指乙、丙."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.relate.clauses import View
from kg.relate.formulas import is_formula
from kg.relate.wholes import EXPLAINED, PARTS, ZONES, parts_of
from kg.types import Claim, Mention, Span

_WHOLES = ("Program", "Slogan", "Industry", "Zone", "Project")
_TOLD = ("note", "pieces")  # an explanation lists what a programme consists of, be it buildings; else they are under it
_LISTED = {**EXPLAINED, "Program": PARTS["Program"] | {"Zone", "Honor", "Event"}}
_PLANS = re.compile(r"(?:规划|布局|建设|打造|按照|形成)(?:建设|布局|了|为)?[“]?$")
_BODIES = re.compile(r"(?:平台|中心|机构|院所|实验室)$")  # “三大平台” of institutes
_GROUNDS = frozenset({"Zone", "Project"})
_OWNED = dict.fromkeys(("Zone", "Project", "Program", "Slogan"), _GROUNDS)  # 启动“美妆小镇”建设，规划甲区、乙区两大板块
_DOES = 3  # characters of a part behind the programme with which it begins


def enumerated(view: View) -> Iterator[Claim]:
    """As many parts as the name counts: “三园一城”（甲园、乙园、丙园、丁城）. None of: “三大优势”明显，甲、乙增长."""
    for whole, parts, how in view.once(counted_names):
        kinds = _OWNED if how == "owned" else EXPLAINED if how in _TOLD or is_formula(whole.key) else _LISTED
        if "产业" in view.surface(whole) and how != "owned":  # “321”产业培育计划
            kinds = {**kinds, "Program": kinds["Program"] | {"Industry"}}
        if _BODIES.search(view.surface(whole).rstrip("”")) and how != "owned":
            kinds = {**kinds, "Program": kinds["Program"] | {"Organization"}}
        yield from parts_of(view, whole, parts, "enumerated", kinds)
        planner = _planner(view, whole, parts)
        if planner is not None and all(m.type in (*_GROUNDS, "Organization") for m in parts):
            laid = {"Project": _GROUNDS | {"Organization"}, "Zone": frozenset({"Zone"})}
            yield from parts_of(view, planner, parts, "enumerated", laid)
        before = _zone_before(view, whole, parts)
        if before is not None and all(m.type == "Zone" for m in parts):
            yield from parts_of(view, before, parts, "enumerated", ZONES)


def counted_names(view: View) -> Iterator[tuple[Mention, list[Mention], str]]:
    """The counted names of a text with the mentions of their parts, and where these stand."""
    mentions = view.scene.mentions
    starts = [m.start for m in mentions]
    for one in view.scene.text.enumerations:
        types = _WHOLES if one.how in (*_TOLD, "owned") else _WHOLES[:3]
        over = [m for m in _over(mentions, starts, one.whole) if m.type in types and _apart(m, one.parts)]
        if not over:
            continue
        name = min(over, key=lambda m: (m.type not in _WHOLES[:3], -(m.end - m.start)))
        parts = [
            m for part in one.parts if (m := _best(mentions, starts, part, name.type)) is not None and m.ref != name.ref
        ]
        if one.how == "owned" and any(m.key.endswith(name.key) for m in parts):
            continue  # 污水处理厂包括甲污水处理厂、乙污水处理厂: a kind
        if 2 * len(parts) >= len(one.parts):
            yield name, parts, one.how


def _apart(m: Mention, parts: Sequence[Span]) -> bool:
    """Whether a name has none of the parts in it, or all of them: “甲、乙”两大战略. Not so: 甲、乙两座水厂."""
    inside = sum(m.start < part.end and part.start < m.end for part in parts)
    return inside == 0 or (inside == len(parts) and m.type in _WHOLES[:3])


def _zone_before(view: View, whole: Mention, parts: list[Mention]) -> Mention | None:
    """The zone whose formula a name is: 云岭高新区|“一区三园”."""
    clause = view.clause(whole.start)
    before = [m for m in view.before(clause, whole) if m.end <= whole.start]
    if not before or before[-1].type != "Zone" or before[-1] in parts:
        return None
    return before[-1] if view.between(before[-1], whole) in ("", "“", "的", "的“") else None


def _planner(view: View, whole: Mention, parts: list[Mention]) -> Mention | None:
    """The project or zone that is laid out by a formula: 甲健康城总投资9亿元，规划“一院两中心”，包括乙医院、…."""
    clause = view.clause(whole.start)
    opens = view.clauses[clause.first].mentions[:1]
    if not opens or opens[0].type not in _GROUNDS or opens[0] in parts or opens[0].ref == whole.ref:
        return None
    if opens[0].start - view.clauses[clause.first].start > 2:
        return None
    return opens[0] if _PLANS.search(view.clean, view.lead(clause, whole.start), whole.start) else None


def _over(mentions: Sequence[Mention], starts: Sequence[int], stretch: Span) -> list[Mention]:
    """The mentions that have characters of a stretch; names of 60 characters and more are none."""
    first, last = bisect_left(starts, stretch.start - 60), bisect_left(starts, stretch.end)
    return [m for m in mentions[first:last] if m.end > stretch.start]


def _best(mentions: Sequence[Mention], starts: Sequence[int], part: Span, kind: str) -> Mention | None:
    """The mention that says most of a part, and no more than it with its quote marks and head word.

    A programme with which the part of one begins is that, whatever it does: 场镇提升行动|打造甲特色小镇.
    """
    begins = [
        m
        for m in _over(mentions, starts, part)
        if kind == m.type == "Program" and m.start in (part.start, part.start - 1)
    ]
    if begins and part.end - max(m.end for m in begins) > _DOES:
        return max(begins, key=lambda m: m.end)
    size = part.end - part.start
    over = [
        m
        for m in _over(mentions, starts, part)
        if m.start >= part.start - 1 and m.end <= part.end + 8 and 3 * (min(m.end, part.end) - m.start) >= size
    ]
    return max(
        over,
        key=lambda m: (min(m.end, part.end) - max(m.start, part.start), m.type != "Region", m.start - m.end),
        default=None,
    )
