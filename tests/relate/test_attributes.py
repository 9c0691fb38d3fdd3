"""Attributes: the table of cases, years of statuses, spans, refusals, news."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

import kg.relate
from kg.ontology import load_lexicon
from kg.relate.attributes import find_attributes
from kg.relate.clauses import confidences
from kg.relate.status_lists import clauses
from kg.text import analyse
from kg.types import Article, Attribute, Mention, Ref, Scene, Span
from tests.relate.scenes import scene
from tests.relate.values import value_scene


def cases(name: str) -> list[list[str]]:
    """The lines of a table of cases: text, what must be found."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()[2:]
    return [line.split("\t") for line in lines if not line.startswith("# ")]


def shown(a: Attribute) -> str:
    return f"{a.entity.key} {a.property} {a.value}"


@pytest.mark.parametrize(("text", "expected"), cases("attributes.tsv"))
def test_cases(text: str, expected: str) -> None:
    found, _ = find_attributes(value_scene(text), load_lexicon())
    assert sorted(shown(a) for a in found) == sorted([] if expected == "-" else expected.split("; "))


@pytest.mark.parametrize(("text", "expected"), cases("attributes_news.tsv"))
def test_cases_of_the_news(text: str, expected: str) -> None:
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert sorted(shown(a) for a in found) == sorted([] if expected == "-" else expected.split("; "))


def test_a_cell_of_a_row_tells_how_much_a_work_makes() -> None:
    made = value_scene("[松泉液化项目]P¦松泉公司¦日处理煤层气50万立方米¦42000")
    made = dataclasses.replace(made, text=dataclasses.replace(made.text, clean=made.text.clean.replace("¦", "|")))
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["松泉液化项目 capacity 日处理煤层气50万立方米"]


def test_each_rule_has_a_share_of_right_facts() -> None:
    source = "".join(p.read_text("utf-8") for p in sorted(Path(kg.relate.__file__).parent.glob("*.py")))
    named = set(re.findall(r'"((?:status|area|capacity|investment|year|definition)\.[a-z]+)"', source))
    named |= {f"status.{rule}" for rule in re.findall(r'_made\([^"\n]+"([a-z]+)"', source)}
    named |= {f"{prop}.{rule}" for prop in ("area", "investment") for rule in ("nearest", "each")} | {"area.name"}
    known = {rule for rule in confidences(load_lexicon()) if "." in rule}
    assert known == named
    assert all(0.5 < confidences(load_lexicon())[rule] < 1 for rule in known)


def test_what_is_said_is_as_sure_as_the_rule_that_read_it() -> None:
    made = value_scene("[电子玻璃基地]P竣工。将做好[松泉大桥]P建设。全力办好[玻璃博览会]V，[松泉大道]P建设。")
    found, _ = find_attributes(made, load_lexicon())
    shares = confidences(load_lexicon())
    assert [a.confidence for a in found] == [shares[a.rule] for a in found]
    assert shares["status.weak"] < shares["status.after"]


def test_each_status_has_its_year() -> None:
    made = value_scene("2021年[电子玻璃基地]P开工。[电子玻璃基地]P竣工。力争[电子玻璃基地]P投产。")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found] == [("started", 2021), ("completed", 2023), ("building", 2024)]


def test_what_is_under_way_by_now_is_not_of_the_year_in_which_it_began() -> None:
    made = value_scene("[松泉大道]P于2020年9月开工，目前桥梁下部结构完工。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found] == [("started", 2020), ("building", 2023)]


def test_what_comes_later_dates_nothing_that_is_done() -> None:
    found, _ = find_attributes(value_scene("[松泉站]P主体封顶，2025年可通车运营。"), load_lexicon())
    assert [(a.value, a.year) for a in found] == [("building", 2023)]


def test_a_work_goes_on_from_the_year_in_which_it_began() -> None:
    made = value_scene("[松泉港支线]P全长9公里。项目自2018年12月动工，2020年6月全线贯通。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found if a.property == "status"] == [("started", 2018), ("completed", 2020)]


def test_what_is_to_come_stands_at_the_end_of_a_sentence_of_the_review() -> None:
    text = "产值增长8%。[渔港码头]P工程基本完成，力争2024年6月全面竣工。[制冰厂]P试运营。"
    made = value_scene(text)
    start = made.text.clean.index("力争")
    said = [
        dataclasses.replace(s, aside=Span(start, s.end)) if s.start < start < s.end else s for s in made.text.sentences
    ]
    made = dataclasses.replace(made, text=dataclasses.replace(made.text, sentences=tuple(said)))
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found] == [("completed", 2023), ("building", 2024), ("operating", 2023)]
    found, _ = find_attributes(value_scene(text.replace("基本完成，", "")), load_lexicon())
    assert [(a.value, a.year) for a in found] == [("building", 2024), ("operating", 2023)]


def test_a_plan_tells_what_began_before_its_year() -> None:
    made = value_scene("力争[医院扩建]P竣工，[医院扩建]P2021年9月开工。", kind="other")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found] == [("building", 2024), ("started", 2021)]


