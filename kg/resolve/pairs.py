"""Two names in one mention: 中共青山县委青山县人民政府, 白鹭实验室（白实室）, 中央和省委巡视组."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_BOTH = re.compile(
    "(?P<first>中央|国务院|省委|省)[、和与及](?=[省市]|自治区)(?P<second>.{1,4}?委?)(?P<kind>[一-龥]*(?:督[察导查]|巡[视察])组)"
)
_SHORT = re.compile("(?P<name>[^（）]{5,})（(?P<short>[^（）]{2,5})）")
# 中共青山县委|青山县人民政府关于…的意见
_JOINT = re.compile(
    r"(?P<first>(?:中共)?[一-龥]{2,8}?(?:[省市县区州旗盟]委|委员会))\s?(?P<second>[一-龥]{2,8}[省市县区州旗盟](?:人民)?政府)"
)
_NAMED = frozenset({"Organization", "Enterprise", "Zone"})


def apart(clean: str, m: Mention) -> Iterator[Mention]:
    """The names that one mention of a body, zone or company holds; the mention itself where it is one.

    Example: 中共青山县委 and 青山县人民政府 of 中共青山县委青山县人民政府; but 白鹭大学（青山） is one.
    """
    if m.type in _NAMED and (found := _SHORT.fullmatch(clean, m.start, m.end)) and _abbreviates(*found.groups()):
        key = canonical(found["name"])
        yield replace(m, end=found.end("name"), key=key)
        yield replace(m, start=found.start("short"), end=found.end("short"), key=key)
    elif m.type == "Organization" and (both := _BOTH.fullmatch(clean, m.start, m.end)):
        yield replace(m, key=both["first"] + both["kind"])
        yield replace(m, start=both.start("second"), key=clean[both.start("second") : m.end])
    elif m.type == "Organization" and (joint := _JOINT.fullmatch(clean, m.start, m.end)):
        yield replace(m, end=joint.end("first"), key=canonical(joint["first"]))
        yield replace(m, start=joint.start("second"), key=canonical(joint["second"]))
    elif m.type == "Region" and not m.key.isdigit() and clean.endswith("地区", m.start + 3, m.end):  # 长三角地区
        yield m
        yield replace(m, end=m.end - 2)
    else:
        yield m


def _abbreviates(name: str, short: str) -> bool:
    """Whether the characters of a short form follow each other in the name and end as it does: 执委会 of 执行委员会."""
    rest = iter(name)
    return len(short) * 2 <= len(name) and short[-1] in name[-3:] and all(c in rest for c in short)
