"""Whether a figure tells what was reached or what is aimed at, and the year that an aim is for."""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figures import Figure
from kg.relate.said import below_plan, will_open
from kg.types import ObservationKind, Text, Time

_AIM = re.compile(
    r"(?:预期|主要|奋斗|发展|总体|工作|约束性)性?(?:目标|指标)(?:任务|体系)?(?:安排|建议)?(?:是|为|如下|具体|：)"
    r"|(?:今年|明年|全年|20\d\d年)，?(?:[^，。；]{0,10}的)?(?:预期|主要|发展|总体)*(?:目标|任务)(?:是|为|：)|(?:目标|指标体系)安排"
    r"|(?:我们|今年|明年|全年)的?目标就?是"
    r"|(?:今年|明年|年内|全年|20\d\d年)，?[^，。；\d]{0,10}?计划(?:实施|新建|新开工|引进|新增|推进|安排|完成(?!情况|投资)|实现)"
    r"|20\d\d年，?(?:[全我][省市县区镇乡州旗盟])?(?:计划|力争|预期)(?=[^，。；\d]{2,16}(?:增长|达到?|完成|突破))"
)
# 2023年政府工作报告提出，今年全市生产总值增长6%
_PROPOSED = re.compile(r"(?:工作报告|规划|纲要|行动方案|实施方案|行动计划|实施意见)》?[^，。；]{0,4}(?:提出|明确|要求)")
# 产值目标680亿元, 预期目标为34亿元; not 高于年初目标0.2个百分点
_AIM_VALUE = re.compile(r"(?:^|[，。；：])(?![^，。；：]*(?:于|完成|超|占|达到))[^，。；：]{2,24}目标值?(?:为|是)?$")
_AIM_HEADING = re.compile(r"(?:主要|预期|奋斗|总体|发展)(?:性)?目标$|目标任务$")
# 全市地区生产总值要增长14%，地方财政收入增长12%
_SHOULD = re.compile(r"(?<![需主重首只])要(?:实现|力争|确保)?(?:增长|达到|突破|完成(?!了)|保持在|控制在)")
_EXPECTS = re.compile(r"(?<![超于合])预期(?:增长|达到?|实现|突破|完成)")  # 今年生产总值预期增长6%
_HOPED = re.compile(r"有望(?:增长|达到?|实现|突破|完成|超过?|迈[上过]|跨[上越]|跻身)[^，。；]{0,12}$")
_REACHED = re.compile(r"完成情况|执行情况|同比|[较比]上年|完成了|超额|圆满|累计完成|已")
# 紧盯全年投资增长12%的目标, 锚定产值突破90亿元、增长8%的目标
_GOAL = re.compile(
    r"(?:[、和][^，。；、\d]{0,12}\d[\d.]*[^，。；、\d]{1,6}){0,3}?(?:以上|左右)?的?(?:年度|全年|预期|增长|奋斗)*目标(?![^，。；]{0,6}(?:实现|完成|达成))"
)
_EYED = re.compile(r"紧盯|围绕|锚定|瞄准|对标|按照|咬定|盯紧|朝着|向着|聚焦|确定|提出")
_TO_DO = re.compile(r"(?:全年|今年)?(?:，)?(?:确保|力争|努力实现|务必|建议(?=.{0,24}(?:增长|达|完成)))")
_TO_GET = re.compile(
    r"(?:力争|争取)(?:年内|全年|今年)?(?:新增(?![^，]{0,6}(?:债|资金|额度|指标|补助))|实现(?!了)|达到?|完成(?!了)|突破|培育|引进|净增)"
)
_PLANNED = re.compile(
    r"(?<!截至)(?:^|[，。；、]|年度|年内|今年|全年)计划(?:新?开工|竣工|投产|完成|实施|新建|签约|投资)(?!完成率)"
)
_SURELY_AHEAD = re.compile(
    r"将|拟|计划(?!总投资)|预期|力争|争取|确保|务必|目标|规划|明年|下一?步|下一?阶段|接下来|到20\d\d年|到“十|有望|未来|今后|即将|安排|要"
)
_AHEAD = re.compile(rf"{_SURELY_AHEAD.pattern}|预计")
# 前三季度，预计完成生产总值98亿元: what is not counted to the end yet
_ESTIMATED = re.compile(
    r"(?:前三个?季度|上半年|[一二三四]季度|\d{1,2}[-—~～至]\d{1,2}月|前\d{1,2}个?月)[^，。；]{0,8}，?[^，。；]{0,8}?预计(?!到|年底|年末|将|可)"
)
_GREW = re.compile(r"[，、]?(?:同比|[比较]上年)(?:增长|下降)")  # 全年预计完成投资157亿元，比上年增长21%
_DONE = re.compile(r"已(?:经)?(?:累计)?(?:完成|实现|达)|截至|(?<!力争)(?<!确保)(?<!努力)争取到(?!位|20|明年)")
_REVIEW = re.compile(r"回顾|完成情况")
_STRIVES = re.compile(
    r"力争|确保|将|计划|目标|明年|下一步|拟|努力|务必|争取(?:在|实现|达|完成|到20|突破|年内|今年|新增|培育)"
)
_TO_BRING = re.compile(r"(?<![需主重首只])要|力争|将(?!近)|确保|计划|目标|争取(?!到位)")
_GOT = re.compile(r"争取到")


