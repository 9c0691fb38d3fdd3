"""Enterprise or Organization invests in, builds, owns or runs a Project."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import LEAD, NEAR, Clause, View, span
from kg.relate.includes import includes
from kg.types import Claim, Mention, Ref

_BY = re.compile(r"(?:由|系|为)[^，。；]*$")
_OF = re.compile(r"[”]?的[“]?[^，、]{0,10}")
# 甲项目业主为乙公司; 建设单位：乙公司
_OWNED = re.compile(
    r"[”》]?(?:（[^（）]*）)?(?:的)?(?:项目|工程)?(?:的)?"
    r"(?:业主|建设单位|建设主体|建设方|投资方|投资主体|投资单位|承建单位|承建方|实施单位|实施主体|运营方|运营单位|运营主体|项目法人)(?:单位)?(?:为|是|系|：)[“]?"
)
# 甲园区是乙公司投资建设的项目
_WORK_OF = re.compile(r"[”》]?(?:项目|工程)?(?:，)?(?:是|系|为)(?:由)?[“]?")
_MADE = re.compile(r"[”]?(?:和[^，。；、]{2,12})?[^，。；、]{0,8}的(?!全资|控股|子公司)")
_HELPS = re.compile(r"支持|帮助|鼓励|引导|指导|协助|推动|推进|服务|引进|招引|携手")
_RUNS = re.compile(
    r"[”]?(?:具体|共同|将|则|主要|独家)*负责(?:[^，。；、]{0,6})(?:投资|建设|运营|管理|施工|开发|经营|实施)"
)
# 明澈玻璃拟投资8亿元，在我市新建…; 明澈玻璃落户高新区，主要建设…
_PAID = re.compile(r"投资|出资|斥资|落户|签约|入驻|进驻|摘牌|竞得")
_NEXT_BUILDS = re.compile(
    r"(?:并|将|拟|计划|主要|重点|先后|分期|在[^，。；、在]{1,14})*(?:新建|建设|兴建|扩建|投建|打造|实施|布局)(?:了)?[^，。；、]{0,8}"
)
_IN_BRACKETS = re.compile(r"(?:投资|建设|承建|运营|开发)?(?:建设|运营)?）")  # 甲基地（乙公司投资）
# 明澈玻璃年产50万吨|光伏玻璃基地
_YEARLY = re.compile(r"[”]?(?:年|日|月|总)(?:产|处理|加工|生产|吞吐|装机)[^，。；、]{1,14}")
_WORKS_ON = re.compile(r"[”]?(?:项目|工程)?(?:的)?(?:投资|建设|运营|施工|开发|实施|管理)")
_TAKEN = re.compile(r"(?:引进|引入|招引|引来)(?:了)?[^，。；、]{0,6}[“]?$")
_SHORT = 8  # characters of 具体负责
_GAP = 40  # characters between a doer and its project
_ALIAS = re.compile(r"（[^（）]*）")  # its other name: 云岭博物馆（自然馆）
_STREET = re.compile(r"(?:路|大道|街|大街|广场路|大桥)")  # a street that bears a company's name
_DOERS = frozenset({"Enterprise", "Organization"})
_NUMBER = re.compile("[一二三四五六七八九十0-9]{2}")  # in 市三三一医院 there is no 三一
_MENDED = re.compile(r"(?:整治|治理|排查)(?:工程|项目)?$")  # done to what the name says, not by it
_PARENT = re.compile(r"(?:集团|公司)?(?:旗下|下属|所属|控股|全资)(?:的)?(?:子公司|公司|企业)?(?![，。；、])")
_BUILT_BY = re.compile(r"(?:承建|监理|施工|承揽|总承包|投建)$")  # what is left of 由某公司承建、某公司监理的某大桥
_PRESS = re.compile(r"(?:网|日报|晚报|晨报|时报|新闻|频道|客户端|电视台|通讯社|新华社)$")
_CEREMONY = re.compile(r"(?:举行|举办)[^，。；]{0,6}[“]?$")
_OF_BUILDING = re.compile(
    r"[”]?(?:项目)?(?:的)?(?:开工|动工|奠基|竣工|投产|启动|落成|投运|签约)[^，。；]{0,6}(?:仪式|活动)"
)
_INVESTS = re.compile(
    r"(?:拟|将|计划|预计|并|还|也|同时|又)*(?:总)?(?:投资|出资|斥资|投建|投入|(?:共同|联合|合作|携手)(?:投资|出资|建设|打造|开发|运营|投建))"
)
_THIS = re.compile(r"(?:该|此|本)?(?:项目|工程|园区|基地|中心|平台)[^，。；由]{0,6}由")
_IT = re.compile(r"(?:该|此|本|整个)?(?:项目|工程|园区|基地|中心|平台)(?!的|公司)")
_BY_FIRST = re.compile(r"(?:项目|工程|一期|均|拟|将)?由")
_NEXT = re.compile(
    r"[、和及]“?由"
)  # 甲项目、由某公司建设的乙项目: what is behind 由 has nothing to do with what is before
# 明澈玻璃与市政府签署…项目协议; 与明澈玻璃、天工电气合资的…项目签约
_SIGNS = re.compile(
    r"[^，。；]{0,24}(?:签约|签署|签订|签下|敲定|合资|合作|携手|牵手|共筹|中标|承揽|承接|入股|参股|控股|摘牌|竞得|独资|上马|投资的)[^，。；、]{0,10}"
)
_OF_SIGNING = re.compile(
    r"[”》]?(?:等)?(?:建设)?(?:项目|工程|基地|一期|二期|战略|投资|合作|框架|建设|正式|成功|协议|签约|、|，|。|；|$)"
)
_COMPANY = re.compile(
    r"[“]?(?:据[^，。；]{1,12}，)?(?:目前|如今|去年|今年|近日|此次|随后|其中|\d{4}年)?，?(?:该|本)?(?:公司|企业|集团)(?![的在]?(?:负责人|董事|总经理|员工|生产线|厂))"
)
_INVESTED = re.compile(
    r"(?:总投资|投资|出资|斥资|累计|计划|拟|将|正|再|又|还|先后|在[^，。；]{1,14}|[\d.]|亿|万|元|余|多|约|，)*(?:投资|投建|新建|建设|兴建|扩建|建成|打造|启动|布局|实施|建起|上马)"
)
_LEVELS = ("", "市", "县", "区", "省", "镇", "乡", "州")
_FOUNDED = re.compile(
    r"(?:成立|组建|设立|注册|新设)了?[^，。；、]{0,6}[“]?$"
)  # 合资成立某公司，投资建设某基地: it is that one
_BEFORE_NAME = re.compile(r"(?:省|市|县|区|旗|州|盟|镇|乡|村|园|城|“)$")
_WORKS = re.compile(
    r"总承包|承揽|承接|施工|开发|负责|牵头|设计|操盘|代建|管理|经营|落实"
)  # who does it where 由 says so
_SCOPE = 8  # clauses back in which the project is looked for that 该项目 means


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
    for clauses in view.sentences():
        yield from _by_verb(view, clauses)
        yield from _carried(view, clauses)
        yield from _by_company(view, clauses)
    for clause in view.clauses:
        yield from _by_this(view, clause)


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
    if _MENDED.search(project.key) or _BUILT_BY.search(project.key):
        return
    inside = [
        m
        for m in view.inner.get(project, ())
        if m.type in _DOERS
        and not _NUMBER.match(view.clean, m.start - 1)
        and not _ALIAS.fullmatch(view.clean, m.end, project.end)
        and not _STREET.match(view.clean, m.end, project.end)
    ]
    for m in inside:
        yield view.claim("undertakes", m.ref, project.ref, (clause,), "name_inside", (span(m), span(project)))
    known = {m.ref for m in inside}
    for at, name, ref in view.named(project.key, view.actors):
        rest = project.key[at + len(name) :]
        if ref not in known and _opens(view, project.key, at) and not (_STREET.match(rest) or _ALIAS.fullmatch(rest)):
            yield view.claim("undertakes", ref, project.ref, (clause,), "name_inside", (None, span(project)))


def _opens(view: View, name: str, at: int) -> bool:
    """Whether a company's name stands at the start of a project's, or behind a place: not 三一 in 市三三一医院."""
    if at > 4:
        return False
    place = name[:at]
    return not at or any(place + level in view.places for level in _LEVELS) or bool(_BEFORE_NAME.search(place))


def _by_company(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """明澈玻璃负责人介绍，公司落户高新区，总投资6亿元建设某生产线: the company that was named last before."""
    spoken = None
    for clause in clauses:
        named = [m for m in clause.mentions if m.type in _DOERS]
        if named:
            spoken = None
        elif _COMPANY.match(view.clean, clause.start):
            spoken = clause
        projects = [m for m in clause.mentions if m.type == "Project"]
        if spoken is None or clause.index - spoken.index > 2 or len(projects) != 1:
            continue
        lead = _COMPANY.match(view.clean, clause.start)
        start = lead.end() if lead else clause.start
        if projects[0].start - start > _GAP or not _INVESTED.match(view.clean, start, projects[0].start):
            continue
        for index in range(spoken.index - 1, max(-1, spoken.index - _SCOPE), -1):
            if found := [m for m in view.clauses[index].mentions if m.type == "Enterprise" and _is_doer(m)]:
                spans = (span(found[-1]), span(projects[0]))
                where = (view.clauses[index], clause)
                yield view.claim("undertakes", found[-1].ref, projects[0].ref, where, "this", spans)
                break


def _by_verb(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲公司 … 投资、建设 … 项目, and 项目 … 由甲公司投资."""
    doers = {c.index: [m for m in c.mentions if _is_doer(m) and not _PARENT.match(view.clean, m.end)] for c in clauses}
    if not any(doers.values()):
        return
    for clause in clauses:
        for project in clause.mentions:
            if project.type != "Project":
                continue
            for index in (clause.index - 1, clause.index, clause.index + 1):
                for doer in doers.get(index, ())[:NEAR]:
                    where = view.clauses[index]
                    if rule := _rule(view, clause, project, where, doer):
                        spans = (span(doer), span(project))
                        yield view.claim("undertakes", doer.ref, project.ref, (where, clause), rule, spans)
    yield from _by_later(view, clauses)
    yield from _by_runner(view, clauses)


