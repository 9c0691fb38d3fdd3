"""The divisions above each division that a document speaks of, up to its province, as relations `part_of`.

`kg.relate.part_of` states the step above a division that stands in a clause. What stands in tables alone, what is only
the document's own place, and the divisions that are themselves only above others have theirs from here: a county of
益阳市 brings 湖南省 along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ontology import Gazetteer, Lexicon
from kg.relate.clauses import confidences
from kg.types import Attribute, Claim, Mention, Observation, Ref, Span, Text

Fact = Claim | Attribute | Observation

RULE = "part_of:gazetteer"

_REACH = 60  # characters at most on either side of a name, when its clause is shown
_STOP = re.compile(r"[，；。！？\n]")


def steps_above(
    text: Text,
    mentions: list[Mention],
    facts: list[Fact],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> list[Claim]:
    """The steps up that no claim states yet; each with the clause of the lower division, or of what led to it."""
    stated = {f.head.key for f in facts if isinstance(f, Claim) and f.type == "part_of"}
    confidence = confidences(lexicon)[RULE]
    out = []
    for key, (start, end, at) in sorted(_places(text, mentions, facts).items()):
        while key in gazetteer and (above := gazetteer.parents(key)):
            if key not in stated:
                stated.add(key)
                head, tail = Ref("Region", key), Ref("Region", above[0])
                year = text.document.year
                out.append(Claim(head, "part_of", tail, start, end, RULE, confidence, at, year=year))
            key, at = above[0], None
    return out


def _places(text: Text, mentions: list[Mention], facts: list[Fact]) -> dict[str, tuple[int, int, Span | None]]:
    """For each division the stretch of text that speaks of it, and its name in there if it stands there."""
    found: dict[str, tuple[int, int, Span | None]] = {}
    for m in mentions:
        if m.type == "Region" and m.key not in found:
            found[m.key] = (*_clause(text.clean, m.start, m.end), Span(m.start, m.end))
    for fact in facts:
        for ref in _refs(fact):
            if ref.type == "Region":
                found.setdefault(ref.key, (fact.start, fact.end, None))
    home, title = text.document.region, text.clean.partition("\n")[0]
    if home and home.type == "Region" and title:
        found.setdefault(home.key, (0, len(title[:_REACH]), None))
    return found


def _refs(fact: Fact) -> Iterator[Ref]:
    if isinstance(fact, Claim):
        yield from (fact.head, fact.tail)
    else:
        yield fact.entity if isinstance(fact, Attribute) else fact.place


def _clause(clean: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a name."""
    low = max(0, start - _REACH)
    stops = [m.end() for m in _STOP.finditer(clean, low, start)]
    after = _STOP.search(clean, end, min(len(clean), end + _REACH))
    return (stops[-1] if stops else low), (after.start() if after else min(len(clean), end + _REACH))
