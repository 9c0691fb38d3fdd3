"""Regiments of the Xinjiang corps, which are divisions of the level of a town: 一四三团, 130团.

Example: 一三〇团、142团 in a text that speaks of the 兵团. No example: 三四团员, 12团队; 142团 in any other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.types import Mention

CONFIDENCE = 0.9
_CORPS = re.compile("兵团|师市|团场")
_REGIMENT = re.compile(
    r"(?<![一二三四五六七八九十〇零○百\d第])(?P<name>(?:[一二三四五六七八九][一二三四五六七八九〇零○]{1,2}|[1-9]\d{1,2})团)"
    r"(?![队体员支结伙购组圆聚拜圈])"
)
_ZEROS = str.maketrans("零○", "〇〇")


def regiments(clean: str) -> Iterator[Mention]:
    """The regiments of a text that speaks of the corps."""
    if _CORPS.search(clean):
        for found in _REGIMENT.finditer(clean):
            name = found["name"].translate(_ZEROS)
            yield Mention(*found.span("name"), "Region", name, "region:regiment", CONFIDENCE)
