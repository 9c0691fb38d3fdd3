"""Works and firms that were put on a programme's list: 甲项目列入“百项工程”; 作为“百项工程”的龙头项目，乙…."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.relate.clauses import Clause, View, span
from kg.relate.entries import entry_of
from kg.types import Claim, Mention

MEMBERS = frozenset({"Project", "Enterprise"})
_ENTERS = re.compile(r"(?:列入|纳入|入选|入围|被列为|列为|跻身|获批)[^，；。]{0,8}$")
# nothing but adverbs and whose list it is: 已被正式列入国家
_BARE = re.compile(
    r"(?:该)?(?:项目|工程|公司|企业)?(?:还|也|已|并|均|都|先后|成功|正式|同时|被|一并|全部|顺利|连续|今年|去年|\d{4}年)*"
    r"(?:列入|纳入|入选|入围|被列为|列为|跻身|获批)(?:了|为)?(?:国家|全国|全省|全市|省级|市级|省|市|自治区|首批|第.批)*[“《]?"
)
_WHOSE = re.compile(
    r"[”》]?(?:中?的|支持的)?(?:(?:重点|重大|示范|试点|入库|龙头|标志性|首批|第[一二三四五]批|年度|省级|国家级)(?:建设)?(?:项目|企业|工程)|(?<=中的))[“《]?"
)
_ENTRIES = re.compile(r"[”》]?的?(?:项目|企业|工程)?(?:共?有|包括|为|是)[“《]?")
_OF = re.compile(r"[”》]?(?:计划|名单|清单|工程)?中?的[“《]?")  # 列入“百项工程”的甲、乙
_IS = re.compile(
    r"[”》]?(?:项目|工程)?(?:(?:只|正|便)?是|为|作为|属于|系)(?:[^，。；、]{0,12}(?:落实|推进|实施|开展|践行))?(?:国家|全国|[全我本该][省市县区州镇]|自治区|省|市|县|区|州)?(?:\d{1,3}[项个]|重大|重点)*[“《]?"
)
# …项目投资8亿元，也是我市“百亿工程”的头号项目
_ALSO = re.compile(
    r"(?:该项目|该工程|它)?(?:也|还|既|更|并|同时)*(?:是|为|属于)(?:国家|全国|[全我本该][省市县区州镇]|自治区|省|市|县|区|州)?(?:重大|重点)?[“《]?"
)
_AS = re.compile(r"(?:作为|属于|列入|纳入|入选)(?:了|国家|全国|全省|全市|省|市)*[“《]?$")
ONE_OF = re.compile(
    r"[”》]?(?:中?的|确定的)?(?:[^，。；、]{0,14}(?:项目|工程|子项目|组成部分|缩影|典型|代表作|生动实践)(?:之一)?|之一)(?=[，。；])"
)
_GRANTED = re.compile(r"[^，；。]{0,24}获(?:得|批)?[^，；。、]{0,14}[“《]?")  # 甲公司获科技部“强基工程”支持
_GRANT = re.compile(r"[”》]?(?:重大|重点)?(?:项目|专项|课题)?(?:立项|支持|资助|资金|扶持|入库)")
# 将46个重点项目纳入“百项工程”，…，甲、乙等项目提速
_TAKEN_IN = re.compile(r"\d+个[^，。；]{0,10}项目[^，。；]{0,4}(?:列入|纳入)[^，。；]{0,6}$")
AND_WORKS = re.compile(r"[”]?等[^，。；、]{0,10}(?:工程|项目)")
# 该项目已列入全省
_THIS = re.compile(
    r"(?:该|此|这个|本)项目(?:还|也|已|已经|并|先后|成功|正式|同时|被|今年|去年|\d{4}年)*(?:列入|纳入|入选|入围|被列为|列为|获批)(?:了|为)?"
    r"(?:国家|全国|全省|全市|省级|市级|省|市|自治区|首批|第.批)*[“《]?"
)
_PHASE = re.compile("[一二三四五首]期(?:项目|工程)?")
_OPENS = 4  # characters before what a sentence begins with
_FAR = 4  # clauses from where projects were put on a list to some of them


def entered(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """What the clauses of a sentence say was put on the list of a programme, or is one of it."""
    yield from _whose(view, clauses)
    yield from _as_one_of(view, clauses)
    yield from _taken_in(view, clauses)
    yield from _this_work(view, clauses)


def _whose(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲项目总投资8亿元，已列入省重大项目计划: what the sentence begins with; 省“百企计划”重点项目甲: what follows."""
    opens = next((c for c in clauses if c.mentions), clauses[0])
    for clause in clauses:
        groups = view.groups(clause)
        for i, group in enumerate(groups):
            m = group[0]
            if m.type != "Program":
                continue
            front = _front(view, clause, m)
            lead = view.clean[view.lead(clause, m.start) : front]
            enters = _ENTERS.search(lead) is not None
            if clause is not opens and groups[0][0].start >= front:
                if enters and _BARE.fullmatch(lead):
                    yield from _claims(view, view.groups(opens)[0], m, (opens, clause))
                if _ALSO.fullmatch(view.clean, clause.start, front) and ONE_OF.match(view.clean, group[-1].end):
                    works = [one for one in opens.mentions if one.type == "Project"]
                    yield from _claims(view, works[:1] or view.groups(opens)[0][:1], m, (opens, clause))
            if (
                groups[0][0].start >= front and (entry := entry_of(view, clause)) is not None
            ):  # ●甲大桥⏎是“百项工程”之一
                is_one = _ALSO.fullmatch(view.clean, clause.start, front) and ONE_OF.match(view.clean, group[-1].end)
                yield from _claims(view, [entry] if is_one or (enters and _BARE.fullmatch(lead)) else [], m, (clause,))
            following = groups[i + 1] if i + 1 < len(groups) else []
            if following and _leads_to(view.between(group[-1], following[0]), enters):
                yield from _claims(view, following, m, (clause,), "whose")
            granted = i and _GRANT.match(view.clean, group[-1].end)
            if granted and _GRANTED.fullmatch(view.clean, groups[0][-1].end, m.start):
                yield from _claims(view, groups[0], m, (clause,))
            last = i - 1 - (i > 0 and groups[i - 1][0].start >= front)
            before = groups[last] if last >= 0 else []
            if before and _IS.fullmatch(view.clean, before[-1].end, front) and ONE_OF.match(view.clean, group[-1].end):
                yield from _claims(view, before, m, (clause,))


