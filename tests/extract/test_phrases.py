"""What the phrase layers share: forms, balance of quote marks, confidences."""

from __future__ import annotations

import re

import pytest

from kg.extract.confidence import CONFIDENCE
from kg.extract.forms import Forms
from kg.extract.phrase_begins import Tokens
from kg.extract.phrases import balance, unquote
from kg.ontology.lexicon import load_lexicon
from kg.text import analyse
from kg.types import Article
from tests.tools import ROOT

LAYERS = ("quoted", "programs", "slogans", "honors", "events", "industries")


def test_forms_are_found_across_quote_marks() -> None:
    forms = Forms([("放管服改革", "放管服改革", False, "")])
    clean = "深化“放管服”改革"
    assert [clean[f.start : f.end] for f in forms.find(clean)] == ["“放管服”改革"]


def test_a_form_for_quote_marks_needs_them() -> None:
    forms = Forms([("三变", "三变改革", True, "")])
    assert not list(forms.find("发生三变"))
    assert [f.name for f in forms.find("推进“三变”")] == ["三变改革"]


@pytest.mark.parametrize(
    ("surface", "whole"),
    [("雪亮”工程", "“雪亮”工程"), ("“雪亮", "“雪亮”"), ("雪亮", "雪亮"), ("雪亮”主攻“天眼", "“雪亮”主攻“天眼”")],
)
def test_balance_takes_the_missing_partner(surface: str, whole: str) -> None:
    clean = "建设“雪亮”工程" if "天眼" not in surface else "围绕“雪亮”主攻“天眼”推进"
    start = clean.index(surface)
    a, z = balance(clean, start, start + len(surface))
    assert clean[a:z] == whole


def test_unquote_drops_marks_and_blanks() -> None:
    assert unquote("《“放管服” 改革》") == "放管服改革"


@pytest.mark.parametrize("layer", LAYERS)
def test_every_rule_has_a_confidence(layer: str) -> None:
    source = (ROOT / "kg" / "extract" / f"{layer}.py").read_text("utf-8")
    rules = re.findall(r'"((?:program|slogan|honor|event|industry):[a-z_]+)"', source)
    assert not [rule for rule in rules if rule not in CONFIDENCE]


@pytest.mark.parametrize("table", ["programs", "slogans", "honors", "industries", "events"])
def test_no_form_belongs_to_two_names(table: str) -> None:
    seen: dict[str, str] = {}
    for row in load_lexicon().rows(table):
        for form in filter(None, [row["name"], *row["alias"].split("|")]):
            assert seen.setdefault(form, row["name"]) == row["name"], form


def test_the_start_of_a_name_is_looked_for_within_a_few_words() -> None:
    text = analyse(Article("test", f"青山县工作\n实施{'发展提升' * 2000}行动，实施绿色发展提升行动。"), load_lexicon())
    words = Tokens(text, load_lexicon())
    last = text.clean.rindex("行动")
    assert words.clean[words.begin(last) : last] == "绿色发展提升"
    words.begin(text.clean.index("行动"))
