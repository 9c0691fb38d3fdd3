"""Names that a text gives a thing in brackets."""

from __future__ import annotations

import pytest

from kg.resolve.within import resolve
from kg.types import Mention
from tests.builders import text_of


def resolved(clean: str, *found: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Surface, type and key after mentions given as (surface, type), in their order in the text."""
    mentions, at = [], 0
    for surface, type_ in found:
        at = clean.index(surface, at)
        mentions.append(Mention(at, at + len(surface), type_, surface, "tagger", 0.8))
        at += len(surface)
    return [(clean[m.start : m.end], m.type, m.key) for m in resolve(text_of(clean), mentions, lambda name: name)]


@pytest.mark.parametrize(
    "brackets", ["（以下简称“白鹭新能”）", "（简称：白鹭新能）", "（证券代码：600001，以下简称“公司”或“白鹭新能”）"]
)
def test_a_name_that_brackets_say_is_sought_in_the_whole_text(brackets: str) -> None:
    company = "云岭白鹭光伏科技股份有限公司"
    clean = f"{company}{brackets}开工。白鹭新能还在青山建厂，白鹭新能源产业兴起。"
    found = resolved(clean, (company, "Enterprise"), ("白鹭新能源产业", "Industry"))
    assert found == [
        (company, "Enterprise", company),
        ("白鹭新能", "Enterprise", company),
        ("白鹭新能", "Enterprise", company),
        ("白鹭新能源产业", "Industry", "白鹭新能源产业"),
    ]


def test_what_brackets_say_outweighs_what_the_words_look_like() -> None:
    clean = "中国（江东）自由贸易试验区白鹭片区（以下简称“自贸区白鹭片区”）揭牌。建设自贸区白鹭片区。"
    found = resolved(
        clean,
        ("中国（江东）自由贸易试验区白鹭片区", "Zone"),
        ("自贸区白鹭片区", "Slogan"),
        ("自贸区白鹭片区", "Slogan"),
    )
    assert {(type_, key) for _, type_, key in found} == {("Zone", "中国（江东）自由贸易试验区白鹭片区")}


@pytest.mark.parametrize(
    ("clean", "type_", "found", "keys"),
    [
        ("石桥大桥（临江二桥）通车，临江二桥长3公里。", "Project", ("石桥大桥", "临江二桥", "临江二桥"), 1),
        ("白鹭工业园区（青山县工业园区）扩容。", "Zone", ("白鹭工业园区", "青山县工业园区"), 1),
        ("白鹭高新区（原石桥产业园）升级。", "Zone", ("白鹭高新区", "石桥产业园"), 1),
        ("白鹭高新区（龙潭片区）开工。", "Zone", ("白鹭高新区", "龙潭片区"), 2),
        ("白鹭大道（青山路）施工。", "Project", ("白鹭大道", "青山路"), 2),
        ("云岭明澈有限公司（明澈）投产。", "Enterprise", ("云岭明澈有限公司", "明澈"), 1),
        ("明澈（云岭明澈有限公司子公司）投产。", "Enterprise", ("明澈",), 1),
    ],
)
def test_a_name_of_the_same_kind_in_brackets(clean: str, type_: str, found: tuple[str, ...], keys: int) -> None:
    assert len({key for _, _, key in resolved(clean, *((name, type_) for name in found))}) == keys


def test_one_mention_with_brackets_is_two_names_of_one_thing() -> None:
    found = resolved("石桥大桥（临江二桥）通车。", ("石桥大桥（临江二桥）", "Project"))
    assert [surface for surface, _, _ in found] == ["石桥大桥", "临江二桥"]
    assert len({key for _, _, key in found}) == 1
    whole = "省道109线（青山段）"
    assert resolved(f"{whole}开工。", (whole, "Project")) == [(whole, "Project", whole)]


def test_a_short_name_of_a_company_in_brackets_needs_no_word_that_says_so() -> None:
    clean = "江东白鹭氨纶股份有限公司（江东氨纶）和云岭明澈有限公司（全资子公司）投产。江东氨纶增资。"
    found = resolved(clean, ("江东白鹭氨纶股份有限公司", "Enterprise"), ("云岭明澈有限公司", "Enterprise"))
    assert [surface for surface, _, _ in found] == [
        "江东白鹭氨纶股份有限公司",
        "江东氨纶",
        "云岭明澈有限公司",
        "江东氨纶",
    ]
    assert len({key for _, _, key in found}) == 2


def test_what_anybody_is_called_is_no_name() -> None:
    clean = "云岭明澈有限公司（以下简称“公司”）投产，公司增资。"
    assert len(resolved(clean, ("云岭明澈有限公司", "Enterprise"))) == 1
