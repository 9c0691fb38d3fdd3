from pathlib import Path

import pytest

from kg.errors import SchemaError
from kg.ontology import Ontology, load_ontology


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def test_the_twelve_types_and_the_eleven_relations(ontology: Ontology) -> None:
    assert " ".join(ontology.entities) == (
        "Region Zone Enterprise Organization Project Program Slogan Industry Event Honor Document Indicator"
    )
    assert " ".join(ontology.relations) == (
        "located_in part_of undertakes implements promotes under_program includes in_industry develops hosts receives"
    )


@pytest.mark.parametrize(
    ("head", "relation", "tail", "allowed"),
    [
        ("Project", "located_in", "Zone", True),
        ("Region", "located_in", "Region", True),
        ("Region", "located_in", "Project", False),
        ("Enterprise", "undertakes", "Project", True),
        ("Region", "undertakes", "Project", False),
        ("Zone", "receives", "Honor", True),
        ("Slogan", "includes", "Honor", True),
    ],
)
def test_signatures(ontology: Ontology, head: str, relation: str, tail: str, allowed: bool) -> None:
    assert ontology.allows(head, relation, tail) is allowed


def test_every_term_has_both_labels_and_both_definitions(ontology: Ontology) -> None:
    terms = [*ontology.kinds.values(), *ontology.relations.values(), *ontology.properties.values()]
    assert [t.name for t in terms if t.zh == t.name or not t.definition_zh or not t.definition_en] == []
    assert [v for values in ontology.enums.values() for v, term in values.items() if term.zh == v] == []


def test_what_neo4j_and_the_view_need_is_there_and_told_apart(ontology: Ontology) -> None:
    shown = [*ontology.entities.values(), ontology.kinds["Observation"]]
    assert all(k.notes["neo4j_label"] == k.name and k.notes["id_prefix"] for k in shown)
    assert len({k.colour for k in shown}) == len(shown)
    assert all(r.notes["neo4j_type"] == name.upper() for name, r in ontology.relations.items())
    # One engine keeps labels and relationship types in one list of names.
    assert not {k.name for k in shown} & {r.notes["neo4j_type"] for r in ontology.relations.values()}


def test_every_named_property_range_and_prefix_exists(ontology: Ontology) -> None:
    kinds = [*ontology.kinds.values(), *ontology.relations.values()]
    assert {p for k in kinds for p in k.properties} <= set(ontology.properties)
    literals = {"LangString", "date", "decimal", "float", "integer", "string", "uriorcurie"}
    known = literals | set(ontology.kinds) | set(ontology.enums)
    assert [p.name for p in ontology.properties.values() if not {p.range, *p.ranges} <= known] == []
    assert set().union(*(r.heads + r.tails for r in ontology.relations.values())) <= set(ontology.entities)
    mapped = [c for term in (*kinds, *ontology.properties.values()) for group in term.mappings.values() for c in group]
    assert all(ontology.expand(curie).startswith("http") for curie in mapped)


def test_a_name_expands_to_our_own_vocabulary(ontology: Ontology) -> None:
    assert ontology.expand("Region") == ontology.expand("kg:Region") == f"{ontology.iri}/Region"
    assert ontology.expand("schema:Place") == "http://schema.org/Place"


def test_a_place_of_an_observation_is_a_region_or_a_zone(ontology: Ontology) -> None:
    assert ontology.properties["of_region"].ranges == ("Region", "Zone")


def test_a_name_defined_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kg.yaml").write_text("id: x\nimports: [a, b]\n", "utf-8")
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("slots: {year: {range: integer}}\n", "utf-8")
    with pytest.raises(SchemaError, match=r"^b\.yaml: slots defined twice: \['year'\]\.$"):
        load_ontology(tmp_path / "kg.yaml")
