"""Regions that are none: common nouns, streets, rivers that begin with the name of a place, rows of old houses.

Example: 新市区 where only the tagger takes it, 建成苏木卫生院, 新洲 of 新洲河碧道, 老旧平房区. No example: 新洲 of
新洲河道整治; 平房区 by itself.
"""

from __future__ import annotations

import functools
import re

from kg.ontology import load_gazetteer, load_lexicon
from kg.types import Mention

# 建成|苏木|卫生院, 改造石桥街: the kind alone, and streets
_KIND = re.compile("苏木|嘎查|乡镇?|镇|街道|社区|村居?|[一-龥]{2,6}[街路巷]")
# 新洲|河碧道, 分水|江防洪堤; not 青山|河道整治, 临江|江岸路
_RIVER = re.compile("[河江溪](?![道流湖长堤渠口滨畔岸东西南北心谷床网务边滩鲜鱼])(?=[一-龥])")
_FULL_NAME = re.compile("[省市县区镇乡村州旗盟]$")
_OLD_HOUSES = re.compile("(?:老旧|成片|连片|危旧|零散|低洼)$")


def no_place(clean: str, m: Mention) -> bool:
    """Whether a region is no place here."""
    surface = clean[m.start : m.end]
    if m.rule == "tagger" and (surface in _common_nouns() or _KIND.fullmatch(surface)):
        return True
    if surface == "平房区" and _OLD_HOUSES.search(clean, max(0, m.start - 2), m.start):
        return True
    return _begins_river(clean, m)


def _begins_river(clean: str, m: Mention) -> bool:
    """Whether a short name is only how a river begins: 新洲 of 新洲河碧道; not 石桥 of 石桥江北区."""
    if _RIVER.match(clean, m.end) is None or _FULL_NAME.search(clean, m.start, m.end):
        return False
    gazetteer = load_gazetteer()
    return not any(clean[m.end : m.end + n] in names for n in (2, 3, 4) for names in (gazetteer.full, gazetteer.short))


@functools.cache
def _common_nouns() -> frozenset[str]:
    """Full names of divisions that are mostly common nouns: 新市区, 城区."""
    return frozenset(
        r["name"] for r in load_lexicon().rows("place_words") if r["kind"] == "generic" and r["name"][-1] in "区道"
    )
