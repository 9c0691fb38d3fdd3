"""The OWL says what the YAML says, and an OWL tool reads it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS, XSD
from rdflib.term import Node

from kg.ontology import Ontology, load_ontology
from kg.ontology.owl import to_owl
from kg.ontology.shacl import to_shacl
from tests.tools import ROOT, java_lib

KG = Namespace(load_ontology().iri + "/")


@pytest.fixture(scope="module")
def owl() -> Graph:
    return Graph().parse(data=to_owl(load_ontology()), format="turtle")


def union(graph: Graph, node: Node | None) -> set[Node]:
    assert node is not None
    head = graph.value(node, OWL.unionOf)
    return {node} if head is None else set(Collection(graph, head))


def test_every_class_has_labels_in_both_languages(owl: Graph) -> None:
    for name, kind in load_ontology().entities.items():
        assert (KG[name], RDF.type, OWL.Class) in owl
        assert Literal(kind.zh, lang="zh") in set(owl.objects(KG[name], RDFS.label))
        languages = [text.language for text in owl.objects(KG[name], SKOS.definition) if isinstance(text, Literal)]
        assert sorted(map(str, languages)) == ["en", "zh"]


def test_a_relation_has_its_domain_and_range(owl: Graph) -> None:
    assert union(owl, owl.value(KG.develops, RDFS.domain)) == {KG.Region, KG.Zone}
    assert union(owl, owl.value(KG.develops, RDFS.range)) == {KG.Industry}
    assert (KG.part_of, RDF.type, OWL.TransitiveProperty) in owl


def test_a_property_has_the_domain_of_its_users(owl: Graph) -> None:
    assert union(owl, owl.value(KG.level, RDFS.domain)) == {KG.Region}
    assert union(owl, owl.value(KG.confidence, RDFS.domain)) == {KG.Relation, KG.Span}
    assert owl.value(KG.investment, RDFS.range) == XSD.decimal
    assert union(owl, owl.value(KG.of_region, RDFS.range)) == {KG.Region, KG.Zone}


def test_foreign_properties_are_used_and_not_defined(owl: Graph) -> None:
    foreign = [s for s in set(owl.subjects(RDFS.domain)) if not str(s).startswith(KG)]
    assert foreign == []


def test_the_same_bytes_in_another_process() -> None:
    program = (
        "from kg.ontology import load_ontology as o; from kg.ontology.owl import to_owl as w;"
        " from kg.ontology.shacl import to_shacl as s; import sys; sys.stdout.buffer.write((w(o()) + s(o())).encode())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=environment)
        assert done.stdout.decode() == to_owl(load_ontology()) + to_shacl(load_ontology())


@pytest.mark.parametrize(("name", "write"), [("kg.owl.ttl", to_owl), ("kg.shacl.ttl", to_shacl)])
def test_the_committed_file_is_fresh_and_jena_reads_it(name: str, write: Callable[[Ontology], str]) -> None:
    path = ROOT / "schema" / "generated" / name
    assert path.read_text("utf-8") == write(load_ontology()), "make files"
    command = ["java", "-cp", f"{java_lib('jena')}/*", "riotcmd.riot", "--validate", str(path)]
    subprocess.run(command, check=True, capture_output=True)


def robot(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["java", "-cp", f"{java_lib('robot')}/*", "org.obolibrary.robot.CommandLineInterface", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_is_owl_2_dl_and_a_reasoner_finds_no_contradiction(tmp_path: Path) -> None:
    path = str(ROOT / "schema" / "generated" / "kg.owl.ttl")
    profile = robot("validate-profile", "--profile", "DL", "--input", path, "--output", str(tmp_path / "report.txt"))
    assert profile.returncode == 0, profile.stdout
    reason = robot("reason", "--reasoner", "hermit", "--input", path, "--output", str(tmp_path / "inferred.ttl"))
    assert reason.returncode == 0, reason.stdout


def test_a_reasoner_finds_a_head_of_the_wrong_type(tmp_path: Path) -> None:
    spoilt = to_owl(load_ontology()) + "<x:slogan> a kg:Slogan ; kg:undertakes <x:project> .\n"
    (tmp_path / "spoilt.ttl").write_text(spoilt, "utf-8")
    arguments = ("--input", str(tmp_path / "spoilt.ttl"), "--output", str(tmp_path / "inferred.ttl"))
    done = robot("reason", "--reasoner", "hermit", *arguments)
    assert done.returncode != 0
    assert "inconsistent" in done.stdout
