"""SPARQL on the embedded store: rows, formats, what is refused, the cache, the cookbook, the endpoint."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from click.testing import CliRunner
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, SPARQLWrapper

import kg
from kg.cli import main
from kg.errors import NotFoundError, QueryError
from kg.query.cookbook import recipe, recipes
from kg.query.cypher import cypher
from kg.query.serve_sparql import serve
from kg.query.sparql import check, serialize, sparql
from kg.query.sparql_syntax import LINE, wrong
from kg.tables import Build
from tests.query.builds import HOSTILE, hostile_build, write_build
from tests.rdf.jena import jena

HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_values_become_those_of_python(sample_build: Build) -> None:
    (row,) = sparql(sample_build, 'SELECT ("x"@zh AS ?a) (1 AS ?b) (1.5 AS ?c) (true AS ?d) (kg:Region AS ?e) ?f {}')
    assert row == {"a": "x", "b": 1, "c": 1.5, "d": True, "e": "https://w3id.org/quyu-kg/Region", "f": None}
    assert sparql(sample_build, "ASK { ?x a kg:Region }") == [{"ask": True}]
    rows = sparql(sample_build, "CONSTRUCT { ?x kg:level ?l } WHERE { ?x kg:level ?l }")
    assert rows and set(rows[0]) == {"subject", "predicate", "object"}
    assert sparql(sample_build, "DESCRIBE region:430200")


def test_no_row_is_counted_twice(sample_build: Build) -> None:
    (row,) = sparql(sample_build, "SELECT (COUNT(*) AS ?n) { ?s a ?c ; kg:head ?h ; kg:tail ?t }")
    assert row["n"] == len(sample_build.rows("relations"))


def test_graphs_are_documents(sample_build: Build) -> None:
    rows = sparql(sample_build, "SELECT DISTINCT ?g { GRAPH ?g { ?x a kg:Mention } }")
    assert {r["g"].rpartition("/")[2] for r in rows} == {m["doc_id"] for m in sample_build.rows("mentions")}


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "delete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/x>",
        "CLEAR ALL",
        "DROP ALL",
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        'SELECT * { ?s ?p "x" . # comment\n SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
        'SELECT * { ?s ?p "\\"" . SERVICE <http://127.0.0.1/> { ?s ?p "" } }',
        "SELECT * { ?s ?p '''a'b''' . SERVICE <http://127.0.0.1/#> { ?s ?p ?o } }",
        "SELECT * { FILTER(1<2) SERVICE<http://127.0.0.1/> { ?s ?p ?o } FILTER(2>1) }",
    ],
)
def test_updates_and_other_hosts_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="only reads"):
        check(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s rdfs:label "INSERT DATA"@zh }',
        "SELECT * { ?load ?service $drop }",
        "SELECT * { ?s kg:add <http://x/SERVICE> } # LOAD",
        "SELECT ?x { ?x kg:move/kg:copy ?y FILTER(?y < 3 && ?y > 1) }",
    ],
)
def test_words_that_only_look_like_it_may_run(query: str) -> None:
    check(query)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELEC ?x {}", "line 1, column 1: it begins with “SELEC”.\nexpected: SELECT, ASK, CONSTRUCT, DESCRIBE"),
        ("# 中\nPREFIX a: <http://x/>\n SLECT {}", "line 3, column 2: it begins with “SLECT”."),
        ("SELECT ?x {\n ?x a kg:Project", "line 2, column 17, where it ends: a { has no }."),
        ("SELECT ?x { ?x a ?y FILTER(?x > 1 ", "where it ends: a { has no }."),
        (
            'SELECT ?x {\n ?x rdfs:label "甲 }\n',
            "line 2, column 20, where it ends: a text has no quotation mark at its end.",
        ),
        ("SELECT ?x { ?x foo:bar ?y }", "line 1, column 23, at “?y”: the prefix foo: is not declared."),
        ("SELECT ?y { ?x a ?z } GROUP BY ?x", "SELECT names a variable"),
        ("SELECT ?x { ?x rdfs:label 株洲 }", "line 1, column 29, at “}”.\nexpected: "),
        ("SELECT ?x { FILTER(?n > ) }", "line 1, column "),
        ("SELECT * { ?s <a b> ?o }", "no IRI"),
        ("", "it is empty"),
    ],
)
def test_a_wrong_query_says_where(sample_build: Build, query: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        sparql(sample_build, query)
    text = str(error.value)
    assert text.startswith("the SPARQL query is wrong in line ") and message in text
    first, *rest = text.splitlines()
    assert first.endswith(".") and len(rest) <= 1 and all(len(line) <= LINE for line in rest)
    assert "\\u{" not in text


def test_what_the_parser_says_otherwise_is_passed_on() -> None:
    assert wrong("x", "something\n else.") == "the SPARQL query is wrong: something else."


def test_a_long_query_ends_in_time(sample_build: Build) -> None:
    # in a process of its own: what is late works on until its process ends
    command = [sys.executable, "-m", "kg.cli", "sparql", str(sample_build.path), HEAVY, "--timeout", "0.5"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no answer within 0.5 s" in done.stderr


def test_parameters_are_values_and_nothing_else(tmp_path: Path) -> None:
    build = hostile_build(tmp_path / "build")
    for name in HOSTILE:
        rows = sparql(build, "SELECT ?x { VALUES ?n { $name } ?x a kg:Project ; rdfs:label ?n }", {"name": name})
        assert len(rows) == 1, name
    with pytest.raises(QueryError, match="the value of name is no text"):
        sparql(build, "SELECT ?x { VALUES ?n { $name } }", {"name": "\udcff"})
    with pytest.raises(QueryError, match="no place for other"):
        sparql(build, "SELECT ?x { VALUES ?n { $name } }", {"name": "a", "other": "b"})
    with pytest.raises(QueryError, match="the query needs name"):
        sparql(build, "SELECT ?x { VALUES ?n { $name } }")


def test_formats_of_answers(sample_build: Build) -> None:
    query = "SELECT ?name { ?x a kg:Zone ; rdfs:label ?name } ORDER BY ?name"
    names = [r["name"] for r in sparql(sample_build, query)]
    document = json.loads(serialize(sample_build, query, "json"))
    assert [b["name"]["value"] for b in document["results"]["bindings"]] == names
    table = csv.DictReader(io.StringIO(serialize(sample_build, query, "csv").decode()))
    assert [row["name"] for row in table] == names
    assert b"<sparql" in serialize(sample_build, query, "xml")
    graph = rdflib.Graph().parse(data=serialize(sample_build, "DESCRIBE region:430200", "ttl"), format="turtle")
    assert len(graph) > 5
    with pytest.raises(QueryError, match="cannot be ttl; choose one of json"):
        serialize(sample_build, query, "ttl")


def test_the_cache_follows_the_build(sample_build: Build, tmp_path: Path) -> None:
    copy = tmp_path / "b"
    shutil.copytree(sample_build.path, copy)
    count = "SELECT (COUNT(*) AS ?n) { ?x a kg:Region }"
    before = sparql(Build(copy), count)
    stores = list((tmp_path / ".b.cache").glob("sparql-triples-*"))
    assert len(stores) == 1
    assert sorted(p.name for p in copy.iterdir()) == sorted(p.name for p in sample_build.path.iterdir())
    hostile_build(tmp_path / "other")
    shutil.rmtree(copy)
    shutil.copytree(tmp_path / "other", copy)
    assert sparql(Build(copy), count) != before
    assert len(list((tmp_path / ".b.cache").glob("sparql-triples-*"))) == 1


# ---- the cookbook ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def odd_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """What the sample has no case of: homonyms, documents and events without a year, several sums and wordings."""
    docs = [
        {"doc_id": f"{i:016x}", "title": f"报告{i}", "text": "甲" * 40, "chars": 40, "region_id": "region/株洲市"}
        | {"year": year, "published": published}
        for i, (year, published) in enumerate(
            [(2021, "2021-02-01"), (None, None), (2021, None), (2020, "2020-01-05"), (2022, None)]
        )
    ]
    things = [
        ("region/株洲市", "Region", "株洲市", ["株洲"], {"level": "city"}),
        ("region/醴陵市", "Region", "醴陵市", [], {"level": "county"}),
        ("zone/一/东富工业园", "Zone", "东富工业园", [], {}),
        *((f"project/{i}/大桥", "Project", "大桥", [], {"investment": m, "status": "building"}) for i, m in PROJECTS),
        *((f"program/{i}/建设年", "Program", "产业项目建设年", [], {}) for i in (1, 2)),
        ("event/1", "Event", "瓷博会", [], {"year": 2021}),
        ("event/2", "Event", "动博会", [], {}),
        ("slogan/1", "Slogan", "三高四新战略", [], {}),
        *((f"enterprise/{i}", "Enterprise", name, [f"丙{i}", f"乙{i}"], {}) for i, name in enumerate(COMPANIES)),
    ]
    relations = [
        *((f"project/{i}/大桥", "located_in", place) for i, _ in PROJECTS for place in TWO),
        *((f"enterprise/{i}", "located_in", place) for i in range(3) for place in (*TWO, "zone/一/东富工业园")),
        *((f"enterprise/{i}", "undertakes", "project/1/大桥") for i in range(3)),
        *((f"project/{i}/大桥", "under_program", f"program/{min(i, 2)}/建设年") for i, _ in PROJECTS),
        ("project/1/大桥", "located_in", "zone/一/东富工业园"),
        ("region/醴陵市", "part_of", "region/株洲市"),
        *((place, "implements", "program/1/建设年") for place in TWO),
        *((place, "hosts", f"event/{i}") for place in TWO for i in (1, 2)),
    ]
    names = [f"relation/{i:03}" for i in range(len(relations))]
    at: list[dict[str, Any]] = [{"doc_id": d["doc_id"], "start": 3 * i, "end": 3 * i + 2} for i, d in enumerate(docs)]
    return write_build(
        tmp_path_factory.mktemp("odd") / "build",
        documents=docs,
        entities=[
            {"entity_id": i, "type": t, "name": n, "aliases": a, "properties": json.dumps(p)}
            for i, t, n, a, p in things
        ],
        mentions=[
            row | {"surface": "甲甲", "type": t, "entity_id": i}
            for row in at
            for i, t, *_ in things
            if t in ("Enterprise", "Slogan")
        ],
        relations=[
            {"relation_id": i, "head_id": h, "type": t, "tail_id": x}
            for i, (h, t, x) in zip(names, relations, strict=True)
        ],
        evidence=[
            row | {"relation_id": i, "year": row["start"] + 2010, "confidence": 0.5 + 0.1 * (row["start"] % 2)}
            for i in names
            for row in at[:3]
        ],
        attributes=[
            row
            | {"entity_id": f"project/{i}/大桥", "property": "investment", "value": f"{m:g}", "number": m, "year": 2020}
            for i, m in PROJECTS
            for row in (at[2], at[0] | {"end": 4}, at[1] | {"confidence": 0.95})
        ],
    )


PROJECTS = ((1, 3e8), (2, 2e8), (3, 1e8))
COMPANIES = ("株洲时代新材料科技股份有限公司", "株洲醴陵旗滨玻璃有限公司", "第三公司", "第四公司")
TWO = ("region/株洲市", "region/醴陵市")


@pytest.mark.parametrize("name", sorted(recipes("sparql")))
def test_a_recipe_answers_as_its_cypher_does(name: str, sample_build: Build, odd_build: Build) -> None:
    mine, twin = recipe(name, "sparql"), recipe(name)
    assert (mine.zh, mine.en, mine.parameters) == (twin.zh, twin.en, twin.parameters)
    for build in (sample_build, odd_build):
        rows = sparql(build, mine.query, mine.examples)
        theirs = cypher(build, twin.query, twin.examples)
        assert rows or build is odd_build
        assert [list(row) for row in rows] == [list(row) for row in theirs]
        assert [_plain(row) for row in rows] == [_plain(row) for row in theirs]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row as both languages give it: lists as one text, numbers as floats."""
    out = {}
    for column, value in row.items():
        if isinstance(value, list):
            value = "、".join(str(item) for item in value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            value = round(float(value), 6)
        out[column] = value or None  # an empty list is an empty text
    return out


def test_there_are_many_recipes() -> None:
    assert len(recipes("sparql")) >= 20
    with pytest.raises(NotFoundError, match="did you mean"):
        recipe("honours", "sparql")


def test_the_command(sample_build: Build, tmp_path: Path) -> None:
    def run(*arguments: str) -> Any:
        return CliRunner().invoke(main, ["sparql", str(sample_build.path), *arguments])

    assert "honors" in run("--recipe", "list").output
    assert "honors" in CliRunner().invoke(main, ["sparql", "--recipes"]).output
    asked = ["sparql", str(sample_build.path), "-", "--json"]
    assert CliRunner().invoke(main, asked, input="ASK {}").stdout == '{"ask": true}\n'
    assert json.loads(run("ASK {}", "--json").output) == {"ask": True}
    (tmp_path / "q.rq").write_text("SELECT (1 AS ?one) {}", "utf-8")
    assert run("--file", str(tmp_path / "q.rq"), "--format", "csv").output.split() == ["one", "1"]
    series = ["--recipe", "series", "--param", "region=醴陵市", "--param", "indicator=地区生产总值"]
    assert run(*series, "--json").output.count("\n") > 0
    assert run("--recipe", "busiest", "--param", "count=2", "--json").output.count("\n") == 2
    assert run().exit_code == 2
    wrong = run("DROP ALL")
    assert (wrong.exit_code, "DROP changes the graph" in wrong.output) == (1, True)


@pytest.mark.filterwarnings("ignore:Dataset.default_context")  # rdflib warns of what it does itself
def test_the_library(sample_build: Build) -> None:
    graph = kg.open(sample_build.path)
    dataset = graph.to_rdflib()
    query = "SELECT (COUNT(*) AS ?n) { ?p a kg:Project ; rdfs:label ?name }"
    assert graph.sparql(query)[0]["n"] == int(list[Any](dataset.query(query))[0][0])
    graphs = {str(g.identifier) for g in dataset.graphs()}
    assert all(any(d["doc_id"] in g for g in graphs) for d in sample_build.rows("documents"))


# ---- the endpoint ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def endpoint(sample_build: Build) -> Iterator[str]:
    with serve(sample_build, 0, timeout=5) as address:
        yield address


COUNT = "SELECT (COUNT(?x) AS ?n) { ?x a <https://w3id.org/quyu-kg/Region> }"


def regions(build: Build) -> int:
    return sum(e["type"] == "Region" for e in build.rows("entities"))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_asks(method: str, endpoint: str, sample_build: Build) -> None:
    client = SPARQLWrapper(f"{endpoint}sparql")
    client.setMethod(method)
    client.setReturnFormat(JSON)
    client.setQuery(COUNT)
    answer: Any = client.queryAndConvert()
    (row,) = answer["results"]["bindings"]
    assert int(row["n"]["value"]) == regions(sample_build)


def test_rdflib_asks(endpoint: str, sample_build: Build) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{endpoint}sparql"))
    (row,) = list[Any](graph.query(COUNT))
    assert int(row[0]) == regions(sample_build)


def test_jena_asks(endpoint: str, sample_build: Build) -> None:
    answer = jena("arq.rsparql", ["--service", f"{endpoint}sparql", "--results=csv", COUNT])
    assert answer.split() == ["n", str(regions(sample_build))]


def send(url: str, data: bytes | None = None, **headers: str) -> tuple[int, Any, bytes]:
    request = urllib.request.Request(url, data, {k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_the_format_is_negotiated(accept: str, kind: str, endpoint: str) -> None:
    status, headers, _ = send(f"{endpoint}sparql?{urllib.parse.urlencode({'query': COUNT})}", Accept=accept)
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    assert headers["Content-Type"].startswith(kind)


def test_the_endpoint_only_reads(endpoint: str) -> None:
    service = urllib.parse.urlencode({"query": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}).encode()
    assert send(f"{endpoint}sparql", service)[0] == 403
    update = urllib.parse.urlencode({"update": "INSERT DATA { <a:a> <a:b> <a:c> }"}).encode()
    assert send(f"{endpoint}sparql", update)[0] == 403
    body = b"SELECT * { ?s ?p ?o } LIMIT 1"
    assert send(f"{endpoint}sparql", body, Content_Type="application/sparql-query")[0] == 200
    assert send(f"{endpoint}sparql", body, Content_Type="application/sparql-update")[0] == 415
    status, _, said = send(f"{endpoint}sparql", b"query=SELEC")
    assert (status, said.decode().splitlines()[0][-33:]) == (400, "column 1: it begins with “SELEC”.")
    assert send(f"{endpoint}store")[0] == 404


def test_the_page_comes_from_the_package(endpoint: str) -> None:
    status, _, page = send(endpoint)
    assert status == 200 and b"http" not in page.replace(b"html", b"")
    for name in ("yasgui.min.js", "yasgui.min.css", "sparql.js", "prefixes.json"):
        assert send(endpoint + name)[0] == 200


def test_a_taken_port_is_named(endpoint: str, sample_build: Build) -> None:
    port = int(endpoint.rstrip("/").rpartition(":")[2])
    with pytest.raises(QueryError, match=f"port {port} cannot be used"), serve(sample_build, port):
        pass
