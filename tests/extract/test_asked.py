"""What only the tagger has seen, and what weak rules propose, must be likelier than the rest."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.asked import asked
from kg.extract.evidence import TYPES, gather
from kg.types import Mention
from tests.builders import text_of

CLEAN = "推广白鹭模式，“白鹭模式”见效。整治河塘。"
LEAST = np.full(len(TYPES), 0.4)


def least_of(type_: str, surface: str, *rules: Mention) -> float:
    """The probability that the first mention of a surface must have which the tagger proposes."""
    at = CLEAN.index(surface)
    evidence = gather(text_of(CLEAN), rules, [[(at, at + len(surface), type_, 0.3)], []])
    odds = asked(CLEAN, evidence, LEAST)
    i = next(i for i in range(len(evidence)) if evidence.start[i] == at)
    return float(1 / (1 + np.exp(-odds[i])))


def rule(type_: str, surface: str, name: str, at: int) -> Mention:
    return Mention(at, at + len(surface), type_, surface, name, 0.5)


@pytest.mark.parametrize(("type_", "least"), [("Slogan", 0.5), ("Region", 0.6), ("Honor", 0.4), ("Project", 0.4)])
def test_what_only_the_tagger_has_seen_must_be_likelier(type_: str, least: float) -> None:
    assert least_of(type_, "白鹭模式") == pytest.approx(least)


def test_what_a_rule_proposes_elsewhere_is_no_sight_of_the_tagger_alone() -> None:
    quoted = rule("Slogan", "白鹭模式", "slogan:quoted", CLEAN.rindex("白鹭模式"))
    assert least_of("Slogan", "白鹭模式", quoted) == pytest.approx(0.4)


@pytest.mark.parametrize(("name", "least"), [("program:deed_work", 0.6), ("program:quoted_head", 0.4)])
def test_weak_rules(name: str, least: float) -> None:
    assert least_of("Program", "整治河塘", rule("Program", "整治河塘", name, CLEAN.index("整治河塘"))) == pytest.approx(
        least
    )


def test_a_quotation_that_a_rule_proposes_is_known_with_its_head() -> None:
    clean = "推进“五个百亿”工程。"
    quoted = Mention(3, 7, "Program", "五个百亿", "program:quoted_number", 0.5)
    evidence = gather(text_of(clean), [quoted], [[(2, 10, "Program", 0.4)], []])
    assert np.allclose(asked(clean, evidence, LEAST), np.log(0.4 / 0.6))
