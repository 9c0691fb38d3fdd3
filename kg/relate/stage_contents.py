"""What a project consists of, told behind its name: no works of their own.

Example: 甲项目总投资3亿元，|建设乙生产线. No example: 甲公司启动乙项目建设.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.relate.stage_topics import THIS_OR_IT
from kg.relate.status import Stage
from kg.types import Mention, Sentence, Span

LEAD = 60  # characters before a project that say who invests in it, and how much
BUILDS = frozenset({"建设", "投建", "打造", "新建", "投资建设", "拟投资", "共建"})
_WILL_INVEST = re.compile(
    r"(?:拟|计划|预计|将)(?:再|总|分期)?投资[^，。；]{0,8}\d[^，。；]{0,8}，"
    r"(?:分[两三四五2-5]个?(?:期|阶段)[^，。；]{0,24}，)?(?:其中，?)?(?:[一首]期[^，。；]{0,8}投资[^，。；]{2,10}，)?$"
)
_TITLE = re.compile(  # ——甲项目。总投资3亿元，建设…
    r"(?:^|[\n。；])[^，。；：\n]{2,40}(?:项目|工程|基地|产业园)[。：]\n?$"
)
_CAMPAIGN = re.compile(  # 一、优质教育扩容工程。新建甲小学、乙中学: works of a campaign, no parts of one work
    r"(?:提升|扩容|提质|畅通|惠民|安居|普惠|保障|关爱|覆盖|暖心|民生|强基|利民|便民|康养|助学)工程[。：]\n?$"
)
_TITLE_ENDS = tuple(head + end for head in ("项目", "工程", "基地", "产业园") for end in ("。", "：", "。\n", "：\n"))


def made_of(clean: str, sentence: Sentence, mentions: Sequence[Mention], news: bool, titled: bool) -> int | None:
    """Where the project is named that the following clauses tell the parts of: 该项目总投资9亿元，建设甲生产线."""
    if news and (titled or _below_a_title(clean, sentence) or THIS_OR_IT.match(clean, sentence.start)):
        return sentence.start - 1
    return next((m.start for m in mentions if m.type == "Project" and m.start - sentence.start <= 12), None)


def will_invest(clean: str, clause: Span) -> bool:
    """Whether the words before a clause promise the money: 甲公司计划投资8亿元，在松泉县建设…"""
    return _WILL_INVEST.search(clean, max(0, clause.start - LEAD), clause.start) is not None


def consists(clean: str, stage: Stage | None) -> bool:
    """Whether a stage comes from a bare 建设 before its project, which after another project tells of its parts."""
    return stage is not None and stage.rule == "status.before" and clean[stage.span.start : stage.span.end] in BUILDS


def _below_a_title(clean: str, sentence: Sentence) -> bool:
    """Whether the sentence before is no more than the name of a project: ——甲项目。"""
    if not clean.endswith(_TITLE_ENDS, 0, sentence.start):
        return False
    if _CAMPAIGN.search(clean, max(0, sentence.start - 60), sentence.start):
        return False
    return _TITLE.search(clean, max(0, sentence.start - 60), sentence.start) is not None
