"""Program, Slogan, Zone, Project or Industry has parts that the text lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.types import Claim, Mention

_WHOLES = frozenset({"Program", "Slogan", "Zone", "Project", "Industry"})
_SUCH = re.compile(
    r"[”》]?(?:（[^（）]*）)?等(?:[\d一二三四五六七八九十百两]{0,4}(?:个|大|项)?)?[^，、。；]{0,8}?[“《]?"
)
_NEXT = re.compile(r"[”》]?(?:为[^，、。；“]{0,10})?的?[“《]?")
_OPEN = re.compile(
    r"[”》]?[^，。；“、]{0,6}(?:，)?[^，。；“、]{0,4}(?:（|：|包括|包含|涵盖|分为|分别是|分别为|即|是指|指的是|指|主要有|—+)[^，。；、]{0,12}?[“《]?"
)
_PHASE = re.compile(r"^[（(]?(?:[一二三四五\d]+期|首期)[）)]?(?:工程|项目)?$")
_COUNTED = re.compile(r"^[“]?[一二三四五六七八九十两\d]")


def includes(view: View) -> Iterator[Claim]:
    """甲、乙、丙等“三大工程”; “三大工程”（甲、乙、丙）; 三大工程：甲、乙; 以甲、乙为主导的产业; a term's definition; phases."""
    for clauses in view.sentences():
        mentions = [m for c in clauses for m in c.mentions]
        groups = view.lists(mentions)
        for i, group in enumerate(groups):
            following = groups[i + 1] if i + 1 < len(groups) else []
            if not following:
                continue
            whole = following[0]
            gap = view.between(group[-1], whole)
            if whole.type in _WHOLES and len(group) > 1 and _SUCH.fullmatch(gap):
                yield from _parts(view, whole, group, "such")
            elif whole.type in _WHOLES and len(group) > 1 and _NEXT.fullmatch(gap):
                yield from _parts(view, whole, group, "before")
            whole = group[-1]
            if whole.type in _WHOLES and _OPEN.fullmatch(view.between(whole, following[0])):
                yield from _parts(view, whole, following, "after")
    yield from _glossary(view)
    yield from _phases(view)


def _parts(view: View, whole: Mention, parts: list[Mention], rule: str) -> Iterator[Claim]:
    for part in parts:
        if part.ref != whole.ref:
            clauses = (view.clause(whole.start), view.clause(part.start))
            yield view.claim("includes", whole.ref, part.ref, clauses, rule, (span(whole), span(part)))


def _glossary(view: View) -> Iterator[Claim]:
    for gloss in view.scene.text.glossary:
        inside = [m for m in view.top if gloss.term.start <= m.start < gloss.term.end]
        parts = [m for m in view.top if gloss.definition.start <= m.start < gloss.definition.end]
        for whole in inside[:1]:
            if whole.type in _WHOLES:
                for group in view.lists(parts):
                    if len(group) > 1:
                        yield from _parts(view, whole, group, "glossary")


def _phases(view: View) -> Iterator[Claim]:
    """玻璃基地二期 is a part of 玻璃基地."""
    names = {m.key: m for m in reversed(view.top) if m.type == "Project"}
    for key, m in sorted(names.items()):
        for size in range(len(key) - 1, max(1, len(key) - 7), -1):
            whole = names.get(key[:size]) or names.get(key[:size] + "项目")
            if whole is not None and _PHASE.match(key[size:]):
                yield view.claim("includes", whole.ref, m.ref, (view.clause(m.start),), "phase", (None, span(m)))
                break
