"""Enterprise or Organization invests in, builds, owns or runs a Project."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.below_title import below_title
from kg.relate.carried_works import GOVERNMENT, carried, takes_part
from kg.relate.clauses import LEAD, NEAR, PLACES, Clause, View, span
from kg.relate.includes import includes
from kg.relate.later_doers import by_later, by_runner
from kg.relate.others_works import (
    bracketed,
    by_itself,
    crossed,
    has_own,
    is_anothers,
    named_for_another,
    of_next,
    one_each,
)
from kg.relate.owners import DOERS, ROLE, by_role, is_doer, is_parent, undertaking
from kg.relate.site_teams import site_teams
from kg.relate.stand_ins import (
    GAP,
    announced,
    by_both,
    by_company,
    by_its,
    by_object,
    by_this,
    does,
)
from kg.types import Claim, Mention, Ref

_AND_SIGNS = re.compile(r"(?:分别)?[与和同][^。；]{2,240}?(?:签约|签[署订]|达成[^，。；]{0,8}协议)")
_BY = re.compile(r"(?:由|系|为)[^，。；]*$")
_OF = re.compile(r"[”]?(?:(?:旗下|下属|所属|名下)的?|的)[“]?[^，、]{0,10}")
# 甲项目业主为乙公司; 建设单位：乙公司
_OWNED = re.compile(rf"[”》]?(?:（[^（）]*）)?(?:的)?(?:项目|工程)?(?:的)?{ROLE}(?:为|是|系|：)[“]?")
# 甲园区是乙公司投资建设的项目
_WORK_OF = re.compile(r"[”》]?(?:项目|工程)?(?:，)?(?:是|系|为)(?:由)?[“]?")
_MADE = re.compile(r"[”]?(?:和[^，。；、]{2,12})?[^，。；、]{0,8}的(?!全资|控股|子公司)")
_HELPS = re.compile(r"支持|帮助|鼓励|引导|指导|协助|推动|推进|服务|引进|招引|携手")
_IN_BRACKETS = re.compile(r"(?:投资|建设|承建|运营|开发)?(?:建设|运营)?）")  # 甲基地（乙公司投资）
# 明澈玻璃年产50万吨|光伏玻璃基地
_YEARLY = re.compile(r"[”]?(?:年|日|月|总)(?:产|处理|加工|生产|吞吐|装机)[^，。；、]{1,14}")
_WORKS_ON = re.compile(r"[”]?(?:项目|工程)?(?:的)?(?:投资|建设|运营|施工|开发|实施|管理)")
_SHORT = 8  # characters of 具体负责
_AFFILIATED = re.compile("附属|附[高初]?中|附小|附校")  # 青山师大|附属小学: whose school it is to be, no builder
_ALIAS = re.compile(r"（[^（）]*）")  # its other name: 云岭博物馆（自然馆）
_STREET = re.compile(r"(?:路|大道|街|大街|广场路|大桥)")  # a street that bears a company's name
_NUMBER = re.compile("[一二三四五六七八九十0-9]{2}")  # in 市三三一医院 there is no 三一
_MENDED = re.compile(r"(?:整治|治理|排查)(?:工程|项目)?$")  # done to what the name says, not by it
_CEREMONY = re.compile(r"(?:举行|举办)[^，。；]{0,6}[“]?$")
_HOLDS = re.compile(r"[”]?(?:在[^，。；]{2,16})?(?:隆重|正式|共同|联合|今天|今日|昨日)*(?:举行|举办)(?:了)?[“]?")
_OF_BUILDING = re.compile(
    r"[”]?(?:项目)?(?:的)?(?:开工|动工|奠基|竣工|投产|启动|落成|投运|签约)[^，。；]{0,6}(?:仪式|活动)"
)
_TOWARDS = re.compile(r"[^，。；]{0,24}(?:就|对|向|为)[“《]?(?:该公司|公司)?")
_ADDS = re.compile(
    r"[”》]?(?:的)?(?:项目|工程)?(?:建设|投资|合作)?(?:事宜|事项)?(?:正式|成功|达成|签署|签订|签约|签下|追加|增加|加大|进行|实施|分期|再次)+"
    r"[^，。；、]{0,10}?(?:投资|增资|扩建|扩能|改造|协议|合同|合作|一致|约)"
    r"|[”》]?(?:项目|工程)?(?:建设|投资|合作)?(?:事宜)?(?:举行|进行)(?:了)?[^，。；、]{0,6}签约"
)
# 推进甲改造，由乙公司开发的|“丙城”开业: what follows is another's; not 由乙公司建设的重点项目
_RELATIVE = re.compile(
    r"[”]?[^，。；、的]{0,8}?(?:投资|建设|开发|打造|运营|承建|实施|兴建|管理|出资)的(?![^，。；、]{0,12}(?:项目|工程)(?:之一)?(?:[，。；]|$))"
)
_NEXT = re.compile(
    r"[、和及]“?由"
)  # 甲项目、由某公司建设的乙项目: what is behind 由 has nothing to do with what is before
# 明澈玻璃与市政府签署…项目协议; 与明澈玻璃、天工电气合资的…项目签约
_SIGNS = re.compile(
    r"[^，。；]{0,24}(?:签约|签署|签订|签下|续签|敲定|合资|合作|携手|牵手|共筹|中标|承揽|承接|入股|参股|控股|摘牌|竞得|独资|上马|投资的)[^，。；、]{0,10}"
)
_INSTITUTE = re.compile(r"(?:研究[所院]|大学|学院|设计院|医院)$")  # a body that signs for itself, unlike a government
_OF_SIGNING = re.compile(
    r"[”》]?(?:等)?(?:建设)?(?:项目|工程|基地|一期|二期|战略|投资|合作|框架|建设|正式|成功|协议|签约|EPC|PPP|总承包|施工|特许|合同|标段|、|，|。|；|$)"
)
# 甲公司拟对某基地追加投资; 甲公司与市政府就某项目签署协议
_TOGETHER = re.compile(
    r"[^，。；]{0,24}(?:合作|合资|共建|共同|联合|携手|签约|签订|签署)[^，。；、]{0,4}的[“《]?"
)  # 甲公司与乙公司合作的某基地
_LEVELS = ("", "市", "县", "区", "省", "镇", "乡", "州")
_BEFORE_NAME = re.compile(r"(?:省|市|县|区|旗|州|盟|镇|乡|村|园|城|“)$")


def undertakes(view: View) -> Iterator[Claim]:
    """What the text says of who does a project, and for its phases what it says of the whole."""
    yield from view.once(_direct)
    yield from _of_phases(view)


def _direct(view: View) -> Iterator[Claim]:
    """明澈玻璃二期 carries 明澈玻璃; 由甲公司、乙公司联合建设; 甲公司投资5亿元建设某基地; 甲公司的某项目."""
    for clause in view.clauses:
        for project in clause.mentions:
            if project.type == "Project":
                yield from _by_name(view, clause, project)
            elif project.type == "Event":
                yield from _at_ceremony(view, clause, project)
    for clauses in view.sentences():
        yield from _by_verb(view, clauses)
        yield from carried(view, clauses)
        yield from by_company(view, clauses)
        yield from by_both(view, clauses)
        yield from by_object(view, clauses)
        yield from by_its(view, clauses)
    for clause in view.clauses:
        yield from by_this(view, clause)
    yield from by_role(view)
    yield from site_teams(view)
    yield from below_title(view)
    yield from announced(view)


def _of_phases(view: View) -> Iterator[Claim]:
    """Who builds 电子玻璃基地 builds 电子玻璃基地一期, where the text says nothing else of that."""
    phases = [c for c in view.once(includes) if c.rule == "includes:phase" and c.head.type == "Project"]
    if not phases:
        return
    known = view.once(_direct)
    taken = {c.tail for c in known}
    doers: dict[Ref, dict[Ref, None]] = {}
    for c in known:
        doers.setdefault(c.tail, {})[c.head] = None
    for c in phases:
        if c.tail not in taken and c.tail_span is not None:
            where = (view.clause(c.tail_span.start),)
            for head in doers.get(c.head, ()):
                yield view.claim("undertakes", head, c.tail, where, "phase", (None, c.tail_span))


def _by_name(view: View, clause: Clause, project: Mention) -> Iterator[Claim]:
    """The doer's name inside the project's."""
    if _MENDED.search(project.key):
        return
    inside = [
        m
        for m in view.inner.get(project, ())
        if m.type in DOERS
        and not _NUMBER.match(view.clean, m.start - 1)
        and not _ALIAS.fullmatch(view.clean, m.end, project.end)
        and not _STREET.match(view.clean, m.end, project.end)
        and not _unfounded(m.type, view.clean[m.end : project.end])
    ]
    for work, doers in _each(view, project, inside):
        for m in doers:
            yield undertaking(view, m, work, (clause,), "name_inside")
    known = {m.ref for m in inside}
    for at, name, ref in view.named(project.key, view.actors):
        rest = project.key[at + len(name) :]
        if _unfounded(ref.type, rest):
            continue
        if ref not in known and _opens(view, project.key, at) and not (_STREET.match(rest) or _ALIAS.fullmatch(rest)):
            yield view.claim("undertakes", ref, project.ref, (clause,), "name_inside", (None, span(project)))


def _each(view: View, project: Mention, inside: list[Mention]) -> Iterator[tuple[Mention, list[Mention]]]:
    """The works that a mention lists with the doers in the name of each, or else those of the work before.

    Example: of 甲医院、乙医院业务楼 each is its own hospital's; 甲集团电子玻璃、节能玻璃生产线 are both the group's.
    """
    works = [project, *view.parts.get(project, ())]
    doers: list[Mention] = []
    for work, after in itertools.zip_longest(works, works[1:]):
        end = after.start if after else project.end
        doers = [m for m in inside if work.start <= m.start < end] or doers
        yield work, doers


def _at_ceremony(view: View, clause: Clause, event: Mention) -> Iterator[Claim]:
    """县政府与明澈玻璃举行电子玻璃基地项目签约仪式: the work inside the name of what is held for it."""
    works = [m for m in view.inner.get(event, ()) if m.type == "Project" and _OF_BUILDING.match(view.clean, m.end)]
    before = [m for m in view.near(clause, event) if m.end <= event.start] if works else []
    while before and before[-1].type in PLACES:  # 明澈玻璃在松泉县举行…
        before.pop()
    held = before and _HOLDS.fullmatch(view.clean, before[-1].end, event.start)
    firms = [m for m in view.group(clause, before[-1]) if m.type == "Enterprise"] if held else []
    for work in works:
        yield from _by_name(view, clause, work)
        for firm in firms:
            yield undertaking(view, firm, work, (clause,), "verb")


def _unfounded(kind: str, rest: str) -> bool:
    """Whether what stands behind a body's name in a project's says that it only lends its name: 青山师大附属小学."""
    return kind == "Organization" and _AFFILIATED.match(rest) is not None


def _opens(view: View, name: str, at: int) -> bool:
    """Whether a company's name stands at the start of a project's, or behind a place: not 三一 in 市三三一医院."""
    if at > 4:
        return False
    place = name[:at]
    return not at or any(place + level in view.places for level in _LEVELS) or bool(_BEFORE_NAME.search(place))


def _by_verb(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲公司 … 投资、建设 … 项目, and 项目 … 由甲公司投资."""
    doers = {c.index: [m for m in c.mentions if is_doer(m) and not is_parent(view, c, m)] for c in clauses}
    if not any(doers.values()):
        return
    for clause in clauses:
        for project in clause.mentions:
            if project.type != "Project":
                continue
            for index in (clause.index - 1, clause.index, clause.index + 1):
                for doer in doers.get(index, ())[:NEAR]:
                    where = view.clauses[index]
                    rule = _rule(view, clause, project, where, doer)
                    others = is_anothers(view, project, doer) or named_for_another(view, clause, project, doer)
                    others = others or (rule == "verb" and where is clause and crossed(view, clause, project, doer))
                    if rule and not (rule in ("by", "verb") and others):
                        yield undertaking(view, doer, project, (where, clause), rule)
    yield from by_later(view, clauses)
    yield from by_runner(view, clauses)