def _leads_to(gap: str, enters: bool) -> bool:
    """Whether words say that what follows a programme is of it: “百企计划”|重点项目|甲; 列入“百项工程”|的|甲."""
    if _WHOSE.fullmatch(gap):
        return True
    return enters and (_ENTRIES.fullmatch(gap) or _OF.fullmatch(gap)) is not None


def _front(view: View, clause: Clause, program: Mention) -> int:
    """Where a programme begins, with the place before it whose it is: 列入|云岭市“百项工程”."""
    start = program.start - (view.clean[program.start - 1] in "“《")
    before = next((m for m in view.near(clause, program) if m.type == "Region" and m.end == start), None)
    return before.start if before is not None else program.start


def _as_one_of(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """作为“百项重点”的标志性工程，甲项目、乙项目…: what the next clause begins with."""
    for before, clause in itertools.pairwise(clauses):
        programs = [m for m in before.mentions if m.type == "Program"]
        if not programs or len(programs) != len(before.mentions) or not clause.mentions:
            continue  # 作为甲计划和乙工程的龙头项目，丙…
        first = view.groups(clause)[0]
        if first[0].start - clause.start > 1 or not _AS.search(view.clean, before.start, programs[0].start):
            continue
        if ONE_OF.match(view.clean, programs[-1].end):
            for m, p in itertools.product(first, programs):
                yield from _claims(view, [m], p, (before, clause))


def _taken_in(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """将46个重点项目纳入“百项工程”，…，甲、乙等项目提速: some of them, with which a later clause begins."""
    over: tuple[Clause, Mention] | None = None
    for clause in clauses:
        group = view.groups(clause)[0] if clause.mentions else []
        if over is not None and group and group[0].start == clause.start and clause.index - over[0].index <= _FAR:
            works = group if AND_WORKS.match(view.clean, group[-1].end) else []
            yield from _claims(view, works, over[1], (over[0], clause))
        for m in clause.mentions:
            if m.type == "Program" and _TAKEN_IN.search(view.clean, view.lead(clause, m.start), m.start):
                over = (clause, m)


def _this_work(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """甲产业园占地90亩。据悉，该项目已列入“百项工程”: what the sentence before began with."""
    clause = next((c for c in clauses if c.mentions), None)
    if clause is None or clause.mentions[0].type != "Program" or not clauses[0].index:
        return
    p = clause.mentions[0]
    if not _THIS.fullmatch(view.clean, clause.start, _front(view, clause, p)):
        return
    before = view.clauses[view.clauses[clauses[0].index - 1].first]
    if "\n" in view.clean[before.start : clause.start] or not before.mentions:
        return
    work = before.mentions[0]
    phase = _PHASE.fullmatch(view.clean, work.start, work.end)  # 三期计划明年启动。该项目… is the whole
    if work.type == "Project" and work.start - before.start <= _OPENS and not phase:
        yield from _claims(view, [work], p, (before, clause))


def _claims(
    view: View, members: Sequence[Mention], program: Mention, clauses: tuple[Clause, ...], rule: str = "entered"
) -> Iterator[Claim]:
    """The claims that the works and firms of a list belong to a programme."""
    for m in members:
        if m.type in MEMBERS:
            yield claim_of(view, m, program, clauses, rule)


def claim_of(view: View, member: Mention, program: Mention, clauses: tuple[Clause, ...], rule: str) -> Claim:
    """A claim that a member belongs to a programme."""
    return view.claim("under_program", member.ref, program.ref, clauses, rule, (span(member), span(program)))
