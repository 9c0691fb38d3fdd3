"""Rules that are right where the tagger doubts."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.sure_rules import sure_rules
from kg.types import Mention


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
