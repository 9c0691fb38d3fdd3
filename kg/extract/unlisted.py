"""Counties, cities and subdistricts that the gazetteer lacks, where a title names them plainly."""

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
# not 县长在县|委团拜会上的致辞
_UNLISTED_NEWS = re.compile(r"(?P<name>(?![全各我本该省市县区州旗镇乡])[\u4e00-\u9fff]{2,3}县)(?![域级城际区市乡])")
_NO_DIVISION = (
    "开发区", "新区", "园区", "景区", "社区", "小区", "高新区", "经开区", "示范区", "试验区", "合作区", "保税区",
    "管理区", "城区", "辖区", "地区", "矿区", "林区", "库区", "港区", "片区", "功能区", "集中区", "集聚区", "工业区",
    "自治区", "城市", "县市", "各县", "各区", "全县", "全市", "全区", "大县", "强县", "困县",
)  # fmt: skip


def unlisted(source: str, gazetteer: Gazetteer) -> Ref | None:
    """A county or city that the gazetteer lacks, under its name: 沅岭县2024年[政府工作报告]."""
    for found in _UNLISTED.finditer(source):
        name = found["name"]
        hits = place_names(name, gazetteer)
        known = any(hit.name != "街道" for hit in hits) if name.endswith("街道") else bool(hits)
        if not name.endswith(_NO_DIVISION) and not known:
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
