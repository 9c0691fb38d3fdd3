"""Tables become facts: columns by their names, cells to their sheet, row and column."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.loaders import load
from kg.query.origins import places
from kg.tables import Build
from tests.loaders.producers import by_libreoffice, workbook

ENTERPRISES = (
    "序号,企业名称,统一社会信用代码,所属行业,所属县市区\n"
    "1,湖南某山新材料有限公司,91430200MA4L000018,新材料,醴陵市\n"
    "2,株洲白石轴承有限公司,91430200MA4L000026,装备制造,石峰区\n"
)
INDICATORS = (
    "2023年株洲市主要经济指标,,,\n指标名称,单位,绝对数,比上年增长（%）\n"
    "地区生产总值,亿元,3616.8,5.1\n其中：第一产业增加值,亿元,272.3,3.6\n规模以上工业增加值,,,6.2\n"
)
COUNTIES = (
    "2023年株洲市各县市区主要指标,,\n县市区,地区生产总值（亿元）,固定资产投资增长（%）\n"
    "醴陵市,850.2,-3.1\n攸县,520.7,4.5\n合计,1370.9,\n"
)


def triples(build: Build) -> set[tuple[str, str, str]]:
    names = {e["entity_id"]: e["name"] for e in build.rows("entities")}
    return {(names[r["head_id"]], r["type"], names[r["tail_id"]]) for r in build.rows("relations")}


def check_projects(build: Build) -> None:
    names = {e["entity_id"]: e["name"] for e in build.rows("entities")}
    assert triples(build) >= {
        ("湖南某山新材料有限公司", "undertakes", "白石港新材料产业园一期项目"),
        ("湖南某山新材料有限公司", "undertakes", "白石港智能装备基地"),  # a merged cell
        ("白石港智能装备基地", "located_in", "攸县"),
        ("茶陵县交通运输局", "undertakes", "白石港至云里公路改扩建工程"),
    }
    facts = {(names[a["entity_id"]], a["property"], a["value"], a["modality"]) for a in build.rows("attributes")}
    assert facts >= {
        ("白石港新材料产业园一期项目", "investment", "9829000000", "done"),
        ("白石港新材料产业园一期项目", "status", "started", "done"),
        ("白石港至云里公路改扩建工程", "investment", "1720000000", "done"),
    }
    projects = {e["name"] for e in build.rows("entities") if e["type"] == "Project"}
    assert not any("产业项目" in name or "合计" in name or "不应" in name for name in projects)
    money = {a["rule"] for a in build.rows("attributes") if a["property"] == "investment"}
    assert money == {"table.investment"}


def test_a_list_of_projects(tmp_path: Path) -> None:
    graph = kg.build([workbook(tmp_path / "projects.xlsx")], tmp_path / "build")
    build = graph.tables
    check_projects(build)
    assert "底稿" in build.manifest["notes"][0]["message"]
    (investment,) = [a for a in build.rows("attributes") if a["value"] == "9829000000"]
    where = places(build, investment["doc_id"], investment["start"], investment["end"])
    assert where == "sheet 重点项目, row 7, column 5"
    text = build.rows("documents")[0]["text"]
    assert text[investment["start"] : investment["end"]] == "98.29"


def test_who_uses_the_money_of_a_bond_is_not_who_builds(tmp_path: Path) -> None:
    (tmp_path / "bonds.csv").write_text(
        "序号,项目名称,资金使用单位,债券金额（万元）\n"
        "1,白石港大桥扩建工程,株洲白石交通建设有限公司,3000\n"
        "2,白石港水厂改造工程,株洲白石水务有限公司,1200\n",
        "utf-8",
    )
    build = kg.build([tmp_path / "bonds.csv"], tmp_path / "build").tables
    assert {"株洲白石水务有限公司", "白石港水厂改造工程"} <= {e["name"] for e in build.rows("entities")}
    assert not [r for r in build.rows("relations") if r["type"] == "undertakes"]


def test_the_same_list_in_other_formats(tmp_path: Path) -> None:
    made = workbook(tmp_path / "projects.xlsx")
    (expected,) = load(made)
    for kind in ("xls", "ods"):
        (path,) = by_libreoffice(kind, [made])
        (article,) = load(path)
        assert article.text == expected.text
        assert article.tables == expected.tables
        assert "底稿" in article.notes[0]


def test_the_title_of_a_list_says_the_stage_of_its_works(tmp_path: Path) -> None:
    rows = (
        "序号\t项目名称\t投资单位\t签约县（区）\n1\t红牛产业示范园\t白石农业集团\t攸县\n"
        "2\t白石浓缩汁生产线\t白石果业公司\t醴陵市\n3\t云里风电场\t白石新能源公司\t茶陵县\n"
    )
    found = {}
    for title in ("2023年株洲市集中签约项目一览表", "2023年株洲市签约项目奖励办法附表"):
        (tmp_path / "list.txt").write_text(f"{title}\n{rows}", "utf-8")
        build = kg.build([tmp_path / "list.txt"], tmp_path / "build", force=True).tables
        found[title[-2:]] = {(a["value"], a["modality"]) for a in build.rows("attributes") if a["property"] == "status"}
        assert ("红牛产业示范园", "located_in", "攸县") in triples(build)
    assert found == {"览表": {("signed", "done")}, "附表": set()}


def test_a_csv_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "enterprises.csv"
    path.write_bytes(ENTERPRISES.encode("gb18030"))
    build = kg.build([path], tmp_path / "build").tables
    assert triples(build) >= {
        ("湖南某山新材料有限公司", "located_in", "醴陵市"),
        ("株洲白石轴承有限公司", "located_in", "石峰区"),
        ("株洲白石轴承有限公司", "in_industry", "装备制造"),
    }
    codes = {a["value"] for a in build.rows("attributes") if a["property"] == "credit_code"}
    assert codes == {"91430200MA4L000018", "91430200MA4L000026"}


def test_a_list_without_places_names_them_in_its_projects(tmp_path: Path) -> None:
    """The nearest place governs: the region that a project's name begins with, else that of the list."""
    (tmp_path / "湖南省债券项目.csv").write_text(
        "湖南省2024年专项债券项目表,\n项目名称,总投资（亿元）\n攸县人民医院扩建工程,2.1\n白石港智能装备基地,3.5\n",
        "utf-8",
    )
    build = kg.build([tmp_path / "湖南省债券项目.csv"], tmp_path / "build").tables
    located = {(head, tail) for head, type_, tail in triples(build) if type_ == "located_in"}
    assert ("攸县人民医院扩建工程", "攸县") in located
    assert ("攸县人民医院扩建工程", "湖南省") not in located


