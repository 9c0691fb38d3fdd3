"""Newspapers, stations and public accounts, told by where they stand: before a dateline, as a source, by their place.

Example: 青山日报讯, 来源：白鹭发布, （白鹭融媒记者林某）, 白鹭台报道. No example: 据媒体报道, 烟台记者, 融媒体,
“权威发布”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.names import is_place
from kg.scan import scan_behind
from kg.types import Span

_ENDS = (
    "日报|晚报|晨报|时报|商报|星报|青年报|都市报|经济报|新闻网|新闻联播|新闻|网|融媒|"
    "客户端|在线|发布|云|广播电视台|电视台|总台|新媒体"
)
_PART = r"(?:[-·—–－]?[一-龥]{2,6}(?:频道|客户端|新闻中心))?"
# 青山日报讯, （草原新闻网记者…, 云岭在线青山讯
_REPORTS = re.compile(
    rf"(?:^|(?<=\n)|(?<=来源：)|(?<=[（▲◆●■【]))(?P<name>[一-龥]{{1,8}}?(?:{_ENDS})(?:[·－—-][一-龥]{{1,8}}?(?:频道|网|客户端))?)"
    r"(?=全媒体|讯|消息|记者|通讯员|报道|[一-龥]{2,4}(?<![通资简快视供充用水火风核光])[讯电][，：（\s]|[一-龥]{0,4}\d{1,2}月\d{1,2}日(?:讯|电|消息))"
)
# 来源：青山经济网, 图据青山网
_SOURCE = re.compile(
    rf"(?:(?<=来源：)|(?<=图据)|(?<=图源：))(?P<name>[A-Za-z一-龥]{{1,10}}?(?:{_ENDS})(?![络站页友民红购点格媒体网联客社]){_PART})"
)
# 《青山发布》, “青山发布”
_ACCOUNT = re.compile(r"(?:(?<=《)|(?<=来源：)|(?<=“))(?P<name>[一-龥]{2,6}发布)(?=[》”）\s\d]|$)")
_BEFORE = re.compile("[\n：（▲◆●■【据《“]")  # what the names of media stand behind
_OF_PLACE = re.compile("(?:融媒(?!体)|台(?=报道|记者|消息|讯))")
_HANDHELD = re.compile(r"掌上(?P<place>[一-龥]{2,4}?)(?=讯|客户端|APP|消息|记者|[，、。）\s（]|$)")
# 本报讯; 通过新闻报道 and 推动云网融合供电 are sentences that begin a line
_OWN = re.compile(
    r"(?:本|我|据|该|互联|全|官)|(?:通过|利用|借助|依托|加快|推动|推进|实现|打造|建设|发展|开展|做好|加强)"
)
# “权威发布”, 《成果发布》: what is told, by nobody of that name
_TOLD = re.compile(
    "(?:权威|集中|现场|统一|首次|公开|新闻|信息|正式|隆重|重磅|联合|同步|政策|成果|项目|需求|机会|场景|产品|新品|数据|指数|榜单)发布$"
)
_LONGEST_PLACE = 4  # characters of the short name of a place


def media(clean: str) -> Iterator[Span]:
    """Where the names of media stand."""
    for shape in (_REPORTS, _SOURCE, _ACCOUNT):
        named = (
            m for m in scan_behind(shape, _BEFORE, clean) if not (_OWN.match(m["name"]) or _TOLD.search(m["name"]))
        )
        yield from (Span(*m.span("name")) for m in named)
    for found in _OF_PLACE.finditer(clean):
        at = found.start()
        size = next((n for n in range(_LONGEST_PLACE, 1, -1) if at >= n and is_place(clean[at - n : at])), 0)
        if size:
            yield Span(at - size, found.end())
    for found in _HANDHELD.finditer(clean):
        if is_place(found["place"]):
            yield Span(*found.span())
