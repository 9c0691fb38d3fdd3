"""How sure a fact is: as sure as its rule, times as sure as the names that it speaks of.

The confidence of a rule (`schema/lexicon/relation_rules.tsv`, which tells of the rules of relations and of attributes)
is its share of right facts between right names; that of a name is the probability which the fitted model of names gives
its surest mention in the document, for what is established once is found again in plainer places. A place that no
mention names (全市) is the document's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.types import Attribute, Claim, Mention, Observation, Ref


def weigh(
    mentions: Iterable[Mention],
    claims: Sequence[Claim],
    attributes: Sequence[Attribute],
    observations: Sequence[Observation],
) -> tuple[list[Claim], list[Attribute], list[Observation]]:
    """The facts of a document with the confidence of their rule times that of their names, to four digits."""
    surest: dict[Ref, float] = {}
    for m in mentions:
        surest[m.ref] = max(surest.get(m.ref, 0.0), m.confidence)

    def sure(rule: float, *names: Ref) -> float:
        for name in names:
            rule *= surest.get(name, 1.0)
        return max(round(rule, 4), 0.0001)

    return (
        [replace(c, confidence=sure(c.confidence, c.head, c.tail)) for c in claims],
        [replace(a, confidence=sure(a.confidence, a.entity)) for a in attributes],
        [replace(o, confidence=sure(o.confidence, o.place)) for o in observations],
    )
