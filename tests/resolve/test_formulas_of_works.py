"""A formula whose pieces are works is a programme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ontology import load_lexicon
from kg.resolve.formulas_of_works import formulas_of_works
from kg.text.enumerations import enumerations
from kg.types import Mention
from tests.builders import text_of


def types(clean: str, name: str) -> set[str]:
    """The types of all mentions of a formula."""
    text = replace(text_of(clean), enumerations=enumerations(clean, (), load_lexicon()))
    starts = [at for at in range(len(clean)) if clean.startswith(name, at)]
    found = [Mention(at, at + len(name), "Slogan", name, "slogan:glossary", 0.7) for at in starts]
    return {m.type for m in formulas_of_works(text, found)}


@pytest.mark.parametrize(
    ("clean", "name", "expected"),
    [
        (
            "以“一桥两路”为重点。“一桥两路”，一桥即白鹭大桥；两路即青山大道、石桥路。",
            "一桥两路",
            "Program",
        ),
        ("“一核两区”，一核即白鹭新区；两区即青山工业园、石桥工业园。", "一核两区", "Slogan"),
        ("“两个必须”，即必须实干、必须创新。", "两个必须", "Slogan"),
    ],
)
def test_formulas(clean: str, name: str, expected: str) -> None:
    assert types(clean, name) == {expected}
