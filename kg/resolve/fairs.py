"""Fairs and festivals: 食博会 is the one that the document has in full; a ceremony at a fair names the fair, too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.ontology import load_gazetteer
from kg.resolve.heads import whole
from kg.resolve.names import canonical
from kg.types import Mention

_IN_BRACKETS = re.compile("（[^（）]*）")
_EDITION = re.compile(r"\d|第[一二三四五六七八九十百]+届|首届")
# 第八届白鹭火把节|工业招商推介会: a fair, and what is held at it
_HELD_AT = re.compile(
    r"(?P<fair>(?:\d{4}年?)?(?:第[一二三四五六七八九十百\d]+届|首届)[^，。；暨]{2,24}?(?:节|博览会|洽谈会|交易会|大会|论坛|峰会|运动会|展会|[博洽交]会))"
    r"(?![会展赛])[^，。；]{0,24}?(?:推介会|推介活动|签约仪式|签约活动|专场|对接会|招商会|分会场|分论坛|座谈会|开幕式|闭幕式|启动仪式|发布会)"
)
# 江东旅游节|暨|中国（白鹭）陶瓷博览会: two fairs, each with a name of its own
_HEAD_OF_FAIR = "(?:节|博览会|洽谈会|交易会|大会|论坛|峰会|运动会|展会|[博洽交]会|大赛|锦标赛|邀请赛|马拉松)"
_TWO_FAIRS = re.compile(
    rf"(?P<one>[^，。；暨]{{4,30}}{_HEAD_OF_FAIR})暨"
    rf"(?P<other>(?:中国|全国|国际|首届|第[一二三四五六七八九十百\d]+届|\d{{4}})[^，。；暨]{{2,30}}{_HEAD_OF_FAIR})"
)
_BEGUN = "开工|竣工|奠基|通车|投产|启用|通航|开港|落成|开业|开园|封顶|合龙"
# 白鹭高速公路|项目开工仪式: the ceremony of one work
_CEREMONY = re.compile(rf"(?:项目|工程)?的?(?:建设)?(?:{_BEGUN})(?:仪式|活动)")
_OF_WORK = re.compile(rf"(?P<work>[^，。；：]{{4,30}}?)(?:项目|工程)?的?(?:建设)?(?:{_BEGUN})(?:仪式|活动)")
_OF_MANY = re.compile(
    r"集中|重大|重点|一批|季度|第[一二三四五六七八九十\d]+[批期]|招商|系列|项目|上半年|下半年|\d{4}年"
)
_OPENS = re.compile(r"(?:举行|举办|召开|承办|主办|参加|出席)(?:了)?(?P<name>[^，。；：！？\n]{2,30})\Z")
# 世界竞走巡回赛|长沙站, 国际光影节|长沙分会场: the part of it that is held in one place
_HELD_IN = re.compile(
    "(?P<place>[一-龥]{2,4})(?:分站赛|分会场|分赛场|分赛区|赛区|站)(?:赛事|比赛|活动)?(?=[，。；：、”）\\n和及与等成正圆在顺开落火激]|举[行办]|$)"
)
_LEAST = 3  # characters of a short name, unless a word list knows it


def with_its_place(clean: str, m: Mention) -> Mention:
    """An event with the place whose part of it is meant: 世界竞走巡回赛|长沙站; no place is 首 of 联赛首站."""
    held = _HELD_IN.match(clean, m.end)
    if held is None or not load_gazetteer().find(held["place"]):
        return m
    return replace(m, end=held.end(), key=canonical(clean[m.start : held.end()]))


def own_fairs(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, short names of fairs with the one long name of the document that they abbreviate as key.

    Example:
        食博会 is the 云岭国际食品博览会 of the text, and no 中国食品博览会, which a word list means and the text does
        not name; 桂花节 is the 第三届白鹭桂花文化旅游节 of the text.
    """
    events = [m for m in mentions if m.type == "Event"]
    written = {m.key: "" for m in events if canonical(clean[m.start : m.end]).endswith(canonical(m.key))}
    out = []
    for m in mentions:
        short = canonical(clean[m.start : m.end])
        if m.type == "Event":
            if ":lexicon" in m.rule:
                own = [k for k in written if _abbreviates(short, k)] if m.key not in clean else []
            else:  # the first word stands whole in the long name
                plain = len(short) >= _LEAST and m.key == short and not _EDITION.search(short)
                own = [k for k in written if short[:2] in k and _abbreviates(short, k)] if plain else []
            own = [k for k in own if k != m.key and len(k) > len(short) + 1]
            own = [k for k in own if not any(k != longer and _abbreviates(k, longer) for longer in own)]
            m = replace(m, key=own[0]) if len(own) == 1 else m
        out.append(m)
    return out


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in a longer one in order, the last of both the same."""
    rest = iter(_IN_BRACKETS.sub("", name))
    return short[-1] == name[-1] and all(c in rest for c in short)


def fairs_of_ceremonies(clean: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions and the fairs and works whose names those of their ceremonies hold, sorted; a name begins before 暨.

    Example:
        第八届白鹭火把节工业招商推介会 names the 第八届白鹭火把节 too; 第八届白鹭火把节 names nothing else;
        江东旅游节暨中国白鹭陶瓷博览会 are two;
        举行白鹭联盟揭牌|暨首批项目签约仪式 is one event.
    """
    out = [part for m in mentions for part in (_two_fairs(clean, m) if m.type == "Event" else [m])]
    out = [_from_its_begin(clean, m) if m.type == "Event" else m for m in out]
    taken = {(m.start, m.end) for m in out}
    for m in [m for m in out if m.type == "Event"]:
        fair = _HELD_AT.fullmatch(clean, m.start, m.end)
        if fair and (m.start, fair.end("fair")) not in taken:
            out.append(replace(m, end=fair.end("fair"), key=canonical(fair["fair"])))
    out += _ceremonies(clean, out)
    return sorted(out, key=lambda m: (m.start, -m.end, m.type, m.key))


def _two_fairs(clean: str, m: Mention) -> list[Mention]:
    """The two fairs that are held as one; 石桥豆腐节暨乡村旅游季 is one."""
    two = _TWO_FAIRS.fullmatch(clean, m.start, m.end)
    if two is None:
        return [m]
    return [replace(m, start=two.start(n), end=two.end(n), key=canonical(two[n])) for n in ("one", "other")]


def _from_its_begin(clean: str, m: Mention) -> Mention:
    """白鹭联盟揭牌|暨首批项目签约仪式: with what stands before 暨, or without 暨 where no verb opens it."""
    if not clean.startswith("暨", m.start):
        return m
    opened = _OPENS.search(clean, max(0, m.start - 36), m.start)
    start = opened.start("name") if opened else m.start + 1
    return replace(m, start=start, key=canonical(clean[start : m.end]))


def _ceremonies(clean: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The ceremony of a work that is named, and the work of a ceremony: 白鹭高速公路|项目开工仪式 names both."""
    events = [(m.start, m.end) for m in mentions if m.type == "Event"]
    works = {m.start for m in mentions if m.type == "Project"}
    for m in mentions:
        if m.type == "Project" and (held := _CEREMONY.match(clean, m.end)):
            if not any(start < held.end() and m.start < end for start, end in events):
                yield replace(m, end=held.end(), type="Event", key=canonical(clean[m.start : held.end()]))
        elif m.type == "Event" and m.start not in works:
            of = _OF_WORK.fullmatch(clean, m.start, m.end)
            if of and whole(of["work"]) and not _OF_MANY.search(of["work"]):
                yield replace(m, end=of.end("work"), type="Project", key=canonical(of["work"]))
