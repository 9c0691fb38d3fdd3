"""Coordinated lists: how they are cut, and where an item begins."""

from __future__ import annotations

import re

from kg.extract.names import words
from kg.ontology.lexicon import FOLDER
from kg.types import Span

CLAUSE = re.compile(r"[^，。；：！？\n]+")
_CUTS = re.compile("[、和及与（）“”《》]")
_CHINESE = re.compile("[一-龥]{2,}")


def split_list(clean: str, start: int, end: int, joins: str = "、和及与") -> list[Span]:
    """The items of a list; brackets and quotations are not cut.

    >>> clean = "甲路、乙桥（含匝道、引桥）和丙站"
    >>> [clean[p.start : p.end] for p in split_list(clean, 0, len(clean))]
    ['甲路', '乙桥（含匝道、引桥）', '丙站']
    """
    whole = words("name_words", FOLDER, "holds_join")
    pieces: list[Span] = []
    depth = 0
    last = start
    for found in _CUTS.finditer(clean, start, end):
        i, c = found.start(), found[0]
        if c in "（“《":
            depth += 1
        elif c in "）”》":
            depth = max(0, depth - 1)
        elif depth == 0 and c in joins:
            cut = i
            if c != "、":
                # 和 and its like are also parts of words (和平路, 普及); both sides must be long enough to be names
                if i - last < 2 or end - i - 1 < 2 or clean[i : i + 2] in whole or clean[i - 1 : i + 1] in whole:
                    continue
                cut = i - 1 if clean[i - 1 : i + 1] == "以及" else i
            pieces.append(Span(last, cut))
            last = i + 1
    pieces.append(Span(last, end))
    return [p for p in pieces if p.end > p.start]


def behind_mark(clean: str, at: int, reach: int, marks: str) -> int:
    """The position behind the last of some marks that stand at most `reach` characters before `at`; 0 without one."""
    return max(clean.rfind(mark, max(0, at - reach), at) for mark in marks) + 1


def item_begin(clean: str, head: int, reach: int, marks: str) -> int | None:
    """Where the item of a list begins that goes on to a head word, None where its stem is not plain Chinese.

    Example: in 、店下中学、 it is 店 for the head word 中学; in 、A座中学 there is none.
    """
    begin = behind_mark(clean, head, reach, marks)
    return begin if begin and _CHINESE.fullmatch(clean, begin, head) else None
