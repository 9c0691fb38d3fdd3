"""Amounts of lists, each of which has its own thing: 甲（15亿元）、乙（12亿元）; 甲、乙总投资分别为5亿元、8亿元."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.relate.amount_kinds import AREA, INVESTMENT
from kg.types import Mention, Quantity, Sentence

_EACH_INVESTS = re.compile(r"分别(?:计划|预计|概算|协议|拟)*(?:总?投资)")
_RESPECTIVELY = re.compile(r"(?:分别|依次)(?:约|近|超|达到?|为|是|计划|预计|概算|协议|拟|总?投资|总?占地|面积)*")
_IN_TURN = re.compile(r"依次(?:约|为|是|达)+\d")  # 总投资依次为26亿元、58亿元
_EACH_COSTS = re.compile(
    r"(?:分别|依次)(?:约|近|超|达到?|为|是|计划|预计|概算|协议|拟|总?投资|总?占地|面积)*\d|分别[于在]"
)
_OF_TIMES = re.compile(r"分别[于在]")
_NEXT = 40  # characters from what is told of each thing to what each costs
_IN_BRACKETS = re.compile(r"[”』》]?(?:项目|工程)?（$")
_BRACKETS = re.compile(r"（[^（）]{1,40}）")  # 甲养殖场（年出栏1万头）、乙加工厂投产，总投资分别为…
_LEADS_LIST = re.compile(r"(?:总投资|计划投资|拟投资|投资)(?:额|约|近|超|达)*$")
JOINS = frozenset({"、", "和", "与", "及", "”、“", "项目、", "项目和", "以及"})
_NEIGHBOURS = 4  # projects, some of them one in another, that may stand right beside an amount


def bare_amounts(
    clean: str, sentence: Sentence, projects: Sequence[Mention], amounts: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Mention, str]]:
    """Amounts without a word for them: 甲（15亿元）、乙（3万平方米）; 总投资15亿元的甲、12亿元的乙."""
    row: Mention | None = None  # the project before in 总投资15亿元的甲、12亿元的乙
    for q in amounts:
        in_bracket = clean.startswith("）", q.end)
        if q.dimension != "money" and not in_bracket:
            continue
        at = bisect_left(projects, q.start, key=lambda m: m.start)
        if in_bracket:
            before = (m for m in projects[max(0, at - _NEIGHBOURS) : at] if m.end < q.start)
            owner = next((m for m in before if _IN_BRACKETS.fullmatch(clean, m.end, q.start)), None)
        else:
            owner = next((m for m in projects[at : at + _NEIGHBOURS] if 1 <= m.start - q.end <= 2), None)
            owner = owner if clean.startswith("的", q.end) else None
            led = _LEADS_LIST.search(clean, max(sentence.start, q.start - 8), q.start) is not None
            if not led and (row is None or clean[row.end : q.start] not in JOINS):
                owner = None
            row = owner
            if led:
                continue
        if owner is not None:
            yield q, owner, "investment" if q.dimension == "money" else "area"


def respective_amounts(
    clean: str, sentence: Sentence, projects: Sequence[Mention], amounts: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Mention, str]]:
    """甲、乙总投资分别为5亿元、8亿元 and 总投资分别为5亿元、8亿元的甲、乙: each its own, where there are as many."""
    said = clean.find("分别", sentence.start, sentence.end)
    inturn = _IN_TURN.search(clean, sentence.start, sentence.end)
    if inturn is not None:
        said = inturn.start()
    if said < 0 or len(projects) < 2:
        return
    while not _EACH_COSTS.match(clean, said) and (later := clean.find("分别", said + 1, sentence.end)) >= 0:
        said = later  # 甲县、乙县分别签约丙、丁，投资分别为…
    if _OF_TIMES.match(clean, said):  # 分别于3月、4月签约，总投资分别为…
        said = max(said, clean.find("分别", said + 1, min(sentence.end, said + _NEXT)))
    words = clean[max(sentence.start, said - 24) : said]
    behind = _EACH_INVESTS.match(clean, said) is not None
    prop = "investment" if behind or INVESTMENT.search(words) else "area" if AREA.search(words) else None
    dimension = "money" if prop == "investment" else "area"
    row: list[Quantity] = []
    for q in amounts:
        near = _RESPECTIVELY.fullmatch(clean, said, q.start) if not row else clean[row[-1].end : q.start] in JOINS
        if q.dimension == dimension and near:
            row.append(q)
        elif row:
            break
    if prop is None or len(row) < 2:
        return
    if clean.startswith("的", row[-1].end):
        listed = [m for m in projects if m.start > row[-1].end][: len(row)]
        if not listed or listed[0].start > row[-1].end + 6:
            return
    else:
        listed = [m for m in projects if m.end <= said][-len(row) :]
    gaps = (_BRACKETS.sub("", clean[a.end : b.start]) for a, b in itertools.pairwise(listed))
    joined = all(gap in JOINS for gap in gaps)
    if len(listed) != len(row) or not joined:
        return
    more = clean[listed[-1].end : listed[-1].end + 1] in ("、", "和") or clean[listed[0].start - 1] in ("、", "和")
    if not more:
        yield from ((q, m, prop) for m, q in zip(listed, row, strict=True))
