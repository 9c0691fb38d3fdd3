"""Names that a text gives a thing in brackets: 云岭明澈科技有限公司（以下简称“明澈”）, 白鹭大桥（临江二桥）.

Where the brackets say that they hold a name, it is one, and stands for the thing wherever the text has it; without such
a word they do where they hold a name of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.resolve.groups import Groups, Name
from kg.resolve.heads import is_head
from kg.resolve.names import canonical
from kg.types import Mention

Alias = tuple[Mention, Mention]  # a thing, and the mention of its other name

_TYPES = frozenset({"Enterprise", "Organization", "Project", "Zone", "Event", "Program", "Slogan"})
_BRACKETS = re.compile(r"”?（(?P<inside>[^（）\n]{2,60})）")
_SAYS = re.compile(r"(?<=[（，、；：])(?:以下|下文)?(?:统一|均)?(?:简称|下称|以下称)(?:为|：)?(?=.{2})")
_QUOTED = re.compile(r"“(?P<name>[^“”]{2,16})”")
_BARE = re.compile(r"(?P<name>[一-龥A-Za-z0-9·]{2,16})(?=[，；]|$)")
_LEAD = re.compile("(?:即|全称|全名|又称|又名|也称|原名|原|曾用名)：?“?")
# what many are called: （以下简称“公司”）
_ANY = re.compile(
    "(?:本|该|我|标的|目标)?(?:公司|集团|企业|本行|银行|项目|工程|活动|计划|协议|办法|方案|中心|基地|园区|平台)"
)
_LEGAL = re.compile("(?:公司|集团|厂)$")
_SHORT_NAME = re.compile("“?(?P<name>[一-龥A-Za-z]{3,8})”?")
_PART = re.compile("(?:段|标|地块|[院校片东西南北中]区)$")
_SURE = 0.9999  # what a text says itself outweighs what its words look like
_SHORTEST = 3  # characters of a name that is sought in the whole text


def with_aliases(clean: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Alias]]:
    """The mentions with those of other names that brackets give, sorted; and which thing each names.

    A name that brackets say to be one is sought in the whole text; what else was found there gives way, but not longer
    names that hold it.
    """
    mentions = [part for m in mentions for part in _apart(clean, m)]
    widest: dict[int, Mention] = {}
    for m in mentions:
        if m.type in _TYPES and (m.end not in widest or m.start < widest[m.end].start):
            widest[m.end] = m
    by_end = {(m.end, m.type): m for m in mentions}
    aliases = [(m, other) for m in widest.values() for other in _others(clean, m, by_end.get)]
    said = {clean[b.start : b.end]: b for _, b in aliases if b.rule == "alias"}
    return (_said_again(clean, mentions, said) if said else mentions), aliases


def join_aliases(aliases: Sequence[Alias], mentions: Sequence[Mention], groups: Groups[Name]) -> None:
    """Join what the brackets name, under the keys that the mentions have by now."""
    keys = {(m.start, m.end): (m.type, canonical(m.key)) for m in mentions if m.type != "Region"}
    for a, b in aliases:
        one, other = keys.get((a.start, a.end)), keys.get((b.start, b.end))
        if one and other and one[0] == other[0]:
            groups.join(one, other)


def _apart(clean: str, m: Mention) -> list[Mention]:
    """白鹭大桥（临江二桥） in one mention: two mentions, of which the second is another name of the first."""
    at = clean.find("（", m.start + _SHORTEST, m.end)
    if m.type not in _TYPES or at < 0 or clean[m.end - 1] != "）" or m.rule.startswith("table"):
        return [m]
    name = replace(m, end=at, key=canonical(clean[m.start : at]))
    inside = replace(m, start=at + 1, end=m.end - 1, key=canonical(clean[at + 1 : m.end - 1]))
    if "（" in inside.key or "）" in inside.key:
        return [m]
    if _SAYS.search(clean, at + 1, m.end - 1) or _LEAD.match(inside.key):
        return [name]
    whole = re.fullmatch("[一-龥]{4,}", inside.key)
    return [name, inside] if whole and _alike(name.key, inside.key, m.type) else [m]


def _others(clean: str, m: Mention, by_end: Callable[[tuple[int, str]], Mention | None]) -> Iterator[Mention]:
    """The mentions of the other names that brackets behind a mention give."""
    brackets = _BRACKETS.match(clean, m.end)
    if brackets is None:
        return
    start, end = brackets.span("inside")
    if said := _SAYS.search(clean, start, end):
        bare = _BARE.match(clean, said.end(), end)
        for one in list(_QUOTED.finditer(clean, said.end(), end)) or ([bare] if bare else []):
            if not (_ANY.fullmatch(one["name"]) or is_head(one["name"])):
                yield Mention(*one.span("name"), m.type, canonical(one["name"]), "alias", _SURE)
        return
    short = _SHORT_NAME.fullmatch(clean, start, end) if m.type == "Enterprise" else None
    if short and _LEGAL.search(clean, m.start, m.end) and _in_order(short["name"], clean[m.start : m.end]):
        yield Mention(*short.span("name"), m.type, canonical(short["name"]), "alias", _SURE)
        return
    lead = _LEAD.match(clean, start, end)
    other = by_end((end - clean.endswith("”", start, end), m.type))
    whole = other is not None and other.start == (lead.end() if lead else start + clean.startswith("“", start))
    if other and whole and (lead or _alike(clean[m.start : m.end], clean[other.start : other.end], m.type)):
        yield other


def _in_order(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a longer one in order: 江东氨纶 of 江东白鹭氨纶有限公司."""
    rest = iter(name)
    return len(short) < len(name) and all(c in rest for c in short)


def _alike(name: str, other: str, type_: str) -> bool:
    """Whether two names may be those of one thing: two bridges, a company and a shorter name.

    Not 云岭经开区（龙潭片区）, of which the second is a part.
    """
    if type_ == "Enterprise":
        return bool(_LEGAL.search(name)) and len(other) < len(name)
    return name[-1] == other[-1] and (not _PART.search(other) or _PART.search(name) is not None)


def _said_again(clean: str, mentions: Sequence[Mention], said: Mapping[str, Mention]) -> list[Mention]:
    """The mentions with those of said names wherever they stand; places within companies' names go."""
    defined = {(b.start, b.end): b for b in said.values()}
    found = dict(defined)
    if names := sorted((n for n in said if len(n) >= _SHORTEST), key=lambda n: (-len(n), n)):
        for one in re.finditer("|".join(map(re.escape, names)), clean):
            found.setdefault(one.span(), replace(said[one[0]], start=one.start(), end=one.end()))
    taken = _covered(clean, (m for m in mentions if m.type != "Region" and (m.start, m.end) not in found))
    new = {at: m for at, m in found.items() if at in defined or not any(taken[slice(*at)])}
    firms = _covered(clean, (m for m in new.values() if m.type == "Enterprise"))
    kept = [m for m in mentions if (m.start, m.end) not in new and not (m.type == "Region" and firms[m.start])]
    return sorted([*kept, *new.values()], key=lambda m: (m.start, -m.end, m.type, m.key))


def _covered(clean: str, mentions: Iterable[Mention]) -> bytearray:
    """Which characters of a text some mentions cover."""
    covered = bytearray(len(clean))
    for m in mentions:
        covered[m.start : m.end] = b"\1" * (m.end - m.start)
    return covered
