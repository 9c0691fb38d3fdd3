"""What the page's search box needs to find Chinese names by their sounds: 旗滨 by qibin and by qb."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any


def pinyin_index(names: Iterable[str]) -> dict[str, Any]:
    """The usual sound of each character, and the names in which a character sounds otherwise (重庆: chong, not zhong).

    Returns:
        `usual`: character → syllable; `other`: name → its syllables, one for each character, parted by blanks.
    """
    from pypinyin.seg.mmseg import seg  # its dictionary takes half a second

    sounds: dict[str, Sequence[str]] = {}
    votes: dict[str, Counter[str]] = {}
    for name in sorted(set(names)):
        if name.isascii():
            continue
        spoken = [sound for word in seg.cut(name) for sound in _spoken(word)]
        if len(spoken) != len(name):
            continue
        sounds[name] = spoken
        for c, sound in zip(name, spoken, strict=True):
            if not c.isascii():
                votes.setdefault(c, Counter())[sound] += 1
    usual = {c: min(counted, key=lambda s: (-counted[s], s)) for c, counted in sorted(votes.items())}
    other = {
        name: " ".join(spoken)
        for name, spoken in sounds.items()
        if any(usual.get(c, c) != sound for c, sound in zip(name, spoken, strict=True))
    }
    return {"usual": usual, "other": other}


@functools.lru_cache(maxsize=100_000)
def _spoken(word: str) -> tuple[str, ...]:
    """One sound for each character; pypinyin's own words tell characters of several sounds apart."""
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(word, style=Style.NORMAL, errors=list))  # type: ignore[arg-type]  # one item a character
