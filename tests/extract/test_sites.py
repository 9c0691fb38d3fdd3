"""Zones that works are built in."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.sites import sites_of_works
from kg.types import Mention


@pytest.mark.parametrize(
    ("work", "zone", "lifted"),
    [
        ("白鹭作业区2#泊位", "白鹭作业区", True),
        ("云岭片区污水管网", "云岭片区", True),
        ("云岭片区", "云岭片区", False),
        ("云岭产业园一期", "云岭产业园", False),
        ("白鹭港区四期", "白鹭港区", True),
        ("云岭公园步道", "云岭公园", False),
        ("云岭温泉景区引水工程", "云岭温泉景区", True),
        ("云岭温泉景区提升工程", "云岭温泉景区", False),
    ],
)
def test_a_work_names_the_zone_that_it_begins_with(work: str, zone: str, lifted: bool) -> None:
    clean = f"建成{work}，"
    kinds = np.array([TYPES.index("Project"), TYPES.index("Zone")])
    ends = np.array([2 + len(work), 2 + len(zone)])
    best = (None, Mention(2, int(ends[1]), "Zone", zone, "zone:name", 0.5))
    evidence = Evidence(np.array([2, 2]), ends, kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
    assert bool(sites_of_works(clean, evidence, np.array([1.0, -1.0]))[1] > 1) is lifted
    assert not sites_of_works(clean, evidence, np.array([-0.1, -1.0])).any()
    assert not sites_of_works(clean, evidence, np.array([1.0, -4.0])).any()
