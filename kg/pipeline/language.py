"""Telling a text that is not Chinese: the rules and models read Chinese and find little else in it than noise."""

from __future__ import annotations

import re

LEAST = 0.1  # of the characters of a Chinese text, digits and signs apart, far more than this are Chinese

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def hardly_chinese(texts: list[str]) -> str | None:
    """A note on texts of which hardly any letter is Chinese; None for all others, and for those that hold nothing.

    Example:
        >>> hardly_chinese(["The zone was founded in the city of Zhuzhou (株洲) in 1992."])
        'it holds hardly any Chinese: 2 of 39 characters'
    """
    chinese = sum(len(found) for text in texts for found in _CHINESE.findall(text))
    letters = sum(len(found) for text in texts for found in _LETTERS.findall(text))
    whole = letters or sum(not c.isspace() for text in texts for c in text)
    if not whole or chinese >= LEAST * whole:
        return None
    return f"it holds hardly any Chinese: {chinese:,} of {whole:,} characters"
