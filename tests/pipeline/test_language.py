"""Texts that are not Chinese are said to be so, and the build goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.pipeline.language import hardly_chinese
from kg.tables import Build

ENGLISH = "The zone was founded in the city of Zhuzhou (株洲) in 1992."


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        ([ENGLISH], "it holds hardly any Chinese: 2 of 39 characters"),
        (["Новая зона открыта в 2021 году."], "it holds hardly any Chinese: 0 of 21 characters"),
        (["12 345.6", "78%"], "it holds hardly any Chinese: 0 of 10 characters"),
        ([ENGLISH, "醴陵市的园区新签约项目二十个，其中陶瓷和玻璃的项目十二个。"], None),  # one of the two is
        (["GDP增长3.5%"], None),
        (["2021年，LED、PCB、AI、5G、IGBT产业发展"], None),
        (["臺北市的企業"], None),
        ([" \n"], None),
        ([], None),
    ],
)
def test_hardly_any_chinese(texts: list[str], note: str | None) -> None:
    assert hardly_chinese(texts) == note


def test_a_build_says_so_once_and_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("甲市政府工作报告\n\n2021年，醴陵市地区生产总值增长8.1%。", "utf-8")
    (folder / "b.txt").write_text(ENGLISH, "utf-8")
    result = CliRunner().invoke(main, ["build", str(folder), "-o", str(tmp_path / "build")])
    assert result.exit_code == 0
    assert " ".join(result.stderr.split()).count("in/b.txt: it holds hardly any Chinese: 2 of 39 characters") == 1
    build = Build(tmp_path / "build")
    assert build.table("documents").num_rows == 2
    assert [n["source"] for n in build.manifest["notes"]] == ["in/b.txt"]
    seen = CliRunner().invoke(main, ["inspect", str(folder / "b.txt"), "--json"])
    assert "it holds hardly any Chinese: 2 of 39 characters" in json.loads(seen.stdout)["problems"]
