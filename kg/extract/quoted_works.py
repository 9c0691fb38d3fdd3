"""Works that go by a name in quote marks: “石桥驿站”建成使用, 建成“柳岸园”.

No example: 建成“一谷三区”, a formula; “云岭行动”正式启动, a campaign; 建成“口袋公园”12个, which are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Span

_NAME = "“(?P<name>[^“”，。；、！？\\n]{3,14})”"
_BUILT = re.compile(
    rf"{_NAME}(?=[均已全]?(?:全面|正式|顺利|相继|陆续|基本|如期|按期)?"
    "(?:建成(?!率)|竣工|投用|投入使用|开工|封顶|通车|开园|开业|开馆|开街|启用|落成|试运行|上线运行))"
)
_BUILDS = re.compile(rf"(?:建成|启用|开工建设|建好|启动建设|新建)了?{_NAME}(?=[，。；\n])")
_FORMULA = re.compile(
    "[一二三四五六七八九十两百\\d]+[^一二三四五六七八九十两百\\d]{1,2}[、+＋]?[一二三四五六七八九十两百\\d]"
)
_NO_WORK = re.compile(
    "(?:行动|工程|计划|活动|模式|机制|战略|改革|之路|政策|服务|热线|制度|经济|格局|强国|高地|城市|之乡|之都|之城|示范区|先行区|时代|产业|年)$"
)


def quoted_works(clean: str) -> Iterator[Span]:
    """The spans of such names without their marks."""
    for shape in (_BUILT, _BUILDS):
        for found in shape.finditer(clean):
            name = found["name"]
            if not _NO_WORK.search(name) and (shape is _BUILT or not _FORMULA.match(name)):
                yield Span(*found.span("name"))
