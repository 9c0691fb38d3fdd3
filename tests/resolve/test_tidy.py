"""What is cut off, completed or refused after arbitration."""

from __future__ import annotations

import pytest

from kg.resolve.tidy import tidy
from kg.types import Mention


def found(sentence: str, type_: str, *surfaces: str, rule: str = "tagger") -> list[tuple[str, str]]:
    """The surfaces and keys that are left."""
    mentions = [
        Mention(sentence.index(s), sentence.index(s) + len(s), type_, s.replace("“", "").replace("”", ""), rule, 0.6)
        for s in surfaces
    ]
    return [(sentence[m.start : m.end], m.key) for m in tidy(sentence, mentions)[0]]


@pytest.mark.parametrize(
    ("type_", "taken", "surface", "key"),
    [
        ("Project", "28所农村中小学食堂改造", "农村中小学食堂改造", "农村中小学食堂改造"),
        ("Program", "73所中小学校舍安全工程", "中小学校舍安全工程", "中小学校舍安全工程"),
        ("Project", "改造提升建设路", "建设路", "建设路"),
        ("Project", "石桥等3座垃圾中转站", "石桥等3座垃圾中转站", "石桥垃圾中转站"),
        ("Event", "茶博会等重点经贸活动", "茶博会", "茶博会"),
        ("Program", "环保督察等反馈问题整改", "环保督察等反馈问题整改", "环保督察反馈问题整改"),
        ("Enterprise", "星沅三大集团", "星沅", "星沅集团"),
        ("Honor", "全国首批45个生态文明建设试点", "全国首批45个生态文明建设试点", "全国首批生态文明建设试点"),
        # nothing to cut
        ("Program", "百家企业倍增计划", "百家企业倍增计划", "百家企业倍增计划"),
        ("Project", "启动区市政工程", "启动区市政工程", "启动区市政工程"),
        ("Project", "云岭高等专科学校", "云岭高等专科学校", "云岭高等专科学校"),
        ("Program", "八条措施", "八条措施", "八条措施"),
    ],
)
def test_cuts_counts_verbs_and_ends_of_lists(type_: str, taken: str, surface: str, key: str) -> None:
    assert found(f"今年{taken}。", type_, taken) == [(surface, key)]


def test_counted_things_are_no_project() -> None:
    assert found("建成3个观景平台。", "Project", "3个观景平台") == []


def test_a_title_of_which_there_are_several_is_none_that_somebody_holds() -> None:
    assert found("新增省级园林镇3个。", "Honor", "省级园林镇", rule="honor:title") == []
    assert found("世界自然遗产总数居各省之首。", "Honor", "世界自然遗产") == []
    assert found("获评省级园林镇，新增2个社区。", "Honor", "省级园林镇") == [("省级园林镇", "省级园林镇")]


@pytest.mark.parametrize("name", ["县域工业集中区", "主城区4大夜经济示范区", "新城新区"])
def test_zones_of_which_nobody_says_which_are_none(name: str) -> None:
    assert found(f"建设{name}。", "Zone", name) == []
    assert found("建设青山工业集中区。", "Zone", "青山工业集中区") == [("青山工业集中区", "青山工业集中区")]


def test_two_names_joined_go_where_one_of_them_is_told() -> None:
    both, one = "城区消防规划和排水防涝规划", "排水防涝规划"
    assert found(f"编制{both}。", "Program", both, one) == [(one, one)]
    family, last = "产业培育四大工程", "产业培育"
    assert found(f"推进企业提质和{family}。", "Program", family, last) == [(last, last)]
    assert found(f"推进{family}。", "Program", family) == [(family, family)]
    shared = "大气、水污染防治攻坚战"
    assert found(f"打好{shared}。", "Program", shared, "水污染防治攻坚战")[0][0] == shared


def test_names_out_of_tables_stay() -> None:
    assert found("新建3座水厂工程。", "Project", "3座水厂工程", rule="table:name") == [("3座水厂工程", "3座水厂工程")]


@pytest.mark.parametrize(
    ("surface", "key", "expected"),
    [
        ("云海创新中心", "云海创新中心创新园区", "云海创新中心"),
        ("临港", "临港专业园区", "临港园区"),
        ("东大园", "东大园片区", "东大园片区"),
    ],
)
def test_a_word_for_the_kind_is_no_part_of_a_zone_s_name(surface: str, key: str, expected: str) -> None:
    made, _ = tidy(surface, [Mention(0, len(surface), "Zone", key, "zone:list", 0.6)])
    assert [m.key for m in made] == [expected]


def test_what_a_product_is_like_is_no_brand() -> None:
    assert found("新建中性硼硅玻璃生产线。", "Enterprise", "中性") == []
    assert found("新建明澈药用玻璃生产线。", "Enterprise", "明澈") == [("明澈", "明澈")]
