"""Names of firms and what stands behind them."""

from __future__ import annotations

import pytest

from kg.resolve.trim_firms import firm_trimmed, with_trade
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "known", "name"),
    [
        ("华润水泥（宾阳）二期竣工", "华润水泥", "华润水泥（宾阳）"),
        ("华润水泥（控股）二期竣工", "华润水泥", "华润水泥"),
        ("中建三局承建", "中建", "中建三局"),
        ("中交一公局承建", "中交", "中交一公局"),
        ("中建承建", "中建", "中建"),
        ("大润发石桥店、百货店开业", "大润发", "大润发石桥店"),
        ("大润发连锁店铺", "大润发", "大润发"),
        ("盛泰纺织二期投产", "盛泰", "盛泰纺织"),
        ("盛泰纺织产业园二期投产", "盛泰", "盛泰"),
    ],
)
def test_a_known_firm_has_its_number_and_its_seat(clean: str, known: str, name: str) -> None:
    found = with_trade(clean, Mention(0, len(known), "Enterprise", known, "enterprise:known", 0.9))
    assert clean[found.start : found.end] == name


@pytest.mark.parametrize(
    ("clean", "left"),
    [
        ("项目由白鹭集团控股、青禾化工承建", "白鹭集团"),
        ("项目由白鹭集团控股建设", "白鹭集团控股"),
        ("走进白鹭集团控股、青禾化工", "白鹭集团控股"),
    ],
)
def test_what_a_firm_has_of_a_work_is_no_part_of_its_name(clean: str, left: str) -> None:
    start = clean.index("白鹭")
    end = clean.index("控股") + 2
    found = firm_trimmed(clean, Mention(start, end, "Enterprise", clean[start:end], "tagger", 0.8))
    assert clean[found.start : found.end] == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("白鹭生活网与合作社", "白鹭生活网"),
        ("青禾食品与当地农户", "青禾食品"),
        ("青禾与白鹭合作社", "青禾与白鹭合作社"),
        ("青禾医药总部", "青禾医药"),
        ("青禾物流华中总部", "青禾物流"),
        ("总部经济", "总部经济"),
    ],
)
def test_those_that_a_firm_deals_with_and_its_seat_are_no_part_of_it(name: str, left: str) -> None:
    found = firm_trimmed(name, Mention(0, len(name), "Enterprise", name, "tagger", 0.8))
    assert name[found.start : found.end] == left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("全球耐材巨头青禾集团", "青禾集团"),
        ("国内光伏龙头企业“白鹭能源", "白鹭能源"),
        ("中国巨石集团", "中国巨石集团"),
        ("世界龙控股", "世界龙控股"),
        ("文中白云鹭系青禾餐饮管理有限公司", "青禾餐饮管理有限公司"),
        ("中文系青禾餐饮管理有限公司", "中文系青禾餐饮管理有限公司"),
    ],
)
def test_as_what_a_firm_is_praised_is_no_part_of_its_name(name: str, left: str) -> None:
    found = firm_trimmed(name, Mention(0, len(name), "Enterprise", name, "tagger", 0.8))
    assert name[found.start : found.end] == left


def test_the_trade_that_begins_another_word_is_no_part_of_it() -> None:
    for clean, left in (("白鹭锑业环保搬迁", "白鹭锑业"), ("白鹭环保二期", "白鹭环保")):
        end = clean.index("环保") + 2
        found = firm_trimmed(clean, Mention(0, end, "Enterprise", clean[:end], "tagger", 0.8))
        assert clean[found.start : found.end] == left
