"""Bodies that somebody founds or runs together with others, whose names reach from the verb to their head word.

Example: 合建|柳河药材国家地方联合工程研究中心, 共同成立|对俄贸易合作联盟.
No example: 建设省级重点实验室, 成立3家研究院.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Span

_HEADS = (
    "(?:研究院|研究所|研究中心|研究基地|实验室|创新中心|技术中心|工程中心|检测中心|服务中心|联盟|产业学院|学院|学会|协会|商会|联合会|促进会|基金会|工作站|"
    "创新联合体|联合体|医联体|医共体|理事会|产业基金|母基金)"
)
_FOUNDED = re.compile(
    "(?:合建|共建|组建|成立|设立|创办|揭牌|筹建|发起|组成|合办)(?:成立|设立|组建)?(?:了|的)?“?"
    rf"(?P<name>(?![省市县区国]级|国家级|一[个批家]|[二两三四五六七八九十多几数][个家支所批大类]|了|专门|由|各)[一-龥（）·A-Z—]{{2,22}}?{_HEADS})”?"
    r"(?=[，。；、！\n]|和|与|及|等|$)"
)
_UNLIKE = re.compile(
    "[的了在是对将由为着被把向从]|领导小组|合作|国家级|省级|[市县]级|建设|推进|一[个批家]|共同|公司|集团|挂牌"
)
# 对俄经贸合作联盟: what the head word says may be such a word
_OF_NAME = re.compile("合作(?=联盟|中心|研究|学院|组织|促进)|^对(?=[俄台外韩日港欧非])")


def founded_bodies(clean: str) -> Iterator[Span]:
    """The spans of such bodies, in order."""
    for found in _FOUNDED.finditer(clean):
        name = _OF_NAME.sub("", found["name"])
        if len(found["name"]) >= 5 and not _UNLIKE.search(name):
            yield Span(*found.span("name"))
