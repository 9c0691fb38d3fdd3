"""A division never stands without those above it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.ontology import load_gazetteer
from kg.tables import Build


def steps(build: Build) -> set[tuple[str, str]]:
    names = {e["entity_id"]: e["name"] for e in build.rows("entities")}
    return {(names[r["head_id"]], names[r["tail_id"]]) for r in build.rows("relations") if r["type"] == "part_of"}


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        # the city is only above the county, and has no name in the text
        ("a.txt", "沅江新区集中开工\n\n赫山区新开工标准厂房项目，总投资3亿元。",
         {("赫山区", "益阳市"), ("益阳市", "湖南省")}),
        # a place that a table alone names
        ("a.csv", "项目名称,建设地点,总投资（万元）\n甲水库工程,安化县,3000\n乙大桥工程,桃江县,8000\n",
         {("安化县", "益阳市"), ("桃江县", "益阳市"), ("益阳市", "湖南省")}),
        # the document's own place
        ("a.txt", "益阳市2021年政府工作报告\n\n全市地区生产总值增长8.1%。", {("益阳市", "湖南省")}),
    ],
)  # fmt: skip
def test_up_to_the_province(tmp_path: Path, name: str, text: str, wanted: set[tuple[str, str]]) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    build = kg.build([tmp_path / name], tmp_path / "build").tables
    assert steps(build) >= wanted
    documents = {d["doc_id"]: d["text"] for d in build.rows("documents")}
    known = {r["relation_id"] for r in build.rows("relations") if r["type"] == "part_of"}
    for e in build.rows("evidence"):
        if e["relation_id"] in known:
            assert documents[e["doc_id"]][e["start"] : e["end"]].strip()


def test_the_whole_sample(sample_build: Build) -> None:
    gazetteer, found = load_gazetteer(), steps(sample_build)
    for e in sample_build.rows("entities"):
        code = e["entity_id"].removeprefix("region/")
        if e["type"] == "Region" and code in gazetteer and (above := gazetteer.parents(code)):
            assert (e["name"], gazetteer.display(above[0])) in found


def test_what_has_no_code_has_nothing_above(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("长三角一体化加快推进，湖南省与之对接。", "utf-8")
    assert steps(kg.build([tmp_path / "a.txt"], tmp_path / "build").tables) == set()
