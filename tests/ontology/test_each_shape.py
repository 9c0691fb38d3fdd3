"""Every constraint of every shape finds its planted fault, in two engines with the same findings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import shacl
from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH

from kg.query.validate import SHAPES
from tests.ontology.shape_faults import Faults, local

Finding = tuple[str, str, str]  # focus node (blank ones are all alike), shape, kind of constraint


@pytest.fixture(scope="module")
def faults() -> Faults:
    return Faults(Graph().parse(str(SHAPES)))


@pytest.fixture(scope="module")
def by_pyshacl(faults: Faults) -> Counter[Finding]:
    _, report, _ = validate(faults.graph, shacl_graph=faults.shapes)
    assert isinstance(report, Graph)
    return Counter(
        (
            str(focus) if isinstance(focus := report.value(result, SH.focusNode), URIRef) else "_:",
            local(report.value(result, SH.sourceShape)),
            local(report.value(result, SH.sourceConstraintComponent)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )


@pytest.fixture(scope="module")
def by_rust(faults: Faults, tmp_path_factory: pytest.TempPathFactory) -> Counter[Finding]:
    path: Path = tmp_path_factory.mktemp("shapes") / "faults.nt"
    path.write_text(faults.graph.serialize(format="nt"), "utf-8")
    results = shacl.Shapes.from_file(str(SHAPES)).validate_file(str(path)).results
    return Counter(
        (
            "_:" if str(r.focus_node).startswith("_:") else str(r.focus_node).strip("<>"),
            local(str(r.source_shape).strip("<>")),
            local(str(r.component_iri).strip("<>")),
        )
        for r in results
    )


@pytest.mark.parametrize("engine", ["by_pyshacl", "by_rust"])
def test_each_constraint_finds_its_fault(engine: str, faults: Faults, request: pytest.FixtureRequest) -> None:
    found = {(shape, kind) for _, shape, kind in request.getfixturevalue(engine)}
    assert faults.expected - found == set()


def test_both_engines_find_the_same(by_pyshacl: Counter[Finding], by_rust: Counter[Finding]) -> None:
    assert by_pyshacl.keys() == by_rust.keys()


def test_every_shape_is_put_to_the_test(faults: Faults) -> None:
    tested = {shape for shape, _ in faults.expected}
    shapes = {local(s) for kind in (SH.NodeShape, SH.PropertyShape) for s in faults.shapes.subjects(RDF.type, kind)}
    # those of one class stand only in the lists of sh:or, where each is tried with a node that has no class
    assert {s for s in shapes - tested if not s.startswith("is-")} == set()
