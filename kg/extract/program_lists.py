"""Programmes that no rule knows, told by their list.

Between two that are known: 林长制、生态护林员选聘、退耕还林; behind a counted campaign: 五大行动：大招商、大落实….
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from kg.extract.phrases import mention
from kg.numerals import count
from kg.scan import scan
from kg.types import Mention, Text

_RUN = re.compile(r"[^，。；：！？\n（）《》]+")
_SURE = 0.65  # confidence of the rules whose names count as known
_NAME = re.compile("[一-龥“”+\\d]{4,16}")
# what is counted, built or a body is none, whatever it stands between
_OTHER = re.compile(
    r"\d[\d.]*(?:[个万亿余家户亩座条人套]|公里)|(?:园|区|县|市|镇|乡|村|厂|站|所|局|路|桥|院|校|会|公司|集团|基地|中心|工作|问题|以上|左右)$"
    r"|^(?:新增|新建|完成|实现|以及|其他|包括|获评|获批)"
)
# “四大行动”（甲、乙、丙、丁）, 四大战役：即甲、乙、丙、丁, with the page of a note between
_COUNTED = re.compile(
    r"(?P<count>[二两三四五六七八九十]|\d{1,2})[大项个场](?:[一-龥]{2})?"
    r"(?:行动|工程|战役|会战|攻坚战|攻坚|计划|革命|整治|活动|硬仗|提升|突破|创建|强农|强工)”?(?:（P\d+）)?"
    r"(?:（(?:即|包括)?|：即?|，?(?:即|包括|分别是|分别为)|—+)"
)
_NUMERALS = re.compile(r"[二两三四五六七八九十\d](?=\d?[大项个场])")
_PART = re.compile(r"[^，。；：、“”（）！？\n]{2,16}")
_PART_OF_TWO = re.compile(r"[^，。；：、“”（）！？\n和与]{2,16}")
_DEED = re.compile("“?(?:实施|推进|建设|打造|加快|开展|完善|加强|强化|推动|深化|提升|提高|坚持|抓好|做好)")
_PARTS = re.compile(rf"“?{_PART.pattern}(?:(?:”?、“?|”“|”?[和与]“?){_PART.pattern})+(?=”?[，。；）\n])")


def explained(text: Text) -> Iterator[Mention]:
    """The parts by which a counted campaign is explained, as many as it counts: “三大行动”（甲攻坚、乙提质、丙清零）.

    No match in: “两大行动”：建设新城、改造老城 (deeds).
    """
    for found in scan(_COUNTED, _NUMERALS, text.clean):
        parts = _PARTS.match(text.clean, found.end())
        if parts is None or _DEED.match(parts[0]):
            continue
        for part in (_PART, _PART_OF_TWO):
            named = [*part.finditer(text.clean, *parts.span())]
            if len(named) == count(found["count"]):
                for one in named:
                    yield mention(text, one.span(), "Program", "program:explained")
                break


def beside(text: Text, known: Iterable[Mention]) -> Iterator[Mention]:
    """The members of lists with a known programme on either side.

    No match in: 林长制、护林员选聘 (nothing known behind it), 林长制、3个园区、退耕还林 (counted).
    """
    clean = text.clean
    sure = [m for m in known if m.type == "Program" and m.confidence >= _SURE]
    starts, ends = {m.start for m in sure}, {m.end for m in sure}
    for run in _RUN.finditer(clean):
        if run[0].count("、") < 2:
            continue
        marks = [run.start() + i for i, c in enumerate(run[0]) if c == "、"]
        for left, right in itertools.pairwise(marks):
            around = ends & {left, left - 1} and starts & {right + 1, right + 2}
            name = clean[left + 1 : right]
            if around and left + 1 not in starts and _NAME.fullmatch(name) and not _OTHER.search(name):
                yield mention(text, (left + 1, right), "Program", "program:beside")
