"""Zones that are a kind and no place: 区县工业园区, 县域工业集中区, 各类产业园."""

from __future__ import annotations

import re

from kg.types import Ref

_KIND = re.compile(
    r"(?:各类?|各县区?|全市|全县|全区|全省|区县|县区|县域|市县|县市区|区市县|乡镇|镇村|村镇|城镇|省级|国家级|市级|县级|区级|重点|规范|一批|多个|若干|现有|新的?|"
    r"高品位|高标准|标准化|沿边|沿海)(?:各类|重点|产业|工业|特色|物流|农业|现代|高新|高新技术|科技|创业|创新|集中|集聚|优势|专业|综合|经济|示范|和|与|、|化工)*"
    r"(?:园区|小镇|集中区|集聚区|开发区|产业园区?|工业园区?|示范区|示范园区?|新区|新城|片区|功能区|度假区)"
    r"|(?:产业|工业|特色|物流|农业|现代农业|高新技术|科技)(?:园区|小镇|集中区|集聚区|开发区|产业园区?|示范区)"
)


def is_kind(ref: Ref) -> bool:
    """Whether a Zone's name only says what kind of zones is meant, so that nothing can be said of it."""
    return ref.type == "Zone" and _KIND.fullmatch(ref.key) is not None
