"""Who undertakes a project, where a word stands for the firm or the work: 该项目由甲公司建设; 公司拟建设某基地."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import NEAR, Clause, View
from kg.relate.entries import entry_of
from kg.relate.meant import inner_firm
from kg.relate.owners import DOERS, is_doer, is_parent, undertaking
from kg.relate.strangers import away
from kg.types import Claim, Mention

_THIS = re.compile(
    r"(?:(?:该|此|本)?(?:项目|工程|园区|基地|中心|平台)|该(?:园|厂|院|馆|桥|站|港|矿|楼))[^，。；由]{0,6}由"
)
_IT = re.compile(r"(?:该|此|本|整个)?(?:项目|工程|园区|基地|中心|平台)(?!的|公司)")
_COMPANY = re.compile(
    r"[“]?(?:就|据[^，。；]{1,12}，)?(?:目前|如今|去年|今年|近日|此次|随后|其中|\d{4}年)?，?(?:(?:该|本)?(?:公司|企业|集团)|这家[^，。；、]{0,14}(?:公司|企业))(?![的在]?(?:负责人|董事|总经理|员工|生产线|厂))"
)
INVESTED = re.compile(
    r"(?:总投资|投资|出资|斥资|追加|增资|累计|计划|拟|将|正|已|新|再|又|还|先后|加快|全力|全面|[今去明]年|年内|近年来|在[^，。；在]{1,14}|[\d.]|亿|万|元|余|多|约|，)*(?:投资|投建|新建|建设|兴建|扩建|建成|打造|启动|布局|实施|建起|上马|新上|推进|筹建|投用|建有|拥有)(?:了)?"
    r"|(?:位于|在)?[^，。；、]{1,14}的$"
)
_LIST_OF_WORKS = re.compile(
    r"(?:中标|承接|承揽|承建|签订|签署|获得|新签|投资|实施)(?:了|的)?[^，。；：]{0,10}(?:项目|工程|合同|订单)(?:情况)?(?:如下)?：$"
)
BY_FIRST = re.compile(r"(?:项目|工程|一期|均|拟|将)?由")
_WORKS = re.compile(
    r"总承包|承揽|承接|施工|开发|负责|牵头|设计|操盘|代建|管理|经营|落实|修建|打造|组织|组建|合资|合建|控股|参股|独资|全资"
)  # who does it where 由 says so
_DRAWS = re.compile(
    r"[”]?(?:负责|承担|统一|主持|全程)*(?:规划|总体|方案|建筑|勘察|勘测)*(?:设计|监理|勘察|勘测|造价|审计)"
)
SCOPE = 8  # clauses back in which the project is looked for that 该项目 means
# 双方将在松泉县共建某基地
_BOTH = re.compile(
    r"(?:将|拟|计划)?(?:在[^，。；、在]{1,14})?(?:共建|(?:共同|合作|联合)(?:投资|建设|打造|开发|共建)+)(?:了)?[^，。；、“]{0,8}[“]?"
    r"|(?:根据协议，)?(?:双方|三方|各方)(?:将|拟|计划|还|携手|共同|在[^，。；、在]{1,14})*"
    r"(?:共建|(?:共同|合作|合资|联合|合力)(?:投资|出资|建设|打造|开发|组建|实施)+|投资(?:建设)?|建设|打造)(?:了)?[^，。；、“]{0,8}[“]?"
)
_SIGNS = re.compile("签|协议|合作|合资|携手")
_BUILDS_IT = re.compile(
    r"(?:投资|建设|实施|打造|投建|启动|开工|承建|运营)(?:了)?(?:该|此|本|这个|这一|上述)(?:项目|工程|基地|园区)(?![^，。；、]{0,8}的)"
)
_BY_ITS = re.compile(
    r"由其(?:独家|全资|独资|自主|负责|牵头|参与)*(?:总?投资|建设|承建|打造|运营|开发|实施|施工)[^，。；、]{0,8}的[“]?"
)
# 天工电气主攻储能。去年底，|其投资40亿元的储能基地动工
_ITS_OWN = re.compile(
    r"(?:目前，)?其(?:新近|最新|独资|全资)?(?:总)?(?:投资|出资|斥资)(?:建设|兴建|打造)?[\d.]*余?[万亿]?元?(?:建设|兴建|打造)?的[“]?"
)
_SIDES = ("根据协议", "双方", "三方", "各方")
_SIGNED = 5  # clauses back in which those are looked for who 双方 are
GAP = 40  # characters between a doer and its project


def by_company(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """明澈玻璃负责人介绍，公司落户高新区，总投资6亿元建设某生产线: the company that was named last before."""
    spoken = None
    for clause in clauses:
        named = [m for m in clause.mentions if m.type in DOERS]
        if named:
            spoken = None
        elif _COMPANY.match(view.clean, clause.start):
            spoken = clause
        projects = [m for m in clause.mentions if m.type == "Project"]
        one_list = bool(projects) and view.group(clause, projects[-1])[0] == projects[0]
        if spoken is None or clause.index - spoken.index > 2 or not one_list:
            continue
        lead = _COMPANY.match(view.clean, clause.start)
        start = lead.end() if lead else clause.start
        if projects[0].start - start > GAP or not INVESTED.match(view.clean, start, projects[0].start):
            continue
        for index in range(spoken.index - 1, max(-1, spoken.index - SCOPE), -1):
            before = view.clauses[index]
            named = [inner_firm(view, m) for m in before.mentions]
            subjects = view.subjects(before)  # 明澈玻璃是丙的供应商: not 丙, which is only named
            firms = [m for m in named if m.type == "Enterprise" and is_doer(m)]
            if found := [m for m in firms if m in subjects or not away(view, before, m, m)]:
                where = (before, clause)
                for m in projects[:NEAR]:
                    yield undertaking(view, found[-1], m, where, "this")
                break


def by_its(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """记者从明澈玻璃获悉，由其投资建设的某基地投产: the firm named last before in the sentence."""
    firm: tuple[Clause, Mention] | None = None
    for clause in clauses:
        work = clause.mentions[0] if clause.mentions else None
        own = work is not None and work.type == "Project"
        if firm and work and own and _BY_ITS.fullmatch(view.clean, clause.start, min(work.start, clause.start + GAP)):
            yield undertaking(view, firm[1], work, (firm[0], clause), "this")
        firms = [m for m in clause.mentions if m.type == "Enterprise" and is_doer(m)]
        firm = (clause, firms[-1]) if firms else firm
        its = own and work and _ITS_OWN.fullmatch(view.clean, clause.start, min(work.start, clause.start + GAP))
        if work and its and (spoken := _spoken_of(view, clause)) is not None:
            yield undertaking(view, spoken, work, (view.clause(spoken.start), clause), "this")


def _spoken_of(view: View, clause: Clause) -> Mention | None:
    """The one firm with which the sentence before began, in the paragraph of a clause that speaks of what is its."""
    first = view.clauses[clause.first]
    if first.index == 0 or view.clean[first.start - 1] == "\n":
        return None
    before = view.clauses[view.clauses[first.index - 1].first]
    firms = [m for m in view.subjects(before, DOERS) if m.type == "Enterprise" and is_doer(m)]
    return firms[0] if len(firms) == 1 else None


def by_object(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """某基地封顶。明澈玻璃成立于2016年，去年开工建设该项目: its subject, and the project named before."""
    if any(m.type == "Project" for c in clauses for m in c.mentions):
        return
    first = view.clauses[clauses[0].first]
    for clause in clauses:
        if not _BUILDS_IT.search(view.clean, clause.start, min(clause.end, clause.start + GAP)):
            continue
        firms = [m for m in view.governing(clause, DOERS) if m.type == "Enterprise" and is_doer(m)]
        for index in range(first.index - 1, max(-1, first.index - _SIGNED), -1) if firms else ():
            if "\n" in view.clean[view.clauses[index].end - 1 : first.start]:
                break
            if works := [m for m in view.clauses[index].mentions if m.type == "Project"]:
                where = (view.clauses[index], clause)
                for doer in firms if len(works) == 1 else ():
                    yield undertaking(view, doer, works[0], where, "this")
                break


def by_both(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """县政府与甲公司、乙公司签约，双方将共建某基地: the firms that signed. Not so: 双方将建设新型合作关系."""
    for clause in clauses:
        work = next((m for m in clause.mentions if m.type not in ("Region", "Zone")), None)
        if work is None or work.type != "Project" or work.start - clause.start > GAP:
            continue
        if not _BOTH.fullmatch(view.clean, clause.start, work.start):
            continue
        for index in range(clause.index - 1, max(-1, clause.index - _SIGNED), -1):
            before = view.clauses[index]
            firms = [m for m in before.mentions if m.type == "Enterprise" and is_doer(m)]
            if firms or not view.clean.startswith(_SIDES, clause.start):
                signed = firms and _SIGNS.search(view.clean, firms[0].start, before.end) is not None
                for doer in firms[:NEAR] if signed else ():
                    yield undertaking(view, doer, work, (before, clause), "this")
                break


def announced(view: View) -> Iterator[Claim]:
    """明澈建工公告，近期公司中标如下项目：松泉大桥，金额3亿元；青川水库: the list behind a colon is the firm's."""
    firm: tuple[Clause, Mention] | None = None
    listed = False
    for clause in view.clauses:
        firms = [m for m in clause.mentions if m.type == "Enterprise"]
        if listed and firm is not None and not firms:
            m = next((m for m in clause.mentions if m.type not in ("Region", "Zone")), None)
            if m is not None and m.type == "Project" and m.start - clause.start < GAP:
                yield undertaking(view, firm[1], m, (firm[0], clause), "this")
        elif firms:
            firm, listed = (clause, firms[-1]), False
        listed = listed or _LIST_OF_WORKS.search(view.clean, view.lead(clause, clause.end), clause.end) is not None
        if view.clean[clause.end - 1] in "。！？\n":
            firm, listed = None, False


