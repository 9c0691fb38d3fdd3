"""Headline statistics: the table of cases, places, offsets, refusals."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest

from kg.ontology import load_lexicon
from kg.relate.figures import FigureReader
from kg.relate.indicators import Indicators
from kg.relate.observations import find_observations
from kg.types import Observation, Ref, Time
from tests.relate.values import value_scene


def _cases(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()[2:]
    return [line.split("\t") for line in lines if not line.startswith("#")]


CASES, NEWS_CASES = _cases("observations.tsv"), _cases("observations_news.tsv")


def shown(o: Observation) -> str:
    return f"{o.indicator} {o.value:g} {o.unit} {o.measure} {o.kind} {o.year}"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases(text: str, expected: str) -> None:
    found, _ = find_observations(value_scene(text), load_lexicon())
    assert "; ".join(shown(o) for o in found) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("text", "expected"), NEWS_CASES)
def test_cases_of_news(text: str, expected: str) -> None:
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert "; ".join(shown(o) for o in found) == ("" if expected == "-" else expected)


def test_news_of_january_tell_of_the_year_before() -> None:
    made = value_scene("2022年末，贷款余额86亿元。⏎存款余额92亿元。目前上市公司达到8家。⏎班列全年开行512列。", "news")
    document = dataclasses.replace(made.text.document, published="2023-01-09", month=1)
    dated = dataclasses.replace(made, text=dataclasses.replace(made.text, document=document))
    found, _ = find_observations(dated, load_lexicon())
    assert [o.year for o in found] == [2022, 2022, 2023, 2022]
    autumn = dataclasses.replace(document, published="2023-09-09", month=9)
    dated = dataclasses.replace(made, text=dataclasses.replace(made.text, document=autumn))
    found, _ = find_observations(dated, load_lexicon())
    assert [o.year for o in found] == [2022, 2023, 2023, 2023]


def test_the_whole_year_of_a_title_is_no_year_before_it() -> None:
    made = value_scene("1月31日，统计局发布数据。全年贷款余额86亿元。⏎存款余额92亿元。", "news")
    document = dataclasses.replace(made.text.document, published="2024-02-03", month=2)
    found, _ = find_observations(
        dataclasses.replace(made, text=dataclasses.replace(made.text, document=document)), load_lexicon()
    )
    assert [o.year for o in found] == [2023, 2023]


def test_a_portrait_without_a_date_goes_on_with_last_year() -> None:
    made = value_scene("截至2022年底，果园面积1.8万亩。⏎茶园面积18.6万亩。⏎目前药材面积2万亩。", "other")
    found, _ = find_observations(made, load_lexicon())
    assert [o.year for o in found] == [2022, 2022, 2023]
    made = value_scene("土豆产量比2022年增长8%。⏎茶园面积18.6万亩。", "other")
    found, _ = find_observations(made, load_lexicon())
    assert [o.year for o in found] == [2023, 2023]


def test_since_a_plan_began_is_until_now() -> None:
    made = value_scene("“十四五”以来，小学入学率达到99.9%，巩固率达到98.6%。", "other")
    times = (Time(0, 5, 2021, 2025),)
    made = dataclasses.replace(made, text=dataclasses.replace(made.text, times=times))
    found, _ = find_observations(made, load_lexicon())
    assert [(o.year, o.kind) for o in found] == [(2023, "actual"), (2023, "actual")]


def test_the_title_of_an_item_names_its_place() -> None:
    made = value_scene("[清河县]R小龙虾出口⏎上半年[清河县]R出口小龙虾1896吨。", "news")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.value) for o in found] == [("清河县", 1896.0)]


def test_the_span_is_the_figure() -> None:
    made = value_scene("全年一般公共预算收入32.5亿元，增长6.8%以上。")
    found, _ = find_observations(made, load_lexicon())
    assert [made.text.clean[o.start : o.end] for o in found] == ["32.5亿元", "6.8%"]


def test_a_zone_in_front_is_the_place() -> None:
    found, _ = find_observations(value_scene("[云岭高新区]Z营业收入增长9.7%。"), load_lexicon())
    assert [(o.place, o.indicator) for o in found] == [(Ref("Zone", "云岭高新区"), "营业收入")]


def test_without_a_place_it_is_the_documents_own() -> None:
    found, _ = find_observations(value_scene("固定资产投资增长9.7%。"), load_lexicon())
    assert found[0].place == Ref("Region", "云岭市")


def test_what_is_refused_has_a_reason() -> None:
    found, refused = find_observations(value_scene("[电子玻璃基地]P完成投资3.2亿元。"), load_lexicon())
    assert not found
    assert [r.reason for r in refused] == ["low_confidence"]


def test_a_fact_is_stated_once() -> None:
    found, _ = find_observations(value_scene("地区生产总值增长6.1%。地区生产总值增长6.1%。"), load_lexicon())
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("地区生产总值[2]达到320亿元", ["320亿元"]),
        ("自然增长率为-0.21‰", ["-0.21‰"]),
        ("1-7月增长3%", ["3%"]),
        ("编号A-12", []),
    ],
)
def test_figures(text: str, shown: list[str]) -> None:
    found = FigureReader(load_lexicon()).find(text, 0, len(text))
    assert [text[f.start : f.end] for f in found] == shown


def test_spans_of_shares_and_of_negative_figures() -> None:
    made = value_scene("三次产业结构为9:47:44，人口自然增长率为-0.21‰。")
    found, _ = find_observations(made, load_lexicon())
    assert [made.text.clean[o.start : o.end] for o in found] == ["9", "47", "44", "-0.21‰"]


def test_a_change_over_a_period_starts_from_the_year_before_it() -> None:
    made = value_scene("五年来，城镇化率由48%提高到56%。")
    text = dataclasses.replace(made.text, times=(Time(0, 3, 2019, 2023),))
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert [(o.value, o.year) for o in found] == [(48.0, 2018), (56.0, 2023)]


def test_a_change_between_named_years_starts_from_the_first() -> None:
    made = value_scene("2013年至2023年，城镇化率由48%提高到56%。")
    text = dataclasses.replace(made.text, times=(Time(0, 11, 2013, 2023),))
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert [(o.value, o.year) for o in found] == [(48.0, 2013), (56.0, 2023)]


def test_a_bank_has_figures_of_its_own() -> None:
    found, _ = find_observations(
        value_scene("截至2023年末，[云岭农商银行]E各项存款余额312亿元；贷款余额236亿元。", "news"), load_lexicon()
    )
    assert not found


def test_places_go_on_with_the_indicator() -> None:
    made = value_scene("[松泉县]R生产总值突破90亿元，[清河县]R、[平岭县]R分别达到80亿元、70亿元。")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.indicator, o.value) for o in found] == [
        ("松泉县", "地区生产总值", 90.0),
        ("清河县", "地区生产总值", 80.0),
        ("平岭县", "地区生产总值", 70.0),
    ]


def test_what_news_say_is_to_be_ensured_is_an_aim() -> None:
    found, _ = find_observations(value_scene("会议要求，要确保工业增加值增长9%，投资增长7%。", "news"), load_lexicon())
    assert {o.kind for o in found} == {"target"}


def test_what_a_plan_lists_is_an_aim() -> None:
    made = value_scene("全年产业投资增长7%。", "other")
    document = dataclasses.replace(made.text.document, title="云岭市2024年工作要点")
    sentence = dataclasses.replace(made.text.sentences[0], modality="planned", year=2024)
    text = dataclasses.replace(made.text, document=document, sentences=(sentence,))
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert [(o.kind, o.year) for o in found] == [("target", 2024)]


@pytest.mark.parametrize(("words", "kind"), [("", "target"), ("预计", "actual")])
def test_only_an_estimate_that_has_grown_was_reached(words: str, kind: str) -> None:
    made = value_scene(f"加强对银行的考核，全年{words}新增贷款30亿元，较上年增长35%。")
    sentence = dataclasses.replace(made.text.sentences[0], modality="planned", year=2024)
    text = dataclasses.replace(made.text, sentences=(sentence,))
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert found[0].kind == kind


def test_news_of_a_plan_tell_what_was_reached() -> None:
    made = value_scene("一季度工业投资增长8%，力争商贸更旺。旅游回暖。农业平稳。", "news")
    document = dataclasses.replace(made.text.document, title="云岭市公布产业发展行动计划")
    text = dataclasses.replace(made.text, document=document)
    found, _ = find_observations(dataclasses.replace(made, text=text), load_lexicon())
    assert [(o.indicator, o.kind) for o in found] == [("工业投资(一季度)", "actual")]


def test_news_go_on_about_a_place_beyond_a_semicolon() -> None:
    made = value_scene("[云岭高新区]Z规上工业产值增长9%；固定资产投资增长8%；全市固定资产投资增长5%。", "news")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.value) for o in found] == [("云岭高新区", 9.0), ("云岭高新区", 8.0), ("云岭市", 5.0)]


def test_news_do_not_say_when_a_change_began() -> None:
    found, _ = find_observations(value_scene("城镇化率由48%提高到56%。", "news"), load_lexicon())
    assert [(o.value, o.year) for o in found] == [(56.0, 2023)]


def test_a_place_at_the_start_of_a_name_is_not_the_place_of_the_figures() -> None:
    found, _ = find_observations(
        value_scene("[[南岭省]R光电研究院]O在研课题62项，新增科技型中小企业310户。"), load_lexicon()
    )
    assert [o.place for o in found if o.value == 310] == [Ref("Region", "云岭市")]


def test_a_zone_does_not_call_itself_by_name() -> None:
    made = dataclasses.replace(
        value_scene("新区完成地区生产总值268亿元，园区现有规上工业企业46家。"), home=Ref("Zone", "临海新区")
    )
    found, _ = find_observations(made, load_lexicon())
    assert [o.indicator for o in found] == ["地区生产总值", "规上工业企业数"]


def test_what_one_ceremony_signed_is_no_figure_of_the_year() -> None:
    ceremony = "[云岭市一季度集中签约仪式]V举行，"
    found, _ = find_observations(value_scene(f"{ceremony}28个项目签约，总投资186亿元。", "news"), load_lexicon())
    assert not found
    year = value_scene(f"{ceremony}今年以来全市引进项目28个，总投资186亿元。", "news")
    found, _ = find_observations(year, load_lexicon())
    assert [o.value for o in found] == [186.0]


def test_a_company_is_spoken_of_beyond_a_semicolon() -> None:
    found, _ = find_observations(value_scene("该公司产值8亿元；研发投入2亿元，增长8%。", "news"), load_lexicon())
    assert not found


def test_an_income_is_that_of_the_place_before() -> None:
    made = value_scene("[松泉县]R一般公共预算收入12亿元，增长8%；[清河县]R收入9亿元。")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.indicator, o.value) for o in found] == [
        ("松泉县", "地方一般公共预算收入", 12.0),
        ("松泉县", "地方一般公共预算收入", 8.0),
        ("清河县", "地方一般公共预算收入", 9.0),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[松泉经开区]Z作为主阵地，上半年实现税收收入8亿元。", "松泉经开区"),
        ("[松泉经开区]Z民营企业众多，上半年实现税收收入8亿元。", "云岭市"),
        ("[松泉经开区]Z作为主阵地，上半年全市实现税收收入8亿元。", "云岭市"),
    ],
)
def test_a_sentence_of_news_is_about_the_place_that_begins_it(text: str, place: str) -> None:
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.place.key for o in found] == [place]


def test_places_in_a_row_go_on_with_their_growth() -> None:
    made = value_scene("[松泉县]R、[清河县]R进出口分别为52亿元和38亿元，同比分别增长6.2%和1.7%。")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.measure, o.value) for o in found] == [
        ("松泉县", "level", 52.0),
        ("清河县", "level", 38.0),
        ("松泉县", "growth", 6.2),
        ("清河县", "growth", 1.7),
    ]


def test_places_that_pass_one_mark_each_have_it() -> None:
    made = value_scene("[松泉县]R、[清河县]R生产总值双双突破500亿元，分别增长6.2%和1.7%。")
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.value) for o in found] == [
        ("松泉县", 500.0),
        ("清河县", 500.0),
        ("松泉县", 6.2),
        ("清河县", 1.7),
    ]


@pytest.mark.parametrize(("words", "values"), [("完成旅客吞吐量26万人次", [26.0]), ("完成投资3.1亿元", [])])
def test_the_traffic_of_an_airport_is_the_places_what_it_costs_is_not(words: str, values: list[float]) -> None:
    found, _ = find_observations(value_scene(f"[云岭机场]P{words}。"), load_lexicon())
    assert [o.value for o in found] == values


def test_what_a_whole_fair_was_worth_is_no_figure_of_the_place() -> None:
    fair = "本届博览会意向成交额784亿元，"
    found, _ = find_observations(value_scene(f"{fair}增长6.7%。", "news"), load_lexicon())
    assert not found
    found, _ = find_observations(value_scene(f"{fair}我市税收12亿元。", "news"), load_lexicon())
    assert [o.value for o in found] == [12.0]


def test_a_share_of_the_own_place_is_a_statistic() -> None:
    text = "对欧盟进出口86亿元，占全市进出口总额的42%，占全省进出口总额的2%。"
    made = dataclasses.replace(value_scene(text), home=Ref("Region", "云岭市"))
    found, _ = find_observations(made, load_lexicon())
    assert [o.value for o in found] == [86.0, 42.0]


def test_a_paragraph_of_news_goes_on_about_a_company() -> None:
    text = "4月27日晚间，[云岭风电公司]E发布年报。报告期内，公司营业收入86亿元。研发投入3亿元。⏎全市研发投入6亿元。"
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.value for o in found] == [6.0]


def test_a_paragraph_of_news_goes_on_about_a_zone() -> None:
    text = (
        "[云岭经开新区]Z是产业基地。1至10月，新区技改投资3亿元。去年，园区完成工业总产值86亿元，财政总收入7亿元。"
        "⏎园区完成工业总产值9亿元。⏎[青塘产业园]Z开工。⏎园区完成工业总产值8亿元。"
    )
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [(o.place.key, o.indicator, o.value) for o in found] == [
        ("云岭经开新区", "技改投资(1-10月)", 3.0),
        ("云岭经开新区", "工业总产值", 86.0),
        ("云岭经开新区", "财政总收入", 7.0),
        ("云岭经开新区", "工业总产值", 9.0),  # the only zone so far
    ]


def test_a_paragraph_of_news_goes_on_with_the_year() -> None:
    text = "2021年，云岭市进出口总额86亿元。工业投资增长8%。目前技改投资增长9%。⏎税收收入增长3%。"
    found, _ = find_observations(value_scene(text, "news"), load_lexicon())
    assert [o.year for o in found] == [2021, 2021, 2023, 2023]


@pytest.mark.parametrize(
    "words", ["投资增长7.8%，产值完成126亿元、增长9%，", "1.2、3.4、", "园区完成投资5亿元，每个项目"]
)
def test_an_endless_sentence_is_read_in_linear_time(words: str) -> None:
    made = value_scene((words * (20_000 // len(words) + 1))[:20_000] + "。")
    start = time.process_time()
    find_observations(made, load_lexicon())
    assert time.process_time() - start < 6  # a tenth of it on a machine with nothing else to do


@pytest.mark.parametrize(
    ("words", "times"),
    [(w, 24) for w in ("预期目标", "预计安排", "的同比", "同口径", "超过", "达到", "保持在")]
    + [(w, 4000) for w in ("双双", "签约仪式上", "预期目标", "共共")],
)
def test_words_that_are_two_others_are_not_cut_in_every_way(words: str, times: int) -> None:
    """A row of twenty-four was cut in 2 to the power of 24 ways before the name was given up."""
    made = value_scene(f"全市固定资产投资{words * times}事12亿元，投资{words * times}，同比增长9%。")
    start = time.process_time()
    find_observations(made, load_lexicon())
    assert time.process_time() - start < 2


def test_a_row_of_bases_names_no_indicator_and_is_not_cut_in_every_way() -> None:
    names = Indicators(load_lexicon())
    start = time.process_time()
    assert names.elided("按可比口径")
    assert not names.elided("按可比口径" * 24 + "事")
    assert time.process_time() - start < 2


def test_a_paragraph_of_the_news_is_about_the_county_that_it_names() -> None:
    made = value_scene(
        "秋收结束，[清河县]R交出答卷：全县粮食总产54万吨。农作物机械化率达85%。⏎贷款余额86亿元。", "news"
    )
    made = dataclasses.replace(made, parents={"清河县": ("云岭市",)})
    found, _ = find_observations(made, load_lexicon())
    assert [o.place.key for o in found] == ["清河县", "清河县", "云岭市"]


def test_a_paragraph_of_a_town_s_news_goes_on_about_the_county_above() -> None:
    made = value_scene("放眼[清河县]R，全县农业总产值93亿元，增长6%；粮食产量8万吨。⏎存款余额9亿元。", "news")
    made = dataclasses.replace(made, home=Ref("Region", "白石镇"), parents={"白石镇": ("清河县",)})
    found, _ = find_observations(made, load_lexicon())
    assert [o.place.key for o in found] == ["清河县", "清河县", "清河县", "白石镇"]


def test_in_news_of_a_zone_the_whole_city_is_the_one_that_the_paragraph_names() -> None:
    made = value_scene("[清河市]R签约项目46个。全市地区生产总值498亿元，增长6.8%。⏎全市出口总额9亿元。", "news")
    made = dataclasses.replace(made, home=Ref("Zone", "云岭新区"))
    found, _ = find_observations(made, load_lexicon())
    assert [o.place.key for o in found if o.indicator == "地区生产总值"] == ["清河市", "清河市"]
    assert "出口总额" not in [o.indicator for o in found]


@pytest.mark.parametrize("end", ["。", "⏎"])
def test_a_place_that_heads_a_paragraph_of_the_news_is_that_of_its_figures(end: str) -> None:
    made = value_scene(
        f"[清河县]R{end}一季度地区生产总值98亿元，增速居全市第二。出口总额9亿元。⏎全市贷款余额86亿元。", "news"
    )
    made = dataclasses.replace(made, parents={"清河县": ("云岭市",)})
    found, _ = find_observations(made, load_lexicon())
    assert [o.place.key for o in found] == ["清河县", "清河县", "云岭市"]


def test_the_park_of_a_portrait_is_the_one_zone_that_it_names() -> None:
    made = value_scene("[青塘产业园]Z简介⏎2022年，园区完成产值318亿元，税收5亿元。⏎全市出口总额9亿元。", "news")
    found, _ = find_observations(made, load_lexicon())
    assert [o.place.key for o in found] == ["青塘产业园", "青塘产业园", "云岭市"]


def test_bare_output_in_the_text_of_a_zone_is_the_zone_s_where_no_firm_stands_before() -> None:
    made = value_scene("力争开发区主营业务收入达到90亿元。⏎[明澈玻璃]E进驻开发区，营业收入达到8亿元。", "news")
    made = dataclasses.replace(made, home=Ref("Zone", "云岭开发区"))
    found, _ = find_observations(made, load_lexicon())
    assert [(o.place.key, o.value) for o in found] == [("云岭开发区", 90)]


def test_items_of_a_page_have_a_time_of_their_own() -> None:
    made = value_scene(
        "本报讯（记者 甲）前三季度，固定资产投资增长6%。⏎某地签约⏎本报讯（记者 乙）贷款余额86亿元。", "news"
    )
    found, _ = find_observations(made, load_lexicon())
    assert [o.indicator for o in found] == ["固定资产投资(前三季度)", "贷款余额"]


@pytest.mark.parametrize(("month", "years"), [(9, [2022, 2023]), (3, [2022, 2022]), (None, [2022, 2022])])
def test_the_month_of_news_tells_whether_last_year_still_holds(month: int | None, years: list[int]) -> None:
    made = value_scene("2022年末，贷款余额86亿元。⏎存款余额92亿元。", "news", month)
    found, _ = find_observations(made, load_lexicon())
    assert [o.year for o in found] == years


def test_last_year_holds_only_where_it_opens_a_clause() -> None:
    made = value_scene("云岭产业园2022年被列入试点名单。⏎存款余额92亿元。", "news")
    found, _ = find_observations(made, load_lexicon())
    assert [o.year for o in found] == [2023]


def test_a_clause_without_a_subject_is_of_the_zone_that_begins_a_sentence_of_a_report() -> None:
    text = "[松泉新区]Z获批国家级新区，完成生产总值60亿元，增长20%。[松泉新区]Z建设加快，全市完成固定资产投资70亿元。"
    found, _ = find_observations(value_scene(text), load_lexicon())
    assert [o.place.key for o in found] == ["松泉新区", "松泉新区", "云岭市"]
