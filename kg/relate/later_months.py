"""Months and quarters of the year of news that are later than the news: what they date is to come.

Example: 甲园今年10月开工, 乙园9月动工, 丙园四季度竣工 in news of July. No example: 甲园3月开工; 去年，乙园10月开工.
"""

from __future__ import annotations

import re

from kg.relate.last_years import told_month
from kg.types import Span, Text

_DEED = "(?:开工|动工|奠基|投产|试产|竣工|完工|建成|封顶|结顶|通车|交付|投用|投运|启用|开业|开园|运营|建设|摘牌|并网)"
_MONTH = re.compile(
    r"(?:(?P<now>今年)|(?<!\d)(?P<year>(?:19|20)\d\d)年)(?P<month>\d{1,2})月"
    rf"|(?<![\d年月日前末明—\-至到])(?P<bare>\d{{1,2}})月(?:份|底|初|[上中下]旬|\d{{1,2}}日)?(?:前)?(?={_DEED})"
)
_ALONE = re.compile(
    r"(?<![\d年月日前末明—\-至到])(?P<bare>1[0-2]|[1-9])月(?:份|底|初|[上中下]旬)?(?![\d年日])[^，。；已了]{0,8}$"
)  # 9月奠基，老街改造5月启动，
_QUARTER = re.compile(rf"(?:今年)?第?(?P<quarter>[二三四])季度(?:前|初|末)?(?={_DEED})|今年(?P<half>下半年)(?={_DEED})")
_QUARTERS = {"二": 4, "三": 7, "四": 10}
_ANOTHER_YEAR = re.compile(r"去年|上年|前年|次年|当年|此前|(?:19|20)\d\d年")
_NEAR = 30  # characters before a clause that say of what year its months are
_JANUARY = 1  # when news still tell of the year before
_WINTER = 3  # the last month in which news still tell of months of the year before without saying so


def month_to_come(text: Text, clause: Span) -> bool:
    """Whether a clause dates what it tells by a month or quarter behind the day of the news."""
    document, clean = text.document, text.clean
    written, published = told_month(text), document.published
    if written is None or written == _JANUARY or document.year is None:
        return False
    if published is not None and published[:4] != str(document.year):
        return False
    told = _MONTH.search(clean, clause.start, clause.end)
    if told is not None and told["month"]:
        return told["year"] in (None, str(document.year)) and int(told["month"]) > written
    if "已" in clean[clause.start : clause.end]:
        return False
    years = _ANOTHER_YEAR.finditer(clean, max(0, clause.start - _NEAR), clause.end)
    if any(year[0] != f"{document.year}年" for year in years):
        return False
    bare = told or _ALONE.search(clean, clause.start, clause.end)
    if bare is not None:
        return int(bare["bare"]) > written > _WINTER
    later = _QUARTER.search(clean, clause.start, clause.end)
    if later is None:
        return False
    return (7 if later["half"] else _QUARTERS[later["quarter"]]) > written
