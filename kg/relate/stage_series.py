"""The works of one announcement, told sentence by sentence: 集中签约16个项目。其中，甲项目…。乙项目总投资….

Example: 。乙项目总投资11亿元; a paragraph that begins 汽车产业方面，丙公司投资9亿元建设丁基地.
No example: a paragraph that begins with a place.
"""

from __future__ import annotations

import re

from kg.relate.stage_contents import LEAD
from kg.relate.status import Stage
from kg.types import Mention, Sentence

_AT_ONCE = 4  # characters before a project with which a sentence begins
_WHOSE = re.compile(  # 由甲公司投资16亿元的|乙项目, 总投资9亿元的|丙项目
    r"(?:由)?[^，。；：]{2,30}?(?:投资|出资|建设|打造|实施|承建|引进)[^，。；：]{0,20}的[“《]?|(?:计划)?(?:总?投资)[^，。；：]{2,16}的[“《]?"
    r"|[^，。；：]{2,20}?(?:投资|出资)[^，。；：]{1,12}?(?:建设|兴建|新建|打造|实施)[“《]?"
)
# …。项目达产后年产值20亿元。|乙项目总投资…: a sentence that goes on about the item before
_STILL_IT = re.compile(
    r"(?:(?:该|此|本|整个)?(?:项目|工程)|(?:全部|全面)?(?:建成|达产|投产|达效)[^，。；\n]{0,6}后)[^。；\n]{1,160}[。；]"
)
# 汽车产业方面，甲公司投资9亿元建设乙基地: of those that the paragraph before says were signed
FIELD = re.compile("[一-龥、]{2,12}(?:方面|领域|板块)，")


def next_of_series(
    clean: str, sentence: Sentence, mentions: tuple[Mention, ...], till: int, series: Stage | None
) -> Stage | None:
    """The stage of a row of works that a sentence goes on with; `till` is where the last sentence of that row ends."""
    if sentence.start == till and clean.startswith("；", till - 1):
        return series
    if _next_of_list(clean, sentence, mentions, till):
        return series
    return series if _next_item(clean, sentence, mentions, till, series) else None


def _next_item(clean: str, sentence: Sentence, mentions: tuple[Mention, ...], till: int, series: Stage | None) -> bool:
    """Whether a paragraph tells of one more of the works counted above: …其中，甲厂…。⏎乙厂项目由某公司投资…"""
    if series is None or series.rule != "status.group" or not 0 < sentence.start - till <= 2:
        return False
    first = next((m for m in mentions if m.type == "Project"), None)
    at_once = first is not None and first.start - sentence.start <= 1
    at_once = at_once or FIELD.match(clean, sentence.start) is not None or is_item(clean, sentence, first)
    return at_once and clean.find("投资", sentence.start, sentence.end) >= 0


def is_item(clean: str, sentence: Sentence, first: Mention | None) -> bool:
    """Whether a sentence begins with who pays for its first project: 甲集团投资20亿元建设的|乙基地，占地600亩."""
    near = first is not None and 0 < first.start - sentence.start <= LEAD
    return near and first is not None and _WHOSE.fullmatch(clean, sentence.start, first.start) is not None


def _next_of_list(clean: str, sentence: Sentence, mentions: tuple[Mention, ...], till: int) -> bool:
    """Whether a sentence tells of a next project behind one that ends at `till`: …。乙项目总投资11亿元，…"""
    if sentence.start != till and _STILL_IT.fullmatch(clean, till, sentence.start) is None:
        return False
    if sentence.start == 0 or clean[sentence.start - 1] == "\n":
        return False
    first = next((m for m in mentions if m.type == "Project"), None)
    if first is None or first.start - sentence.start > LEAD:
        return False
    return first.start - sentence.start <= _AT_ONCE or _WHOSE.fullmatch(clean, sentence.start, first.start) is not None
