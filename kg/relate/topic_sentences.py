"""What the sentences behind one about a campaign name: 实施“百亿工程”。推进甲、乙建设。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.relate.campaigns import COUNTED, is_campaign, is_other
from kg.relate.clauses import Clause, View, span
from kg.relate.steps import ORDINAL
from kg.types import Claim, Mention

_DIGIT = re.compile(r"\d{1,2}[.、．](?!\d)|（\d{1,2}）")  # in one paragraph: 实施甲行动。1.建设…。推进乙厂
_HEAD = 24  # characters of the head of an item
_OPENS = 8  # characters before a programme that opens a sentence
_CLOSING = re.compile(r"[”》]?(?:建设|项目|活动|行动|工程)?[。：；]")
# 深入实施城市更新行动。
_TOPIC = re.compile(
    r"——|[^，。；]{0,6}(?:大力|深入|全面|扎实|持续|加快|全力|着力|强力|积极|继续|统筹)?"
    r"(?:实施|推进|开展|打好|打赢|启动|抓好|推动|深化)[“《]?"
)
# “十大工程”进展顺利。
_GOES = re.compile(
    r"[”]?(?:建设|项目)?(?:进展|推进|实施|完成|建设)?(?:顺利|有力|有序|提速|加快|全面|扎实|稳步|强力|高效|成效)[^，。；]{0,8}。"
)


_SO_MANY = re.compile(
    r"(?:全年|累计|共|谋划|安排|推进|开工|建设|新建|铺排|策划)*(?:实施|铺开|安排|推进|开工|建设|谋划|铺排|策划)[^，。；、\d]{0,10}项目\d{1,4}个"
    r"|(?:全年|累计|共|新)*(?:签约|引进|招引|落地)[^，。；、\d]{0,10}项目\d{1,4}个"
    r"|(?:全力|集中力量|重点|统筹|加快|着力|扎实|计划|全年|强力)*(?:抓好|推进|实施|推动|安排|建设|铺排|谋划|做好)(?:总?投资[^，。；、]{2,12}的)?\d{1,4}个(?:总?投资[^，。；、]{2,12}的)?"
    r"(?:[省市县区]?级?|重点|重大|亿元以上|产业|工业|建设|标志性){0,4}(?:项目|工程)"
    # 63个重点项目完成投资96亿元
    r"|(?:全年|累计|共|全[市县区])*\d{1,4}个[^，。；、\d]{0,8}(?:项目|工程)(?:全年|累计|共|已|年内)*"
    r"(?:完成投资\d|(?:全部|全面|顺利|如期|集中)*(?:开工|复工|推进|实施|竣工|建成))"
)
# “百亿工程”完成投资78亿元
_SPENT = re.compile(r"[”]?(?:项目|建设)?(?:全年|累计|共|已|年内)*完成投资\d")
# 工业方面，加快甲、乙; 交通领域，开工丙
_FIELD = re.compile(
    r"(?:其中，?)?[一-龥]{2,8}(?:(?:方面|领域)，|(?<!该|此|本)(?<!重点|重大)项目(?:主要|重点|着力|优先)+(?:抓好|推进|实施|建设|推动|安排|是|有|包括))"
)
_PRICED = re.compile(r"总?投资[\d.]+[亿万]元的")  # 新签约项目6个。总投资6亿元的甲产业园，…；总投资…
_CARRIES_ON = re.compile(r"(?:重点|加快|全力|着力|扎实|集中力量)*(?:抓好|推进|推动|建设|实施|加快)(?:了|好)?")
_AS_WORKS = re.compile(r"[”]?(?:等[^，。；、]{0,10}(?:工程|项目)|(?:项目|工程)?(?:建设|前期|进度)?[，。；])")
_AIMED = re.compile(r"(?:围绕|聚焦|按照|对照|紧扣|对标|瞄准)")
_STAND = re.compile(
    r"[”]?(?:等[^，。；、]{0,10})?(?:项目|工程)?(?:全面|相继|先后|基本|如期|全部|均|已|顺利|正式|加快|集中)*"
    r"(?:建成|投用|完工|竣工|完成|投入|投产|开工|落地|推进|建设|签约|动工)"
)
_LISTS = re.compile(r"[”》]?[^，。；：、]{0,10}：")


class _Over(NamedTuple):
    """A campaign that a sentence is about, the clause that says so, and whether that is an item: 一是实施甲行动."""

    program: Mention
    clause: Clause
    item: bool


def of_topic(view: View) -> Iterator[Claim]:
    """The projects of the sentence behind a campaign's, of numbered sentences behind it, or of the rest of its item.

    A sentence goes on behind a semicolon: 甲提升方面，…；乙提升方面，….

    None of a sentence behind that one, nor what stands behind another programme.
    """
    over: _Over | None = None  # the campaign of the sentence before, or of the item
    listed: _Over | None = None  # that of a numbered list
    fields: _Over | None = None  # that of sentences each about one field
    head = False  # whether the sentence before is no more than the head of an item: 一是加快公路建设。
    before: list[Clause] = []
    for clauses in view.sentences():
        start = clauses[0].start
        if before and "\n" in view.clean[before[0].end - 1 : start]:
            over = listed = fields = None
            head = False
        number = ORDINAL.match(view.clean, start) or _DIGIT.match(view.clean, start)
        if over is not None and number is not None:
            listed, over = (listed if over.item else over), None
        now = over or (listed if number is not None or head else None)
        head = number is not None and _is_head(clauses)
        topic = _topic(view, clauses, number is not None)
        if now is None and before and view.clean.startswith("其中", start):
            now = _carried_out(view, before)
        if _FIELD.match(view.clean, start) or _PRICED.match(view.clean, start) or _goes_on(view, clauses[0]):
            fields = fields or (_carried_out(view, before) if before else None)
            now = now or fields
        elif not view.clean.endswith("；", before[0].start if before else 0, start):
            fields = None
        if now is not None:
            yield from _works(view, now, clauses)
        fields = fields or _by_field(view, clauses)
        over = topic or (over if over is not None and over.item else None)
        if over is None and view.clean[clauses[-1].end - 1] == "；":
            over = now or _listing(view, clauses)
        before = clauses


def _is_head(clauses: list[Clause]) -> bool:
    """Whether a numbered sentence only says what its item is about: 一是加快公路建设。"""
    return len(clauses) == 1 and not clauses[0].mentions and clauses[0].end - clauses[0].start <= _HEAD


def _by_field(view: View, clauses: list[Clause]) -> _Over | None:
    """推进“强县行动”，工业方面，甲投产；农业方面，乙…: what a campaign is, field by field."""
    if len(clauses) < 3 or len(clauses[0].mentions) != 1 or clauses[1].mentions:
        return None
    program = clauses[0].mentions[0]
    if program.type != "Program" or not is_campaign(view, program):
        return None
    field = _FIELD.fullmatch(view.clean, clauses[1].start, clauses[2].start)
    return _Over(program, clauses[0], False) if field else None


def _goes_on(view: View, clause: Clause) -> bool:
    """Whether a clause goes on with works: 抓好甲、乙、丙等重点项目; 甲、乙建成投用."""
    group = view.groups(clause)[0] if clause.mentions else []
    if len(group) < 2 or any(m.type != "Project" for m in group):
        return False
    if group[0].start - clause.start < 2 and _STAND.match(view.clean, group[-1].end, clause.end):
        return True
    lead = _CARRIES_ON.fullmatch(view.clean, clause.start, group[0].start)
    return lead is not None and _AS_WORKS.match(view.clean, group[-1].end, clause.end) is not None


def _carried_out(view: View, clauses: list[Clause]) -> _Over | None:
    """推进“双百攻坚”行动，实施重大项目108个。其中，甲、乙开工: the works of which so many are told."""
    where = next((c for c in reversed(clauses) if c.mentions), None)
    if where is None or any(m.type != "Program" for c in clauses for m in c.mentions):
        return None
    program = where.mentions[-1]  # 开展甲活动，实施乙计划，铺排项目168个
    if len(where.mentions) > 1 or not is_campaign(view, program):
        return None
    told = any(_SO_MANY.match(view.clean, c.start, c.end) for c in clauses if c.start >= where.end)
    told = told or _SPENT.match(view.clean, program.end, where.end) is not None
    return _Over(program, where, False) if told else None


def _listing(view: View, clauses: list[Clause]) -> _Over | None:
    """“十大工程”进展顺利：甲完工；乙启用；: the list goes on behind a semicolon, to the end of the sentence."""
    for clause in clauses:
        for m in clause.mentions:
            if m.type == "Program" and COUNTED.search(m.key) and _LISTS.match(view.clean, m.end, clauses[-1].end):
                return _Over(m, clause, False)
    return None


def _works(view: View, over: _Over, clauses: list[Clause]) -> Iterator[Claim]:
    for clause in clauses:
        if any(m.type == "Program" for m in clause.mentions):
            if _AIMED.match(view.clean, clause.start) and all(m.type == "Program" for m in clause.mentions):
                continue  # 围绕“三年大变样”，抓好甲、乙
            return
        if any(m.type == "Slogan" for m in clause.mentions):
            continue
        for group in view.groups(clause):
            if is_other(view, group):
                continue
            for m in group:
                if m.type == "Project":
                    spans = (span(m), span(over.program))
                    where = (over.clause, clause)
                    yield view.claim("under_program", m.ref, over.program.ref, where, "after", spans)


def _topic(view: View, clauses: list[Clause], item: bool) -> _Over | None:
    """The campaign that is all that a sentence is about: 深入实施甲行动。“十大工程”进展顺利。"""
    last = clauses[-1]
    if len(last.mentions) != 1 or last.mentions[0].type != "Program":
        return None
    if any(m.type not in ("Slogan", "Region", "Zone") for c in clauses[:-1] for m in c.mentions):
        return None  # 坚持项目为王，实施甲行动。 is about it; 建成乙大桥，实施甲行动。 is not
    program = last.mentions[0]
    goes = (
        len(clauses) == 1
        and program.start - last.start <= _OPENS
        and _GOES.fullmatch(view.clean, program.end, last.end)
    )
    named = _CLOSING.fullmatch(view.clean, program.end, last.end)
    said = goes or (named and _TOPIC.fullmatch(view.clean, last.start, program.start))
    if (said and is_campaign(view, program)) or (goes and COUNTED.search(program.key)):
        return _Over(program, last, item)
    return None
