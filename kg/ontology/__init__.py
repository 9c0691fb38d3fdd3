"""What `schema/` says: the ontology (LinkML YAML) and the lexicon (TSV)."""

from kg.ontology.gazetteer import Gazetteer, Place, load_gazetteer
from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.ontology.model import Ontology, load_ontology

__all__ = ["Gazetteer", "Lexicon", "Ontology", "Place", "load_gazetteer", "load_lexicon", "load_ontology"]
