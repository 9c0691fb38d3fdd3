"""What 该县, 该镇 or 园区 means at the start of a clause or of its sentence: the last such place before.

Example: 松泉县招商见效。该县签约… means 松泉县. No example: 该镇 in a text of 新桥镇, 该县级.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from kg.relate.clauses import NEAR, Clause, View
from kg.types import Mention, Ref, Span

_THIS_PLACE = re.compile(
    r"(?:近年来，|目前，|如今，|今年以来，|此外，|同时，)?该([县市区州旗镇乡村盟])(?![级域场属直])"
)
_PARK = re.compile(
    r"[“]?(?:[^，。；：、]{0,6}年(?:多|以)?来，|目前，?|如今，?|今年以来，|截至目前，|截至[^，。；]{2,6}，|同时，)?(?:该|此|本)?"
    r"(?P<park>园区|产业园|工业园|合作园|共建园|开发区|合作区|高新区|经开区)(?!的|内的?[^，。；]{0,6}企业|与|和|将与|负责)"
)
_GATHERS = re.compile(
    r"[^。；]{0,24}?(?:集聚|聚集|汇聚|入驻|引进|引入|招引|吸引|落户|拥有|签约|已有|现有|培育|建成|建起|建有|落地)"
)
# 两年来，产业园引进项目64个，甲、乙等38个项目投产
_SO_MANY = re.compile(rf"{_PARK.pattern}{_GATHERS.pattern}[^，。；]{{0,10}}?\d+余?[个家]")
_KIND = re.compile(r"(?:其中，?)?(?:有|包括)?[^，。；、\d]{2,10}(?:企业|公司)(?:有|包括)?[“]?")
_AS_MANY = re.compile(r"[”]?等\d+余?家[，。；]?")
_AND_MORE = re.compile(
    r"[”]?等[^，。；、]{0,8}(?:企业|项目)(?:扎堆|云集|集聚|聚集)|[”]?等\d+余?[家个][^，。；、]{0,8}(?:企业|公司|项目)[^，。；、]{0,6}(?:投产|开工|竣工|落户|签约|投运|试产|建成|入驻)"
)
_SCENE = re.compile(
    r"[“]?(?:(?:在|走进|来到|步入|行走|漫步)(?P<park>园区|产业园|工业园|合作园|合作区|开发区|高新区|经开区)?(?:[内里中]|[东西南北中][侧部面边区])?|(?P<inside>园区?|产业园|合作区|开发区)[内里])，"
)
_PARK_WORD = "(?P<park>园区|产业园|工业园|开发区|高新区|经开区)"
# 走进园区|明澈玻璃，; 落户园区的|明澈二期; 明澈集团在园区|投资20亿元建设玻璃基地
_AT_PARK = re.compile(
    rf"(?:在|走进|来到|步入|走访|位于|落户于?|入驻|进驻)(?:该|此|本)?{_PARK_WORD}"
    r"(?:(?=[内里]?(?:投资|建设|新建|建成|设立|布局|追加|扩建|兴建|投建))|(?:[东西南北中][侧部面边区])?[内里]?的?[“]?(?P<ends>$))"
)
# 明澈玻璃|是园区引进的首家企业
_TAKEN_IN = re.compile(
    rf"[”]?(?:是|作为|系){_PARK_WORD}(?:内)?(?:首个|首家|最早|早期)?(?:引进|引入|招引|培育|入驻|落户)的"
)
_OPEN_ABOUT = frozenset({"Industry", "Slogan", "Program"})  # what a park is about may stand between
# 园区税收翻番，…，综合评估全市第一
_PARK_OPENS = re.compile(
    r"(?:去年|全年|目前|一年来)?，?(?:该|本)?(?:园区|产业园|工业园)(?:新签|新增|新引|引进|入驻|税收|产值|技工贸|亩均|实现|完成|先后|荣?获|规[上模])"
)
_NEAR_PARK = 24  # characters between a thing and the words for the park in which it is
_CLAUSES = 3  # clauses back to the one that begins with 园区
_SCOPE = 8  # clauses before that in which the zone is named
_PARAGRAPH = 24  # clauses of a paragraph before it in which the zone is named that a word for parks calls


def this_place(view: View, clause: Clause) -> Mention | None:
    """What 该县 at the start of a clause or of its sentence means: the last such division before, not the home."""
    this = _THIS_PLACE.match(view.clean, clause.start) or _THIS_PLACE.match(
        view.clean, view.clauses[clause.first].start
    )
    if this is None:
        return None
    home = view.full_name(view.home) if view.home else ""
    if home.endswith(this[1]) and this[1] in "县区旗镇乡":
        return None  # 该镇 in a text of 新桥镇
    around = view.scene.parents.get(view.home.key, ()) if view.home else ()
    at = bisect.bisect_left(view.top, this.start(), key=lambda m: m.start)
    for m in reversed(view.top[max(0, at - 2 * NEAR) : at]):
        if m.ref == view.home and m.key.endswith(this[1]):
            return None  # 该区 in a text of 云岭高新区
        if m.type == "Region" and m.key not in view.areas:
            name = view.full_name(m.ref) or view.surface(m)
            if name[-1] == this[1]:
                above = home.endswith(this[1]) and m.ref.key in around  # 获评江东市重点项目。该市, in a city below it
                return None if above or m.ref == view.home else m
    return None


def this_park(view: View, clause: Clause, thing: Mention) -> Mention | None:
    """The zone that 园区 means in news, where it gathers a thing: 松泉经开区负责人介绍，园区已集聚明澈、天工.

    Nothing in a report, in the text of a zone, or where two zones were named before.
    """
    home = view.home
    if view.scene.text.document.kind == "report" or home is None or home.type == "Zone":
        return None
    for index in range(clause.index, max(clause.first, clause.index - _CLAUSES) - 1, -1):
        where = view.clauses[index]
        if (
            index < clause.index
            and any(m.type not in _OPEN_ABOUT for m in where.mentions)
            and not _of_kind(view, where)
        ):
            return None
        if word := _PARK.match(view.clean, where.start, where.end):
            break
    else:
        return None
    gathers = _GATHERS.match(view.clean, clause.start, thing.start) is not None
    some = some_of_many(view, clause, thing) or _of_kind(view, clause)
    if not gathers and not (some and _SO_MANY.match(view.clean, where.start, where.end)):
        return None
    near = zone_named(view, view.clauses[max(0, index - _SCOPE) : index])
    if near is not None and near.key.endswith(_endings(word["park"])):
        return near
    return _called(view, where, word["park"])  # 产业园 is no 松泉新区


def _of_kind(view: View, clause: Clause) -> bool:
    """Whether a clause tells the firms of one kind among so many: 入驻企业23家，|其中包材企业甲、乙等9家."""
    groups = view.groups(clause)
    if len(groups) != 1 or groups[0][0].type != "Enterprise":
        return False
    led = _KIND.fullmatch(view.clean, clause.start, groups[0][0].start)
    return led is not None and _AS_MANY.fullmatch(view.clean, groups[0][-1].end, clause.end) is not None


def park_called(view: View, clause: Clause) -> Mention | None:
    """The park that 园区 at the start of a clause, or of its sentence, means in the text of the region around it."""
    if view.home is None or view.home.type != "Region":
        return None
    for where in (clause, view.clauses[clause.first]):
        if word := _PARK.match(view.clean, where.start, where.end):
            return _called(view, where, word["park"])
    return None


def some_of_many(view: View, clause: Clause, thing: Mention) -> bool:
    """Whether a clause begins with some of many, the thing among them: 东园签约21个，|甲、乙等12家企业投产."""
    group = view.group(clause, thing)
    return group[0].start == clause.start and _AND_MORE.match(view.clean, group[-1].end, clause.end) is not None


def scene_in_park(view: View, clause: Clause) -> Mention | None:
    """The park that 园内， or 走进园区， at the start of a clause means, in news of the region in which it lies."""
    home = view.home
    if view.scene.text.document.kind == "report" or home is None or home.type == "Zone":
        return None
    scene = _SCENE.fullmatch(view.clean, clause.start, clause.end)
    word = scene and (scene["park"] or scene["inside"])
    return _called(view, clause, word) if word else None


def at_park(view: View, clause: Clause, thing: Mention) -> Mention | None:
    """The park that 走进园区明澈玻璃 means, in news of the region in which it lies; 明澈在园区建设基地 of both."""
    home = view.home
    if view.scene.text.document.kind == "report" or home is None or home.type == "Zone":
        return None
    lead = view.leader(clause, thing).start
    if found := _AT_PARK.search(view.clean, max(clause.start, lead - _NEAR_PARK), lead):
        alone = thing.type == "Project" and not view.within(Span(found.end(), lead))
        return _called(view, clause, found["park"]) if found["ends"] is not None or alone else None
    if taken := _TAKEN_IN.match(view.clean, thing.end, clause.end):
        return _called(view, clause, taken["park"])
    if thing.type == "Enterprise" and thing is clause.mentions[0]:
        found = _AT_PARK.search(view.clean, thing.end, min(clause.end, thing.end + _NEAR_PARK))
        if found and found["ends"] is None and not set(view.clean[thing.end : found.start()]) & set("、和与的"):
            return _called(view, clause, found["park"])
    return None


def _endings(word: str) -> tuple[str, ...]:
    """How the names end that a word for parks may stand for."""
    return (
        ("园", "园区", "区", "城", "谷") if word == "园区" else ("园", "园区") if word == "园" else (word, f"{word}区")
    )


def _called(view: View, clause: Clause, word: str) -> Mention | None:
    """The zone that a paragraph has named so far and that a word for parks may mean: 产业园 a 云岭产业园.

    Of several the one with which a sentence begins: 东园位于西园内，…。园区….
    """
    ending = _endings(word)
    found: dict[Ref, Mention] = {}
    opening: set[Ref] = set()  # those with which a sentence begins
    begin = clause.start
    for index in range(clause.index - 1, max(-1, clause.index - _PARAGRAPH), -1):
        where = view.clauses[index]
        if "\n" in view.clean[where.end - 1 : clause.start]:
            break
        begin = where.start
        for m in where.mentions:
            zones = (one for one in (m, *view.inner.get(m, ())) if one.type == "Zone")
            found.update({one.ref: one for one in zones if one.key.endswith(ending)})
            if m.start == where.sentence.start and len(view.group(where, m)) == 1:
                opening.add(m.ref)
    told = [m for ref, m in found.items() if len(found) == 1 or ref in opening]
    if not found and (park := titled(view, ending)) is not None:
        return park if park.end < begin else None
    if not told:  # 县里建设东园区，建成甲产业园、乙产业园。走进园区
        told = [m for m in found.values() if m.key.endswith(word) and word.endswith("区")]
    return told[0] if len(told) == 1 else None


def titled(view: View, ending: tuple[str, ...]) -> Mention | None:
    """The one park that a title names and its text again: what 园区 means in a paragraph that names no other."""
    title, _, _ = view.clean.partition("\n")
    zones = [m for m in view.scene.mentions if m.type == "Zone" and m.key.endswith(ending)]
    named = {m.ref for m in zones if m.end <= len(title)}
    found = {m.ref: m for m in reversed(zones) if m.start > len(title) and (m.ref in named or view.surface(m) in title)}
    return next(iter(found.values())) if len(found) == 1 else None


def opens_with_park(view: View, clause: Clause) -> bool:
    """Whether the sentence of a clause, in a region's text, goes on about its park: 园区税收翻番，…，获评…."""
    if view.home is None or view.home.type != "Region":
        return False
    return _PARK_OPENS.match(view.clean, view.clauses[clause.first].start, clause.end) is not None


def other_park(view: View, clause: Clause) -> Mention | None:
    """What 园区 means in the text of a zone that is called otherwise: the one park that the sentence before names."""
    home = view.home
    if home is None or home.key.endswith("园") or home.key.endswith("园区"):
        return None
    if clause.index != clause.first or clause.first == 0:
        return None
    before = view.clauses[clause.first - 1]
    if "\n" in view.clean[before.end : clause.start]:
        return None
    zone = zone_named(view, view.clauses[before.first : clause.first])
    return zone if zone is not None and zone.ref != home and zone.key.endswith(("园", "园区")) else None


def zone_named(view: View, clauses: Sequence[Clause]) -> Mention | None:
    """The one zone that clauses name, be it within the name of a body: 云岭高新区管委会; None where they name two."""
    zones: dict[Ref, Mention] = {}
    for clause in clauses:
        for m in clause.mentions:
            zones.update({one.ref: one for one in (m, *view.inner.get(m, ())) if one.type == "Zone"})
    return next(iter(zones.values())) if len(zones) == 1 else None
