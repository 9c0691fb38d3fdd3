"""Projects that are no one work: those of all places, the bare kind of work, what goes along, what two do together.

Example: 集镇污水处理设施, 垃圾污水处理, 配套航道 of 石桥码头及配套航道, the 品牌孵化 of 在课程开发、品牌孵化等方面
达成合作.
No example: 石桥镇污水处理设施, 配套道路 of 新建配套道路, the 白鹭大桥 of 在白鹭大桥、青山公路等方面取得突破.
"""

from __future__ import annotations

import re

from kg.resolve.heads import is_head
from kg.types import Mention

_OF_ALL_PLACES = re.compile(
    "(?:各|县（市、?）区|县（市、区）|县（区）|县区|区县|市县|县市区?|乡镇|集镇|镇村|村镇|城乡)(?:生活|城镇|农村|集镇|乡镇)?(?P<head>.+)"
    "|(?:生活|垃圾|污水|供水|供热|供气|供电|路网|管网|绿化|亮化|排水|防洪)+(?:处理|改造|整治|建设|工程)*(?:项目)?"
)
_IN_ALL = re.compile("(?:污水|垃圾|处理|收集|供水|排水|配套|防洪|环卫|公共)*设施")
_TOGETHER = re.compile("(?:、[^，。；、]{2,20}){0,4}等(?:多个|诸多|多)?(?:方面|领域)")
_DEED = re.compile("(?:改造|整治|提升|扩建|改扩建)$")
_DOING = re.compile("(?:开发|培养|孵化|运营|推广|合作|服务|培训|研发|管理|共享|对接|交流)$")

_ALONG, _WITH = re.compile("(?:其)?(?:附属|相关)?配套[一-龥]{2,4}"), re.compile("[^、，。；：](?:及|和|与)其?$")


def of_all_places(clean: str, m: Mention) -> bool:
    """Whether works are those of all places or a bare kind of work: 集镇污水处理设施, not 石桥镇污水处理设施."""
    found = _OF_ALL_PLACES.fullmatch(clean, m.start, m.end)
    if found is None:
        return False
    if found["head"] and _DEED.search(found["head"]):
        return False  # 集镇提质改造, in a town's report its own
    return found["head"] is None or is_head(found["head"]) or _IN_ALL.fullmatch(found["head"]) is not None


def goes_along(clean: str, m: Mention) -> bool:
    """Whether it is what another work needs and no work of its own: 石桥码头及|配套航道."""
    return bool(_ALONG.fullmatch(clean, m.start, m.end) and _WITH.search(clean, max(0, m.start - 3), m.start))


def done_together(clean: str, m: Mention) -> bool:
    """Whether it is one of the ways in which two work together: 在课程开发、品牌孵化等方面达成合作."""
    return bool(_DOING.search(clean, m.start, m.end) and _TOGETHER.match(clean, m.end))
