"""Where the name of an organization begins, before the stem of which its head word is known.

Example: 横州市茉莉花产业服务中心 begins with its city, 曹|县一中 with its county. No example: 完|成县医院, 所属|县医院.
"""

from __future__ import annotations

import re

from kg.extract.body_shapes import places
from kg.extract.names import Words, is_place

_OF_ANOTHER = re.compile("所属|下属|直属|牵头|联合(?=[省市县区])")


def clipped(view: Words, left: int, start: int) -> int:
    """Where a name begins, without a verb's rest (完|成县医院, 有|县医院) and with the division that names the body.

    横州市茉莉花产业服务中心 begins with its city although jieba cuts it otherwise.
    """
    clean = view.clean
    if clean[left : left + 2] in ("成县", "和县", "有县", "有市") and left and "一" <= clean[left - 1] <= "鿿":
        left += 1
    if clean.startswith("建成区", left):
        left += 2
    if found := _OF_ANOTHER.search(clean, left, start):
        left = found.end()
    left = with_place(clean, left) if left < start else left
    for at in range(start - 1, max(1, start - 14), -1):
        if not "一" <= clean[at] <= "鿿" or at <= left < start:
            break
        if at < start - 1 and clean[at - 1] in "市县区州旗" and (place := places(view, at)) < at - 1:
            acts = (t for t in view.within(at, start) if t.pos in ("v", "c", "u", "p", "d", "r", "m"))
            if all(t.word in view.at_home("body") for t in acts):
                return min(left, place)
    return left


def with_place(clean: str, left: int) -> int:
    """Where the place begins whose last character is the level at a position: 松江|市第一中学, 曹|县一中."""
    if clean[left] not in "省市县区州旗镇":
        return left
    return next((left - n for n in (5, 4, 3, 2, 1) if left >= n and is_place(clean[left - n : left + 1])), left)
