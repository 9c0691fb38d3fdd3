"""Whether a figure only compares: a rank, a low point, an average or a run of months, no change from a year before.

Example: 高于全国0.9个百分点, 较年内最低点回升5.6个百分点, 是全市平均水平的1.8倍. No example: 增速提高0.9个百分点.
"""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figure_runs import Run
from kg.relate.figures import Figure

_RANK = re.compile(r"(?:第|排名|位居|位列|名列|列全|居全|前)$")
_LOWEST = re.compile(r"[较比][^，]{0,6}最[低高](?:点|时|值|位|水平|的?时候)?[^，]{0,4}$")
# 连续10个月增速保持在50%以上: how the months went, none of which is the year
_KEPT_UP = re.compile(r"连续\d{1,3}个?(?:月|季度)[^，]{0,6}(?:增速|增幅|增长)")
# 是全市平均水平的1.8倍, 比全国平均低20%: no change from a year before
_OF_AVERAGE = re.compile(
    r"平均(?:水平|值|数|线)?的?(?:约|近|超过?)?$|(?<=[比较])(?:全[国省市县区州旗]|周边|[^，]{0,10}平均)(?:平均)?(?:水平|价格?)?[高低快慢多少](?:出|了)?(?:约|近)?$"
)
# 恢复到2019年的78%: of what was reached before, which is no share of a whole
_RECOVERED = re.compile(r"恢复(?:[到至](?:(?:(?:19|20)\d\d年|疫情?前|疫前|往年)[^，；\d]{0,6})?)?$")
_HELD = re.compile(r"控制在$")
_BEATS = re.compile(r"[高低快慢优好多少][于出过]|领先|跑赢|超(?:过|出)?全")
# 比上半年提高1.6个百分点 after a rate of growth: how the rate itself changed, which is no statistic
_FASTER = re.compile(
    r"[比较](?:去年|上年)?(?:上半年|上季度?|上个?月|第?[一二三四]季度|前[一二三四五六七八九十\d]|\d{1,2}(?:月|[-—~～至]))|增速|增幅|降幅|涨幅|增长率"
)
# 常住人口68万人，与2010年第六次全国人口普查的|56万人相比，增加12万人
_BASE = re.compile(
    r"[与同和较比](?P<year>(?:19|20)\d\d)年(?:末|底|[^，。；\d]{0,6}(?:第[一二三四五六七]次)?(?:全国)?[^，。；\d]{0,4}普查)?时?的$"
)
_THAN = re.compile(r"(?:相比|比较)")


def compared_with(clean: str, figure: Figure, words: str) -> int | None:
    """The year of a figure with which the one before is compared; None for other figures."""
    base = _BASE.search(words) if _THAN.match(clean, figure.rough) else None
    return int(base["year"]) if base is not None else None


def is_compared(figure: Figure, words: str) -> bool:
    """Whether the words before a figure compare it with others or with no year."""
    if _RANK.search(words) or _LOWEST.search(words) or _KEPT_UP.search(words):
        return True
    if figure.kind == "percent" and _RECOVERED.search(words):
        return True
    if figure.kind == "points" and _BEATS.search(words):
        return True
    return figure.kind in ("percent", "times", "points") and _OF_AVERAGE.search(words) is not None


def is_of_rate(words: str, *, grew: bool, elided: bool) -> bool:
    """Whether points say how a rate of growth changed: 增长6%，比上半年提高1.6个百分点.

    Args:
        words: what stands before them in their clause.
        grew: whether the figure before was a growth.
        elided: whether the words name no statistic.
    """
    if m := _FASTER.search(words):
        return m[0][0] in "增降涨" or m.start() == 0 or grew
    return grew and elided and not words.startswith("其中")


def only_rounds(line: Line, run: Run, subjects: list[str]) -> bool:
    """Whether a figure only rounds off the one before: 总产值103亿元，突破百亿大关; 失业率3.1%，控制在4%以内."""
    value, unit = line.said.last
    if len(run.figures) != 1 or not line.names.elided(run.phrase):
        return False
    return subjects == line.said.subjects and unit == run.first.unit and (run.first.value <= value or is_limit(run))


def is_limit(run: Run) -> bool:
    """Whether a figure says within what the one before was to be held."""
    return _HELD.search(run.words) is not None
