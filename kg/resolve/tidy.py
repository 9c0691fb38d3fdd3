"""Names as an analyst would write them: what is cut off, completed or refused after arbitration has decided.

The trained model sometimes takes a count, a verb or the end of a list along with a name, or takes a kind of things for
one thing. What can be told from the words alone is mended here, for all layers alike; names out of tables stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.resolve.built_houses import built_houses
from kg.resolve.built_whole import as_built
from kg.resolve.halves import whole_again
from kg.resolve.investors import without_investor, without_place
from kg.resolve.no_places import no_place
from kg.resolve.pairs import apart
from kg.resolve.refused import Neighbours, why_refused
from kg.resolve.titles import titled
from kg.resolve.trim import trimmed
from kg.resolve.trim_places import is_bound, without_county
from kg.types import Mention, Rejection

_IN_FULL = re.compile("(?<=..)(?:[市县区旗镇乡村]|街道)$")  # 石桥县


def tidy(clean: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Rejection]]:
    """The mentions with their names put right, sorted as before, and what names nothing.

    Example: 76所农村学校供热改造 → 农村学校供热改造; 东博会等经贸活动 → 东博会; 省级园林镇 of 新增省级园林镇3个 goes.
    """
    beside = Neighbours(mentions)
    titles = {m.end: m.start for m in mentions if m.type == "Honor"}
    firms = {m.start: m.end for m in mentions if m.type == "Enterprise"}
    places = {
        m.start: m.end
        for m in mentions
        if m.type == "Zone" or (m.type == "Region" and _IN_FULL.search(clean, m.start, m.end))
    }
    kept: list[Mention] = []
    refused: list[Rejection] = []
    for m in (one for mention in mentions for one in apart(clean, mention)):
        nowhere = m.type == "Region" and no_place(clean, m)
        if (m.type == "Region" and not nowhere) or m.rule.startswith("table"):
            kept.append(m)
            continue
        reason = "low_confidence" if nowhere or is_bound(clean, m) else why_refused(clean, m, beside)
        own = without_place(clean, without_investor(clean, m, firms), firms, places)
        named = None if reason else _named(clean, own, titles)
        if named is None:
            what = f"{m.type} {clean[m.start : m.end]} ({m.rule})"
            refused.append(Rejection(m.start, m.end, what, reason or "low_confidence"))
        else:
            kept.append(named)
    once = {
        (m.start, m.end, m.type): m for m in reversed(as_built(clean, built_houses(clean, whole_again(clean, kept))))
    }
    return sorted(once.values(), key=lambda m: (m.start, -m.end, m.type, m.key)), refused


def _named(clean: str, m: Mention, titles: Mapping[int, int]) -> Mention | None:
    """A mention with its name put right; None where nothing is left of it."""
    return titled(clean, m, titles) if m.type == "Honor" else trimmed(clean, without_county(clean, m))
