from __future__ import annotations

import pytest

from kg.resolve.names import canonical, company_core, comparable, is_short_form, loose


@pytest.mark.parametrize(
    ("type_", "a", "b"),
    [
        ("Program", "“净地”行动", "净地行动"),
        ("Program", "产业项目建设年", "“产业项目建设年”活动"),
        ("Program", "中央环保督察反馈问题整改", "中央环保督察"),
        ("Slogan", "“三高四新”战略", "三高四新"),
        ("Zone", "醴陵经济开发区", "醴陵经开区"),
        ("Zone", "株洲高新技术产业开发区", "株洲高新区"),
        ("Project", "旗滨电子玻璃项目", "旗滨电子玻璃"),
        ("Industry", "陶瓷产业链", "陶瓷产业"),
        ("Zone", "云川国家高新技术产业开发区", "云川高新区"),
        ("Zone", "云川新城片区", "云川新城"),
        ("Zone", "云川湖国家4A级旅游景区", "云川湖景区"),
        ("Zone", "白鹭科技产业园", "白鹭科技园"),
        ("Zone", "中国（江东）自由贸易试验区白鹭片区", "白鹭自贸片区"),
        ("Organization", "云川市人民政府", "云川市政府"),
        ("Project", "体育公园建设项目", "体育公园"),
        ("Project", "白鹭文化街区（含白鹭桥）", "白鹭文化街区"),
    ],
)
def test_variants_of_writing_compare_equal(type_: str, a: str, b: str) -> None:
    assert comparable(type_, a) == comparable(type_, b)


@pytest.mark.parametrize(
    ("type_", "a", "b"),
    [
        ("Project", "旗滨电子玻璃（一期）", "旗滨电子玻璃（二期）"),
        ("Project", "充电桩建设项目（白鹭区）", "充电桩建设项目（青山区）"),
        ("Project", "省道109线（青山段）", "省道109线（白鹭段）"),
        ("Region", "醴陵市", "醴陵县"),
        ("Zone", "株洲经开区", "株洲高新区"),
        ("Zone", "国家高新区", "省级高新区"),
        ("Zone", "中国（江东）自由贸易试验区白鹭片区", "中国（江东）自由贸易试验区"),
        ("Zone", "江东自贸试验区临江新片区", "临江自贸片区"),
        ("Program", "改革", "试点"),
        ("Program", "作风突出问题整改", "作风"),
        ("Program", "五大行动", "五大工程"),
    ],
)
def test_different_things_stay_apart(type_: str, a: str, b: str) -> None:
    assert comparable(type_, a) != comparable(type_, b)


def test_canonical_takes_marks_away_and_nothing_else() -> None:
    assert canonical("“1+8+X” 规划") == "1+8+X规划"


def test_core_of_a_company() -> None:
    assert company_core("弋清环境科技（上海）有限公司") == "弋清环境科技"
    assert company_core("高科集团") == "高科"
    assert company_core("公司") == "公司"


def test_short_forms() -> None:
    assert is_short_form("旗滨玻璃", "旗滨电子玻璃")
    assert not is_short_form("时代电气", "时代新材料科技")
    assert not is_short_form("时代新材料科技", "时代新材料科技")


def test_an_action_of_some_years_is_the_thing_within_one_document_only() -> None:
    assert loose("Program", "农村改厕三年行动计划") & loose("Program", "农村改厕")
    assert not loose("Program", "农村改厕提升五年行动") & loose("Program", "农村改厕")
    assert comparable("Program", "农村改厕三年行动") != comparable("Program", "农村改厕")


@pytest.mark.parametrize(
    ("type_", "a", "b", "same"),
    [
        ("Event", "云川一体化第二届联席会议", "第二届云川一体化联席会", True),
        ("Event", "云川一体化第二届联席会议", "第三届云川一体化联席会", False),
        ("Zone", "云川盐化工产业园", "云川盐化工园", True),
        ("Zone", "青山产业园", "青山园", False),
        ("Program", "农村安全饮水工程", "农村饮水安全工程", True),
        ("Project", "云岭机场扩建", "云岭机场", False),
        ("Project", "云青高速公路石桥段", "云青高速石桥段", True),
        ("Project", "云青高速公路石桥段", "云青公路石桥段", False),
        ("Project", "青石水库除险加固工程", "青石水库", True),
        ("Project", "青石铁路复线扩能改造", "青石铁路复线", True),
        ("Project", "青山污水处理工程", "青山污水处理厂", True),
        ("Project", "青山污水处理工程", "青山垃圾处理厂", False),
    ],
)
def test_writings_that_one_document_changes_between(type_: str, a: str, b: str, same: bool) -> None:
    assert bool(loose(type_, a) & loose(type_, b)) is same