def test_indicators_in_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(INDICATORS, "utf-8")
    build = kg.build([tmp_path / "a.csv"], tmp_path / "build").tables
    figures = {
        (o["region_id"], o["indicator"], o["year"], o["value"], o["unit"], o["measure"])
        for o in build.rows("observations")
    }
    assert figures == {
        ("region/430200", "地区生产总值", 2023, 3616.8, "亿元", "level"),
        ("region/430200", "地区生产总值", 2023, 5.1, "%", "growth"),
        ("region/430200", "第一产业增加值", 2023, 272.3, "亿元", "level"),
        ("region/430200", "第一产业增加值", 2023, 3.6, "%", "growth"),
        ("region/430200", "规模工业增加值", 2023, 6.2, "%", "growth"),
    }


def test_a_plan_gives_targets_and_the_growth_until_then(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "株洲市第十四个五年规划纲要\n2021年1月\n我市是一座工业城市。\n"
        "指标\t2020年\t2025年\t年均增长\n地区生产总值（亿元）\t3105.8\t4500\t7.5%\n常住人口城镇化率（%）\t71.3\t75\t—\n"
        "固定资产投资（亿元）\t—\t—\t8%\n",
        "utf-8",
    )
    build = kg.build([tmp_path / "a.txt"], tmp_path / "build").tables
    figures = {(o["indicator"], o["year"], o["value"], o["measure"], o["kind"]) for o in build.rows("observations")}
    assert figures >= {
        ("地区生产总值", 2025, 4500, "level", "target"),
        ("地区生产总值(2021-2025年均)", 2025, 7.5, "growth", "target"),
        ("常住人口城镇化率", 2025, 75, "level", "target"),
        ("固定资产投资(2021-2025年均)", 2025, 8, "growth", "target"),
    }


