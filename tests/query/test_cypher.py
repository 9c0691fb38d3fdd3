"""Cypher on the embedded engine: rows, errors, the cache beside the build, several processes."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.errors import NotFoundError, QueryError
from kg.property_graph import NODE_LABELS, PropertyGraph, relationship_types, type_labels
from kg.query.cookbook import recipe, recipes
from kg.query.cypher import cypher
from kg.query.embedded import OPEN
from kg.query.lint import lint
from kg.tables import Build
from tests.query.builds import HOSTILE, hostile_build, write_build


def test_the_whole_property_graph_is_there(sample_build: Build) -> None:
    with PropertyGraph(sample_build) as graph:
        nodes, edges = sum(map(graph.count, graph.nodes)), sum(map(graph.count, graph.edges))
        projects = next(graph.rows(next(n for n in graph.nodes if "Project" in n.labels)))
    assert cypher(sample_build, "MATCH (n) RETURN count(n) AS n") == [{"n": nodes}]
    assert cypher(sample_build, "MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": edges}]
    rows = cypher(sample_build, "MATCH (p:Entity:Project) RETURN p ORDER BY p.id")
    assert [row["p"] for row in rows] == [
        {"_labels": ["Entity", "Project"]} | dict(sorted(p.items())) for p in projects
    ]


def test_labels_and_types_never_share_a_name() -> None:
    names = [*NODE_LABELS, *type_labels(), "KgGraph", "KgVanished", *relationship_types()]
    assert len({name.casefold() for name in names}) == len(names)  # nor on disks that ignore case


def test_every_row_has_the_ends_it_names(sample_build: Build) -> None:
    with PropertyGraph(sample_build) as graph:
        ids = {label: set[str]() for label in NODE_LABELS}
        for nodes in graph.nodes:
            for rows in graph.rows(nodes):
                assert ids[nodes.key_label].isdisjoint(r["id"] for r in rows)
                ids[nodes.key_label].update(r["id"] for r in rows)
        for edges in graph.edges:
            pairs = [(r["start"], r["end"]) for rows in graph.rows(edges) for r in rows]
            assert len(set(pairs)) == len(pairs)
            assert all(a in ids[edges.start_label] and b in ids[edges.end_label] for a, b in pairs), edges.name


def test_memory_is_given_back_when_a_lean_part_fails(sample_build: Build) -> None:
    def limit(graph: PropertyGraph) -> object:
        return graph.connection.execute("SELECT current_setting('memory_limit')").fetchone()

    with PropertyGraph(sample_build) as graph:
        before = limit(graph)
        with pytest.raises(ZeroDivisionError), graph.lean():
            assert limit(graph) != before
            raise ZeroDivisionError
        assert limit(graph) == before


def test_evidence_and_quotes_are_the_documents_own_words(sample_build: Build) -> None:
    texts = {f"document/{d['doc_id']}": d["text"] for d in sample_build.rows("documents")}
    rows = cypher(
        sample_build, "MATCH (e:Evidence)-[:FROM]->(d:Document) RETURN e.text AS t, e.start AS a, e.end AS b, d.id AS d"
    )
    assert rows
    assert all(texts[r["d"]][r["a"] : r["b"]] == r["t"] for r in rows)
    rows = cypher(
        sample_build, "MATCH ()-[r]->() WHERE r.quotes IS NOT NULL RETURN r.quotes AS q, r.titles AS t, r.support AS n"
    )
    assert all(1 <= len(r["q"]) == len(r["t"]) <= min(3, r["n"]) for r in rows)


def test_values_of_every_kind(sample_build: Build) -> None:
    query = "MATCH p = (:Enterprise)-[:UNDERTAKES]->(:Project) RETURN p, date('2020-02-29') AS d, $x AS x LIMIT 1"
    row = cypher(sample_build, query, {"x": {"列": [1, 2.5, None, "中"]}})[0]
    assert [step.get("_type") or step["_labels"][0] for step in row["p"]] == ["Enterprise", "UNDERTAKES", "Entity"]
    assert (row["d"], row["x"]) == ("2020-02-29", {"列": [1, 2.5, None, "中"]})
    json.dumps(row)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("MATCH (n RETURN n", "cannot be answered"),
        ("RETURN nothing(1)", "nothing"),
        ("RETURN $missing", "missing"),
        ("CREATE (n:Thing) RETURN n", "read only"),
        ("MATCH (n) DETACH DELETE n", "read only"),
        ("CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node", "CONTAINS"),
        ("MATCH p = SHORTEST 1 (a)-[*]-(b) RETURN p", "shortestPath"),
        ("MATCH (a)-[r]->(b) MATCH (e {relation: r.id}) RETURN e", "WHERE"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(sample_build: Build, query: str, words: str) -> None:
    with pytest.raises(QueryError, match=r"\A[^\n]*\.\Z") as error:
        cypher(sample_build, query)
    assert words in str(error.value)
    assert "Exception" not in str(error.value)
    assert cypher(sample_build, "RETURN 1 AS one") == [{"one": 1}]


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (a {name: 'SHORTEST 1 apoc.x() LOAD CSV'}) RETURN a // gds.pageRank",
        "MATCH p = shortestPath((a)-[*..4]-(b)) WHERE any(x IN nodes(p) WHERE x.n = 1) RETURN p",
        "MATCH (a)-[r]->(b) WITH r MATCH (e {relation: r.id}) RETURN e",
        "MATCH (a)-[r {x: 1}]->(b) WHERE EXISTS { MATCH (c) WHERE c.x = r.id } RETURN a {.name, x: r.id}",
    ],
)
def test_lint_lets_the_rest_pass(query: str) -> None:
    lint(query)


def test_hostile_values_come_back_as_they_are(tmp_path: Path) -> None:
    build = hostile_build(tmp_path / "hostile")
    rows = cypher(build, "MATCH (p:Project) RETURN coalesce(p.whole_name, p.name) AS name, p.aliases AS aliases")
    assert {r["name"]: r["aliases"] for r in rows} == {v: [v + "一", "二" + v] for v in HOSTILE}
    for value in HOSTILE[:-1]:
        assert cypher(build, "MATCH (p:Project {name: $v}) RETURN count(p) AS n", {"v": value}) == [{"n": 1}]


def named(folder: Path, name: str) -> Build:
    return write_build(folder, entities=[{"entity_id": f"region/{name}", "type": "Region", "name": name}])


def test_the_cache_stands_beside_the_build_and_follows_it(tmp_path: Path) -> None:
    build = named(tmp_path / "b", "甲市")
    before = {p.name: p.read_bytes() for p in build.path.iterdir()}
    query = "MATCH (r:Region) RETURN r.name AS name"
    assert cypher(build, query) == [{"name": "甲市"}]
    assert {p.name: p.read_bytes() for p in build.path.iterdir()} == before
    (first,) = (tmp_path / ".b.cache").iterdir()
    assert cypher(Build(build.path), query) == [{"name": "甲市"}]
    assert list((tmp_path / ".b.cache").iterdir()) == [first]
    shutil.rmtree(build.path)
    assert cypher(named(tmp_path / "b", "乙市"), query) == [{"name": "乙市"}]
    assert [p.name for p in (tmp_path / ".b.cache").iterdir()] != [first.name]


def test_the_cache_of_a_place_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = named(tmp_path / "b", "甲市")
    (tmp_path / ".b.cache").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    assert cypher(build, "MATCH (r:Region) RETURN r.name AS name") == [{"name": "甲市"}]
    assert list((tmp_path / "home" / "quyu-kg").glob("b-*/cypher-*"))


def opened(folder: Path) -> set[str]:
    """The caches below a folder of which this process has files open."""
    found = set()
    for file in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            path = file.readlink()
            if path.is_relative_to(folder):
                found.add(path.relative_to(folder).parts[0])
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists the files that a process has open")
def test_many_builds_asked_in_one_process_do_not_stay_open(tmp_path: Path) -> None:
    builds = [named(tmp_path / f"b{i}", f"第{i}市") for i in range(2 * OPEN + 1)]
    query = "MATCH (r:Region) RETURN r.name AS name"
    for i in [*range(len(builds)), *range(len(builds))]:
        assert cypher(builds[i], query) == [{"name": f"第{i}市"}]
        assert f".b{i}.cache" in opened(tmp_path)
        assert len(opened(tmp_path)) <= OPEN
    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(lambda i: cypher(builds[i % len(builds)], query)[0]["name"], range(40))
        assert list(asked) == [f"第{i % len(builds)}市" for i in range(40)]
    assert len(opened(tmp_path)) <= OPEN


def test_several_processes_ask_at_once(tmp_path: Path) -> None:
    build = named(tmp_path / "b", "甲市")
    command = [
        sys.executable,
        "-m",
        "kg.cli",
        "cypher",
        str(build.path),
        "MATCH (r:Region) RETURN r.name AS name",
        "--json",
    ]
    there = {p.name for p in tmp_path.iterdir()}
    asked = [
        subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in asked:
        out, err = process.communicate(timeout=180)
        assert (process.returncode, out, err) == (0, '{"name": "甲市"}\n', "")
    assert {p.name for p in tmp_path.iterdir()} == {*there, ".b.cache"}  # the engine leaves no logs behind
    assert len(list((tmp_path / ".b.cache").iterdir())) == 1


def test_a_process_ends_when_the_build_cannot_be_loaded(tmp_path: Path) -> None:
    build = named(tmp_path / "b", "甲市")
    (build.path / "entities.parquet").write_bytes(b"PAR1")
    command = [sys.executable, "-m", "kg.cli", "cypher", str(build.path), "MATCH (n) RETURN n"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(r"kg: [^\n]*entities\.parquet: damaged or missing [^\n]*\.\n", done.stderr)


def test_the_command(sample_build: Build) -> None:
    def run(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(main, ["cypher", *arguments])
        assert result.exit_code == code, result.output
        return result.output

    path = str(sample_build.path)
    out = run(path, "RETURN $a AS a, $b AS b", "--param", "a=1.5", "--param", "b=株洲", "--json")
    assert json.loads(out) == {"a": 1.5, "b": "株洲"}
    assert "株洲市" in run(path, "--recipe", "series", "--param", "region=株洲市", "--param", "indicator=地区生产总值")
    assert all(name in run("--recipes") for name in recipes())
    out = run(
        path,
        "RETURN 'a\"b,c' AS name, [1, '株'] AS list, ['甲', '乙'] AS places, 1.5e9 AS money, null AS none",
        "--csv",
    )
    assert list(csv.DictReader(io.StringIO(out))) == [
        {"name": 'a"b,c', "list": '[1, "株"]', "places": "甲、乙", "money": "1500000000.0", "none": ""}
    ]
    assert run(path, "MATCH (n:Project {name: 'none'}) RETURN n", "--csv") == ""
    assert "needs zone; for example: --recipe park --param zone=" in run(path, "--recipe", "park", code=1)
    assert "did you mean series" in run(path, "--recipe", "serie", code=1)
    assert "give BUILD and QUERY" in run(path, code=2)


def test_from_python(sample_build: Build) -> None:
    graph = kg.open(sample_build.path)
    rows = graph.cypher("MATCH (r:Region {name: $name}) RETURN r.level AS level", name="株洲市")
    assert rows == [{"level": "prefecture"}] or rows == [{"level": "city"}]


def test_recipes_know_their_parameters() -> None:
    assert len(recipes()) >= 25
    for name, found in recipes().items():
        assert found.zh and found.en
        assert found.check(found.examples) == found.examples
        assert set(re.findall(r"\$(\w+)", found.query)) == set(found.examples), name
    with pytest.raises(NotFoundError, match="no recipe"):
        recipe("../park")
    with pytest.raises(QueryError, match="knows no zone"):
        recipe("slogans_first").check({"zone": "x"})
