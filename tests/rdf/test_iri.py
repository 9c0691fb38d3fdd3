"""IRIs keep Chinese readable, are never shared, and give the id back."""

from __future__ import annotations

import unicodedata

import pyarrow as pa
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import BuildError
from kg.rdf.iri import Iris, decode, encode, encode_all

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("enterprise/旗滨玻璃", "enterprise/旗滨玻璃"),
        ("slogan/“1+8+X”", "slogan/“1+8+X”"),
        ("project/a b%", "project/a%20b%25"),
        ("project/甲（一期）", "project/甲（一期）"),
        ("project/<x>#?", "project/%3Cx%3E%23%3F"),
        ("program/../x", "program/%2E%2E/x"),
        ("program/v1.5", "program/v1.5"),
        ("industry/é", "industry/é"),
        ("industry/e\u0301", "industry/e%CC%81"),
        ("zone/\u200f甲", "zone/%E2%80%8F甲"),
        ("zone/\ufffd", "zone/%EF%BF%BD"),
    ],
)
def test_what_stays_and_what_is_encoded(identifier: str, path: str) -> None:
    assert encode(identifier) == path
    assert decode(path) == identifier


@given(IDS)
def test_the_id_comes_back(identifier: str) -> None:
    path = encode(identifier)
    assert decode(path) == identifier
    assert decode(unicodedata.normalize("NFC", path)) == identifier
    assert encode_all(pa.array([identifier])).to_pylist() == [path]


@given(IDS, IDS)
def test_two_ids_are_two_iris(one: str, other: str) -> None:
    assert (encode(one) == encode(other)) == (one == other)


@given(IDS)
def test_oxigraph_takes_it(identifier: str) -> None:
    iri = Iris("http://x.example/")(identifier)
    (triple,) = ox.parse(input=f"<{iri}> <a:b> <a:c> .", format=ox.RdfFormat.N_TRIPLES)
    assert triple.subject.value == iri


def test_width_and_punctuation_make_two() -> None:
    assert encode("zone/Ａ１") != encode("zone/A1")
    assert encode("slogan/“一带”") != encode('slogan/"一带"')


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BuildError, match="half a character"):
        encode("zone/\ud800")
