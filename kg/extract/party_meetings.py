"""The congress of the Party and its plenums that a clause names in one: one slogan, told whole.

Example: 党的十九大和十九届二中、三中全会精神, called 党的十九大精神. What has a word of its own beside it is another:
党的二十大 of 党的二十大和省第十三次党代会精神, and of 党的二十大以及中央农村工作会议精神. No example: 党的二十大以来.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from kg.extract.evidence import RULED_OUT, TYPES, Evidence
from kg.scan import scan
from kg.types import Span

_SLOGAN = TYPES.index("Slogan")
_NUMBER = "(?:十[六七八九]|二十)"
_WHICH = "[一二三四五六七]中"
_PLENUM = f"{_NUMBER}届(?:历次|{_WHICH}(?:、?{_WHICH}){{0,6}})(?:全会)?"
_MEETING = f"(?:党的)?(?:{_NUMBER}大|{_PLENUM})"
_JOIN = "(?:[、和及与]|以及)"
# what has a spirit of its own: a meeting on the economy, a speech, the congress of a province
_OTHER = (
    f"{_JOIN}(?:中央[一-龥]{{2,6}}会议|习近平总书记|(?:全?[省市县区州]|[一-龥]{{2,6}}?[省市县区州]|自治区)(?:、[省市县区州])?"
    "(?:委|第)[一-龥]{1,12}?(?:党代会|全会|代表大会)(?:会议)?精神)"
)
_ROW = re.compile(f"{_MEETING}(?:{_JOIN}{_MEETING}){{0,7}}(?:精神|(?={_OTHER}))")
_OPENS = re.compile("[党十二]")
_CONGRESS = re.compile(f"(?:党的)?({_NUMBER})大")
_TERM = re.compile(f"({_NUMBER})[大届]")
_SURE = 0.3  # log-odds above the threshold of what is decided here

Floats = npt.NDArray[np.float64]


def party_meetings(clean: str) -> Iterator[tuple[Span, str]]:
    """Where they stand, each with its name: that of the congress where only its own plenums follow."""
    for found in scan(_ROW, _OPENS, clean):
        congress = _CONGRESS.match(found[0])
        terms = set(_TERM.findall(found[0]))
        name = f"党的{congress[1]}大精神" if congress and len(terms) == 1 else found[0]
        yield Span(*found.span()), name


def joined_meetings(clean: str, evidence: Evidence, margin: Floats) -> Floats:
    """(candidates,) what to add to the log-odds of each: the whole is told, neither its parts nor what runs over it."""
    lift = np.zeros(len(margin))
    for span, _ in party_meetings(clean):
        near = np.flatnonzero((evidence.type == _SLOGAN) & (evidence.start < span.end) & (evidence.end > span.start))
        whole = (evidence.start[near] == span.start) & (evidence.end[near] == span.end)
        if whole.any():
            lift[near[whole]] = np.maximum(0.0, _SURE - margin[near[whole]])
            lift[near[~whole]] = RULED_OUT
    return lift
