"""Coreference within one document: every mention of one thing gets one key, its fullest name in the document.

Three steps: mentions whose names compare equal are one; a surface has one type throughout a document (its strongest);
a short form joins the full form that it abbreviates where exactly one fits (时代新材 → 株洲时代新材料科技股份有限公司,
高新区 → 株洲高新区).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kg.resolve.names import canonical, company_core, comparable, is_short_form
from kg.types import Mention, Text

Strip = Callable[[str], str]


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
    groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for m in mentions:
        if m.type != "Region":
            groups[m.type, comparable(m.type, m.key)][canonical(m.key)] += 1
    # the fullest name of a group, the more frequent one of two equally long, then by code point
    names = {group: max(found, key=lambda n: (len(n), found[n], n)) for group, found in groups.items()}
    for type_ in ("Enterprise", "Zone", "Organization", "Project"):
        _join_short_forms(type_, names, strip_region)
    return [m if m.type == "Region" else replace(m, key=names[m.type, comparable(m.type, m.key)]) for m in mentions]


def _one_type_each(text: Text, mentions: Sequence[Mention]) -> list[Mention]:
    """A surface means one thing throughout a document: the type with the largest sum of confidences wins."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for m in mentions:
        votes[canonical(text.clean[m.start : m.end])][m.type] += m.confidence  # type: ignore[assignment]
    winner = {s: max(sorted(v), key=lambda t, v=v: v[t]) for s, v in votes.items()}  # type: ignore[misc]
    donor = {(canonical(text.clean[m.start : m.end]), m.type): m.key for m in mentions}
    out = []
    for m in mentions:
        surface = canonical(text.clean[m.start : m.end])
        type_ = winner[surface]
        out.append(m if m.type == type_ else replace(m, type=type_, key=donor[surface, type_]))
    return out


def _join_short_forms(type_: str, names: dict[tuple[str, str], str], strip_region: Strip) -> None:
    """Point short names of one type to the single longer name that they abbreviate."""
    mine = sorted((g for g in names if g[0] == type_), key=lambda g: (len(names[g]), names[g]))
    fits: Callable[[str, str], bool] = _company_fits(strip_region) if type_ == "Enterprise" else _tail_fits
    for i, group in enumerate(mine):
        longer = _distinct(names[g] for g in mine[i + 1 :] if fits(names[group], names[g]))
        if len(longer) == 1:
            names[group] = longer[0]


def _distinct(names: Iterable[str]) -> list[str]:
    return sorted(set(names))


def _company_fits(strip_region: Strip) -> Callable[[str, str], bool]:
    def fits(short: str, full: str) -> bool:
        a, b = strip_region(company_core(short)), strip_region(company_core(full))
        return a == b or is_short_form(a, b)

    return fits


def _tail_fits(short: str, full: str) -> bool:
    """东富工业园 of 醴陵东富工业园: the same name with a place before it."""
    return (
        len(short) >= 3
        and len(full) - len(short) in (2, 3, 4)
        and comparable("Zone", full).endswith(comparable("Zone", short))
    )
