"""News about a drive of projects: what was begun that day belongs to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.relate import RELATORS
from kg.relate.clauses import View
from tests.relate.scenes import scene


def members(marked: str) -> set[str]:
    made = scene(marked.replace("⏎", "\n"))
    document = replace(made.text.document, kind="news")
    made = replace(made, text=replace(made.text, document=document))
    return {f"{c.head.key}>{c.tail.key}" for c in RELATORS["under_program"](View(made))}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "松泉县举行[“项目大会战”集中开工活动]V，[甲基地]P、[乙学校]P等21个项目破土动工。⏎[项目大会战]G如火如荼。",
            {"甲基地>项目大会战", "乙学校>项目大会战"},
        ),
        (
            "松泉县举行[项目大会战]G集中开工活动。⏎此次集中开工的项目中，[甲基地]P投资8亿元。⏎近年来，[丙大桥]P通车。",
            {"甲基地>项目大会战"},
        ),
        ("松泉县举行[“项目大会战”总结座谈]V，[甲基地]P等21个项目开工。⏎[项目大会战]G如火如荼。", set()),
        ("松泉县召开会议，[甲基地]P等21个项目开工。⏎[项目大会战]G如火如荼。", set()),
    ],
)
def test_what_a_drive_began(marked: str, expected: set[str]) -> None:
    assert members(marked) == expected


def test_what_a_county_gains_by_a_work_is_not_all_of_it_the_work_s_own_trade() -> None:
    marked = "[松泉二号高炉]P点火，松泉县将壮大[钢铁]I、[装备制造]I、[现代物流]I等产业集群。"
    made = scene(marked)
    news = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    assert not [*RELATORS["in_industry"](View(news))]
