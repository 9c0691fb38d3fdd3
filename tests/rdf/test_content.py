"""What is said: shapes by two engines, names, former names, spans."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
import shacl
from pyshacl import validate as pyshacl

from kg.errors import InputError
from kg.export import export
from kg.query.sparql import sparql
from kg.query.validate import SHAPES, validate
from kg.tables import SCHEMAS, Build, Row
from tests.ontology.test_shacl import FAULTS, GOOD
from tests.query.builds import write_build
from tests.tools import ROOT


def test_the_sample_conforms_by_two_engines(sample_build: Build, tmp_path: Path) -> None:
    assert validate(sample_build) == []
    export(sample_build, "turtle", tmp_path / "g.ttl")
    conforms, _, text = pyshacl(
        rdflib.Graph().parse(str(tmp_path / "g.ttl")), shacl_graph=rdflib.Graph().parse(str(SHAPES))
    )
    assert conforms, text


@pytest.fixture(scope="module")
def shapes() -> shacl.Shapes:
    return shacl.Shapes.from_file(str(SHAPES))


def test_the_engine_accepts_the_good_graph(shapes: shacl.Shapes) -> None:
    assert shapes.validate_turtle(GOOD).conforms


@pytest.mark.parametrize("fault", FAULTS)
def test_the_engine_finds_each_fault_that_pyshacl_finds(fault: str, shapes: shacl.Shapes) -> None:
    good, bad = FAULTS[fault]
    assert not shapes.validate_turtle(GOOD.replace(good, bad, 1)).conforms


def test_faults_are_grouped(tmp_path: Path) -> None:
    names: list[Row] = [{"entity_id": f"zone/{i}", "type": "Zone", "name": f"区{i}"} for i in range(50)]
    names += [
        {"entity_id": "zone/x", "type": "Zone", "name": "区", "properties": '{"colour": "red", "status": "eaten"}'}
    ]
    faults = validate(write_build(tmp_path / "build", entities=names))
    assert {(f.shape, f.constraint, f.count) for f in faults} == {("Zone", "Closed", 1), ("status", "In", 1)}
    negative: list[Row] = [{**row, "mention_count": -1} for row in names[:50]]
    (fault,) = validate(write_build(tmp_path / "other", entities=negative))
    assert (fault.shape, fault.count, len(fault.examples)) == ("mention_count", 50, 3)


def test_files_are_validated_too(sample_build: Build, tmp_path: Path) -> None:
    for syntax, name in (("jsonld", "g.jsonld"), ("nquads", "g.nq"), ("rdfxml", "g.rdf"), ("turtle", "g.ttl.gz")):
        export(sample_build, syntax, tmp_path / name)
        assert validate(tmp_path / name) == [], name
    (tmp_path / "bad.ttl").write_text("no turtle")
    with pytest.raises(InputError, match="no RDF of its kind"):
        validate(tmp_path / "bad.ttl")


def test_former_names_have_their_years(tmp_path: Path) -> None:
    region = {"entity_id": "region/430212", "type": "Region", "name": "渌口区"}
    build = write_build(
        tmp_path / "build", entities=[region | {"properties": '{"gb_code": "430212", "level": "county"}'}]
    )
    query = """SELECT ?name ?code ?until { region:430212 kg:former_names ?f .
               ?f rdfs:label ?name ; kg:gb_code ?code ; kg:valid_until ?until }"""
    rows = sparql(build, query)
    assert {"name": "株洲县", "code": "430221", "until": 2017} in rows
    assert sparql(build, "ASK { region:430212 skos:notation '430212' ; skos:prefLabel '渌口区'@zh }") == [{"ask": True}]


def test_every_span_says_what_stands_there(sample_build: Build) -> None:
    texts = {d["doc_id"]: d["text"] for d in sample_build.rows("documents")}
    rows = sparql(
        sample_build,
        """SELECT ?d ?start ?end ?exact { ?x oa:hasSource ?d ; oa:hasSelector ?s .
           ?s a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:start ?start ; oa:end ?end ; oa:exact ?exact }""",
    )
    spans = sum(len(sample_build.rows(t)) for t in ("mentions", "evidence", "attributes", "observations", "rejected"))
    assert len(rows) == spans
    for row in rows:
        assert texts[row["d"].rpartition("/")[2]][row["start"] : row["end"]] == row["exact"]


def test_each_relation_is_said_twice(sample_build: Build) -> None:
    rows = sparql(sample_build, "SELECT ?h ?p ?t { ?s kg:head ?h ; kg:tail ?t ; rdf:predicate ?p . ?h ?p ?t }")
    assert len(rows) == len(sample_build.rows("relations"))


def test_units_lead_to_qudt(tmp_path: Path) -> None:
    base = {
        "region_id": "region/1",
        "indicator": "产值",
        "year": 2021,
        "value": 3.5,
        "doc_id": "0" * 16,
        "start": 0,
        "end": 1,
    }
    units = ("亿元", "%", "万亩", "个什么", "")
    build = write_build(
        tmp_path / "build",
        documents=[{"doc_id": "0" * 16, "title": "甲", "text": "甲", "chars": 1}],
        entities=[
            {"entity_id": "region/1", "type": "Region", "name": "甲市"},
            {"entity_id": "indicator/产值", "type": "Indicator", "name": "产值"},
        ],
        observations=[base | {"observation_id": f"observation/{i}", "unit": u} for i, u in enumerate(units)],
    )
    rows = sparql(
        build,
        """SELECT ?unit ?same ?of ?times { ?u a qudt:Unit ; rdfs:label ?unit .
           OPTIONAL { ?u skos:exactMatch ?same }
           OPTIONAL { ?u qudt:scalingOf ?of ; qudt:conversionMultiplier ?times } }""",
    )
    found = {r["unit"]: (r["same"] or r["of"], r["times"]) for r in rows}
    assert found["亿元"] == ("http://qudt.org/vocab/currency/CNY", 1e8)
    assert found["%"] == ("http://qudt.org/vocab/unit/PERCENT", None)
    assert found["万亩"] == ("http://qudt.org/vocab/unit/HA", pytest.approx(666.67, abs=0.01))
    assert found["个什么"] == (None, None)
    assert "" not in found


def test_readme_says_where_each_column_goes() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for table, schema in SCHEMAS.items():
        row = re.search(rf"^\| {table} \| .*$", readme, re.MULTILINE)
        assert row, table
        assert [name for name in schema.names if f"`{name}`" not in row[0]] == [], table
