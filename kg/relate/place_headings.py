"""The place that a heading, or the words in 【】 before a paragraph, are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.relate.clauses import PLACES, Clause, View
from kg.relate.rows import innermost
from kg.relate.seats import abroad
from kg.types import Mention, Span

_LINE = 40  # characters of a line that may be a title
_ITEM = re.compile(r"[^，。；：]{1,10}：")
_NUMBER = re.compile(r"#*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|[①-⑳●■◆▲★◎○□△▶➤]|[—－\-·]{1,2}|\s)*[【\[“]?")
_HEADS = re.compile(r"[】\]：]|(?:篇|板块|片区|区域)?(?:[—－\-：]|$)")
_CHAPTER = re.compile(r"[#\s]*(?:（?[一二三四五六七八九十]{1,3}[）、]|第[一二三四五六七八九十]{1,3}[章节篇])")
_PROFILE = re.compile(
    r"(?:（[^（）]{1,20}）)?[，]?(?:重点发展|主攻|主导产业|以[^，。；]{2,24}为主导|产业定位|定位为|始建于|成立于|创建于|设立于|位于|地处|坐落|总?规划(?:总)?面积|占地面积|总面积|前身"
    r"|于?\d{4}年[^，。；]{0,12}(?:成立|设立|批准|获批|挂牌))"
)
_NEXT_ARTICLE = re.compile(
    r"\n+\s*(?:本报讯|又讯|本报综合|本报记者|本网讯|[一-龥]{2,6}(?:日报|晚报|时报|报|网|发布|融媒体?(?:中心)?)讯)"
)
_DATELINE = re.compile(rf"{_NEXT_ARTICLE.pattern}|\n+\s*(?:本报)?(?:记者|通讯员)[^，。；\n]{{2,16}}报道")
_PLACED = frozenset({"Region", "Zone", "Enterprise", "Organization", "Project", "Event"})
_OFFICIAL = re.compile(r"书记|[县区市镇乡]长|主任|局长|调研|考察|召开|会议|赴|干部")
_SAYS = 24  # characters behind the clause of a park that may tell where it is


class Ground(NamedTuple):
    """A place, the clause that names it, and the rule that finds it; the place is None on a visit elsewhere."""

    place: Mention | None
    clause: Clause
    rule: str


def headings(view: View) -> Iterator[tuple[Clause, Mention]]:
    """The first clause of each sentence over which a heading of a place stands, with the place."""
    over = Headings(view)
    for sentence in view.sentences():
        ground = over.of(sentence[0])
        if ground is not None and ground.place is not None:
            yield sentence[0], ground.place


class Headings:
    """The place that a heading, or the words in 【】 before a paragraph, are about."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.begins: Clause | None = None  # the first of the paragraph
        self.tag: Ground | None = None  # of one paragraph
        self.title: Ground | None = None  # of a line that no stop ends, for what follows

    def of(self, clause: Clause) -> Ground | None:
        view, sentence = self.view, clause.sentence
        if sentence.start == 0 or view.clean[sentence.start - 1] == "\n":
            self.tag = self._leading(clause, sentence.start, clause.end) or self._profile(clause)
            line = view.clean[sentence.start : sentence.end].rstrip("\n")
            self.tag = self.tag or self._article(clause, len(line)) or self._paragraph(clause)
            if self.tag is None and self.title is not None and self._next_of_series(clause, self.title, line):
                self.title = None
            self.begins = clause
            if self.title is not None and _another(view, clause, self.title):
                self.title = None
            if self._next_article(sentence.start, len(line)):
                self.title = None
            if only := _only_place(clause, sentence.start + len(line)):  # a line that is no more than 松泉县
                own = only.ref == view.home or view.is_above(only.ref)
                self.title = None if own else Ground(only, clause, "heading")
            alone = view.clean[sentence.start + len(line) : sentence.start + len(line) + 1] == "\n"
            if self.tag is not None and alone and len(line) < _LINE and line[-1] not in "。；！？":
                self.title = self.tag
        elif self.tag is not None and _another(view, clause, self.tag):
            self.tag = None
        elif _ITEM.match(view.clean, sentence.start, clause.end):  # 城南片区：…；东区：…
            self.tag = self._leading(clause, sentence.start, clause.end)
        for heading in reversed(sentence.path):
            after = self.title is not None and heading.start > self.title.clause.start
            if after and _CHAPTER.match(view.clean, heading.start, heading.end):
                self.title = None  # 二、农业项目 behind the entries of a county
            if self.tag is not None or (self.title is not None and self.title.clause.start > heading.start):
                break
            run_in = view.clean[heading.end - 1] == "。"  # 云岭高新区。 stands over its own paragraph
            if run_in and "\n" in view.clean[heading.end : clause.start]:
                continue
            ground = self._leading(clause, heading.start, heading.end - run_in)
            if ground is not None and not (self.begins and _another(view, self.begins, ground)):
                return ground
        return self.tag or self.title

    def _next_article(self, start: int, length: int) -> bool:
        """Whether a line is the title of another article, behind the text of the one before: 开园。⏎会议召开⏎本报讯."""
        clean = self.view.clean
        behind = clean[max(0, start - 8) : start].rstrip("\n")[-1:] in ("。", "！", "？", "”", "）")
        return behind and _NEXT_ARTICLE.match(clean, start + length) is not None

    def _next_of_series(self, clause: Clause, title: Ground, line: str) -> bool:
        """Whether a line is the next title of the same kind, of a place that nobody found: 松泉县：…⏎…⏎云海：…⏎…."""
        clean = self.view.clean
        if title.place is None or clean[title.place.end : title.place.end + 1] != "：":
            return False
        alone = len(line) < _LINE and line[-1:] not in ("。", "；", "！", "？", "：")
        return alone and _ITEM.match(clean, clause.sentence.start, clause.end) is not None

    def _paragraph(self, clause: Clause) -> Ground | None:
        """The county that a paragraph of news is about: 松泉县走的是“天马”路线。西域赛马场开放，….

        Its first sentence names nothing else that has a place.
        """
        view, home = self.view, self.view.home
        place = clause.mentions[0] if clause.mentions else None
        if view.scene.text.document.kind == "report" or home is None or home.type != "Region" or place is None:
            return None
        if (
            place.type != "Region"
            or place.start != clause.start
            or home.key not in view.scene.parents.get(place.key, ())
        ):
            return None
        sentence = clause.sentence
        alone = all(m is place or m.type not in _PLACED for m in view.within(Span(sentence.start, sentence.end)))
        plain = view.clean[sentence.end - 1] == "。" and not _OFFICIAL.search(view.clean, place.end, sentence.end)
        return Ground(place, clause, "heading") if alone and plain and view.clean[place.end] not in "、和与" else None

    def _profile(self, clause: Clause) -> Ground | None:
        """The park that a paragraph is a portrait of: 云岭高新区位于松泉县，规划面积9平方公里。重点发展….

        The lines of a list, which give one project each, are none.
        """
        view = self.view
        zone = clause.mentions[0] if clause.mentions else None
        if zone is None or zone.type != "Zone" or zone.start != clause.start:
            return None
        return Ground(zone, clause, "heading") if _PROFILE.match(view.clean, zone.end, clause.end + _SAYS) else None

    def _article(self, clause: Clause, length: int) -> Ground | None:
        """The place inside the own one with which the title of an article begins: 松泉县老厂房变身文创园⏎本报讯….

        Not that of a list or a journey: 松泉县、青川县一城同协⏎本报讯….
        """
        place = clause.mentions[0] if clause.mentions else None
        start, clean = clause.sentence.start, self.view.clean
        if place is None or place.start != start or place.type not in PLACES or place.ref == self.view.home:
            return None
        if length >= _LINE or not _DATELINE.match(clean, start + length) or self.view.is_above(place.ref):
            return None
        if clean[place.end] in "、和与及赴携" or abroad(self.view, place.ref):
            return None
        return Ground(innermost(clause, place), clause, "heading")

    def _leading(self, clause: Clause, start: int, end: int) -> Ground | None:
        """The place with which a heading or a paragraph begins, before a colon, a bracket or the heading's end."""
        view = self.view
        number = _NUMBER.match(view.clean, start, end)
        at = number.end() if number else start
        place = next((m for m in view.within(Span(at, at + 1)) if m.type in PLACES), None)
        if place is None:
            return None
        rest = view.clean[place.end : end].rstrip("\n ")
        run_in = end == clause.end  # the first words of a paragraph, not a heading of its own
        if (run_in and rest[:1] not in ("：", "】", "]")) or not _HEADS.match(rest):
            return None
        return Ground(place, clause, "heading")


def _only_place(clause: Clause, end: int) -> Mention | None:
    """The place that makes a line by itself: 松泉县, 松泉县新桥镇."""
    first = clause.mentions[0] if clause.mentions else None
    if first is None or first.type not in PLACES or first.start != clause.sentence.start:
        return None
    last = innermost(clause, first)
    return last if last.end == end else None


def _another(view: View, clause: Clause, tag: Ground) -> bool:
    """Whether a sentence of the paragraph begins with another park, or another county, than the one it began with."""
    first = clause.mentions[0] if clause.mentions else None
    if first is None or tag.place is None or first.type not in PLACES or first.type != tag.place.type:
        return False
    if first.ref == tag.place.ref or first.start != clause.start:
        return False
    above = view.scene.parents.get(first.key, ())
    sibling = view.home is not None and view.home.key in above and tag.place.key not in above
    return first.type == "Zone" or sibling
