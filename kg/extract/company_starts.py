"""Where the names of companies and cooperatives begin when the dictionary takes their words for verbs and the like.

Example: in 、长沙真诚白鹭科技有限公司 the name begins with its place although 真诚 is no word of names; in
、青山镇棉花合作社 it fills the item of the list. No example: 青山市引进白鹭有限公司, 发展农民专业合作社.
"""

from __future__ import annotations

import re

from kg.extract.lists import behind_mark, item_begin
from kg.extract.names import Words, place_after

_MARKS = "，。；：！？、\n“”▲|/"
_LEADS = re.compile("[由与和对向给被从为是的让叫及]|引进|引入|旗下|其中")
_FUNCTION = frozenset("由与和对向给被从为是的让叫及将把在了着过等以到有其该此这那各每原即指含用请供建投")
_LONGEST = 22  # characters before the head word
_FIELDS = re.compile(
    "农民|农业|专业|种植|养殖|种养|农机|土地|股份|蔬菜|果蔬|水果|茶叶|林业|畜牧|水产|渔业|粮食|中药材|药材|食用菌|服务|供销|经济|集体|资金|"
    "互助|旅游|民宿|刺绣|手工|家庭农场|合作|新型|合作社|职业|特色|高效|生态|机械|农村|农产品|产业|示范|[一二两三四五六七八九十]|村级|镇级"
)
_MANY = re.compile(
    "[各多等个家类些数把了在是对将由为着被向让按做去与及的]|[全我][省市县区镇乡村]|发展|组建|成立|带动|规范|培育|支持|引导|通过|扶持|党支部|领办|创办|业主|示范|高级"
)


def whole_from(view: Words, left: int, start: int) -> int:
    """Where a name begins that was found to begin at `left` and whose head word stands at `start`.

    It begins further left with a place behind a mark or a word that leads to a name (与|长沙真诚白鹭科技有限公司), or
    with single characters that fill the item of a list (、|飘白集团).
    """
    clean = view.clean
    begin = behind_mark(clean, left, _LONGEST, _MARKS)
    if not begin or begin >= left or place_after(clean[left:start]):
        return left
    for at in [*(m.end() for m in _LEADS.finditer(clean, begin, left)), begin][::-1]:
        before = view.within(at, left)
        if any((len(t.word) > 1 and (t.word in view.stop or t.pos == "v")) or t.word in _FUNCTION for t in before):
            continue
        short = left - at <= 3 and at == begin and all(len(t.word) == 1 and t.pos[:1] != "m" for t in before)
        if place_after(clean[at:start]) or short:
            return at
    return left


def cooperative(view: Words, start: int) -> int | None:
    """Where a cooperative's name begins that fills the item of a list: 、|青山镇棉花合作社; None without a name."""
    clean = view.clean
    begin = item_begin(clean, start, 14, "、，。；：！？\n（）“”和")
    if begin is None:
        return None
    begin = max((t.end for t in view.within(begin, start) if len(t.word) > 1 and t.word in view.stop), default=begin)
    if begin >= start or _MANY.search(clean, begin, start):
        return None
    return begin if len(_FIELDS.sub("", clean[begin:start])) >= 2 else None
