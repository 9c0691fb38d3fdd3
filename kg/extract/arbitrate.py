"""The one place where overlapping proposals are decided.

Each layer proposes mentions with its own confidence. Proposals with the same span and type are one whose confidence is
that of independent witnesses (1 - Π(1 - c)). Then, from the strongest to the weakest, a proposal is taken when it does
not overlap a stronger one, or nests inside it (or around it) in a way that people read as two things: a Region in the
name of a Zone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.types import Mention, Rejection

# outer type → types that may stand inside its name as mentions of their own (a place inside a company's name may not)
NESTS: dict[str, frozenset[str]] = {
    "Project": frozenset({"Region", "Zone", "Enterprise", "Organization", "Slogan"}),
    "Zone": frozenset({"Region", "Zone"}),
    "Organization": frozenset({"Region", "Zone"}),
    "Event": frozenset({"Region", "Zone"}),
    "Program": frozenset({"Region", "Slogan", "Program"}),
    "Slogan": frozenset({"Region", "Slogan"}),
    "Industry": frozenset({"Region"}),
}
MIN_CONFIDENCE = 0.3
LENGTH_BONUS = 0.012  # for each character up to twelve: of two equally sure names the fuller one


def arbitrate(proposals: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Choose among overlapping proposals.

    Returns:
        (accepted, refused), both sorted by position; refused ones lost to an overlapping stronger one or were too weak.
    """
    ranked = sorted(_witnesses(proposals), key=lambda m: (-_score(m), m.start, -m.end, m.type))
    taken: list[Mention] = []
    starts: list[int] = []
    refused: list[Mention] = []
    longest = 0
    for m in ranked:
        if m.confidence >= MIN_CONFIDENCE and _fits(m, taken, starts, longest):
            at = bisect_left(starts, m.start)
            starts.insert(at, m.start)
            taken.insert(at, m)
            longest = max(longest, m.end - m.start)
        else:
            refused.append(m)
    order = lambda m: (m.start, -m.end, m.type)  # noqa: E731
    return sorted(taken, key=order), sorted(refused, key=order)


def rejections(text: str, refused: Sequence[Mention]) -> list[Rejection]:
    """The refused proposals as rows for the table `rejected`."""
    return [
        Rejection(
            m.start,
            m.end,
            f"{m.type} {text[m.start : m.end]} ({m.rule})",
            "low_confidence" if m.confidence < MIN_CONFIDENCE else "overlap",
        )
        for m in refused
    ]


def _witnesses(proposals: Iterable[Mention]) -> list[Mention]:
    best: dict[tuple[int, int, str], list[Mention]] = {}
    for m in proposals:
        best.setdefault((m.start, m.end, m.type), []).append(m)
    out = []
    for group in best.values():
        # a rule knows what a name is called (the code of a place, a list's own spelling), the tagger only where it stands
        strongest = max(group, key=lambda m: (m.rule != "tagger", m.confidence, m.rule))
        doubt = 1.0
        for family in {m.rule.partition(":")[0] for m in group}:  # two rules of one layer are not independent
            doubt *= 1.0 - max(m.confidence for m in group if m.rule.partition(":")[0] == family)
        out.append(replace(strongest, confidence=round(1.0 - doubt, 4)))
    return out


def _score(m: Mention) -> float:
    return m.confidence + LENGTH_BONUS * min(m.end - m.start, 12)


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
    return True
