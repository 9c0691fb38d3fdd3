"""Whose figure it is where a text looks beyond its own place: 全国固定资产投资增长5%，全省增长6%，我市增长7%."""

from __future__ import annotations

import re

from kg.ontology.divisions import COUNTY, MUNICIPALITIES, is_province
from kg.types import Ref, Scene

_WHEN = (
    r"^(?:其中|同期|[今去]年|[上下]半年|前[一二三两]个?季度|[一二三四]季度|(?:19|20)\d\d年"
    r"|前?\d{1,2}个?月份?|[-—~～至到，])*"
)
_NATION = re.compile(rf"{_WHEN}(?:全国|全球|全世界|我国|中国(?=与|和))(?!性|各地|人大|政协|重点|文明|百强|示范|首)")
_ABOVE = re.compile(rf"{_WHEN}全([省市县区州盟])(?!级|各地|重点|文明|示范|首|场|面)")
_KINDS = frozenset({"percent", "points", "money", "amount", "days", "level"})
_CODE = re.compile(r"\d{6,}")
_OWN = re.compile(r"^(?:其中)?[全我本]([省市县区镇乡州旗盟])")
# 全国枸杞种植面积; not 全国文明村镇
_MEASURED = re.compile(r"(?:面积|产量|销量|产能|装机|总量|人口|规模|保有量)$")
_BELOW = ("县", "区", "旗", "镇", "乡", "街道", "村")
_DISTRICTS = 20  # the last two digits of a district's code, at most
_CITIES = 81  # the last two digits of a county-level city's code, and more
_PREFECTURES = range(21, 51)  # the middle two digits of the code of a 地区, 州 or 盟, whose cities have codes up to 20
# 全省共签约项目2138个: not 全省著名商标11件, which the own place has
_THERE_IN_ALL = re.compile(r"(?:其中)?全[省市](?:共|累计|总共|合计)(?!建|享|同)")
# 全国经济持续恢复，GDP增长5.5%; 全省增速第一 names no place whose figures follow
_SPOKEN_OF = re.compile(
    r"(?:^|[，。；：\n])(?:其中|同期|上半年|前三季度|一季度|去年|今年|全年|\d+年|前?\d{1,2}(?:[-—~～至到]\d{1,2})?个?月份?)?"
    r"(?P<scope>全[国省市县区镇乡州旗盟球]|我[国省市县区镇乡州旗盟]|本[省市县区镇])"
    r"(?=(?:实现|完成|累计|国民)*(?:经济|GDP|地区生产|国内生产|生产总值|规模以上|规上|规模工业|工业|固定资产|社会消费品|居民|城镇|农村"
    r"|共(?!建|享|同)|货物|外贸|进出口|出口|财政|一般公共|税收|服务业|第[一二三]产业|粮食|房地产|商品房|消费价格|民间|制造业|平均|增长|同比|下降))"
)


def of_nation(phrase: str, kind: str) -> bool:
    """Whether a figure of unit kind `kind` is that of the nation or the world, which no region of the graph is."""
    nation = _NATION.match(phrase)
    if nation is not None and _MEASURED.search(phrase):
        return True
    return nation is not None and (kind in _KINDS or (nation[0].endswith("国") and not nation[0].endswith("全国")))


def without_nation(phrase: str) -> str:
    """The phrase without the word for the nation."""
    return _NATION.sub("", phrase)


def spoken_of(scene: Scene, start: int, end: int) -> list[tuple[int, str]]:
    """全国, 全省 … with their places where they stand before an indicator in scene.text.clean[start:end].

    Each holds for the clauses that follow: 全国经济持续恢复，GDP同比增长5.5%.
    """
    found = _SPOKEN_OF.finditer(scene.text.clean, max(start - 1, 0), end)
    return [(m.start("scope"), m["scope"]) for m in found]


def own_place(phrase: str, home: Ref | None) -> bool:
    """Whether 全市, 全县 … at the start of a phrase means the text's own place, whatever park was named before.

    全区 may be that park; it is the own place where that is a district or an autonomous region.
    """
    if home is None or home.type != "Region" or (m := _OWN.match(phrase)) is None:
        return False
    if m[1] != "区":
        return True
    return _CODE.fullmatch(home.key) is not None and (is_province(home.key) or 0 < int(home.key[4:6]) <= _DISTRICTS)


