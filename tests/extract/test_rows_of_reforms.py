"""Lists of reforms with one head word."""

from __future__ import annotations

import numpy as np

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.rows_of_reforms import rows_of_reforms
from kg.types import Mention


def changed(clean: str, *said: tuple[str, str]) -> list[str]:
    """The candidates, each with its rule, that get more or less than they had, with the sign."""
    rows = [(clean.index(s), clean.index(s) + len(s), rule) for s, rule in said]
    best = tuple(Mention(a, b, "Program", clean[a:b], rule, 0.8) for a, b, rule in rows)
    kinds = np.full(len(rows), TYPES.index("Program"))
    table = Evidence(
        np.array([r[0] for r in rows]), np.array([r[1] for r in rows]), kinds,
        np.zeros((len(rows), len(LAYERS))), np.zeros((len(rows), 2)), best,
    )  # fmt: skip
    lift = rows_of_reforms(clean, table, np.array([-1.0 if rule == "program:lexicon" else 1.0 for _, rule in said]))
    return [f"{s} {np.sign(more):+.0f}" for (s, _), more in zip(said, lift.tolist(), strict=True) if more]


def test_a_row_is_none_when_two_of_its_parts_are() -> None:
    clean = "深化财税、户籍、盐业体制改革。"
    parts = [("财税", "program:shared_reform"), ("户籍", "program:shared_reform")]
    whole = ("财税、户籍、盐业体制改革", "tagger")
    assert changed(clean, whole, *parts) == [f"{whole[0]} -1"]
    assert changed(clean, whole, parts[0]) == []
    assert changed(clean, ("盐业体制改革", "program:lexicon"), *parts) == []
    assert changed(clean, whole, *parts, ("盐业体制改革", "program:lexicon")) == [f"{whole[0]} -1", "盐业体制改革 +1"]
