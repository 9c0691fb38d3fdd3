"""What is said of the spans that cross, hold or lie within a candidate."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import Evidence

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]

_PAIRS = 1_000_000  # looked at in one portion: in a row of the same word each span overlaps with dozens
_RELATIONS = ("crosses", "around", "within")
AROUND = (
    "tagger_other_type", "rule_other_type",
    *(f"{source}_{how}_{whose}" for how in _RELATIONS for whose in ("same", "other") for source in ("rule", "tagger")),
    "variant", "mass",
)  # fmt: skip


def overlaps(start: Longs, end: Longs, most: int = _PAIRS) -> Iterator[tuple[Longs, Longs]]:
    """All pairs (i, j), i < j, of overlapping spans that are sorted by start, in portions of bounded size."""
    last = np.searchsorted(start, end, "left")
    count = np.maximum(last - np.arange(len(start)) - 1, 0)
    before = np.concatenate([[0], np.cumsum(count)])
    first = 0
    while first < len(start):
        until = max(int(np.searchsorted(before, before[first] + most, "right")) - 1, first + 1)
        part = count[first:until]
        i = np.repeat(np.arange(first, until), part)
        yield i, np.arange(len(i)) - np.repeat(before[first:until] - before[first], part) + i + 1
        first = until


def around(e: Evidence, rule: Floats, tagged: Floats) -> dict[str, Floats]:
    """The best evidence for spans that cross, hold or lie within a candidate, of its type and of others."""
    out = {name: np.zeros(len(e)) for name in AROUND}
    mass = np.zeros(len(e))
    either = np.maximum(rule, tagged)
    for turned in (False, True):
        for i, j in overlaps(e.start, e.end):
            i, j = (j, i) if turned else (i, j)
            same_span = (e.start[i] == e.start[j]) & (e.end[i] == e.end[j])
            holds = (e.start[j] <= e.start[i]) & (e.end[j] >= e.end[i]) & ~same_span  # j around i
            lies = (e.start[j] >= e.start[i]) & (e.end[j] <= e.end[i]) & ~same_span  # j within i
            same = e.type[i] == e.type[j]
            for how, which in zip(_RELATIONS, (~holds & ~lies & ~same_span, holds, lies), strict=True):
                for whose, typed in (("same", same), ("other", ~same)):
                    at = which & typed
                    for source, value in (("rule", rule), ("tagger", tagged)):
                        np.maximum.at(out[f"{source}_{how}_{whose}"], i[at], value[j[at]])
            np.maximum.at(out["rule_other_type"], i[same_span], rule[j[same_span]])
            np.maximum.at(out["tagger_other_type"], i[same_span], tagged[j[same_span]])
            edge = (holds | lies) & same & (e.start[i] == e.start[j])  # the same name with or without its head word
            np.maximum.at(out["variant"], i[edge], either[j[edge]])
            np.add.at(mass, i[same], tagged[j[same]])
    out["mass"] = np.minimum(tagged + mass, 1.5)
    return out
