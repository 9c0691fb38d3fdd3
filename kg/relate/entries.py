"""The work whose name alone makes the line above, of which the lines below speak without naming it again.

Example: ●滨江大桥⏎北起新桥镇，由明澈路桥承建. No example: 推进滨江大桥建设⏎位于新桥镇…, a heading that says more.
"""

from __future__ import annotations

import bisect
import re

from kg.relate.clauses import ACTORS, Clause, View
from kg.types import Mention

_MARK = re.compile(r"[\s·•●◆■★▲○◎#—\-]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳])?[“]?")
_END = re.compile(r"[”]?(?:建设)?(?:项目|工程)?(?:（[^（）\n]{1,16}）)?[：。\s]*")


def entry_of(view: View, clause: Clause) -> Mention | None:
    """The work of the line above a paragraph, where the clause's sentence has named no other work nor any actor."""
    path = clause.sentence.path
    if not path:
        return None
    works = view.once(_titles)
    at = bisect.bisect_left(works, path[-1].start, key=lambda m: m.start)
    work = works[at] if at < len(works) and works[at].start < path[-1].end else None
    if work is None or work.end > clause.start:
        return None
    before = view.clauses[clause.first : clause.index]
    if any(m.type == "Project" for c in before for m in c.mentions) or view.governing(clause, ACTORS):
        return None
    return work


def _titles(view: View) -> list[Mention]:
    """The names of works that are all of a heading, in order."""
    found: list[Mention] = []
    for heading in dict.fromkeys(c.sentence.path[-1] for c in view.clauses if c.sentence.path):
        named = view.within(heading)
        if len(named) != 1 or named[0].type != "Project":
            continue
        begins = _MARK.fullmatch(view.clean, heading.start, named[0].start)
        if begins and _END.fullmatch(view.clean, named[0].end, heading.end):
            found.append(named[0])
    return sorted(found, key=lambda m: m.start)
