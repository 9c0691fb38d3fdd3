"""The cookbook gives equal answers on the embedded engine and on a real Neo4j."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from kg.bolt import Server
from kg.cli import main
from kg.export.neo4j import push
from kg.query.cookbook import recipes
from kg.query.cypher import ask, cypher
from kg.query.names import known_of_build, known_of_server
from kg.tables import Build
from tests.neo4j.server import Neo4jServer, wipe
from tests.query.builds import write_build

# of which the packaged sample has no case; `told` has
RARE = {"promised_and_finished", "where_in_file"}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Two reports of a city: what was promised in the first is finished in the second; both are pages of a PDF."""
    text = "计划建设甲市大桥。甲市大桥建成通车。"
    documents = [
        {"doc_id": f"{n:016x}", "title": f"醴陵{2020 + n}年报告", "text": text, "chars": len(text), "year": 2019 + n}
        for n in (1, 2)
    ]
    status = {"entity_id": "project/大桥", "property": "status", "start": 0, "end": 4}
    return write_build(
        tmp_path_factory.mktemp("told") / "build",
        documents=documents,
        origins=[{"doc_id": f"{n:016x}", "start": 0, "end": len(text), "page": n} for n in (1, 2)],
        entities=[
            {"entity_id": "project/大桥", "type": "Project", "name": "甲市大桥"},
            {"entity_id": "region/1", "type": "Region", "name": "甲市"},
        ],
        relations=[{"relation_id": "r", "head_id": "project/大桥", "type": "located_in", "tail_id": "region/1"}],
        evidence=[{"relation_id": "r", "doc_id": f"{n:016x}", "start": 0, "end": 8} for n in (1, 2)],
        attributes=[
            status | {"value": "planned", "doc_id": f"{1:016x}", "year": 2021, "modality": "planned"},
            status | {"value": "completed", "doc_id": f"{2:016x}", "year": 2021},
        ],
    )


@pytest.fixture(scope="module")
def servers(neo4j_server: Neo4jServer, sample_build: Build, told: Build) -> Iterator[Server]:
    server = Server(neo4j_server.uri, "neo4j", "any")
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        push(sample_build, server)
        yield server


@pytest.mark.parametrize("name", recipes())
def test_equal_answers(name: str, servers: Server, sample_build: Build) -> None:
    found = recipes()[name]
    embedded = cypher(sample_build, found.query, found.examples)
    assert embedded == ask(servers, found.query, found.examples)
    assert embedded or name in RARE
    json.dumps(embedded)


# each asks for labels in an order of its own: that of labels(n) is nobody's, and the server's node has kg_hash besides
LABELS = (
    "MATCH (n:Entity) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label",
    "MATCH (n:Entity) RETURN size(labels(n)) AS labels, count(*) AS n ORDER BY labels",
    "MATCH (n:Entity) RETURN [l IN labels(n) WHERE l <> 'Entity'][0] AS type, count(*) AS n ORDER BY type",
    "MATCH (n:Enterprise) WHERE n:Entity AND 'Entity' IN labels(n) RETURN count(n) AS n",
    "MATCH (n:Enterprise) UNWIND labels(n) AS label WITH n.id AS id, label ORDER BY label "
    "RETURN id, collect(label) AS labels ORDER BY id",
)


@pytest.mark.parametrize("query", LABELS)
def test_equal_labels(query: str, servers: Server, sample_build: Build) -> None:
    embedded = cypher(sample_build, query)
    assert embedded == ask(servers, query)
    assert embedded and "~" not in json.dumps(embedded)


def test_a_server_knows_the_names_of_its_build(servers: Server, sample_build: Build) -> None:
    of_build = [k for k in known_of_build(sample_build) if k.type != "Document"]
    found = [k for k in known_of_server(servers) if k.type != "Document"]
    assert sorted(found, key=lambda k: k.id) == sorted(of_build, key=lambda k: k.id)
    titles = {k.name for k in known_of_server(servers) if k.type == "Document"}
    assert titles == {d["title"] for d in sample_build.rows("documents")}
    command = ["cypher", "--uri", servers.uri, "--recipe", "documents", "--json", "--param"]
    said = CliRunner().invoke(main, [*command, "region=湖南省株洲市"], env={"NEO4J_PASSWORD": "any"})
    assert (said.exit_code, said.stderr) == (0, "note: “湖南省株洲市” is taken for “株洲市”\n") and said.stdout
    said = CliRunner().invoke(main, [*command, "region=醴凌市"], env={"NEO4J_PASSWORD": "any"})
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr.startswith(f"kg: {servers.uri}: there is no place “醴凌市”; the nearest names are: 醴陵市")


def test_equal_answers_where_the_sample_has_none(neo4j_server: Neo4jServer, told: Build) -> None:
    server = Server(neo4j_server.uri, "neo4j", "any")
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
    push(told, server)
    for name in sorted(RARE):
        found = recipes()[name]
        embedded = cypher(told, found.query, found.examples)
        assert embedded
        assert embedded == ask(server, found.query, found.examples)
