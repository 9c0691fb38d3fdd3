"""The name that a user sees: as the text writes it, never the standard form of a word list that the text lacks.

The key of an entity decides what is one thing and stays; what is shown is chosen from the writings of its mentions
(兰洽会 and not 中国兰州投资贸易洽谈会, 先进制造业 and not 先进制造), unless the text leaves a part of the name out:
甲、乙污水处理厂 name 甲污水处理厂, and 二期 is that of the project before it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.resolve.names import canonical
from kg.resolve.phases import is_phase
from kg.types import Mention, Ref

_MARKS = re.compile("[“”\"'‘’「」『』《》〈〉【】]")
_BLANK = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")  # one between two Latin words stays
_THINGS = frozenset({"Zone", "Organization", "Project", "Enterprise"})  # known by their full name, others by the usual
_SEVERAL = re.compile("[、和与及等]")
# layers that give a mention another key than its words: those of word lists, and of phrases in quote marks
_STANDARD = re.compile(":lexicon|:known|:national|:short|:quoted_")
_EDITION = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|首届|\d{4}年?(?:第[一二三四五六七八九十百\d]+届)?)(?=.{2})")


def written(surface: str) -> str:
    """A name as the text has it, without quote marks and blanks: “青山·中国氢谷” → 青山·中国氢谷."""
    return _BLANK.sub("", _MARKS.sub("", surface)).strip("·•")


def shown_names(clean: str, mentions: Sequence[Mention]) -> dict[Ref, str]:
    """The name that a document gives to each thing, except Regions that a gazetteer knows.

    Args:
        clean: the text.
        mentions: what `within.resolve` gives.
    """
    ends: dict[tuple[int, Ref], int] = {}
    for m in mentions:
        ends[m.start, m.ref] = max(ends.get((m.start, m.ref), 0), m.end)
    whole: dict[Ref, Counter[str]] = defaultdict(Counter)
    standard: set[Ref] = set()
    for m in mentions:
        if m.type == "Region":
            continue
        forms = whole[m.ref]
        if _STANDARD.search(m.rule):
            standard.add(m.ref)
        if m.type == "Program" and ends.get((m.start - 1, m.ref), 0) > m.end:  # the inside of “清风”行动
            continue
        if m.end == ends[m.start, m.ref] and (name := written(clean[m.start : m.end])):
            forms[name] += 1
    return {ref: _shown(ref, forms, standard=ref in standard) for ref, forms in whole.items()}


def _shown(ref: Ref, forms: Mapping[str, int], *, standard: bool) -> str:
    same = sorted((name for name in forms if canonical(name) == ref.key), key=lambda n: (-forms[n], n))
    if same:
        return same[0]
    whole = {name: n for name, n in forms.items() if not _is_part(ref, name)}
    return usual(ref.type, whole) if whole and standard else ref.key


def _is_part(ref: Ref, name: str) -> bool:
    """Whether a writing is a list, or the beginning of a name whose end the list has."""
    if "等" in name and "等" not in ref.key:
        return True
    if ref.type in _THINGS or ref.type == "Event":
        several = _SEVERAL.search(name) is not None and _SEVERAL.search(ref.key) is None
        return several or is_phase(name) or len(name) < 2
    return len(name) < 2


def usual(type_: str, forms: Mapping[str, int]) -> str:
    """The writing of a thing to show: the fullest of a thing, the most frequent of a phrase, the fuller of two."""
    if type_ in _THINGS:
        return max(forms, key=lambda n: (len(n), forms[n], n))
    longer = -1 if type_ in ("Slogan", "Industry") else 1  # 碳达峰碳中和 and not …目标, but 放管服改革
    return max(forms, key=lambda n: (forms[n], longer * len(n), n))


def display(type_: str, said: Iterable[tuple[str, int]]) -> str:
    """The name of an entity of several documents from what each shows, with the number of mentions there.

    >>> display("Event", [("第五届进博会", 1), ("第六届进博会", 2)])
    '进博会'
    """
    forms: Counter[str] = Counter()
    for name, weight in said:
        forms[name] += weight
    if type_ == "Event" and len(forms) > 1:
        plain: Counter[str] = Counter()
        for name, weight in forms.items():
            plain[_EDITION.sub("", name)] += weight
        forms = plain
    return usual(type_, forms)
