"""Whose figure it is: the place in front of a phrase, the park that the clauses before speak of, places in a row."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter, itemgetter

from kg.relate.figure_fits import DEED
from kg.relate.figure_line import PLACES, Line
from kg.relate.figure_speakers import WHOLE_AGAIN
from kg.relate.figure_words import BREAK
from kg.relate.frames import Frame
from kg.relate.scope import own_place, own_whole, spoken_of
from kg.types import Mention, Ref

# 全市园区实现营业收入…，税收…: a part of the place without a name, and what says that the whole is meant again
_PART_OF_PLACE = re.compile(
    r"(?:各|全部)?(?:省级|国家级|省级以上|重点)*((?:产业|工业|开发)?园区|产业园|港区|港务区|工业集中区|产业集聚区|(开发区|经开区|高新区|综保区|保税区|起步区|先行区|自贸区|自贸试验区))"
    r"(?=.{2,})(?!数|面积|建设|企业|基础设施|污水|道路)"
)
# 示范区完成投资, 新区实现产值 in the text of that zone: its own figures
_OWN_ZONE = re.compile(
    r"(示范区|试验区|先导区|合作区|度假区|保税港区|新片区|新区|新城|集团)(?=.{2,})(?!数|面积|建设|企业|基础设施)"
)
_COMPLETES = re.compile(r"(?:预计|全年|当年|累计|共|已)*(?:完成|实现)(?!了)")
_WHOLE_OR_FIGURE = re.compile(r"[全我][省市县区镇乡州旗盟]|各县|\d")
# 走进白鹭经开区，塔吊林立。该区实现产值90亿元: the zone that was spoken of
_THAT_ZONE = re.compile(r"该(?:区|园区?|开发区|经开区|高新区|新区|示范区)(?=.{2,})(?!域|间)")
_OWN_WORD = re.compile(r"(?:其中)?[全我本][省市县区镇乡州旗盟]")
_SUPPORTS = re.compile(r"^(?:大力|积极|全力|重点|继续|着力)?(?:支持|推动|推进|指导|鼓励|帮助|促进|依托|引导|确保|力争)")
_OF_SOMEBODY = re.compile(
    r"^(?:总|年)?(?:产值|出口|出口额|税收|税收收入|出口总额|营业收入|主营业务收入|销售收入|销售额|产量|投资|收入|年出口|年产值|游客|接待游客)$"
)
_WHEN = re.compile(r"(?:[今去]年|(?:19|20)\d\d年|[上下]半年|前三季度|[一二三四]季度|\d{1,2}[-—~～至到]\d{1,2}月)+")
_OF_PLACES = frozenset(("money", "percent", "area", "amount"))
_TRADES_WITH = re.compile(r"[与和对同][^，、]{2,16}?(?:贸易额|贸易总额|进出口额|贸易总值)$")
_TRADED_WITH = re.compile(  # 与中东欧国家进出口额197亿元
    r"[与和对同]([^，、与和对同\d]{2,12})(?=(?:双边)?(?:进出口|贸易)(?:总?额|总值)?$)"
)
_GATE = re.compile(r"港口?(?=[年货集旅客进吞全累完])|(?:国际)?机场|口岸|海关|火车站|高铁站|车站")
_DOES = re.compile(
    r"(?:计划|将|力争|预计|共|累计|全年|已)(?:新增|实现|完成|新建|发展|引进|培育|建成)"
)  # 松泉县计划新增基地3万亩
_PER_HEAD = re.compile(r"^地区生产总值$|储蓄存款余额$")  # 储蓄存款余额6.3亿元，人均1.7万元
_LONGEST_TITLE = 40
_PARAGRAPH = 600  # characters of a paragraph before 全县 that may name the county
_SUPPORT = 24  # characters before a place that is supported


def _without_time(phrase: str) -> str:
    """The words of a phrase behind what says when: 前三季度全市固定资产投资."""
    return phrase[lead.end() :] if (lead := _WHEN.match(phrase)) else phrase


class Places:
    """The places of the figures of one line; the last one named is kept in what the line has said."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.spoken: list[tuple[int, str]] | None = None

    def phrase(self, frame: Frame, kind: str) -> str:
        """The phrase of a frame of a figure of unit kind `kind` without a place in front of it.

        The place is kept for what follows.
        """
        line, said = self.line, self.line.said
        home = line.scene.home
        opening = _without_time(frame.phrase)
        self._keep_zone(frame.start)
        if WHOLE_AGAIN.match(opening):
            said.part = ""
            if (told := self.whole(opening, frame.start)) is not None:
                said.place = said.theme = told
            elif own_place(opening, home):
                said.place = None
        if (
            line.clean.startswith("人均", frame.start)
            and len(frame.phrase) <= 2
            and said.subjects
            and _PER_HEAD.search(said.subjects[-1])
        ):
            return "人均" + said.subjects[-1]
        if traded := _TRADED_WITH.match(opening):
            said.place = None
            return f"对{traded[1]}{opening[traded.end() :]}"
        phrase = line.names.strip(frame.phrase)
        if (that := _THAT_ZONE.match(phrase)) and (zone := self.line.topic.zone or self._home_zone()) is not None:
            said.place = zone if zone != home else said.place
            return line.names.strip(phrase[that.end() :])
        if part := _PART_OF_PLACE.match(phrase):
            if self._is_home(part[2] or "园区"):
                return line.names.strip(phrase[part.end() :])
            if (zone := line.topic.zone) is not None and (part[2] is None or part[2][0] in zone.key):
                said.place = zone  # 松泉经开区…。园区完成投资68亿元
                return line.names.strip(phrase[part.end() :])
            said.part = part[2] or ("产业园" if part[1] == "产业园" else "园区")
            return said.part + line.names.strip(phrase[part.end() :])
        if (own := _OWN_ZONE.match(phrase)) and (zone := self._own_zone(own[1])) is not None:
            said.place = zone if zone != home else said.place
            return line.names.strip(phrase[own.end() :])
        if (deed := DEED.match(phrase)) and line.names.known(rest := line.names.strip(phrase[deed.end() :])):
            return rest
        return self._without_place(phrase, frame.start, kind)

    def _keep_zone(self, start: int) -> None:
        """松泉新区获批，完成生产总值60亿元, in a report: a clause without a subject is of the zone that begins it."""
        line, said = self.line, self.line.said
        if not line.is_report or said.place is not None or not _COMPLETES.match(line.clean, start):
            return
        first = next((m for m in line.mentions if m.type in PLACES), None)
        if first is None or first.type != "Zone" or first.start != line.sentence.start or first.ref == line.scene.home:
            return
        alone = all(m.ref == first.ref or m.start > start for m in line.mentions if m.type in PLACES)
        if alone and first.end < start and not _WHOLE_OR_FIGURE.search(line.clean, first.end, start):
            said.place = first.ref

    def whole(self, words: str, position: int) -> Ref | None:
        """The one place of the home that a paragraph of the news has named, where 全县, 全市 is that place by its rank.

        安陆市交出答卷：全市粮食产量…, on a page of the city that it lies in; 松泉市新区招商记：…松泉市签约…，全市….
        """
        line, home, opening = self.line, self.line.scene.home, _without_time(words)
        if line.is_report or home is None or WHOLE_AGAIN.match(opening) is None:
            return None
        before = self._named_before(position)
        named = {m.ref for m in before if m.type == "Region" and m.ref.key not in line.scene.parents.get(home.key, ())}
        ranked = {ref for ref in named if own_whole(opening, ref)}  # 古雷炼油能力…。漳州市提出，全市…
        named = ranked if len(named) > 1 else named
        told = next(iter(named)) if len(named) == 1 else None
        below = told is not None and (home.type == "Zone" or home.key in line.scene.parents.get(told.key, ()))
        return told if below and own_whole(opening, told) else None

    def named_above(self, place: Ref, position: int) -> bool:
        """Whether a paragraph of the news has named a place above the home, and goes on about it: 放眼松泉县，全县…."""
        return not self.line.is_report and any(m.ref == place for m in self._named_before(position))

    def _named_before(self, position: int) -> Iterator[Mention]:
        """The mentions of a paragraph up to a position."""
        start = max(0, self.line.clean.rfind("\n", 0, position) + 1, position - _PARAGRAPH)
        mentions = self.line.scene.mentions
        at = bisect_left(mentions, start, key=lambda m: m.start)
        return itertools.takewhile(lambda m: m.end <= position, mentions[at : at + _PARAGRAPH])

    def scope(self, clause: int) -> str:
        """全国, 全省 … that the clauses before speak of, unless a place has been named since or is named here."""
        line = self.line
        if self.spoken is None:
            self.spoken = spoken_of(line.scene, line.sentence.start, line.sentence.end)
        before = bisect_left(self.spoken, clause, key=itemgetter(0)) - 1
        at, word = self.spoken[before] if before >= 0 else (0, "")
        if not word or _OWN_WORD.match(line.clean, clause):
            return ""
        since, until = (bisect_right(line.mentions, edge, key=attrgetter("start")) for edge in (at, clause))
        return "" if any(m.type in PLACES for m in line.mentions[since:until]) else word

    def in_a_row(self, frame: Frame, count: int) -> list[Mention]:
        """The places that begin a phrase, one for each figure: 甲县、乙县固定资产投资分别增长8.3%、7.9%."""
        line = self.line
        places: list[Mention] = []
        at = frame.start
        for m in sorted(line.mentions, key=lambda m: (m.start, -m.end)):  # 松泉市边境合作区 is no 松泉市
            if m.type in PLACES and m.start == at and m.end <= frame.start + len(frame.phrase):
                places.append(m)
                at = m.end + (line.clean[m.end : m.end + 1] in ("、", "和", "与", "及"))
        return places if len(places) == count and line.clean.startswith(frame.phrase, frame.start) else []

    def sharing(self, frame: Frame, words: str) -> list[Mention]:
        """The places that begin a phrase and share its one figure: 甲县、乙县均突破90亿元."""
        if not any(each in words for each in ("均", "都", "双双")):
            return []
        count = sum(m.type in PLACES for m in self.line.mentions_from(frame.start))
        return next((row for n in range(count, 1, -1) if (row := self.in_a_row(frame, n))), [])

    def ranked_before(self, floor: int, clause: int, count: int) -> tuple[str, list[Mention]]:
        """The indicator and the places, one for each figure, of the clause before: 甲市、乙市GDP居前两位，分别为…."""
        line, end = self.line, max(floor, clause - 1)
        start = max(floor, line.clean.rfind("，", floor, end) + 1)
        while line.clean[start : start + 1] in ("，", "。", "；", "："):
            start += 1
        row: list[Mention] = []
        at = start
        for m in line.mentions_from(start):
            if m.type in PLACES and m.start == at and m.end < end:
                row.append(m)
                at = m.end + (line.clean[m.end : m.end + 1] in ("、", "和", "与", "及"))
        if len(row) != count or end - at > _LONGEST_TITLE:
            return "", []
        return line.names.leading(line.clean[at:end]), row

    def placeless(self, words: str, start: int) -> str:
        """The words without the place that they begin with."""
        for m in self.line.mentions_from(start):
            if m.start == start and m.type in PLACES and m.end - start < len(words):
                return words[m.end - start :]
        return words

    def keep_supported(self, phrase: str, clause: int) -> None:
        """支持甲县做强建陶产业，力争产值突破50亿元: what has no name of its own is of the place that is supported."""
        line = self.line
        if not _OF_SOMEBODY.match(phrase) or line.said.place is not None:
            return
        for m in reversed(line.mentions_before(clause)):
            if m.end > clause or m.type not in PLACES or m.ref == line.scene.home:
                continue
            start = max(line.sentence.start, m.start - _SUPPORT)
            start = max((b.end() for b in BREAK.finditer(line.clean, start, m.start)), default=start)
            if _SUPPORTS.match(line.clean[start : m.start]) and start + 8 >= m.start:
                line.said.place = m.ref
            return

    def elsewhere(self) -> bool:
        """Whether the place named is neither the document's own, nor in it, nor above it."""
        place, home = self.line.said.place, self.line.scene.home
        if place is None or home is None or place == home or place.type != "Region" or home.type != "Region":
            return False
        if not self.line.is_report and self._titled(place):
            return False
        parents = self.line.scene.parents
        return home.key not in parents.get(place.key, ()) and place.key not in parents.get(home.key, ())

    def _titled(self, place: Ref) -> bool:
        """Whether the line above the paragraph, a title on a page of several news, names the place."""
        clean, start = self.line.clean, self.line.sentence.start
        above = clean.rfind("\n", 0, start)
        first = clean.rfind("\n", 0, max(above, 0)) + 1
        if above < 0 or above - first > _LONGEST_TITLE or clean.find("。", first, above) >= 0:
            return False
        mentions = self.line.scene.mentions
        at = bisect_left(mentions, first, key=lambda m: m.start)
        return any(m.ref == place for m in itertools.takewhile(lambda m: m.start < above, mentions[at:]))

    def _without_place(self, phrase: str, start: int, kind: str) -> str:
        """The phrase without the name of a place at its front, unless that is the front of another name."""
        line = self.line
        for mention in line.mentions_from(start):
            if mention.type not in PLACES or line.clean[mention.start] == "占":
                continue  # 占松泉新区的四成
            surface = line.clean[mention.start : mention.end]
            if phrase.startswith(surface) and _GATE.match(phrase, len(surface)):
                line.said.place = None
                return phrase  # 松泉机场旅客吞吐量, 云岭松泉港货物吞吐量
            if phrase.startswith(surface) and not self._begins_a_name(mention):
                rest = line.names.strip(phrase[len(surface) :])
                if _TRADES_WITH.match(phrase, len(surface)):
                    line.said.place = mention.ref
                    return rest  # 云岭与东盟双边贸易额
                if phrase[len(surface) :].startswith(("、", "和", "与")) and self._starts_a_place(mention.end + 1):
                    return "各县" + rest  # 甲县、乙县贫困人口减少2.1万人: of none of them alone
                named = line.names.known(rest) or (kind in _OF_PLACES and line.names.headed(rest, kind))
                named = named or _DOES.match(phrase, len(surface)) is not None
                if self._lies_above(mention.ref) and not named:
                    return phrase  # 南岭省著名商标11件; not 南岭省工程机械出口额
                line.said.place = mention.ref
                within = line.clean.startswith(rest, mention.end) and self._starts_a_place(mention.end)
                if within and _GATE.match(rest, self._end_of_place(mention.end) - mention.end):
                    return phrase
                return self._without_place(rest, mention.end, kind) if within else rest  # 临沧市凤庆县进出口
        return phrase

    def _end_of_place(self, start: int) -> int:
        return next(m.end for m in self.line.mentions_from(start) if m.type in PLACES)

    def _starts_a_place(self, position: int) -> bool:
        return any(m.start == position and m.type in PLACES for m in self.line.mentions_from(position))

    def _lies_above(self, place: Ref) -> bool:
        """Whether a place contains the one that the text is about."""
        home = self.line.scene.home
        return home is not None and place.key in self.line.scene.parents.get(home.key, ())

    def _begins_a_name(self, place: Mention) -> bool:
        """Whether a place is the beginning of a body's or firm's name: 南岭省光电孵化器在孵企业310家."""
        at = self.line.mentions_from(place.start)
        return any(m.start == place.start and m.end > place.end and m.type not in PLACES for m in at)

    def _own_zone(self, head: str) -> Ref | None:
        """The zone that 新区, 示范区 … stands for: that of the paragraph or the one that the text is about."""
        zones = (self.line.topic.zone, self.line.scene.home)
        return next((z for z in zones if z is not None and z.type == "Zone" and head in z.key), None)

    def _home_zone(self) -> Ref | None:
        """The zone that the text is about."""
        home = self.line.scene.home
        return home if home is not None and home.type == "Zone" else None

    def _is_home(self, part: str) -> bool:
        """Whether a park without a name is what the text is about: 高新区完成投资 in the news of a high-tech zone."""
        home = self.line.scene.home
        return home is not None and home.type == "Zone" and (part == "园区" or part[0] in home.key)
