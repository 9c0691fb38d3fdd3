"""Each line of `parks.tsv`: what news that go on about a park must put in it, and what they must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from tests.relate.values import value_scene

LINES = (Path(__file__).parent / "parks.tsv").read_text("utf-8").splitlines()[2:]
CASES = [tuple(line.split("\t")) for line in LINES]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_case(marked: str, expected: str) -> None:
    view = View(value_scene(marked, "news"))
    found = {f"{claim.head.key}>{claim.tail.key}" for claim in RELATORS["located_in"](view)}
    assert found == ({*expected.split("; ")} if expected != "-" else set())
