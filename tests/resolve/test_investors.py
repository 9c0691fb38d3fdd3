"""Works without the firm before them."""

from __future__ import annotations

import pytest

from kg.resolve.investors import without_investor
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


def test_without_a_firm_nothing_is_cut() -> None:
    m = Mention(0, 7, "Project", "城区新建停车场", "tagger", 0.6)
    assert without_investor("城区新建停车场", m, {}) == m