def test_indicators_of_several_regions(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(COUNTIES, "utf-8")
    build = kg.build([tmp_path / "a.csv"], tmp_path / "build").tables
    figures = {
        (o["region_id"], o["indicator"], o["value"], o["unit"], o["measure"]) for o in build.rows("observations")
    }
    assert figures == {
        ("region/430281", "地区生产总值", 850.2, "亿元", "level"),
        ("region/430281", "固定资产投资", -3.1, "%", "growth"),
        ("region/430223", "地区生产总值", 520.7, "亿元", "level"),
        ("region/430223", "固定资产投资", 4.5, "%", "growth"),
    }


def test_a_mapping_file_tells_what_names_do_not(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("编号,事项,谁来办,多少钱\nA1,白石港污水处理厂扩建,株洲白石水务有限公司,3200\n", "utf-8")
    proposed = CliRunner().invoke(main, ["map", str(path)]).output
    assert "事项: '-'" in proposed
    edited = proposed.replace("事项: '-'", "事项: name").replace("谁来办: '-'", "谁来办: builder")
    edited = edited.replace("多少钱: '-'", "多少钱: investment 万元")
    (tmp_path / "list.csv.map.yaml").write_text(edited, "utf-8")
    build = kg.build([tmp_path], tmp_path / "build").tables
    assert ("株洲白石水务有限公司", "undertakes", "白石港污水处理厂扩建") in triples(build)
    assert [a["value"] for a in build.rows("attributes") if a["property"] == "investment"] == ["32000000"]
    assert build.manifest["skipped"] == [
        {"source": f"{tmp_path.name}/list.csv.map.yaml", "reason": "it is a mapping file"}
    ]


@pytest.mark.parametrize("text", ["- a\n", "'*': {columns: 5}\n", "a: [\n", "'*': {rows: nonsense, columns: {}}\n"])
def test_a_mapping_file_that_is_wrong(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("甲,乙\n1,2\n", "utf-8")
    (tmp_path / "list.csv.map.yaml").write_text(text, "utf-8")
    with pytest.raises(kg.errors.InputError, match=r"kg map list\.csv"):
        load(path)


def test_facts_of_tables_and_texts_meet(tmp_path: Path) -> None:
    workbook(tmp_path / "projects.xlsx")
    news = "醴陵签约\n2024年3月5日，湖南某山新材料有限公司投资建设的白石港新材料产业园一期项目在醴陵市开工，"
    news += "总投资98.29亿元。\n2024-03-05"
    (tmp_path / "news.txt").write_text(news, "utf-8")
    build = kg.build([tmp_path], tmp_path / "build").tables
    (company,) = [e for e in build.rows("entities") if e["name"] == "湖南某山新材料有限公司"]
    assert company["doc_count"] == 2
    rules = {a["rule"].split(".")[0] for a in build.rows("attributes") if a["property"] == "investment"}
    assert "table" in rules and len(rules) == 2


def test_a_long_sheet_is_read_in_parts(tmp_path: Path) -> None:
    rows = "".join(f"{n},白石港第{n}号厂房建设项目,醴陵市,{n}.5\n" for n in range(1, 2501))
    (tmp_path / "a.csv").write_text("序号,项目名称,建设地点,总投资（万元）\n" + rows, "utf-8")
    articles = load(tmp_path / "a.csv")
    assert [len(a.tables[0].rows) for a in articles] == [1001, 1001, 501]
    last = articles[-1].tables[0].rows[-1][1]
    assert last is not None and articles[-1].text[last.start : last.end] == "白石港第2500号厂房建设项目"
    assert articles[-1].origins[-1].row == 2501


def test_inspect(tmp_path: Path) -> None:
    workbook(tmp_path / "projects.xlsx")
    result = CliRunner().invoke(main, ["inspect", str(tmp_path / "projects.xlsx")])
    assert result.exit_code == 0
    assert "about projects" in result.output and "投资（亿元）/总投资 → investment 亿元" in result.output
    as_json = CliRunner().invoke(main, ["inspect", "--json", str(tmp_path / "projects.xlsx")]).output
    view = json.loads(as_json)
    assert view["title"] == "株洲市2024年重点建设项目清单" and view["year"] == 2024
