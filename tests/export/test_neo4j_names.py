"""Names of graphs: which are allowed, and that whatever is allowed is right in a push, in LOAD CSV and in a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from kg.bolt import Server
from kg.cli import main
from kg.errors import GraphNameError
from kg.export import ExportOptions, export
from kg.export.neo4j import push
from kg.export.neo4j_marks import LONGEST_NAME, graph_name
from tests.export.test_neo4j_csv import run_script
from tests.export.test_neo4j_push import ours, reports, sizes
from tests.neo4j.server import Neo4jServer, wipe

ALLOWED = ("株洲 2021", "长沙（试）", "A-b_c.d (2)", "买买提·库尔班", "𠀀" * LONGEST_NAME, "Ü", "null")
REFUSED = (
    "",
    " ",
    " a",
    "a ",
    "it's",
    'a"b',
    "a`b",
    "a\\b",
    "a\nb",
    "a\tb",
    "a/b",
    "a;b",
    "a{b}",
    "$graph",
    "a,b",
    "-a",
    "_a",
    "“甲”",
    "😀",
    "a\u2028b",
    "a\ud800",
    "x" * (LONGEST_NAME + 1),
    "x" * 100_000,
)


@pytest.mark.parametrize("name", ALLOWED, ids=lambda name: ascii(name[:5]))
def test_allowed(name: str) -> None:
    assert graph_name(name) == name


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: ascii(name[:5]))
def test_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    build = reports(tmp_path / "build", 1)
    with pytest.raises(GraphNameError, match="is no name for a graph; take 1 to 100 letters") as error:
        push(build, Server("bolt://127.0.0.1:1"), graph=name)
    said = str(error.value)
    assert len(said) < 300
    assert said.isprintable() and said.endswith(".")
    for to in ("neo4j-csv", "cypher"):
        with pytest.raises(GraphNameError):
            export(build, to, tmp_path / "out", ExportOptions(graph=name))
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_the_command_line_says_the_same(tmp_path: Path) -> None:
    build = str(reports(tmp_path / "build", 1).path)
    runner = CliRunner(env={"NEO4J_PASSWORD": "any"})
    for arguments in (["push", build, "--uri", "bolt://127.0.0.1:1"], ["export", build, "--to", "cypher", "-o", "-"]):
        result = runner.invoke(main, [*arguments, "--graph", "it's"])
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("kg: “it's” is no name for a graph; ")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ALLOWED, ids=lambda name: ascii(name[:5]))
def test_push_script_and_load_csv_agree_on_the_name(name: str, neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    build = reports(tmp_path / "build", 1)
    target = neo4j_server.home / "import"
    target.mkdir(exist_ok=True)
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        export(build, "neo4j-csv", tmp_path / "csv", ExportOptions(graph=name, update=True))
        for path in (tmp_path / "csv").glob("*.csv"):
            (target / path.name).write_bytes(path.read_bytes())
        run_script(driver, (tmp_path / "csv" / "update.cypher").read_text("utf-8"))
        assert ours(driver, name) == sizes(build)
        assert push(build, Server(neo4j_server.uri), graph=name).counters == {}
        wipe(driver)
        export(build, "cypher", tmp_path / "graph.cypher", ExportOptions(graph=name))
        run_script(driver, (tmp_path / "graph.cypher").read_text("utf-8"))
        assert ours(driver, name) == sizes(build)
        assert push(build, Server(neo4j_server.uri), graph=name).counters == {}