def test_the_span_is_the_values_own_words() -> None:
    made = value_scene("[电子玻璃基地]P总投资20亿元，占地300亩，正在加快建设。")
    found, _ = find_attributes(made, load_lexicon())
    words = {a.property: made.text.clean[a.start : a.end] for a in found}
    assert words == {"investment": "20亿元", "area": "300亩", "status": "加快建设"}


def test_amounts_are_numbers_in_base_units() -> None:
    found, _ = find_attributes(value_scene("[电子玻璃基地]P总投资10.2亿元。"), load_lexicon())
    assert [(a.number, a.unit) for a in found] == [(1_020_000_000, "CNY")]


def test_news_of_today_and_of_tomorrow_in_one_sentence() -> None:
    made = value_scene("[药谷一期]P顺利竣工，[药谷二期]P有望于年内开工。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["药谷一期 status completed", "药谷二期 status planned"]


def test_an_amount_without_an_owner_is_refused_with_a_reason() -> None:
    found, refused = find_attributes(value_scene("全市31个项目总投资86亿元。"), load_lexicon())
    assert not found
    assert [(r.what, r.reason) for r in refused] == [("investment 86亿元", "no_entity")]


def test_what_was_announced_as_a_number_is_said_of_the_projects_listed() -> None:
    made = value_scene("全市集中开工31个重大项目。其中，[电子玻璃基地]P、[云岭冷链园]P受到关注。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["云岭冷链园 status started", "电子玻璃基地 status started"]


def test_the_name_of_a_plan_is_no_stage() -> None:
    found, _ = find_attributes(value_scene("[松泉大桥]P列入《云岭市综合交通建设规划》。"), load_lexicon())
    assert not found


def test_a_year_has_the_span_of_its_own_words() -> None:
    made = value_scene("2021年举办[玻璃博览会]V。")
    found, _ = find_attributes(made, load_lexicon())
    assert [made.text.clean[a.start : a.end] for a in found] == ["2021年"]


def test_a_ceremony_in_the_news_says_how_far_its_project_is() -> None:
    made = value_scene("[云松高速项目]P总投资9亿元。[云松高速项目开工仪式]V昨天举行。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found if a.property == "status"] == ["云松高速项目 status started"]


def test_a_ceremony_without_a_project_of_that_name_says_nothing() -> None:
    made = value_scene("[云松高速项目]P总投资9亿元。[重大项目集中开工仪式]V昨天举行。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert not [a for a in found if a.property == "status"]


def test_what_an_agreement_in_the_news_will_build_is_signed() -> None:
    made = value_scene("[明澈玻璃]E签订协议，投资20亿元建设[电子玻璃基地]P。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found if a.property == "status"] == ["电子玻璃基地 status signed"]


def test_news_goes_on_about_its_project() -> None:
    made = value_scene(
        "[电子玻璃基地]P由[明澈玻璃]E投资建设。该项目于2021年签约，一期已建成投产。项目负责人介绍，将加快建设。",
        kind="news",
    )
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found if a.property == "status"] == [("signed", 2021), ("building", 2023)]


def test_news_on_a_ceremony_gives_it_the_total() -> None:
    made = value_scene(
        "[重大项目集中签约仪式]V昨天举行。现场签约项目18个，总投资96亿元，其中一期投资20亿元。", kind="news"
    )
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found if a.property == "investment"] == ["重大项目集中签约仪式 investment 9600000000"]


def test_news_on_a_ceremony_gives_it_the_total_of_a_list() -> None:
    made = value_scene(
        "[项目签约仪式]V昨天举行。会上，[甲电池]P、[乙食品]P等16个项目成功签约，签约总金额达5.8亿元。", kind="news"
    )
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found if a.property == "investment"] == ["项目签约仪式 investment 580000000"]


def test_a_label_gives_planned_projects_their_stage() -> None:
    made = value_scene("将推进项目建设，新开工项目：[电子玻璃基地]P、[云岭大道]P。")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["云岭大道 status planned", "电子玻璃基地 status planned"]


def test_a_plan_that_is_no_report_gives_the_stages_of_plans() -> None:
    made = value_scene("将新建[云岭机场]P。将启动[氢能产业园]P建设。", kind="other")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["云岭机场 status planned", "氢能产业园 status planned"]


def test_a_year_to_come_is_a_plan_and_the_head_word_stands_for_the_name() -> None:
    made = value_scene("[松泉大桥]P总投资9亿元。大桥于2021年动工，2026年通车。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found if a.property == "status"] == [("started", 2021), ("building", 2026)]


def test_the_cells_of_a_table_are_no_clause_together() -> None:
    row = "供水保障 | 其他水利建设 | 300"
    assert [row[c.start : c.end] for c in clauses(row, 0, len(row))] == ["供水保障 ", " 其他水利建设 ", " 300"]


def test_what_a_project_in_the_news_consists_of_has_no_stage_by_that() -> None:
    made = value_scene("[光伏全产业链]P计划投资30亿元，建设[电池片生产线]P。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["光伏全产业链 investment 3000000000"]


def test_what_is_to_be_held_has_a_planned_year() -> None:
    made = value_scene("成功举办[第三届玻璃博览会]V。将举办[第四届玻璃博览会]V。")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.modality) for a in found] == [("2023", "done"), ("2024", "planned")]


def test_an_end_in_a_year_to_come_is_a_plan_also_in_the_review() -> None:
    made = value_scene("[光学膜生产线]P2022年开工，计划2024年底建成投产。")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year, a.modality) for a in found] == [("started", 2022, "done"), ("building", 2024, "planned")]


