"""The name of an administrative division at the start of another name: 株洲 of 株洲时代新材."""

from __future__ import annotations

import functools

from kg.ontology import Gazetteer

_LONGEST = 14  # characters of the longest division's name worth looking for
_LEAST = 2  # characters that must stay when a division's name is taken away


def is_division(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is the full or the short one of a division."""
    return name in gazetteer.full or name in gazetteer.short


def leading_region(name: str, gazetteer: Gazetteer, above: str | None = None) -> tuple[str, int] | None:
    """The code of the division that a name starts with, and the length of its name; None when there is none.

    Where a name belongs to several divisions, the highest is taken (北京 is the city, not a village of that name).

    Args:
        above: the division whose name stands right before; only what lies in it counts then (三江 behind 宜宾 is no
            county of another province).
    """
    for length in range(min(_LONGEST, len(name) - _LEAST), 1, -1):
        head = name[:length]
        codes = gazetteer.full.get(head) or gazetteer.short.get(head)
        if codes and above is not None:
            codes = tuple(code for code in codes if code != above and gazetteer.contains(above, code))
        if codes:
            return codes[0], length
    return None


@functools.lru_cache(maxsize=8192)
def strip_regions(name: str, gazetteer: Gazetteer) -> str:
    """A name without the divisions at its start, each in the one before; at least two characters stay."""
    above = None
    while found := leading_region(name, gazetteer, above):
        above, name = found[0], name[found[1] :]
    return name


def innermost_region(name: str, gazetteer: Gazetteer) -> str | None:
    """The code of the last division of those that a name starts with: 430281 of 湖南醴陵经开区; None without one."""
    code = None
    while found := leading_region(name, gazetteer, code):
        code, name = found[0], name[found[1] :]
    return code
