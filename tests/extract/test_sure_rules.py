"""Rules that are right where the tagger doubts."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.slogan_rows import of_a_place
from kg.extract.sure_rules import sure_rules
from kg.types import Mention, Span


@pytest.mark.parametrize(
    ("rule", "margin", "lifted"),
    [
        ("organization:known", -1.0, True),
        ("organization:fund", -1.9, True),
        ("organization:place", -1.0, False),
        ("organization:known", -2.5, False),
        ("organization:known", 1.0, False),
    ],
)
def test_names_of_sure_rules_are_taken(rule: str, margin: float, lifted: bool) -> None:
    clean = "增设见义勇为基金。"
    best = Mention(2, 8, "Organization", clean[2:8], rule, 0.9)
    kind = np.array([TYPES.index("Organization")])
    one = Evidence(np.array([2]), np.array([8]), kind, np.zeros((1, len(LAYERS))), np.zeros((1, 2)), (best,))
    assert bool(sure_rules(clean, one, np.array([margin]))[0] + margin > 0 > margin) is lifted


def test_the_group_that_an_institute_is_numbered_in_is_no_firm_there() -> None:
    kinds = np.array([TYPES.index("Enterprise"), TYPES.index("Organization")])
    spans = np.array([[0, 4], [0, 8]])
    best = (
        Mention(0, 4, "Enterprise", "中船重工", "enterprise:known", 0.9),
        Mention(0, 8, "Organization", "中船重工702所", "organization:numbered", 0.9),
    )
    both = Evidence(spans[:, 0], spans[:, 1], kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    margin = np.array([3.0, -1.0])
    firm, body = sure_rules("中船重工702所", both, margin) + margin
    assert body > 0 > firm


def test_a_strategy_that_is_called_after_an_industry_is_surer_than_that() -> None:
    kinds = np.array([TYPES.index("Slogan"), TYPES.index("Industry")])
    spans = np.array([[2, 8], [2, 6]])
    best = (
        Mention(2, 8, "Slogan", "数字经济战略", "slogan:strategy", 0.5),
        Mention(2, 6, "Industry", "数字经济", "industry:lexicon_alone", 0.5),
    )
    both = Evidence(spans[:, 0], spans[:, 1], kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    margin = np.array([-1.0, 3.0])
    strategy, industry = sure_rules("实施数字经济战略", both, margin) + margin
    assert strategy > industry > 0


def test_a_known_zone_is_not_taken_where_a_longer_one_begins_with_it() -> None:
    kinds = np.array([TYPES.index("Zone")] * 2)
    spans = np.array([[0, 3], [0, 6]])
    best = tuple(
        Mention(0, end, "Zone", "三龙湾科技城"[:end], rule, 0.9) for end, rule in ((3, "zone:known"), (6, "zone:name"))
    )
    both = Evidence(spans[:, 0], spans[:, 1], kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    assert (sure_rules("三龙湾科技城", both, np.array([-1.0, 2.0])) == 0).all()
    assert sure_rules("三龙湾科技城", both, np.array([-1.0, -2.5]))[0] > 0


def test_what_is_built_in_quote_marks_is_no_slogan() -> None:
    kinds = np.array([TYPES.index("Slogan"), TYPES.index("Project")])
    best = (
        Mention(3, 7, "Slogan", "石桥驿站", "slogan:quoted", 0.5),
        Mention(3, 7, "Project", "石桥驿站", "project:quoted_built", 0.5),
    )
    both = Evidence(np.array([3, 3]), np.array([7, 7]), kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    margin = np.array([0.8, -2.5])
    slogan, work = sure_rules("建好“石桥驿站”，", both, margin) + margin
    assert work > slogan > 0


@pytest.mark.parametrize(("row", "sure"), [("农业稳县、工业强县、旅游活县", True), ("生态强省、产业兴农", False)])
def test_a_row_of_what_makes_the_place_strong_is_sure(row: str, sure: bool) -> None:
    assert of_a_place(row, Span(0, len(row))) is sure


@pytest.mark.parametrize(("clean", "slogan"), [("深化平安石桥建设，", True), ("深化平安石桥建设年活动", False)])
def test_a_good_word_before_a_place_is_no_programme(clean: str, slogan: bool) -> None:
    kinds = np.array([TYPES.index("Program"), TYPES.index("Slogan")])
    best = (None, Mention(2, 6, "Slogan", "平安石桥", "slogan:good_place", 0.8))
    both = Evidence(np.array([2, 2]), np.array([8, 6]), kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    margin = np.array([3.0, -1.0])
    programme, place = sure_rules(clean, both, margin) + margin
    assert bool(programme < 0 < place) is slogan


@pytest.mark.parametrize(("rule", "upheld"), [("slogan:quoted_upheld", True), ("slogan:quoted", False)])
def test_what_is_upheld_is_a_slogan_and_no_programme(rule: str, upheld: bool) -> None:
    clean = "坚持“三个优先”。"
    kinds = np.array([TYPES.index("Program"), TYPES.index("Slogan")])
    spans = np.array([[3, 7], [3, 7]])
    best = (
        Mention(3, 7, "Program", clean[3:7], "program:quoted_other", 0.2),
        Mention(3, 7, "Slogan", clean[3:7], rule, 0.8),
    )
    both = Evidence(spans[:, 0], spans[:, 1], kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    margin = np.array([1.0, -3.0])
    program, slogan = sure_rules(clean, both, margin) + margin
    assert bool(slogan > program) is upheld


@pytest.mark.parametrize(
    ("clean", "name", "taken"),
    [
        ("新能源汽车销量增长，", "新能源", False),
        ("新能源产业壮大，", "新能源", True),
        ("促进中医药传承创新，", "中医药", False),
        ("实现旅游综合收入9亿元，", "旅游", False),
        ("旅游业收入翻番，", "旅游业", True),
    ],
)
def test_names_are_no_industry_for_what_stands_behind(clean: str, name: str, taken: bool) -> None:
    at = clean.index(name)
    best = Mention(at, at + len(name), "Industry", name, "industry:lexicon_foster", 0.6)
    kind = np.array([TYPES.index("Industry")])
    layers = np.zeros((1, len(LAYERS)))
    one = Evidence(np.array([at]), np.array([at + len(name)]), kind, layers, np.zeros((1, 2)), (best,))
    assert bool(sure_rules(clean, one, np.array([1.0]))[0] + 1.0 > 0) is taken


@pytest.mark.parametrize(("rule", "formula"), [("industry:fields", False), ("industry:lexicon_joined", True)])
def test_a_row_of_branches_is_no_slogan(rule: str, formula: bool) -> None:
    clean = "形成“玻璃制造、光伏组件”两大业务板块，"
    kinds = np.array([TYPES.index("Slogan"), TYPES.index("Industry")])
    best = (
        Mention(3, 12, "Slogan", clean[3:12], "slogan:quoted_number", 0.6),
        Mention(3, 7, "Industry", "玻璃制造", rule, 0.8),
    )
    both = Evidence(np.array([3, 3]), np.array([12, 7]), kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    assert bool(sure_rules(clean, both, np.array([2.0, 1.0]))[0] + 2.0 > 0) is formula
