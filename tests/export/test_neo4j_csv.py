"""The CSV goes through the real import tool, the scripts through a real server: all give what a push gives."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pyarrow as pa
import pytest
from neo4j import GraphDatabase

from kg.bolt import Server
from kg.errors import BuildError
from kg.export import ExportOptions, export
from kg.export.cypher_script import literal
from kg.export.neo4j import push
from kg.tables import SCHEMAS, Build, write_table
from tests.export.test_neo4j_push import reports
from tests.neo4j.server import Neo4jServer, dump, import_csv, run_neo4j, wipe
from tests.query.builds import HOSTILE, hostile_build
from tests.tools import java_lib

Contents = tuple[list[str], list[str]]


@pytest.fixture
def driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        yield driver


def pushed(build: Build, driver: neo4j.Driver, server: Neo4jServer) -> Contents:
    wipe(driver)
    push(build, Server(server.uri))
    contents = dump(driver)
    wipe(driver)
    return contents


def command(folder: Path) -> list[str]:
    """The arguments of the command that the README of the files shows."""
    shown = re.search(
        r"```sh\nneo4j-admin database import full neo4j (.*?)```", (folder / "README.md").read_text("utf-8"), re.S
    )
    assert shown
    return shlex.split(shown[1].replace("\\\n", " "))


def run_script(driver: neo4j.Driver, text: str) -> dict[str, int]:
    """Run a script as cypher-shell does, and add up what the server counted."""
    counted: dict[str, int] = {}
    for statement in re.split(r";\n", text):
        if statement.strip():
            with driver.session() as session:
                counters = session.run(statement.strip().removeprefix(":auto ")).consume().counters
            for name in (
                "nodes_created",
                "nodes_deleted",
                "relationships_created",
                "relationships_deleted",
                "properties_set",
            ):
                counted[name] = counted.get(name, 0) + getattr(counters, name)
    return counted


def test_the_import_tool_makes_what_a_push_makes(
    sample_build: Build, driver: neo4j.Driver, neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    build = joined(tmp_path / "joined", sample_build, hostile_build(tmp_path / "hostile", placed=True))
    export(build, "neo4j-csv", tmp_path / "csv")
    home = tmp_path / "home"
    import_csv(java_lib("neo4j"), home, tmp_path / "csv", command(tmp_path / "csv"))
    with run_neo4j(java_lib("neo4j"), home) as imported, GraphDatabase.driver(imported.uri) as other:
        assert dump(other) == pushed(build, driver, neo4j_server)
        summary = push(build, Server(imported.uri))  # goes on from there: only constraints and indexes are new
        assert set(summary.counters) == {"indexes_added", "constraints_added"}


def joined(folder: Path, *builds: Build) -> Build:
    """The rows of several builds in one."""
    folder.mkdir()
    for name in SCHEMAS:
        write_table(folder, name, pa.concat_tables([build.table(name) for build in builds]))
    (folder / "manifest.json").write_bytes((builds[0].path / "manifest.json").read_bytes())
    return Build(folder)


def test_the_script_makes_what_a_push_makes(driver: neo4j.Driver, neo4j_server: Neo4jServer, tmp_path: Path) -> None:
    build = hostile_build(tmp_path / "hostile", placed=True)
    expected = pushed(build, driver, neo4j_server)
    export(build, "cypher", tmp_path / "graph.cypher")
    text = (tmp_path / "graph.cypher").read_text("utf-8")
    assert len(text.splitlines()) == text.count(";\n")  # no value ends a line
    run_script(driver, text)
    assert dump(driver) == expected
    assert push(build, Server(neo4j_server.uri)).counters == {}


def test_load_csv_brings_a_running_server_up_to_date(
    driver: neo4j.Driver, neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    def update(build: Build) -> dict[str, int]:
        folder = tmp_path / f"update-{build.path.name}"
        if not folder.exists():
            export(build, "neo4j-csv", folder, ExportOptions(update=True))
        target = neo4j_server.home / "import"
        target.mkdir(exist_ok=True)
        for path in folder.glob("*.csv"):
            (target / path.name).write_bytes(path.read_bytes())
        return run_script(driver, (folder / "update.cypher").read_text("utf-8"))

    hostile, one = hostile_build(tmp_path / "hostile", placed=True), reports(tmp_path / "one", 1)
    contents = {build.path: pushed(build, driver, neo4j_server) for build in (hostile, one)}
    update(hostile)
    assert dump(driver) == contents[hostile.path]
    driver.execute_query("MATCH (p:Project {name: 'null'}) CREATE (:Analyst)-[:FOLLOWS]->(p) SET p.note = 'mine'")
    update(one)
    found = driver.execute_query(
        "MATCH (:Analyst)-[f:FOLLOWS]->(p:KgVanished) DELETE f RETURN p.note AS n, labels(p) AS l"
    )
    assert [tuple(record.values()) for record in found.records] == [("mine", ["KgVanished"])]
    driver.execute_query("MATCH (n:Analyst|KgVanished) DELETE n")
    assert dump(driver) == contents[one.path]
    assert {k: v for k, v in update(one).items() if v} == {"properties_set": 2}  # of the node of the graph itself


@pytest.mark.parametrize("value", [*HOSTILE, ["a", "b'"], {"键`": [1, 2.5, True, None]}], ids=repr)
def test_literals_are_the_values(value: object, driver: neo4j.Driver) -> None:
    record = driver.execute_query(f"RETURN {literal(value)} AS value").records[0]
    assert record["value"] == value


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    build = reports(tmp_path / "one", 1)
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "mine.txt").write_text("x")
    with pytest.raises(BuildError, match="something stands there already"):
        export(build, "neo4j-csv", tmp_path / "csv")
    assert [p.name for p in (tmp_path / "csv").iterdir()] == ["mine.txt"]


def test_an_export_that_is_there_is_replaced_on_demand_only(tmp_path: Path) -> None:
    build, folder = reports(tmp_path / "one", 1), tmp_path / "csv"
    export(build, "neo4j-csv", folder)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    with pytest.raises(BuildError, match="an export already; replace it with --force"):
        export(reports(tmp_path / "two", 2), "neo4j-csv", folder)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before
    export(reports(tmp_path / "three", 2), "neo4j-csv", folder, ExportOptions(update=True, force=True))
    assert "update.cypher" in {p.name for p in folder.iterdir()}
    (folder / "mine.txt").write_text("x")
    with pytest.raises(BuildError, match="something stands there already"):
        export(build, "neo4j-csv", folder, ExportOptions(force=True))
    assert (folder / "mine.txt").exists()


def test_the_same_build_gives_the_same_files(tmp_path: Path) -> None:
    build = hostile_build(tmp_path / "hostile", placed=True)
    for name in ("a", "b"):
        export(build, "neo4j-csv", tmp_path / name)
        export(build, "cypher", tmp_path / f"{name}.cypher")
    assert (tmp_path / "a.cypher").read_bytes() == (tmp_path / "b.cypher").read_bytes()
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()
