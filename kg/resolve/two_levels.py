"""Names of two levels: 中央和省委巡视组 are 中央巡视组 and 省委巡视组, 国家、省级示范区 国家级示范区 and 省级示范区.

No example: 中央第三巡视组, of one level; 中央和国家机关, which is one word.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.types import Mention

_TWO = re.compile(
    "(?P<first>中央|国务院|国家)[、和与及](?P<second>省委?|自治区党委|自治区|市委?)(?P<what>第?[一-龥]{0,12}?(?:督察组|巡视组|巡察组|督导组|督查组))"
)
_FIRST = (3, 4)  # characters of the first level with what joins the two
_LEVEL = "国家|省|自治区|市|县"
_TITLE = re.compile(rf"(?:(?P<other>{_LEVEL})级?(?:[、和与及]|以及))?(?P<own>(?:{_LEVEL})级)(?P<what>[一-龥]{{3,}})")
_LEVEL_BEFORE = re.compile(rf"(?P<other>国家(?=级?[、和与及以])|(?:{_LEVEL})(?=级))级?(?:[、和与及]|以及)$")
_LONGEST = 6  # characters of the level before, with what joins the two


def two_levels(clean: str, m: Mention) -> list[Mention]:
    """The two teams or titles of a mention, the first with the whole surface, the second with its own; else none."""
    if m.type == "Honor":
        return _titles(clean, m)
    if m.type != "Organization":
        return []
    begins = (m.start, *(m.start - n for n in _FIRST if m.start >= n))  # 中央和|省委巡视组: read from its own level on
    found = next((one for at in begins if (one := _TWO.fullmatch(clean, at, m.end))), None)
    if found is None or m.start not in (found.start(), found.start("second")):
        return []
    return [
        replace(m, start=found.start(), key=found["first"] + found["what"]),
        replace(m, start=found.start("second"), key=found["second"] + found["what"]),
    ]


def _titles(clean: str, m: Mention) -> list[Mention]:
    """The titles of two levels that a title of one, or of both, tells of: 创建国家、|省级全域旅游示范区."""
    own = _TITLE.match(clean, m.start, m.end)
    other = own if own is None or own["other"] else _LEVEL_BEFORE.search(clean, max(0, m.start - _LONGEST), m.start)
    if own is None or other is None or own["own"].startswith(other["other"]):
        return []
    title = clean[own.start("what") : m.end]
    return [
        replace(m, start=other.start(), key=other["other"] + "级" + title, rule="list:levels"),
        replace(m, start=own.start("own"), key=own["own"] + title),
    ]