def test_the_end_of_what_is_still_to_begin_is_no_stage_in_the_news() -> None:
    made = value_scene("[光学膜生产线]P签约落户本市。该项目占地80亩，计划2023年9月开工，2024年底投产。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert {a.value for a in found if a.property == "status"} == {"signed", "planned"}


def test_a_late_sentence_on_this_project_means_the_one_that_was_named_last() -> None:
    filler = "当地锂电产业已有多年历史，产业工人来自全国各地。" * 16
    made = value_scene(
        f"[储能电池基地]P日前动工。{filler}公告显示，该项目用地面积300亩，建筑面积8万平方米。", kind="news"
    )
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found if a.property == "area"] == ["储能电池基地 area 200000", "储能电池基地 area 80000"]


def test_the_sums_of_a_ceremony_after_a_long_list_of_firms() -> None:
    firms = "[明澈玻璃]E、[天工电气]E、[和泰食品]E、[云帆数码]E"
    text = f"[三月项目集中开工仪式]V举行。此次集中开工的{firms}4个项目，投资金额合计9亿元，共计占地60亩。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    sums = [shown(a) for a in found if a.property in ("investment", "area")]
    assert sums == ["三月项目集中开工仪式 investment 900000000", "三月项目集中开工仪式 area 40000"]


def test_what_a_project_went_through_before_has_years_of_its_own() -> None:
    made = value_scene("2019年签约、2020年开工的[隔膜项目]P投产。")
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.value, a.year) for a in found] == [("signed", 2019), ("started", 2020), ("operating", 2023)]


def test_news_of_a_beginning_and_of_the_work_now() -> None:
    made = value_scene("[隔膜项目]P去年底动工，目前主体工程已完工。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["隔膜项目 status started", "隔膜项目 status building"]


def test_an_agreement_is_signed_though_its_project_is_still_to_settle() -> None:
    text = "[明澈玻璃]E与[松泉县]R签订投资协议，[隔膜项目]P将落户松泉县。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert [shown(a) for a in found] == ["隔膜项目 status signed"]


def test_the_year_of_a_signing_is_not_that_of_what_came_after() -> None:
    text = "去年签约的[电梯部件项目]P竣工投产，[精密铸造项目]P正在进行厂房装修。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert [(a.entity.key, a.value, a.year) for a in found] == [
        ("电梯部件项目", "signed", 2022),
        ("电梯部件项目", "operating", 2023),
        ("精密铸造项目", "building", 2023),
    ]


