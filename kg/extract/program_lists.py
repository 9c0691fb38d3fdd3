"""Programmes that no rule knows, between two that are known in a list: 林长制、生态护林员选聘、退耕还林."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from kg.extract.phrases import mention
from kg.types import Mention, Text

_RUN = re.compile(r"[^，。；：！？\n（）《》]+")
_SURE = 0.65  # confidence of the rules whose names count as known
_NAME = re.compile("[一-龥“”+\\d]{4,16}")
# what is counted, built or a body is none, whatever it stands between
_OTHER = re.compile(
    r"\d[\d.]*(?:[个万亿余家户亩座条人套]|公里)|(?:园|区|县|市|镇|乡|村|厂|站|所|局|路|桥|院|校|会|公司|集团|基地|中心|工作|问题|以上|左右)$"
    r"|^(?:新增|新建|完成|实现|以及|其他|包括|获评|获批)"
)


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
