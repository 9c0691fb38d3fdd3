"""Projects without the place in brackets behind, a county's zone without the county; what bounds a site."""

from __future__ import annotations

import functools
import re

from kg.ontology import load_gazetteer
from kg.resolve.heads import zone_words
from kg.resolve.trim_firms import cut
from kg.types import Mention

_SEAT = re.compile("(?<=项目)（(?P<place>[一-龥]{2,6})）$")  # 青禾电池项目|（石桥县）
_OF_COUNTY = re.compile("[一-龥]{2,6}[市县区旗]（(?P<zone>[一-龥]{2,8}(?:高新区|经开区|开发区|新区|工业园))）")
_BOUND = re.compile("(?P<side>[东南西北])(?:至|到)(?=.{2})")
_NEXT_BOUND = re.compile("[，、；,]?(?P<side>[东南西北])(?:至|到|邻|临)")
_LAST_BOUND = re.compile("(?P<side>[东南西北])(?:至|到|邻|临)[^，、；。]{2,14}[，、；,]$")


def without_county(clean: str, m: Mention) -> Mention:
    """A project without its place in brackets, a county's zone without the county: 石桥县（白鹭经开区）."""
    if m.type == "Zone" and (zone := _OF_COUNTY.fullmatch(clean, m.start, m.end)):
        return cut(clean, m, *zone.span("zone"))
    seat = _SEAT.search(clean, m.start, m.end) if m.type == "Project" else None
    if seat and (seat["place"].endswith(_own_zones()) or load_gazetteer().find(seat["place"])):
        return cut(clean, m, m.start, seat.start())
    return m


@functools.cache
def _own_zones() -> tuple[str, ...]:
    """The words by which a place calls a zone of its own: 高新区, 开发区."""
    return ("开发区", *zone_words("bare"))


def is_bound(clean: str, m: Mention) -> bool:
    """Whether a name tells where a site ends: 东至|学府路 of 东至学府路、西至云溪 is no work.

    东至大道 is one, and so are 东至二中、东至医院 of the county of that name: a site ends on several sides.
    """
    own = _BOUND.match(clean, m.start, m.end) if m.type == "Project" else None
    if own is None:
        return False
    others = (_LAST_BOUND.search(clean, max(0, m.start - 18), m.start), _NEXT_BOUND.match(clean, m.end))
    return any(other is not None and other["side"] != own["side"] for other in others)
