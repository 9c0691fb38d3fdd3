"""What still holds of the sentence before for the figures of a sentence: its place, its year, what it counted, its aim.

Example: 实施重点项目102个。截至3月底，已开工62个 goes on with the projects.
No example: 全市 or a year of its own ends it.
"""

from __future__ import annotations

import dataclasses
import re

from kg.relate.figure_aims import aimed
from kg.relate.figure_line import PLACES, Line
from kg.relate.figure_speakers import WHOLE_PLACE
from kg.relate.last_years import is_measure
from kg.relate.scope import own_whole
from kg.relate.years import times_in
from kg.types import Ref

_BY_SECTOR = re.compile(
    r"(?:分(?:三次)?(?:季度|区域|地区|产业|经济类型|企业类型|所有制|登记注册类型|行业|门类|渠道|领域|类型)[^，]{0,4}看|按[^，。]{1,8}分|从(?:三次)?产业看|其中)"
)
_NOW = re.compile(
    r"目前|截至|现[有共]|如今|当前|[全我][省市县区镇乡州旗]有|已[有经]|拥有|累计|今后|未来|将|力争|\d月|季度|半年"
)
_STILL_THOSE = re.compile(
    r"(?:(?:截至|截止)[^，。；]{0,12}，|(?:今年)?(?:\d{1,2}[-—~～至到]\d{1,2}月份?|前[一二三四五六七八九十\d]{1,2}个?月|上半年|一季度|前三季度)，?|今年以来，|目前，?)"
    r"(?:其中|目前|已|现已|累计|共|实际)*(?:开工|开复工|动工|完成(?:年度)?投资)"
)
# 全市投资增长6%; not 增速居全市第二, 高于全市2个百分点
_WHOLE_SAID = re.compile(r"(?<![占居列于在比])[全我](?:省|市|县|区|镇|乡|州|旗|盟)(?!第|前|平均|首位|各|[一二三]强)")
_IN_A_ZONE = re.compile(r"(?:新|累计|新增|现有)*(?:入驻|入园|落户|引进)|亩均|园区|区内")  # …；新入驻企业23家
_THE_ZONE = re.compile(r"园区|开发区|[经高]开区|高新区|新区|保税|综保|[全我该]区|区内")
_ONE_MORE_LIST = re.compile(r"[^，。；：]{2,10}(?:指标|目标)?方面[，：]")


def carry_over(line: Line, last: Line) -> None:
    """Let hold here what still holds of the sentence before.

    Behind a semicolon that is all; behind a full stop what 分产业看 goes on with, and aims that are listed on.
    """
    text = line.clean[line.sentence.start : line.sentence.start + 24]
    listed_on = line.clean[last.sentence.end - 1] == "；"
    if listed_on:
        still = last.said.place is not None and last.said.place.type == "Zone" and _IN_A_ZONE.match(text)
        place = last.said.place if text.startswith("其中") or still or not line.is_report else None
        year = last.said.year
        if year is not None and line.review is not None and year > line.review.last and not last.said.aim:
            year = None  # 五年来，…年均增长7%，今年上半年增长13%；|森林覆盖率达到64%
        line.said = dataclasses.replace(last.said, joint="", added="", place=place, year=year)
    elif _BY_SECTOR.match(text):
        line.said.recent, line.said.place = last.said.recent, last.said.place
    if not listed_on:
        carry_counted(line, last)
        carry_place(line, last)
    if not listed_on and not line.is_report and _same_year(line, last):
        line.said.year = last.said.year
    open_place(line)
    if listed_on or _ONE_MORE_LIST.match(text):
        line.said.aim = aimed(last, last.sentence.end)


def carry_counted(line: Line, last: Line) -> None:
    """Let the projects counted hold for those of them that were begun: 实施重点项目102个。截至3月底，已开工62个."""
    if _STILL_THOSE.match(line.clean, line.sentence.start, line.sentence.end):
        line.said.counted = last.said.counted


def carry_place(line: Line, last: Line) -> None:
    """Let the place of the sentence before hold where news go on about it, in aims too: 全年力争实现产值90亿元."""
    if not line.is_report and _same_theme(line, last):
        line.said.place = line.said.theme = last.said.place


def open_place(line: Line) -> None:
    """Let the place with which a sentence of the news begins be that of its figures.

    One that lies above the home is where the sentence says 全县, 全省: 松泉县是茶叶大县，全县茶园面积….
    """
    place = line.topic.opens
    home = line.scene.home
    if place is not None and home is not None and place != home:
        above = place.key in line.scene.parents.get(home.key, ())
        whole = WHOLE_PLACE.search(line.clean, line.sentence.start, line.sentence.end) if above else None
        above = above and (whole is None or not own_whole(whole[0], place))
        line.said.place = line.said.place if above else place
        line.said.theme = line.said.place


def _same_theme(line: Line, last: Line) -> bool:
    """Whether a sentence of the news goes on about the place of the one before, and names none of its own."""
    start, end = line.sentence.start, line.sentence.end
    around = _around_the_zone(last)
    if around is not None and _THE_ZONE.search(line.clean, start, end):
        return False
    theme = last.said.theme or around
    if line.clean[start - 1 : start] == "\n" or theme is None or theme != last.said.place:
        return False
    own = any(m.type in PLACES for m in line.mentions)
    whole = _WHOLE_SAID if theme.type == "Region" else WHOLE_PLACE
    return not own and whole.search(line.clean, start, end) is None


def _around_the_zone(line: Line) -> Ref | None:
    """The city that the last figures are of in a text about a zone."""
    place, home = line.said.place, line.scene.home
    around = place is not None and home is not None and (place.type, home.type) == ("Region", "Zone")
    return place if around else None


def _same_year(line: Line, last: Line) -> bool:
    """Whether a sentence of the news names no time, so that the year named before in its paragraph still holds."""
    start, end = line.sentence.start, line.sentence.end
    if line.clean[start - 1 : start] == "\n" or last.said.year is None:
        return False
    times = (t for t in times_in(line.scene.text, start, end) if not is_measure(line.scene.text, t))
    return not any(times) and _NOW.search(line.clean, start, end) is None
