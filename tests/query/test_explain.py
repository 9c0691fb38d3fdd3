from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import NotFoundError
from kg.query.documents import documents
from kg.query.explain import explain
from kg.tables import Build
from tests.query.builds import write_build


def test_every_fact_comes_with_its_sentence(sample_build: Build) -> None:
    (meaning,) = explain(sample_build, "株洲市")
    names = {r["relation_id"]: r for r in sample_build.rows("relations")}
    texts = {d["doc_id"]: d["text"] for d in sample_build.rows("documents")}
    about = {i for i, r in names.items() if "region/430200" in (r["head_id"], r["tail_id"])}
    assert {r["relation_id"] for r in meaning["relations"]} == about
    for r in meaning["relations"]:
        assert len(r["evidence"]) == r["support"]
        assert all(e["text"] == texts[e["doc_id"]][e["start"] : e["end"]] for e in r["evidence"])
    growth = [o for o in meaning["observations"] if o["year"] == 2020 and o["value"] == 3105.8]
    assert [(o["surface"] in o["text"], "3105.8亿元" in o["text"]) for o in growth] == [(True, True)]


def test_a_relation_is_explained_by_its_id(sample_build: Build) -> None:
    relation = sample_build.rows("relations")[0]
    (meaning,) = explain(sample_build, relation["relation_id"])
    assert meaning["relation"]["head_id"] == relation["head_id"]
    assert len(meaning["relation"]["evidence"]) == relation["support"]


def test_an_unknown_name_is_answered_with_the_nearest(sample_build: Build) -> None:
    with pytest.raises(NotFoundError, match=r"nearest names are: .*株洲市"):
        explain(sample_build, "株洲市市")


def test_the_command_says_it_to_people_and_to_programs(sample_build: Build) -> None:
    path = str(sample_build.path)
    said = CliRunner().invoke(main, ["explain", path, "三高四新"]).output
    assert "slogan/三高四新" in said
    assert "confidence" in said
    printed = CliRunner().invoke(main, ["explain", path, "三高四新", "--json"]).output
    assert json.loads(printed)["entity"]["entity_id"] == "slogan/三高四新"


def test_what_is_less_sure_is_left_out_on_demand(sample_build: Build) -> None:
    command = ["explain", str(sample_build.path), "株洲市", "--json"]
    facts = ("relations", "attributes", "observations")

    def told(*more: str) -> list[float]:
        meaning = json.loads(CliRunner().invoke(main, [*command, *more]).output)
        return [f["confidence"] for kind in facts for f in meaning[kind]]

    everything, surer = told(), told("--least", "0.9")
    assert surer == [c for c in everything if c >= 0.9]
    assert 0 < len(surer) < len(everything)


