"""Whether a clause on a thing tells what is done or what is to be done.

Example: 确保甲项目竣工, 今年将开展攻坚活动，|开工建设甲大桥 are planned. No example: 目前，已开工建设甲大桥.

The words looked for govern the clauses behind them; those that make their own clause one of what is to come are in
`kg.text.ahead`.
"""

from __future__ import annotations

import re
from typing import Literal

from kg.relate.stage_contents import LEAD
from kg.relate.stage_facts import BEGUN_SINCE, when
from kg.types import Mention, Modality, Scene, Sentence, Span

OF_WHICH = re.compile(r"[“]?(?:据介绍|据了解|据悉)?，*(?:其中|包括|涉及|涵盖|主要有|主要包括)")
_PLANS = re.compile(r"(?<!原)(?:计划|拟|预计|将)(?:新|集中)?(?:开工|动工|签约|竣工|投产|实施|推进)[^，。；完]{0,20}，$")
_AIM = re.compile(
    r"[^，。；、：]{0,6}?(?:力争|确保|力促|(?<!成功)争取)(?!了|到)"
)  # 确保甲项目竣工、乙项目开工, in news
# 今年，我们将…，开工建设甲大桥, in news: who speaks tells what is to be done
_AHEAD = re.compile(
    r"(?:^|[，：“。；\n])(?:今年|明年|今后|下一步|接下来|未来|年内|下半年|“十[一二三四五]五”期间)，?[^，。；]{0,10}?(?:将|计划|力争|(?<![重主需必])要)"
    r"|(?:^|[，：“。；\n])(?:我们|[全我本该][省市县区州旗镇乡])将(?!于|在)"
    r"|(?:^|[，：“。；\n])(?:力争|确保|力促)[^，。；]{0,40}?(?:开工|建成|竣工|投产|动工|通车|启动|完成|贯通|投用|封顶|开园|运营|达产|获批)"
)
_ALREADY = re.compile(
    r"已|目前|如今|正在|当天|当日|日前|近日|昨日|上午|下午|举行|仪式|现场|了|\d日|[，；](?:去年|此前)"
)
_FAR_AHEAD = 100  # characters before a clause in which such words govern it


def done_or_planned(
    scene: Scene,
    sentence: Sentence,
    clause: Span,
    group: list[Mention],
    around: Span,
    modality: Modality | Literal["clause"],
) -> Modality | Literal["clause"]:
    """Whether what is said of a list of things is done or planned: 确保甲大桥竣工 is planned, in news too."""
    clean = scene.text.clean
    if BEGUN_SINCE.search(clean, around.start, around.end):
        return "done"
    told = when(scene, around, modality)
    if told == "clause" and OF_WHICH.match(clean, clause.start) and _counts_plans(clean, sentence, clause):
        return "planned"  # 2025年计划新开工9个，其中甲项目一季度动工
    return "planned" if told == "clause" and _AIM.match(clean, clause.start, group[0].start) else told


def _counts_plans(clean: str, sentence: Sentence, clause: Span) -> bool:
    """Whether the words before 其中 speak of what is planned: 今年计划新开工项目9个，|其中甲基地…"""
    start = max(sentence.start, clause.start - LEAD)
    return _PLANS.search(clean, start, clause.start) is not None


def aims(clean: str, sentence: Sentence, clause: Span) -> bool:
    """Whether the clauses before say what is to be done: 今年将开展攻坚活动，|开工建设甲大桥; not behind a 已, 目前."""
    if _ALREADY.search(clean, clause.start, min(clause.end, clause.start + _FAR_AHEAD)):
        return False
    ahead = [
        m.end() for m in _AHEAD.finditer(clean, max(sentence.start - 1, clause.start - _FAR_AHEAD, 0), clause.start)
    ]
    return bool(ahead) and not _ALREADY.search(clean, ahead[-1], clause.start)
