"""Contracted names: 雷山文旅综合体 of 雷山文化旅游综合体, 白鹭河治理 of 白鹭河水环境综合治理.

A contraction keeps what is proper to the full name, and its end; of the plain words between, some are left out, or two
become their first characters. Numbers, directions and names, which tell one thing from another, are no plain words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence, Set

from kg.ontology import load_lexicon

# of these there are several kinds in one place: 白鹭实验小学, 白鹭小学
_OF_KINDS = ("小学", "中学", "学校", "学院", "大学", "幼儿园", "医院", "卫生院")
_PROPER = 2  # characters at the beginning that are never left out
_END = 2  # … and at the end
_LEAST = 4  # characters of a contraction
_PARTNERS = re.compile(r"([一-龥]{2,4})（([一-龥]{2,4})）([一-龥]{2,10})")
_LONGEST = 40  # … and of a name that is contracted


@functools.cache
def _plain() -> frozenset[str]:
    return frozenset(r["name"] for r in load_lexicon().rows("list_words") if r["kind"] == "plain")


def is_contraction(short: str, full: str, own: Set[str] = frozenset()) -> bool:
    """Whether a name contracts a longer one.

    Args:
        short: the name.
        full: the longer one; both without the place before them.
        own: names of the document's own region and those above it, which are left out as plain words are.
    """
    if not _LEAST <= len(short) < len(full) <= _LONGEST or short.endswith(_OF_KINDS):
        return False
    if short[:_PROPER] != full[:_PROPER] or short[-_END:] != full[-_END:] or _begins_plain(full):
        return False
    # where the full name may be read up to, by how much of the short one is used up; a word before may be half in it
    reached = {(_PROPER, _PROPER, False)}
    for at in range(_PROPER, len(full)):
        for used, half in [(used, half) for place, used, half in sorted(reached) if place == at]:
            if not half and used < len(short) and full[at] == short[used]:
                reached.add((at + 1, used + 1, False))
            for word in _words_at(full, at, own):
                if not half:
                    reached.add((at + len(word), used, False))
                if len(word) > 1 and short.startswith(word[0], used):
                    reached.add((at + len(word), used + 1, not half))
    return (len(full), len(short), False) in reached


def of_partners(short: str, full: str) -> bool:
    """Whether a park goes by the first characters of the two places that build it: 江云园 of 江东（云岭）园区.

    So 江云产业园 of 江东云岭现代产业园.
    """
    if short[:2] == full[0] + full[2:3] and len(short) >= _LEAST + 1 and full.endswith(short[2:]):
        return True
    both = _PARTNERS.fullmatch(full)
    if both is None or len(short) < _LEAST:
        return False
    first, second, rest = both.groups()
    return short.removesuffix("区") == f"{first[0]}{second[0]}{rest}".removesuffix("区")


def _begins_plain(name: str) -> bool:
    """Whether a name begins with a plain word, so that nothing in it is its own: 生态产业园."""
    return any(name[:size] in _plain() for size in range(_PROPER, 5))


def _words_at(name: str, at: int, own: Set[str]) -> Sequence[str]:
    """The plain words that begin at a place of a name and leave its end."""
    words = (name[at:end] for end in range(at + 1, min(at + 7, len(name) - _END + 1)))
    return [word for word in words if word in _plain() or word in own]
