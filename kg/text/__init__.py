"""From a document's characters to sentences, words, quantities and times, all with offsets."""

from kg.text.analysis import analyse

__all__ = ["analyse"]
