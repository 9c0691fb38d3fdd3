"""Where the names of companies and cooperatives begin that the dictionary cuts."""

from __future__ import annotations

import pytest

from kg.extract.company_starts import cooperative, whole_from
from kg.extract.names import Words
from kg.ontology import load_lexicon
from kg.text import analyse
from kg.types import Article


def view_of(sentence: str) -> Words:
    return Words(analyse(Article("test", f"青山县工作\n{sentence}"), load_lexicon()), load_lexicon())


@pytest.mark.parametrize(
    ("sentence", "found", "whole"),
    [
        ("长沙真诚白鹭科技有限公司投产。", "白鹭科技", "长沙真诚白鹭科技"),
        ("同日与长沙真诚白鹭科技有限公司签约。", "白鹭科技", "长沙真诚白鹭科技"),
        ("青山市引进白鹭科技有限公司。", "白鹭科技", "白鹭科技"),
        ("推动了白鹭科技有限公司上市。", "白鹭科技", "白鹭科技"),
    ],
)
def test_a_name_begins_with_its_place_unless_a_verb_stands_between(sentence: str, found: str, whole: str) -> None:
    view = view_of(sentence)
    start = view.clean.index("有限公司")
    left = whole_from(view, view.clean.index(found), start)
    assert view.clean[left:start] == whole


@pytest.mark.parametrize(
    ("sentence", "begin"),
    [
        ("扶持云岭家庭农场、青山镇棉花合作社。", "青山镇棉花"),
        ("做强家庭农场，培育双河蔬菜合作社。", "双河蔬菜"),
        ("家庭农场、农民专业合作社快速增长。", None),
        ("家庭农场、各类新型合作社快速增长。", None),
    ],
)
def test_a_cooperative_fills_the_item_of_a_list(sentence: str, begin: str | None) -> None:
    view = view_of(sentence)
    start = view.clean.rindex("合作社")
    at = cooperative(view, start)
    assert (None if at is None else view.clean[at:start]) == begin
