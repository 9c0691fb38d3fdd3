"""Firms and works that a closure is about.

Example: 拆除了甲厂、乙厂的窑炉，化解过剩产能30万吨. No example: 甲厂扩产，化解过剩产能30万吨, where nothing is closed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View
from kg.relate.entered import MEMBERS, claim_of
from kg.types import Claim

_CLOSES = re.compile(r"(?:关闭|关停|淘汰|拆除|取缔|停产|搬迁|退出|出清|注销|依法处置)(?:了|并拆除)?[^，。；、]{0,8}$")
_CLOSURE = re.compile(r"落后(?:和过剩)?产能|过剩产能|去产能|僵尸企业|散乱污")


def closed(view: View, clauses: list[Clause]) -> Iterator[Claim]:
    """The firms and works of a clause that closes them, each under the programme with which the next clause begins."""
    for before, clause in itertools.pairwise(clauses):
        p = clause.mentions[0] if clause.mentions else None
        if p is None or p.type != "Program" or not _CLOSURE.search(p.key) or p.start - clause.start > 8:
            continue
        for group in view.groups(before):
            if _CLOSES.search(view.clean, view.lead(before, group[0].start), group[0].start):
                for m in group:
                    if m.type in MEMBERS:
                        yield claim_of(view, m, p, (before, clause), "closed")
