"""Coreference within one document: every mention of one thing gets one key, its fullest name in the document.

Three steps: a surface has one type throughout a document (the one that its mentions make most probable together);
mentions whose names compare equal are one; a short form joins the full form that it abbreviates where exactly one fits
(时代新材 → 株洲时代新材料科技股份有限公司, 高新区 → 株洲高新区).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.resolve.names import canonical, company_core, comparable, is_short_form, loose
from kg.types import Mention, Text

_QUOTING = ("Program", "Slogan")
_QUOTED = re.compile("“([^“”]{2,20})”")

Strip = Callable[[str], str]
Name = tuple[str, str]  # type and canonical name

# types of which a name may stand without the place in front of it, and how much of the name must stay
_PLACED = {"Zone": 3, "Organization": 4, "Project": 3, "Program": 4, "Event": 4, "Honor": 4}


def resolve(text: Text, mentions: Sequence[Mention], strip_region: Strip) -> list[Mention]:
    """Give all mentions of one thing one key.

    Args:
        text: the document.
        mentions: what extraction accepted, sorted.
        strip_region: takes the name of an administrative division from the start of a name (株洲时代新材 → 时代新材).

    Returns:
        the mentions in the same order, with new keys (Regions that the gazetteer knows keep their codes).
    """
    mentions = _one_type_each(text, mentions)
    count: Counter[Name] = Counter()
    groups = _Groups()
    for m in mentions:
        if m.type == "Region":
            continue
        name = (m.type, canonical(m.key))
        count[name] += 1
        for written in (m.key, text.clean[m.start : m.end]):
            for form in sorted(loose(m.type, written)):
                groups.join(name, (m.type, "=" + form))
    _join_quoted(text, mentions, groups)
    for type_ in sorted({t for t, _ in count}):
        _join_short_forms(type_, sorted(n for t, n in count if t == type_), groups, strip_region)
    fullest: dict[Name, str] = {}
    # the fullest name of a group, the more frequent one of two equally long, then by code point
    for name in sorted(count, key=lambda n: (len(n[1]), count[n], n[1])):
        fullest[groups.root(name)] = name[1]
    return [
        m if m.type == "Region" else replace(m, key=fullest[groups.root((m.type, canonical(m.key)))]) for m in mentions
    ]


def _one_type_each(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """A surface means one thing throughout a document: the type with the most evidence, as sum of log-odds, wins."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    for m in mentions:
        of = votes[canonical(text.clean[m.start : m.end])]
        of[m.type] = of.get(m.type, 0.0) - math.log(max(1.0 - m.confidence, 1e-4))
    winner = {s: max(sorted(v), key=v.__getitem__) for s, v in votes.items()}
    donor = {(canonical(text.clean[m.start : m.end]), m.type): m.key for m in mentions}
    out = []
    for m in mentions:
        surface = canonical(text.clean[m.start : m.end])
        type_ = winner[surface]
        out.append(m if m.type == type_ else replace(m, type=type_, key=donor[surface, type_]))
    return out


class _Groups:
    """Union-find over names and the forms that they share."""

    def __init__(self) -> None:
        self.parent: dict[Name, Name] = {}

    def root(self, x: Name) -> Name:
        self.parent.setdefault(x, x)
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, a: Name, b: Name) -> None:
        a, b = self.root(a), self.root(b)
        self.parent[max(a, b)] = min(a, b)


def _join_quoted(text: Text, mentions: Sequence[Mention], groups: _Groups) -> None:
    """A phrase that stands alone and in quote marks with more around it is one: 马上办 and “马上办”服务模式."""
    alone = {(m.type, comparable(m.type, m.key)): (m.type, canonical(m.key)) for m in mentions if m.type in _QUOTING}
    for m in mentions:
        if m.type in _QUOTING and len(quoted := _QUOTED.findall(text.clean[m.start : m.end])) == 1:
            core = alone.get((m.type, comparable(m.type, quoted[0])))
            if core:
                groups.join((m.type, canonical(m.key)), core)


def _join_short_forms(type_: str, names: Sequence[str], groups: _Groups, strip_region: Strip) -> None:
    """Join each name to the single thing with a longer name that it abbreviates, the longest names first."""
    if type_ == "Enterprise":
        fits = _company_forms(names, strip_region)
    elif type_ in _PLACED:
        fits = _place_forms(type_, names, strip_region)
    else:
        return
    for short in sorted(names, key=lambda n: (-len(n), n)):
        longer = [full for full in fits(short) if len(full) > len(short)]
        if len({groups.root((type_, full)) for full in longer}) == 1:
            groups.join((type_, short), (type_, longer[0]))


def _company_forms(names: Sequence[str], strip_region: Strip) -> Callable[[str], list[str]]:
    """The companies that a short name may mean."""
    cores = {name: strip_region(company_core(name)) for name in names}
    begins: dict[str, list[str]] = defaultdict(list)
    for name in names:
        begins[cores[name][:2]].append(name)

    def fits(short: str) -> list[str]:
        core = cores[short]
        return [full for full in begins[core[:2]] if cores[full] == core or is_short_form(core, cores[full])]

    return fits


def _place_forms(type_: str, names: Sequence[str], strip_region: Strip) -> Callable[[str], list[str]]:
    """The names that are a short one with a place, or another short word, before it: 醴陵东富工业园 of 东富工业园."""
    tails: dict[str, set[str]] = defaultdict(set)
    for name in names:
        tails[comparable(type_, strip_region(name))].add(name)
        if type_ in ("Zone", "Organization", "Project"):
            form = comparable(type_, name)
            for cut in (2, 3, 4):
                tails[form[cut:]].add(name)

    def fits(short: str) -> list[str]:
        return sorted(tails.get(comparable(type_, short), ())) if len(short) >= _PLACED[type_] else []

    return fits