def test_a_folder_without_gold_files(sample_build: Build, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(sample_build.path), str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"kg: {tmp_path}: no gold files (*.json) are there; name a folder that holds some.\n"


@pytest.mark.parametrize("value", ["-1", "2", "nan", "inf", "abc", ""])
@pytest.mark.parametrize("command", [["explain", "b", "x"], ["view", "b"], ["report", "b"], ["evaluate", "b", "x"]])
def test_how_sure_is_a_number_from_0_to_1(command: list[str], value: str) -> None:
    result = CliRunner().invoke(main, [*command, "--least", value])
    assert result.exit_code == 2
    assert result.stderr.endswith(f"Error: Invalid value for '--least': “{value}” is no number from 0 to 1.\n")


def test_stats_tell_how_many_relations_are_sure(sample_build: Build) -> None:
    said = CliRunner().invoke(main, ["stats", str(sample_build.path)]).output
    confidences = [r["confidence"] for r in sample_build.rows("relations")]
    sure = sum(c >= 0.8 for c in confidences)
    assert f"relations of confidence 0.8 or more: {sure} ({sure / len(confidences):.0%})" in said


def test_stats_tell_how_each_document_was_understood(sample_build: Build) -> None:
    rows = documents(sample_build)
    assert [r["source"] for r in rows] == sorted(d["source"] for d in sample_build.rows("documents"))
    report = next(r for r in rows if r["kind"] == "report" and r["place"] == "株洲市")
    assert report["year"] and all(report[count] > 3 for count in ("chars", "names", "relations", "values", "figures"))
    assert sum(r["figures"] for r in rows) == len(sample_build.rows("observations"))
    command = ["stats", str(sample_build.path), "--documents"]
    said = CliRunner().invoke(main, command).output
    assert all(r["title"] in said for r in rows)
    assert [json.loads(line) for line in CliRunner().invoke(main, [*command, "--json"]).output.splitlines()] == rows


def test_an_indicator_is_explained_by_its_figures(sample_build: Build) -> None:
    (meaning,) = explain(sample_build, "地区生产总值")
    figures = [o for o in sample_build.rows("observations") if o["indicator"] == "地区生产总值"]
    assert len(meaning["observations"]) == len(figures) > 0
    said = CliRunner().invoke(main, ["explain", str(sample_build.path), "GDP"])
    assert said.stderr == "note: “GDP” is taken for “地区生产总值”\n"
    assert "• 株洲市, year 2020, actual level = 3,105.8 亿元" in said.stdout


@pytest.mark.parametrize("command", ["explain", "view --focus", "view --region", "report --region"])
def test_names_as_people_write_them(sample_build: Build, tmp_path: Path, command: str) -> None:
    def run(name: str) -> str:
        words = [name, "-o", str(tmp_path / "page.html"), "--force"] if option else [name]
        return CliRunner().invoke(main, [verb, str(sample_build.path), *option, *words]).stderr

    verb, *option = command.split()
    assert run("湖南省株洲市").startswith("note: “湖南省株洲市” is taken for “株洲市”\n")
    assert "taken for" not in run("株洲市")
    assert "nothing is called “火星”" in run("火星")


def test_no_number_stands_without_its_unit_or_name(tmp_path: Path) -> None:
    at = {"doc_id": "1" * 16, "start": 0, "end": 2, "year": 2021}
    figure = {"region_id": "region/430200", "measure": "level", "kind": "actual"} | at
    known = {"investment": 1.02e9, "area": 41333.3, "status": "building", "status_year": 2021}
    money = {"number": 1.02e9, "unit": "CNY"}
    build = write_build(
        tmp_path / "build",
        documents=[{"doc_id": "1" * 16, "title": "报告", "text": "甲乙。", "chars": 3}],
        entities=[
            {"entity_id": "region/430200", "type": "Region", "name": "株洲市", "mention_count": 2300, "doc_count": 2}
            | {"first_year": 2021, "last_year": 2022, "properties": json.dumps({"gb_code": "430200"})},
            {"entity_id": "project/1", "type": "Project", "name": "大桥", "first_year": 2021, "last_year": 2021}
            | {"properties": json.dumps(known)},
        ],
        relations=[
            {"relation_id": "relation/1", "type": "located_in", "head_id": "project/1", "tail_id": "region/430200"}
        ],
        evidence=[{"relation_id": "relation/1"} | at],
        attributes=[
            {"entity_id": "project/1", "property": "investment", "value": "1020000000"} | at | money,
            {"entity_id": "project/1", "property": "status", "value": "building"} | at,
            {"entity_id": "project/1", "property": "year", "value": "2021", "number": 2021.0} | at,
        ],
        observations=[
            figure | {"observation_id": "observation/1", "indicator": "地区生产总值", "value": 3105.8, "unit": "亿元"},
            figure | {"observation_id": "observation/2", "indicator": "价格指数", "value": 101.2, "unit": ""},
        ],
        merges=[
            {"entity_id": "region/430200", "merged_name": "430200", "merged_place": "430281", "reason": "same name"}
            | {"score": 1.0, "by": "rule"}
        ],
    )  # fmt: skip

    def lines(name: str) -> list[str]:
        result = CliRunner().invoke(main, ["explain", str(build.path), name])
        assert result.exit_code == 0, result.output
        return [line.strip() for line in result.output.splitlines()]

    region, project = lines("株洲市"), lines("大桥")
    assert region[1:4] == [
        "2,300 mentions in 2 documents, years 2021–2022",
        "区划代码: 430200",
        "merged: 株洲市 (430200) of texts on 醴陵市 (430281) (same name, score 1, by rule)",
    ]
    assert "• 地区生产总值, year 2021, actual level = 3,105.8 亿元" in region
    assert "• 价格指数, year 2021, actual level = 101.2 (a number without unit)" in region
    assert "rule test:rule, confidence 0.9" in region
    assert project[1:6] == [
        "1 mention in 1 document, year 2021",
        "投资额: 1,020,000,000 CNY",
        "面积: 41,333.3 m²",
        "建设状态: building",
        "状态年份: 2021",
    ]
    assert "• 大桥 —位于→ 株洲市  (located_in, 1 piece of evidence, relation/1)" in project
    assert "• 投资额 investment = 1,020,000,000 CNY, year 2021" in project
    assert "• 建设状态 status = building, year 2021" in project
    assert "• 年份 year = year 2021" in project
    assert project.count("rule test:rule, confidence 0.9, done, year 2021") == 1  # of the relation
    assert project.count("rule test:rule, confidence 0.9, done") == 3