def test_a_total_is_not_of_the_year_in_which_the_work_is_to_end() -> None:
    text = "[智慧物流港]P总投资11亿元，计划2026年投入运营。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert [a.year for a in found if a.property == "investment"] == [2023]


def test_the_items_of_one_announcement() -> None:
    text = (
        "全区12个项目集中签约。其中，[药物基地]P总投资15亿元，用地150亩。[智慧物流港]P总投资11亿元，规划用地300亩。"
        "区长讲话。[预制菜加工]P总投资2亿元。"
    )
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    signed = {a.entity.key for a in found if a.property == "status" and a.value == "signed"}
    assert signed == {"药物基地", "智慧物流港"}


def test_a_project_on_whose_site_works_begin() -> None:
    for text in (
        "6月18日，全县重大项目集中开工活动在[零部件项目]P现场举行。",
        "全县16个项目集中开工。主会场设在[零部件项目]P现场。",
    ):
        found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
        assert [shown(a) for a in found] == ["零部件项目 status started"]
    found, _ = find_attributes(value_scene("观摩活动在[零部件项目]P现场举行。", kind="news"), load_lexicon())
    assert not found


def test_what_a_plan_of_a_year_lists_is_still_to_come() -> None:
    made = value_scene("#竣工项目⏎①[职教中心]P。", kind="other")
    document = dataclasses.replace(made.text.document, title="云岭县2023年重点项目计划安排意见")
    plan = dataclasses.replace(made, text=dataclasses.replace(made.text, document=document))
    for read, status in ((made, "completed"), (plan, "building")):
        found, _ = find_attributes(read, load_lexicon())
        assert [shown(a) for a in found] == [f"职教中心 status {status}"]


def test_what_is_still_to_begin_is_not_finished() -> None:
    made = value_scene("[算力中心]P计划2024年开工，当年投产。", kind="news")
    found, _ = find_attributes(made, load_lexicon())
    assert [shown(a) for a in found] == ["算力中心 status planned"]


def test_a_long_list_before_an_event_is_read_at_once() -> None:
    marked = f"在{'青川和松泉和' * 60}云岭的[玻璃博览会]V上，客商云集。"
    found, _ = find_attributes(value_scene(marked), load_lexicon())
    assert found == []


def test_the_year_of_another_clause_is_not_that_of_what_goes_on_now() -> None:
    text = "[隔膜项目]P已于2021年投产，[电芯三期]P正在设备调试。记者获悉，2022年底，[电芯四期]P开工。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert [(a.value, a.year) for a in found] == [("operating", 2021), ("building", 2023), ("started", 2022)]


def test_a_fact_of_the_news_is_done_whatever_the_sentence_foretells() -> None:
    text = "[隔膜项目]P从拿地到开工仅用60天，将于2023年12月投产。"
    found, _ = find_attributes(value_scene(text, kind="news"), load_lexicon())
    assert [(a.value, a.modality) for a in found] == [("started", "done"), ("building", "planned")]


@pytest.mark.parametrize("at", ["于", "", "项目于", "已于"])
def test_the_year_of_one_thing_is_not_that_of_the_next(at: str) -> None:
    made = value_scene(f"[明澈玻璃一期]P{at}2019年投产，[明澈玻璃二期]P正在建设。")
    sentence = dataclasses.replace(made.text.sentences[0], year=2019)
    made = dataclasses.replace(made, text=dataclasses.replace(made.text, sentences=(sentence,)))
    found, _ = find_attributes(made, load_lexicon())
    assert [(a.entity.key, a.value, a.year) for a in found] == [
        ("明澈玻璃一期", "operating", 2019),
        ("明澈玻璃二期", "building", 2023),
    ]


def test_a_heading_ends_what_was_spoken_of() -> None:
    made = value_scene("[城西水厂改造]P竣工。⏎二、在建项目⏎[云岭大桥]P建成通车。", "news")
    found, _ = find_attributes(made, load_lexicon())
    assert {(a.entity.key, a.value) for a in found} == {("城西水厂改造", "completed"), ("云岭大桥", "completed")}


