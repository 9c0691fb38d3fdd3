"""The same report on two sites counts once, and both places stay known where an analyst looks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.query.explain import explain
from kg.tables import Build

TEXT = (
    "醴陵市举行重点项目集中签约仪式\n2024年3月5日，醴陵市举行重点项目集中签约仪式，现场签约项目十二个，总投资三十亿元，涉及新材料、装备制造等产业。"
    "湖南某山新材料有限公司投资建设的白石港新材料产业园一期项目在醴陵经开区开工，总投资98.29亿元。"
    "签约仪式上，市长介绍了园区规划和招商政策，企业代表作了发言，双方就项目用地和开工时间达成一致。"
    "近年来，醴陵市坚持项目为王，推动产业链延伸、价值链提升，去年完成固定资产投资增长8.2%，新增规模工业企业二十三家。"
)
OTHER = "（责任编辑：某某　来源：某某新闻网）"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("twins") / "in"
    folder.mkdir()
    for name, text in (
        ("a.txt", TEXT),
        ("b.txt", TEXT + OTHER),
        ("c.txt", TEXT),
        ("d.txt", TEXT.replace("2024", "2023")),
    ):
        (folder / name).write_text(text, "utf-8")
    return kg.build([folder], folder.with_name("build")).tables


def test_they_count_once(build: Build) -> None:
    assert [d["source"] for d in build.rows("documents")] in (["in/a.txt", "in/d.txt"], ["in/d.txt", "in/a.txt"])
    (undertakes,) = [r for r in build.rows("relations") if r["type"] == "undertakes"]
    assert undertakes["doc_count"] == 2  # a report of another year is another document, however alike
    noted = [note["message"] for note in build.manifest["notes"] if note["source"] == "in/b.txt"]
    assert len(noted) == 1 and "counts once" in noted[0] and "nearly that of in/a.txt (" in noted[0]
    assert {"source": "in/c.txt", "message": "its text is in in/a.txt too and counted once"} in build.manifest["notes"]


def test_both_places_are_shown(build: Build) -> None:
    by_source = {d["source"]: d["doc_id"] for d in build.rows("documents")}
    copies = build.copies(by_source["in/a.txt"])
    assert [source for source, _ in copies] == ["in/b.txt", "in/c.txt"]
    assert copies[0][1] < 1 and copies[1][1] == 1
    assert build.copies(by_source["in/d.txt"]) == []
    (meaning,) = explain(build, "湖南某山新材料有限公司")
    told = {e["source"]: e.get("also") for r in meaning["relations"] for e in r["evidence"]}
    assert told["in/d.txt"] is None
    assert told["in/a.txt"] == f"in/b.txt ({copies[0][1]:.0%} the same), in/c.txt (100% the same)"
    shown = CliRunner().invoke(main, ["explain", str(build.path), "湖南某山新材料有限公司", "--all"]).output
    assert "; also in in/b.txt (" in shown


def test_the_same_article_twice_in_one_file(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    texts = (TEXT, TEXT + OTHER, TEXT)
    feed.write_text(
        "".join(json.dumps({"title": "新闻", "text": t}, ensure_ascii=False) + "\n" for t in texts), "utf-8"
    )
    build = kg.build([feed], tmp_path / "build").tables
    assert len(build.rows("documents")) == 1
    (undertakes,) = [r for r in build.rows("relations") if r["type"] == "undertakes"]
    assert (undertakes["doc_count"], undertakes["support"]) == (1, 1)


def test_a_hundred_notes_are_not_all_printed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(TEXT, "utf-8")
    said = CliRunner().invoke(main, ["build", str(folder), "-o", str(tmp_path / "build")]).stderr
    assert said.count("its text is in in/00.txt too and counted once\n") == 20
    assert f"and 9 more like these, in {tmp_path / 'build'}/manifest.json" in said.replace("\n", "")
