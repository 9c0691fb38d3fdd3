"""Formulas that count works: “两桥五路” whose pieces are bridges and roads is what is built, no slogan.

No example: “一核三区”, whose pieces are zones, is how a place wants to be laid out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.resolve.found import Found
from kg.resolve.heads import is_section, is_single, whole, zone_heads
from kg.types import Enumeration, Mention, Text

_WATERS = ("港", "湖", "河", "渠")


def formulas_of_works(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those slogans as programmes of which the text explains that their pieces are works."""
    slogans = Found(m for m in mentions if m.type == "Slogan")
    keys = {
        m.key
        for one in text.enumerations
        if one.how == "pieces" and _of_works(text.clean, one)
        for m in slogans.over(one.whole)
        if m.end <= one.whole.end + 1
    }
    return [replace(m, type="Program") if m.type == "Slogan" and m.key in keys else m for m in mentions]


def _of_works(clean: str, one: Enumeration) -> bool:
    """Whether most pieces are roads, bridges, waters and the like."""
    parts = [clean[part.start : part.end] for part in one.parts]
    return len(parts) > 2 and 2 * sum(map(_is_work, parts)) > len(parts)


def _is_work(name: str) -> bool:
    built = is_section(name) or whole(name) or is_single(name) or name.endswith(_WATERS)
    return built and _zone().search(name) is None


@functools.cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"(?:{zone_heads()}|组团|片区|[园城镇谷])\Z")
