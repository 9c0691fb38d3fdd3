"""Short names of fairs: 食博会 is the one that the document has in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_IN_BRACKETS = re.compile("（[^（）]*）")


def own_fairs(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, short names of fairs with the long name that the document has rather than that of a word list.

    Example:
        食博会 is the 云岭国际食品博览会 of the text, and no 中国食品博览会, which the text does not name.
    """
    written = {m.key: "" for m in mentions if m.type == "Event" and canonical(clean[m.start : m.end]).endswith(m.key)}
    out = []
    for m in mentions:
        short = clean[m.start : m.end]
        if m.type == "Event" and ":lexicon" in m.rule and len(short) < len(m.key) and m.key not in clean:
            own = [k for k in written if k != m.key and len(k) > len(short) + 1 and _abbreviates(short, k)]
            m = replace(m, key=own[0]) if len(own) == 1 else m
        out.append(m)
    return out


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a longer one in order, the last of both the same."""
    rest = iter(_IN_BRACKETS.sub("", name))
    return short[-1] == name[-1] and all(c in rest for c in short)
