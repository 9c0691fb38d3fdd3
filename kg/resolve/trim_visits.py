"""Projects and firms without who looks at them or owns them and the place in brackets behind; what bounds a site."""

from __future__ import annotations

import functools
import re

from kg.ontology import load_gazetteer
from kg.resolve.heads import zone_words
from kg.resolve.trim_firms import cut
from kg.types import Mention

# 李明考察|白鹭种植项目, 县长王明对|供水管网项目, 大会集中推介|云溪滑雪场建设
_SEEN = re.compile(
    "[^，。；：“”]{2,14}?(?:考察|调研|视察|察看|走访)了?(?=.{4})(?![站船队基中]|[一-龥]{0,2}(?:研学|旅游|营地|线路|路线|步道))"
    "|[^，。；：“”]{0,6}(?:书记|[市县区省州镇]长(?![江安春征乐寿]))[一-龥]{2,3}[对就](?![接口外业医地学])(?=.{3})"
    "|[^，。；：“”]{2,12}(?:共|集中|重点|现场)(?:发布|推介|推出)了?(?!平台|系统|中心|大?厅)(?=.{4})"
)
_OWNED = re.compile("(?:旗下)?(?:全资|控股)子公司(?=.{4})")
# 民企|青禾锂业集团; not 国企改革基金公司, 名企汇科技公司
_KIND_OF_FIRM = re.compile(
    "(?:(?:民企|国企|央企|外企|名企)(?!联|汇|网|通|之家|改革|合作|服务|产业|创业|投资)|[一-龥]{2,12}龙头企业(?!联|集群|孵化))(?=.{4})"
)
_SEAT = re.compile("(?<=项目)（(?P<place>[一-龥]{2,6})）$")  # 青禾电池项目|（石桥县）
_OF_COUNTY = re.compile("[一-龥]{2,6}[市县区旗]（(?P<zone>[一-龥]{2,8}(?:高新区|经开区|开发区|新区|工业园))）")
_BOUND = re.compile("(?P<side>[东南西北])(?:至|到)(?=.{2})")
_NEXT_BOUND = re.compile("[，、；,]?(?P<side>[东南西北])(?:至|到|邻|临)")
_LAST_BOUND = re.compile("(?P<side>[东南西北])(?:至|到|邻|临)[^，、；。]{2,14}[，、；,]$")


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
