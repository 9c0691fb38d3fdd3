"""The clauses of a sentence, and the lists of things in them of which one stage is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.relate.status import StatusVerbs
from kg.relate.verb_edges import crosses_words
from kg.types import Mention, Span

_SEPARATOR = re.compile(r"（[^（）]*）|[，；。：！？\n|]")  # | between the cells of a table
_LINK = re.compile(
    r"^(?:[、和与及“”《》]|以及|，以及|等|(?:一批|系列)?(?:重点|重大|在建|产业|园区|城市|基础设施|民生)?项目|工程|建设|改造|[及和]其|一期|二期|（[^（）]*）|\d+[个条座所家项台套栋幢处](?:机组|泊位|厂房|生产线)?|[的]|[^，。；、：！？\d]{1,4}(?=、)|任务(?=[、和])|等[^，。；、：！？\d]{0,8}?(?:工程|项目)(?=[、和与及])|(?<=[、和])(?:计划)?(?:总?投资)(?:约|近|超)?\d[\d.]*[万亿]+元的|\d[\d.]*(?:公里|千米|米|万?平方米|亩|户|套|栋|处|万?吨)(?=[、和]))*$"
)
_AMOUNT_OF = re.compile(  # parts of a list: A、总投资5亿元、占地30亩的B; A、明澈新材投资3亿元的B
    r"[”』》]?(?:项目|工程)?(?:（[^（）]{1,20}）)?(?:、|和|与|以及|及)[^，。；：、\d（）]{0,16}?"
    r"(?:\d[\d.]*[余多]?[万亿]?(?:[美欧日港]?元|亩|平方米|平方公里|公里|吨)(?:、[^，。；：、\d]{0,6})?){1,3}的[“《]?"
)
_UNNAMED = re.compile(  # parts of a list that are no mentions
    r"[”』》]?(?:项目|工程)?(?:（[^（）]{1,12}）)?、[^，。；：！？\n]{2,40}?(?:、|(?<=.)[和与及])[“『《]?"
    r"|、[^，。；：！？\n\d、]{2,8}"
)


def clauses(clean: str, start: int, end: int) -> Iterator[Span]:
    """The clauses of a sentence: parts between ， ； ： and the like, brackets kept whole."""
    at = start
    for m in _SEPARATOR.finditer(clean, start, end):
        if m[0][0] == "（":
            continue
        if m.start() > at:
            yield Span(at, m.start())
        at = m.end()
    if end > at:
        yield Span(at, end)


def lists(clean: str, mentions: Sequence[Mention], verbs: StatusVerbs | None = None) -> list[list[Mention]]:
    """Mentions of one clause put together where only 、 和 等 or a counted noun stands between them.

    A part of the list that nobody has named may stand between, if no verb is in it: A、某某产业园、B等8个项目.
    """
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _goes_on(clean[groups[-1][-1].end : mention.start], verbs):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


_TOLD_OF = re.compile(
    r"[”』》]?(?:项目|工程)?（[^（）]{1,60}）(?:[、和与及]|以及)[“《]?"
)  # 甲（总投资30亿元，占地200亩）、乙


_OTHER_NAME = re.compile(
    r"[”』》]?（[“《]?|[”』》]?）(?:[、和与及]|以及)[“《]?"
)  # 甲馆（|乙馆|）、丙馆: its other name


def _goes_on(gap: str, verbs: StatusVerbs | None) -> bool:
    """Whether a list goes on over the words between two things: 、总投资5亿元的, 、某某产业园、."""
    if _TOLD_OF.fullmatch(gap) or _OTHER_NAME.fullmatch(gap):
        return True
    if _AMOUNT_OF.fullmatch(gap) and not _tells(gap, verbs):
        return True
    if len(gap) <= 12 and _LINK.match(gap) and (len(gap) <= 2 or not _tells(gap, verbs)):
        return True
    return verbs is not None and _UNNAMED.fullmatch(gap) is not None and not verbs.between.search(gap)


def _tells(gap: str, verbs: StatusVerbs | None) -> bool:
    """Whether words between two things tell a stage of the first one."""
    return verbs is not None and any(not crosses_words(gap, m) for m in verbs.strong.finditer(gap))