def by_this(view: View, clause: Clause) -> Iterator[Claim]:
    """某基地签约。项目由甲公司、乙公司投资建设: the project that was named last before."""
    entry = entry_of(view, clause)
    match = _THIS.match(view.clean, clause.start) or _by_it(view, clause)
    match = match or (BY_FIRST.match(view.clean, clause.start) if entry is not None else None)
    if match is None or any(m.type == "Project" for m in clause.mentions):
        return
    park = "园区" in match[0]  # which may be a zone that was named since
    doers = [m for m in clause.mentions if m.start >= match.end() and is_doer(m) and not is_parent(view, clause, m)]
    if not doers or not does(view, doers[-1].end, clause.end):
        return
    if entry is not None and not park:
        for doer in doers[:NEAR]:
            yield undertaking(view, doer, entry, (view.clause(entry.start), clause), "this")
        return
    for index in range(clause.index - 1, max(-1, clause.index - SCOPE), -1):
        named = view.clauses[index].mentions
        if found := [m for m in named if m.type == "Project" or (park and m.type == "Zone")]:
            if found[-1].type == "Zone":
                return
            for doer in doers[:NEAR]:
                yield undertaking(view, doer, found[-1], (view.clauses[index], clause), "this")
            return


def _by_it(view: View, clause: Clause) -> re.Match[str] | None:
    """该园区位于高新区，由甲公司、乙公司共建: behind a sentence's first clause that speaks of 该园区."""
    if clause.index == clause.first or not _IT.match(view.clean, view.clauses[clause.first].start):
        return None
    if any(m.type == "Project" for c in view.clauses[clause.first : clause.index] for m in c.mentions):
        return None
    return BY_FIRST.match(view.clean, clause.start)


def does(view: View, start: int, end: int) -> bool:
    """Whether the words behind 由某公司 say that it does the work, and not only draws or watches it: 由某院规划设计."""
    drawn = _DRAWS.match(view.clean, start, end)
    builds = view.pattern("verbs_undertake")
    if drawn and view.clean.startswith("、", drawn.end()):  # 由甲院设计、乙局承建, not 由甲院设计、施工
        next_ = view.clean[drawn.end() + 1 : min(end, drawn.end() + 5)]
        return builds.match(next_) is not None or _WORKS.match(next_) is not None
    if drawn and not builds.search(view.clean, drawn.end(), end):
        return False
    return any(p.search(view.clean, start, end) for p in (view.pattern("verbs_undertake"), _WORKS))
