"""Works without the firm before them."""

from __future__ import annotations

import pytest

from kg.resolve.investors import without_investor, without_place
from kg.types import Mention


@pytest.mark.parametrize(
    ("work", "firm", "name"),
    [
        ("明澈科技投资建设智能座椅产业园", "明澈科技", "智能座椅产业园"),
        ("青禾服饰扩建羽绒服生产线", "青禾服饰", "羽绒服生产线"),
        ("青禾服饰将新建羽绒服生产线", "青禾服饰", "羽绒服生产线"),
        ("青禾服饰扩建二期厂房", "青禾服饰", "青禾服饰扩建二期厂房"),
        ("青禾钢铁扩建", "青禾钢铁", "青禾钢铁扩建"),
        ("明澈玻璃基地", "明澈玻璃", "明澈玻璃基地"),
    ],
)
def test_the_firm_and_what_it_does_are_no_part_of_the_name(work: str, firm: str, name: str) -> None:
    found = without_investor(work, Mention(0, len(work), "Project", work, "tagger", 0.6), {0: len(firm)})
    assert found.key == name


@pytest.mark.parametrize(
    ("work", "place", "firm", "name"),
    [
        ("白鹭工业园明澈轴承二期", "白鹭工业园", "明澈轴承", "明澈轴承二期"),
        ("白鹭工业园江西明澈轴承二期", "白鹭工业园", "明澈轴承", "江西明澈轴承二期"),
        ("白鹭高新区东河组团投资建设储能电池基地", "白鹭高新区", "", "储能电池基地"),
        ("白鹭工业园标准厂房二期", "白鹭工业园", "", "白鹭工业园标准厂房二期"),
    ],
)
def test_the_place_before_a_firm_is_no_part_of_the_name(work: str, place: str, firm: str, name: str) -> None:
    at = work.index(firm)
    firms = {at: at + len(firm)} if firm else {}
    found = without_place(work, Mention(0, len(work), "Project", work, "tagger", 0.6), firms, {0: len(place)})
    assert found.key == name


def test_without_a_firm_nothing_is_cut() -> None:
    m = Mention(0, 7, "Project", "城区新建停车场", "tagger", 0.6)
    assert without_investor("城区新建停车场", m, {}) == m
