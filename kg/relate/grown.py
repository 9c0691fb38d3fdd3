"""Firms that a programme about their growth has led on.

Example: 甲、乙、丙3家企业实现“小升规”. No example: 甲、乙实现扭亏，推进“小升规”.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.entered import claim_of
from kg.types import Claim

GROWS = re.compile("小[升进]规|规改股|股上市|个转企|企业上市|梯度培育")
_FIRMS = re.compile(
    r"[”]?(?:等)?(?:[\d一二三四五六七八九十两]{0,3}(?:家|户|个))?(?:[^，。；、]{0,8}(?:企业|公司))?"
    r"(?:成功|已|均|先后|顺利|全部|相继|今年|年内)*(?:实现|完成)(?:了)?[“]?"
)


def grown(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """The firms of such lists, each under the programme."""
    for clause in clauses:
        groups = view.groups(clause)
        for group, following in itertools.pairwise(groups):
            program = following[0]
            if program.type != "Program" or not GROWS.search(program.key):
                continue
            if _FIRMS.fullmatch(view.between(group[-1], program)):
                for m in group:
                    if m.type == "Enterprise":
                        yield claim_of(view, m, program, (clause,), "entered")
