"""Whose people are at work on the site of a news item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.relate.clauses import View
from kg.relate.site_teams import site_teams
from tests.relate.scenes import scene


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[滨江大桥]P主塔封顶。眼下，[明澈建工]E的施工人员正在抢抓工期。", {"明澈建工"}),
        ("[滨江大桥]P建设现场一片繁忙。“年底合龙。”[明澈建工]E项目经理说。", {"明澈建工"}),
        ("[滨江大桥]P和[青川隧道]P建设现场一片繁忙。[明澈建工]E项目经理说。", set()),
        ("[滨江大桥]P主塔封顶。⏎[明澈建工]E项目经理说。", set()),
        ("[滨江大桥]P主塔封顶。[明澈建工]E董事长来访。", set()),
    ],
)
def test_the_one_site_before(marked: str, expected: set[str]) -> None:
    made = scene(marked.replace("⏎", "\n"))
    made = replace(made, text=replace(made.text, document=replace(made.text.document, kind="news")))
    assert {claim.head.key for claim in site_teams(View(made))} == expected
