"""Industries that are goods, tools or resources where a clause speaks of them so."""

from __future__ import annotations

import time

import pytest

from kg.resolve.goods import as_goods
from kg.types import Mention


def industry(clean: str, surface: str) -> Mention:
    at = clean.index(surface)
    return Mention(at, at + len(surface), "Industry", surface, "tagger", 0.9)


@pytest.mark.parametrize(
    ("clean", "surface"),
    [
        ("释放汽车、家电、家装等大宗消费。", "汽车"),
        ("释放汽车、家电、家装等大宗消费。", "家装"),
        ("开展家电以旧换新。", "家电"),
        ("运用物联网、大数据等技术管护林地。", "大数据"),
        ("利用无人机巡查河道。", "无人机"),
        ("磷矿、石膏、萤石保有储量全省第二。", "石膏"),
        ("风电、光伏技术可开发量800万千瓦。", "光伏"),
        ("稳定玉米、大豆种植面积。", "玉米"),
        ("城乡居民养老保险实现全覆盖。", "养老"),
        ("申报门窗、五金等国家级质量监督检验中心。", "门窗"),
        ("大力推广装配式建筑。", "装配式建筑"),
        ("推广节能和新能源汽车。", "新能源汽车"),
        ("更换新能源汽车120辆。", "新能源汽车"),
        ("围绕数据枢纽建设持续用力。", "数据枢纽建设"),
        ("加快充电桩建设。", "充电桩"),
        ("延伸综合利用链条。", "综合利用"),
        ("推广清洁能源、绿色建材、节能家电。", "绿色建材"),
        ("补齐特种橡胶、电子化学品等短板。", "电子化学品"),
        ("汽车整车进口口岸进口车辆2万辆。", "汽车"),
    ],
)
def test_goods_are_no_industry(clean: str, surface: str) -> None:
    assert as_goods(clean, industry(clean, surface))


@pytest.mark.parametrize(
    ("clean", "surface"),
    [
        ("培育汽车、家电等产业。", "家电"),
        ("发展旅游消费产业。", "旅游"),
        ("运用大数据产业优势招商。", "大数据"),
        ("培育大数据、云计算等新业态。", "云计算"),
        ("做大磷矿开采，石膏储量丰富。", "磷矿"),
        ("发展养老服务业。", "养老"),
        ("新能源汽车销售收入增长两成。", "新能源汽车"),
        ("推广经验，发展绿色建材、节能家电。", "绿色建材"),
        ("壮大装配式建筑产业。", "装配式建筑"),
        ("发展门窗、五金等产业，建成检测中心。", "五金"),
    ],
)
def test_industries_stay(clean: str, surface: str) -> None:
    assert not as_goods(clean, industry(clean, surface))


def test_a_long_row_takes_no_time() -> None:
    clean = "发展茶叶" + "、茶叶" * 10000
    start = time.process_time()
    assert not as_goods(clean, industry(clean, "茶叶"))
    assert time.process_time() - start < 2
