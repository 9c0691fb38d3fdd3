"""The observations are a well-formed data cube by the W3C's note, and each kind of break is noticed."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export import export
from kg.tables import Build
from tests.rdf.cube import CONSTRAINTS, FAULTS, PREFIXES, broken


@pytest.fixture(scope="module")
def triples(sample_build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cube") / "g.nt"
    export(sample_build, "ntriples", path)
    return path


def cube(triples: Path) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(triples), format=ox.RdfFormat.N_TRIPLES)
    return store


def test_the_sample_keeps_all_constraints(triples: Path) -> None:
    store = cube(triples)
    assert store.query("ASK { ?o a qb:Observation }", prefixes=PREFIXES)
    assert broken(store) == set()


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_a_break_is_noticed(constraint: str, triples: Path) -> None:
    store = cube(triples)
    size = len(store)
    store.update(FAULTS[constraint], prefixes=PREFIXES)
    assert len(store) != size
    assert constraint in broken(store)


def test_all_constraints_of_the_note_are_here() -> None:
    assert {name.split()[0].rstrip("ab") for name in CONSTRAINTS} == {f"IC-{n}" for n in range(1, 22)}
    assert FAULTS.keys() == CONSTRAINTS.keys()
