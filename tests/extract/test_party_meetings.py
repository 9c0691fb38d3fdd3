"""Meetings of the Party that a clause names in one."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.party_meetings import joined_meetings, party_meetings


@pytest.mark.parametrize(
    ("clean", "found"),
    [
        ("贯彻党的十九大和十九届二中、三中全会精神，", ["党的十九大和十九届二中、三中全会精神"]),
        ("学习党的二十届三中全会、中央经济工作会议精神。", ["党的二十届三中全会"]),
        ("党的十九大及十九届历次全会和党的二十大精神", ["党的十九大及十九届历次全会和党的二十大精神"]),
        ("贯彻党的二十大精神和省委全会精神。", ["党的二十大精神"]),
        ("贯彻党的二十大和省第十三次党代会精神。", ["党的二十大"]),
        ("党的十九大、习近平总书记重要讲话精神", ["党的十九大"]),
        ("党的十九大以来，", []),
    ],
)
def test_meetings_that_share_one_word_are_told_whole(clean: str, found: list[str]) -> None:
    assert [clean[s.start : s.end] for s, _ in party_meetings(clean)] == found


def test_plenums_of_a_congress_go_by_its_name() -> None:
    names = [name for _, name in party_meetings("党的二十大和二十届三中全会精神；党的十九大和党的二十大精神")]
    assert names == ["党的二十大精神", "党的十九大和党的二十大精神"]


def test_the_parts_of_such_a_row_are_no_names() -> None:
    clean = "党的十九大和十九届二中全会精神"
    slogan = TYPES.index("Slogan")
    three = Evidence(
        np.array([0, 0, 6]),
        np.array([5, 15, 15]),
        np.array([slogan, slogan, slogan]),
        np.zeros((3, len(LAYERS))),
        np.zeros((3, 2)),
        (None, None, None),
    )
    lift = joined_meetings(clean, three, np.array([1.0, -4.0, 2.0]))
    assert lift[1] == pytest.approx(4.3) and lift[0] < -10 and lift[2] < -10
