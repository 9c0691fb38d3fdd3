from __future__ import annotations

import pytest

from kg.ontology.lexicon import load_lexicon
from kg.text.quantities import quantities
from tests.text.tables import cases


@pytest.mark.parametrize("case", cases("quantities"), ids=lambda case: case["clause"])
def test_quantity(case: dict[str, str]) -> None:
    (found,) = quantities(case["clause"], load_lexicon())
    assert case["clause"][found.start : found.end] == case["surface"]
    assert (found.value, found.unit, found.dimension) == (float(case["value"]), case["unit"], case["dimension"])
    assert found.si == float(case["si"])


@pytest.mark.parametrize("case", cases("no_quantities"), ids=lambda case: case["clause"])
def test_no_quantity(case: dict[str, str]) -> None:
    assert quantities(case["clause"], load_lexicon()) == ()


def test_a_range_gives_both_ends() -> None:
    clause = "增长6.5%-7%，投资100至200万元"
    found = [(clause[one.start : one.end], one.value, one.unit, one.si) for one in quantities(clause, load_lexicon())]
    assert found == [
        ("6.5%", 6.5, "%", 6.5),
        ("7%", 7.0, "%", 7.0),
        ("100", 100.0, "万元", 1000000.0),
        ("200万元", 200.0, "万元", 2000000.0),
    ]