def _paying(view: View, before: Clause, clause: Clause, project: Mention) -> list[Mention]:
    """The firm with which the clause before begins, that pays or settles there: 明澈玻璃拟投资8亿元，在我市新建…."""
    doers = [m for m in view.subjects(before, _DOERS) if m.type == "Enterprise"]
    last = before.mentions[-1] if before.mentions else None
    if last is not None and last.type == "Enterprise" and before.end - last.end < 3:  # 引进明澈玻璃，建设…
        taken = _TAKEN.search(view.clean, view.lead(before, last.start), last.start)
        if taken and _NEXT_BUILDS.fullmatch(view.clean, clause.start, project.start):
            return [last]
    if not doers or view.clean[doers[-1].end : doers[-1].end + 1] in "的等、":
        return []
    if not _PAID.search(view.clean, doers[-1].end, before.end):
        return []
    return doers if _NEXT_BUILDS.fullmatch(view.clean, clause.start, project.start) else []


def _by_runner(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """某电站由甲公司投资，乙公司负责运营: who runs what the clause before is about."""
    for before, clause in itertools.pairwise(clauses):
        projects = [m for m in before.mentions if m.type == "Project"]
        if len(projects) != 1 or not clause.mentions or any(m.type == "Project" for m in clause.mentions):
            continue
        doers = [m for m in view.groups(clause)[0] if _is_doer(m)]
        if doers and doers[0].start - clause.start < 2 and _RUNS.match(view.clean, doers[-1].end, clause.end):
            for doer in doers:
                spans = (span(doer), span(projects[0]))
                yield view.claim("undertakes", doer.ref, projects[0].ref, (before, clause), "by", spans)


def _by_later(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """某基地总投资9亿元，用地60亩，由甲公司建设: the project with which the clauses before began."""
    project: tuple[Clause, Mention] | None = None
    for clause in clauses:
        named = [m for m in clause.mentions if m.type == "Project"]
        if project is not None and not named and 1 < clause.index - project[0].index < _SCOPE:
            doers = [m for m in clause.mentions if _is_doer(m)]
            by = doers and _BY_FIRST.fullmatch(view.clean, clause.start, doers[0].start)
            if by and view.pattern("verbs_undertake").search(view.clean, doers[-1].end, clause.end):
                for doer in doers[:NEAR]:
                    spans = (span(doer), span(project[1]))
                    yield view.claim("undertakes", doer.ref, project[1].ref, (project[0], clause), "by", spans)
        if named:
            project = (clause, named[0]) if len(named) == 1 else None


def _carried(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲公司将作为主投资方，拟投资100亿元建设某基地: the subject of the clause before."""
    for before, clause in itertools.pairwise(clauses):
        project = clause.mentions[0] if clause.mentions else None
        if project is not None and project.type in ("Region", "Zone"):
            project = next((m for m in clause.mentions if m.type not in ("Region", "Zone")), None)
        if project is None or project.type != "Project" or project.start - clause.start > _GAP:
            continue
        doers = view.subjects(before, _DOERS) if _INVESTS.match(view.clean, clause.start) else []
        if not doers:
            doers = _paying(view, before, clause, project)
        if doers and _PARENT.match(view.clean, doers[-1].end):  # 甲公司旗下乙公司与市政府签约，投资…: it is the second
            doers = [m for m in before.mentions if m.type == "Enterprise" and m.start >= doers[-1].end][:1]
        own = before.mentions[-1] if _INVESTED.match(view.clean, clause.start) and before.mentions else None
        if (
            own
            and own.type == "Enterprise"
            and _FOUNDED.search(view.clean, max(before.start, own.start - 10), own.start)
        ):
            doers = [own]
        for doer in doers:
            if _is_doer(doer) and view.clean[doer.end : doer.end + 1] not in "的等、":
                spans = (span(doer), span(project))
                yield view.claim("undertakes", doer.ref, project.ref, (before, clause), "carried", spans)


def _by_this(view: View, clause: Clause) -> Iterator[Claim]:
    """某基地签约。项目由甲公司、乙公司投资建设: the project that was named last before."""
    match = _THIS.match(view.clean, clause.start) or _by_it(view, clause)
    if match is None or any(m.type == "Project" for m in clause.mentions):
        return
    doers = [m for m in clause.mentions if m.start >= match.end() and _is_doer(m)]
    if not doers or not view.pattern("verbs_undertake").search(view.clean, doers[-1].end, clause.end):
        return
    for index in range(clause.index - 1, max(-1, clause.index - _SCOPE), -1):
        if found := [m for m in view.clauses[index].mentions if m.type == "Project"]:
            for doer in doers[:NEAR]:
                spans = (span(doer), span(found[-1]))
                yield view.claim("undertakes", doer.ref, found[-1].ref, (view.clauses[index], clause), "this", spans)
            return


def _by_it(view: View, clause: Clause) -> re.Match[str] | None:
    """该园区位于高新区，由甲公司、乙公司共建: behind a sentence's first clause that speaks of 该园区."""
    if clause.index == clause.first or not _IT.match(view.clean, view.clauses[clause.first].start):
        return None
    if any(m.type == "Project" for c in view.clauses[clause.first : clause.index] for m in c.mentions):
        return None
    return _BY_FIRST.match(view.clean, clause.start)


def _is_doer(m: Mention) -> bool:
    return m.type in _DOERS and _PRESS.search(m.key) is None and not m.key.endswith("子公司")


def _rule(view: View, clause: Clause, project: Mention, where: Clause, doer: Mention) -> str:
    """The rule that joins a doer in one clause to a project in the same or the next one; empty where none does."""
    build = view.pattern("verbs_undertake")
    by = _BY.search(view.clean, max(where.start, doer.start - 30), doer.start) is not None
    if doer.end > project.start:
        end = min(where.end, doer.end + LEAD)
        after = view.clean[project.end : doer.start] if where is clause else ""
        if after and _OWNED.fullmatch(after):
            return "by"
        if after == "（" and doer.type == "Enterprise" and _IN_BRACKETS.match(view.clean, doer.end):
            return "possessive"
        if after and _WORK_OF.fullmatch(after) and (made := _MADE.match(view.clean, doer.end, end)):
            return "by" if build.search(made[0]) else ""
        if not by or _NEXT.search(view.clean, project.end, doer.start):
            return ""
        return "by" if build.search(view.clean, doer.end, end) or _WORKS.search(view.clean, doer.end, end) else ""
    gap = view.clean[doer.end : project.start]
    if len(gap) > _GAP or any(
        x.type == "Project" and doer.end <= x.start < project.start and not view.linked(x, project)
        for x in view.near(clause, project)
    ):
        return ""
    if _OF.fullmatch(gap) or (doer.type == "Enterprise" and (not gap or _YEARLY.fullmatch(gap))):
        return "possessive"
    if gap.endswith("负责") and len(gap) < _SHORT and where is clause and _WORKS_ON.match(view.clean, project.end):
        return "verb"
    if any(m.start > doer.end and m.end <= project.start and _is_doer(m) for m in view.near(clause, project)) and (
        _HELPS.match(gap)
    ):
        return ""  # 省科技厅支持明澈玻璃建设…
    if (
        doer.type == "Enterprise"
        and where is clause
        and _SIGNS.fullmatch(gap)
        and _OF_SIGNING.match(view.clean, project.end)
    ):
        return "verb"
    if where is clause and _CEREMONY.search(gap) and _OF_BUILDING.match(view.clean, project.end):
        return "verb"
    if build.search(gap) and (by or where is clause):
        return "by" if by else "verb"
    return ""
