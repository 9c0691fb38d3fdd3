"""Parks that are built are zones still."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.built_zones import built_zones
from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "zone", "rule", "lifted"),
    [
        ("白鹭服饰产业园、河口大桥加快建设。", "白鹭服饰产业园", "zone:common", True),
        ("打造山前文化小镇和河口步道。", "山前文化小镇", "zone:name", True),
        ("推进白鹭产业园、河口大桥等项目建设。", "白鹭产业园", "zone:place", False),
        ("推进白鹭产业园、河口大桥3个项目，确保开工。", "白鹭产业园", "zone:place", False),
        ("甲县与乙集团签订白鹭产业园合作协议。", "白鹭产业园", "zone:place", False),
        ("签约仪式上，白鹭产业园、河口基地项目合作协议达成。", "白鹭产业园", "zone:place", False),
        ("白鹭产业园项目开工。", "白鹭产业园", "zone:place", False),
        ("白鹭产业园一期开工。", "白鹭产业园", "zone:place", False),
        ("投资3亿元建设白鹭产业园。", "白鹭产业园", "zone:place", False),
        ("河口公园、白鹭大桥加快建设。", "河口公园", "zone:name", False),
        ("白鹭服饰产业园、河口大桥加快建设。", "白鹭服饰产业园", "zone:alone", False),
    ],
)
def test_a_park_among_works_is_a_zone(clean: str, zone: str, rule: str, lifted: bool) -> None:
    evidence = _evidence(clean, zone, rule)
    assert bool(built_zones(clean, evidence, np.array([-1.0, 2.0, -1.0]))[0] > 3) is lifted


def test_what_begins_with_a_firm_is_its_work() -> None:
    clean = "沅泰冷链产业园、河口大桥加快建设。"
    evidence = _evidence(clean, "沅泰冷链产业园", "zone:common")
    assert built_zones(clean, evidence, np.array([-1.0, 2.0, 0.5])).any()
    assert not built_zones(clean, evidence, np.array([-1.0, 2.0, 1.5])).any()


@pytest.mark.parametrize(
    ("clean", "lifted"),
    [
        ("项目落户沅泰石化产业园，已经投产。", True),
        ("分拨中心选址于沅泰石化产业园。", True),
        ("落户沅泰石化产业园项目的资金到位。", False),
        ("建设沅泰石化产业园，已经投产。", False),
    ],
)
def test_where_others_settle_is_no_work_of_the_firm_it_begins_with(clean: str, lifted: bool) -> None:
    evidence = _evidence(clean, "沅泰石化产业园", "zone:place")
    assert bool(built_zones(clean, evidence, np.array([-1.0, 2.0, 1.5])).any()) is lifted


@pytest.mark.parametrize(
    ("clean", "lifted"),
    [
        ("白鹭食品工业园项目奠基。", True),
        ("白鹭食品工业园由石桥集团独资兴建。", True),
        ("白鹭食品工业园项目12个。", False),
        ("白鹭食品工业园项目建设提速。", False),
        ("白鹭食品工业园由管委会管理。", False),
    ],
)
def test_a_park_that_is_called_a_work_is_one(clean: str, lifted: bool) -> None:
    evidence = _evidence(clean, "白鹭食品工业园", "zone:name")
    assert bool(built_zones(clean, evidence, np.array([2.0, -1.0, -1.0]))[1] > 3) is lifted


def test_no_work_is_doubted_that_is_none() -> None:
    clean = "白鹭服饰产业园、河口大桥加快建设。"
    assert not built_zones(clean, _evidence(clean, "白鹭服饰产业园", "zone:common"), np.array([-1.0, -0.5, -1.0])).any()


def _evidence(clean: str, zone: str, rule: str) -> Evidence:
    """A zone, a work of the same name and a firm that its first two characters may be."""
    start = clean.index(zone)
    ends = np.array([start + len(zone), start + len(zone), start + 2])
    kinds = np.array([TYPES.index(kind) for kind in ("Zone", "Project", "Enterprise")])
    firm = Mention(start, start + 2, "Enterprise", zone[:2], "enterprise:in_project", 0.5)
    best = (Mention(start, int(ends[0]), "Zone", zone, rule, 0.5), None, firm)
    return Evidence(np.array([start] * 3), ends, kinds, np.zeros((3, len(LAYERS))), np.zeros((3, 2)), best)