def own_whole(word: str, home: Ref | None) -> bool:
    """Whether 全市, 全省 … is the text's own place by its rank: 全市 in the text of a city, not in that of a county."""
    if home is None or home.type != "Region" or (m := _OWN.match(word)) is None:
        return False
    code, level = home.key, m[1]
    if not _CODE.fullmatch(code):
        return code.endswith(level)
    if len(code) > COUNTY:
        return level in "镇乡"
    if level == "省":
        return is_province(code)
    if level == "市":
        return _is_city(code)
    prefecture = int(code[2:4]) in _PREFECTURES and code.endswith("00")
    return prefecture if level in "州盟" else not code.endswith("00") and not _is_city(code)


def place_above(phrase: str, kind: str, scene: Scene) -> Ref | None:
    """The place above that 全省, 全市, a town's 全县 is where it stands before an indicator."""
    home = scene.home
    if home is None or (m := _ABOVE.match(phrase)) is None or not _is_told(phrase, kind) or _is_own(m[1], home):
        return None
    if home.type == "Zone":
        return _around(m[1], home)
    return next((Ref("Region", key) for key in scene.parents.get(home.key, ()) if _is_meant(m[1], home.key, key)), None)


def place_untold(phrase: str, kind: str, home: Ref | None) -> bool:
    """Whether 全市, 全省 stands before an indicator in a text of a zone or county that lies nobody knows where."""
    if home is None or (m := _ABOVE.match(phrase)) is None or not _is_told(phrase, kind) or _is_own(m[1], home):
        return False
    if home.type == "Zone":
        return _around(m[1], home) is None
    if not _CODE.match(home.key):
        return home.key.endswith(_BELOW)
    return m[1] == "市" and int(home.key[2:4]) in _PREFECTURES and not _is_city(home.key)  # no city above a banner


def _is_own(level: str, home: Ref) -> bool:
    """Whether 全县, 全区, 全州 may be the text's own place: only in a town's text that is a place above."""
    if level in "省市":
        return False
    if level in "州盟" and _CODE.fullmatch(home.key) and int(home.key[2:4]) in _PREFECTURES:
        return home.key.endswith("00")  # 全盟 in the text of a banner is the league above it
    town = home.key.endswith(("镇", "乡", "街道")) or (len(home.key) > COUNTY and _CODE.fullmatch(home.key))
    return home.type == "Zone" or not town


def _is_told(phrase: str, kind: str) -> bool:
    """Whether a figure of this unit kind is that of the place in front of it."""
    level = _ABOVE.match(phrase)
    return kind in _KINDS or (level is not None and level[1] in "县区州盟") or _THERE_IN_ALL.match(phrase) is not None


def governing_place(level: str, scene: Scene) -> Ref | None:
    """The place above the text's own whose committee 省委, 市委, 县委 is; None for the own place's."""
    home = scene.home
    if home is None or home.type != "Region":
        return None
    above = scene.parents.get(home.key, ())
    if level == "县":
        found = (key for key in above if _CODE.fullmatch(key) and int(key[4:6]) % 100)
    else:
        found = (key for key in above if _is_meant(level, home.key, key))
    return next((Ref("Region", key) for key in found), None)


def _around(level: str, zone: Ref) -> Ref | None:
    """The province (省) or city (市) in which a zone lies, from the code of the region that its key begins with."""
    code, slash, _ = zone.key.partition("/")
    if not slash or not _CODE.fullmatch(code) or code[:2] in MUNICIPALITIES:
        return None
    if level == "省":
        return Ref("Region", code[:2] + "0000")
    city = next((c for c in (code[:COUNTY], code[:4] + "00") if _is_city(c)), None)
    return Ref("Region", city) if city is not None else None


def _is_meant(level: str, home: str, above: str) -> bool:
    """Whether a region above the home is the province (省) or the city (市) that the home lies in."""
    if not _CODE.fullmatch(above):
        return above.endswith(level) and not home.endswith(level)
    if level == "省":
        return is_province(above)
    if level in "县区":
        return len(home) > len(above) == COUNTY and not above.endswith("00") and not _is_city(above)
    if level in "州盟":
        return above.endswith("00") and int(above[2:4]) in _PREFECTURES
    if is_province(above):
        return above[:2] in MUNICIPALITIES
    return _is_city(above) and not _is_city(home)


def _is_city(code: str) -> bool:
    """Whether the code is that of a city, be it of the rank of a prefecture or of a county."""
    if len(code) > COUNTY:
        return False
    prefecture = int(code[2:4]) in _PREFECTURES
    if code.endswith("00"):
        return not is_province(code) and not prefecture
    return int(code[4:6]) >= _CITIES or (prefecture and int(code[4:6]) <= _DISTRICTS)
