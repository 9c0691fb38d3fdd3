"""What rows of works tell of their members."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.rows_of_works import among_works


def lifted(clean: str, *said: tuple[str, str, float]) -> dict[str, float]:
    """What is added to candidates (surface, type, margin) of a text, by surface and type; those that get nothing go."""
    rows = sorted((clean.index(s), -clean.index(s) - len(s), TYPES.index(t), margin) for s, t, margin in said)
    table = np.array([row[:3] for row in rows])
    seen = np.tile([0.5, 0.0], (len(rows), 1))
    rules = np.zeros((len(rows), len(LAYERS)))
    evidence = Evidence(table[:, 0], -table[:, 1], table[:, 2], rules, seen, (None,) * len(rows))
    lift = among_works(clean, evidence, np.array([row[3] for row in rows]))
    return {
        f"{TYPES[kind]} {clean[start:-end]}": float(more)
        for (start, end, kind, _), more in zip(rows, lift, strict=True)
        if more
    }


def test_works_of_a_row_begin_with_companies_as_the_others_do() -> None:
    row = [("青禾铝业箔材", "Project", 2.0), ("白鹭化工二期", "Project", 2.0), ("沅泰纤维板", "Project", 2.0)]
    firms = [("青禾铝业", "Enterprise", 1.0), ("白鹭化工", "Enterprise", 1.0), ("沅泰", "Enterprise", -0.5)]
    clean = "青禾铝业箔材、白鹭化工二期、沅泰纤维板等项目投产。"
    assert lifted(clean, *row, *firms) == {"Enterprise 沅泰": pytest.approx(2 / 3)}
    assert lifted(clean, *row, firms[2]) == {}
    clean = "青禾铝业箔材、白鹭化工二期投产，沅泰纤维板动工。"
    assert lifted(clean, *row, *firms) == {}


def test_what_is_called_a_project_is_one() -> None:
    doubtful = ("纸浆生产", "Project", -0.4)
    assert "Project 纸浆生产" in lifted("新建年产9万吨的纸浆生产项目，选址石桥镇。", doubtful)
    assert lifted("新建年产9万吨的纸浆生产线，选址石桥镇。", doubtful) == {}
    assert lifted("扩大纸浆生产项目规模。", doubtful) == {}
    assert lifted("新建年产9万吨的纸浆生产项目，", ("纸浆生产", "Project", -1.4)) == {}


def test_what_stands_between_works_is_one() -> None:
    clean = "抓好白鹭水厂续建、龙潭、青山大道延伸。"
    works = [("白鹭水厂续建", "Project", 2.0), ("青山大道延伸", "Project", 2.0)]
    assert "Project 龙潭" in lifted(clean, *works, ("龙潭", "Project", -0.5))
    assert lifted(clean, *works, ("龙潭", "Project", -0.5), ("龙潭", "Program", 0.5)) == {}
    assert lifted("抓好龙潭、石桥。", ("龙潭", "Project", -0.5)) == {}


def test_a_plant_among_works_is_a_work() -> None:
    clean = "开工白鹭大道、青山电厂，"
    plant = [("青山电厂", "Project", 0.6), ("青山电厂", "Enterprise", 0.9)]
    assert "Project 青山电厂" in lifted(clean, ("白鹭大道", "Project", 2.0), *plant)
    assert lifted("走访青山电厂，", *plant) == {}