def test_what_all_phases_make_is_the_capacity_of_the_whole() -> None:
    text = "[光电产业园]P开工。该项目分三期建设，[光电产业园一期]P投资12亿元，全部建成后年产光电板5万吨。"
    found, _ = find_attributes(value_scene(text, "news"), load_lexicon())
    assert [a.entity.key for a in found if a.property == "capacity"] == ["光电产业园"]


def in_news_of(published: str, words: str) -> list[Attribute]:
    """What news of a day say."""
    made = value_scene(words, kind="news")
    year, month = int(published[:4]), int(published[5:7])
    document = dataclasses.replace(made.text.document, published=published, year=year, month=month)
    scene = dataclasses.replace(made, text=dataclasses.replace(made.text, document=document))
    found, _ = find_attributes(scene, load_lexicon())
    return list(found)


@pytest.mark.parametrize(("published", "expected"), [("2023-07-28", "planned"), ("2023-11-02", "building")])
def test_a_month_behind_the_day_of_the_news_is_to_come(published: str, expected: str) -> None:
    assert [a.value for a in in_news_of(published, "[松泉食品加工项目一期]P今年10月建设。")] == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[云岭家居园]P土地摘牌，9月动工。", "planned"),
        ("[云岭家居园]P今年四季度开工。", "planned"),
        ("[云岭家居园]P去年土地摘牌，9月动工。", "started"),
        ("[云岭家居园]P3月动工。", "started"),
        ("[云岭家居园]P已于9月动工。", "started"),
    ],
)
def test_a_month_or_quarter_without_a_year_is_to_come_where_it_is_later_than_the_news(
    words: str, expected: str
) -> None:
    assert in_news_of("2023-07-28", words)[-1].value == expected


def attributes_of(words: str, *projects: str) -> list[Attribute]:
    """What a whole text says of projects that it names."""
    text = analyse(Article("a.txt", words), load_lexicon())
    starts = [text.clean.index(name) for name in projects]
    mentions = [Mention(at, at + len(n), "Project", n, "tagger", 1.0) for at, n in zip(starts, projects, strict=True)]
    found, _ = find_attributes(Scene(text, tuple(mentions), Ref("Region", "松泉县")), load_lexicon())
    return list(found)


def test_what_was_done_since_a_plan_of_five_years_began_is_over() -> None:
    words = "松泉县召开能源新闻发布会\n2022年6月29日\n“十四五”以来，建成投产云岭电厂；到“十四五”末，建成白鹭电站。\n"
    found = attributes_of(words, "云岭电厂", "白鹭电站")
    assert [(a.value, a.year) for a in found] == [("operating", 2022), ("planned", 2025)]


def test_the_year_in_the_name_of_one_event_is_not_that_of_the_others() -> None:
    words = (
        "政府工作报告\n——2023年1月10日在松泉县第九届人民代表大会第二次会议上\n各位代表：\n一、2022年工作回顾\n增长8%。\n"
        "二、2023年工作安排\n办好首届玻璃博览会，申办2024年运动会。\n"
    )
    text = analyse(Article("a.txt", words), load_lexicon())
    spans = [(at, at + len(n), n) for n in ("首届玻璃博览会", "2024年运动会") if (at := text.clean.index(n))]
    mentions = tuple(Mention(start, end, "Event", name, "tagger", 1.0) for start, end, name in spans)
    found, _ = find_attributes(Scene(text, mentions, Ref("Region", "松泉县")), load_lexicon())
    assert [a.value for a in found] == ["2023", "2024"]


def test_below_the_heading_of_a_plan_a_notice_plans() -> None:
    words = "松泉县2022年工作汇报\n一、工作情况\n2022年，云岭大道竣工。\n三、明年安排\n新上云岭电厂；松泉大桥竣工。\n"
    found = attributes_of(words, "云岭大道", "云岭电厂", "松泉大桥")
    assert {a.entity.key: a.value for a in found} == {
        "云岭大道": "completed",
        "云岭电厂": "planned",
        "松泉大桥": "building",
    }


