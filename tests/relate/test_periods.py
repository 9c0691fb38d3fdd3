"""Parts of a year and stretches of several years that a figure is about."""

from __future__ import annotations

import dataclasses

import pytest

from kg.ontology import load_lexicon
from kg.relate.observations import find_observations
from kg.relate.year_parts import part_of_year
from kg.types import Time
from tests.relate.values import value_scene


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("今年上半年，", "上半年"),
        ("前三季度，", "前三季度"),
        ("一季度，", "一季度"),
        ("1-9月，", "前三季度"),
        ("1至7月，", "1-7月"),
        ("前5个月，", "1-5月"),
        ("9月份，", "9月"),
        ("今年1-7月，", "1-7月"),
        ("2023年1至8月，", "1-8月"),
        ("上半年加快。截至目前，", ""),
        ("上半年加快，全年", ""),
        ("比上半年", ""),
        ("2023年，", ""),
        ("17-19月，", ""),
        ("三季度末，", "前三季度"),
        ("6月末，", "上半年"),
        ("截至4月末，", "1-4月"),
        ("1-8月，是去年同期", "1-8月"),
    ],
)
def test_parts_of_a_year(text: str, part: str) -> None:
    assert part_of_year(text, 0, len(text)) == part


@pytest.mark.parametrize(
    ("text", "times", "shown"),
    [
        ("五年来，地区生产总值年均增长7%。", (Time(0, 3, 2019, 2023),), "地区生产总值(2019-2023年均)"),
        ("五年来，新增学位3万个。", (Time(0, 3, 2019, 2023),), "新增学位(2019-2023累计)"),
        (
            "2023年，全市上下奋力拼搏，生产总值增长13%，五年间年均增长14%。新增学位3万个。",
            (Time(0, 5, 2023, 2023), Time(25, 28, 2019, 2023)),
            "新增学位",
        ),
        ("五年来，城镇化率达到61%。", (Time(0, 3, 2019, 2023),), "城镇化率"),
        ("五年来，城镇化率提高5个百分点。", (Time(0, 3, 2019, 2023),), "城镇化率(2019-2023)"),
        ("近年来，城镇化率提高5个百分点。", (Time(0, 3, 2021, 2023),), "城镇化率"),
        ("五年来，研发经费投入占比达到2.7%。", (Time(0, 3, 2019, 2023),), "研发投入强度"),
        ("五年来，完成技改投资86亿元。", (Time(0, 3, 2019, 2023),), "技改投资(2019-2023累计)"),
        (
            "五年来，社会和谐。2023年，累计减少贫困人口6万人。",
            (Time(0, 3, 2019, 2023), Time(9, 14, 2023, 2023)),
            "减少贫困人口(2019-2023累计)",
        ),
        ("造林20万亩，是“十二五”的1.8倍。", (Time(8, 13, 2011, 2015),), "造林面积(比2011-2015年)"),
    ],
)
def test_stretches_of_years(text: str, times: tuple[Time, ...], shown: str) -> None:
    made = value_scene(text)
    scene = dataclasses.replace(made, text=dataclasses.replace(made.text, times=times))
    found, _ = find_observations(scene, load_lexicon())
    assert found[-1].indicator == shown


def test_news_go_on_with_the_part_of_the_year() -> None:
    found, _ = find_observations(value_scene("上半年，税收收入3亿元。工业投资增长5%。", "news"), load_lexicon())
    assert [o.indicator for o in found] == ["税收收入(上半年)", "工业投资(上半年)"]


def test_a_paragraph_of_news_starts_with_the_time_of_the_whole() -> None:
    text = (
        "前三季度，面对压力，全市上下奋力拼搏，税收收入3亿元。1—8月，工业利润增长6%，税收增长4%。"
        "⏎工业投资增长5%。9月末，存款余额8亿元。"
    )
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.indicator for o in found] == [
        "税收收入(前三季度)",
        "工业利润(1-8月)",
        "税收收入(1-8月)",
        "工业投资(前三季度)",
        "存款余额(前三季度)",
    ]


def test_the_next_sentence_of_a_report_is_about_the_year() -> None:
    found, _ = find_observations(value_scene("上半年，税收收入3亿元。工业投资增长5%。"), load_lexicon())
    assert [o.indicator for o in found] == ["税收收入(上半年)", "工业投资"]


def test_a_holiday_is_no_year() -> None:
    text = "国庆假期，全市接待国内游客86万人次。今年以来，旅游收入增长12%。"
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.indicator for o in found] == ["接待国内游客(国庆假期)", "旅游收入"]


def test_single_years_do_not_end_the_years_under_review() -> None:
    made = value_scene("过去五年，发展加快。2023年，地区生产总值达到186亿元，年均增长7.2%。")
    times = (Time(0, 4, 2019, 2023), *made.text.times)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [o.indicator for o in found] == ["地区生产总值", "地区生产总值(2019-2023年均)"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("一季度实现工业投资15亿元，将新签约项目的计划总投资定为98亿元。", ["actual"]),
        ("将实现工业投资15亿元。", ["target"]),
    ],
)
def test_news_plan_what_stands_behind_the_plan(text: str, kinds: list[str]) -> None:
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.kind for o in found if o.indicator.startswith("工业投资")] == kinds


