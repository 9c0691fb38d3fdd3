from __future__ import annotations

import pytest

from kg.text.plans import is_plan, planned_years, reviews


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("云岭市制造业高质量发展三年行动计划（2023—2025年）", (2023, 2025)),
        ("关于印发《云岭市制造业三年行动计划（2023-2025年）》的通知", (2023, 2025)),
        ("云岭县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", (2021, 2025)),
        ("中共云岭市委关于制定云岭市国民经济和社会发展第十四个五年规划和二〇三五年远景目标的建议", (2021, 2025)),
        ("中共云岭县委关于制定云岭县国民经济和社会发展第十三个五年规划的建议", (2016, 2020)),
        ("云岭市“十二五”工业发展规划", (2011, 2015)),
        ("云岭市国民经济和社会发展第十个五年计划纲要", (2001, 2005)),
        ("云岭市二十五年城市发展规划", None),
        ("舟岭新区总体规划（2012—2030年）解读", (2012, 2030)),
        ("云岭市2024年政府工作要点", None),
        ("云岭市出台制造业三年行动计划（2023—2025年）", None),
    ],
)
def test_years_of_plans(title: str, years: tuple[int, int] | None) -> None:
    assert planned_years(title) == years


def test_decisions_on_how_to_go_on_are_plans() -> None:
    assert is_plan("关于加快工业强县步伐的决定")
    assert is_plan("关于促进白鹭产业发展的若干意见")
    assert not is_plan("关于表彰先进企业的决定")


def test_news_about_a_plan_is_none() -> None:
    assert is_plan("云岭市2024年政府工作要点")
    assert is_plan("云岭县2020年将为民办好15件大事和民生实事")
    assert is_plan("云岭区2018年重点工程项目安排")
    assert is_plan("云岭州2015年重大工程和重点项目名单（节选）")
    assert not is_plan("云岭区2017年重点项目执行情况和2018年重点项目安排")
    assert not is_plan("云岭州公布2015年重点项目名单")
    assert not is_plan("云岭区部署2018年重点工程项目安排")
    assert not is_plan("云岭市出台“十四五”规划")


def test_chapters_that_look_back() -> None:
    assert reviews("一、发展基础与面临形势")
    assert reviews("二、经济社会概况")
    assert not reviews("一、项目概况")
    assert not reviews("三、夯实农业基础")
    assert not reviews("二、总体要求和主要目标")
