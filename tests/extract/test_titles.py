"""Titles that are sought, and judgements that are told whole."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.titles import told_titles
from kg.types import Mention


def _lifts(clean: str, *names: tuple[str, str, str, float]) -> dict[str, float]:
    """The margins of names (type, surface, rule, margin) after the look."""
    rows = sorted(((clean.index(s), clean.index(s) + len(s), TYPES.index(t)), r, m) for t, s, r, m in names)
    spans = np.array([span for span, *_ in rows])
    best = tuple(Mention(a, b, TYPES[t], clean[a:b], rule, 0.5) for (a, b, t), rule, _ in rows)
    size = len(rows)
    evidence = Evidence(spans[:, 0], spans[:, 1], spans[:, 2], np.zeros((size, len(LAYERS))), np.zeros((size, 2)), best)
    margin = np.array([m for *_, m in rows])
    after = margin + told_titles(clean, evidence, margin)
    return {clean[a:b]: float(value) for (a, b, _), value in zip(spans.tolist(), after, strict=True)}


@pytest.mark.parametrize(
    ("clean", "title", "work", "sought"),
    [
        ("启动食品安全示范县创建，", "食品安全示范县", "食品安全示范县创建", True),
        ("继续开展全国文明城市创建活动，", "全国文明城市", "全国文明城市创建活动", True),
        ("深化“平安白鹭”创建，", "平安白鹭", "平安白鹭”创建", False),
    ],
)
def test_a_title_that_is_sought_is_no_programme(clean: str, title: str, work: str, sought: bool) -> None:
    after = _lifts(clean, ("Honor", title, "honor:title", -1.0), ("Program", work, "tagger", 1.0))
    assert (after[title] > 0, after[work] < 0) == (sought, sought)


def test_a_row_of_titles_that_are_sought_has_no_slogans() -> None:
    after = _lifts(
        "完成石桥区教育强区、松泉县科技强县创建任务。",
        ("Honor", "教育强区", "honor:sought", -4.0),
        ("Slogan", "教育强区", "slogan:lexicon", 1.0),
        ("Honor", "科技强县", "honor:sought", -4.0),
    )
    assert after["科技强县"] > 0
    after = _lifts("建设教育强区、科技强县。", ("Slogan", "教育强区", "slogan:lexicon", 1.0))
    assert after["教育强区"] > 0


def test_a_judgement_is_told_whole_and_without_who_was_judged() -> None:
    clean = "禁毒工作获评全省先进。"
    whole = ("Honor", "禁毒工作获评全省先进", "honor:work", -1.0)
    after = _lifts(clean, whole, ("Honor", "全省先进", "honor:shorter", 1.0))
    assert after["禁毒工作获评全省先进"] > 0 > after["全省先进"]
    body = "县人武部战备建设获评全军先进。"
    after = _lifts(
        body,
        ("Honor", "县人武部战备建设获评全军先进", "honor:work", -1.0),
        ("Honor", "全军先进", "honor:shorter", 1.0),
        ("Organization", "县人武部", "organization:known", 1.0),
    )
    assert after["全军先进"] > 0 > after["县人武部战备建设获评全军先进"]


def test_the_titles_of_a_row_without_marks_are_lifted() -> None:
    row = "国家卫生县城全国武术之乡江西省森林城市"
    after = _lifts(
        f"获评{row}。",
        ("Honor", row, "honor:received", -50.0),
        ("Honor", "国家卫生县城", "honor:lexicon", -1.0),
        ("Honor", "江西省森林城市", "honor:title", -3.0),
    )
    assert after["国家卫生县城"] > 0


@pytest.mark.parametrize(
    ("clean", "name", "rule", "lifted"),
    [
        ("营商环境评价位居全省第三。", "营商环境评价位居全省第三", "honor:rank", True),
        ("城投公司信用评级升至AA+。", "AA+", "honor:rated", True),
        ("白鹭湖创成4A。", "4A", "honor:rated", False),
        ("多项工作获省政府通报表扬。", "省政府通报表扬", "honor:verb_title", True),
        ("获批省级产业基地。", "省级产业基地", "honor:verb_title", False),
        ("争取晋升为国家级孵化器。", "国家级孵化器", "honor:lexicon", True),
        ("新增国家级孵化器3家。", "国家级孵化器", "honor:lexicon", False),
    ],
)
def test_ranks_ratings_and_praise_are_lifted(clean: str, name: str, rule: str, lifted: bool) -> None:
    assert (_lifts(clean, ("Honor", name, rule, -1.0))[name] > 0) is lifted
    assert _lifts(clean, ("Honor", name, rule, -9.0))[name] == -9


def test_a_rank_beats_the_work_that_it_is_about() -> None:
    clean = "医院改革效果排名全省第三。"
    rank = ("Honor", "医院改革效果排名全省第三", "honor:rank", -1.0)
    after = _lifts(clean, rank, ("Program", "医院改革", "tagger", 2.0))
    assert after["医院改革效果排名全省第三"] > after["医院改革"]


@pytest.mark.parametrize(
    ("clean", "title", "taken"),
    [
        ("支持云岭经开区创建国家级经开区。", "国家级经开区", True),
        ("晋升为国家级孵化器，", "国家级孵化器", True),
        ("创建国家级产业园3个。", "国家级产业园", False),
        ("围绕国家级经开区发展，", "国家级经开区", False),
    ],
)
def test_a_title_behind_a_verb_of_striving_is_taken_when_nothing_is_counted(
    clean: str, title: str, taken: bool
) -> None:
    assert (_lifts(clean, ("Honor", title, "honor:verb_title", -1.0))[title] > 0) is taken


def test_the_place_before_a_title_is_who_receives_it() -> None:
    after = _lifts(
        "中国轻工联授予石桥中国陶瓷名城称号。",
        ("Honor", "石桥中国陶瓷名城", "honor:shorter", 2.0),
        ("Honor", "中国陶瓷名城", "honor:lexicon", -3.0),
        ("Region", "石桥", "region:short", 1.0),
    )
    assert after["中国陶瓷名城"] > 0 > after["石桥中国陶瓷名城"]


@pytest.mark.parametrize(
    ("clean", "title"),
    [
        ("启动全国养老保险试点，", False),
        ("被列为全国养老保险试点，", True),
        ("启动全国养老保险试点。我市被列为首批全国养老保险试点，", True),
    ],
)
def test_a_pilot_that_is_only_carried_out_is_no_title(clean: str, title: bool) -> None:
    name = "全国养老保险试点"
    after = _lifts(clean, ("Program", name, "program:deed_work", -2.0), ("Honor", name, "honor:title", 1.0))
    assert (after[name] > 0) is title  # of the two of one span that of the title


@pytest.mark.parametrize(
    ("clean", "firm"), [("引进世界500强企业明澈集团，", 1.0), ("引进世界500强企业明澈集团，", -1.0)]
)
def test_a_class_of_firms_is_a_title_of_the_firm_that_follows(clean: str, firm: float) -> None:
    after = _lifts(
        clean,
        ("Honor", "世界500强", "honor:shorter", -2.0),
        ("Slogan", "世界500强企业", "slogan:lexicon", 1.0),
        ("Enterprise", "明澈集团", "enterprise:shape", firm),
    )
    assert (after["世界500强"] > 0 > after["世界500强企业"]) is (firm > 0)


@pytest.mark.parametrize(
    ("clean", "title", "rule", "told"),
    [
        ("省重点实验室实现零的突破。", "省重点实验室", "honor:lexicon", True),
        ("省重点实验室实现产值3亿元。", "省重点实验室", "honor:lexicon", False),
        ("城投集团获批2A+，", "2A+", "honor:rated", True),
        ("石桥大豆入选江东“一县一特”农产品，", "江东“一县一特”农产品", "honor:received", True),
        ("石桥大豆入选江东名优农产品，", "江东名优农产品", "honor:received", False),
    ],
)
def test_titles_that_the_words_around_make_sure(clean: str, title: str, rule: str, told: bool) -> None:
    assert (_lifts(clean, ("Honor", title, rule, -1.0))[title] > 0) is told


def test_what_goods_may_be_is_given_to_nobody() -> None:
    clean = "三品一标：无公害农产品、绿色食品、有机农产品和农产品地理标志。"
    assert _lifts(clean, ("Honor", "农产品地理标志", "honor:lexicon", 1.0))["农产品地理标志"] < 0
    assert _lifts("石桥橙获农产品地理标志。", ("Honor", "农产品地理标志", "honor:lexicon", 1.0))["农产品地理标志"] > 0


def test_a_rank_holds_no_place_whose_it_is() -> None:
    after = _lifts(
        "莲塘区科技创新能力全省第一。",
        ("Honor", "莲塘区科技创新能力全省第一", "tagger", 2.0),
        ("Honor", "科技创新能力全省第一", "honor:rank", -1.0),
        ("Region", "莲塘区", "region:full", 3.0),
    )
    assert after["科技创新能力全省第一"] > 0 > after["莲塘区科技创新能力全省第一"]
