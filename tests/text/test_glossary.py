from __future__ import annotations

import time

import pytest

from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.text.glossary import glossary
from kg.types import Article
from tests.text.reports import report


def entries(clean: str) -> list[tuple[str, str]]:
    return [(clean[slice(*one.term)], clean[slice(*one.definition)]) for one in glossary(clean).entries]


def test_entries_without_line_breaks() -> None:
    text = report()
    assert [(text.clean[slice(*one.term)], text.clean[slice(*one.definition)]) for one in text.glossary] == [
        ("双百工程", "百个产业项目、百个民生项目"),
        ("三大保障", "用地、资金、组织保障"),
        ("“四上”企业", "规模以上工业企业、资质等级建筑业企业等"),
    ]


def test_notes_without_a_title() -> None:
    clean = (
        "加快建设现代产业体系。\n" * 9
        + "[1]三个圆满：指三项任务圆满完成。\n[2]双代：是指以电代煤、以气代煤。\n[3]五网：指水电路气信五张网。"
    )
    assert entries(clean) == [
        ("三个圆满", "三项任务圆满完成"),
        ("双代", "以电代煤、以气代煤"),
        ("五网", "水电路气信五张网"),
    ]


def test_numbered_tasks_are_no_notes() -> None:
    clean = "加快建设现代产业体系。\n" * 9 + "1.改造棚户区三千户。\n2.新建学校两所。\n3.改造农村公路一百公里。"
    assert entries(clean) == []


def test_entries_without_numbers() -> None:
    clean = (
        "加快建设现代产业体系。\n" * 9
        + "名词解释\n双百工程：百个产业项目、百个民生项目。\n三大保障：用地、资金、组织。"
    )
    assert entries(clean) == [("双百工程", "百个产业项目、百个民生项目"), ("三大保障", "用地、资金、组织")]


def test_a_title_with_nothing_behind_it() -> None:
    assert entries("加快建设现代产业体系。\n" * 9 + "名词解释\n略。") == []


BODY = "加快建设现代产业体系。\n" * 9
TWO = [("双百工程", "百个产业项目、百个民生项目"), ("三大保障", "用地、资金、组织")]


def test_terms_in_brackets() -> None:
    text = f"{BODY}有关名词解释\n【双百工程】百个产业项目、百个民生项目。\n【三大保障】指用地、资金、组织。"
    assert entries(text) == TWO


def test_chinese_numbers_are_no_part_of_the_term() -> None:
    text = f"{BODY}名词解释\n（一）双百工程：百个产业项目、百个民生项目。\n（二）三大保障：用地、资金、组织。"
    assert entries(text) == TWO
    text = f"{BODY}名词解释\n一、双百工程\n指百个产业项目、百个民生项目。\n二、三大保障\n指用地、资金、组织。"
    assert entries(text) == TWO


def test_lines_that_say_what_is_meant() -> None:
    text = f"{BODY}用语说明\n“双百工程”是指百个产业项目、百个民生项目。\n“三大保障”，指的是用地、资金、组织。"
    assert entries(text) == TWO


def test_chinese_numbers_without_a_title_are_headings() -> None:
    assert entries(f"{BODY}一、双百工程：百个产业项目。\n二、三大保障：用地、资金。\n三、五网：水电路气信。") == []


def test_a_title_with_the_first_number_right_behind_it() -> None:
    clean = "加快建设现代产业体系。\n" * 9 + "名词解释1.三圆满（P1）：三项任务完成。2.双代（P2）：以电代煤。"
    assert [term for term, _ in entries(clean)] == ["三圆满", "双代"]


def test_lines_of_figures_behind_the_last_entry_are_none_of_it() -> None:
    entry = "三圆满：三项任务圆满完成。"
    found = entries(f"{BODY}名词解释\n1.{entry}\n2.双代：以电代煤、以气代煤。\n（责任编辑：李某）\n2023-02-08")
    assert found[-1] == ("双代", "以电代煤、以气代煤")


def test_a_column_of_figures_is_read_in_linear_time() -> None:
    start = time.process_time()
    assert entries("\n1" * 40_000 + "\n完") == []
    assert time.process_time() - start < 2


