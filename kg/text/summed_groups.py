"""Formulas whose groups are summed up behind their lists: “321”体系（甲、乙、丙三大产业，丁、戊两大产业，己产业）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.ontology.lexicon import Lexicon
from kg.text.counts import counted
from kg.text.parts_of_lists import read_list
from kg.types import Enumeration, Span

_GROUP = re.compile(
    r"(?:(?<=[，。；：（和及、与])|\A)(?P<list>[^，。；：（）\n]{4,90}?)(?P<n>十[一二]?|[二两三四五六七八九]|\d{1,2})"
    r"(?:大|个|条|类)(?P<what>[^，。；、：（）“”\d\n]{2,8}?)(?=[，。；）和、与及\n]|$)"
)
_ONE = re.compile(
    r"(?:以及|[和与、，及])(?:1个|一个|一大)?(?P<one>[^，。；、：（）“”\d\n]{2,10}?)(?:这一|一个|一大)?(?=[，。；）\n]|$)"
)


def by_sums(
    clean: str, whole: Span, tail: str, sizes: Sequence[int], region: Span, lexicon: Lexicon
) -> Iterator[Enumeration]:
    """The lists of a stretch whose counts are those of a formula, in its order; one alone may be the last.

    No match in: “321”体系（甲、乙两大产业，丙、丁两大产业）.
    """
    parts: list[Span] = []
    at, left = region.start, [*sizes]
    while left and left[0] != 1:
        found = _GROUP.search(clean, at, region.end)
        number = counted(found["n"] + "个某") if found else None
        if found is None or number is None or number.size != left[0]:
            return
        listed = read_list(clean, Span(*found.span("list")), number.size, lexicon, strict=False)
        if not listed:
            return
        parts += listed
        at, left = found.end(), left[1:]
    if left == [1] and parts and (one := _ONE.match(clean, at, region.end)):
        parts.append(Span(*one.span("one")))
        left = []
    if not left and len(parts) > 2:
        yield Enumeration(whole, tail, tuple(parts), "pieces")
