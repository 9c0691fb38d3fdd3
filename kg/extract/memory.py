"""Document memory: a name established once in a document is found again wherever it stands.

Quote marks and head words fall away later (“净地”行动 … 净地行动 … “净地”), a list gives a name that the next
paragraph uses bare. Every occurrence becomes a mention of its own, with the rule `memory`.
"""

from __future__ import annotations

from collections.abc import Sequence

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from kg.types import Mention, Text

DISCOUNT = 0.9  # how much less sure a remembered mention is than the surest one of its name
MIN_CONFIDENCE = 0.5  # only names at least this sure are remembered
# shortest surface that may be looked for again, by type: short words of these types are ordinary words elsewhere
MIN_LENGTH = {"Enterprise": 2, "Zone": 3, "Organization": 3, "Slogan": 2, "Program": 3}
QUOTES = "“”‘’《》"


def remember(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The further occurrences of accepted names that no accepted mention covers or crosses.

    Args:
        text: the document.
        mentions: the accepted mentions, sorted by position.

    Returns:
        proposals for another arbitration.
    """
    known: dict[str, Mention] = {}
    for m in mentions:
        # the region layer looks at every occurrence itself, with what stands around it
        if m.confidence < MIN_CONFIDENCE or m.type == "Region":
            continue
        surface = text.clean[m.start : m.end].strip(QUOTES)
        if len(surface) < MIN_LENGTH.get(m.type, 3) or surface.isdigit():
            continue
        if surface not in known or known[surface].confidence < m.confidence:
            known[surface] = m
    if not known:
        return []
    surfaces = sorted(known)
    automaton = CharwiseDoubleArrayAhoCorasick(surfaces, MATCH_KIND_LEFTMOST_LONGEST)
    seen = {(m.start, m.end) for m in mentions}
    out = []
    for start, end, index in automaton.find(text.clean):
        m = known[surfaces[index]]
        if (start, end) not in seen and _free(start, end, mentions) and _whole_word(text.clean, start, end, m):
            out.append(Mention(start, end, m.type, m.key, "memory", round(m.confidence * DISCOUNT, 4)))
    return out


def _free(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    low, high = 0, len(mentions)
    while low < high:
        middle = (low + high) // 2
        if mentions[middle].start < start - 60:
            low = middle + 1
        else:
            high = middle
    for m in mentions[low:]:
        if m.start >= end:
            return True
        if m.end > start:
            return False
    return True


def _whole_word(clean: str, start: int, end: int, m: Mention) -> bool:
    """A short Latin name must not be cut out of a longer Latin word."""
    before, after = clean[start - 1 : start], clean[end : end + 1]
    cut_left = before.isascii() and before.isalnum() and clean[start].isascii()
    cut_right = after.isascii() and after.isalnum() and clean[end - 1].isascii()
    return not (cut_left or cut_right) and m.end - m.start >= 2
