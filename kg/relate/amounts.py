"""Investment, area and capacity of projects: which figure belongs to which of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.ontology import Lexicon
from kg.relate.scenery import sentences_with_mentions
from kg.relate.status import clauses
from kg.types import Attribute, Mention, Quantity, Rejection, Scene, Sentence, Span

_INVESTMENT = re.compile(
    r"(?:总投资额?|投资总额|计划总投资|预算总投资|概算总投资|总投入|投资额|投资金额|投资规模|协议投资额?|计划投资额?|拟投资|预计投资|估算投资|概算投资|投资|斥资|耗资|签约金额|合同金额|总金额)"
    r"(?:金额)?(?:预计|合计|总计|共计|共|约|近|超|超过|达|达到|为|将|逾|高达|人民币|：|额|了)*$"
)
# Spent so far, of one year or one phase, or of something else: not what the project costs.
_PART = re.compile(r"(?:完成|年度|年内|当年|已|累计|本年|今年|一期|二期|三期|首期|固定资产|新增|追加|每年|民间|工业|设备|上级|基础设施|亩均)(?:计划|总|的)?$")
_PART_BEFORE = re.compile(r"(?:完成|年度|年内|当年|累计|本年|今年|新增|追加|亩均|设备|固定资产|基础设施|民间|工业|技改|产业|房地产|重点项目)(?:计划|总|的)?(?=总?投资)")
_SPENT = re.compile(r"完成[^，。；、]{0,8}投资[约近超达]*$")
_AREA = re.compile(
    r"(?:占地|用地|建筑|规划|总|建设|开发|总建筑|总占地|总用地|种植|流转|核心区|工业用地|净用地|厂房)?(?:规划)?(?:总)?(?:面积)?(?:预计|合计|共计|总计|共|约|近|超|超过|达|达到|为|逾|：)*$"
)
_AREA_WORD = re.compile(r"占地|用地|建筑面积|规划面积|规划总?面积|总面积|建筑总面积|占地面积")
_COUNTED = re.compile(r"\d+余?[个项]|[一二三四五六七八九十]个|一批|项目库|合计|项目均|个项目|等项目")
_CAPACITY = re.compile(
    r"年(?:产|处理|加工|生产|销售|屠宰|出栏|吞吐)(?:能力)?(?:约|近|达|超)?\d[^，。；：！？、（）”]{1,24}?(?=项目|生产|基地|工程|建设|产线|扩|技改|[，。；：！？、（）”]|$)"
    r"|\d+(?:\.\d+)?(?:万千瓦时?|兆瓦|MW|万标箱|GWh|GW|万?吨级)"
    r"|日(?:处理|供水|产)(?:能力)?(?:约|达)?\d[^，。；：！？、（）”]{1,16}"
)
_SELF = re.compile(r"^(?:该|本|此|整个|这个)?(?:项目|工程|园区|基地)?(?:计划|预计|预算|概算)?(?:总|投资|占地|规划|用地|建筑|拟)")


class AmountReader:
    """Attaches money and areas to the project, zone or event that they are about."""

    def __init__(self, lexicon: Lexicon) -> None:
        del lexicon  # what introduces an amount is a closed set of function words

    def read(self, scene: Scene) -> tuple[list[Attribute], list[Rejection]]:
        found: list[Attribute] = []
        refused: list[Rejection] = []
        quantities = [q for q in scene.text.quantities if q.dimension in ("money", "area")]
        topic: Mention | None = None
        paragraph = -1
        for sentence, mentions in sentences_with_mentions(scene):
            if sentence.part == "glossary":
                continue
            things = [m for m in mentions if m.type in ("Project", "Zone", "Event", "Enterprise", "Organization")]
            found += self._names(scene, sentence, mentions)
            at = bisect_left(quantities, sentence.start, key=lambda q: q.start)
            while at < len(quantities) and quantities[at].end <= sentence.end:
                q = quantities[at]
                at += 1
                prop, words = self._kind(scene.text.clean, sentence, q)
                if prop is None:
                    continue
                owner = self._owner(scene.text.clean, sentence, q, words, things, topic)
                if owner is None:
                    refused.append(Rejection(q.start, q.end, f"{prop} {scene.text.clean[q.start : q.end]}", "no_entity"))
                else:
                    found.append(_attribute(owner, prop, q, sentence))
            projects = [m for m in things if m.type == "Project"]
            del paragraph
            paragraph = sentence.end
            topic = projects[0] if projects else topic if sentence.end - (topic.end if topic else 0) < 200 else None
        return found, refused

    def _kind(self, clean: str, sentence: Sentence, q: Quantity) -> tuple[str | None, int]:
        """investment or area, with the start of the words that say so; None for any other amount."""
        words = clean[max(sentence.start, q.start - 24) : q.start]
        if q.dimension == "money":
            m = _INVESTMENT.search(words)
            if m is None:
                return None, q.start
            lead = words[: m.start()]
            if _PART.search(lead) or _PART_BEFORE.search(words) or _SPENT.search(words):
                return None, q.start
            return "investment", q.start - len(words) + m.start()
        m = _AREA.search(words)
        if m is None or not _AREA_WORD.search(m[0]):
            return None, q.start
        return "area", q.start - len(words) + m.start()

    def _owner(
        self, clean: str, sentence: Sentence, q: Quantity, words: int, things: Sequence[Mention], topic: Mention | None
    ) -> Mention | None:
        """总投资5亿元的Y: what follows; Y总投资5亿元, Y（投资5亿元）: the nearest before; 项目总投资…: what was spoken of."""
        if clean[q.end : q.end + 1] == "的" or clean[q.end : q.end + 2] in ("建设", "新建", "实施"):
            if before_name := [m for m in things if m.end == words and m.type == "Project"]:
                return before_name[0]
            after = [m for m in things if m.start >= q.end and m.start - q.end <= 30 and m.type == "Project"]
            if after and not re.search(r"[，。；]", clean[q.end : after[0].start]):
                return after[0]
            return None
        before = [m for m in things if m.end <= words]
        projects = [m for m in before if m.type == "Project"]
        projects = projects or [m for m in before if m.type in ("Zone", "Event") and words - m.end <= 4]
        if projects:
            nearest = projects[-1]
            between = clean[nearest.end : words]
            if not _COUNTED.search(between) and "；" not in between:
                return nearest
            return None
        lead = clean[sentence.start : words]
        if topic is not None and topic.type == "Project" and _SELF.match(clean[sentence.start : q.start]) and not _COUNTED.search(lead) and not before:
            return topic
        return None

    def _names(self, scene: Scene, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Attribute]:
        """Capacities inside a project's name or in the clause that follows it: 年产3万吨…项目, 220千伏…变电站."""
        clean = scene.text.clean
        projects = [m for m in mentions if m.type == "Project"]
        for m in projects:
            if c := _CAPACITY.search(clean, m.start, m.end):
                yield Attribute(m.ref, "capacity", c[0], c.start(), c.end(), "capacity.name", 0.85)


def _attribute(owner: Mention, prop: str, q: Quantity, sentence: Sentence) -> Attribute:
    number = round(q.si, 2)
    value = str(int(round(number))) if prop == "area" or number == int(number) else repr(number)
    unit = "CNY" if prop == "investment" else "m²"
    return Attribute(owner.ref, prop, value, q.start, q.end, f"{prop}.nearest", 0.8, number, unit, sentence.year, sentence.modality)


__all__ = ["AmountReader", "Span", "clauses"]