def test_a_note_under_each_of_a_thousand_tables_is_read_in_linear_time() -> None:
    start = time.process_time()
    assert entries("\n注：" * 20_000) == []
    assert entries("\n1.注：\n" * 10_000) == []
    last = entries(
        "\n注：略。" * 1_000 + "\n名词解释\n双百工程：百个产业项目、百个民生项目。\n三大保障：用地、资金、组织。"
    )
    assert last == TWO
    assert time.process_time() - start < 2


def test_a_dash_parts_a_term_from_what_it_means() -> None:
    clean = "加快建设。\n" * 9 + "名词解释\n1.三园工程——建设茶园、果园、菜园。\n2.双代：以电代煤、以气代煤。"
    assert entries(clean) == [("三园工程", "建设茶园、果园、菜园"), ("双代", "以电代煤、以气代煤")]


def test_a_numbered_list_of_works_is_no_glossary() -> None:
    works = "今年抓好产业。\n全年增长8%。\n1.续建项目：甲路改造。\n2.新建项目：乙水厂建设。\n3.前期项目：丙高速公路。"
    assert glossary(works).entries == ()


def test_numbered_programmes_before_another_chapter_are_no_glossary() -> None:
    listed = "1.商贸工程：甲商圈、乙街区。\n2.物流工程：丙园区、丁中心。\n3.文旅工程：戊公园、己古镇。\n"
    assert glossary(f"{BODY}{listed}第四章 优化布局\n构建新格局。").entries == ()
    assert len(glossary(f"{BODY}第四章 优化布局\n构建新格局。\n{listed}").entries) == 3


def test_a_line_that_says_where_the_notes_are_is_none() -> None:
    notes = "名词解释\n1.双百工程：百个产业项目、百个民生项目。\n2.三大保障：指用地、资金、组织。"
    clean = f"2023年政府工作报告\n（名词解释附后）\n{BODY}{notes}"
    assert entries(clean) == TWO
    assert glossary(clean).span.start == clean.index(notes)
    assert entries(clean.replace("（名词解释附后）", "名词解释附后")) == TWO


def test_a_line_at_the_top_that_points_to_the_notes_is_none() -> None:
    tasks = (
        "一、主要任务\n（一）做强产业。\n1.石材产业：建设石材城。\n2.水暖产业：建设水暖城。\n3.机械产业：建设机械园。\n"
    )
    notes = "名词解释\n1.双百工程：百个产业项目、百个民生项目。\n2.三大保障：指用地、资金、组织。"
    for top in ("（附名词解释）", "附：名词解释", "（详见名词解释）", "注释：数据为初步统计数。"):
        clean = f"2023年政府工作报告\n{top}\n各位代表：\n{tasks}（二）改善民生。\n办好实事。\n"
        assert entries(clean) == []
        assert entries(clean + notes) == TWO


def test_tasks_at_the_end_are_no_notes() -> None:
    tasks = "1.加强领导：成立小组。\n2.强化督查：建立台账。\n3.落实责任：层层传导。"
    assert entries(f"{BODY}{tasks}") == []


def test_notes_named_in_a_table_of_contents() -> None:
    body = "一、工作回顾\n全县生产总值增长7%，新建道路12公里。\n二、主要任务\n实施“项目年”行动，力争投资增长8%。\n"
    raw = f"目录\n一、工作回顾 1\n二、主要任务 3\n附件：名词解释 5\n{body}附件：名词解释\n1.项目年：指抓项目的行动。\n"
    text = analyse(Article("a.txt", raw, {}), load_lexicon())
    parts = [one.part for one in text.sentences]
    assert parts[:4] == ["furniture"] * 4
    assert parts.count("glossary") == 2
    assert "body" in parts


@pytest.mark.parametrize("line", ["名词解释", "【名词解释】", "备注：", "注：数据为快报数", "附：名词解释"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.9])
def test_a_stray_title_makes_no_glossary_of_the_report_behind_it(line: str, share: float) -> None:
    told = "今年以来，全县上下坚持稳中求进，抓好产业、项目和民生，各项工作取得新的进展。" * 4
    chapters = [
        f"（{n}）强化{w}：{told}\n1.抓好{w}：{told}\n2.服务{w}。{told}"
        for n, w in zip("一二三四", "农工商旅", strict=True)
    ]
    lines = ["2023年甲县政府工作报告", *"\n".join(chapters).split("\n")]
    lines.insert(1 + int(share * (len(lines) - 1)), line)
    found = glossary("\n".join(lines))
    assert found.span.end - found.span.start < 2 * len(told) + 40