def is_plan(text: Text) -> bool:
    """Whether most of a text plans, a third of it without words of its own that say so."""
    body = [s for s in text.sentences if s.part == "body"]
    planned = [s for s in body if s.modality == "planned"]
    if 2 * len(planned) <= len(body):
        return False
    return 3 * sum(_AHEAD.search(text.clean, s.start, s.end) is None for s in planned) > len(body)


def aimed(line: Line, position: int) -> bool:
    """Whether the words before speak of aims, though nothing else says so: 2021年主要预期目标是：…."""
    clean, start, path = line.clean, line.near(position), line.sentence.path
    for word, rule in (("标", _AIM), ("计划", _AIM), ("目标", _AIM_VALUE), ("要", _SHOULD)):
        if clean.find(word, start, position) >= 0 and rule.search(clean, start, position):
            line.said.aim = True
    if not line.is_report and (_PROPOSED.search(clean, start, position) or _EXPECTS.search(clean, start, position)):
        line.said.aim = True
    aim = line.said.aim or bool(path and _AIM_HEADING.search(path[-1].text))
    return aim and _REACHED.search(clean, start, position) is None


def kind_and_year(
    line: Line, figure: Figure, clause: int, year: int | None, named: Time | None
) -> tuple[ObservationKind, int | None]:
    """Whether a figure is an actual one or a target, and its year, which may be the plan's.

    Args:
        year: the year that the words say, `named` the expression of time that says so, None where none does.
        clause: where the clause of the figure begins.
    """
    document, clean, near = line.scene.text.document, line.clean, line.near(figure.start)
    kind: ObservationKind = "target" if line.told(figure.start).modality == "planned" else "actual"
    if kind == "target" and _only_obtained(line, figure.start):
        kind, year = "actual", document.year  # 全年争取到位资金12亿元
    elif (
        kind == "target"
        and not line.reading.may_plan
        and not _AHEAD.search(clean, near, figure.start)
        and not below_plan(line.sentence)
        and not will_open(line.scene.text, line.sentence)
    ):
        kind = "actual"  # 一季度实现工业投资15亿元，新签约项目31个，计划总投资98亿元
    elif kind == "target" and not _SURELY_AHEAD.search(clean, near, figure.start):
        grew = clean.find("预计", near, figure.start) >= 0 and _GREW.match(clean, figure.rough)
        estimated = grew or _ESTIMATED.search(clean, near, figure.start)
        kind = "actual" if estimated else kind
    if kind == "actual" and _HOPED.search(clean, clause, figure.start):
        kind = "target"  # 1至5月销售额312亿元，全年有望突破800亿元
    if _turns_to_this_year(line, named, figure.start):
        kind, year = "target", document.plan_year or document.year
    planned = kind == "actual" and clean.find("计划", clause, figure.start) >= 0
    if planned and _PLANNED.search(clean, max(clause - 1, 0), figure.start):
        kind = "target"  # 计划开工项目24个，实际开工27个
    goal = kind == "actual" and _GOAL.match(clean, figure.rough) is not None
    if goal and _EYED.search(clean, max(near, clean.rfind("，", near, figure.start)), figure.start):
        kind = "target"
    if kind == "actual" and aimed(line, figure.start):
        kind = "target"
        if named is None and line.said.year is None:
            year = document.plan_year or year
    last = document.plan_year or document.year
    if kind == "actual" and year is not None and last and year > last:
        kind = "target"  # nobody reports on years to come
    elif kind == "actual" and not line.is_report and _ensured(line, figure.start):
        kind = "target"  # 会议要求，要确保工业增加值增长9%
    elif kind == "actual" and document.kind == "other" and _TO_DO.match(clean, clause):
        kind = "target"
    elif kind == "actual" and document.plan_year and _to_do(line, clause):
        kind, year = "target", year if named is not None else document.plan_year
    if kind == "target" and line.is_report and year is not None and _is_over(line, year, clause, figure.start):
        kind = "actual"  # 预计到2015年底，生产总值达到58亿元, in the report of January 2016
    over = named is not None and year is not None and document.year is not None and year < document.year
    if kind == "target" and over and not line.is_report and "目标" not in clean[clause : figure.start]:
        kind = "actual"  # 2022年预计完成生产总值640亿元, in news of 2023
    ahead = named is not None and document.year is not None and named.last > document.year
    if kind == "target" and not ahead and _until_now(line, figure.start):
        return "actual", year  # 年度计划投资36亿元，截至6月底，开工率94%，完成投资20亿元
    if kind == "target" and not ahead and _DONE.search(clean, clause, figure.start):
        if _GOT.search(clean, clause, figure.start) and named is None:
            year = document.year
        kind = "actual"  # 年度计划投资36亿元，截至6月底已完成20亿元
    return kind, year


