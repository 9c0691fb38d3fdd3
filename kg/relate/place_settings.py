"""Places that another clause or sentence gives a thing: 走进云岭高新区，…; …，落户云岭科技城."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import NEAR, PLACES, Clause, View, span
from kg.relate.entries import entry_of
from kg.relate.grounds import INSIDE, PART_OF, PRESS, goes_to
from kg.relate.place_cues import told_by
from kg.relate.place_references import KINDS, SETTLERS
from kg.relate.rows import innermost, outermost, row_of
from kg.relate.seats import foreign
from kg.relate.strangers import CONTRACTED
from kg.relate.wholes import value_of
from kg.relate.zone_seats import LIES
from kg.types import Claim, Mention, Span

_NEAR_HOME = 40  # characters before a thing in which its own clause says that it is at home
_SCOPE = 8  # clauses for which 走进云岭高新区， sets the scene
FOCUS = re.compile(
    r"为(?:重点|抓手|龙头|支撑|核心)(?:，)?(?:推动|推进|加快|带动|抓好)[“]?$"
)  # 以滨江大桥为重点推进新城建设
_ADVANCES = re.compile(
    r"[”]?(?:重点|核心区|启动区)?(?:工程|项目|开发|品牌|规划|建设|基础设施|配套|功能|承载能力|综合服务能力)*"
    r"(?:\d+[个项]|全面|加快|加速|提速|推进|完成投资|完善|提升|有序|稳步|扎实|强力|顺利|快速|初具|步伐|，)"
)
_STARTS = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|[①-⑳])?(?:全力|加快|强力|扎实|稳步|全面|大力|继续|深入|高标准|高质量|高起点|统筹|有序)*"
    r"(?:推进|推动|加快|完善|建设|抓好|提升|做好|实施|开发|打造|建好|做强|做优|做大做强)?[“]?"
)
_LONG = re.compile(
    r"[河江溪](?:道|段|治理|整治|综合)|干流|流域|防洪|水系|公路|高速|铁路|国道|省道|灌区|国家公园"
)  # what no park holds
_POLICY = re.compile(r"(?:试验区|先行区|示范区|合作区|自贸区|自由贸易区)$")  # a policy for a whole region, no site
_WORKS = frozenset({"Project"})
_FIELD = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.])?(?:项目|工程)?(?:建设|实施|拟建)?(?:地点|地址|选址|位置|所在地|属地)："
)
_ALONE = re.compile(r"(?:境内|内)?[，。；\n]?")  # 3.松云高速：松泉县、青川县境内，
_SETTLES = re.compile(
    r"(?!项目拟)(?:这?[二两三四五六七八九十\d]{1,2}[个家](?:项目|企业|公司))?(?:均|都|就|便|将|拟|计划|已|正式|成功|并|先后|分别|全部|项目|总部|园区|基地)*"
    r"(?:落户|选址|位于|坐落|地处|落地|落子|扎根|安家|花落|入驻|布局|设在|设于|建在)(?:于|在|到|了)*[“]?"
)
_ITS = re.compile(r"的(?:总部|生产基地|工厂|厂区|厂房|新厂)，")  # 甲集团的总部，就坐落在东园
_ALL_OF = re.compile(r"这?([二两三四五六七八九十]|\d{1,2})[个家](项目|企业|公司)")
_SEATED = re.compile(r"(?:总部|基地|公司|项目|注册地)[^，。；]{0,3}在$|[设建]在$|位于[“]?$")
_ITS_SIZE = re.compile(r"(?:该|此|本)?项目(?:计划|预计|拟|一期|概算)*(?:总?投资|占地|用地)")
_AT_START = re.compile(r"(?:并|将|拟|计划|正|已|分别|先后|同时)*(?:在|于)[“]?")
_BUILDS = re.compile(r"[”]?[^，。；、]{0,6}?(?:建设|投资|兴建|设立|成立|打造|布局|新建|投建|落地|实施|启动|建成)")
_INVESTS = re.compile(r"[”]?(?:计划|拟|将|已|总)*(?:投资|斥资|出资|追加|投入|增资)")
_LIES_AT = re.compile(r"(?:位于|坐落于|坐落在|地处)[“]?$")
_LAST = 3  # clauses back to the project of which a clause tells the size
_SEASON = re.compile(
    "(?:月份?|[初暮仲盛深隆寒金阳早晚]?[春夏秋冬](?:日|天|时节|季节?)?|时节|季节|清晨|岁末|年末|岁尾)的[“]?$"
)
_DATED = re.compile(r"(?:[①-⑳]|[（(]?\d{1,2}[）)、.．])?(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?[上下中]?[午旬]?，")


def set_before(view: View, clause: Clause, thing: Mention) -> Iterator[tuple[int, Claim]]:
    """The place that a clause before sets or from which one hears: 走进云岭高新区，明澈玻璃…; 记者从松泉县获悉，…."""
    near = view.within(Span(max(clause.start, thing.start - _NEAR_HOME), thing.start))
    if any(m.ref == view.home and view.clean[m.start - 1] in "在于" for m in near):
        return  # 在江东，双方签约，乙公司将在松泉建设丙厂
    if any(m.ref == view.home and view.clean[m.end : m.end + 1] in ("与", "同") for m in near):
        return  # 在江东，松泉县与乙公司签订丙项目协议
    for index in range(clause.index - 1, max(clause.first, clause.index - _SCOPE) - 1, -1):
        where = view.clauses[index]
        last = where.mentions[-1] if where.mentions else None
        if last is None or last.type not in PLACES:
            continue
        if told_by(view, where, last):
            rank, said = 2, thing.type != "Event"
        elif INSIDE.fullmatch(view.clean, last.end, where.end):
            first = outermost(where, last)
            said = goes_to(view, where, first) or view.clean[last.end] in "内里园：境"
            said = said and not _seat(view, where, first)
            said = said or _captioned(view, where, first, last) or _is_venue(view, where, first, last)
            said = said or _opens(view, where, first, clause, thing)
            rank = 0 if last.type == "Zone" else 2
        else:
            continue
        if said and foreign(view, last.ref, thing.ref):
            spans = (span(thing), span(last))
            yield rank, view.claim("located_in", thing.ref, last.ref, (where, clause), "setting", spans)
        return


def _captioned(view: View, clause: Clause, first: Mention, last: Mention) -> bool:
    """Whether a place stands alone behind the date of a picture: ①3月2日，云岭高新区，明澈二期打下第一桩."""
    alone = first.start == clause.start and clause.end - last.end <= 1
    dated = clause.index > clause.first and _DATED.fullmatch(view.clean, view.clauses[clause.first].start, clause.start)
    return alone and bool(dated)


def _opens(view: View, where: Clause, place: Mention, clause: Clause, thing: Mention) -> bool:
    """Whether a paragraph opens with a place alone, before what it speaks of: 松泉县新桥镇，云岭产业园塔吊林立.

    So a sentence that says when the place is seen: 初夏的云岭高新区，明澈二期机声隆隆.
    """
    if where.index != where.first or view.clean[where.end - 1] != "，":
        return False
    if _SEASON.search(view.clean, where.start, place.start):
        return clause.index == where.index + 1 and thing.start == clause.start
    alone = place.start == where.start
    opens = where.start == 0 or view.clean[where.start - 1] == "\n"
    return alone and opens and clause.index == where.index + 1 and thing.start == clause.start


def _is_venue(view: View, clause: Clause, first: Mention, last: Mention) -> bool:
    """Whether a clause is no more than a place with a hall of it where something was held: 松泉县分会场，甲、乙开工."""
    return first.start - clause.start <= 1 and view.clean[last.end] in "主分会"


def _seat(view: View, clause: Clause, place: Mention) -> bool:
    """Whether a clause says where its own subject is, which sets no scene: 明澈玻璃总部设在云岭市，."""
    if _SEATED.search(view.clean, max(clause.start, place.start - 8), place.start) is None:
        return False
    return view.clean[clause.start : place.start].strip("“") not in ("位于", "地处")


def developed(view: View, clause: Clause, thing: Mention) -> Iterator[tuple[int, Claim]]:
    """云岭新城全面提速，客运枢纽等12个项目完工: the zone whose progress the sentence of a project begins with."""
    if thing.type != "Project" or clause.index == clause.first:
        return
    first = view.clauses[clause.first]
    if len(first.mentions) != 1 or first.mentions[0].type != "Zone":
        return
    zone = first.mentions[0]
    if (
        _POLICY.search(zone.key)
        or _LONG.search(thing.key)
        or not foreign(view, zone.ref, thing.ref)
        or not _ADVANCES.match(view.clean, zone.end, first.end)
    ):
        return
    if not _STARTS.fullmatch(view.clean, first.start, zone.start):
        return
    spans = (span(thing), span(zone))
    yield 2, view.claim("located_in", thing.ref, zone.ref, (first, clause), "development", spans)


def focused(view: View) -> Iterator[Claim]:
    """以“一桥两路”为重点推进新城开发: the zone in which the parts of a term are, as claims of the term itself."""
    for clause in view.clauses:
        for term, zone in itertools.pairwise(clause.mentions):
            joined = zone.start - term.end < 24 and FOCUS.search(view.clean, term.end, zone.start)
            if joined and term.type in ("Program", "Slogan") and zone.type == "Zone":
                spans = (span(term), span(zone))
                yield view.claim("located_in", term.ref, zone.ref, (clause,), "focus", spans)


def settled(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """甲中心、乙研究院揭牌，落户云岭科技城; 甲公司投资5亿元，在云岭科技城建设…; 甲厂扩建，建设地点：新桥镇."""
    place = clause.mentions[0] if clause.mentions else None
    if place is None or place.type not in PLACES or clause.index == 0:
        return
    before, row = view.clauses[clause.index - 1], row_of(view, clause, place)
    if place.start == clause.start and _FIELD.fullmatch(view.clean, before.start, before.end):
        group = _entry(view, before)
    elif clause.index == clause.first:
        if not _SETTLES.fullmatch(view.clean, clause.start, place.start):
            return
        group = _over(view, clause)
    elif _SETTLES.fullmatch(view.clean, clause.start, place.start):
        group = view.subjects(before, SETTLERS)
        opens = view.clauses[clause.first].mentions[:1]
        begins = opens and opens[0].type == "Project" and opens[0].start - view.clauses[clause.first].start < 2
        if begins and group and CONTRACTED.match(view.clean, group[-1].end, before.end):
            group = view.group(view.clauses[clause.first], opens[0])  # 甲项目由乙投资，丙院总承包，位于东园
        if _ITS_SIZE.match(view.clean, before.start) and not before.mentions:
            group = _last_project(view, before)
        if not group and not before.mentions:  # 甲基地，占地800亩，落户东园
            group = view.governing(before, SETTLERS, 3)
        named = before if before.mentions or before.index == clause.first else view.clauses[before.index - 1]
        last = named.mentions[-1] if named.mentions else None  # 甲公司投资的乙项目，总投资3亿元，落户东园
        if number := _ALL_OF.match(view.clean, clause.start, place.start):
            group = _counted(before, number[1], number[2])
        elif len(row) > 1 and "分别" in view.clean[clause.start : place.start] and (own := _each(before, len(row))):
            group = own
        elif last is not None and last.type in SETTLERS and named.end - last.end <= 3:
            if not group:
                group = [last]
            elif last.type == "Project" and last not in group and group[0].type == "Enterprise":
                group = [*group, last]  # 甲公司投资5亿元建设的乙项目，选址东园
        if not group and (entry := entry_of(view, clause)) is not None:
            group = [entry]  # ●甲基地⏎总投资8亿元，位于东园
    elif _AT_START.fullmatch(view.clean, clause.start, place.start) and _BUILDS.match(
        view.clean, row[-1].end, clause.end
    ):
        firms = [m for m in before.mentions if m.type == "Enterprise"]
        group = [m for m in firms[-1:] if _INVESTS.match(view.clean, m.end, before.end)]
        if group and (works := view.subjects(before, _WORKS)):  # 甲项目由乙公司投资，在新桥镇建设
            group = [*works, *group]
    elif (
        place.start == clause.start
        and before.index == clause.first
        and view.clean[before.end - 1] == "："
        and _ALONE.fullmatch(view.clean, row[-1].end, clause.end)
    ):
        group = view.subjects(before, _WORKS)
    else:
        return
    if view.clean.startswith("的", row[-1].end) or any(PRESS.search(m.key) for m in group):
        return  # 位于东园的玻璃基地: of what follows
    each = len(group) == len(row) and "分别" in view.clean[clause.start : place.start]
    for i, m in enumerate(group):
        if (view.clean.startswith(("的", "所在的"), m.end) and not _ITS.match(view.clean, m.end)) or m.ref == view.home:
            continue
        for place in row[i : i + 1] if each else row:
            if foreign(view, place.ref, m.ref):
                spans = (span(m), span(place))
                yield 0, view.claim("located_in", m.ref, place.ref, (view.clause(m.start), clause), "settled", spans)


def _last_project(view: View, clause: Clause) -> list[Mention]:
    """签订某项目协议，|项目计划投资3亿元，落户东园: the one that the clause before, or its sentence, speaks of last."""
    for before in reversed(view.clauses[max(0, clause.index - _LAST) : clause.index]):
        if works := [m for m in before.mentions if m.type == "Project"]:
            return works[-1:] if len(works) == 1 else []
    return []


def above_home(view: View, clause: Clause, home: Mention) -> Iterator[tuple[int, Claim]]:
    """西新区空港新城 in a text of 空港新城: the larger zone right before it; 高新区位于松泉县、青川县交界处."""
    for place in view.near(clause, home):
        seat = place.type == "Zone" or (home.type == "Zone" and place.type == "Region")  # 松泉县|东园
        if seat and place.end == home.start and place.ref != home.ref:
            yield 1, view.claim("located_in", home.ref, place.ref, (clause,), "before", (span(home), span(place)))
        if seat and place.end < home.start and _lies_in(view, clause, place, home):
            yield 0, view.claim("located_in", home.ref, place.ref, (clause,), "frame", (span(home), span(place)))
    if (lies := LIES.match(view.clean, home.end, clause.sentence.end)) is not None:  # 东园（全称…）位于松泉县
        where = view.clause(lies.end())
        for begins in (m for m in where.mentions if m.type in PLACES and m.start == lies.end()):
            place = innermost(where, begins)
            yield 0, view.claim("located_in", home.ref, place.ref, (clause, where), "frame", (span(home), span(place)))
    for index in range(clause.index, min(clause.index + 4, len(view.clauses))):
        where = view.clauses[index]
        region = next((m for m in where.mentions if m.start >= home.end and m.type == "Region"), None)
        if home.type != "Zone" or where.first != clause.first or view.subjects(clause) != [home]:
            return
        begin = home.end if where is clause else where.start
        if region is not None and LIES.fullmatch(view.clean, begin, region.start):
            for m in row_of(view, where, region):
                yield 0, view.claim("located_in", home.ref, m.ref, (clause, where), "frame", (span(home), span(m)))
            return


def _lies_in(view: View, clause: Clause, place: Mention, home: Mention) -> bool:
    """Whether words before a place and behind it put the text's own zone there: 位于云岭市松泉县西部的东园."""
    first = outermost(clause, place)
    led = _LIES_AT.search(view.clean, max(clause.start, first.start - 4), first.start)
    return led is not None and PART_OF.fullmatch(view.clean, place.end, home.start) is not None


