"""Each line of `actors.tsv`: who does a project, has an honor, follows a programme, in lists and bulletins."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from kg.relate.drives import of_drive
from kg.types import Ref
from tests.relate.scenes import scene
from tests.relate.values import value_scene

LINES = (Path(__file__).parent / "actors.tsv").read_text("utf-8").splitlines()[2:]
CASES = [tuple(line.split("\t")) for line in LINES]


@pytest.mark.parametrize(("relation", "marked", "expected"), CASES)
def test_case(relation: str, marked: str, expected: str) -> None:
    found = {
        f"{claim.head.key}>{claim.tail.key}" for claim in RELATORS[relation](View(scene(marked.replace("⏎", "\n"))))
    }
    assert found == ({*expected.split("; ")} if expected != "-" else set())


DRIVE = (
    "[“三个一批”|三个一批]G项目建设活动在云岭举行。\n"
    "开工项目中，[光伏玻璃基地]P、[风电装备产业园]P进展顺利。[智能电表车间]P破土。\n"
    "目前，[滨江大桥]P已通车。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DRIVE, {"光伏玻璃基地", "风电装备产业园", "智能电表车间"}),
        (DRIVE.replace("活动在云岭举行", "带动就业"), set()),
        (DRIVE.replace("开工项目中", "园区里"), set()),
    ],
)
def test_projects_of_the_drive_that_the_news_are_about(text: str, found: set[str]) -> None:
    assert {claim.head.key for claim in of_drive(View(value_scene(text, "news")))} == found
    assert not [*of_drive(View(value_scene(text, "report")))]


def test_news_of_a_park_go_on_about_the_city() -> None:
    park = Ref("Zone", "云岭高新区")
    made = scene("[云岭市]R正全力冲刺[全国文明城市]H，巩固[国家卫生城市]H创建成果。", park)
    assert {claim.head.key for claim in RELATORS["receives"](View(made))} == {"云岭市"}