def _is_over(line: Line, year: int, clause: int, position: int) -> bool:
    """Whether a year was over when the report was given, and the words before the figure set no aim."""
    plan_year = line.scene.text.document.plan_year
    if plan_year is None or year >= plan_year or line.clean.find("计划", clause, position) >= 0:
        return False
    return line.clean.find("目标", line.near(position), position) < 0


def _ensured(line: Line, position: int) -> bool:
    """Whether the words of the sentence before say what is to be ensured."""
    at = line.clean.rfind("确保", line.near(position), position)
    return at >= 0 and not line.clean.startswith(("了", "有", "率"), at + 2)


def _turns_to_this_year(line: Line, named: Time | None, position: int) -> bool:
    """Whether a sentence on last year goes on with what this one is to bring: 去年新增86家，今年要突破100家."""
    near = line.near(position)
    last = line.clean.find("去年", near, position)
    now = line.clean.rfind("今年", near, position)
    another = named is not None and named.start > now  # 去年突破50万标箱，今年要达到60万标箱，到2023年突破100万标箱
    return 0 <= last < now and not another and _TO_BRING.search(line.clean, now, position) is not None


def _until_now(line: Line, position: int) -> bool:
    """Whether the sentence has said 截至… before, and nothing of what is still to come since."""
    at = line.clean.rfind("截至", line.near(position), position)
    return at >= 0 and _AHEAD.search(line.clean, at, position) is None


def _to_do(line: Line, clause: int) -> bool:
    """Whether the sentence or the clause begins with what is still to be done: 力争…, …，争取新增24家."""
    return bool(_TO_DO.match(line.clean, line.sentence.start) or _TO_GET.match(line.clean, clause))


def _only_obtained(line: Line, position: int) -> bool:
    """Whether only 争取 (which is also to obtain) makes a plan of a sentence below the heading of a review."""
    path, start = line.sentence.path, line.near(position)
    if not path or not _REVIEW.search(path[0].text) or line.clean.find("争取", start, position) < 0:
        return False
    return _STRIVES.search(line.clean, start, position) is None
