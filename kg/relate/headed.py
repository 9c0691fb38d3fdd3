"""The programmes of the items under a heading that names a campaign: （一）实施产业振兴行动. 1.推进甲工程.

And the headings that are campaigns themselves, below one that counts them: 实施“四大行动”：（一）产业振兴行动。…
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import Clause, View, span
from kg.relate.wholes import count_of, parts_of
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
_BARE = re.compile(
    r"\W*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．])?(?!实施|推进|开展|深化|打好|打赢|抓好|落实|启动)[“]?[一-龥]{2,12}(?:行动|工程|计划|会战|战役|攻坚战)[”]?。"
)
_CLOSES = re.compile(r"[”》]?(?:建设|行动|工程|任务|工作)?(?:[：。]\n?|\n|$)")


def headed(view: View) -> Iterator[Claim]:
    """（一）实施产业振兴行动, below it 1.推进甲工程: a part. Not so: under a heading that says more than the name."""
    known: dict[int, Mention | None] = {}
    for clauses in view.sentences():
        first = clauses[0]
        item = _ITEM.match(view.clean, first.start, first.end)
        part = first.mentions[0] if first.mentions else None
        if part is None or part.type != "Program":
            continue
        begins = item.end() if item is not None else _below(view, first)
        if begins < 0 or not _LEAD.fullmatch(view.clean, begins, part.start):
            continue
        for head in first.sentence.path[-1:]:
            if head.start not in known:
                known[head.start] = _campaign(view, head)
            whole = known[head.start]
            if whole is None or whole.end > first.start:
                continue
            for m in view.group(first, part):
                if m.type == "Program" and m.ref != whole.ref:
                    yield view.claim("includes", whole.ref, m.ref, (first,), "heading", (None, span(m)))
    yield from _below_counted(view)


def _below(view: View, clause: Clause) -> int:
    """Where the first sentence begins behind a bare name in its own line: 党建引领行动。|实施“头雁工程”; else -1.

    Not so behind 深化收储制度改革。, where other matters follow.
    """
    for head in clause.sentence.path[-1:]:
        if head.end == clause.start and _BARE.fullmatch(view.clean, head.start, head.end):
            return clause.start
    return -1


def _below_counted(view: View) -> Iterator[Claim]:
    """今年实施“四大行动”：（一）产业振兴行动。…（二）城市更新行动。…: two headings or more that are parts of it."""
    lead: tuple[Mention, tuple[Heading, ...]] | None = None
    parts: list[Mention] = []
    seen: set[int] = set()
    for clauses in view.sentences():
        path = clauses[0].sentence.path
        if lead is not None and path[: len(lead[1])] != lead[1]:
            yield from _several(view, lead[0], parts)
            lead = None
        # the sentence that counts them may be a heading itself
        head = next((h for h in path if h.start >= lead[0].end), None) if lead is not None else None
        if head is not None and head.start not in seen:
            seen.add(head.start)
            if (part := _campaign(view, head)) is not None:
                parts.append(part)
        if (counted := _counted_last(view, clauses[-1])) is not None:
            yield from _several(view, lead[0], parts) if lead is not None else ()
            lead, parts = (counted, path), []
    yield from _several(view, lead[0], parts) if lead is not None else ()


def _several(view: View, whole: Mention, parts: list[Mention]) -> Iterator[Claim]:
    if 1 < len(parts) <= count_of(whole.key):
        yield from parts_of(view, whole, parts, "heading")


def _counted_last(view: View, clause: Clause) -> Mention | None:
    """The counted programme or formula with which a sentence ends: 今年重点实施“十大工程”："""
    last = clause.mentions[-1] if clause.mentions else None
    if last is None or last.type not in ("Program", "Slogan") or count_of(last.key) < 2:
        return None
    return last if _CLOSES.fullmatch(view.clean, last.end, clause.end) else None


def _campaign(view: View, head: Heading) -> Mention | None:
    """The campaign that is all that a heading names, with a number and a verb before it."""
    inside = view.within(head)
    if len(inside) != 1 or inside[0].type != "Program" or not _CAMPAIGN.search(view.surface(inside[0])):
        return None
    before = _BEFORE.fullmatch(view.clean, head.start, inside[0].start)
    return inside[0] if before and head.end - inside[0].end <= 1 else None
