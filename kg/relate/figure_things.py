"""Whether a figure is of a project or a company of which its sentence speaks, rather than of a place.

Example: 甲公司营收86亿元，增长22%，|研发投入强度7.8%; 甲厂投产，|完成产值3亿元. No example:
甲、乙等8个项目投产，完成产值3亿元; 甲公司落户，全市完成产值90亿元.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.relate.figure_line import Line
from kg.relate.figure_owners import owners
from kg.relate.figure_sights import clause_before
from kg.relate.stage_things import outermost

_WHEN = re.compile(r"(?:截至|截止|到|目前|今年|去年|上半年|一季度|前三季度|\d|[年月日末底初份，、—-])+")
# what a company and a region both have figures of, and what only a region has
_OF_FIRMS = re.compile(r"营业收入|营收|利润|研发|占有率|销售|产值|产量|订单|收入|出口|毛利|税|产能|员工|专利|投资")
_OF_REGIONS = re.compile(r"居民|预算|财政|规模|旅游|固定资产|社会消费|税收收入|进出口总额|全社会|产业|行业|民间|引资")
# 松泉机场旅客吞吐量86万人次: the traffic of a place goes through its gates
_GATE = re.compile(
    r"(?:机场|口岸|枢纽|港区|号线|.港)[^，。；]{0,12}?(?:吞吐量|客流|旅客|货邮|起降|航班|航线|班列|货运|客运|出入境|进出境)"
)
_NEAR_FIRM = 40  # characters behind the name of an enterprise for which figures go on about it
_OPENING = 8  # characters of a sentence before the name of what it is about
_ITS_SIZE = re.compile(r"(?:开工|投产|建设|总|占地|用地|建筑|全长|新建|设计)[^，。；全我]{0,12}\d")
_SEVERAL = re.compile(r"等[^，。；]{0,8}(?:\d|[一两三多各]批?个|项目|企业)|\d+余?[个家项]")


class OfThings:
    """The things of one line whose figures are their own.

    Attributes:
        after_firm: whether a sentence before the semicolon was about a company.
    """

    def __init__(self, line: Line, of_place: re.Match[str] | None) -> None:
        self.line = line
        self.scene = line.scene
        self.clean = line.clean
        self.sentence = line.sentence
        self.mentions = line.mentions
        self.of_place = of_place
        self.after_firm = False

    def about_a_thing(self, clause: int, end: int) -> bool:
        """Whether the clause is about a project, an enterprise or an event, not about a place."""
        first = bisect_left(self.mentions, clause, key=lambda m: m.start)
        last = bisect_left(self.mentions, end, key=lambda m: m.start)
        things = (m for m in self.mentions[first:last] if m.type in ("Project", "Enterprise") and m.end <= end)
        # 金银珠宝类 are goods, 中欧班列长安号 a place's trains
        named = (m for m in things if not self.clean.startswith("类", m.end) and "班列" not in m.key)
        return any(_GATE.match(self.clean, max(m.end - 2, m.start), end) is None for m in named)

    def behind_a_firm(self, name: str, clause: int) -> bool:
        """Whether figures go on about an enterprise: 甲公司营收86亿元，增长22%，|研发投入强度7.8%."""
        if _OF_FIRMS.search(name) is None or _OF_REGIONS.search(name) is not None:
            return False
        last = bisect_left(self.mentions, clause, key=lambda m: m.start)
        named = self.mentions[last - 1] if last else None
        if named is None or named.type != "Enterprise" or named.start < self.sentence.start:
            return False
        opens = named.start == self.sentence.start or self.clean[named.start - 1] in "，；：。"
        between = self.clean[named.end : clause]
        return opens and len(between) <= _NEAR_FIRM and not re.search(r"[；等、和及全我各]|\d[个家]", between)

    def behind_a_thing(self, clause: int) -> bool:
        """Whether the clause before is about one project or enterprise, not about several: 甲厂投产，|完成产值3亿元."""
        before = clause_before(self.line, clause)
        if before >= clause or self.clean[clause - 1] != "，" or _SEVERAL.search(self.clean, before, clause):
            return False
        if _ITS_SIZE.match(self.clean, before, clause):  # 甲电源项目开工，开工规模62万千瓦，|累计完成投资21亿元
            before = clause_before(self.line, before)
        first = bisect_left(self.mentions, before, key=lambda m: m.start)
        last = bisect_left(self.mentions, clause, key=lambda m: m.start)
        things = outermost([m for m in self.mentions[first:last] if m.type in ("Project", "Enterprise")])
        if len({m.key for m in things}) != 1:
            return False
        # 甲厂建成投产，|完成产值3亿元; 抓好总投资5亿元的甲园，|年内完成投资2亿元
        return self.mentions[first].start - before <= _OPENING or things[-1].end == clause - 1

    def about_a_firm(self, end: int) -> bool:
        """Whether a sentence of the news speaks of a company or project from its beginning: 该公司…，去年产值30亿元."""
        if self.scene.text.document.kind == "report":
            return False
        start = self.sentence.start
        named = next((m for m in self.mentions if m.end <= end), None)
        own = False
        if named is not None and named.type in ("Project", "Enterprise") and "班列" not in named.key:
            own = named.start - start <= _OPENING or _WHEN.fullmatch(self.clean, start, named.start) is not None
        if self.of_place is not None and self.of_place.end() <= end:
            return False
        firm = owners().firm.match(self.clean, start)
        home = self.scene.home
        zone = self.line.topic.zone is not None or (home is not None and home.type == "Zone")
        if zone and firm is not None and firm[0].endswith(("园区", "基地")):
            return False
        return own or firm is not None or (self.after_firm and named is None)

    def of_the_firm(self, name: str, position: int) -> bool:
        """Whether a figure may be that of the company that the paragraph is about."""
        if self.of_place is not None and self.of_place.end() <= position:
            return False
        return _OF_FIRMS.search(name) is not None and _OF_REGIONS.search(name) is None
