"""What a contract is about that the words before tell of: so far it is signed.

Example: 签订协议，|投资9亿元建设甲项目, 双方签约，甲项目将落户云岭. No example: 签订采购合同，|建设甲项目.
"""

from __future__ import annotations

import re

from kg.relate.stage_contents import BUILDS
from kg.relate.stage_facts import FAR
from kg.relate.status import Stage
from kg.types import Span

_SETTLES = frozenset({"落户", "落地", "落户建设"})  # 签订协议，甲项目将落户…
AGREED = re.compile(
    r"(?:签订|签署|签约)(?!了?[^，。；、]{0,6}(?:供货|采购|购销|销售|供应|订货|订购|代理|合作意向|订单)[^，。；、]{0,4}(?:协议|合同|订单|，))|达成[^，。；]{0,8}协议|(?:根据|按照|依据)[^，。；]{0,8}(?:协议|合同)|(?:协议|合同)约定"
)  # 签订协议，投资9亿元建设…: so far it is signed
_INTENDS = re.compile(r"(?:拟|将|计划|有望|即将|预计)[^，。；]{0,30}$")


def may_be_agreed(clean: str, stage: Stage) -> bool:
    """Whether a stage tells of works that a contract may be about: 建设甲项目, 甲项目将落户…"""
    verb = clean[stage.span.start : stage.span.end]
    return (stage.rule == "status.before" and verb in BUILDS) or (stage.status == "planned" and verb in _SETTLES)


def agreed(clean: str, start: int, end: int, signed: re.Match[str] | None) -> Stage | None:
    """The stage of what a contract is about that the words before a clause tell of: 拟与某市签订协议，投资建设…"""
    if signed is None or signed.end() > end:
        return None
    to_come = _INTENDS.search(clean, max(start, signed.start() - FAR), signed.start()) is not None
    return Stage("planned" if to_come else "signed", Span(*signed.span()), "status.agreed")
