from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import NotFoundError
from kg.query.explain import explain
from kg.tables import Build


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
    assert json.loads(printed)["entity"]["name"] == "三高四新"
