"""Dates of somebody's past, which say nothing of the year of a text, a sentence or a figure: 成立于2009年."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:(?:成立|创办|创立|创建|始建|兴建|兴办|组建|诞生|注册|设立|上市|毕业|出生|起步|改制)(?:于|自)"
    r"|(?<![新扩改筹重共在兴组创始])(?:建|始|源|生)于)$"
)
_AFTER = re.compile(
    r"年?(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:在[^，。；]{2,8})?(?:由[^，。；]{2,12})?"
    r"(?:注册|正式|登记)?(?:成立|创办|创立|创建|始建|诞生|建校|建厂|建院|毕业|出生)(?=[，。；、的）\n]|$)"
    r"|年?(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:正式|获批)?(?:挂牌|揭牌|设立|获批)(?:设立|成立|运营|运行)?以来"
    r"|年?(?:\d{1,2}月份?)?起(?=[，在就便来至先])"
    r"|年?(?:\d{1,2}月份?)?(?:正式)?(?:落户|入驻|落地|投产|建成投产|开工|引进|开园|进驻)[^，。；]{0,6}(?:以来|至今|，(?:至今|已?累计|[\d一二三四五六七八九十]+年来))"
)
_PRESENT = ("今年", "本年", "年内", "明年")
_LONGEST = 10  # characters of the longest words before a date that make it one of the past


def is_past(clean: str, start: int, end: int) -> bool:
    """Whether the expression of time at [start, end) dates the founding of something.

    创办于1998年, 2009年成立的公司, 自2012年挂牌以来; not
    2018年成立产业研究院, which tells what was done in that year, nor 今年成立.
    """
    if _BEFORE.search(clean, max(0, start - _LONGEST), start):
        return True
    return _AFTER.match(clean, end) is not None and not clean.startswith(_PRESENT, start)
