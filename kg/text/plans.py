"""Titles of plans, and the years that they plan for."""

from __future__ import annotations

import functools
import re

from kg.numerals import chinese_number

# 第十四个五年规划纲要, 三年行动计划, 关于印发…工作要点的通知: every section plans; not 出台三年行动计划, news of one.
_PLAN = re.compile(
    r"(?:规划|五年计划|发展计划|行动计划|攻坚计划|建设计划|工作计划|项目计划|投资计划|实施计划|实施方案|工作方案|行动方案|建设方案|工作要点|任务清单"
    r"|实施意见|关于(?:进一步|全面|大力|切实)?(?:加快|推进|推动|促进|加强|深化|支持|做好|鼓励|扩大|培育|打造|建设)[^，。]{2,40}的(?:若干)?(?:意见|决定|措施|政策|政策措施)"
    r"|远景目标(?:的建议)?|(?:19|20)\d\d年(?:将|要|拟|计划)[^，。！]{0,8}(?:办好|实施|抓好|推进)[^，。！]{0,12}(?:实事|大事|工程|项目|任务)|规划(?:重点|重大)?(?:工程|项目)(?:表|清单|计划)"
    r"|(?:工程|项目|实事)(?:建设)?(?:安排|任务分解表?|责任分解表?|推进计划)"
    r"|(?:19|20)\d\d年度?[^，。！]{0,14}(?:重大|重点)[^，。！]{0,10}(?:工程|项目)(?:建设)?(?:计划|投资计划|安排)?(?:名单|清单|一览表|计划表|安排表))"
    r"(?:纲要|[”》]{1,2}|的建议|的通知|（[^）]{1,20}）|\([^)]{1,20}\)){0,5}$"
)
_NEWS = re.compile(r"出台|发布|公布|编制|实施(?!方案|意见)|解读|召开|通过|获批|印发(?!.{4,}的通知)|启动|部署")
# 2018年重点项目执行情况和2019年重点项目安排: a chapter looks back, the next plans
_BOTH = re.compile("(?:执行|完成|落实|实施|推进|进展|建设)情况(?:和|与|及|以及|暨)")
_EXPLAINED = re.compile(r"[》”]?(?:政策|文字|图文|图片)?(?:解读|图解)$")  # …总体规划（2012—2030年）|解读
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年?[-—－~～至到]{1,2}((?:19|20)\d\d)年?")
_FIVE = re.compile(
    r"第(?P<count>十[一二三四五六]?)个五年|“?(?<!二)(?P<short>十[一二三四五六]?)五(?!年)”?(?:时期|期间|规划|[^，。]{2,30}规划)"
)
# What a plan starts from: a chapter of review.
_REVIEW = re.compile(
    r"(?:发展|现实|工作|现有|良好|坚实|建设|规划)(?:的)?基础(?!设施)|现状|回顾|成效|成就|基本情况|(?:面临|发展)(?:的)?形势|存在(?:的)?(?:主要|突出)?问题"
    r"|(?:执行|完成|实施|进展)情况|发展环境|(?:规划|编制)背景|困难(?:和|与)?挑战|(?:经济社会|区域|地区|县域|市域)(?:发展)?概况"
)
_FIRST = 1953  # the first year of the first five-year plan


def is_plan(title: str) -> bool:
    """Whether a title is that of a plan, not of news about one."""
    if _SPAN.search(title) is not None:
        title = _EXPLAINED.sub("", title)
    return _PLAN.search(title) is not None and _NEWS.search(title) is None and _BOTH.search(title) is None


def reviews(heading: str) -> bool:
    """Whether a heading of a plan is that of a chapter on what has been reached: 发展基础, 存在的主要问题."""
    return _REVIEW.search(heading) is not None and "目标" not in heading


@functools.lru_cache(maxsize=64)  # asked of each sentence of a text
def planned_years(title: str) -> tuple[int, int] | None:
    """First and last year of a plan for several: …行动计划（2023—2025年）, “十四五”…规划; None where it names none."""
    if not is_plan(title):
        return None
    if (span := _SPAN.search(title)) is not None and span[1] < span[2]:
        return int(span[1]), int(span[2])
    if (five := _FIVE.search(title)) is not None:
        count = chinese_number(five["count"] or five["short"])
        if count is not None:
            first = _FIRST + (int(count) - 1) * 5 + (0 if count < 3 else 3)  # 1963 to 1965 belong to no plan
            return first, first + 4
    return None
