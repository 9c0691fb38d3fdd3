"""Parts of a list with the head word of zones."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.listed_zones import listed_zones
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "parts", "margins", "lifted"),
    [
        ("石心、董家湾、六零二等老工业片区", ("石心", "董家湾", "六零二"), (1.0, -1.0, -3.0), (False, True, True)),
        ("石心、董家湾、六零二等老工业片区", ("石心", "董家湾", "六零二"), (-0.1, -1.0, -3.0), (False, False, False)),
        ("石心的董家湾片区", ("石心", "董家湾"), (1.0, -1.0), (False, False)),
        ("石心、董家湾等片区", ("石心", "董家湾"), (1.0, -5.0), (False, False)),
    ],
)
def test_parts_follow_one_another(
    clean: str, parts: tuple[str, ...], margins: tuple[float, ...], lifted: tuple[bool, ...]
) -> None:
    starts = np.array([clean.index(part) for part in parts])
    ends = starts + np.array([len(part) for part in parts])
    best = tuple(
        Mention(s, e, "Zone", clean[s:e], "zone:list", 0.9) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)
    )
    kinds = np.full(len(parts), TYPES.index("Zone"))
    table = Evidence(starts, ends, kinds, np.zeros((len(parts), len(LAYERS))), np.zeros((len(parts), 2)), best)
    assert tuple((listed_zones(clean, table, np.array(margins)) > 0).tolist()) == lifted
