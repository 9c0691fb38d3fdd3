"""What a text says about itself: title, kind, dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.ontology.traditional import in_simplified
from kg.text.censuses import census_year
from kg.text.chinese_years import dates_in_digits, in_digits
from kg.text.news_years import A_DAY, FIRST_DAY, news_year, year_over
from kg.text.plans import is_plan
from kg.text.published import DELIVERED, iso_date, said_date
from kg.text.report_years import PLAN_HEADING, SUMMARY, report_years
from kg.text.times import NAMED_YEAR, Years
from kg.text.title import title_of
from kg.types import Article, Kind

_REPORT = re.compile(
    r"工作报告|政府报告|(?:规划|纲要|计划|方案)[^，。！]{0,12}(?:中期|终期|总结|实施情况)[^，。！]{0,4}评估(?:情况)?(?:的)?报告$|工作的?总结报告$|工作总结(?![^，。]{0,4}会)|执行情况.{0,20}(?:报告|汇报)|执行情况[与和及暨](?:19|20)\d\d年[^，。]{0,24}计划(?:草案|（草案）)?(?:的报告)?$|预算.{0,10}报告|工作[^，。]{0,6}会议?上的报告"
    r"|(?:经济|农村|工业|项目|政府|(?:19|20)\d\d年)[^，。：]{0,6}工作会议?上的讲话$"
    r"|(?:招商引资|项目建设|项目攻坚|重点工作|高质量发展|优化营商环境)[^，。：仪签]{0,10}(?:推进|动员|攻坚)?(?:会议?|大会)上的讲话$"
    r"|在[^，。：仪签]{2,24}(?:工作|推进|动员|部署|调度|总结|分析|经济|攻坚)[^，。：仪签]{0,6}(?:会议?|大会)上的讲话(?:提纲|摘要)?$"
    r"|在[^，。：仪签]{2,24}(?:全会|全体会议|干部(?:会议?|大会))上的(?:讲话|报告)(?:提纲|摘要)?$"
)
# 县长张三作政府工作报告 is news of one
_TOLD = re.compile(
    r"(?:热议|审议|聆听|讨论|点赞|学习|聚焦|关注|细数|速览|划重点)[^，。]{0,8}工作报告|工作报告》?(?:系列)?(?:解读|看点|亮点|热词|关键词|里的|中的|速读)|[长席任][一-龥]{0,3}作[^，。]{0,8}报告|政府工作报告中?(?:提出|指出|明确|显示)"
)
# what opens a report; 县长作《政府工作报告》, 省政府工作报告提出 are news of one
_OF_A_REPORT = re.compile("(?<!《)政府工作报告(?!中?(?:明确|首次|还)?(?:提出|指出|显示|透露))")
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
# a motto above 各位代表: 奋力谱写新篇章——2022年1月6日在松泉县第八届人民代表大会第一次会议上
_AT_SESSION = re.compile("届人民代表大会第?[一二三四五六七八九十]{1,3}次(?:全体)?会议上")
# 一、2013年工作回顾 … 二、2014年重点工作: chapters of a report, whatever it is called
_REVIEWS = re.compile(
    r"^[一二三]、((?:19|20)\d\d)年[^\n。，]{0,12}(?:回顾|总结|完成情况|工作情况|进展情况)", re.MULTILINE
)
_PLANS = re.compile(
    r"^[二三四五]、((?:19|20)\d\d)年[^\n。，]{0,12}(?:安排|打算|任务|重点|计划|思路|目标)", re.MULTILINE
)
_GREETING = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:新年|元旦|新春|春节)(?:贺词|献词|致辞|贺辞|寄语|团拜会)")
# ——在中国共产党松泉县第十四次代表大会上的报告
_CONGRESS_LINE = re.compile(
    r"^[—-]{0,2}[^\n，。：；]{0,16}?在(?:中国共产党|中共)[\u4e00-\u9fff]{2,20}第?[一二三四五六七八九十]{1,3}(?:次|届)(?:党员)?代表大会上的?报告",
    re.MULTILINE,
)
# 关于2018年项目建设情况的报告 … 主任、各位副主任、各位委员: a report to a standing committee
_TO_COMMITTEE = re.compile(
    r"各位副主任、(?:[^，。；\n]{0,6}、)?(?:各位)?委员|受[^，。；\n]{2,14}(?:的)?委托，[^。\n]{0,60}报告如下"
)
_REPORTS = re.compile(r"(?:19|20)\d\d年[^，。！\n]{2,30}情况的?(?:报告|汇报)$")
# 二、2025年主要工作安排, 某区2021年工作计划
_PLAN_TITLE = re.compile(
    r"^[^，。：！\n]{0,20}?(?:19|20)\d\d年(?:度|主要|重点|政府){0,2}(?:工作(?:安排|打算|部署|计划|要点)|目标任务(?:和重点工作)?)$"
)
# 某县政府工作报告（2021年12月26日）
_TITLE_DATE = re.compile(r"报告[（(]((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[）)]$")
_COMMUNIQUE = re.compile(r"(?:国民经济|社会发展|统计)[^，。：！\n]{0,12}统计公报[）)]?$")
_BELOW_TITLE = re.compile(r"\n（?((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?）?(?=\n)")  # nothing else in its line
_OPENING = 1200  # characters that tell what kind of text it is
_FIRST_LINES = 200  # characters in which the line that names the session of a report stands
_DATELINE = re.compile(r"(?:记者|通讯员|日讯|日电|本报|报道|签约仪式|\d{1,2}月\d{1,2}日)")
# 2024年发展情况和2025年主要任务
_BOTH_YEARS = re.compile(r"((?:19|20)\d\d)年[^，。：\d]{2,24}(?:情况|总结|汇报)[与和及暨]((?:19|20)\d\d)年")
_AUTUMN = re.compile(r"\d{4}-(?:08|09|10)")  # a report looks back on the year before still
_SENT = re.compile(r"(?<!\d)(\d{1,2})月\d{1,2}日[^\n，。]{0,8}?(?:讯|电)")
_STILL_PAST = 3  # the last month in which the year before is the past one


class Metadata(NamedTuple):
    """Title, kind and dates of a text; `this_year` is what it means by 今年, `past_year` by 过去一年."""

    title: str
    kind: Kind
    year: int | None
    plan_year: int | None
    published: str | None
    this_year: int | None
    past_year: int | None
    month: int | None

    @property
    def years(self) -> Years:
        """What relative expressions count from."""
        plan = self.plan_year
        if plan is not None and self.published is not None and _AUTUMN.match(self.published) is not None:
            plan += int(self.published[:4]) == plan  # 今后五年, in a report of September, are the years behind its own
        return Years(self.this_year, self.past_year, plan)


def metadata(article: Article, clean: str) -> Metadata:
    """Title, kind and dates of a text from its own words and from what its file says."""
    title = title_of(article, clean)
    published = article.hints.get("published") or said_date(dates_in_digits(in_simplified(article.text)))
    named, clean = in_digits(title), dates_in_digits(clean)
    kind = _kind(named, clean, published)
    about = Metadata(title, kind, None, None, published, None, None, _month(kind, clean, published))
    return _of_report(about, named, clean) if kind == "report" else _of_news(about, named, clean)


def _of_news(about: Metadata, title: str, clean: str) -> Metadata:
    """The years of news and of other texts that plan for none."""
    if (greeting := _GREETING.search(title)) is not None:  # 2024年新年贺词 looks back on 2023
        new = int(greeting[1])
        return about._replace(year=new - 1, this_year=new, past_year=new - 1)
    over = year_over(title, about.published)
    if over is not None:
        return about._replace(year=over, this_year=over + 1, past_year=over)
    year = news_year(clean, title, about.published)
    # 2月22日讯，…过去一年，…: of the first months of a year, 过去一年 is the one before
    begins = about.month is not None and about.month <= _STILL_PAST and str(year) == (about.published or str(year))[:4]
    return about._replace(year=year, this_year=year, past_year=year - 1 if year is not None and begins else year)


def _of_report(about: Metadata, title: str, clean: str) -> Metadata:
    """The years of a report, the one it looks back on and the one it plans for, and the day it was given."""
    published = about.published
    both = _BOTH_YEARS.search(title)
    if both is None and (stated := _stated_year(title, clean)) is not None:
        return about._replace(year=stated, this_year=stated, past_year=stated)
    given = (
        DELIVERED.search(clean[:1500]) or _TITLE_DATE.search(about.title) or _BELOW_TITLE.search(clean[:_FIRST_LINES])
    )
    date = (iso_date(given) or published) if given and given[3] else published
    review, plan = (int(both[1]), int(both[2])) if both else report_years(title, clean, given)
    if review is None and published is not None:
        review, plan = int(published[:4]) - 1, int(published[:4])
    # 今年 is the year reported on in a report of its December, and in what sums up a year; in others the plan's
    summed = SUMMARY.search(about.title)
    at_its_end = review is not None and str(review) in (date and date[:4], summed and summed[1])
    now = review if at_its_end else plan or review
    month = _month(about.kind, clean, date)
    return Metadata(about.title, about.kind, review, plan, date, now, review, month)


def _month(kind: Kind, clean: str, date: str | None) -> int | None:
    """The month in which a text was written: that of its date, or of the day that news open with: 9月10日讯."""
    if date is not None and len(date) >= len("2023-02"):
        return int(date[5:7])
    if kind == "report":
        return None
    body = clean.find("\n") + 1
    day = _SENT.search(clean, 0, _FIRST_LINES) or A_DAY.search(clean, body, body + FIRST_DAY)
    return int(day[1]) if day is not None and 1 <= int(day[1]) <= 12 else None


def _stated_year(title: str, clean: str) -> int | None:
    """The year of a statement or communiqué that plans for no other: 某市2019年统计公报; None of other reports."""
    if (counted := census_year(title)) is not None:
        return counted
    statement = _STATEMENT.search(title) is not None or _COMMUNIQUE.search(title) is not None
    statement = statement or _to_committee(title, clean)
    said = NAMED_YEAR.search(title) if statement else None
    if said is None or any(int(m[1]) > int(said[1]) for m in PLAN_HEADING.finditer(clean)):
        return None
    return int(said[1])


def _kind(title: str, clean: str, published: str | None) -> Kind:
    opening = clean[:_OPENING]
    delivered = "各位代表" in opening
    if delivered or _TOLD.search(title) is None:
        titled = _REPORT.search(title) or _STATEMENT.search(title) or _COMMUNIQUE.search(title)
        titled = titled or _PLAN_TITLE.search(title) or _SESSION_LINE.search(opening[:_FIRST_LINES])
        titled = titled or _CONGRESS_LINE.search(opening[:_FIRST_LINES]) or _both_years_headed(clean)
        titled = titled or (_AT_SESSION.search(title) if delivered else None)
        if (
            titled
            or census_year(title)
            or _to_committee(title, clean)
            or (delivered and "报告" in opening)
            or _OF_A_REPORT.search(opening[:200])
        ):
            return "report"
    if is_plan(title):
        return "other"
    if len(clean) < 8000 and (published or _DATELINE.search(clean[:600])):
        return "news"
    return "other"


def _to_committee(title: str, clean: str) -> bool:
    """Whether a text tells the committee of a people's congress how one year went."""
    return _REPORTS.search(title) is not None and _TO_COMMITTEE.search(clean[:_OPENING]) is not None


def _both_years_headed(clean: str) -> re.Match[str] | None:
    """The chapter that plans for the year behind that of a chapter that looks back; None where there is none."""
    over = _REVIEWS.search(clean)
    ahead = _PLANS.search(clean, over.end()) if over is not None else None
    return ahead if over is not None and ahead is not None and int(ahead[1]) == int(over[1]) + 1 else None
