"""The stage that a page's title gives the projects that it introduces."""

from __future__ import annotations

import dataclasses

import pytest

from kg.ontology import load_lexicon
from kg.relate.attributes import find_attributes
from tests.relate.values import value_scene

_PAGE = "[松泉热电厂]P⏎由云岭集团投资。⏎2.[云岭产业园]Z⏎占地300亩。⏎参观[松泉路]P沿线。"


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("云岭市集中开工项目巡礼", "started"),
        ("部分签约重大项目简介", "signed"),
        ("竣工项目一览", "completed"),
        ("云岭市重点项目简介", None),
        ("项目开工仪式举行", None),
    ],
)
def test_a_title_tells_of_names_that_are_lines(title: str, stage: str | None) -> None:
    made = value_scene(_PAGE, kind="news")
    document = dataclasses.replace(made.text.document, title=title)
    made = dataclasses.replace(made, text=dataclasses.replace(made.text, document=document))
    found, _ = find_attributes(made, load_lexicon())
    told = [(a.entity.key, a.value) for a in found if a.property == "status"]
    assert told == ([("松泉热电厂", stage), ("云岭产业园", stage)] if stage else [])
