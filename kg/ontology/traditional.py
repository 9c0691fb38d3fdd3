"""Texts written in traditional characters, read as if written in simplified ones, character by character.

Example: 實現地區生產總值90億元 is read as 实现地区生产总值90亿元. No example: 於潜镇 in a
simplified text, which keeps 於.
"""

from __future__ import annotations

import functools
import re

from kg.ontology.lexicon import load_lexicon

_SAMPLE = 20_000  # characters of a text that tell how it is written
_SHARE = 0.1  # of the Chinese characters; a traditional text has three of ten, names in a simplified one a few in all
_FEW = 3  # so many tell nothing in a short text either: 中昇控股 in a headline

_CHINESE = re.compile("[\u4e00-\u9fff]+")


@functools.cache
def _table() -> dict[int, str]:
    return {ord(row["name"]): row["plain"] for row in load_lexicon().rows("traditional")}


@functools.cache
def _signs() -> re.Pattern[str]:
    """The characters of the usual block that only traditional writing has."""
    return re.compile(f"[{''.join(chr(code) for code in _table() if 0x4E00 <= code <= 0x9FFF)}]")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    found = len(_signs().findall(text, 0, _SAMPLE))
    return found > _FEW and found > _SHARE * sum(m.end() - m.start() for m in _CHINESE.finditer(text, 0, _SAMPLE))


def simplified(text: str) -> str:
    """A text in simplified characters; changes no length."""
    return text.translate(_table())


def in_simplified(text: str) -> str:
    """A text in simplified characters, whichever it is written in."""
    return simplified(text) if is_traditional(text) else text
