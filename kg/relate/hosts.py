"""Region, Organization or Enterprise organises or holds an Event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import ACTORS, PLACES, Clause, View, span
from kg.relate.located_in import located_in
from kg.relate.seats import OTHERS_EVENT, abroad, held_above, held_elsewhere, home_names
from kg.types import Claim, Mention, Ref

_HOSTS = ACTORS - {"Zone"}
_ORGANISE = re.compile(r"主办|承办|协办|联办|联合举办")
_ORGANISED = re.compile(r"(?:共同|联合|携手|倾力|精心)*(?:主办|承办|举办|协办|发起|打造)的[“《]?")
# 云岭市主办, 云岭市、松泉县联合承办; but not 云岭化工交易平台承办
_AS_HOST = re.compile(
    r"[”]?(?:、|和|与|及|主办|承办|协办|联办|发起|联合|共同|具体|独家|倾力|精心|携手|人民政府|政府|[省市县区]?委|管委会|负责)"
)
_REACH = 24  # clauses after which 本届大会 no longer means the event that was named last
_ITS = re.compile(r"(?:首届|第[一二三四五六七八九十\d]{1,3}届|\d{4}年?|[“])")  # 松泉县首届…
_JOINED = re.compile(r"(?:联合|携手|会同|协同)[“]?")
_HELD_BY = re.compile(
    r"[”]?(?:等[^，。；、]{0,8})?(?:共同|成功|联合|在[^，。；]{2,12})*(?:举办|主办|承办|举行|组织|召开)"
)
_FAR = 600  # characters between an event and who holds it, in a sentence without a stop
_THIS = re.compile(
    r"(?:据[^，。；]{1,8}，)?(?:本届|本次|此次|该|这次)?(?:大会|博览会|展会|交易会|洽谈会|论坛|峰会|活动|会议|展览会?|推介会|仪式|节会|赛事|大赛|比赛)由"
)
_HOLDS = re.compile(r"(?:举办|主办|承办|召开|组织)了?[^，；]{0,16}$")
_PROMOTES = re.compile(r"推介|招商|恳谈|招聘|推广|签约|专场")
_ABROAD = re.compile(OTHERS_EVENT)
_IN = re.compile(r"[^，。；：]{0,6}在[^，。；：]*$")
# 在创新大赛上获奖, 在甲博览会、乙洽谈会上签约
_THERE = re.compile(r"(?:[”]?[、和与及][^，。；：、和与及]{2,24}){0,6}[”》]?(?:上|期间|中)(?![心央])")
# 全省第十一届运动会|取得好成绩, 市运会上|夺得金牌8枚: how those fared who went there
_FARED = re.compile(
    r"[”》]?[上中]?(?:再次|首次|均|共)?(?:取得|夺得|获得|斩获|摘取|勇夺|喜获)(?:了)?[^，。；]{0,12}?(?:好?成绩|奖牌|金牌|名次|第[一二三四五六七八]名|冠军)"
)
_OF_NATION = re.compile("全国|中国|世界")  # 全国科技活动周期间，…: only says when
_HELD = re.compile(r"[”》]?(?:将|已|于[^，。；]{0,12})?在[“]?$")
_TAKES_PLACE = re.compile(r"[^，。；]{0,6}(?:举行|举办|召开|开幕|启幕|开赛|落幕|闭幕)")


_MEDIUM = re.compile(r"[^，。；]{0,12}讯")  # 云岭网12月3日讯 在今日举行的大会上: who reports


def hosts(view: View) -> Iterator[Claim]:
    """成功举办玻璃博览会 → the document's region hosts it; 大会由甲公司承办 → 甲公司 does."""
    elsewhere = _placed_elsewhere(view)
    last: tuple[Clause, Mention] | None = None
    for clauses in view.sentences():
        events = [(c, m) for c in clauses for m in c.mentions if m.type == "Event"]
        recent = not events and last is not None and clauses[0].index - last[0].index <= _REACH
        if recent and last is not None and _means(view, clauses[0], last[1]):  # 本届大会由甲公司承办
            for where, m in _organisers(view, clauses):
                yield view.claim("hosts", m.ref, last[1].ref, (where,), "organiser", (span(m), None))
        last = events[-1] if events else last
        named = _organisers(view, clauses) if events else []
        for clause, event in events:
            near = [(where, m) for where, m in named if abs(m.start - event.start) < _FAR]
            organisers = near or _attributed(view, clause, event)
            for where, m in organisers:
                yield view.claim("hosts", m.ref, event.ref, (where, clause), "organiser", (span(m), span(event)))
            if not organisers and (seat := _of_seat(view, clause, event)) is not None:
                yield view.claim("hosts", seat.ref, event.ref, (clause,), "named", (span(seat), span(event)))
                continue
            if organisers or view.home is None or _elsewhere(view, clause, event):
                continue
            subjects = [m for m in view.subjects(clause, ACTORS) if m.end <= event.start and m.type != "Zone"]
            if subjects and _MEDIUM.match(view.clean, subjects[-1].end, event.start):
                subjects = []
            if subjects and any(x.start == subjects[-1].end for x in view.near(clause, subjects[-1])):
                subjects = []  # 松泉茶叶、青川苗木洽谈会: whose produce it is
            subjects += _partners(view, clause, subjects, event)
            other = [m for m in subjects if m.ref != view.home and not view.is_above(m.ref)]
            for m in other:
                yield view.claim("hosts", m.ref, event.ref, (clause,), "subject", (span(m), span(event)))
            if not other and (event.ref not in elsewhere or _own_doing(view, clause, event)):
                own = _named_after(view, event)
                rule, at = ("home", None) if own is None else ("named", span(own))
                head = view.home if own is None else own.ref
                yield view.claim("hosts", head, event.ref, (clause,), rule, (at, span(event)))


