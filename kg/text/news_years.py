"""The year of news: that of their date, else the last year of which they tell what was done.

Example: news of a day in May with 2012年，…增长16% are of 2013. No example: the year of a plan, 力争2025年建成.
"""

from __future__ import annotations

import re

from kg.scan import after_last
from kg.text.ahead import WILL
from kg.text.own_year import own_year, plan_over, titled_year
from kg.text.plans import planned_years
from kg.text.published import without_dates
from kg.text.report_years import ANY_YEAR, present_years

_DATELINE = re.compile(r"日[电讯]$")
A_DAY = re.compile(r"(?<![年\d])(\d{1,2})月\d{1,2}日")
FIRST_DAY = 120  # characters of the body of news in which the day stands on which they were written
_TWO_FIGURES = re.compile(r"(?<![\d第])([01]\d)年(?=[底末初春夏秋冬]|[上下]半年|\d{1,2}月)")
# 2023中国百强县揭晓, in a title
_LISTED = re.compile(
    r"(?<![\dA-Za-z])((?:19|20)\d\d)(?:年度?)?(?=(?:中国|全国|世界|全球)[^，。]{0,12}(?:强|榜|名单|指数|报告|排名))"
)
_STRETCH_TITLED = re.compile(
    r"(?<!\d)(?:19|20)\d\d年?[-—－~～至到]+((?:19|20)\d\d)年?(?![^，。]{0,12}(?:规划|计划|方案))"
)
SETS = (
    r"[^。]{0,8}?(?:提出|明确|要求)了?，?((?:19|20)\d\d)年(?:，?[^，。；\d]{0,8}(?:将|要|力争|计划|推动|加快)"
    r"|，?[^，。；\d]{0,24}(?:增长|达到?|突破)\d|[^，。；\d]{0,8}(?:任务|目标|安排|重点))"
)
# 报告提出，2020年，将建设新城: news of the report of that year
_REPORT_SETS = re.compile(f"报告{SETS}")
_OPENING_DATE = re.compile(
    r"(?:本报讯|[^，。\n]{0,24}?[（(]?[^，。\n]{0,24}?[）)])?[，]?((?:19|20)\d\d)年\d{1,2}月\d{1,2}日"
)
# a line with no more than the month and who says it: 2016年8月 松泉日报
_MONTH_LINE = re.compile(r"[^，。：\n\d]{0,12}((?:19|20)\d\d)年\d{1,2}月[^，。：；\n\d]{0,16}\n")
# 到2025年, 力争2025年建成, 预计于2025年投产; 2025年底前建成, 2025年力争: years to come
_AHEAD = re.compile(
    r"(?:(?<![止遇收得受达加高升大少降展长小])到|(?<![截加高升大少降展长小增减年])至|[-—－~～]|比|较|拟|将|力争|争取|确保|计划|预计|预期|有望|目标|规划|远景|未来|期限)[^，。；：、\n]{0,8}\Z"
    r"|(?:力争|争取|确保|计划(?!总?投资|用地|占地)|预计|有望|拟|将)[^。；\n]{0,14}\Z"
)
_TO_COME = re.compile(
    r"(?:[-—－~～至到]|(?:\d{1,2}月份?)?[底末]?前(?!三|[一二三四五六七八九十\d])|度?(?:储备|谋划|前期|拟建)|[底末度]?，?(?:\d{1,2}月份?)?(?:将|拟|力争|计划|预计|有望|实现目标|规划|[^，。；]{0,12}(?:目标|力争|确保|计划|预期)))"
)
_PLAN_BEGINS = (
    ("十二五", 2010),
    ("十三五", 2015),
    ("十四五", 2020),
    ("十五五", 2025),
)  # the year before, when it is drawn up
_DATED_ITEM = re.compile(
    r"^[★●▲◆■◇☆·\s]*((?:19|20)\d\d)[.．/](?:1[0-2]|0?[1-9])(?![\d.．/亿万元%个平公吨])\s?[一-龥“]", re.MULTILINE
)
# 入选“2023东山省民营企业100强”: a list of a year that is over
_RANKED = re.compile(r"(?:入选|获评?|上榜|跻身|荣登|入围)[“《]?((?:19|20)\d\d)(?=[一-龥]{2,16}\d{0,3}(?:强|榜|名单))")
# 2023年，某县力争: what is still to come of a year; not 2023年，公司将总部迁入
_SOON = re.compile(
    rf"，?[^，。；\n\d]{{0,14}}?(?:力争|拟(?=[建新投于])|(?<![重主需必])要(?=集中|抓|重点|着力|继续|大力|全力|加快|推进)|计划(?=完成|实现|新增|新建|投资|引进|实施|安排|开展|启动(?!建设))|{WILL.pattern})"
)
_AIMS_UNTIL = 10  # the last month in which aims are for the year itself
_SO_FAR = re.compile(r"今年(?:前|1月?[-—~～至到])(\d{1,2})个?月")
# 2022年，全县林产品产值46亿元
_WHOLE_YEAR = (
    r"，?[^，。；：\d\n]{0,16}?(?:产值|生产总值|收入|销售额|产量|进出口|增加值|税收|营收)[^，。；：\d\n]{0,6}"
    r"\d[\d.]*[多余]?[万亿]"
)
_STRETCH = re.compile(r"(?:19|20)\d\d年?[-—－~～至到]+$")
_BY_PLAN = re.compile(
    r"(?:按照|根据|依据)[^。]{0,24}(?:规划|方案|计划|纲要|意见|办法)|(?:规划|方案|计划|纲要)》?(?:提出|明确)|力争|计划(?:在|用|从)"
    r"|(?:建设|实施|规划|有效)(?:周期|期限?)|工期"
)
# 2023松泉产业推介会, 2023年 said without 年: what a text without any other year tells of is held in it
_EVENT_YEAR = re.compile(
    r"(?<![\dA-Za-z.-])((?:19|20)\d\d)(?![\d年.])[^，。；、\d\n]{2,24}?(?:会|节|周|展|论坛|大赛|联赛|马拉松|活动)(?![员议])"
)
# 松泉县2008年一季度重大项目集中开工仪式举行。…全部工程2010年竣工
_QUARTERLY = re.compile(
    r"((?:19|20)\d\d)年(?:第?[一二三四]季度|[上下]半年)[^，。；、\d\n]{0,24}?(?:仪式|活动|推进会|调度会|现场会|发布会)(?=在|上|举行|举办|召开|，|。)"
)
_THIS_YEAR = re.compile(
    r"今年(?:以来|上半年|前|一季度|\d{1,2}[-—~～至到月]|，?(?:我们?|[全我该][省市县区镇乡州旗盟]|[^，。；\d]{2,6}?)?(?:将|计划|拟|力争|预计)|[^，。；\d]{2,12}?预期)|新的一年，"
)
_COUNTED_WHOLE = (
    r"(?<![至到截底]){year}年(?![\d上下前第一二三四末底初])[^，。；\d]{{0,16}}(?:实现|完成|达到?|突破)[^，。；\d]{{0,14}}\d[\d.]*[万亿][^，。；]{{0,4}}，"
    r"(?:同比|比上年|较上年|增长)"
)
_MONTH_OF_THIS = re.compile(r"今年\d{1,2}月(?:[^，。；]{0,4}(?:开工|竣工|投产|签约|动工|启动))")
_PART_NAMED = (
    r"\d{1,2}(?:月?[-—~～至到]\d{1,2})?月|前(?:[一二三四五六七八九十]|\d{1,2})个?月|第?[一二三四]季度"
    r"|[上下]半年|前三季度|“?(?:国庆|中秋|春节|元旦|五一|清明|端午|暑|寒)"
)
# 2023年某市重大项目集中签约仪式
_HELD = r"[^，。；\n]{0,24}?(?:仪式|大会|峰会|论坛|博览会|推介会|推进会|招商会|发布会|洽谈会)(?!以来|上?获)"
_EXPECTED = re.compile(r"(?:预计|有望|力争|争取|确保)(?:到|在)?$")  # 预计2022年，产值突破870亿元
_COMPARED = re.compile(r"[比较]$")
_MEASURED = re.compile(r"[末底]?(?:同期|相比|的[\d.]+倍)")  # 是2019年同期的1.8倍
# 到2025年，产值达到90亿元。某市提出，2025年…: what is set for that year
_SET_BY = tuple(word + comma for word in ("提出", "明确", "要求", "部署") for comma in ("", "，"))
_LEAD = 20  # characters before a year that tell whether it is still to come
_ISO_DATE = re.compile(r"(?<![\d.])((?:19|20)\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_EARLY = 4  # the last month in which news whose title names the year before tell of that one
_SENTENCE = 120  # characters before a stretch of years that say whose they are


def _told_year(clean: str) -> tuple[int | None, bool]:
    """The last year that a text names of those that it does not look ahead to; where all are to come (True), the first.

    News of a day of their own are of the year before that: 6月29日，…，预计2026年竣工; so are those that tell of 今年.
    """
    named = [m for m in present_years(clean) if not (_ends_a_plan(clean, m) or clean.startswith("曾", m.end()))]
    named = [m for m in named if not _COMPARED.search(clean, max(0, m.start() - 2), m.start())]
    named = [m for m in named if not _MEASURED.match(clean, m.end())]
    past = [m for m in named if not _AHEAD.search(clean, max(0, m.start() - _LEAD), m.start())]
    past = [m for m in past if not (_TO_COME.match(clean, m.end()) or _SOON.match(clean, m.end()))]
    if named and not past:
        first = min(named, key=lambda m: int(m[1]))
        own = _SOON.match(clean, first.end()) is not None and not _late(clean)
        dated = A_DAY.search(clean) is not None or ("今年" in clean and clean[first.end()] not in "至到—－-")
        return int(first[1]) - (1 if dated and not own else 0), True
    to_come = {m[1] for m in named if clean.endswith("到", 0, m.start()) and m not in past}
    past = [m for m in past if m[1] not in to_come or not clean.endswith(_SET_BY, 0, m.start())]
    ranked = (int(m[1]) for m in _RANKED.finditer(clean)) if past else ()
    items = (int(m[1]) for m in _DATED_ITEM.finditer(clean))  # ★2025.3 甲基地二期奠基
    return max((*(int(m[1]) for m in past), *ranked, *items), default=None), False


def year_over(title: str, published: str | None) -> int | None:
    """The year of a title that news of the first months of the next one tell of: 数读云岭2022, of February 2023."""
    told = titled_year(title) or plan_over(title) if published is not None else None
    early = published is not None and len(published) >= len("2023-02") and int(published[5:7]) <= _EARLY
    return told if early and told is not None and published is not None and told == int(published[:4]) - 1 else None


def _ends_a_plan(clean: str, year: re.Match[str]) -> bool:
    """Whether a year ends a stretch that a plan covers: 按照三年攻坚方案，2023年至2025年; not 2019年至2021年，累计."""
    since = _STRETCH.search(clean, max(0, year.start() - 8), year.start())
    if since is None:
        return False
    near = max(0, since.start() - _SENTENCE)
    start = after_last(clean, "。\n", near, since.start())
    return _BY_PLAN.search(clean, start, since.start()) is not None or _TO_COME.match(clean, year.end()) is not None


def news_year(clean: str, title: str, published: str | None) -> int | None:
    """The year of the date; where the text never names that one, an earlier one that it calls its own or opens with.

    A plan for several years looks back from the year before them. A text without a date is of the last year of which
    it tells what was done.
    """
    own = int(published[:4]) if published else None
    if (years := planned_years(title)) is not None:
        return years[0] - 1
    begin = clean.find("\n") + 1
    body = clean if _DATELINE.search(clean, 0, max(begin - 1, 0)) else clean[begin:]  # 新华网长春5月9日电⏎…
    first = ANY_YEAR.match(body) or ANY_YEAR.search(title)
    if own is None:
        if (stretch := _STRETCH_TITLED.search(title)) is not None:
            return int(stretch[1])  # 1985年至2005年松泉县工业发展概况
        dated = (
            ANY_YEAR.search(title)
            or _OPENING_DATE.match(body)
            or _MONTH_LINE.match(body)
            or _ISO_DATE.search(clean[:400])
        )
        if dated:
            return int(dated[1])
        listed = _LISTED.search(title)
        if listed and int(listed[1]) >= (_told_year(clean)[0] or 0):
            return int(listed[1])
        if sets := _REPORT_SETS.search(clean):
            return int(sets[1])
        told, ahead = _told_year(clean)
        if (told is None or ahead) and (short := _TWO_FIGURES.search(clean)):
            return 2000 + int(short[1])  # 08年底前，配套路网建成
        if told is not None and told + 1 < max((y for plan, y in _PLAN_BEGINS if plan in clean), default=0):
            return None  # 2017年获登记。…到“十四五”末: it does not say of which year it is
        if told is not None and (_is_last_year(body, told) or _is_soon_over(body, told)):
            return told + 1
        event = _EVENT_YEAR.search(clean) if told is None or ahead else None
        if event and (told is None or int(event[1]) <= told):  # 将于2025年建成。9月将举办2023甲大会
            return int(event[1])
        quarterly = _QUARTERLY.search(clean)
        if quarterly and told is not None and int(quarterly[1]) < told:
            return int(quarterly[1])
        ahead_of = _EVENT_YEAR.search(clean) if told is not None and "去年" in clean else None
        if ahead_of and told is not None and int(ahead_of[1]) == told + 1:
            return told + 1  # 2023年9月开工，去年产值213亿元。6月将承办2024甲大会
        # 2022年，产值突破60亿元。今年1至4月，增长12%: last year has its number, this one has none.
        if told is None or ahead or not _THIS_YEAR.search(clean) or _is_this_year(clean, told):
            return told
        return told + 1
    words = without_dates(clean)
    if f"{own}年" in words:
        return own
    told, _ = _told_year(words)
    said = titled_year(title) or own_year(body)
    if said is not None and said < own and (told is None or told <= said):
        return said  # 将2016年确定为项目年, on a page of 2023
    if first and int(first[1]) < own and "今年" not in clean:
        return int(first[1])
    return own


def _is_last_year(body: str, told: int) -> bool:
    """Whether news of a day in July tell of an autumn of the year that they name last: 7月2日，…已于2022年11月动工."""
    day = A_DAY.search(body[:FIRST_DAY]) or _SO_FAR.search(body)
    months = [int(m[1]) for m in re.finditer(rf"(?:已于|于|从|自|，|。){told}年(\d{{1,2}})月", body)]
    if "今年" in body:  # 3月9日讯，…甲产线2018年12月建成。今年，…
        months += [int(m[1]) for m in re.finditer(rf"{told}年(\d{{1,2}})月", body)]
    return day is not None and bool(months) and max(months) > int(day[1])


def _late(text: str) -> bool:
    """Whether news are of a day of the last months of a year, when aims are for the next."""
    day = A_DAY.search(text)
    return day is not None and int(day[1]) > _AIMS_UNTIL


def _is_soon_over(body: str, told: int) -> bool:
    """Whether news of June set aims for the year after the one that they tell of, or count all of that: they are later.

    2022年，产值突破9亿元。2023年，力争…; 8月15日，…。2022年林产品产值46亿元: both are of 2023. Not those that date a
    month of the year that they tell of, or still expect something of it.
    """
    present = re.search(rf"{told}年(?:\d{{1,2}}月|，?[^，。；\n]{{0,12}}预计)", body) is not None
    if present or _late(body) or A_DAY.search(body) is None:
        return False
    if A_DAY.search(body[:FIRST_DAY]) and re.search(rf"(?<![至到自从—\-]){told}年{_WHOLE_YEAR}", body):
        return True
    return any(_SOON.match(body, m.end()) for m in re.finditer(rf"(?<=[。，；\n]){told + 1}年", body))


def _is_this_year(clean: str, year: int) -> bool:
    """Whether a text names a part of the year, or what is held or expected in it, so that 今年 is that year too."""
    told = rf"{year}年(?:{_PART_NAMED}|{_HELD})|[月日上下午]，?{year}年|(?<![自从]){year}年以来，"
    if re.search(_COUNTED_WHOLE.format(year=year), clean) is not None and _MONTH_OF_THIS.search(clean):
        return False  # 2023年产值42亿元，同比增长23%，…2023年5月投产，二期今年4月开工
    if re.search(told, clean) is not None:
        return True
    named = (m.start() for m in re.finditer(f"{year}年", clean))
    return any(_EXPECTED.search(clean, max(0, at - _LEAD), at) is not None for at in named)
