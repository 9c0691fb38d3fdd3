"""The years that a report tells of: the one it looks back on and the one it plans for.

Example: a report of January 2022 with the headings 2021年工作回顾 and 2022年重点工作 looks back on 2021 and plans for
2022. No example: one of December 2021, which looks back on its own year, whatever the headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.text.own_year import years_of_plan
from kg.text.past import is_past
from kg.text.times import NAMED_YEAR

# 某街道2022年工作总结: it sums up the year of its title, and 今年 is that year, even where it came out in January
SUMMARY = re.compile(r"(?<!\d)((?:19|20)\d\d)年度?[^，。：！\d\n]{0,12}?(?:工作)?总结(?![^，。]{0,4}会)")
_REVIEW_HEADING = re.compile(
    r"(?:[一二三]、|\n|^)[^\n。，]{0,16}?((?:19|20)\d\d)年[^\n。；]{0,12}?(?:工作回顾|回顾|主要工作(?!安排|打算|部署|计划|任务|思路|目标|重点|建议)|重点工作(?:成效|完成|进展|推进情况|情况)|工作总结|工作成效|工作情况|取得|来之不易|发展成|完成情况|执行情况)"
)
PLAN_HEADING = re.compile(
    r"(?:[一二三四]、|\n|^|。)[^\n。，]{0,12}?((?:19|20)\d\d)年(?:(?!(?:19|20)\d\d年)[^\n。；]){0,14}?"
    r"(?:工作安排|工作打算|目标任务|重点工作(?!成效|完成|进展|推进情况|情况)|工作任务|主要任务|主要目标|工作思路|工作部署|总体要求|工作计划|政府工作|预期目标|工作建议|工作重点|工作目标|(?:打算|计划)[：\n])"
)
_PART_OF_YEAR = re.compile(
    r"((?:19|20)\d\d)年(?:上半年|前三季度|第?[一二三]季度|前[\d一二三四五六七八九十]{1,2}个?月|[\d一二三四五六七八九十]{1,2}(?:个月|月份)|\d{1,2}[-—至~]\d{1,2}月)"
)
_WE_SHALL = re.compile(
    r"(?<![\d.到至])((?:19|20)\d\d)年，?(?:(?:正?是|作为)[^。；\n]{2,30}，)?(?:我们|全[省市县区镇乡村]|我[省市县区镇乡村局院校场]|镇|乡|县|区|村)?(?:要|将|的?(?:主要|总体)?(?:预期|奋斗|工作)?(?:目标|思路|重点|打算))"
)
# 2023年启动甲高中迁建。…2023年加快乙医院建设: so many sentences tell of the year to come
_WORKS_OF = re.compile(r"[。；\n]((?:19|20)\d\d)年(?:启动|加快|推进|实施|编制|新建|计划|完成)")
# 总结2018年经济工作，部署2019年任务: what a meeting is called for
_FOR_BOTH = re.compile(r"(?:总结|回顾)((?:19|20)\d\d)年[^。\d]{0,30}?(?:部署|安排|研究|谋划|布置)((?:19|20)\d\d)年")
# 2025年是“十四五”收官之年。我们要…: of a report of which only the plans stand
_YEAR_SET_OUT = re.compile(
    r"(?:^|[。\n])((?:19|20)\d\d)年，?是[^。\n]{2,60}(?:之年|一年)(?:，[^。\n]{0,60})?。(?:[^。\n]{0,60}。)?(?:我们|全[省市县区]|为此，(?:我们)?)?(?:要|将|必须|务必)"
)
_SEVERAL = 3
_SPRING = 4  # the last month in which a report cannot have its own year behind it
_LATE = 11  # the month from which a report looks back on its own year
_SO_FAR = re.compile(
    r"今年(?:以来|上半年|前三季度|前[\d一二三四五六七八九十]{1,2}个月|\d{1,2}月?[-—~～至到]\d{1,2}月)|[，。\n](?:上半年|前三季度|\d{1,2}[-—~～至到]\d{1,2}月)"
)
_YEARS_BEFORE = re.compile(
    r"过去[的]?[三五]年|[三五]年来|“?十[一二三四五]五”?(?:时期|期间|以来)|去年|(?:19|20)\d\d年，全[省市县区]"
)
_OPENING = 800  # characters of a report that tell of what time it looks back on
ANY_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)年")
_ROSE = re.compile(
    r"(?:\d{1,2}月)?(?:正式)?(?:升级为|升格为|更名为|晋升为|被?(?:国务院|省政府)?批准(?:为|设立|成立|升级))"
)
_MEASURE = re.compile(r"(?:[是为比较由从到至]|相当于)$")


def report_years(title: str, clean: str, given: re.Match[str] | None) -> tuple[int | None, int | None]:
    """The year reported on and the year planned for: by headings, else by the date of delivery, else by the title."""
    if (part := _PART_OF_YEAR.search(title)) is not None:
        return int(part[1]), None  # 2018年上半年计划执行情况
    if (summed := SUMMARY.search(title)) is not None:
        return int(summed[1]), int(summed[1]) + 1
    looking_back = {found.start(1): int(found[1]) for found in _REVIEW_HEADING.finditer(clean)}
    looking_back, still = _not_over(looking_back, given)
    reviews = [*looking_back.values()]
    plans_headed = ((found.start(1), int(found[1])) for found in PLAN_HEADING.finditer(clean))
    headed = [(at, year) for at, year in plans_headed if at not in looking_back]  # 2021年及本届政府工作回顾
    headed = sorted({*headed, *still.items()})
    said = NAMED_YEAR.search(title)
    near = _near(given, said)
    if near is not None:
        reviews = [year for year in reviews if near - 2 <= year <= near]
        first = near + 1 if given and int(given[2]) >= _LATE else near
        headed = [(at, year) for at, year in headed if first <= year <= near + 1]
    # What stands below the title says more: 关于2015年政府工作的报告 may plan for 2016.
    title_end = clean.find("\n")
    below = [year for at, year in headed if at > title_end]
    if said and not (given or reviews or below):
        ahead = {int(found[1]) for found in _WE_SHALL.finditer(clean)}
        ahead |= {year for year, n in Counter(int(m[1]) for m in _WORKS_OF.finditer(clean)).items() if n >= _SEVERAL}
        if int(said[1]) + 1 in ahead:  # 某镇2018年工作报告 …。2019年，我们要…
            return int(said[1]), int(said[1]) + 1
    at_its_end = given is not None and int(given[2]) >= _LATE and int(given[1]) in reviews
    plans = below or ([] if at_its_end else [year for _, year in headed])  # 2013年政府工作报告, of its December
    if reviews and (not plans or max(reviews) < max(plans)):
        review = max(reviews)
        return review, review + 1
    if plans:
        plan = Counter(plans).most_common(1)[0][0]
        return plan - 1, plan
    if given and _SPRING < int(given[2]) < _LATE and _tells_of_months(clean):
        return int(given[1]), None  # 讲话（2009年8月6日）…今年1至7月，引进项目76个
    if given:
        # Late in the year the report looks back on that year and ahead to the next.
        year = int(given[1]) if int(given[2]) >= _LATE else int(given[1]) - 1
        return year, year + 1
    if said:
        return int(said[1]) - 1, int(said[1])
    opening = clean[:3000]
    if (both := _FOR_BOTH.search(opening)) is not None and int(both[2]) == int(both[1]) + 1:
        return int(both[1]), int(both[2])
    if (set_out := _YEAR_SET_OUT.search(opening)) is not None:
        return int(set_out[1]) - 1, int(set_out[1])
    years = Counter(int(m[1]) for m in present_years(opening) if not _is_measure(opening, m))
    if years:
        planned = (int(m[1]) for m in _WE_SHALL.finditer(opening))
        if next_year := min((one for one in planned if one - 1 in years), default=0):
            return next_year - 1, next_year  # 2010年，甲路竣工。…2011年是开局之年，我们要…
        year = max(years, key=lambda one: (years[one], one))
        return year, year + 1
    over = years_of_plan(clean[:1000])
    return (over, over + 1) if over is not None else (None, None)


def _tells_of_months(clean: str) -> bool:
    """Whether a report of the midst of a year opens with its months so far, and not with the years before it."""
    opening = clean[:_OPENING]
    return _SO_FAR.search(opening) is not None and _YEARS_BEFORE.search(opening) is None


def _not_over(headings: dict[int, int], given: re.Match[str] | None) -> tuple[dict[int, int], dict[int, int]]:
    """Headings that look back, and those that cannot, as their year had just begun: 二、2021年主要工作, of February."""
    years = sorted(set(headings.values()))
    if given:
        just_begun = int(given[1]) if int(given[2]) <= _SPRING else None
    else:
        in_turn = len(years) == 2 and years[1] == years[0] + 1 and headings[min(headings)] == years[0]
        just_begun = years[1] if in_turn else None
    still = {at: year for at, year in headings.items() if year == just_begun}
    return {at: year for at, year in headings.items() if at not in still}, still


def _is_measure(clean: str, year: re.Match[str]) -> bool:
    """Whether a year is what another one is compared with, or a far aim: 产值是2007年的2.1倍; 预计到2020年达380亿元."""
    return _MEASURE.search(clean, max(0, year.start() - 3), year.start()) is not None


def present_years(clean: str) -> Iterator[re.Match[str]]:
    """The years that a text names, without those in which a company or body was founded."""
    return (
        found
        for found in ANY_YEAR.finditer(clean)
        if not is_past(clean, *found.span()) and not _ROSE.match(clean, found.end())
    )


def _near(given: re.Match[str] | None, said: re.Match[str] | None) -> int | None:
    """The year of the date of delivery, else of the title: those of headings lie about it."""
    if given:
        return int(given[1])
    return int(said[1]) if said else None
