"""The Dataset on Oxigraph answers as rdflib's own store does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDFS, XSD

import kg
from kg.export import export
from kg.export.rdflib import to_rdflib
from kg.tables import Build
from tests.query.builds import HOSTILE, hostile_build

KG = rdflib.Namespace("https://w3id.org/quyu-kg/")
NUMBERS = {XSD.decimal, XSD.float}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of what its own parsers do


@pytest.fixture(scope="module", params=["sample", "hostile"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """The same build as we give it, and as rdflib reads our N-Quads into its own store."""
    folder = tmp_path_factory.mktemp("rdflib")
    build: Build = request.getfixturevalue("sample_build") if request.param == "sample" else hostile_build(folder / "b")
    export(build, "nquads", folder / "g.nq")
    plain = rdflib.Dataset(default_union=True)
    plain.parse(str(folder / "g.nq"), format="nquads")
    return to_rdflib(build), plain


def alike(terms: Any) -> tuple[Any, ...]:
    """Terms with numbers by their value: Oxigraph does not keep 2022.0 apart from 2022."""
    return tuple(
        float(t) if isinstance(t, rdflib.Literal) and t.datatype in NUMBERS else getattr(t, "identifier", t)
        for t in terms
    )


def test_the_same_quads_in_the_same_graphs(both: tuple[Any, Any]) -> None:
    ours, plain = both
    assert sorted(map(repr, map(alike, ours.quads()))) == sorted(map(repr, map(alike, plain.quads())))
    assert {g.identifier for g in ours.graphs()} == {g.identifier for g in plain.graphs()}
    for graph in plain.graphs():
        assert len(ours.graph(graph.identifier)) == len(graph)
    assert len(ours) == len(plain)


def test_each_triple_of_all_graphs_comes_once(both: tuple[Any, Any]) -> None:
    ours, plain = both
    for pattern in ((None, None, None), (None, RDFS.label, None), (None, KG.located_in, None)):
        found = [alike(t) for t in ours.triples(pattern)]
        assert len(found) == len(set(found)), pattern
        assert set(found) == {alike(t) for t in plain.triples(pattern)}, pattern


def test_queries_answer_alike(both: tuple[Any, Any]) -> None:
    ours, plain = both
    queries = (
        "SELECT ?x ?n { ?x a kg:Project ; rdfs:label ?n }",
        "SELECT ?n (COUNT(?e) AS ?count) { ?e kg:rule ?n } GROUP BY ?n",
        "SELECT ?g ?rule { GRAPH ?g { ?m a kg:Mention ; kg:rule ?rule } }",
        "SELECT ?s ?h { ?s kg:head ?h ; kg:tail ?t ; rdf:predicate ?p . ?h ?p ?t }",
    )
    for query in queries:
        found, wanted = ([alike(row) for row in graph.query(query, initNs={"kg": KG})] for graph in both)
        assert found and sorted(map(repr, found)) == sorted(map(repr, wanted)), query
    construct = "CONSTRUCT { ?m kg:rule ?r } WHERE { ?m kg:rule ?r }"
    assert set(ours.query(construct).graph) == set(plain.query(construct, initNs={"kg": KG}).graph)
    assert ours.query("ASK { ?x a kg:Project }").askAnswer
    label = rdflib.Literal(HOSTILE[0], lang="zh")
    bound = [len(list(g.query("SELECT ?x { ?x rdfs:label ?n }", initBindings={"n": label}))) for g in both]
    assert bound[0] == bound[1]


def test_it_can_be_changed(sample_build: Build, tmp_path: Path) -> None:
    dataset = kg.open(sample_build.path).to_rdflib()
    before = len(dataset)
    mine = "SELECT ?s { ?s kg:rule '手工' }"
    assert not list(dataset.query(mine))
    node, graph = rdflib.URIRef("https://x.example/甲"), dataset.graph(rdflib.URIRef("https://x.example/图"))
    graph.add((node, RDFS.label, rdflib.Literal("甲", lang="zh")))
    dataset.update("INSERT DATA { <https://x.example/甲> kg:rule '手工' }", initNs={"kg": KG})
    assert dataset.value(node, KG.rule) == rdflib.Literal("手工")
    assert [alike(row) for row in dataset.query(mine)] == [(node,)]
    assert len(dataset) == before + 2
    dataset.serialize(str(tmp_path / "g.trig"), format="trig")
    dataset.remove_graph(graph)
    assert (node, RDFS.label, None) not in dataset
