"""The other ways out: GEXF, GraphML, SVG, PNG, the report, the command line, notebooks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from kg.api import Graph
from kg.cli import main
from kg.export import export
from kg.export.chromium import BrowserError
from kg.export.png import write_png
from kg.export.regional.gather import Gatherer
from kg.export.report import write_report
from kg.export.svg import write_svg
from kg.export.view.page import LINES
from kg.export.view.slices import Wanted
from kg.tables import SCHEMAS, Build
from tests.view.builds import FIRST, write_rows
from tests.view.pages import Page, colours

VIZ = "{http://www.gexf.net/1.2draft/viz}"
GEXF = "{http://www.gexf.net/1.2draft}"


def test_gexf_by_two_readers(small: Build, tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    export(small, "gexf", file)
    graph = nx.read_gexf(file)
    assert (len(graph), graph.size()) == (10, 9)
    node = graph.nodes["enterprise/旗滨玻璃公司"]
    assert node["label"] == "旗滨玻璃公司" and node["type_zh"] == "企业"
    assert node["viz"]["color"] == {"r": 242, "g": 142, "b": 43, "a": 1.0}
    tree = ElementTree.parse(file)
    positions = [p.attrib for p in tree.iter(f"{VIZ}position")]
    assert len({(p["x"], p["y"]) for p in positions}) == 10
    assert "lastmodified" not in file.read_text("utf-8")


def test_graphml_by_two_readers(small: Build, tmp_path: Path) -> None:
    file = tmp_path / "graph.graphml"
    export(small, "graphml", file)
    graph = nx.read_graphml(file)
    node = graph.nodes["region/株洲市"]
    assert node["label"] == "株洲市" and node["colour"] == "#4E79A7" and isinstance(node["x"], float)
    assert len([e for e in ElementTree.parse(file).iter() if e.tag.endswith("}edge")]) == 9


def test_svg(small: Build, page: Page, tmp_path: Path) -> None:
    file = write_svg(small, tmp_path / "graph.svg", Wanted())
    text = "".join(ElementTree.parse(file).getroot().itertext())
    assert "旗滨玻璃公司" in text and "行政区域 2" in text and "<img src=x on…" in text
    page.tab.open(file.as_uri())
    page.wait("document.querySelectorAll('svg text').length > 8")
    assert colours(page.tab, page.tab.picture()).get((0x4E, 0x79, 0xA7), 0) > 40
    assert page.complaints() == []


def test_lines_have_the_colour_of_their_relation(small: Build, tmp_path: Path) -> None:
    text = write_svg(small, tmp_path / "graph.svg", Wanted()).read_text("utf-8")
    assert all(text.count(f'stroke="{LINES[kind]}"') == 2 for kind in ("located_in", "part_of", "undertakes"))
    assert ">位于 7<" in text and ">承担 1<" in text and LINES["hosts"] not in text
    export(small, "graphml", tmp_path / "graphml")
    edges = [e for *_, e in nx.read_graphml(tmp_path / "graphml").edges(data=True)]
    export(small, "gexf", tmp_path / "gexf")
    kinds = [e["relation"] for *_, e in nx.read_gexf(tmp_path / "gexf").edges(data=True)]
    drawn = [c.attrib for e in ElementTree.parse(tmp_path / "gexf").iter(f"{GEXF}edge") for c in e.iter(f"{VIZ}color")]
    assert len(drawn) == len(kinds) == len(edges) == 9
    for found in ([(e["type"], e) for e in edges], zip(kinds, drawn, strict=True)):
        seen = {kind: "#" + "".join(f"{int(e[part]):02X}" for part in "rgb") for kind, e in found}
        assert seen == {kind: LINES[kind] for kind in ("located_in", "part_of", "undertakes")}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--least", "1"], "of 10 things: the surest relation has a confidence of 0.9000."),
        (["--year", "2031..2035"], "of 10 things: the texts speak of the years 2020 to 2021."),
        (["--min-support", "9"], "of 10 things: the best attested relation has 1 pieces of evidence."),
        (["--type", "荣誉"], "of 10 things: ask for fewer conditions at once."),
    ],
)
def test_nothing_to_show_is_said_and_not_written(small: Build, tmp_path: Path, asked: list[str], told: str) -> None:
    for output in ("-o", "--svg"):
        result = CliRunner().invoke(main, ["view", str(small.path), output, str(tmp_path / "file"), *asked])
        assert result.exit_code == 1
        assert result.stderr == f"kg: {small.path}: nothing is left to show {told}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_build_without_names_has_no_page(tmp_path: Path) -> None:
    build = write_rows(tmp_path / "b", {name: [] for name in SCHEMAS})
    result = CliRunner().invoke(main, ["view", str(build.path), "-o", str(tmp_path / "file")])
    assert result.exit_code == 1 and "holds no names" in result.stderr
    export(build, "gexf", tmp_path / "graph.gexf")
    assert len(nx.read_gexf(tmp_path / "graph.gexf")) == 0


def test_png(small_page: Path, page: Page, tmp_path: Path) -> None:
    file = write_png(small_page, tmp_path / "graph.png", width=800, height=600)
    assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert colours(page.tab, file.read_bytes()).get((0xF2, 0x8E, 0x2B), 0) > 40


def test_png_without_a_browser(small: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    result = CliRunner().invoke(main, ["view", str(small.path), "--png", str(tmp_path / "graph.png")])
    assert result.exit_code == 1
    assert "needs Chromium or Chrome" in result.stderr and "apt install" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_fails_says_so(tmp_path: Path, chromium: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "other.html"
    page.write_text("<p>no graph</p>", "utf-8")
    monkeypatch.setattr("kg.export.png.SECONDS", 0.2)
    with pytest.raises(BrowserError, match="did not reach"):
        write_png(page, tmp_path / "graph.png")


def test_same_bytes_whatever_the_hash_seed(small: Build, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        for command in (["view"], ["report", "--region", "株洲市"], ["export", "--to", "gexf"]):
            file = tmp_path / f"{command[0]}-{seed}"
            arguments = [command[0], str(small.path), *command[1:], "-o", str(file)]
            environment = os.environ | {"PYTHONHASHSEED": seed}
            subprocess.run([sys.executable, "-m", "kg.cli", *arguments], check=True, env=environment)
    for name in ("view", "report", "export"):
        assert (tmp_path / f"{name}-1").read_bytes() == (tmp_path / f"{name}-2").read_bytes()


def test_view_command(small: Build, tmp_path: Path) -> None:
    file = tmp_path / "view.html"
    wanted = ["--focus", "旗滨玻璃", "--hops", "1", "--year", "2019..2020", "--type", "企业", "--english"]
    result = CliRunner().invoke(main, ["view", str(small.path), "-o", str(file), *wanted])
    assert result.exit_code == 0 and 'lang="en"' in file.read_text("utf-8")
    assert result.stdout == "" and result.stderr.startswith(f"written: {file} (")
    assert (
        "nearest names are: 旗滨玻璃"
        in CliRunner().invoke(main, ["view", str(small.path), "-o", str(file), "--force", "--focus", "旗滨波璃"]).stderr
    )
    surer = tmp_path / "surer.svg"
    assert CliRunner().invoke(main, ["view", str(small.path), "--svg", str(surer), "--least", "0.6"]).exit_code == 0
    assert "旗滨玻璃公司" in surer.read_text("utf-8") and "电子玻璃" not in surer.read_text("utf-8")
    assert CliRunner().invoke(main, ["view", str(small.path), "-o", str(file), "--year", "今年"]).exit_code == 2
    assert CliRunner().invoke(main, ["view", str(small.path)]).exit_code == 2


@pytest.mark.parametrize(
    ("command", "files"),
    [
        (["view", "-o", "{}/a.html"], ["a.html"]),
        (["view", "-o", "{}/a.html", "--svg", "{}/b.svg"], ["b.svg"]),
        (["view", "-o", "{}/a.html", "--png", "{}/b.png"], ["b.png"]),
        (["report", "--region", "株洲市", "-o", "{}/a.html"], ["a.html"]),
        (["export", "--to", "jsonl", "-o", "{}/a.jsonl"], ["a.jsonl"]),
        (["export", "--to", "ntriples", "--split", "2", "-o", "{}/a.nt"], ["a-2.nt"]),
    ],
)
def test_a_file_that_is_there_is_replaced_on_demand_only(
    small: Build, tmp_path: Path, command: list[str], files: list[str]
) -> None:
    for name in files:
        (tmp_path / name).write_text("mine", "utf-8")
    arguments = [command[0], str(small.path), *(word.format(tmp_path) for word in command[1:])]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert result.stderr.endswith(
        f"{tmp_path / files[0]}: a file is there already; replace it with --force or choose another name.\n"
    )
    assert [p.name for p in tmp_path.iterdir()] == files and (tmp_path / files[0]).read_text("utf-8") == "mine"
    if "--png" not in command:
        assert CliRunner().invoke(main, [*arguments, "--force"]).exit_code == 0
        assert all((tmp_path / name).stat().st_size > 10 for name in files)


def test_standard_output_is_never_there(small: Build) -> None:
    result = CliRunner().invoke(main, ["view", str(small.path), "-o", "-"])
    assert (result.exit_code, result.stdout[:15], result.stderr) == (0, "<!doctype html>", "")


def test_report_in_the_browser(small: Build, page: Page, tmp_path: Path) -> None:
    file = write_report(small, tmp_path / "report.html", ["株洲市"])
    page.tab.open(file.as_uri())
    page.wait("document.querySelector('article h2')?.textContent === '株洲市'")
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    text = page.run("document.body.innerText")
    assert "地区生产总值" in text and "3,105.8亿元" in text and "10.2 亿元" in text
    assert FIRST in text
    assert page.run("window.hacked") is None
    assert page.requests() == [] and page.complaints() == []
    page.tab.size(390, 844, mobile=True)
    assert page.run("document.documentElement.scrollWidth") <= 390
    page.picture("report")


def test_report_of_surer_facts(small: Build, tmp_path: Path) -> None:
    def told(*more: str) -> str:
        command = ["report", str(small.path), "-o", "-", "--region", "株洲市", *more]
        return CliRunner().invoke(main, command).stdout

    assert "3,105.8" in told() and "旗滨玻璃公司" in told()
    assert "3,105.8" not in told("--least", "0.7") and "旗滨玻璃公司" in told("--least", "0.7")
    assert "旗滨玻璃公司" not in told("--least", "0.95")
    result = CliRunner().invoke(main, ["report", str(small.path), "-o", "-", "--least", "0.99"])
    assert result.exit_code == 1 and "ask with a lower --least" in result.stderr


def test_a_report_of_a_few_facts(small: Build, tmp_path: Path) -> None:
    assert Gatherer(small).ranked == ["region/株洲市"]
    rows = {name: small.rows(name) for name in SCHEMAS}
    few = [r for r in rows["relations"] if r["relation_id"] in ("relation/0", "relation/2")]
    build = write_rows(tmp_path / "build", rows | {"relations": few, "observations": []})
    assert Gatherer(build).ranked == ["region/株洲市", "region/醴陵市"]
    assert Gatherer(build, 0.95).ranked == []


def test_inline_in_a_notebook(small: Build) -> None:
    shown = Graph(small.path).view(focus="旗滨玻璃")
    try:
        assert shown.read_text("utf-8").startswith("<!doctype html>")
        html = shown._repr_html_()
        assert html.startswith("<iframe srcdoc=") and "<script" not in html
    finally:
        shutil.rmtree(shown.parent)
