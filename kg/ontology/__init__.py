"""What `schema/` says: the ontology (LinkML YAML) and the lexicon (TSV)."""

from kg.ontology.lexicon import Lexicon, load_lexicon
from kg.ontology.model import Ontology, load_ontology

__all__ = ["Lexicon", "Ontology", "load_lexicon", "load_ontology"]
