"""What names no body and no place."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.nameless import nameless


@pytest.mark.parametrize(
    ("kind", "surface", "none"),
    [
        ("Organization", "县政府", True),
        ("Organization", "街道党委", True),
        ("Organization", "村民委员会", True),
        ("Organization", "市委宣传部", False),
        ("Organization", "青山县政府", False),
        ("Region", "市镇村", True),
        ("Region", "瑶族乡", True),
        ("Region", "道县", False),
        ("Region", "白鹭瑶族乡", False),
        ("Project", "县政府", False),
    ],
)
def test_levels_and_kinds_alone_are_no_names(kind: str, surface: str, none: bool) -> None:
    one = Evidence(
        np.array([2]),
        np.array([2 + len(surface)]),
        np.array([TYPES.index(kind)]),
        np.zeros((1, len(LAYERS))),
        np.zeros((1, 2)),
        (None,),
    )
    assert nameless(f"这个{surface}的", one).tolist() == [none]
