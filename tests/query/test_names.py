"""Names that a recipe is asked with: other ways to write them, and those that nothing bears."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import NotFoundError, QueryError
from kg.query.cookbook import recipe
from kg.query.names import known_of_build, settle
from kg.tables import Build
from tests.query.builds import write_build


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Places that the texts call by their full names only."""
    things = [
        ("region/430200", "Region", "株洲市", []),
        ("region/430212", "Region", "渌口区", []),
        ("region/白石镇", "Region", "白石镇", []),
        ("zone/430200/田心高科园", "Zone", "田心高科园", ["田心园"]),
        ("indicator/地区生产总值", "Indicator", "地区生产总值", []),
        ("program/430200/“厂房”攻坚年", "Program", "“厂房”攻坚年", []),
    ]
    return write_build(
        tmp_path_factory.mktemp("names") / "build",
        documents=[{"doc_id": "1" * 16, "title": "2022年报告", "text": "甲", "chars": 1, "region_id": "region/430200"}],
        entities=[{"entity_id": i, "type": t, "name": n, "aliases": a} for i, t, n, a in things],
        observations=[
            {"observation_id": "observation/1", "region_id": "region/430200", "indicator": "地区生产总值", "year": 2021}
            | {"value": 3420.3, "unit": "亿元", "doc_id": "1" * 16, "start": 0, "end": 1}
        ],
    )


@pytest.mark.parametrize(
    ("name", "given", "meant"),
    [
        ("documents", {"region": "株洲市"}, {}),
        ("documents", {"region": "株洲"}, {"region": "株洲市"}),  # not 渌口区, which was 株洲县 once
        ("documents", {"region": "湖南省株洲市"}, {"region": "株洲市"}),
        ("documents", {"region": "湖南株洲"}, {"region": "株洲市"}),
        ("documents", {"region": "株洲县"}, {"region": "渌口区"}),
        ("documents", {"region": "白石"}, {"region": "白石镇"}),
        ("documents", {"region": " “株洲市” "}, {"region": "株洲市"}),
        ("park", {"zone": "田心园"}, {}),
        ("program_by_year", {"program": "攻坚年"}, {}),  # a part of the name is enough there
        ("program_by_year", {"program": "厂房攻坚年"}, {"program": "“厂房”攻坚年"}),
        ("series", {"region": "株洲", "indicator": "GDP"}, {"region": "株洲市", "indicator": "地区生产总值"}),
        ("statements", {"title": "2022"}, {}),
    ],
)
def test_other_ways_to_write_a_name(build: Build, name: str, given: dict[str, Any], meant: dict[str, str]) -> None:
    assert settle(recipe(name), given, list(known_of_build(build)), "here") == meant


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("documents", {"region": "株州市"}, "there is no place “株州市”; the nearest names are: 株洲市."),
        (
            "documents",
            {"region": "长春"},
            "no place “长春”; there are, for example: 株洲市、渌口区、田心高科园",
        ),
        ("park", {"zone": "株洲市"}, "there is no park “株洲市”"),
        ("around", {"name": "田心高新园"}, "there is no thing “田心高新园”; the nearest names are: 田心高科园"),
        (
            "series",
            {"region": "株洲市", "indicator": "生产"},
            "no indicator “生产”; the nearest names are: 地区生产总值.",
        ),
        ("statements", {"title": "公报"}, "there is no title with “公报”; there are, for example: 2022年报告."),
    ],
)
def test_a_name_that_nothing_bears_is_said(build: Build, name: str, given: dict[str, Any], message: str) -> None:
    with pytest.raises(NotFoundError, match=r"\Ahere: [^\n]*\.\Z") as error:
        settle(recipe(name), given, list(known_of_build(build)), "here")
    assert message in str(error.value)


@pytest.mark.parametrize("command", ["cypher", "sparql"])
def test_the_commands(build: Build, command: str) -> None:
    def run(*params: str, name: str = "series", code: int = 0) -> tuple[str, str]:
        words = [x for p in params for x in ("--param", p)]
        result = CliRunner().invoke(main, [command, str(build.path), "--recipe", name, *words, "--json"])
        assert result.exit_code == code, result.output
        return result.stdout, result.stderr

    out, err = run("region=株洲", "indicator=GDP")
    assert json.loads(out)["value"] == 3420.3
    assert err.splitlines() == ["note: “株洲” is taken for “株洲市”", "note: “GDP” is taken for “地区生产总值”"]
    out, err = run("region=株州", "indicator=GDP", code=1)
    assert out == "" and "no place “株州”" in err
    assert run("region=白石镇", "indicator=地区生产总值") == ("", "")  # both are there, and have nothing to say
    assert "needs region, indicator; for example: --recipe series --param region=" in run(code=1)[1]
    assert "a whole number for count" in run("count=x", name="largest", code=1)[1]


def test_other_formats_have_the_same_rows(build: Build) -> None:
    words = ["--recipe", "series", "--param", "region=株洲", "--param", "indicator=GDP", "--format", "csv"]
    result = CliRunner().invoke(main, ["sparql", str(build.path), *words])
    assert "3420.3" in result.stdout and "株洲市" in result.stderr


def test_numbers_where_a_text_is_asked_for() -> None:
    assert recipe("statements").check({"title": 2022}) == {"title": "2022"}
    with pytest.raises(QueryError, match="whole number for year"):
        recipe("new_in_year").check({"year": "今年"})


def test_a_graph_without_such_things(tmp_path: Path) -> None:
    empty = write_build(tmp_path / "empty")
    with pytest.raises(NotFoundError, match=r"no park “甲园”\.$"):
        settle(recipe("park"), {"zone": "甲园"}, list(known_of_build(empty)), "here")
