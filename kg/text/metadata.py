"""What a text says about itself: title, kind, dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.ontology.traditional import in_simplified
from kg.text.ahead import WILL
from kg.text.chinese_years import in_digits
from kg.text.own_year import own_year, plan_over, titled_year
from kg.text.plans import is_plan, planned_years
from kg.text.published import DELIVERED, iso_date, said_date, without_dates
from kg.text.report_years import ANY_YEAR, PLAN_HEADING, SUMMARY, present_years, report_years
from kg.text.times import NAMED_YEAR, Years
from kg.text.title import title_of
from kg.types import Article, Kind

_REPORT = re.compile(
    r"工作报告|政府报告|(?:规划|纲要|计划|方案)[^，。！]{0,12}(?:中期|终期|总结|实施情况)[^，。！]{0,4}评估(?:情况)?(?:的)?报告$|工作的?总结报告$|工作总结(?![^，。]{0,4}会)|执行情况.{0,20}报告|执行情况[与和及暨](?:19|20)\d\d年[^，。]{0,24}计划(?:草案|（草案）)?(?:的报告)?$|预算.{0,10}报告|工作[^，。]{0,6}会议?上的报告"
    r"|(?:经济|农村|工业|项目|政府|(?:19|20)\d\d年)[^，。：]{0,6}工作会议?上的讲话$"
    r"|(?:招商引资|项目建设|项目攻坚|重点工作|高质量发展|优化营商环境)[^，。：仪签]{0,10}(?:推进|动员|攻坚)?(?:会议?|大会)上的讲话$"
)
# 县长张三作政府工作报告 is news of one
_TOLD = re.compile(r"[长席任][一-龥]{0,3}作[^，。]{0,8}报告|政府工作报告中?(?:提出|指出|明确|显示)")
# what opens a report; 县长作《政府工作报告》, 省政府工作报告提出 are news of one
_OF_A_REPORT = re.compile("(?<!《)政府工作报告(?!中?(?:明确|首次|还)?(?:提出|指出|显示|透露))")
# 报告提出，2020年，将建设新城: news of the report of that year
_REPORT_SETS = re.compile(
    r"工作报告[^。]{0,8}提出了?((?:19|20)\d\d)年[^，。；\d]{0,8}(?:任务|目标)|报告(?:提出|明确)，?((?:19|20)\d\d)年，?[^，。]{0,4}将"
)
# 某开发区2019年经济社会发展情况, 某街道2018年上半年工作汇报; not …工作汇报会召开
_STATEMENT = re.compile(
    r"(?:19|20)\d\d年[^，。：！\n]{0,12}(?:工作|(?:国民)?经济(?:和|与)?社会发展)(?:主要)?(?:情况|汇报|情况汇报|计划完成情况)(?:的?(?:汇报|报告|通报))?"
    r"(?:[与和及暨](?:(?:19|20)\d\d年|下半年|下一?步|今后)[^，。：！\n]{0,10}(?:安排|打算|计划|思路|部署|任务|重点|要点)(?:的(?:报告|汇报))?)?[）)]?$"
    r"|(?:19|20)\d\d年[^，。：！\n]{0,8}经济运行情况的?(?:通报|分析|汇报|报告)$"
)
# ——2022年1月8日在松泉市第八届人民代表大会第二次会议上: a line of its own below, or instead of, the title
_SESSION_LINE = re.compile(
    r"^[^\n，。：；]{0,24}?在[\u4e00-\u9fff]{2,24}?第?[一二三四五六七八九十]{1,3}届人民代表大会第?[一二三四五六七八九十]{1,3}次(?:全体)?会议上[）)]?$",
    re.MULTILINE,
)
# ——在中国共产党松泉县第十四次代表大会上的报告
_CONGRESS_LINE = re.compile(
    r"^[—-]{0,2}[^\n，。：；]{0,16}?在(?:中国共产党|中共)[\u4e00-\u9fff]{2,20}第?[一二三四五六七八九十]{1,3}(?:次|届)(?:党员)?代表大会上的?报告",
    re.MULTILINE,
)
# 二、2025年主要工作安排, 某区2021年工作计划
_PLAN_TITLE = re.compile(
    r"^[^，。：！\n]{0,20}?(?:19|20)\d\d年(?:度|主要|重点|政府){0,2}(?:工作(?:安排|打算|部署|计划|要点)|目标任务(?:和重点工作)?)$"
)
# 某县政府工作报告（2021年12月26日）
_TITLE_DATE = re.compile(r"报告[（(]((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[）)]$")
_COMMUNIQUE = re.compile(r"(?:国民经济|社会发展|统计)[^，。：！\n]{0,12}统计公报[）)]?$")
_BELOW_TITLE = re.compile(r"\n（?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日）?(?=\n)")  # nothing else in its line
_FIRST_LINES = 200  # characters in which the line that names the session of a report stands
_DATELINE = re.compile(r"(?:记者|通讯员|日讯|日电|本报|报道|签约仪式|\d{1,2}月\d{1,2}日)")
_OPENING_DATE = re.compile(
    r"(?:本报讯|[^，。\n]{0,24}?[（(]?[^，。\n]{0,24}?[）)])?[，]?((?:19|20)\d\d)年\d{1,2}月\d{1,2}日"
)
# 到2025年, 力争2025年建成, 预计于2025年投产; 2025年底前建成, 2025年力争: years to come
_AHEAD = re.compile(
    r"(?:(?<![止遇收得受达加高升大少降展长小])到|(?<![截加高升大少降展长小增减年])至|[-—－~～]|比|较|拟|将|力争|争取|确保|计划|预计|预期|有望|目标|规划|远景|未来|期限)[^，。；：、\n]{0,8}\Z"
    r"|(?:力争|争取|确保|计划(?!总?投资|用地|占地)|预计|有望|拟|将)[^。；\n]{0,14}\Z"
)
_TO_COME = re.compile(
    r"(?:[-—－~～至到]|(?:\d{1,2}月份?)?[底末]?前(?!三|[一二三四五六七八九十\d])|度?(?:储备|谋划|前期|拟建)|[底末度]?，?(?:\d{1,2}月份?)?(?:将|拟|力争|计划|预计|有望|实现目标|规划|[^，。；]{0,12}(?:目标|力争|确保|计划|预期)))"
)
# 2024年发展情况和2025年主要任务
_BOTH_YEARS = re.compile(r"((?:19|20)\d\d)年[^，。：\d]{2,24}(?:情况|总结|汇报)[与和及暨]((?:19|20)\d\d)年")
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
    rf"，?[^，。；\n\d]{{0,14}}?(?:力争|拟(?=[建新投于])|计划(?=完成|实现|新增|新建|投资|引进|实施|安排|开展|启动(?!建设))|{WILL.pattern})"
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
)
# 2023松泉产业推介会, 2023年 said without 年: what a text without any other year tells of is held in it
_EVENT_YEAR = re.compile(
    r"(?<![\dA-Za-z.-])((?:19|20)\d\d)(?![\d年.])[^，。；、\d\n]{2,24}?(?:会|节|周|展|论坛|大赛|联赛|马拉松|活动)(?![员议])"
)
_A_DAY = re.compile(r"(?<![年\d])(\d{1,2})月\d{1,2}日")
_FIRST_DAY = 120  # characters of the body of news in which the day stands on which they were written
_THIS_YEAR = re.compile(
    r"今年(?:以来|上半年|前|一季度|\d{1,2}[-—~～至到月]|，?(?:我们?|[全我该][省市县区镇乡州旗盟]|[^，。；\d]{2,6}?)?(?:将|计划|拟|力争|预计)|[^，。；\d]{2,12}?预期)|新的一年，"
)
_PART_NAMED = (
    r"\d{1,2}(?:月?[-—~～至到]\d{1,2})?月|前(?:[一二三四五六七八九十]|\d{1,2})个?月|第?[一二三四]季度"
    r"|[上下]半年|前三季度|“?(?:国庆|中秋|春节|元旦|五一|清明|端午|暑|寒)"
)
# 2023年某市重大项目集中签约仪式
_HELD = r"[^，。；\n]{0,24}?(?:仪式|大会|峰会|论坛|博览会|推介会|推进会|招商会|发布会|洽谈会)(?!以来|上?获)"
_EXPECTED = re.compile(r"(?:预计|有望|力争|争取|确保)(?:到|在)?$")  # 预计2022年，产值突破870亿元
_COMPARED = re.compile(r"[比较]$")
# 到2025年，产值达到90亿元。某市提出，2025年…: what is set for that year
_SET_BY = tuple(word + comma for word in ("提出", "明确", "要求", "部署") for comma in ("", "，"))
_LEAD = 20  # characters before a year that tell whether it is still to come
_ISO_DATE = re.compile(r"(?<![\d.])((?:19|20)\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_STILL_PAST = 3  # the last month in which the year before is the past one
_EARLY = 4  # the last month in which news whose title names the year before tell of that one
_SENTENCE = 120  # characters before a stretch of years that say whose they are


class Metadata(NamedTuple):
    """Title, kind and dates of a text; `this_year` is what it means by 今年, `past_year` by 过去一年."""

    title: str
    kind: Kind
    year: int | None
    plan_year: int | None
    published: str | None
    this_year: int | None
    past_year: int | None

    @property
    def years(self) -> Years:
        """What relative expressions count from."""
        return Years(self.this_year, self.past_year, self.plan_year)


def metadata(article: Article, clean: str) -> Metadata:
    """Title, kind and dates of a text from its own words and from what its file says."""
    title = title_of(article, clean)
    published = article.hints.get("published") or said_date(in_simplified(article.text))
    named, clean = in_digits(title), in_digits(clean)
    kind = _kind(named, clean, published)
    if kind != "report":
        over = _year_over(named, published)
        if over is not None:
            return Metadata(title, kind, over, None, published, over + 1, over)
        year = _news_year(clean, named, published)
        past = year - 1 if year is not None and _begins(clean, year, published) else year
        return Metadata(title, kind, year, None, published, year, past)
    both = _BOTH_YEARS.search(named)
    if both is None and (stated := _stated_year(named, clean)) is not None:
        return Metadata(title, kind, stated, None, published, stated, stated)
    given = DELIVERED.search(clean[:1500]) or _TITLE_DATE.search(title) or _BELOW_TITLE.search(clean[:_FIRST_LINES])
    date = (iso_date(given) or published) if given else published
    review, plan = (int(both[1]), int(both[2])) if both else report_years(named, clean, given)
    if review is None and published is not None:
        review, plan = int(published[:4]) - 1, int(published[:4])
    # 今年 is the year reported on in a report of its December, and in what sums up a year; in others the plan's
    summed = SUMMARY.search(title)
    at_its_end = review is not None and str(review) in (date and date[:4], summed and summed[1])
    return Metadata(title, kind, review, plan, date, review if at_its_end else plan or review, review)


def _stated_year(title: str, clean: str) -> int | None:
    """The year of a statement or communiqué that plans for no other: 某市2019年统计公报; None of other reports."""
    statement = _STATEMENT.search(title) is not None or _COMMUNIQUE.search(title) is not None
    said = NAMED_YEAR.search(title) if statement else None
    if said is None or any(int(m[1]) > int(said[1]) for m in PLAN_HEADING.finditer(clean)):
        return None
    return int(said[1])


def _kind(title: str, clean: str, published: str | None) -> Kind:
    opening = clean[:1200]
    delivered = "各位代表" in opening
    if delivered or _TOLD.search(title) is None:
        titled = _REPORT.search(title) or _STATEMENT.search(title) or _COMMUNIQUE.search(title)
        titled = titled or _PLAN_TITLE.search(title) or _SESSION_LINE.search(opening[:_FIRST_LINES])
        titled = titled or _CONGRESS_LINE.search(opening[:_FIRST_LINES])
        if titled or (delivered and "报告" in opening) or _OF_A_REPORT.search(opening[:200]):
            return "report"
    if is_plan(title):
        return "other"
    if len(clean) < 8000 and (published or _DATELINE.search(clean[:600])):
        return "news"
    return "other"


def _told_year(clean: str) -> tuple[int | None, bool]:
    """The last year that a text names of those that it does not look ahead to; where all are to come (True), the first.

    News of a day of their own are of the year before that: 6月29日，…，预计2026年竣工.
    """
    named = [m for m in present_years(clean) if not (_ends_a_plan(clean, m) or clean.startswith("曾", m.end()))]
    named = [m for m in named if not _COMPARED.search(clean, max(0, m.start() - 2), m.start())]
    past = [m for m in named if not _AHEAD.search(clean, max(0, m.start() - _LEAD), m.start())]
    past = [m for m in past if not (_TO_COME.match(clean, m.end()) or _SOON.match(clean, m.end()))]
    if named and not past:
        first = min(named, key=lambda m: int(m[1]))
        own = _SOON.match(clean, first.end()) is not None and not _late(clean)
        return int(first[1]) - (1 if _A_DAY.search(clean) and not own else 0), True
    to_come = {m[1] for m in named if clean.endswith("到", 0, m.start()) and m not in past}
    past = [m for m in past if m[1] not in to_come or not clean.endswith(_SET_BY, 0, m.start())]
    ranked = (int(m[1]) for m in _RANKED.finditer(clean)) if past else ()
    items = (int(m[1]) for m in _DATED_ITEM.finditer(clean))  # ★2025.3 甲基地二期奠基
    return max((*(int(m[1]) for m in past), *ranked, *items), default=None), False


def _year_over(title: str, published: str | None) -> int | None:
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
    start = max(near, *(clean.rfind(c, near, since.start()) + 1 for c in "。\n"))
    return _BY_PLAN.search(clean, start, since.start()) is not None or _TO_COME.match(clean, year.end()) is not None


def _news_year(clean: str, title: str, published: str | None) -> int | None:
    """The year of the date; where the text never names that one, an earlier one that it calls its own or opens with.

    A plan for several years looks back from the year before them. A text without a date is of the last year of which
    it tells what was done.
    """
    own = int(published[:4]) if published else None
    if (years := planned_years(title)) is not None:
        return years[0] - 1
    body = clean[clean.find("\n") + 1 :]
    first = ANY_YEAR.match(body) or ANY_YEAR.search(title)
    if own is None:
        dated = ANY_YEAR.search(title) or _OPENING_DATE.match(body) or _ISO_DATE.search(clean[:400])
        if dated:
            return int(dated[1])
        if sets := _REPORT_SETS.search(clean):
            return int(sets[1] or sets[2])
        told, ahead = _told_year(clean)
        if told is not None and told + 1 < max((y for plan, y in _PLAN_BEGINS if plan in clean), default=0):
            return None  # 2017年获登记。…到“十四五”末: it does not say of which year it is
        if told is not None and (_is_last_year(body, told) or _is_soon_over(body, told)):
            return told + 1
        event = _EVENT_YEAR.search(clean) if told is None or ahead else None
        if event and (told is None or int(event[1]) <= told):  # 将于2025年建成。9月将举办2023甲大会
            return int(event[1])
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


def _begins(clean: str, year: int, published: str | None) -> bool:
    """Whether news are of the first months of a year, when 过去一年 is the one before: 2月22日讯，…过去一年，…."""
    if published is not None and len(published) >= len("2023-02"):
        return int(published[:4]) == year and int(published[5:7]) <= _STILL_PAST
    day = _A_DAY.search(clean, clean.find("\n") + 1, clean.find("\n") + 1 + _FIRST_DAY)
    return day is not None and int(day[1]) <= _STILL_PAST


def _is_last_year(body: str, told: int) -> bool:
    """Whether news of a day in July tell of an autumn of the year that they name last: 7月2日，…已于2022年11月动工."""
    day = _A_DAY.search(body[:_FIRST_DAY]) or _SO_FAR.search(body)
    months = [int(m[1]) for m in re.finditer(rf"(?:已于|于|从|自|，|。){told}年(\d{{1,2}})月", body)]
    if "今年" in body:  # 3月9日讯，…甲产线2018年12月建成。今年，…
        months += [int(m[1]) for m in re.finditer(rf"{told}年(\d{{1,2}})月", body)]
    return day is not None and bool(months) and max(months) > int(day[1])


def _late(text: str) -> bool:
    """Whether news are of a day of the last months of a year, when aims are for the next."""
    day = _A_DAY.search(text)
    return day is not None and int(day[1]) > _AIMS_UNTIL


def _is_soon_over(body: str, told: int) -> bool:
    """Whether news of June set aims for the year after the one that they tell of, or count all of that: they are later.

    2022年，产值突破9亿元。2023年，力争…; 8月15日，…。2022年林产品产值46亿元: both are of 2023. Not those that date a
    month of the year that they tell of, or still expect something of it.
    """
    present = re.search(rf"{told}年(?:\d{{1,2}}月|，?[^，。；\n]{{0,12}}预计)", body) is not None
    if present or _late(body) or _A_DAY.search(body) is None:
        return False
    if _A_DAY.search(body[:_FIRST_DAY]) and re.search(rf"(?<![至到自从—\-]){told}年{_WHOLE_YEAR}", body):
        return True
    return any(_SOON.match(body, m.end()) for m in re.finditer(rf"(?<=[。，；\n]){told + 1}年", body))


def _is_this_year(clean: str, year: int) -> bool:
    """Whether a text names a part of the year, or what is held or expected in it, so that 今年 is that year too."""
    told = rf"{year}年(?:{_PART_NAMED}|{_HELD})|[月日上下午]，?{year}年|(?<![自从]){year}年以来，"
    if re.search(told, clean) is not None:
        return True
    named = (m.start() for m in re.finditer(f"{year}年", clean))
    return any(_EXPECTED.search(clean, max(0, at - _LEAD), at) is not None for at in named)
