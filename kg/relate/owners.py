"""Who a text names as a project's owner, builder or operator: 建设单位：甲公司; 乙公司为施工总承包单位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import NEAR, Clause, View, span
from kg.scan import FORM_FIELD
from kg.types import Claim, Mention

DOERS = frozenset({"Enterprise", "Organization"})
_WORK = r"(?:投资|建设|承建|承办|实施|施工|总承包|施工总承包|EPC总承包|代建|开发|运营|运营管理|经营|经营管理|管护|项目)"
ROLE = (
    "(?:业主|项目法人|开发商|运营商|承包商|投资商|投资人|"
    rf"{_WORK}{{1,2}}(?:总)?(?:单位|主体|方|人|业主|企业|公司))(?:单位|名称)?"
)
# 建设单位：, 项目业主为
_BEFORE = re.compile(
    rf"(?:项目|工程|其中|该|其|的|，)*{ROLE}(?:（[^（）]*）)?(?:分别)?(?:：|为|是|系)[“]?$"
    r"|(?:负责|承担)(?:该|本|此|项目|工程|一期|二期|主体|的)*(?:施工|承建|建设|投资|运营)的[“]?$"
)
_DIRECT = re.compile(_BEFORE.pattern.replace("(?:：|为|是|系)", "(?:：|为|是|系)?"))  # 业主明澈水电公司
# 甲公司为该项目施工总承包单位, 甲公司作为投资主体
_AFTER = re.compile(rf"[”]?(?:是|为|系|作为|担任)(?:该|本|此|其)?(?:项目|工程)?的?{ROLE}")
_LEAD = 24  # characters before a name in which its role stands
_SCOPE = 8  # clauses back in which the project is looked for
_ITEM = re.compile(r"[①-⑳]|[（(]?[\d一二三四五六七八九十]{1,3}[）).．、](?!\d)")

# a work or a row of firms (P, E), which is all of the part of a line, and what stands behind two such parts
_CELL = re.compile(rf"(?:{_ITEM.pattern})?\s*[“]?(?:P[”]?(?:建设)?(?:项目|工程)?|E(?:[、和与]E)*)[，。；\s]*")
_SUM = re.compile(r"\s*(?:$|[（(]?(?:(?:计划|拟|预计|协议)?(?:总?投资|签约)|[\d.]+余?[万亿]))")

PARENT = re.compile(
    r"(?:集团|公司)?(?:旗下|下属|所属|控股|全资|会员|成员|会长单位)(?:的)?(?:子公司|公司|企业)?(?![，。；、])"
)
_PRESS = re.compile(r"(?:网|日报|晚报|晨报|时报|新闻|频道|客户端|电视台|通讯社|新华社)$")


def is_doer(m: Mention) -> bool:
    """Whether a mention is of somebody who may do a project: no newspaper, no nameless subsidiary."""
    return m.type in DOERS and _PRESS.search(m.key) is None and not m.key.endswith("子公司")


def undertaking(view: View, doer: Mention, work: Mention, clauses: tuple[Clause, ...], rule: str) -> Claim:
    """A claim that somebody does a project."""
    return view.claim("undertakes", doer.ref, work.ref, clauses, rule, (span(doer), span(work)))


def is_parent(view: View, clause: Clause, m: Mention) -> bool:
    """Whether a name only says to whom the next one belongs: 甲集团旗下乙公司, but not 甲集团旗下的某广场."""
    match = PARENT.match(view.clean, m.end)
    if match is None:
        return False
    its = next((o for o in view.near(clause, m) if o.type == "Project" and o.start == match.end()), None)
    return its is None or any(o.type in DOERS and o.start == its.start for o in view.inner.get(its, ()))


def by_role(view: View) -> Iterator[Claim]:
    """甲项目。建设单位：乙公司; 甲项目开工，施工方为乙公司; 甲项目竣工，乙公司为总承包单位."""
    for clause in view.clauses:
        yield from _row(view, clause)
        for group in view.groups(clause):
            doers = [m for m in group if is_doer(m)][:NEAR]
            if not doers:
                continue
            first, last = group[0], group[-1]
            if clause.start == first.start and view.clean[last.end : last.end + 1] == "：":
                yield from _titled(view, clause, doers)
            start = max(clause.sentence.start, first.start - _LEAD)
            role = _DIRECT if first.type == "Enterprise" else _BEFORE
            said = (
                role.search(view.clean, start, first.start) is not None and view.clean[last.end : last.end + 1] != "的"
            )
            if not said and not _AFTER.match(view.clean, last.end, clause.end):
                continue
            of = _project(view, clause, first)
            if of is not None:
                where = (view.clause(of.start), clause)
                for m in doers:
                    yield undertaking(view, m, of, where, "by")


def _row(view: View, clause: Clause) -> Iterator[Claim]:
    """1.甲项目，乙公司，投资9亿元: a line that begins with a work and a firm, or a firm and a work, and no more."""
    if clause.index != clause.first or clause.index + 1 == len(view.clauses):
        return
    after = view.clauses[clause.index + 1]
    if after.first != clause.first or not _SUM.match(view.clean, after.end):
        return
    if view.clean[view.clean.rfind("\n", 0, clause.start) + 1 : clause.start].strip():
        return
    cells = [_cell(view, part) for part in (clause, after)]
    for firms, works in (cells, cells[::-1]):
        if firms and works and firms[0].type == "Enterprise" and works[0].type == "Project":
            for doer in firms:
                yield undertaking(view, doer, works[0], (clause, after), "possessive")


def _cell(view: View, clause: Clause) -> list[Mention]:
    """The one work, or the firms, whose names are all of a clause; [] where it says more."""
    rest, at = "", clause.start
    for m in clause.mentions:
        rest, at = rest + view.clean[at : m.start] + m.type[0], m.end
    return [*clause.mentions] if _CELL.fullmatch(rest + view.clean[at : clause.end]) else []


def _unnamed(view: View, first: Clause) -> bool:
    """Whether a clause opens an item of a list whose project nobody found: 甲基地；风电轴承，建设单位乙公司."""
    text = view.clean[first.start : first.end]
    return view.clean[max(0, first.start - 1)] == "；" and "：" not in text and not first.mentions


def _titled(view: View, clause: Clause, doers: list[Mention]) -> Iterator[Claim]:
    """明澈玻璃：光伏玻璃基地，总投资9亿元: a list of firms, each with its project."""
    if clause.index + 1 == len(view.clauses):
        return
    after = view.clauses[clause.index + 1]
    its = after.mentions[0] if after.mentions else None
    if its is not None and its.type == "Project" and its.start == after.start:
        for m in doers:
            if m.type == "Enterprise":
                yield undertaking(view, m, its, (clause, after), "possessive")


def _project(view: View, clause: Clause, first: Mention) -> Mention | None:
    """The one project that the clause names before a doer, else what the clauses before speak of.

    None where an item of a list begins in between, of which nobody found the project, or where two are named.
    """
    form = FORM_FIELD.match(view.clean, clause.sentence.start) is not None
    for index in range(clause.index, max(-1, clause.index - _SCOPE), -1):
        other = view.clauses[index]
        near = view.near(other, first) if other is clause else other.mentions[-NEAR:]
        named = [m for m in near if m.type == "Project" and m.end <= first.start]
        if named:
            return named[-1] if len({m.ref for m in named}) == 1 else None
        if other.index == other.first and other is not clause and _unnamed(view, other):
            return None
        if form and FORM_FIELD.match(view.clean, other.start):
            continue  # 1.项目名称：甲基地⏎2.实施主体：乙公司: the fields of one form, numbered as items are
        if other.index == other.first and (other.sentence.list_item or _ITEM.match(view.clean, other.start)):
            return None
    return None
