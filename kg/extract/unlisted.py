"""Counties, cities, towns and subdistricts that the gazetteer lacks, where a title names them plainly."""

from __future__ import annotations

import re

from kg.extract.place_names import place_names
from kg.ontology import Gazetteer
from kg.types import Ref

# a county that the register of divisions lacks, in a title that says it plainly
_UNLISTED = re.compile(
    r"(?:^(?:\d{4}年)?(?:关于)?|年|关于|[省市州]|盟)(?P<name>(?![全各我本该年省市])[\u4e00-\u9fff]{2,4}?(?:[县市区旗]|街道))"
    r"(?=办事处|党工委|(?:\d{4}年?)|人民政府|政府|工作报告|国民经济|统计公报|$)"
)
# a town that has been merged since: 青石乡2013年政府工作报告, 云岭县青石镇人民政府; not 全乡, 乡镇
_UNLISTED_TOWN = re.compile(
    r"(?:^(?:\d{4}年)?(?:关于)?|年|关于|[县市区旗])(?P<name>(?![全各我本该年省市县区乡镇])[\u4e00-\u9fff]{2,4}?(?:[乡镇]|苏木))"
    r"(?=党委|(?:\d{4}年?)|人民政府|政府|工作报告|工作总结|$)"
)
# not 县长在县|委团拜会上的致辞
_UNLISTED_NEWS = re.compile(r"(?P<name>(?![全各我本该省市县区州旗镇乡])[\u4e00-\u9fff]{2,3}县)(?![域级城际区市乡])")
_NO_DIVISION = (
    "开发区", "新区", "园区", "景区", "社区", "小区", "高新区", "经开区", "示范区", "试验区", "合作区", "保税区",
    "管理区", "城区", "辖区", "地区", "矿区", "林区", "库区", "港区", "片区", "功能区", "集中区", "集聚区", "工业区",
    "自治区", "城市", "县市", "各县", "各区", "全县", "全市", "全区", "大县", "强县", "困县",
)  # fmt: skip
_NO_TOWN = ("乡镇", "村镇", "各乡", "各镇", "全镇", "全乡", "集镇", "小镇", "城镇", "古镇", "重镇", "强镇", "建制镇")
_SHORTEST_TOWN = 3  # characters


def unlisted(source: str, gazetteer: Gazetteer) -> Ref | None:
    """A county, city or town that the gazetteer lacks, under its name: 沅岭县2024年[政府工作报告]."""
    for found in _UNLISTED.finditer(source):
        name = found["name"]
        hits = place_names(name, gazetteer)
        known = any(hit.name != "街道" for hit in hits) if name.endswith("街道") else bool(hits)
        if not name.endswith(_NO_DIVISION) and not known:
            return Ref("Region", name)
    for found in _UNLISTED_TOWN.finditer(source):
        name = found["name"]
        above = next((hit for hit in place_names(name, gazetteer) if hit.start == 0), None)
        if above is not None and len(name) - above.end > _SHORTEST_TOWN - 1:  # 江西|石桥镇
            name = name[above.end :]
        if not name.endswith(_NO_TOWN) and name not in gazetteer.full:
            return Ref("Region", name)
    return None


def unlisted_in_title(title: str, clean: str, gazetteer: Gazetteer) -> Ref | None:
    """A county that the gazetteer lacks, at the start of a title, where the text names its government or zone."""
    found = _UNLISTED_NEWS.match(title)
    if found is None or found["name"].endswith(_NO_DIVISION) or place_names(found["name"], gazetteer):
        return None
    name = found["name"]
    governed = re.search(rf"{name}(?:委|人民政府|政府|融媒体)|{name[:-1]}(?:经济|高新|产业|经开|工业|开发)", clean)
    return Ref("Region", name) if governed else None
