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
_LAST_FAIR = re.compile(r"[比较](?:上|往)届")
_FAIR = re.compile(r"(?:据[^，。]{0,10}，)?(?:本|该|此|当)[届次](?:[^，。我全市]{0,12}?(?:会|节|展|赛|论坛))")


def of_a_fair(line: Line, clause: int, position: int) -> bool:
    """Whether a figure is that of a whole fair, or compared with the last one: 本届博览会意向成交84亿元."""
    if line.is_report:
        return False
    if _LAST_FAIR.search(line.clean, clause, position):
        return True
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
