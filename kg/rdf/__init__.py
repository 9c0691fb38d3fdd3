"""A build as RDF, streamed: tables come in batches, columns become text, nothing else is kept.

Entities, relations with statement nodes, observations as a data cube, documents, and every span of text that says so;
see README, "RDF". Two modes: triples (Turtle, N-Triples, RDF/XML, JSON-LD) and quads (N-Quads, TriG), in which each
document's statements are in the graph that bears the document's IRI.
"""

from kg.rdf.vocabulary import Vocabulary
from kg.rdf.writer import BASE, PARTS, SYNTAXES, RdfOptions, write_rdf

__all__ = ["BASE", "PARTS", "SYNTAXES", "RdfOptions", "Vocabulary", "write_rdf"]
