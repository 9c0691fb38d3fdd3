"""What `schema/` says: the ontology (LinkML YAML) and the lexicon (TSV)."""

from kg.ontology.gazetteer import Gazetteer, Place, load_gazetteer
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.ontology.model import Ontology, load_ontology
from kg.ontology.statistics import Statistics, load_statistics

__all__ = [
    "Gazetteer",
    "Lexicon",
    "Ontology",
    "Place",
    "Statistics",
    "load_gazetteer",
    "load_lexicon",
    "load_ontology",
    "load_statistics",
]
