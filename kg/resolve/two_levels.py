"""Teams of two levels in one name: 中央和省委巡视组 are 中央巡视组 and 省委巡视组.

No example: 中央第三巡视组, of one level; 中央和国家机关, which is one word.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.types import Mention

_TWO = re.compile(
    "(?P<first>中央|国务院|国家)[、和与及](?P<second>省委?|自治区党委|自治区|市委?)(?P<what>第?[一-龥]{0,12}?(?:督察组|巡视组|巡察组|督导组|督查组))"
)


def two_levels(clean: str, m: Mention) -> list[Mention]:
    """The two teams that a mention names: the first with the whole surface, the second with its own; else none."""
    found = _TWO.fullmatch(clean, m.start, m.end) if m.type == "Organization" else None
    if found is None:
        return []
    return [
        replace(m, key=found["first"] + found["what"]),
        replace(m, start=found.start("second"), key=found["second"] + found["what"]),
    ]
