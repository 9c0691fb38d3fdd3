"""Pushing into a real Neo4j 5: what it holds afterwards, whatever happens on the way."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import neo4j
import pytest
from neo4j import GraphDatabase

from kg.bolt import Server
from kg.export.neo4j import PushSummary, push
from kg.property_graph import PropertyGraph
from kg.tables import Build, Row
from tests.neo4j.server import Neo4jServer, dump, wipe
from tests.query.builds import HOSTILE, hostile_build, write_build


@pytest.fixture
def driver(neo4j_server: Neo4jServer) -> Iterator[neo4j.Driver]:
    """Sessions of an empty database."""
    with GraphDatabase.driver(neo4j_server.uri) as driver:
        wipe(driver)
        yield driver


@pytest.fixture
def server(driver: neo4j.Driver, neo4j_server: Neo4jServer) -> Server:
    return Server(neo4j_server.uri, "neo4j", "any")


def ask(driver: neo4j.Driver, query: str, **parameters: Any) -> list[dict[str, Any]]:
    return [dict(record) for record in driver.execute_query(query, parameters).records]


def sizes(build: Build) -> tuple[int, int]:
    with PropertyGraph(build) as graph:
        return sum(map(graph.count, graph.nodes)), sum(map(graph.count, graph.edges))


def ours(driver: neo4j.Driver, graph: str = "default") -> tuple[int, int]:
    nodes = ask(driver, "MATCH (n {kg_graph: $graph}) WHERE NOT n:KgVanished RETURN count(n) AS n", graph=graph)
    edges = ask(driver, "MATCH ()-[r {kg_graph: $graph}]->() RETURN count(r) AS n", graph=graph)
    return nodes[0]["n"], edges[0]["n"]


def reports(folder: Path, count: int, size: int = 1) -> Build:
    """A build of `count` documents: each says of `size` own projects, and of a common one, that they are in 甲市."""
    text = "项目位于甲市，在建，总投资3亿元。"
    rows: dict[str, list[Row]] = {"documents": [], "mentions": [], "evidence": [], "attributes": [], "observations": []}
    names = {"project/1/共有": "共有"}
    support: dict[str, int] = {}
    for d in range(count):
        doc_id = f"{d:016x}"
        rows["documents"].append(
            {"doc_id": doc_id, "title": f"报告{d}", "text": text, "chars": len(text), "year": 2000 + d}
            | {"region_id": "region/1"}
        )
        for entity in ["project/1/共有", *(f"project/1/项目{d}-{i}" for i in range(size))]:
            names[entity] = entity.rpartition("/")[2]
            support[entity] = support.get(entity, 0) + 1
            at = {"doc_id": doc_id, "start": 0, "end": 6, "year": 2000 + d}
            rows["mentions"].append(
                {"doc_id": doc_id, "start": 0, "end": 2, "surface": "项目", "type": "Project", "entity_id": entity}
            )
            rows["evidence"].append({"relation_id": f"relation/{entity}"} | at)
            rows["attributes"].append({"entity_id": entity, "property": "status", "value": "building"} | at)
        rows["observations"].append(
            {"observation_id": f"observation/{d}", "region_id": "region/1", "indicator": "产值", "year": 2000 + d}
            | {"value": 3.0, "unit": "亿元", "doc_id": doc_id, "start": 13, "end": 16}
        )
    entities: list[Row] = [
        {"entity_id": "region/1", "type": "Region", "name": "甲市"},
        {"entity_id": "indicator/产值", "type": "Indicator", "name": "产值"},
    ]
    relations: list[Row] = []
    for entity, name in names.items():
        properties = json.dumps({"investment": 3e8} if support[entity] > 1 else {})
        entities.append(
            {
                "entity_id": entity,
                "type": "Project",
                "name": name,
                "doc_count": support[entity],
                "properties": properties,
            }
        )
        relations.append(
            {"relation_id": f"relation/{entity}", "head_id": entity, "type": "located_in", "tail_id": "region/1"}
            | {"support": support[entity]}
        )
    return write_build(folder, entities=entities, relations=relations, **rows)


def test_what_is_there_afterwards_is_the_property_graph(
    driver: neo4j.Driver, server: Server, sample_build: Build
) -> None:
    seen: list[tuple[str, int, int]] = []
    summary = push(sample_build, server, progress=lambda *step: seen.append(step))
    nodes, edges = sizes(sample_build)
    assert (summary.nodes.created, summary.relationships.created) == (nodes, edges)
    assert ours(driver) == (nodes, edges)
    assert seen[-1][1] == seen[-1][2] == nodes + edges
    project = ask(driver, "MATCH (p:Entity:Project) WHERE p.investment IS NOT NULL RETURN p LIMIT 1")[0]["p"]
    assert isinstance(project["investment"], float)
    assert "亿" in project["investment_text"] or "万" in project["investment_text"]


def test_the_second_push_changes_nothing(driver: neo4j.Driver, server: Server, sample_build: Build) -> None:
    push(sample_build, server)
    before = dump(driver)
    summary = push(sample_build, server)
    assert summary.counters == {}  # what the server itself counted
    assert (summary.nodes.untouched, summary.relationships.untouched) == sizes(sample_build)
    assert dump(driver) == before


def test_constraints_and_indexes_stand_before_the_data(
    driver: neo4j.Driver, server: Server, sample_build: Build
) -> None:
    push(sample_build, server)
    assert ask(driver, "SHOW INDEXES YIELD state WHERE state <> 'ONLINE' RETURN count(*) AS n") == [{"n": 0}]
    found = ask(
        driver, "CALL db.index.fulltext.queryNodes('kg_names', $name) YIELD node RETURN node.name AS name", name="旗滨"
    )
    assert any("旗滨" in row["name"] for row in found)
    plan = driver.execute_query("EXPLAIN MATCH (p:Project {name: 'x'}) RETURN p").summary.plan
    assert "IndexSeek" in json.dumps(plan, default=str)


def test_only_what_stood_on_a_lost_document_goes(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    both, one = reports(tmp_path / "two", 2), reports(tmp_path / "one", 1)
    push(both, server)
    summary = push(one, server)
    assert ours(driver) == sizes(one)
    # the document, its project, evidence, statuses, observation
    assert summary.nodes.removed == sizes(both)[0] - sizes(one)[0]
    assert summary.nodes.changed == 1  # the shared project stands on one document less …
    shared = ask(driver, "MATCH (p:Project {name: '共有'}) RETURN p.doc_count AS n, p.investment AS money")
    assert shared == [{"n": 1, "money": None}]  # … and lost a property with it
    push(both, server)
    assert ours(driver) == sizes(both)
    with_two = dump(driver)
    wipe(driver)
    push(both, server)
    assert dump(driver) == with_two


def test_what_others_added_survives(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    both, one = reports(tmp_path / "two", 2), reports(tmp_path / "one", 1)
    push(both, server)
    ask(
        driver,
        "MATCH (kept:Project {name: '共有'}), (lost:Project {name: '项目1-0'}), (region:Region) "
        "SET kept.area = 5.0, kept:Watched, lost.note = '我的' "
        "CREATE (me:Analyst {name: '分析员', id: 'mine'})-[:FOLLOWS]->(lost), "
        "(kept)-[:LOCATED_IN {by: 'me'}]->(region), (:Project {id: 'own', name: '自建'})",
    )
    summary = push(one, server)
    assert (summary.nodes.released, ours(driver)) == (1, sizes(one))
    assert ask(driver, "MATCH (p:Project:Watched {name: '共有'}) RETURN p.area AS area") == [{"area": 5.0}]
    assert ask(
        driver, "MATCH (:Analyst)-[:FOLLOWS]->(n:KgVanished) RETURN n.name AS n, n.note AS note, labels(n) AS l"
    ) == [{"n": "项目1-0", "note": "我的", "l": ["KgVanished"]}]
    assert ask(driver, "MATCH ()-[r:LOCATED_IN {by: 'me'}]->() RETURN count(r) AS n") == [{"n": 1}]
    assert ask(driver, "MATCH (p:Project {id: 'own'}) RETURN p.name AS n") == [{"n": "自建"}]
    push(both, server)  # and it is taken up again
    assert ask(driver, "MATCH (:Analyst)-[:FOLLOWS]->(n:Project)-[:LOCATED_IN]->(:Region) RETURN n.note AS note") == [
        {"note": "我的"}
    ]
    assert ours(driver) == sizes(both)
    assert ask(driver, "MATCH (n:KgVanished) RETURN count(n) AS n") == [{"n": 0}]
    assert push(both, server).counters == {}


def test_two_graphs_in_one_database_stay_apart(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    two, three = reports(tmp_path / "two", 2), reports(tmp_path / "three", 3)
    push(two, server, graph="乙")
    push(three, server, graph="丙")
    assert (ours(driver, "乙"), ours(driver, "丙")) == (sizes(two), sizes(three))
    push(reports(tmp_path / "one", 1), server, graph="丙")
    assert ours(driver, "乙") == sizes(two)
    crossing = "MATCH (a)-[r]->(b) WHERE a.kg_graph <> b.kg_graph OR a.kg_graph <> r.kg_graph RETURN count(r) AS n"
    assert ask(driver, crossing) == [{"n": 0}]
    assert push(two, server, graph="乙").counters == {}


def test_hostile_values_arrive_as_they_are(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    build = hostile_build(tmp_path / "hostile", placed=True)
    push(build, server)
    assert push(build, server).counters == {}
    rows = ask(
        driver,
        "MATCH (p:Project)-[r:LOCATED_IN]->(:Region), (p)-[:HAS_VALUE]->(v:Value {property: 'capacity'})-[:FROM]->(d) "
        "MATCH (e:Evidence {relation: r.id}) "
        "RETURN coalesce(p.whole_name, p.name) AS name, p.aliases AS aliases, p.capacity AS capacity, "
        "r.quotes AS quotes, r.titles AS titles, v.value AS value, d.source AS source, "
        "e.sheet AS sheet, e.place STARTS WITH 'sheet ' + e.sheet AS placed, e.column AS column",
    )
    found = {row.pop("name"): row for row in rows}
    assert found == {
        v: {
            "aliases": [v + "一", "二" + v],
            "capacity": v,
            "quotes": [f"{v}。位于甲市{v}总投资3亿元{v}"],
            "titles": [v],
            "value": v,
            "source": v,
            "sheet": v,
            "placed": True,
            "column": 2,
        }
        for v in HOSTILE
    }


def kg_push(uri: str, build: Build, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg.cli", "push", str(build.path), "--uri", uri, *options]
    environment = {"NEO4J_PASSWORD": "any", "PATH": "/usr/bin:/bin"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_killed_push_is_completed_by_the_next(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    build = reports(tmp_path / "many", 40, 100)
    with kg_push(server.uri, build) as client:
        while ours(driver)[0] == 0:
            assert client.poll() is None, client.communicate()
            time.sleep(0.05)
        client.kill()
    some = ours(driver)
    assert 0 < sum(some) < sum(sizes(build))
    summary = push(build, server)
    assert summary.nodes.untouched >= some[0]
    assert ours(driver) == sizes(build)
    assert push(build, server).counters == {}


def test_pushes_at_the_same_time_wait_for_each_other(driver: neo4j.Driver, server: Server, sample_build: Build) -> None:
    with ThreadPoolExecutor(3) as pool:
        summaries: list[PushSummary] = list(pool.map(lambda _: push(sample_build, server), range(3)))
    assert ours(driver) == sizes(sample_build)
    assert sorted(s.nodes.created for s in summaries) == [0, 0, sizes(sample_build)[0]]
    assert threading.active_count() < 20


def test_the_command_says_what_it_did(driver: neo4j.Driver, server: Server, tmp_path: Path) -> None:
    build = reports(tmp_path / "one", 1)
    with kg_push(server.uri, build, "--json") as client:
        out, err = client.communicate(timeout=120)
    assert (client.returncode, err) == (0, "")
    assert json.loads(out)["nodes"] == {
        "created": sizes(build)[0], "changed": 0, "untouched": 0, "removed": 0, "released": 0
    }  # fmt: skip
    with kg_push(server.uri, build) as client:
        out, err = client.communicate(timeout=120)
    assert out == ""
    assert f"nodes                 0         0          {sizes(build)[0]}         0" in err