def _rule(view: View, clause: Clause, project: Mention, where: Clause, doer: Mention) -> str:
    """The rule that joins a doer in one clause to a project in the same or the next one; empty where none does."""
    build = view.pattern("verbs_undertake")
    if doer.type == "Organization" and GOVERNMENT.search(doer.key) and _AND_SIGNS.match(view.clean, doer.end):
        return ""
    by = _BY.search(view.clean, max(where.start, doer.start - 30), doer.start) is not None
    if where is clause and by and bracketed(view, clause, project, doer):
        return ""
    # 甲高速由某公司承建，乙高速由…: what stands before 由 in its own clause is what it builds
    own = where is not clause and any(m.type == "Project" and m.end <= doer.start for m in view.near(where, doer))
    if doer.end > project.start:
        end = min(where.end, doer.end + LEAD)
        after = view.clean[project.end : doer.start] if where is clause else ""
        if after and _OWNED.fullmatch(after):
            return "by"
        if after == "（" and doer.type == "Enterprise" and _IN_BRACKETS.match(view.clean, doer.end):
            return "possessive"
        if after and _WORK_OF.fullmatch(after) and (made := _MADE.match(view.clean, doer.end, end)):
            return "by" if build.search(made[0]) else ""
        if where is not clause and _RELATIVE.match(view.clean, doer.end, end):
            return ""
        if not by or own or _NEXT.search(view.clean, project.end, doer.start) or of_next(view, where, doer):
            return ""
        if where is not clause and has_own(view, where, doer):
            return ""  # 开工丙电站，由甲公司实施丁电站
        return "by" if does(view, doer.end, end) else ""
    firms, works = (one_each(view, clause, project, doer) if where is clause else None) or ([doer], [project])
    gap, behind = view.clean[firms[-1].end : works[0].start], works[-1].end  # 与甲、乙分别签订丙、丁协议
    if len(gap) > GAP or any(
        x.type == "Project" and doer.end <= x.start < project.start and x not in works and not view.linked(x, project)
        for x in view.near(clause, project)
    ):
        return ""
    if doer.type == "Enterprise" and where is clause and _TOGETHER.fullmatch(gap):
        return "verb"
    others = [m for m in view.near(clause, project) if m.start >= doer.end and m.end <= project.start and is_doer(m)]
    if others and "的" in view.clean[doer.end : others[-1].start]:
        return ""  # 明澈玻璃投资的某车间、天工电气的风电基地
    if _OF.fullmatch(gap) or (doer.type == "Enterprise" and (not gap or _YEARLY.fullmatch(gap))):
        return "possessive"
    if gap.endswith("负责") and len(gap) < _SHORT and where is clause and _WORKS_ON.match(view.clean, project.end):
        return "verb"
    if others and _HELPS.match(gap):
        return ""  # 省科技厅支持明澈玻璃建设…
    if (
        (doer.type == "Enterprise" or _INSTITUTE.search(doer.key))
        and where is clause
        and _SIGNS.fullmatch(gap)
        and _OF_SIGNING.match(view.clean, behind)
    ):
        return "verb"
    if (
        doer.type == "Enterprise"
        and where is clause
        and _TOWARDS.fullmatch(gap)
        and _ADDS.match(view.clean, project.end, clause.end)
    ):
        return "verb"
    if where is clause and _CEREMONY.search(gap) and _OF_BUILDING.match(view.clean, project.end):
        return "verb"
    if doer.type == "Enterprise" and where is clause and takes_part(view, clause, doer.end, project):
        return "verb"
    if by and does(view, doer.end, project.start):
        return "" if own or (where is not clause and by_itself(view, clause, project)) else "by"
    return "verb" if build.search(gap) and where is clause else ""
