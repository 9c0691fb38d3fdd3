"""Two names in one mention: 白鹭新区管委会下设投资促进局, 白鹭实验室（白实室）, 中央和省委巡视组."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_UNDER = re.compile("(?P<body>[^、，]{2,14}?)(?:下设|内设|增设|设有|会同)(?=.{3})")
_BODY = re.compile("(?:委|局|厅|会|院|校|学|中心|政府)$")
_BOTH = re.compile(
    "(?P<first>中央|国务院|省委|省)[、和与及](?=[省市]|自治区)(?P<second>.{1,4}?委?)(?P<kind>[一-龥]*(?:督[察导查]|巡[视察])组)"
)
_SHORT = re.compile("(?P<name>[^（）]{5,})（(?P<short>[^（）]{2,5})）")
# 见义勇为基金和|文化发展基金: two that end alike
_ALIKE = re.compile(
    "(?P<first>[^、和与及]{2,12}(?P<kind>基金|联盟|协会|学会|商会|医院|学院|研究院|研究所|实验室|中心|中学|小学))[、和与及](?P<second>[^、和与及]{2,12}(?P=kind))"
)
# 中共青山县委|青山县人民政府关于…的意见
_JOINT = re.compile(
    r"(?P<first>(?:中共)?[一-龥]{2,8}?(?:[省市县区州旗盟]委|委员会))\s?(?P<second>[一-龥]{2,8}[省市县区州旗盟](?:人民)?政府)"
)
# 中国民营企业500强|白鹭集团; 世界500强企业 names no firm beside the title
_RANKED = re.compile(
    "(?P<title>(?:世界|全球|中国|全国|民营|[一-龥]{2,3}省)[一-龥]{0,8}?(?:[1-5]0{1,2}|[百十])强)(?:企业)?(?!企业)[的·—]?(?=.{2,})"
)
_ACT = re.compile("(?:同城化|一体化|协同发展|联动发展)$")  # 白青|同城化: what an area does is no part of its name
_NAMED = frozenset({"Organization", "Enterprise", "Zone"})


def apart(clean: str, m: Mention) -> Iterator[Mention]:
    """The names that one mention of a body, zone or company holds; the mention itself where it is one.

    Example: 白鹭新区管委会 and 投资促进局 of 白鹭新区管委会下设投资促进局; but 白鹭大学（青山） is one.
    """
    if m.type in _NAMED and (found := _SHORT.fullmatch(clean, m.start, m.end)) and _abbreviates(*found.groups()):
        key = canonical(found["name"])
        yield replace(m, end=found.end("name"), key=key)
        yield replace(m, start=found.start("short"), end=found.end("short"), key=key)
    elif m.type == "Enterprise" and (ranked := _RANKED.match(clean, m.start, m.end)):
        end = ranked.end("title")
        yield replace(m, end=end, type="Honor", key=canonical(clean[m.start : end]))
        yield replace(m, start=ranked.end(), key=canonical(clean[ranked.end() : m.end]))
    elif m.type == "Organization" and (both := _BOTH.fullmatch(clean, m.start, m.end)):
        yield replace(m, key=both["first"] + both["kind"])
        yield replace(m, start=both.start("second"), key=clean[both.start("second") : m.end])
    elif m.type == "Organization" and (joint := _JOINT.fullmatch(clean, m.start, m.end)):
        yield replace(m, end=joint.end("first"), key=canonical(joint["first"]))
        yield replace(m, start=joint.start("second"), key=canonical(joint["second"]))
    elif m.type == "Organization" and (two := _ALIKE.fullmatch(clean, m.start, m.end)):
        yield replace(m, end=two.end("first"), key=canonical(two["first"]))
        yield replace(m, start=two.start("second"), key=canonical(two["second"]))
    elif m.type == "Region" and not m.key.isdigit() and clean.endswith("地区", m.start + 3, m.end):  # 长三角地区
        yield m
        yield replace(m, end=m.end - 2)
    elif m.type == "Region" and not m.key.isdigit() and (act := _ACT.search(clean, m.start + 2, m.end)):
        yield replace(m, end=act.start(), key=m.key.removesuffix(act[0]))
    elif m.type == "Organization" and (under := _UNDER.match(clean, m.start, m.end)):
        if _BODY.search(under["body"]):
            yield replace(m, end=under.end("body"), key=canonical(under["body"]))
        yield replace(m, start=under.end(), key=canonical(clean[under.end() : m.end]))
    else:
        yield m


def _abbreviates(name: str, short: str) -> bool:
    """Whether the characters of a short form follow each other in the name and end as it does: 执委会 of 执行委员会."""
    rest = iter(name)
    return len(short) * 2 <= len(name) and short[-1] in name[-3:] and all(c in rest for c in short)
