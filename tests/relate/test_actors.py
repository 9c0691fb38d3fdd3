"""Each line of `actors.tsv`: who does a project, has an honor, follows a programme, in lists and bulletins."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from tests.relate.scenes import scene

LINES = (Path(__file__).parent / "actors.tsv").read_text("utf-8").splitlines()[2:]
CASES = [tuple(line.split("\t")) for line in LINES]


@pytest.mark.parametrize(("relation", "marked", "expected"), CASES)
def test_case(relation: str, marked: str, expected: str) -> None:
    found = {
        f"{claim.head.key}>{claim.tail.key}" for claim in RELATORS[relation](View(scene(marked.replace("⏎", "\n"))))
    }
    assert found == ({*expected.split("; ")} if expected != "-" else set())
