"""Where 和, 与 and 及 join two names."""

from __future__ import annotations

import re

_IN_A_WORD = re.compile(
    "和平|和谐|和顺|和美|和睦|共和|祥和|泰和|永和|太和|义和|人和|颐和|仁和|协和|呼和"
    "|(?<!第)三和(?![一二三四五六七八九十第])|与会|参与|普及|涉及|及时|以及|及其"
)


def joins(clean: str, at: int) -> bool:
    """Whether the conjunction at a position is no character of a longer word.

    >>> joins("甲路和乙桥", 2), joins("甲路和谐家园", 2)
    (True, False)
    """
    return _IN_A_WORD.search(clean, max(0, at - 1), at + 2) is None
