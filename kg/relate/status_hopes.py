"""What the clause behind a thing hopes for, which tells how far the thing is.

Example: 加快推进甲路、乙桥，|力争上半年开工 has not begun, 配合甲高速建设，|确保年底建成 has. No example:
加快建设甲路，|力争开工建设乙桥, which hopes for another thing.
"""

from __future__ import annotations

import re

_HOPED = re.compile(
    r"，(?:力争|争取|确保|力促|推动|尽快|尽早|早日|抓紧|计划|预计|拟|有望)(?:在|于|今年|明年|年内?|上半年|下半年|[一二三四]季度|\d|月份?"
    r"|底|初|前|中旬|尽快|尽早|早日|全面|全部|实现|顺利|正式|具备|实质性|陆续)*(?:开工|动工|落地|签约|付诸实施|启动建设)(?=(?:建设|实施)?(?:[，。；、！？）\n并和]|$))"
)
_DUE = re.compile(
    r"，(?:力争|争取|确保|力促)(?:在|于|今年|年内?|上半年|下半年|[一二三四]季度|\d{1,2}月份?|底|初|前|如期|尽快|早日|全线|主线|全面|主体|实现|顺利){0,4}"
    r"(?:建成|竣工|完工|通车|投用|投产|投入使用|交付|运营|贯通)"
)
_CHANCE = re.compile(r"(?:抢抓|紧抓|抓住|把握|用好|借力|借助)[^，。；]{0,24}$")  # 抢抓甲市建设交易所机遇
_AS_CHANCE = re.compile(r"机遇|契机")
_LEAD = 40  # characters before a thing in which such words stand
_AHEAD = 40  # characters behind a clause that say what is hoped for


def to_begin(clean: str, end: int) -> bool:
    """Whether a thing is hoped to begin, in the clause behind the one that ends at `end`."""
    return _HOPED.match(clean, end, end + _AHEAD) is not None


def to_end(clean: str, end: int) -> bool:
    """Whether it is to be finished, so that it has begun."""
    return _DUE.match(clean, end) is not None


def is_chance(clean: str, start: int, first: int, last: int, stop: int) -> bool:
    """Whether a thing is only what a place hopes to gain by: 抢抓|甲机场|建设机遇."""
    lead = _CHANCE.search(clean, max(start, first - _LEAD), first)
    return lead is not None and _AS_CHANCE.search(clean, last, max(stop, last + 12)) is not None
