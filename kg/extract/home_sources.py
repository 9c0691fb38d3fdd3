"""Who has published, issued or signed a text, and the division that is theirs.

Example: 来源：松泉县融媒体中心, 发布机构：松泉县经济和信息化局, a bulletin of 云岭市招商指挥部办公室 2021年7月12日. No
example: 从江东省发改委获悉, who tells of all its cities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.home_places import Setting, last_place
from kg.ontology import Gazetteer
from kg.ontology.divisions import is_province

# 发布机构：松泉县经济和信息化局, in the head of what an authority makes public
_MADE_PUBLIC = re.compile(r"(?:发布机构|发文机关|发布单位|发文单位|制定机关)[：:】]\s*(?P<body>[\u4e00-\u9fff]{4,24})")
_PUBLISHER = re.compile(
    r"来源[：:]\s*(?P<body>[\u4e00-\u9fff]{2,12}?)(?:融媒体?中心|融媒体?|新闻中心|广播电视台|电视台|人民政府|政府网|新闻网|宣传部|委宣传部|发布)"
)
# 松泉县融媒体中心讯, where the title tells of two places
_SENT_BY = re.compile(
    r"(?:^|\n)\s*(?:本报|来自)?(?P<body>[\u4e00-\u9fff]{2,10}?)(?:融媒体?中心|新闻中心|广播电视台|新闻网|日报)(?:讯|消息|电)"
)
# 2020-04-09 松泉日报: the paper of a city, where nothing else tells of a place
_PAPER = re.compile(r"(?:^|\n|来源[：:])[^一-龥\n]{0,24}(?P<body>[\u4e00-\u9fff]{2,6}?)(?:日报|晚报|新闻网)\s*(?:\n|$)")
# 江东省农业农村厅⏎2022年11月3日: who has signed a notice, whatever places its text tells of
_SIGNER = re.compile(
    r"\n\s*(?P<body>[\u4e00-\u9fff]{4,24}(?:人民政府|委员会|管委会|厅|局|办公室|[省市县区州]委))\s*"
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?\s*(?:$|\n)"
)
# 云岭市招商引资指挥部办公室 2021年7月12日, below the title of a bulletin
_ISSUES = re.compile(
    r"\n\s*(?P<body>[\u4e00-\u9fff]{4,24}(?:人民政府|委员会|管委会|厅|局|办公室|办|指挥部|领导小组))\s*"
    r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*\n"
)
# 云岭市水务局 alone in the line below a title without a place
_BELOW_TITLE = re.compile(r"[^\n]{4,60}\n\s*(?P<body>[\u4e00-\u9fff]{4,24}(?:人民政府|委员会|管委会|厅|局))\s*\n")
# 记者从白鹭市发改委获悉; not 从江东省发改委获悉, who tells of all its cities
_LEARNT = re.compile(r"从(?P<body>[\u4e00-\u9fff]{2,14}?)(?:了解到|获悉)")
BODY = 6000  # characters of news that tell homonyms apart


def published_by(clean: str, gazetteer: Gazetteer) -> str | None:
    """The city or county whose media centre, government or bureau is given as the source: 来源：桃江县融媒体中心."""
    top, end = clean[:600], clean[-300:]
    return _place_of(
        clean, gazetteer, ((top, _MADE_PUBLIC), (top, _PUBLISHER), (end, _PUBLISHER), (clean[:200], _SENT_BY))
    )


def learnt_from(opening: str, clean: str, gazetteer: Gazetteer) -> str | None:
    """The city or county whose bureau news are heard from."""
    return _place_of(clean, gazetteer, ((opening, _LEARNT),))


def paper_of(clean: str, gazetteer: Gazetteer) -> str | None:
    """The city whose paper stands in a line with its date or as the source."""
    return _place_of(clean, gazetteer, ((clean[:600], _PAPER), (clean[-300:], _PAPER)))


def issuer(clean: str, setting: Setting) -> str | None:
    """The division whose body stands with a date below the title of a bulletin."""
    issued = _ISSUES.search(clean[:300])
    return last_place(issued["body"], setting) if issued else None


def signer(clean: str, setting: Setting) -> str | None:
    """The division whose body has signed a notice at its end, or stands alone below its title."""
    signed = _BELOW_TITLE.match(clean) or _SIGNER.search(clean[-300:])
    return last_place(signed["body"], setting) if signed else None


def _place_of(clean: str, gazetteer: Gazetteer, shapes: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    for part, shape in shapes:
        found = shape.search(part)
        place = last_place(found["body"], Setting(gazetteer, clean[:BODY])) if found else None
        if place and not is_province(place):
            return place
    return None