def test_what_a_plan_only_counts_is_still_to_come() -> None:
    words = (
        "松泉县2022年重点项目执行情况和2023年重点项目安排\n"
        "一、2022年执行情况\n"
        "2022年，云岭大道竣工。\n"
        "二、2023年安排意见\n"
        "1.新开工项目22个。主要有：云岭水库、松泉大桥等。\n"
    )
    found = attributes_of(words, "云岭大道", "云岭水库", "松泉大桥")
    assert {a.entity.key: a.value for a in found} == {
        "云岭大道": "completed",
        "云岭水库": "planned",
        "松泉大桥": "planned",
    }


def test_an_item_stands_below_the_chapter_not_below_the_item_before() -> None:
    words = (
        "松泉县2022年重点项目建设计划\n一、新建项目（3个）\n1.云岭电厂工程。\n总投资2亿元。\n2.松泉水厂、白鹭大桥。\n"
    )
    found = attributes_of(words, "云岭电厂工程", "松泉水厂", "白鹭大桥")
    assert {a.entity.key: a.value for a in found if a.property == "status"} == {
        "云岭电厂工程": "planned",
        "松泉水厂": "planned",
        "白鹭大桥": "planned",
    }


def test_a_label_of_a_plan_holds_for_its_line_in_the_news() -> None:
    words = "松泉县水利建设纪略\n2024年12月28日\n2025年计划：云岭大坝主体完工；开工松泉水厂；启动桐川泵站前期。\n"
    found = attributes_of(words, "云岭大坝", "松泉水厂", "桐川泵站")
    assert {a.entity.key: a.value for a in found} == {
        "云岭大坝": "building",
        "松泉水厂": "planned",
        "桐川泵站": "planned",
    }


def test_a_line_above_items_says_their_stage() -> None:
    words = (
        "松泉县重大项目签约暨开工大会举行\n2024年5月28日\n签约项目包括：\n1.云岭药业基地，投资25亿元，选址松泉医药产业基地，"
        "用地80亩；\n2.储能产业园，投资18亿元。\n开工项目包括：\n1.研发大楼，总投资15亿元。\n参观者走过老码头。\n"
    )
    found = attributes_of(words, "云岭药业基地", "松泉医药产业基地", "储能产业园", "研发大楼", "老码头")
    assert {a.entity.key: a.value for a in found if a.property == "status"} == {
        "云岭药业基地": "signed",
        "储能产业园": "signed",
        "研发大楼": "started",
    }
    assert [a.entity.key for a in found if a.property == "area"] == ["云岭药业基地"]


@pytest.mark.parametrize(("published", "expected"), [("2025-01-16", 2024), ("2025-06-16", 2025)])
def test_news_of_january_go_on_about_the_year_that_they_named(published: str, expected: int) -> None:
    found = in_news_of(published, "2024年，产值突破90亿元。[明澈玻璃二期]P竣工投产。")
    assert [a.year for a in found] == [expected]


@pytest.mark.parametrize(("lead", "expected"), [("今年石桥镇将新增用地8亩，", "planned"), ("石桥镇", "done")])
def test_what_news_open_with_this_year_and_will_is_to_come(lead: str, expected: str) -> None:
    found, _ = find_attributes(value_scene(f"{lead}推进[白鹭路改造]P。", kind="news"), load_lexicon())
    assert [a.modality for a in found] == [expected]


def test_an_aim_of_news_holds_to_the_end_of_its_list() -> None:
    words = "力争一季度开工[玻璃二期]P，上半年建成[文化长廊]P，全年竣工[玻璃街区]P等28个项目。[滨江路]P征拆全面完成。"
    found, _ = find_attributes(value_scene(words, kind="news"), load_lexicon())
    assert [(a.entity.key, a.modality) for a in found] == [
        ("玻璃二期", "planned"),
        ("文化长廊", "planned"),
        ("玻璃街区", "planned"),
        ("滨江路", "done"),
    ]


@pytest.mark.parametrize(
    ("formula", "built"),
    [("一桥两路、三港", {"松泉大桥", "云岭港"}), ("一桥两路", {"松泉大桥"}), ("一桥两路、五湖", set())],
)
def test_what_is_done_to_formulas_is_done_to_all_that_the_glossary_lists(formula: str, built: set[str]) -> None:
    terms = "?[一桥两路]G：即[松泉大桥]P、松泉路。\n?[三港]G：即[云岭港]P、松泉港。"
    found, _ = find_attributes(scene(f"加快“[{formula}]G”建设。\n{terms}"), load_lexicon())
    assert {a.entity.key for a in found if a.property == "status"} == built
