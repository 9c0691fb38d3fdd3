"""Bodies of which a clause tells what they do."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract.evidence import LAYERS, TYPES, Evidence
from kg.extract.standing_bodies import standing_bodies
from kg.types import Mention


@pytest.mark.parametrize(
    ("clean", "work", "lifted"),
    [
        ("县档案馆完成三年修志。", "project:after_head_plain", True),
        ("县档案馆、县图书馆获评省级示范。", "project:after_head_plain", True),
        ("县档案馆通过省级验收。", "project:thing", True),
        ("县档案馆迎来援疆教师。", "project:thing_far", True),
        ("县档案馆完成主体工程。", "project:after_head_plain", False),
        ("县档案馆通过规划评审。", "project:thing", False),
        ("县档案馆加快建设。", "project:thing", False),
    ],
)
def test_a_body_that_does_what_no_work_does_stands(clean: str, work: str, lifted: bool) -> None:
    evidence = _evidence(work, "organization:level")
    assert bool(standing_bodies(clean, evidence, np.array([-1.0, 2.0]))[0] > 3) is lifted


def test_no_body_is_lifted_that_no_rule_names_or_that_is_most_unlikely() -> None:
    clean = "县档案馆获评省级示范。"
    assert not standing_bodies(clean, _evidence("project:thing", "organization:plain"), np.array([-1.0, 2.0])).any()
    assert not standing_bodies(clean, _evidence("project:thing", "organization:level"), np.array([-5.0, 2.0])).any()


def _evidence(work: str, body: str) -> Evidence:
    """A body and a work of the same name, 县档案馆."""
    kinds = np.array([TYPES.index(kind) for kind in ("Organization", "Project")])
    best = (Mention(0, 4, "Organization", "县档案馆", body, 0.5), Mention(0, 4, "Project", "县档案馆", work, 0.5))
    return Evidence(np.zeros(2, int), np.full(2, 4), kinds, np.zeros((2, len(LAYERS))), np.zeros((2, 2)), best)
