"""The year that a text calls its own, in whatever year a page was put on the net again: 2016年是开局之年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.scan import scan

_TITLED = re.compile(
    r"((?:19|20)\d\d)年(?:[^，。\n]{0,12}?(?:[上下]半年|前三个?季度|第?[一二三四]季度|\d{1,2}[-—~～至]\d{1,2}月|前\d{1,2}个?月)"
    r"|[^，。\n]{0,16}(?:统计公报|经济运行|完成情况))"
)
# 08年某省重点项目建设完成投资900亿元
_SHORT = re.compile(r"(?:20)?([01]\d)年[一-龥]{2,14}?(?:完成|实现|增长|突破|达)")
# 数读三明2022：一组数据看发展
_BARE = re.compile(
    r"(?:数读|数说|数字|数据|图解|回眸|回望|盘点|成绩单|这一年)[^，。\n]{0,12}?(?<![\dA-Za-z])((?:19|20)\d\d)(?![\d年])"
    r"|^((?:19|20)\d\d)，?[^，。\n\d年]{0,12}(?:成绩单|这一年|答卷|数据)"
)
_SAID = re.compile(
    r"今年[（(]((?:19|20)\d\d)年?[）)]|(?<!\d)((?:19|20)\d\d)年[（(](?:即)?今年[）)]"
    r"|将((?:19|20)\d\d)年(?:确定为|定为|作为|确立为)|(?<!\d)((?:19|20)\d\d)年(?:被)?(?:确定|定|确立)为“"
    r"|(?<!\d)((?:19|20)\d\d)年，?(?:正?是|为)[^，。；\n]{0,24}(?:之年|年”|[第头][一]年|的一年)(?!以来|后)"
)
_SAID_OPENS = re.compile("[今将12]")
_PLAN_OPENS = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:的)?(?:伊始|开局|起步之年|第一年|首年)")
_PLAN_OVER = re.compile(
    r"“?十([一二三四五])五”?(?:时期|期间)(?:[^，。\n]{0,8}(?:回顾|成就)|，?是我[^。\n]{2,30}的五年)"
)
_PLAN_ENDS = re.compile(r"“?十([一二三四五])五”?(?:规划)?(?:的)?(?:收官|收官之年|最后一年)")
_PLAN_TITLED = re.compile(r"“?十([一二三四五])五”?(?!规划|计划|开局|末|初)")
_LOOKS_BACK = re.compile(r"辉煌|成就|回眸|回顾|回望|跨越|答卷|成绩单|巡礼|综述|足迹|盘点|这五年|发展纪实")
_OF_PLAN = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_AGO = re.compile(r"(?:当时|那一?年|那时|回首|回望|以来|至今|自|从|早在)[^，。；\n]{0,6}$")
_LEAD = 10


def titled_year(title: str) -> int | None:
    """The year in a title that tells of a year or a part of it: 某市2016年上半年经济运行情况."""
    if (m := _TITLED.search(title)) is not None:
        return int(m[1])
    if (bare := _BARE.search(title)) is not None:
        return int(bare[1] or bare[2])
    short = _SHORT.match(title)
    return 2000 + int(short[1]) if short is not None else None


def years_of_plan(opening: str) -> int | None:
    """The last year of the five-year plan that a report looks back on: “十二五”时期工作回顾, 十三五时期，是…的五年."""
    m = _PLAN_OVER.search(opening)
    return _OF_PLAN[m[1]] + 4 if m is not None else None


def plan_over(title: str) -> int | None:
    """The last year of the plan whose years a title looks back on: 辉煌“十二五” 跨越发展的云岭; not “十二五”规划."""
    m = _PLAN_TITLED.search(title)
    return _OF_PLAN[m[1]] + 4 if m is not None and _LOOKS_BACK.search(title) is not None else None


def plan_ends(count: str) -> int:
    """The last year of a five-year plan: 三 (十三五) → 2020."""
    return _OF_PLAN[count] + 4


def own_year(body: str) -> int | None:
    """The year that the words of a text call the present one; None where they call none so, or several.

    将2016年确定为项目年, “十三五”伊始 (2016), 今年（2016年）; not 2016年投产, which may be long ago, nor
    自“十三五”开局以来.
    """
    years = set(_called(body))
    return years.pop() if len(years) == 1 else None


def _called(body: str) -> Iterator[int]:
    for m in scan(_SAID, _SAID_OPENS, body):
        if not _AGO.search(body, max(0, m.start() - _LEAD), m.start()):
            yield int(next(year for year in m.groups() if year))
    for pattern, later in ((_PLAN_OPENS, 0), (_PLAN_ENDS, 4)):
        for m in pattern.finditer(body):
            if not body.startswith(("以来", "至今", "之年以来"), m.end()) and not _AGO.search(
                body, max(0, m.start() - _LEAD), m.start()
            ):
                yield _OF_PLAN[m[1]] + later
