"""What an honour was given for, and its level, where the title alone does not say it: 征兵工作获评|全省先进."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.resolve.names import canonical
from kg.types import Mention

_OF_BATCH = re.compile(r"(?<=批)\d+[个家](?=[一-龥]{4})")  # 全国首批45个|文明城市试点 之一
# a title without what it was given for: 征兵工作获评|全省先进
_BARE_TITLE = re.compile("(?:全国|全省|全市|全区|全县|国家级?|省级?|市级?)(?:先进|试点|示范|优秀|优秀等级|典型)")
_GIVEN_FOR = re.compile(
    r"(?P<what>[^，。；：、！？\n]{2,30}(?:工作|建设|改革|工程|行动|活动|治理|管理|服务|整治|保护|宣传|登记|颁证))被?"
    r"(?:获评|列为|列入|评为|纳入|入选|荣获|获得|成为|获批)为?$"
)
# 授予我县|全省先进单位, 新列|百强县: whose the title is, and that it is new
_OWN_TITLE = re.compile("(?:授予|新列|新入)?(?:我[省市县区州旗镇乡]|我们)|新列|新入选?|新进(?!步)")
# 全市唯一|江东省先进县: how few have it
_ONLY = re.compile(
    "全[国省市县区州](?:唯一|首批|首个)的?(?=(?:(?:19|20)[0-9]{2}年度?)?(?:[一-龥]{2,3}省|省级|国家|全国).{4})"
)
# 县域经济综合竞争力跃居|全国百强第46位: what is best of a list is a title by itself
_CLIMBS = re.compile(
    "[^，。；]{2,18}?(?:跃居|跃升至|上升至|位居|位列|居|列|排名|排|跻身|进入)(?=全[国省](?:县域|工业|投资潜力)?(?:百强|千强)[县市区镇]{0,2}第)"
)
# 2021—2025年度第二批|全国科普示范县, as 全国科普示范县
_ISSUED = re.compile(
    r"(?:(?:19|20)\d\d(?:[—－-](?:19|20)\d\d)?年度?)?(?:(?:首|第[一二三四五六七八九十\d]{1,3})批)?(?=(?:全国|国家|全省|省级).{4})"
)
_OTHERS = re.compile("(?<=[县市区旗镇乡村])（[县市区旗州城乡镇村、]{1,7}）")  # 全国示范县|（市、区）
# 国家现代农业产业园|创建名单: what is made of it
_APPLIED = re.compile("(?:创建|培育|申报|申创)(?:名单|名录|单位|行列|序列|对象)$")
_LEVEL = re.compile("全国|全省|全市|国家级|省级|市级")
_TITLE = re.compile(
    "(?!全|国家|[省市]级|[一-龥]{2,3}[省市县区]|中国|世界|国际|首批|第)[^“”]{4,}(?:[市县区镇乡村位]|单位|集体|基地|园区|企业)"
)


def titled(clean: str, m: Mention, titles: Mapping[int, int]) -> Mention:
    """An honour with what it was given for (征兵工作全省先进), and with the level of the one before it in a list.

    Args:
        clean: the text.
        m: the honour.
        titles: where the honours of the text begin, by where they end.
    """
    if (own := _OWN_TITLE.match(clean, m.start, m.end)) and m.end - own.end() >= 4:
        m = replace(m, start=own.end(), key=canonical(clean[own.end() : m.end]))
    if climbs := _CLIMBS.match(clean, m.start, m.end):
        m = replace(m, start=climbs.end(), key=canonical(clean[climbs.end() : m.end]))
    if only := _ONLY.match(clean, m.start, m.end):
        m = replace(m, start=only.end(), key=canonical(clean[only.end() : m.end]))
    if (applied := _APPLIED.search(clean, m.start, m.end)) and applied.start() - m.start >= 5:
        m = replace(m, end=applied.start(), key=canonical(clean[m.start : applied.start()]))
    if others := _OTHERS.match(clean, m.end):
        m = replace(m, end=others.end(), key=m.key + others[0])
    surface = clean[m.start : m.end]
    if ":lexicon" in m.rule or ":known" in m.rule:
        return m
    if _BARE_TITLE.fullmatch(surface):
        given = _GIVEN_FOR.search(clean, max(0, m.start - 40), m.start)
        alone = given is not None and clean[given.start() - 1 : given.start()] != "、"  # 甲、乙整治入选|省级试点
        return replace(m, key=canonical(given["what"]) + m.key) if given and alone else m
    if clean[m.start - 1 : m.start] in ("、", "和") and m.start - 1 in titles and _TITLE.fullmatch(surface):
        level = _LEVEL.match(clean, titles[m.start - 1])
        return replace(m, key=level[0] + m.key) if level else m
    key = _OF_BATCH.sub("", m.key)
    issued = _ISSUED.match(key)
    return replace(m, key=key[issued.end() :] if issued else key)
