"""Short names of fairs and festivals: 食博会, 红橙节 are those that the document has in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_IN_BRACKETS = re.compile("（[^（）]*）")
_EDITION = re.compile(r"\d|第[一二三四五六七八九十百]+届|首届")
_LEAST = 3  # characters of a short name, unless a word list knows it


def own_fairs(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, short names of fairs with the one long name of the document that they abbreviate as key.

    Example:
        食博会 is the 云岭国际食品博览会 of the text, and no 中国食品博览会, which a word list means and the text does
        not name; 桂花节 is the 第三届白鹭桂花文化旅游节 of the text.
    """
    events = [m for m in mentions if m.type == "Event"]
    written = {m.key: "" for m in events if canonical(clean[m.start : m.end]).endswith(canonical(m.key))}
    out = []
    for m in mentions:
        short = canonical(clean[m.start : m.end])
        if m.type == "Event":
            if ":lexicon" in m.rule:
                own = [k for k in written if _abbreviates(short, k)] if m.key not in clean else []
            else:  # the first word stands whole in the long name
                plain = len(short) >= _LEAST and m.key == short and not _EDITION.search(short)
                own = [k for k in written if short[:2] in k and _abbreviates(short, k)] if plain else []
            own = [k for k in own if k != m.key and len(k) > len(short) + 1]
            own = [k for k in own if not any(k != longer and _abbreviates(k, longer) for longer in own)]
            m = replace(m, key=own[0]) if len(own) == 1 else m
        out.append(m)
    return out


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a longer one in order, the last of both the same."""
    rest = iter(_IN_BRACKETS.sub("", name))
    return short[-1] == name[-1] and all(c in rest for c in short)
