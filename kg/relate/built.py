"""What works consist of: the parts that are built of them, the single works of a resort, their phases."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import View, span
from kg.relate.definitions import bare
from kg.relate.wholes import parts_of
from kg.types import Claim, Mention

_CONSISTS = re.compile(
    r"(?:主要|拟|计划|共|规划)?(?:建设内容(?:主要)?(?:为|包括|有)?|(全线)(?:共|还)?(?:设|设置|设有|建设)(?:了)?"
    r"|主要建设|包括|包含|下设|涵盖)"
)
_SO_MANY = re.compile(r"项目(?:共|有|达)?\d+个，|\d+个[^，。；]{0,8}项目，")
_SAME = re.compile(r"(?:该|本|整个)?(?:项目|工程|线路|道路)?")
_SAME_SAID = re.compile(r"(?:该|本|整个)?(?:项目|工程|线路|道路)")
_AMONG = re.compile(r"其中[，]?[“]?")
_ROUTE = re.compile(r"(?:路|高速|铁路|大道|通道|号线|轨道)(?:项目|工程)?(?:[^，。]{0,3}期|[东西南北]?段)?$")
_ESTATE = re.compile(
    r"(?:开发|小镇|新镇|综合体|景区|度假区|旅游区|商贸城|文化城|新城|示范片|古镇|古城|(?:环线|廊道|流域|片区|景观带|生态带|沿线)(?:综合)?(?:提升|治理|整治|修复|改造)?)(?:项目|建设|工程)*$"
)
_LED = re.compile(r"(?:其中|区内|内部)?(?:全面|基本|加快|建成|完成|推进|实施)*[“]?")
_WORKS = re.compile(r"[”]?(?:建设)?(?:项目|工程)?等[^，。；、]{0,6}(?:项目|工程)")
_PHASE = re.compile(r"^(?:项目|工程)?[（(]?(?:[一二三四五\d]+期|首期)[）)]?(?:工程|项目)?$")

_OF_PHASE = re.compile(r"[一二三四五首]期(?:工程|项目)?[^工项建，。、]{2}")  # 一期仓储库
_SEVERAL_PHASES = re.compile(r"[^。\n]{0,80}?分(?:[两二三四五六]|\d)期")
_FAR = 200  # characters from a project to the works of its phases


def built(view: View) -> Iterator[Claim]:
    """The parts, single works and phases of projects and zones."""
    yield from _consists(view)
    yield from _erected(view)
    yield from _phases(view)
    yield from _in_phases(view)


def _consists(view: View) -> Iterator[Claim]:
    """甲高速全线设乙、丙互通; 甲项目…。项目主要建设乙生产线、丙生产线: what a project is said to consist of."""
    last: Mention | None = None
    for clauses in view.sentences():
        named = [m for c in clauses for m in c.mentions if m.type == "Project"]
        begins = view.clean[clauses[0].start - 1 : clauses[0].start] in ("\n", "")
        whole = None if begins and not _SAME_SAID.match(view.clean, clauses[0].start) else last
        for clause in clauses:
            parts = [m for m in clause.mentions if m.type == "Project"]
            found = _CONSISTS.search(view.clean, clause.start, clause.end)
            if found and parts:
                if found.start() == clause.start and clause.index > clause.first:
                    kind = view.clauses[clause.index - 1]
                    many = _SO_MANY.search(view.clean, kind.start, kind.end)  # 工业项目9个，包括甲、乙: some of them
                    if many or (kind.mentions and kind.mentions[-1].type == "Program"):
                        continue  # 启动丙工程；路网行动，包括甲、乙
                before = [m for m in parts if m.end <= found.start()]
                after = [m for m in parts if m.start >= found.end()]
                subject = before[0] if before else whole
                lead = view.clean[clause.start : found.start()]
                if not before and not (
                    _SAME.fullmatch(lead) and (found[1] is None or (subject is not None and _ROUTE.search(subject.key)))
                ):
                    continue
                if subject is not None and after and after[0].start - found.end() < 20:
                    for group in view.lists(after):
                        yield from parts_of(view, subject, group, "built")
            elif whole is not None and len(parts) > 1 and clause.index > clause.first:
                before = [m for m in view.clauses[clause.index - 1].mentions if m.type == "Project"]
                if before == [whole] and _AMONG.fullmatch(view.clean, clause.start, parts[0].start):
                    yield from parts_of(view, whole, view.lists(parts)[0], "built")
            elif parts and len(view.groups(clause)) == 1:
                whole = parts[0]
        last = next((m for m in named if _ROUTE.search(m.key)), named[0]) if named else last


def _erected(view: View) -> Iterator[Claim]:
    """青溪小镇建设稳步推进，甲、乙、丙等项目完工: the single works of a resort, a small town, a development."""
    for clauses in view.sentences():
        for before, clause in itertools.pairwise(clauses):
            whole = before.mentions[0] if len(before.mentions) == 1 else None
            if whole is None or whole.type != "Project" or not clause.mentions:
                continue
            group = view.groups(clause)[0]
            alone = len(group) > 1 and _LED.fullmatch(view.clean, clause.start, group[0].start)
            if alone and _ESTATE.search(whole.key) and _WORKS.match(view.clean, group[-1].end):
                yield from parts_of(view, whole, group, "erected")


def _phases(view: View) -> Iterator[Claim]:
    """玻璃基地二期 is a part of 玻璃基地, a project or a zone, by its full name or by what the text calls it."""
    names: dict[str, Mention] = {}
    inner = ((top, m) for top in view.top for m in view.inner.get(top, ()))
    own = {m for top, m in inner if m.start == top.start and _PHASE.match(view.clean[m.end : top.end])}
    for m in itertools.chain(view.top, *(view.inner[top] for top in view.top if top in view.inner)):
        if m.type in ("Project", "Zone") and m not in own:  # of 甲园三期 alone nobody can tell
            names.setdefault(bare(view.surface(m)), m)
            names.setdefault(m.key, m)
    for name, m in sorted(names.items()):
        if m.type != "Project":
            continue
        for size in range(len(name) - 1, max(1, len(name) - 7), -1):
            whole = names.get(name[:size]) or names.get(name[:size] + "项目")
            if whole is not None and whole.ref != m.ref and _PHASE.match(name[size:]):
                yield view.claim("includes", whole.ref, m.ref, (view.clause(m.start),), "phase", (None, span(m)))
                break


def _in_phases(view: View) -> Iterator[Claim]:
    """甲基地分两期建设，其中一期仓储库投用，二期加工车间开工: works that are the phases of what was named before."""
    whole: Mention | None = None
    for m in view.top:
        if m.type not in ("Project", "Zone"):
            continue
        opens = view.clean[m.start - 1 : m.start] in ("。", "\n")
        if whole is not None and _OF_PHASE.match(view.clean, m.start, m.end) and m.start - whole.end < _FAR:
            if m.type == "Project" and "\n" not in view.clean[whole.end : m.start]:
                yield from parts_of(view, whole, [m], "phase")
        elif _SEVERAL_PHASES.match(view.clean, m.end):
            whole = m
        elif opens:
            whole = None
