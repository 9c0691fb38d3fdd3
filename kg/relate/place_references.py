"""The place of a thing that a clause only refers to: 项目选址东园, 明澈项目落户新桥镇, 甲、乙坐落于此.

No example: 公司在江东市设立子公司.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.place_cues import AWAY, IN
from kg.relate.rows import row_of
from kg.relate.seats import foreign
from kg.types import Claim, Mention

_VENUE = 3  # clauses back in which the house is looked for in which a fair is held
_SCOPE = 8  # clauses back in which what is meant is looked for
SETTLERS = frozenset({"Enterprise", "Organization", "Project", "Zone"})
_HELD = re.compile(
    "[”]?(?:也|已|就|将|正)*在(?:此|这里|此地|此间)(?:隆重|正式|成功|盛大)*(?:举行|举办|召开|开幕|启幕|拉开帷幕)[，。；\\n]?"
)
KINDS = {"项目": "Project", "基地": "Project", "公司": "Enterprise", "企业": "Enterprise", "园区": "Zone"}
_FIRM = frozenset({"Enterprise"})
_ZONE = frozenset({"Zone"})
# 甲大学城、乙实验室也坐落在该区, 丙均在此起步
_HERE = re.compile(
    r"[”]?(?:等[^，。；、]{0,10})?(?:项目|企业|公司)?(?:也|均|都|已|先后|相继|正式|就)*"
    r"(?:(?:位于|坐落于?|坐落在|落户于?|落户在|入驻|设在|建在|扎根)(?:此|这里|此地|(?:该|本)(区|县|市|镇|乡|街道|村|园区?|园区|开发区|高新区|经开区|新区))"
    r"|(?:把|将)?[^，。；、]{0,8}(?:总部|工厂|基地|中心|实验室)?(?:放|设|落|建|选|安)(?:在|到)(?:了)?(?:这里|此地|此处)"
    r"|(?:落子|集聚|聚集|汇聚|设立?[^，。；、]{0,6})于此|(?:落户|入驻|落地|进驻|坐落)于?(园区|园内)|在此(?:落户|起步|设立|扎根|建厂|落地|生根|安家|集聚|聚集|投产|生产)[^，。；]{0,16})[，。；\n]?"
)
_AND_MORE = re.compile(r"[”]?等\d*[余多]?家$")
_PARKS = ("园", "园区", "园内", "开发区", "高新区", "经开区", "新区")
_GENERIC = re.compile(
    r"[“]?(?:(?:该|此|本)?(项目|公司|企业|基地|园区)(?:将|已|拟|总部)?"
    r"|(?:本届|该|此次|本次)?(大会|博览会|展会|交易会|论坛|峰会|展览会?|推介会|大赛|赛事)(?:将|已|拟)?(?:于[^，。；在]{1,12})?(?=在))"
)
_DAUGHTER = re.compile(r"[^，。；、]{0,8}?(?:设立|成立|注册|组建)(?:了)?(?:全资|控股)?(?:子公司|分公司|办事处)")
_IS = re.compile(r"(?:也|又|还)?(?:是|系|作为|属于?|隶属于?)[“]?")
_A_PART = re.compile(
    r"[”]?(?:“[^“”]{2,10}”)?的?[^，。；、的]{0,6}?(?:核心|重要|主要|配套|起步|先行|启动|特色|首个|专业|承载)+[^，。；、的]{0,6}?(?:园区|产业园|片区|板块|载体|承载[区地]|功能区|组成部分|区)(?=[，。；、\n])"
)
_ITS_SITE = re.compile(r"[”]?项目(?:将|已|拟|均|正式|成功)*(?:选址|落户|位于|坐落|落地)(?:于|在|到)?[“]?")


def generic(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """项目选址云岭高新区: the place of the project that was named last before."""
    match = _GENERIC.match(view.clean, clause.start)
    place = clause.mentions[0] if clause.mentions else None
    if match is None or place is None or place.type not in PLACES:
        return
    led = IN.search(view.clean, match.end(), place.start)
    if _DAUGHTER.match(view.clean, place.end, clause.end):
        return  # 公司在江东市设立子公司
    row = row_of(view, clause, place)
    place = row[-1]
    kind = KINDS.get(match[1] or "", "Event")
    if not led or AWAY.search(view.clean, place.end, min(clause.end, place.end + 40)):
        return
    firms = view.governing(clause, _FIRM) if kind == "Project" else []
    for index in range(clause.index - 1, max(-1, clause.index - 12), -1):
        named = _with_works_of_events(view, view.clauses[index])
        found = [m for m in named if m.type == kind and m.key.endswith(match[2] or "")]
        if firms and not any(m in firms for m in view.clauses[index].mentions):  # 明澈专注储能，项目选址…: its own
            found = [m for m in found if any(x.ref == firms[0].ref for x in view.inner.get(m, ()))]
        if found:
            clauses = (view.clauses[index], clause)
            for place in row:
                if foreign(view, place.ref, found[-1].ref):
                    spans = (span(found[-1]), span(place))
                    yield 0, view.claim("located_in", found[-1].ref, place.ref, clauses, "this", spans)
            return


def _with_works_of_events(view: View, clause: Clause) -> list[Mention]:
    """The mentions of a clause, with the work in the name of a ceremony: 玻璃基地 of 举行玻璃基地签约仪式."""
    works = [m for e in clause.mentions if e.type == "Event" for m in view.inner.get(e, ()) if m.type == "Project"]
    return [*clause.mentions, *works]


def part_of_zone(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """东园位于松泉县，占地9亩，是云岭高新区的核心园区: the larger zone of which a park is said to be a part."""
    for whole in clause.mentions[:2]:
        begins = _IS.fullmatch(view.clean, clause.start, whole.start)
        subject = view.clauses[clause.index - 1] if begins and clause.index > clause.first else clause
        found = view.governing(subject, _ZONE) or _ending(view, view.clauses[clause.first])
        if whole.type != "Zone" or len(found) != 1 or found[0].end > whole.start:
            continue
        part = found[0]
        said = begins or (part in clause.mentions and _IS.fullmatch(view.clean, part.end, whole.start))
        if said and _A_PART.match(view.clean, whole.end, clause.end) and foreign(view, whole.ref, part.ref):
            clauses = (view.clause(part.start), clause)
            yield 0, view.claim("located_in", part.ref, whole.ref, clauses, "frame", (span(part), span(whole)))


def _ending(view: View, clause: Clause) -> list[Mention]:
    """The zone that ends a clause: 位于松泉县的东园，."""
    last = clause.mentions[-1] if clause.mentions else None
    ends = last is not None and last.type == "Zone" and not view.clean[last.end : clause.end].strip("”，")
    return [last] if last is not None and ends else []


def of_firm(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """明澈项目选址新桥镇: the project of the firm that was named before."""
    firm, place = clause.mentions[:2] if len(clause.mentions) > 1 else (None, None)
    if firm is None or place is None or firm.type != "Enterprise" or firm.start != clause.start:
        return
    if place.type not in PLACES or not _ITS_SITE.fullmatch(view.clean, firm.end, place.start):
        return
    for index in range(clause.index - 1, max(-1, clause.index - 4 * _SCOPE), -1):
        for m in view.clauses[index].mentions:
            its = m.key.startswith(view.surface(firm)) or any(x.ref == firm.ref for x in view.inner.get(m, ()))
            if m.type == "Project" and its:
                site = row_of(view, clause, place)[-1]
                if foreign(view, site.ref, m.ref):
                    spans = (None, span(site))
                    yield 0, view.claim("located_in", m.ref, site.ref, (clause,), "this", spans)
                return


def referred(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """松泉县交通便利，甲大学城、乙实验室坐落于此; 丙工厂也落户该园区: the place that was named last before."""
    groups = view.groups(clause)
    if len(groups) > 1 and _AND_MORE.search(view.clean, groups[-2][-1].end, groups[-1][0].start):
        groups = groups[:-1]  # 甲、乙等7家江东企业在此安家
    group = groups[-1]
    if group[-1].type == "Event" and _HELD.fullmatch(view.clean, group[-1].end, clause.end):
        yield from _held_here(view, clause, group[-1])
    found = _HERE.fullmatch(view.clean, group[-1].end, clause.end)
    if found is None or group[0].type not in SETTLERS:
        return
    place = _named_last(view, clause, group[0], found[1] or found[2] or "")
    for m in group:
        if place is not None and m.type in SETTLERS and m.ref != view.home and foreign(view, place.ref, m.ref):
            where = view.clause(place.start)
            yield 0, view.claim("located_in", m.ref, place.ref, (where, clause), "settled", (span(m), span(place)))


def _held_here(view: View, clause: Clause, event: Mention) -> Iterator[tuple[int, Claim]]:
    """江东会展中心人潮涌动。洽谈会在此举行: the place, or that of the house, with which a clause before begins."""
    for index in range(clause.index - 1, max(-1, clause.index - _VENUE), -1):
        where = view.clauses[index]
        named = [x for m in where.mentions[:1] for x in ((m,) if m.type in PLACES else view.inner.get(m, ())[:1])]
        if named and named[0].type in PLACES:
            spans = (span(event), span(named[0]))
            if foreign(view, named[0].ref, event.ref):
                yield 0, view.claim("located_in", event.ref, named[0].ref, (where, clause), "settled", spans)
            return


def _named_last(view: View, clause: Clause, thing: Mention, kind: str) -> Mention | None:
    """The last place before a thing that 该区, 该园区 or, where no kind is named, 此地 may mean."""
    for index in range(clause.index, max(-1, clause.index - _SCOPE), -1):
        where = view.clauses[index]
        before = view.subjects(where, PLACES) if index == clause.index else where.mentions
        for m in reversed(before):
            if m.start >= thing.start or m.type not in PLACES or (kind in _PARKS and m.type == "Region"):
                continue
            fits = kind in (*_PARKS, "") or (view.full_name(m.ref) or view.surface(m)).endswith(kind)
            if fits or m.type == "Region":
                return m if fits and len(view.group(where, m)) == 1 else None  # of several nobody knows which
    return None