def _of_seat(view: View, clause: Clause, event: Mention) -> Mention | None:
    """The region around the text's own zone whose event it is by its name: 第三届松泉玻璃大会 in the text of 东园."""
    if not view.seats or _ABROAD.search(view.clean, view.lead(clause, event.start), event.start):
        return None
    if any(name in event.key for name in view.once(home_names)):
        return None  # 松泉东园推介会 is the zone's own
    places = (m for m in view.inner.get(event, ()) if m.type == "Region" and m.key in view.above)
    return next((m for m in places if not re.fullmatch(r"\d\d0000", m.key)), None)


def _partners(view: View, clause: Clause, subjects: list[Mention], event: Mention) -> list[Mention]:
    """With whom the subjects hold an event: 县文旅局联合明澈文旅举办樱花节."""
    after = [m for m in view.near(clause, event) if subjects and subjects[-1].end <= m.start < event.start]
    if not after or after[0].type not in _HOSTS or not _JOINED.fullmatch(view.between(subjects[-1], after[0])):
        return []
    group = view.group(clause, after[0])
    held = _HELD_BY.match(view.clean, group[-1].end, event.start)
    return [m for m in group if m.type in _HOSTS] if held else []


def _means(view: View, clause: Clause, event: Mention) -> bool:
    """Whether a sentence begins with who holds the event that was named last: 本届大会由…; 联赛由…."""
    return view.clean.startswith(f"{event.key[-2:]}由", clause.start) or (
        _THIS.match(view.clean, clause.start) is not None
    )


def _named_after(view: View, event: Mention) -> Mention | None:
    """The place inside the document's own whose festival it is: 松泉县首届玻璃文化节 → 松泉县."""
    for place in view.inner.get(event, ()):
        if place.type == "Region" and place.start == event.start and _ITS.match(view.clean, place.end, event.end):
            inside = view.home is not None and view.home.key in view.scene.parents.get(place.key, ())
            return place if inside else None
    return None


def _attributed(view: View, clause: Clause, event: Mention) -> list[tuple[Clause, Mention]]:
    """The actors of 甲协会、云岭市政府共同主办的乙大会."""
    before = [m for m in view.near(clause, event) if m.end <= event.start and m.type in _HOSTS]
    if not before or not _ORGANISED.fullmatch(view.clean, before[-1].end, event.start):
        return []
    group = view.group(clause, before[-1])
    return [(clause, m) for m in group if m.type in _HOSTS]


def _placed_elsewhere(view: View) -> set[Ref]:
    """The events of which the text says that they are held in another county, city or country and not here."""
    at: dict[Ref, set[bool]] = {}
    for claim in view.once(located_in):
        if claim.head.type == "Event":
            at.setdefault(claim.head, set()).add(abroad(view, claim.tail))
    names = view.once(home_names)
    away = sorted(event for event, found in at.items() if found == {True})
    return {event for event in away if not any(name in event.key for name in names)}


def _own_doing(view: View, clause: Clause, event: Mention) -> bool:
    """Whether a place holds an event of its own elsewhere: 举办玻璃大会, 在江东市举行的招商推介会."""
    active = _HOLDS.search(view.clean, view.lead(clause, event.start), event.start)
    return active is not None or _PROMOTES.search(event.key) is not None


def _organisers(view: View, clauses: list[Clause]) -> list[tuple[Clause, Mention]]:
    """The actors of 由甲、乙主办 and 丙承办, where the clause names no event after them or 由 stands before."""
    found = []
    by = -1  # the number of the last clause that goes on with who organises it
    for clause in clauses:
        verbs = [match.start() for match in _ORGANISE.finditer(view.clean, clause.start, clause.end)]
        if not verbs:
            continue
        if "由" in view.clean[clause.start : verbs[-1]] or (by == clause.index - 1 and by >= 0):
            by = clause.index
        elif not _no_event(clause):
            continue
        found += [
            (clause, m)
            for m in clause.mentions
            if m.end <= verbs[-1] and m.type in _HOSTS and (m.type != "Region" or _AS_HOST.match(view.clean, m.end))
        ]
    return found


def _no_event(clause: Clause) -> bool:
    return all(m.type != "Event" for m in clause.mentions)


def _elsewhere(view: View, clause: Clause, event: Mention) -> bool:
    """Whether an event is only gone to, or is a fair of the nation in another city, or takes place somewhere else."""
    lead = view.lead(clause, event.start)
    if _ABROAD.search(view.clean, lead, event.start):
        return True
    if _THERE.match(view.clean, event.end) and _IN.fullmatch(view.clean, lead, event.start):
        return True
    if _FARED.match(view.clean, event.end, clause.end) is not None:
        return True
    if view.clean.startswith("期间", event.end) and _OF_NATION.match(event.key):
        return True
    if held_elsewhere(view, event.key) or held_above(view, event):
        return True
    home = view.home
    for place in view.near(clause, event):
        if place.type in PLACES and place.ref != home and _TAKES_PLACE.match(view.clean, place.end, clause.end):
            if event.start > place.end and _HOLDS.search(view.clean, place.end, event.start):
                continue  # 在江东市成功举办招商推介会: who reports it holds it
            if any(x.start == place.end and x.type in PLACES for x in view.near(clause, place)):
                continue  # 在云岭市|松泉县举行: the last place tells where
            inside = home is not None and home.key in view.scene.parents.get(place.key, (home.key,))
            if not inside and _HELD.search(view.clean, max(clause.start, place.start - 16), place.start):
                return True
    return False