def _over(view: View, clause: Clause) -> list[Mention]:
    """The one name of a heading that opens the paragraph: （四）东园。落户新桥镇."""
    heading = clause.sentence.path[-1] if clause.sentence.path else None
    if heading is None or view.clean[heading.end : clause.start].strip("\n"):
        return []
    named = view.within(heading)
    return named if len(named) == 1 and named[0].type in SETTLERS else []


def _counted(clause: Clause, number: str, kind: str) -> list[Mention]:
    """The projects or firms of a clause that 两个项目 behind it means: as many as it names."""
    found = [m for m in clause.mentions if m.type == KINDS[kind]]
    return found if len(found) == value_of(number) else []


def _each(clause: Clause, number: int) -> list[Mention]:
    """The projects or, where it names none, firms of a clause that are as many: 还有甲的乙厂、丙的丁基地，分别落户…."""
    for kind in ("Project", "Enterprise"):
        if found := [m for m in clause.mentions if m.type == kind]:
            return found if len(found) == number else []
    return []


def _entry(view: View, field: Clause) -> list[Mention]:
    """The project of which an entry of a list gives the site: the one its line begins with, or that was named last."""
    if found := view.governing(field, _WORKS, NEAR):
        return found
    for index in range(field.index - 1, max(-1, field.index - 12), -1):
        if projects := [m for m in view.clauses[index].mentions if m.type == "Project"]:
            return projects[-1:]
    return []
