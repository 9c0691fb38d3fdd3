"""Queries that name what the graph does not have are answered with a word about it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.query.cookbook import recipes
from kg.query.unknown import unknown_in_cypher, unknown_in_sparql
from kg.tables import Build


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (p:Projekt) RETURN p", ["label Projekt; did you mean Project?"]),
        (
            "MATCH (p:Entity:`Firm`|Projects) RETURN p",
            ["label Firm; there are Entity, ", "label Projects; did you mean"],
        ),
        ("MATCH (p) WHERE p:Zones OR NOT p:Projets RETURN p", ["label Projets;", "label Zones; did you mean Zone?"]),
        ("MATCH (a)-[r:LOCATED|:PART_OF*1..3]->() RETURN r", ["type LOCATED; did you mean LOCATED_IN?"]),
        ("MATCH (a)<-[:located_in]-(b) RETURN a", ["type located_in; did you mean LOCATED_IN?"]),
        ("MATCH (p:Project) RETURN p.nam, p.name", ["property nam; did you mean name?"]),
        ("MATCH (o:Observation)-[r:FROM]->(d) RETURN r.plac, o.value_cny", ["property plac; did you mean place?"]),
    ],
)
def test_names_that_the_graph_lacks(sample_build: Build, query: str, told: list[str]) -> None:
    found = list(unknown_in_cypher(sample_build, query, []))
    assert len(found) == len(told)
    assert all(
        sentence.startswith(f"the graph has no {words}") or words in sentence
        for sentence, words in zip(found, told, strict=True)
    )


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (p:Project {name: 'a:Foo', note: b}) WHERE p.investment_text CONTAINS '(x:Firm)' RETURN p // (y:Firm)",
        "MATCH (a)-[r]->(b) WITH {nam: a.name} AS row, date('2020-01-01') AS d RETURN row.nam, d.year, count(*)",
        "MATCH p = (a:Entity)-[:UNDERTAKES|LOCATED_IN*..3]->(:Zone&!Region) RETURN [n IN nodes(p) | n.name]",
        "MATCH (e:Evidence)-[:FROM]->(d:Document) RETURN e.text, e.row, d.published",
        *(r.query for r in recipes().values()),
    ],
)
def test_names_that_the_graph_has(sample_build: Build, query: str) -> None:
    assert list(unknown_in_cypher(sample_build, query, [])) == []


def test_properties_are_not_looked_up_when_there_are_values(sample_build: Build) -> None:
    query = "MATCH (p:Project) RETURN p.nam AS nam"
    assert list(unknown_in_cypher(sample_build, query, [{"nam": "x"}])) == []
    assert list(unknown_in_cypher(sample_build, query, [{"nam": None}])) != []


def test_terms_that_the_vocabulary_lacks() -> None:
    found = list(unknown_in_sparql("SELECT ?x { ?x kg:locatedIn ?y ; kg:name 'kg:foo' ; a kg:Undertakes }"))
    assert found == [
        "the graph has no term kg:locatedIn; did you mean kg:located_in?",
        "the graph has no term kg:name; did you mean rdfs:label?",
    ]
    twins = recipes("sparql").values()
    assert [list(unknown_in_sparql(r.query)) for r in twins] == [[]] * len(twins)


def test_the_commands_tell(sample_build: Build) -> None:
    for command in (["cypher", "MATCH (p:Projekt) RETURN p"], ["sparql", "SELECT ?p { ?p a kg:Projekt }"]):
        result = CliRunner().invoke(main, [command[0], str(sample_build.path), command[1]])
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith("no rows\nnote: the graph has no ") and "Project?" in result.stderr
