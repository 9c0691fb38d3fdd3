"""Texts written in traditional characters, read as if written in simplified ones, character by character.

Example: 實現地區生產總值90億元 is read as 实现地区生产总值90亿元. No example: 於潜镇 in a
simplified text, which keeps 於.
"""

from __future__ import annotations

import functools

from kg.ontology.lexicon import load_lexicon

_SAMPLE = 20_000  # characters of a text that tell how it is written
_SHARE = 0.1  # of the Chinese characters; a traditional text has three of ten, names in a simplified one a few in all
_FEW = 3  # so many tell nothing in a short text either: 中昇控股 in a headline


@functools.cache
def _table() -> dict[int, str]:
    return {ord(row["name"]): row["plain"] for row in load_lexicon().rows("traditional")}


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    table = _table()
    sample = [ord(sign) for sign in text[:_SAMPLE] if "\u4e00" <= sign <= "\u9fff"]
    return sum(1 for code in sample if code in table) > max(_FEW, _SHARE * len(sample))


def simplified(text: str) -> str:
    """A text in simplified characters; changes no length."""
    return text.translate(_table())


def in_simplified(text: str) -> str:
    """A text in simplified characters, whichever it is written in."""
    return simplified(text) if is_traditional(text) else text
