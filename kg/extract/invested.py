"""What news say that somebody invests in, or signs for, with the word 项目 behind it.

Example: 明澈科技投资38亿元建设光伏玻璃项目, 拟建设有机肥生产项目, 签订生猪养殖项目协议. No example:
投资5亿元建设12个项目, 签订合作项目协议, which name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Span

_NAME = r"(?!一批|多个|若干|重点|重大|相关|该|此|本|全部|各)(?P<name>[^，。；：、“”（）的了\n]{4,20}?)项目"
_WHERE = "(?:在[^，。；、“”]{2,14}?)?"
_BUILDS = re.compile(
    r"(?:(?:总?投资|出资|斥资)(?:约|近|超|逾)?[\d.]{1,8}(?:亿|千万|万)(?:美元|欧元|元)(?:人民币)?，?"
    rf"|(?:拟|将|计划)(?:共同|联合)?(?:投资|出资)?){_WHERE}(?:建设|新建|兴建|打造|上马)(?:一个|一座)?{_NAME}(?=[，。；\n])"
)
_SIGNS = re.compile(rf"(?:签订|签署|签下)(?:了)?{_NAME}(?:投资|合作|框架|入园|落地|建设|开发)*(?:协议|合同)")
# 12个产业|项目, 招商|项目: how many, or what anybody's are
_NO_NAME = re.compile(
    r".*(?:\d|[二两三四五六七八九十几多])(?:余|多)?个.*"
    r"|(?:产业|合作|战略|招商|投资|工业|框架|意向|签约|引资|引进|建设|开发|系列|配套|基础设施|民生|科技|农业|文旅|新型|高端|优质)+"
)


def invested(clean: str) -> Iterator[Span]:
    """Where the names stand, without the word 项目."""
    for shape in (_BUILDS, _SIGNS):
        for found in shape.finditer(clean):
            if not _NO_NAME.fullmatch(found["name"]):
                yield Span(*found.span("name"))
