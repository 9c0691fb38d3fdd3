"""Project or Enterprise is listed under a Program."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator

from kg.relate.annexes import annexed
from kg.relate.campaign_headings import COLON, NUMBER, headed_works, numbered_lists, of_item
from kg.relate.campaigns import COUNTED, done_there, is_campaign, is_other, of_one_kind
from kg.relate.clauses import Clause, View, span
from kg.relate.closed import closed
from kg.relate.counted_behind import counted_behind
from kg.relate.drives import of_drive
from kg.relate.entered import AND_WORKS, MEMBERS, ONE_OF, claim_of, entered
from kg.relate.enumerated import counted_names
from kg.relate.formulas import is_formula
from kg.relate.framed import IN_WORKS, carried_out, framed
from kg.relate.grown import GROWS, grown
from kg.relate.topic_sentences import of_topic
from kg.types import Claim, Mention

_SUCH = re.compile(
    r"[”》]?(?:建设)?(?:项目|工程)?(?:（[^（）]*）)?(?:(?:、[^，。；、]{2,10}){0,6}等)?(?:一批|[\d一二三四五六七八九十百两]{0,4}(?:个|大|项|家|处|条|座)?)?[^，、。；和与及]{0,8}?[“《]?"
)
_DOING = re.compile(
    "承建|承担|施工|投资|建设的|实施|开展|推进|启动|参与|深化|落实|响应|配合|是|为"
)  # 甲公司实施“智改数转”项目
_INTO = re.compile(r"(?:列入|纳入|入选|进入|入围|列为|跻身)[^，；。]{0,15}$")
_WORKS = re.compile(r"(?:建设|改造|升级|提升|标准化|运动|扩容|提质|行动计划|行动|计划)$")
# what every such name may hold: 设施 does not make 供热设施改造 and 文化设施建设 akin
_COMMON = re.compile(
    "建设|改造|设施|工程|提升|行动|计划|治理|整治|发展|服务|管理|改革|项目|实施|三年|专项|综合|重点|体系|全面|试点|升级|标准|准化|平台|中心|城市|城乡|农村"
)
_FIRMS = re.compile(
    r"企业|上市|培育|招商|回归|还巢|雁归|返乡|引凤|倍增|梯队|梯度|技改|智改|雏鹰|瞪羚|领航|链主|[十百千万双]企|小巨人|单项冠军|升规|国企|企改|改制|混改"
)  # companies are its object
_STATE_FIRMS = re.compile(r"(?:国企|国有企业|国资国企|企业改制|混改|混合所有制)(?:改革)?|僵尸企业")
_SUCH_WORKS = re.compile(
    r"[”]?(?:改造|建设)?等(?:一批|重点|重大|\d{1,4}余?[个项])*(?P<what>[一-龥]{2,6}?)(?:项目|工程)"
)
_SUBJECTS = frozenset({"Zone", "Organization", "Enterprise", "Event"})
_POVERTY = re.compile("脱贫|扶贫")
_FOR_THE_POOR = re.compile("扶贫|搬迁|安置[区点房小]")
_ENTRY_LEAD = 8  # characters of an entry before its first work: 甲工程：加快|乙厂、丙园建设
_PHASE = re.compile(r"(?:[（(]?[一二三四五\d]+期[）)]?)?(?:项目|工程|任务)?$")
_COMES = re.compile(r"[”]?(?:等[^，。；、]{0,10})?(?:项目|企业)?[^，。；、]{0,6}(?:签约|落户|落地|入驻|开工|投产)")
_ASIDE = re.compile(r"[”]?方面，")  # 产业扶贫方面，建成甲基地
_DRAWN = re.compile(r"(?:引进|招引|培育|扶持|壮大|签约)(?:了)?[^，。；、]{0,10}$")
_CARRIES_OUT = re.compile(r"(?:实施|推进|推动|开展|组织|依托|利用|结合|用好)[“]?$")  # 实施“四好农村路”项目
_OVER = re.compile(
    r"[”》]?(?:工程|行动|计划|试点)?(?:[一二三四五]年|第[一二三四五]轮)?(?:目标)?(?:任务)?(?:全面|圆满|顺利|如期|胜利|提前)*(?:收官|完成|结束|告捷|通过验收)，"
    r"|[”》]?(?:工程|行动|计划|试点|项目|案例|经验)?(?:成功|先后|均|被)*(?:入库|入选|入围|列入|纳入|获批|上榜)[^，。；、]{0,16}，"
)
_WITH = re.compile(r"(?:与|同|和|对接|联合|引进|依托)[“]?$")
_COUNTED_WORKS = re.compile(r"[”]?项目\d+(?:余|多)?个")
_SUMMED = re.compile(r"[”]?[^，。；、]{2,14}?\d[\d.]*万?(?:公里|米|户|套|亩|人|个|处|座)")
# 甲、乙等龙头企业|带动效应明显: how they fare, whoever they belong to
_FARES = re.compile(
    r"(?:等[^，。；、]{0,10}?(?:企业|公司|集团))?的?(?:示范|龙头)?(?:带动|引领|运行|发展(?:迅猛|良好|势头)|势头)"
)
_ENTERED = re.compile(r"(?:列入|纳入|入选|进入|入围|获批)[^，。；]{0,8}$")


def under_program(view: View) -> Iterator[Claim]:
    """十大产业项目：①甲项目②乙项目; 甲、乙等3个老旧小区改造; 甲项目列入“百项重点”; 实施上市行动，重点培育甲公司."""
    for clauses in view.sentences():
        yield from _listed(view, clauses)
        yield from entered(view, clauses)
        yield from closed(view, clauses)
        yield from grown(view, clauses)
    yield from _by_name(view)
    yield from headed_works(view)
    yield from of_drive(view)
    yield from of_topic(view)
    yield from annexed(view)
    for program, parts, how in view.once(counted_names):
        if program.type == "Program" and how not in ("note", "pieces") and not is_formula(program.key):
            for m in parts:
                if m.type in MEMBERS:
                    yield claim_of(view, m, program, (view.clause(program.start), view.clause(m.start)), "counted")
    for program, parts in view.once(counted_behind):
        if program.type == "Program":
            for m in parts:
                if m.type == "Project":
                    yield claim_of(view, m, program, (view.clause(program.start), view.clause(m.start)), "counted")
    for program, clauses in view.once(numbered_lists):
        if not COUNTED.search(program.key) or of_item(view, clauses[0], program):
            continue  # the works of 十大行动 belong to one of them
        for clause in clauses:
            for m in clause.mentions:
                if m.type == "Project" and m.start >= program.end:
                    spans = (span(m), span(program))
                    yield view.claim("under_program", m.ref, program.ref, (clause,), "heading", spans)


def _listed(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    program: tuple[Clause, Mention] | None = None
    listing: tuple[Clause, Mention] | None = None  # the one behind whose colon the list goes on
    for clause in clauses:
        for group in view.groups(clause):
            members = [m for m in group if m.type in MEMBERS]
            after = next((m for m in view.near(clause, group[-1]) if m.start >= group[-1].end), None)
            rule = ""
            if members and after is not None and after.type == "Program":
                gap = view.between(group[-1], after)
                such = _SUCH.fullmatch(gap) and not _DOING.search(gap)
                such = such and (group[-1].type == "Project" or "等" in gap)  # 甲公司“十大工程” is the firm's own
                rule = "into" if _INTO.search(gap) else "such" if such else ""
                # 入选“甲计划”“乙行动”
                entered = [after] if rule != "into" else _list_of(view, clause, after)
                for program_, m in itertools.product(entered if rule else (), members):
                    spans = (span(m), span(program_))
                    yield view.claim("under_program", m.ref, program_.ref, (clause,), rule, spans)
            # 10件实事：实施甲工程，新建乙: what stands in the list is beside another
            over = program if listing is None else listing
            if members and over is not None and not rule:
                yield from _led(view, over, clause, members)
            if program is not None and clause is not program[0] and any(m.type == "Slogan" for m in group):
                # 启动“百企工程”，实施品牌战略，支持甲公司上市; but 实施畅通工程，抓好“两高一场”：甲高速
                kept = _lists(view, group[-1]) or group[0].start - clause.start < 2  # “走出去”招商46次，签约甲、乙
                program = program if kept else None
            if found := [m for m in group if m.type == "Program"]:
                # 推动甲灌区改造、乙水库等工程: one work among others; 实施甲行动、乙行动，…: nobody can tell which
                works = members and AND_WORKS.match(view.clean, group[-1].end)
                program = None if works or len(found) > 1 else (clause, found[-1])
                counted = COUNTED.search(found[0].key) or found[0].key.endswith("一批")
                if counted and len(found) == 1 and COLON.match(view.clean, found[0].end):
                    listing = (clause, found[0])


def _lists(view: View, formula: Mention) -> bool:
    """Whether a formula of works stands before their list: 抓好“两高一场”：甲高速、乙高速，丙机场."""
    return is_formula(formula.key) and COLON.match(view.clean, formula.end) is not None


def _list_of(view: View, clause: Clause, first: Mention) -> list[Mention]:
    """The programmes of the list in which one stands."""
    groups = view.groups(clause)
    at = bisect.bisect_right(groups, first.start, key=lambda group: group[0].start) - 1
    return [m for m in groups[at] if m.type == "Program"]


def _by_name(view: View) -> Iterator[Claim]:
    """青山路、白鹭里老旧小区改造 where the text has the programme 老旧小区改造: so it is called."""
    programs = {m.key: m for m in reversed(view.top) if m.type == "Program" and len(m.key) > 3}
    if not programs:
        return
    names = sorted(programs, key=lambda key: (-len(key), key))
    for clause in view.clauses:
        for group in view.groups(clause):
            last = group[-1]
            if last.type != "Project" or not any(name in last.key for name in names):
                continue
            ends = re.finditer("|".join(map(re.escape, names)), last.key)
            found = next((f for f in ends if _PHASE.match(last.key, f.end())), None)
            if found is None or not found.start():
                continue
            for m in group:
                if m.type == "Project":
                    spans = (span(m), None)
                    yield view.claim("under_program", m.ref, programs[found[0]].ref, (clause,), "name", spans)


def _woos(view: View, clause: Clause, program: Mention, members: list[Mention]) -> bool:
    """Whether a campaign for investors is none of works: 开展“招商百日会战”，推进甲港; 签约乙项目 is of it."""
    if "招商" not in program.key or "双招双引" in program.key:
        return False
    lead = view.lead(clause, members[0].start)
    drawn = _DRAWN.search(view.clean, lead, members[0].start)
    return drawn is None and _COMES.match(view.clean, members[-1].end, clause.end) is None


def _of_list(view: View, clause: Clause, program: Mention, members: list[Mention], one: Mention) -> bool:
    """十大项目：甲、乙; 产业带动一批：引进丙公司; 1.商贸提升工程：丁商圈改造. None of: 十大行动：丙公司参与."""
    if one.type == "Project":
        counted = COUNTED.search(program.key) is not None or program.key.endswith("一批")
        return counted or _entry(view, clause, program, members)
    drawn = _DRAWN.search(view.clean, view.lead(clause, members[0].start), members[0].start)
    return program.key.endswith("一批") and drawn is not None


def _entry(view: View, clause: Clause, program: Mention, members: list[Mention]) -> bool:
    """Whether a campaign is the name of a line, an item or a sentence, and behind its colon stand its works."""
    where = view.clause(program.start)
    begins = where.index == where.first and NUMBER.fullmatch(view.clean, where.start, program.start)
    named = begins and is_campaign(view, program)
    return bool(named) and view.group(clause, members[0])[0].start - clause.start < _ENTRY_LEAD


def _alike(program: str, member: str) -> bool:
    """Whether two names share two characters that say what they are about: 供热设施改造, 老旧供热管网改造."""
    shared = {program[i : i + 2] for i in range(len(program) - 1)} & {member[i : i + 2] for i in range(len(member) - 1)}
    return any(not _COMMON.fullmatch(two) for two in shared)


def _called_so(view: View, program: Mention, end: int) -> bool:
    """Whether the words behind a list call its works so: 实施“千企技改”，完成甲、乙等|技改项目."""
    found = _SUCH_WORKS.match(view.clean, end)
    return found is not None and _alike(program.key, found["what"])


def _turns(view: View, where: Clause, clause: Clause) -> bool:
    """Whether a clause between begins with something that is no work, of which it tells."""
    between = view.clauses[where.index + 1 : clause.index]
    return any(c.mentions and c.mentions[0].start == c.start and c.mentions[0].type in _SUBJECTS for c in between)


def _lifts(program: str, member: str) -> bool:
    """Whether a work is by its name one of the fight against poverty: 脱贫攻坚, 石桥村扶贫车间."""
    return _POVERTY.search(program) is not None and _FOR_THE_POOR.search(member) is not None


def _distance(view: View, where: Clause, clause: Clause) -> int:
    """How many clauses behind a campaign one stands; those that go on alike count once: 确保甲厂投产，确保乙厂开工."""
    at = clause.index
    while at - where.index > 1 and _goes_on_alike(view, view.clauses[at - 1], view.clauses[at]):
        at -= 1
    return at - where.index


def _goes_on_alike(view: View, before: Clause, clause: Clause) -> bool:
    """Whether two clauses name works and begin with one verb."""
    verb = view.clean[clause.start : clause.start + 2]
    works = all(any(m.type == "Project" for m in c.mentions) for c in (before, clause))
    return works and verb.isalpha() and view.clean.startswith(verb, before.start)


def _led(view: View, program: tuple[Clause, Mention], clause: Clause, members: list[Mention]) -> Iterator[Claim]:
    """Members after their Program: behind its colon, or in the two clauses after a campaign."""
    where, p = program
    if where is clause and carried_out(view, p, members[0]):
        firms = _FIRMS.search(p.key) is not None
        for m in members:
            if m.type == "Project" or firms:
                yield claim_of(view, m, p, (clause,), "after")
        return
    if clause.sentence.part == "glossary":
        return  # what an explanation lists are parts
    if COLON.match(view.clean, p.end):
        rule = "colon"
    elif (one := ONE_OF.match(view.clean, p.end)) and not (
        IN_WORKS.fullmatch(one[0]) and _CARRIES_OUT.search(view.clean, view.lead(where, p.start), p.start)
    ):
        return  # 也是“百亿工程”的头号项目，园区包括甲厂
    elif _OVER.match(view.clean, p.end) and members[0].start - clause.start < 2:
        return  # “村村通”工程收官，甲高速通车
    elif COUNTED.search(p.key) and any(m.type == p.type and 0 <= p.start - m.end <= 1 for m in where.mentions):
        return  # 实施甲、乙、丙三大工程，建设丁中心: it has its parts
    elif members[0].start - clause.start < 2 and p.start == where.start and _SUMMED.match(view.clean, p.end, where.end):
        return  # 供水工程铺设管网58公里，甲变电站完成选址
    elif _COUNTED_WORKS.match(view.clean, p.end, where.end) and not any(_alike(p.key, m.key) for m in members):
        return  # 实施城市更新项目18个，甲公路通车
    elif clause.index - where.index > 1 and _turns(view, where, clause):
        return  # 实施“五大工程”，甲示范区获批，乙项目进展顺利
    elif 0 < _distance(view, where, clause) < 4 and not _ENTERED.search(view.clean, where.start, p.start):
        rule = "after"
        of_kind = of_one_kind(p)
        campaign = (is_campaign(view, p) and not of_kind) or _ASIDE.match(view.clean, p.end) is not None
        campaign = campaign or any(map(_STATE_FIRMS.search, (p.key, view.surface(p))))
        campaign = campaign or done_there(view, clause, p, members[-1].end)
        campaign = campaign or framed(view, where, clause, p, members)
        works = of_kind or _WORKS.search(p.key) is not None
        campaign = campaign or _called_so(view, p, members[-1].end)
        members = [m for m in members if campaign or (works and _alike(p.key, m.key)) or _lifts(p.key, m.key)]
    else:
        return
    for m in members:
        if rule == "colon" and not _of_list(view, clause, p, members, m):
            continue
        if rule == "after" and m.type == "Enterprise" and not _FIRMS.search(p.key):
            continue
        if rule == "after" and m.type == "Project" and (GROWS.search(p.key) or _woos(view, clause, p, members)):
            continue  # 实施“小进规、规改股”培育计划，开工甲变电站
        if rule == "after" and is_other(view, members):
            continue  # 实施五大行动，甲区入选国家计划
        with_ = _WITH.search(view.clean, view.lead(clause, members[0].start), members[0].start)
        if rule == "after" and m.type == "Enterprise" and with_:
            continue  # 强化与甲、乙等领军企业合作
        if rule == "after" and m.type == "Enterprise" and _FARES.match(view.clean, members[-1].end, clause.end):
            continue
        yield view.claim("under_program", m.ref, p.ref, (where, clause), rule, (span(m), span(p)))