def test_a_paragraph_of_a_review_of_several_years_is_about_all_of_them() -> None:
    made = value_scene("五年来，工业提质。⏎投入专项扶贫资金3亿元。⏎2023年，投入扶贫资金2亿元。")
    times = (Time(0, 3, 2019, 2023), *made.text.times)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [o.indicator for o in found] == ["专项扶贫资金(2019-2023累计)", "扶贫资金"]


def test_a_year_in_one_item_of_a_list_is_not_that_of_the_next() -> None:
    made = value_scene(
        "五年来，城乡巨变。⏎——2023年，生产总值达到86亿元。⏎——减少贫困人口5.3万人。工业能耗下降21%，税收增长6%。"
    )
    times = (Time(0, 3, 2019, 2023), *made.text.times)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [o.indicator for o in found] == [
        "地区生产总值",
        "减少贫困人口(2019-2023累计)",
        "工业能耗(2019-2023)",
        "税收收入",
    ]


def test_the_sum_of_a_plan_is_compared_with_that_of_the_one_before() -> None:
    made = value_scene("固定资产投资完成278亿元，是“十二五”的2.6倍。技改投资28亿元，是“十二五”末的2倍。")
    clean = made.text.clean
    times = tuple(Time(at, at + 5, 2011, 2015) for at in (clean.find("“"), clean.rfind("“")))
    document = dataclasses.replace(made.text.document, year=2020)
    sentences = tuple(dataclasses.replace(s, year=2020) for s in made.text.sentences)
    text = dataclasses.replace(made.text, times=times, document=document, sentences=sentences)
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert [o.indicator for o in found] == [
        "固定资产投资(2016-2020累计)",
        "固定资产投资(比2011-2015年)",
        "技改投资",
        "技改投资(比2015年)",
    ]


def test_a_plan_for_several_years_lowers_the_use_of_energy_over_all_of_them() -> None:
    made = value_scene("到2028年，力争单位生产总值能耗降低18%，财政收入增长6%。")
    found, _ = find_observations(made, load_lexicon())
    assert [o.indicator for o in found] == ["单位生产总值能耗(2024-2028)", "财政收入"]


def test_a_title_says_of_which_years_a_text_is() -> None:
    text = (
        "三年来松泉发展成就⏎2023年，税收收入3亿元。"
        "⏎累计签约项目86个，年均增长9%。新增城镇就业96人。今年，新增城镇就业3人。"
    )
    made = value_scene(text, "other")
    document = dataclasses.replace(made.text.document, plan_year=None)
    times = (Time(0, 3, 2021, 2023), *made.text.times)
    text_of = dataclasses.replace(made.text, times=times, document=document)
    found, _ = find_observations(dataclasses.replace(made, text=text_of), load_lexicon())
    assert [o.indicator for o in found] == [
        "税收收入",
        "签约项目(2021-2023累计)",
        "签约项目(2021-2023年均)",
        "新增城镇就业(2021-2023累计)",
        "新增城镇就业",
    ]


def test_what_a_review_says_in_runs_starts_before_its_years() -> None:
    made = value_scene(
        "五年来，成绩不小。累计接待游客315万人次，实现旅游收入28亿元。城镇化率由48.2%提升到53.7%，增加学位96个。"
    )
    times = (Time(0, 3, 2019, 2023),)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [(o.indicator, o.year) for o in found] == [
        ("接待游客(2019-2023累计)", 2023),
        ("旅游收入(2019-2023累计)", 2023),
        ("城镇化率", 2018),
        ("城镇化率", 2023),
        ("增加学位(2019-2023累计)", 2023),
    ]


def test_several_years_named_in_the_midst_of_a_paragraph_end_with_it() -> None:
    words = "工业提质，工业增加值50亿元。五年来，技改投资不断增加。⏎新增学位3万个。"
    made = value_scene(words)
    at = made.text.clean.index("五年来")
    times = (Time(at, at + 3, 2019, 2023), *made.text.times)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [o.indicator for o in found] == ["工业增加值", "新增学位"]


def test_the_end_of_a_change_does_not_end_the_years_of_the_sums_behind_it() -> None:
    made = value_scene(
        "五年来，地区生产总值由2018年的98亿元增加到2023年的164亿元；累计完成固定资产投资31亿元；累计减贫1624户。"
    )
    times = (Time(0, 3, 2019, 2023), *made.text.times)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, times=times)), load_lexicon()
    )
    assert [(o.indicator, o.year) for o in found] == [
        ("地区生产总值", 2018),
        ("地区生产总值", 2023),
        ("固定资产投资(2019-2023累计)", 2023),
        ("减贫(2019-2023累计)", 2023),
    ]
