"""The place that a firm's own people say it has chosen: “选择云岭高新区投资，是因为…”，明澈玻璃总经理李明说.

No example: “云岭高新区的服务真好”，明澈玻璃总经理李明说; what an official says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.clauses import PLACES, Clause, View, span
from kg.relate.seats import foreign
from kg.types import Claim, Mention, Span

_SPEAKS = re.compile(
    r"[^，。；、“”]{0,10}?(?:董事长|总经理|经理|负责人|厂长|总裁|创始人|副总|老板|总监)[^，。；“”]{0,14}?"
    r"(?P<said>说|表示|介绍|告诉|坦言|回忆|感慨|解释)[^，。；：“”]{0,6}"
)
_CHOOSES = re.compile(r"(?:选择|选定|选中|落户|落地|扎根|来到|搬到|搬进|迁到|落在|放在|设在|建在)(?:了|在|于|到)*[“]?$")
_THERE = re.compile(r"(?:来)?(?:投资|落户|建厂|扎根|设厂|兴业|创业|办厂|建设|发展|布局)")
_AT = re.compile(r"在[“]?$")  # 我们在云岭高新区投资4亿元
_INVESTS = re.compile(r"(?:的)?(?:投资|建厂|设厂|办厂|扎根|落户|建起|建了|投建)")
_LONGEST = 400  # characters of what is said


def chosen(view: View, clause: Clause) -> Iterator[tuple[int, Claim]]:
    """The places of what the speakers of a clause's firms say."""
    for firm in clause.mentions:
        if firm.type != "Enterprise":
            continue
        speaks = _SPEAKS.match(view.clean, firm.end, firm.end + 48)
        quoted = _quoted(view, firm, speaks.end()) if speaks else None
        for place in _places(view, quoted) if quoted else ():
            if foreign(view, place.ref, firm.ref):
                spans = (span(firm), span(place))
                yield (
                    1,
                    view.claim("located_in", firm.ref, place.ref, (view.clause(place.start), clause), "this", spans),
                )


def _quoted(view: View, firm: Mention, end: int) -> Span | None:
    """The words in quote marks right before the firm, or right behind what says that they are its speaker's."""
    if view.clean.startswith(("：“", "，“"), end):
        closes = view.clean.find("”", end, end + _LONGEST)
        return Span(end + 2, closes) if closes > 0 else None
    close = firm.start - 1 - view.clean.startswith("，", firm.start - 1)
    opens = view.clean.rfind("“", max(0, close - _LONGEST), close) if view.clean.startswith("”", close) else -1
    return Span(opens + 1, close) if opens >= 0 else None


def _places(view: View, quoted: Span) -> Iterator[Mention]:
    """The first place that the words say to be chosen."""
    for place in view.within(quoted):
        if place.type not in PLACES:
            continue
        lead = max(quoted.start, place.start - 8)
        picks = _CHOOSES.search(view.clean, lead, place.start)
        says = "选" not in picks[0] or _THERE.match(view.clean, place.end) if picks else None
        if says or (_AT.search(view.clean, lead, place.start) and _INVESTS.match(view.clean, place.end)):
            yield place
            return
