"""Figures of one event: what was signed or begun at a ceremony, and what a fair sums up.

Example: 签约仪式举行，总投资86亿元; 本届博览会意向成交84亿元. No example: 签约仪式举行，今年累计签约投资86亿元.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.relate.figure_fits import FAR
from kg.relate.figure_line import Line
from kg.relate.figure_speakers import WHOLE_PLACE

_OF_A_CEREMONY = re.compile(r"(?:总金额|总额|总投资|投资|签约|合同|协议|引资)(?:总?额|金额|资金)?$")
_CEREMONY = re.compile(r"签约|开工|竣工|投产|奠基|推介|洽谈|招商|揭牌|对接")
_OVER_TIME = re.compile(r"今年|去年|年以来|全年|年度|上半年|季度|累计|截至|目前|20\d\d年|全[省市县区旗州盟]|[我该]")
_FAIR = re.compile(r"(?:据[^，。]{0,10}，)?(?:本|该|此|当)[届次](?:[^，。我全市]{0,12}?(?:会|节|展|赛|论坛))")

_SIGNED = re.compile(r"签约|合同|协议|引资|成交|意向|订单")
_MEETING = (
    "(?:推介会|推介活动|招商活动|签约仪式|签约活动|洽谈会|招商会|恳谈会|对接会|博览会|交易会|[一-龥]洽会|[一-龥]博会)"
)
# 在第十九届甲洽会上，共签约…; 在乙市举办专场推介会，签约…
_AT_ONE = re.compile(
    f"在[^，。；]{{0,40}}?{_MEETING}(?:上|期间|中)，|(?:举办|举行|召开|参加)[^，。；]{{0,40}}?{_MEETING}，"
)
_OF_YEAR = re.compile(r"今年|去年|年以来|全年|年度|上半年|季度|累计|截至|目前|20\d\d年|等[^，。；]{0,8}(?:会|活动)")


def signed_at_one(line: Line, name: str, position: int) -> bool:
    """Whether a report tells what was signed at one meeting, beside what was in the year.

    Example: 在第九届甲洽会上，我市签约项目18个. No example: 在甲洽会、乙博会等活动上，全年签约项目60个.
    """
    if not line.is_report or not _SIGNED.search(name):
        return False
    said = [m.start() for m in _AT_ONE.finditer(line.clean, line.sentence.start, position)]
    return bool(said) and _OF_YEAR.search(line.clean, said[-1], position) is None


def of_a_fair(line: Line, position: int) -> bool:
    """Whether a figure is that of a whole fair: 本届博览会意向成交84亿元."""
    if line.is_report:
        return False
    if (m := _FAIR.match(line.clean, line.sentence.start)) is None:
        return False
    again = WHOLE_PLACE.search(line.clean, m.end(), position)
    return again is None and not any(x.type in ("Region", "Zone") and x.end <= position for x in line.mentions)


def of_a_ceremony(line: Line, name: str, position: int) -> bool:
    """Whether a sum is what was signed or begun at one event, not in the year: 签约仪式举行，总投资86亿元."""
    if not _OF_A_CEREMONY.search(name):
        return False
    first = bisect_left(line.mentions, position - FAR, key=lambda m: m.start)
    last = bisect_left(line.mentions, position, key=lambda m: m.start)
    events = [m for m in line.mentions[first:last] if m.type == "Event" and _CEREMONY.search(m.key)]
    return bool(events) and _OVER_TIME.search(line.clean, events[-1].end, position) is None
