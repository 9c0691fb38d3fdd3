"""The one place where overlapping candidates are decided.

Each candidate comes with its log-odds of being a name of its type, as the fitted model sees it (`kg.extract.fusion`).
From the strongest to the weakest, a candidate is taken when it is surer than its type's threshold and does not overlap
a stronger one, or nests inside it (or around it) in a way that people read as two things: a Region in the name of a
Zone. Places and industries are so easily known that they come last inside a longer name in which they may not stand:
in 海口白鹭制药 the place is part of the company's name, however sure it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kg.types import Mention, Rejection

# outer type → types that may stand inside its name as mentions of their own (a place inside a company's name may not)
NESTS: dict[str, frozenset[str]] = {
    "Project": frozenset({"Region", "Zone", "Enterprise", "Organization", "Slogan"}),
    "Zone": frozenset({"Region", "Zone"}),
    "Organization": frozenset({"Region", "Zone", "Organization"}),
    "Event": frozenset({"Region", "Zone", "Project", "Enterprise", "Organization", "Slogan"}),
    "Program": frozenset({"Region", "Zone", "Slogan", "Program"}),
    "Slogan": frozenset({"Region", "Slogan"}),
    "Industry": frozenset({"Region"}),
}
PARENT = "organization:parent"  # 江东大学 of 江东大学云岭研究院; 江东日报客户端 is one body
PARTS = ("Region", "Industry")  # what is part of many names
WHOLES = frozenset({"Enterprise", "Organization", "Zone", "Project", "Event", "Honor"})
LENGTH_BONUS = 0.1  # in log-odds, for each character up to twelve: of two equally sure names the fuller one


class Weighed(NamedTuple):
    """A mention and how far its log-odds lie above the threshold of its type (negative: below)."""

    mention: Mention
    margin: float


def arbitrate(candidates: Sequence[Weighed]) -> tuple[list[Mention], list[Weighed]]:
    """Choose among overlapping candidates, of which no two have one span and type.

    Returns:
        (accepted, refused), both sorted by position; refused ones lost to an overlapping stronger one or were too weak.
    """
    wholes = sorted((c.mention for c in candidates if c.margin >= 0 and c.mention.type in WHOLES), key=_order)
    begins = [m.start for m in wholes]
    reach = max((m.end - m.start for m in wholes), default=0)

    def rank(c: Weighed) -> tuple[bool, float, int, int, str]:
        m = c.mention
        return (_is_part(m, wholes, begins, reach), -_score(c), m.start, -m.end, m.type)

    ranked = sorted(candidates, key=rank)
    taken: list[Mention] = []
    starts: list[int] = []
    refused: list[Weighed] = []
    longest = 0
    for c in ranked:
        m = c.mention
        if c.margin >= 0 and _fits(m, taken, starts, longest):
            at = bisect_left(starts, m.start)
            starts.insert(at, m.start)
            taken.insert(at, m)
            longest = max(longest, m.end - m.start)
        else:
            refused.append(c)
    return sorted(taken, key=_order), sorted(refused, key=lambda c: _order(c.mention))


def rejections(text: str, refused: Sequence[Weighed]) -> list[Rejection]:
    """What layers proposed and arbitration refused, as rows for the table `rejected`."""
    return [
        Rejection(
            m.start,
            m.end,
            f"{m.type} {text[m.start : m.end]} ({m.rule})",
            "low_confidence" if margin < 0 else "overlap",
        )
        for m, margin in refused
    ]


def _order(m: Mention) -> tuple[int, int, str]:
    return (m.start, -m.end, m.type)


def _score(c: Weighed) -> float:
    return c.margin + LENGTH_BONUS * min(c.mention.end - c.mention.start, 12)


def _is_part(m: Mention, wholes: Sequence[Mention], begins: Sequence[int], reach: int) -> bool:
    """Whether a place or an industry lies within a longer name, sure enough to be taken, in which it may not stand."""
    if m.type not in PARTS:
        return False
    for i in range(bisect_left(begins, m.end - reach), bisect_left(begins, m.start + 1)):
        whole = wholes[i]
        longer = whole.end - whole.start > m.end - m.start
        if longer and m.end <= whole.end and m.type not in NESTS.get(whole.type, frozenset()):
            return True
    return False


def _fits(m: Mention, taken: Sequence[Mention], starts: Sequence[int], longest: int) -> bool:
    for i in range(bisect_left(starts, m.start - longest), bisect_left(starts, m.end)):
        other = taken[i]
        if other.end <= m.start:
            continue
        if m.start <= other.start and other.end <= m.end:
            outer, inner = m, other
        elif other.start <= m.start and m.end <= other.end:
            outer, inner = other, m
        else:
            return False
        same = (outer.start, outer.end) == (inner.start, inner.end)
        if same or inner.type not in NESTS.get(outer.type, frozenset()):
            return False
        if inner.type == outer.type == "Organization" and inner.rule != PARENT:
            return False
    return True
