"""Figures of whole texts, whose sections and titles say what is planned and of what year: no mentions but the home."""

from __future__ import annotations

import pytest

from kg.ontology import load_lexicon
from kg.relate.later_months import month_to_come
from kg.relate.observations import find_observations
from kg.text import analyse
from kg.types import Article, Mention, Ref, Scene, Span

CASES = [
    (  # what a year will have come to by its end is no aim, in the report of December
        "松泉县2015年国民经济计划执行情况（汇报提纲）\n松泉县发展和改革局 2015年12月10日\n"
        "预计到年底，全县完成地区生产总值121亿元，增长9.2%；"
        "财政收入8亿元。\n2016年计划：地区生产总值增长9%。",
        [(121, "actual", 2015), (9.2, "actual", 2015), (8, "actual", 2015), (9, "target", 2016)],
    ),
    (  # what was spent so far on the projects that a plan counts
        "松泉县召开项目推进会\n2021年9月14日\n会议指出，今年计划实施重点项目68个，年度投资36亿元。1至8月完成投资17亿元，占年度计划的72%。",
        [(36, "target", 2021), (17, "actual", 2021), (72, "actual", 2021)],
    ),
    (  # behind five years a part of the next stands for itself
        "在中国共产党松泉县第九次代表大会上的报告\n（2021年9月27日）\n一、过去五年工作回顾\n五年来，税收收入年均增长7%，今年上半年增长13%；"
        "城镇化率达到58%。\n二、今后五年任务\n今后五年，税收收入年均增长8%。",
        [(7, "actual", 2020), (13, "actual", 2021), (58, "actual", 2020), (8, "target", 2026)],
    ),
    (  # 我们计划 holds for all that it lists
        "松泉经开区访谈\n2021-02-26\n记者：有什么打算？\n主任：今年，我们计划工业产值增长10%，完成工业投资110亿元。",
        [(10, "target", 2021), (110, "target", 2021)],
    ),
    (  # with the year over that counts its output, 今年4月 is one of the next
        "松泉县石墨产业情况\n2023年石墨产业产值达到42.6亿元，同比增长23%，甲厂2023年5月投产，乙厂今年4月开工。\n目前全县石墨产能9万吨。",
        [(42.6, "actual", 2023), (23, "actual", 2023), (9, "actual", 2024)],
    ),
    (  # below the heading of what is still to be done, clauses behind a semicolon are aims, too
        "2022年上半年松泉县经济运行情况\n2022年7月20日\n上半年，全县地区生产总值增长6%。\n二、下半年工作\n"
        "确保全年生产总值增长7%；工业投资60亿元、实际利用外资1.2亿美元；财政收入突破20亿元大关。",
        [(6, "actual", 2022), (7, "target", 2022), (60, "target", 2022), (1.2, "target", 2022), (20, "target", 2022)],
    ),
    (  # to the end of a plan: all of it, behind the semicolon too
        "松泉新城发展综述\n2023年6月1日\n到“十四五”末，松泉新城产值力争达到400亿元，年均增长15%；财政收入突破80亿元。",
        [(400, "target", 2025), (15, "target", 2025), (80, "target", 2025)],
    ),
    (  # what a label or a plan to come opens
        "松泉镇2018年工作总结暨2019年工作计划\n2018年，财政收入7亿元。\n计划：2019年总收入突破20亿元，增长8%；"
        "财政收入8亿元。\n“十四五”期间，生产总值年均增长7%，2025年突破90亿元；城镇化率达到75%。",
        [
            (7, "actual", 2018),
            (20, "target", 2019),
            (8, "target", 2019),
            (8, "target", 2019),
            (7, "target", 2025),
            (90, "target", 2025),
            (75, "target", 2025),
        ],
    ),
    (  # in April, 全年 is not the year before
        "松泉县项目建设\n某县日报 2024-04-17\n一季度，工业投资8亿元。全年计划实施重点项目43个、完成投资60亿元。",
        [(8, "actual", 2024), (60, "target", 2024)],
    ),
    (  # 全年将力争 governs what follows
        "松泉签约\n某县头条 2020-04-09\n县长表示，全年将力争引进项目百宗，完成固定资产投资325亿元，财政收入增长6%。",
        [(325, "target", 2020), (6, "target", 2020)],
    ),
    (  # a line that ends in what only a number follows
        "政府工作报告\n——2012年1月12日在松泉县第七届人民代表大会上\n一、工作回顾\n2011年，规模以上工业增加值增长\n26.8％。",
        [(26.8, "actual", 2011)],
    ),
    (  # what stands before the aim is no aim and not of its year
        "松泉县电子玻纤产业崛起\n2021年11月9日\n全县电子玻纤产业产值突破80亿元，力争到2025年达300亿元。",
        [(80, "actual", 2021), (300, "target", 2025)],
    ),
    (  # what a street office will do holds behind the semicolon
        "松泉街道2020年工作情况\n2020年，税收收入12亿元。2021年，街道将力争规上工业总产值突破200亿元；税收收入达13亿元。",
        [(12, "actual", 2020), (200, "target", 2021), (13, "target", 2021)],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_whole_texts(words: str, expected: list[tuple[float, str, int]]) -> None:
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert [(o.value, o.kind, o.year) for o in found] == expected


def test_the_prefecture_above_a_city_or_banner_is_no_figure_of_it() -> None:
    words = (
        "松泉市新能源产业发展\n2023年8月25日\n"
        "今年1—7月，全盟新能源产业完成产值143亿元，同比增长27%。全市完成工业投资20亿元。"
    )
    text = analyse(Article("a.txt", words), load_lexicon())
    scene = Scene(text, (), Ref("Region", "152502"), {"152502": ("152500", "150000")})
    found, _ = find_observations(scene, load_lexicon())
    assert [o.place.key for o in found] == ["152500", "152500", "152502"]


@pytest.mark.parametrize(
    ("opening", "part"),
    [("松泉港船来船往。建成以来，今年一季度货邮吞吐量3万吨", ""), ("今年一季度，货邮吞吐量3万吨", "(一季度)")],
)
def test_the_part_of_a_year_holds_in_the_next_paragraph_where_the_first_opens_with_it(opening: str, part: str) -> None:
    words = f"松泉县新貌\n2023年4月21日\n松泉县产业兴旺。\n{opening}。\n全县固定资产投资20亿元。"
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert [o.indicator for o in found if o.value == 20] == [f"固定资产投资{part}"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("白鹭农场2021年工作总结\n粮食总产量达到52万吨。", 0),
        ("白鹭农场2021年工作总结\n全县粮食总产量达到52万吨。", 1),
        ("松泉县2021年工作总结\n粮食总产量达到52万吨。", 1),
    ],
)
def test_the_figures_of_a_body_are_its_own(words: str, count: int) -> None:
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert len(found) == count


def test_months_that_no_figure_is_of_are_not_those_of_the_text() -> None:
    words = "整改情况\n2022年10月8日\n2022年4月至5月，督察组对本地开展了例行督察工作。\n优良天数254天。"
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert [o.indicator for o in found] == ["空气质量优良天数"]


def test_what_a_company_pays_is_no_figure_of_the_place() -> None:
    words = "关于我们\n2022年6月1日\n公司主导产品有石墨。2020年实现销售收入3亿元，上缴税金2100万元。"
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert found == []


def test_below_the_heading_of_a_place_figures_without_one_are_its_own() -> None:
    words = (
        "白鹭五县经济怎么样\n2024年4月28日\n松泉：总量领跑\n一季度，固定资产投资增长8.6%。\n"
        "石桥：转型提速\n工业投资增长6%。\n补短板：民生改善\n财政收入增长4%。"
    )
    text = analyse(Article("a.txt", words), load_lexicon())
    places = []
    for name, code in (("松泉", "松泉县"), ("石桥", "石桥县")):
        start = text.clean.index(name)
        places.append(Mention(start, start + 2, "Region", code, "gazetteer", 1.0))
    parents: dict[str, tuple[str, ...]] = {"松泉县": ("白鹭市",), "石桥县": ("白鹭市",)}
    scene = Scene(text, tuple(places), Ref("Region", "白鹭市"), parents)
    found, _ = find_observations(scene, load_lexicon())
    assert [o.place and o.place.key for o in found] == ["松泉县", "石桥县", "白鹭市"]


def test_aims_of_the_city_that_news_of_a_zone_have_named_are_the_citys() -> None:
    words = (
        "松泉经开区建设忙\n2023年7月21日\n"
        "松泉市完成固定资产投资60亿元。全年力争财政收入突破20亿元。园区工业产值增长9%。"
    )
    text = analyse(Article("a.txt", words), load_lexicon())
    at = text.clean.index("松泉市")
    city = Mention(at, at + 3, "Region", "松泉市", "region:full", 0.9)
    found, _ = find_observations(Scene(text, (city,), Ref("Zone", "松泉经开区")), load_lexicon())
    assert [(o.value, o.place and o.place.key) for o in found] == [(60, "松泉市"), (20, "松泉市"), (9, "松泉经开区")]


def test_the_title_of_a_half_year_names_the_next_half_for_its_plans_only() -> None:
    words = "松泉镇2018年上半年工作总结及下半年工作安排\n财政总收入完成12亿元。\n接待游客108万人次。"
    text = analyse(Article("a.txt", words), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉镇")), load_lexicon())
    assert [o.indicator for o in found] == ["财政总收入(上半年)", "接待游客(上半年)"]


def test_the_part_of_a_year_in_which_a_work_begins_is_not_that_of_an_aim() -> None:
    words = (
        "松泉县人民政府工作报告\n——2024年1月28日在松泉县第八届人民代表大会第三次会议上\n一、2023年工作回顾\n收入增长。\n"
        "二、2024年工作安排\n推动甲辰屠宰厂上半年投产，新建高标准农田15万亩。上半年，新增就业2万人。"
    )
    text = analyse(Article("a.txt", words), load_lexicon())
    at = text.clean.index("甲辰屠宰厂")
    work = Mention(at, at + 5, "Project", "甲辰屠宰厂", "project:before_head_named", 0.9)
    found, _ = find_observations(Scene(text, (work,), Ref("Region", "松泉县")), load_lexicon())
    assert [o.indicator for o in found if o.kind == "target"] == ["新建高标准农田", "新增就业(上半年)"]


def test_what_news_say_will_be_newly_begun_is_an_aim() -> None:
    text = analyse(Article("a.txt", "松泉县加快建设\n2023年4月8日\n二季度将新开工项目5个、竣工3个。"), load_lexicon())
    found, _ = find_observations(Scene(text, (), Ref("Region", "松泉县")), load_lexicon())
    assert [(o.indicator, o.kind) for o in found] == [("新开工项目(二季度)", "target"), ("竣工项目(二季度)", "target")]


def test_news_below_a_line_with_their_month_are_of_its_year() -> None:
    text = analyse(
        Article("a.txt", "松泉县发展成就\n2016年8月 松泉日报\n到2020年，生产总值达到90亿元。"), load_lexicon()
    )
    assert text.document.year == 2016


def test_a_month_later_than_the_news_is_to_come_wherever_its_clause_names_it() -> None:
    words = "松泉镇建设提速\n2023年4月8日\n甲辰老街改造5月启动，乙午水厂3月启动。"
    text = analyse(Article("a.txt", words), load_lexicon())
    at = text.clean.index("甲辰")
    clauses = (Span(at, at + 10), Span(at + 11, at + 19))
    assert [month_to_come(text, clause) for clause in clauses] == [True, False]
