"""Figures of one sight: its guests and what they bring in, which are none of the place's.

Example: 金沙滩景区接待游客3万人次，门票收入860万元. No example: 全年接待游客300万人次.
"""

from __future__ import annotations

import re

from kg.relate.figure_line import Line
from kg.relate.figure_owners import owners
from kg.relate.figure_speakers import WHOLE_AGAIN
from kg.scan import after_last
from kg.types import Ref

_VISITED = ("游客", "旅游收入", "旅游综合收入", "旅游总收入", "门票收入")
_OF_VISITS = re.compile(r"接待|游客|人流量|客流量|门票|旅游(?:综合|总)?收入")
_OPENED = re.compile(r"(?:开园|开街|开馆|开业|开放|营业|迎客)(?:运营|迎客)?，")
_WHOLE = re.compile(r"[全我][市县区省州旗镇乡年]|累计|景区|共接待")
_SO_MANY = re.compile(r"\d[余多]?[家个处座]$")  # 全州32家|A级景区接待游客186万人次
_FIRST = 4  # characters by which a title may name a place for short


def of_a_sight(line: Line, name: str, place: Ref | None, clause: int, position: int) -> bool:
    """Whether a figure with a name is one of a sight's guests."""
    if name.endswith(_VISITED) and _is_a_sight(line, place):
        return True
    if _OF_VISITS.search(name) and _at_an_opening(line, position):
        return True
    if line.names.standard(name) == "接待游客" and _at_a_sight(line, clause, position):
        return True
    return not line.is_report and _OF_VISITS.search(name) is not None and _of_one_sight(line, clause)


def clause_before(line: Line, clause: int) -> int:
    """Where the clause before a clause of the sentence begins."""
    start = line.sentence.start
    return after_last(line.clean, "，；", start, max(clause - 1, 0))


def _is_a_sight(line: Line, place: Ref | None) -> bool:
    """Whether a place is a sight inside of what the text is about."""
    if place is None or place.type != "Zone" or place == line.scene.home:
        return False
    named = place.key[:_FIRST] in line.scene.text.document.title
    return not named and owners().sight_name.search(place.key) is not None


def _at_a_sight(line: Line, clause: int, position: int) -> bool:
    """Whether guests are those of one sight: 海洋馆人气不减，接待游客超60万人次; not 全年接待游客."""
    if line.clean.find("全", clause, position) >= 0:
        return False
    return owners().sight.search(line.clean[max(line.sentence.start, clause - 48) : clause]) is not None


def _at_an_opening(line: Line, position: int) -> bool:
    """Whether guests are those of what opened in the clause before: 研学基地9月开园，接待游客2万人次，….

    No example: 甲景区开园，全县接待游客90万人次.
    """
    opened = list(_OPENED.finditer(line.clean, line.sentence.start, position))
    if not opened or "；" in line.clean[opened[-1].end() : position]:
        return False
    at = opened[-1].start()
    before = clause_before(line, at)
    thing = any(m.type in ("Project", "Zone") and before <= m.start and m.end <= at for m in line.mentions)
    return thing and _WHOLE.search(line.clean, opened[-1].end(), position) is None


def _of_one_sight(line: Line, clause: int) -> bool:
    """Whether the clause or the one before tells of the guests of one sight: 甲景区接待游客3万人次，门票收入….."""
    if WHOLE_AGAIN.match(line.clean, clause) or _SO_MANY.search(line.clean, line.near(clause), clause):
        return False
    before = clause_before(line, clause)
    return any(owners().visited.match(line.clean, at, line.sentence.end) is not None for at in (clause, before))
