"""The graph as an rdflib Dataset."""

from __future__ import annotations

import tempfile
import warnings

import rdflib

from kg.ontology import load_ontology
from kg.rdf import Vocabulary, write_rdf
from kg.tables import Build


def to_rdflib(build: Build) -> rdflib.Dataset:
    """The build as a Dataset; each document's statements are in the graph that bears its IRI.

    Queries over the default graph see all graphs together.
    """
    dataset = rdflib.Dataset(default_union=True)
    with tempfile.TemporaryFile(prefix="kg-rdf-") as file:
        write_rdf(build, file, "nquads")
        file.seek(0)
        with warnings.catch_warnings():
            # rdflib 7.6 warns of what its own parse does
            warnings.filterwarnings("ignore", "Dataset.default_context", DeprecationWarning)
            dataset.parse(file, format="nquads")
    for prefix, iri in Vocabulary(load_ontology()).prefixes.items():
        dataset.bind(prefix, iri)
    return dataset
