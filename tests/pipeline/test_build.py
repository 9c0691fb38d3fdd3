"""Whole builds: the same bytes from anywhere, offsets that hold, clear refusals, nothing half-written."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg.errors import BuildError, InputError, KgError
from kg.ontology import load_ontology
from kg.tables import REASONS, SCHEMAS, Build

SAMPLE = Path(kg.__file__).parent / "sample" / "texts"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of the sample."""
    target = tmp_path_factory.mktemp("sample") / "build"
    return kg.build([SAMPLE], target).tables


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build of the real documents."""
    target = tmp_path_factory.mktemp("corpus") / "build"
    return kg.build([shared / "corpus"], target, skip_errors=True).tables


def fingerprint(path: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(path.iterdir())}


def check_tables(build: Build) -> None:
    """Every span gives its surface, every id exists, every relation is one that the ontology allows."""
    documents = {d["doc_id"]: d for d in build.rows("documents")}
    entities = {e["entity_id"]: e for e in build.rows("entities")}
    relations = {r["relation_id"]: r for r in build.rows("relations")}
    ontology = load_ontology()
    for name, schema in SCHEMAS.items():
        assert build.table(name).schema.equals(schema), name
    for m in build.rows("mentions"):
        assert documents[m["doc_id"]]["text"][m["start"] : m["end"]] == m["surface"] != ""
        assert entities[m["entity_id"]]["type"] == m["type"]
    for e in build.rows("evidence"):
        text = documents[e["doc_id"]]["text"]
        assert 0 <= e["start"] < e["end"] <= len(text)
        for end in ("head", "tail"):
            if e[f"{end}_start"] is not None:
                assert e["start"] <= e[f"{end}_start"] < e[f"{end}_end"] <= e["end"]
    for table in ("attributes", "observations"):
        for row in build.rows(table):
            text = documents[row["doc_id"]]["text"]
            assert 0 <= row["start"] < row["end"] <= len(text)
            assert text[row["start"] : row["end"]].strip()
            assert row["entity_id" if table == "attributes" else "region_id"] in entities
    for r in relations.values():
        head, tail = entities[r["head_id"]], entities[r["tail_id"]]
        assert ontology.allows(head["type"], r["type"], tail["type"])
        assert r["support"] >= r["doc_count"] >= 1
    assert {e["relation_id"] for e in build.rows("evidence")} == relations.keys()
    assert {r["reason"] for r in build.rows("rejected")} <= set(REASONS)


def test_the_tables_of_the_sample_hold_together(build: Build) -> None:
    check_tables(build)
    assert {d["kind"] for d in build.rows("documents")} >= {"report", "news"}
    assert len(build.rows("documents")) == 8


def test_the_tables_of_real_documents_hold_together(real: Build) -> None:
    check_tables(real)


def test_the_sample_says_what_it_says(build: Build) -> None:
    """The questions of the project, asked of the sample."""
    ids = {e["entity_id"] for e in build.rows("entities")}
    assert {"region/430200", "region/430281", "slogan/三高四新", "program/产业项目建设年"} <= ids
    triples = {(r["head_id"], r["type"], r["tail_id"]) for r in build.rows("relations")}
    assert ("region/430200", "implements", "program/产业项目建设年") in triples
    assert ("region/430281", "implements", "program/产业项目建设年") in triples
    assert ("region/430200", "promotes", "slogan/三高四新") in triples
    money = {(a["property"], a["number"], a["unit"]) for a in build.rows("attributes")}
    assert ("investment", 2.6e9, "CNY") in money
    figures = {(o["region_id"], o["year"], o["value"], o["kind"]) for o in build.rows("observations")}
    assert {("region/430200", 2020, 3105.8, "actual"), ("region/430200", 2022, 7.0, "target")} <= figures


def test_the_same_bytes_from_any_seed_worker_count_order_and_place(build: Build, tmp_path: Path) -> None:
    files = sorted(str(p) for p in SAMPLE.glob("*.txt"))
    copy = tmp_path / "elsewhere" / "texts"
    shutil.copytree(SAMPLE, copy)
    runs = {
        "seed": (["-o", "a", str(SAMPLE)], {"PYTHONHASHSEED": "1"}, tmp_path),
        "workers": (["-o", "b", "--workers", "2", str(SAMPLE)], {"PYTHONHASHSEED": "2"}, tmp_path),
        "place": (["-o", "../c", "texts"], {}, copy.parent),
    }
    for arguments, environment, place in runs.values():
        command = [sys.executable, "-m", "kg.cli", "build", *arguments]
        subprocess.run(command, cwd=place, env=os.environ | environment, check=True, capture_output=True)
    expected = fingerprint(build.path)
    assert {name: fingerprint(tmp_path / name) for name in "abc"} == dict.fromkeys("abc", expected)
    kg.build(list(reversed(files)), tmp_path / "d")
    kg.build(files, tmp_path / "e")
    assert fingerprint(tmp_path / "d") == fingerprint(tmp_path / "e")


def test_a_text_in_two_files_counts_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(SAMPLE / "news-qibin.txt", tmp_path / name)
    graph = kg.build([tmp_path], tmp_path / "build")
    assert len(graph.tables.rows("documents")) == 1
    assert [i["source"].split("/")[-1] for i in graph.tables.manifest["inputs"]] == ["a.txt", "b.txt"]


def test_gb18030_is_read(tmp_path: Path) -> None:
    text = (SAMPLE / "news-qibin.txt").read_text("utf-8")
    (tmp_path / "old.txt").write_bytes(text.encode("gb18030"))
    graph = kg.build([tmp_path / "old.txt"], tmp_path / "build")
    assert graph.tables.rows("documents")[0]["text"].startswith("旗滨玻璃三个项目签约")


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (bytes(range(256)) * 40, "binary"), (b"\x81\xff\xff" * 50, "")],
)
def test_files_that_cannot_be_read_are_named(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "good.txt").write_text("2021年株洲市政府工作报告\n各位代表：\n株洲市地区生产总值增长8%。\n", "utf-8")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    target = tmp_path / "build"
    with pytest.raises(KgError, match=r"bad\.txt") as caught:
        kg.build([tmp_path / "good.txt", bad], target)
    assert words in str(caught.value)
    assert not target.exists()
    graph = kg.build([tmp_path / "good.txt", bad], target, skip_errors=True)
    assert len(graph.tables.rows("documents")) == 1
    assert [p["source"] for p in graph.tables.manifest["problems"]] == ["bad.txt"]


def test_missing_paths_and_empty_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        kg.build([tmp_path / "nowhere"], tmp_path / "build")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="empty"):
        kg.build([tmp_path / "empty"], tmp_path / "build")


def test_a_build_that_stands_is_replaced_only_by_force(tmp_path: Path) -> None:
    news = SAMPLE / "news-qibin.txt"
    kg.build([news], tmp_path / "build")
    with pytest.raises(BuildError, match="--force"):
        kg.build([news], tmp_path / "build")
    assert len(kg.build([SAMPLE], tmp_path / "build", force=True).tables.rows("documents")) == 8


def test_a_kill_in_the_middle_leaves_the_old_build_whole(build: Build, tmp_path: Path) -> None:
    target = tmp_path / "build"
    shutil.copytree(build.path, target)
    before = fingerprint(target)
    big = tmp_path / "big"
    big.mkdir()
    for n in range(200):
        text = (SAMPLE / "zhuzhou-2021.txt").read_text("utf-8").replace("2021年", f"{1900 + n}年")
        (big / f"{n}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "kg.cli", "build", str(big), "-o", str(target), "--force"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not any(tmp_path.glob(".build.*/staging/mentions.parquet")) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.poll() is None, "the build ended before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert fingerprint(target) == before
    kg.build([SAMPLE], target, force=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["big", "build"]


def test_ten_megabytes_in_one_document(tmp_path: Path) -> None:
    body = (SAMPLE / "zhuzhou-2021.txt").read_text("utf-8")
    (tmp_path / "big.txt").write_text(body * (10_000_000 // len(body.encode())), "utf-8")
    graph = kg.build([tmp_path / "big.txt"], tmp_path / "build")
    assert graph.tables.rows("documents")[0]["chars"] > 3_000_000


def test_one_input_needs_no_list(tmp_path: Path) -> None:
    (text := tmp_path / "a.txt").write_text("2024年3月，醴陵市举行重点项目集中签约仪式。", "utf-8")
    assert len(kg.build(str(text), tmp_path / "1").tables.rows("documents")) == 1
    assert len(kg.build(text, tmp_path / "2").tables.rows("documents")) == 1
