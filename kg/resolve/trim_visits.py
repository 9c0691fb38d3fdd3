"""Projects and firms without who looks at them or owns them and the place in brackets behind; what bounds a site."""

from __future__ import annotations

import re

from kg.ontology import load_gazetteer
from kg.resolve.trim_firms import cut
from kg.types import Mention

# 李明考察|白鹭种植项目, 县长王明对|供水管网项目, 大会集中推介|云溪滑雪场建设
_SEEN = re.compile(
    "[^，。；：“”]{2,14}?(?:考察|调研|视察|察看|走访)了?(?=.{4})(?![站船队基中])"
    "|[^，。；：“”]{0,6}(?:书记|市长|县长|区长|省长|州长|镇长)[一-龥]{2,3}[对就](?=.{3})"
    "|[^，。；：“”]{2,12}(?:共|集中|重点|现场)(?:发布|推介|推出)了?(?=.{4})"
)
_OWNED = re.compile("(?:旗下)?(?:全资|控股)子公司(?=.{4})")
_KIND_OF_FIRM = re.compile("(?:民企|国企|央企|外企|名企)(?=.{4})|[一-龥]{2,12}龙头企业(?=.{4})")  # 民企|青禾锂业集团
_SEAT = re.compile("(?<=项目)（(?P<place>[一-龥]{2,6})）$")  # 青禾电池项目|（石桥县）
_ZONE = ("高新区", "经开区", "开发区", "新区")
_OF_COUNTY = re.compile("[一-龥]{2,6}[市县区旗]（(?P<zone>[一-龥]{2,8}(?:高新区|经开区|开发区|新区|工业园))）")
_BOUND = re.compile("[东南西北](?:至|到)(?=.{2})")
_NEXT_BOUND = re.compile("[，、；,]?[东南西北](?:至|到|邻|临)")
_LAST_BOUND = re.compile("[东南西北](?:至|到|邻|临)[^，、；。]{2,14}[，、；,]$")


def trimmed_visit(clean: str, m: Mention) -> Mention:
    """A project or firm without who looks at it or owns it, a county's zone without the county.

    Example: 李明考察|白鹭蔬菜种植 is 白鹭蔬菜种植, 石桥县（白鹭经开区） is 白鹭经开区; 白鹭科学考察站 is whole.
    """
    if m.type == "Zone" and (zone := _OF_COUNTY.fullmatch(clean, m.start, m.end)):
        return cut(clean, m, *zone.span("zone"))
    if m.type == "Project" and (seen := _SEEN.match(clean, m.start, m.end)):
        m = cut(clean, m, seen.end(), m.end)
    if m.type in ("Project", "Enterprise") and (owned := _OWNED.match(clean, m.start, m.end)):
        m = cut(clean, m, owned.end(), m.end)
    if m.type == "Enterprise" and (kind := _KIND_OF_FIRM.match(clean, m.start, m.end)):
        m = cut(clean, m, kind.end(), m.end)
    seat = _SEAT.search(clean, m.start, m.end) if m.type == "Project" else None
    if seat and (seat["place"].endswith(_ZONE) or load_gazetteer().find(seat["place"])):
        return cut(clean, m, m.start, seat.start())
    return m


def is_bound(clean: str, m: Mention) -> bool:
    """Whether a name tells where a site ends: 东至|学府路 of 东至学府路、西至云溪 is no work, 东至大道 is one."""
    if m.type != "Project" or not _BOUND.match(clean, m.start, m.end):
        return False
    before = _LAST_BOUND.search(clean, max(0, m.start - 18), m.start)
    return (before or _NEXT_BOUND.match(clean, m.end)) is not None
