"""Whom 两家公司, 后者, 该项目 and 公司 at the start of a clause mean: those who were named before, still spoken of."""

from __future__ import annotations

import re

from kg.relate.clauses import ACTORS, NEAR, Clause, View
from kg.relate.entries import entry_of
from kg.relate.strangers import away
from kg.types import Mention, Ref

# 两家公司还分别上榜…; 前者获评…
BOTH = re.compile(r"[“]?(?:这|上述|该)?(?:(?P<many>[两二三四五2-5])家(?:公司|企业)|(?P<one>[前后])者)(?![的负])")
_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_HAND = re.compile(r"(?:由|与|同|旗下|控股|参股|收购)[“]?$")
RECIPIENTS = ACTORS | {"Project"}
# how what is won goes on from who has won it: 并先后|获评…
CARRIED = re.compile(
    r"(?:(?:(?:今年|去年|当年|\d{4}年)(?:以来)?)?(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"(?:并|同时|还|也|且|先后|又|已|曾|现已|正|正在|积极|全力)*(?:连续.{1,3}年|成功|先后|相继|多次)*(?:[被由经][^，。；、]{2,8}|在[^，。；、]{2,16}[中上])?|(?:也|又|还)?是[^，。；]{0,6})"
)
_GOES_ON = 6  # clauses from 该公司 to what it has won
_THIS = re.compile(
    r"[“]?(?:目前|近年来|如今|去年|今年|\d{4}年)*，?(?:(?:该|此|本)(项目|企业|园区)|(?:该|此|本)?(公司|集团)(?!的))"
)
_THESE = {"项目": "Project", "公司": "Enterprise", "企业": "Enterprise", "集团": "Enterprise", "园区": "Zone"}


def those(view: View, clause: Clause) -> list[Mention]:
    """Whom 两家公司, 前者, 后者 at the start of a clause mean: the firms named last, one of a list of two."""
    both = BOTH.match(view.clean, clause.start)
    if both is None:
        return []
    firms: dict[Ref, Mention] = {}
    for other in reversed(view.clauses[max(0, clause.index - 8) : clause.index]):
        if both["one"]:
            pairs = [g for g in view.groups(other) if len(g) == 2 and g[0].type == g[1].type in RECIPIENTS]
            if pairs:
                return [pairs[-1][0 if both["one"] == "前" else 1]]
            continue
        for m in reversed(other.mentions[-NEAR:]):
            if m.type == "Enterprise" and len(firms) < (_MANY.get(both["many"]) or int(both["many"])):
                firms.setdefault(m.ref, m)
    return [*reversed(firms.values())]


def this_one(view: View, clause: Clause, said: Clause) -> Mention | None:
    """What 该项目, 该公司 at the start of the clause `said` means: the last one of its kind before the clause."""
    this = _THIS.match(view.clean, said.start)
    if this is None:
        return None
    kind = _THESE[this[1] or this[2]]
    if kind == "Project" and (entry := entry_of(view, said)) is not None:
        return entry
    for index in range(clause.index - 1, max(-1, clause.index - 8), -1):
        where = view.clauses[index]
        named = where.mentions
        if kind == "Enterprise":  # 走进|明澈玻璃|智能工厂，…。该公司
            named = tuple(inner_firm(view, m) for m in named)
        found = [m for m in named if m.type == kind and not _minor(view, where, m)]
        if found:
            return found[-1]
    return None


def inner_firm(view: View, m: Mention) -> Mention:
    """The firm with whose name that of a work begins; else the mention itself."""
    firms = view.inner.get(m, ()) if m.type == "Project" else ()
    return next((x for x in firms if x.type == "Enterprise" and x.start == m.start), m)


def still_this(view: View, clause: Clause, honor: Mention) -> Mention | None:
    """What 该公司, 该园区 of the clauses before still means where a clause goes on with what it has won."""
    return _behind_semicolon(view, clause, honor) or _begun_with(view, clause, honor)


def _behind_semicolon(view: View, clause: Clause, honor: Mention) -> Mention | None:
    """公司被认定为甲企业；2020年荣获乙奖: the firm of which the words before the semicolon spoke."""
    verb = view.pattern("verbs_received").search(view.clean, clause.start, honor.start)
    before = view.clauses[clause.index - 1] if clause.index else None
    if verb is None or before is None or clause.index != clause.first or view.clean[before.end - 1] != "；":
        return None
    if not any(m.type == "Honor" for m in before.mentions) or not CARRIED.fullmatch(
        view.clean, clause.start, verb.start()
    ):
        return None
    return this_one(view, before, before)


def _begun_with(view: View, clause: Clause, honor: Mention) -> Mention | None:
    """该公司从事电机研发，拥有乙中心，|先后获得甲称号; 甲、乙入驻东园，该园区占地90亩，|是乙示范园."""
    verb = view.pattern("verbs_received").search(view.clean, clause.start, honor.start)
    start = verb.start() if verb is not None else honor.start
    if verb is None and not view.clean.startswith(("是", "也是"), clause.start):
        return None
    if not CARRIED.fullmatch(view.clean, clause.start, start):
        return None
    for index in range(clause.index - 1, max(clause.first, clause.index - _GOES_ON) - 1, -1):
        where = view.clauses[index]
        if any(m.type == "Enterprise" or m.start == where.start for m in where.mentions if m.type in RECIPIENTS):
            return None
        if (found := this_one(view, where, where)) is not None:
            return found
    return None


def _minor(view: View, clause: Clause, firm: Mention) -> bool:
    """Whether 公司 does not mean a firm next: another's hand, daughter, customer or partner: 由丙公司运营, 为丁配套."""
    if firm.type != "Enterprise":
        return False
    hand = _HAND.search(view.clean, max(0, firm.start - 4), firm.start) is not None
    return hand or away(view, clause, firm, firm)
