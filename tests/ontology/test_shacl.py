"""The shapes accept a good graph and find each fault that is planted in it."""

import os
import subprocess
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal
from rdflib.namespace import SH

from kg.ontology import load_ontology
from kg.ontology.shacl import to_shacl
from tests.tools import java_lib

GOOD = Path(__file__).with_name("data.ttl").read_text("utf-8")

FAULTS = {
    "no label": (':gdp a kg:Indicator ; rdfs:label "地区生产总值"@zh .', ":gdp a kg:Indicator ."),
    "two labels of one language": ('"湖南省"@zh', '"湖南省"@zh, "湖南"@zh'),
    "a label without a language": ('"湖南省"@zh', '"湖南省"'),
    "an unknown property": ("kg:mention_count 3", "kg:mentioncount 3"),
    "a property of another type": ("kg:gb_code", "kg:investment 1.0 ; kg:gb_code"),
    "a code of five digits": ('"430200"', '"43020"'),
    "an integer for a decimal": ("1200000000.0", "1200000000"),
    "a status of another list": ("kgv:status-building", "kgv:level-city"),
    "a head of the wrong type": (":zhuzhou a kg:Region", ":gdp kg:located_in :hunan . :zhuzhou a kg:Region"),
    "a tail of the wrong type": ("kg:located_in :zone", "kg:located_in :firm"),
    "a statement with a wrong tail": ("kg:head :firm ; kg:tail :line", "kg:head :firm ; kg:tail :zone"),
    "a statement without its triple": (" ; kg:undertakes :line .", " ."),
    "a confidence above one": ('"0.9"', '"1.9"'),
    "a negative start": ("oa:start 10 ; oa:end 20", "oa:start -1 ; oa:end 20"),
    "evidence without its document": (
        ":evidence a kg:Evidence ; oa:hasSource :report",
        ":evidence a kg:Evidence",
    ),
    "a span without its characters": (
        ":mention a kg:Mention ; oa:hasSource :report ; oa:hasSelector :name",
        ":mention a kg:Mention ; oa:hasSource :report",
    ),
    "a value of nothing": ("kg:about_entity :line ;", ""),
    "a refusal without a reason": (' ; kg:reason "generic"', ""),
    "a judgement on nothing": ("kg:merged_into :firm ;", ""),
    "a former name without a name": (':former a kg:FormerName ; rdfs:label "株洲地区"@zh', ":former a kg:FormerName"),
    "an observation of an enterprise": ("kg:of_region :zone", "kg:of_region :firm"),
    "an observation without a year": ("kg:year 2022 ;", ""),
    "a mention of nothing": ("kg:refers_to :firm", "kg:refers_to :nobody"),
}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=to_shacl(load_ontology()), format="turtle")


def problems(data: str, shapes: Graph) -> tuple[bool, str]:
    conforms, _, text = validate(Graph().parse(data=data, format="turtle"), shacl_graph=shapes)
    return bool(conforms), str(text)


def test_a_good_graph_passes(shapes: Graph) -> None:
    conforms, text = problems(GOOD, shapes)
    assert conforms, text


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str, shapes: Graph) -> None:
    good, bad = FAULTS[fault]
    assert good in GOOD
    conforms, text = problems(GOOD.replace(good, bad, 1), shapes)
    assert not conforms, text


def test_the_message_says_it_in_both_languages(shapes: Graph) -> None:
    _, text = problems(GOOD.replace("kg:located_in :zone", "kg:located_in :firm"), shapes)
    assert "位于的终点须是行政区域、园区/功能区" in text
    assert "located_in ends at Region, Zone" in text


def test_the_shapes_are_themselves_good_shacl(shapes: Graph) -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_jena_agrees(tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text(to_shacl(load_ontology()), "utf-8")
    (tmp_path / "good.ttl").write_text(GOOD, "utf-8")
    bad = GOOD
    for good, spoilt in FAULTS.values():
        bad = bad.replace(good, spoilt, 1)
    (tmp_path / "bad.ttl").write_text(bad, "utf-8")
    good_report, bad_report = (jena(tmp_path, name) for name in ("good.ttl", "bad.ttl"))
    assert not list(good_report.subjects(SH.resultSeverity)), good_report.serialize()
    assert list(good_report.objects(None, SH.conforms)) == [Literal(True)]
    assert len(set(bad_report.subjects(SH.resultSeverity))) >= len(FAULTS) - 2  # one spoils the place of another


def jena(folder: Path, data: str) -> Graph:
    command = ["java", "-cp", f"{java_lib('jena')}/*", "shacl.shacl", "validate"]
    command += ["--shapes", str(folder / "shapes.ttl"), "--data", str(folder / data)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return Graph().parse(data=done.stdout, format="turtle")
