"""The programmes of the items under a heading that names a campaign: （一）实施产业振兴行动. 1.推进甲工程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import View, span
from kg.types import Claim, Heading, Mention

_CAMPAIGN = re.compile(r"(?:行动|工程|计划|攻坚战|会战|战役|改革)[”》]?$")
_BEFORE = re.compile(
    r"\W*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]?)?(?:深入|大力|全面|扎实|全力|着力|持续|加快)*"
    r"(?:实施|推进|开展|打好|打赢|启动|抓好)?(?:好|了)?[“《]?"
)
_ITEM = re.compile(r"(?:[（(]\d{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑳])")
_LEAD = re.compile(
    r"(?:深入|大力|全面|扎实|全力|着力|持续|加快|积极)*(?:实施|推进|开展|推行|启动|抓好|深化|落实)?(?:好|了)?[^，。；、“]{0,2}[“《]?"
)


def headed(view: View) -> Iterator[Claim]:
    """（一）实施产业振兴行动, below it 1.推进甲工程: a part. Not so: under a heading that says more than the name."""
    known: dict[int, Mention | None] = {}
    for clauses in view.sentences():
        first = clauses[0]
        item = _ITEM.match(view.clean, first.start, first.end)
        part = first.mentions[0] if first.mentions else None
        if item is None or part is None or part.type != "Program":
            continue
        if not _LEAD.fullmatch(view.clean, item.end(), part.start):
            continue
        for head in first.sentence.path[-1:]:
            if head.start not in known:
                known[head.start] = _campaign(view, head)
            whole = known[head.start]
            if whole is not None and whole.end <= first.start and whole.ref != part.ref:
                yield view.claim("includes", whole.ref, part.ref, (first,), "heading", (None, span(part)))


def _campaign(view: View, head: Heading) -> Mention | None:
    """The campaign that is all that a heading names, with a number and a verb before it."""
    inside = view.within(head)
    if len(inside) != 1 or inside[0].type != "Program" or not _CAMPAIGN.search(view.surface(inside[0])):
        return None
    before = _BEFORE.fullmatch(view.clean, head.start, inside[0].start)
    return inside[0] if before and head.end - inside[0].end <= 1 else None
